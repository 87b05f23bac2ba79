/// The kinds of characters that the label rules ask about; [label-glyphs] of a phrases pack says which they are.
enum GlyphClass: UInt32, CaseIterable {
  /// What ends the name of somebody who can act: 员, 户, 局.
  case actors
  /// What ends the name of a place that may stand for its people: 园, 市.
  case sites
  /// What ends the name of somebody or something that has things: 生, 村, 桥.
  case owners
  /// What ends the name of who governs: 级, 府, 省.
  case authorities
  /// What ends the name of a place that may say where something is measured: 村, 县.
  case places
  /// What makes a place of 全 before it: 村, 校.
  case wholes
  /// What counts people, households or offices, or nothing: 名, 户, 万.
  case counters
  /// What counts buildings and sites: 座, 条.
  case buildings
  /// What ends the name of a rate or an amount: 率, 额.
  case amounts
  /// What makes a noun of a verb before it, where the word ends: 数, 量, 员.
  case nouns
  /// The same wherever it stands: 性, 化.
  case suffixes
  /// What is a name all by itself: 水, 路.
  case things
  /// What ends a clause that says how something is: 强, 广.
  case traits
  /// What words of comparison and change are made of: 高, 增, 快.
  case comparisons
  /// What points at something and counts nothing: 这, 某.
  case pronouns
  /// What 前 makes a word of, so that no order is told: 目, 当.
  case fronts
  /// What names a place in an order behind it: 居, 列.
  case ranks
  /// What counts a thing that stands alone and can be touched: 座, 辆.
  case touchables
  /// What 一 and a classifier behind it are an article after: 的, 又.
  case articles
  /// What a bare power of ten is reached by: 达, 破.
  case levels
  /// What goes on behind a bare power of ten that is a figure: 以, 的.
  case followers
  /// What a number behind it belongs to: 图, 附.
  case numbered
  /// What begins no noun that is counted: 每, 月.
  case unnamed
  /// What 数 makes the name of an amount of: 人, 户.
  case tallies
  /// What 及 makes a verb of: 惠, 涉.
  case reachers
  /// What sorts of places are written with: 市, 镇.
  case areas
  /// What plain nouns that name people begin with: 党, 群.
  case people
  /// What begins the name of something that a number without unit is part of: 级, 号.
  case grades
  /// What counts things that have an amount behind their name: 9个项目|总投资, 9条河流|水质达标率.
  case sitings
  /// What ends a verb that makes what a name with a verb names: 设|接待窗口.
  case makers
  /// What ends the name of a paper: 书, 册.
  case papers
  /// What 目 makes a noun of, so that 的 behind it ends no 目的: 项, 科.
  case headings

  /// The class that a pack means by a name.
  init?(name: String) {
    guard let named = Self.named[name] else { return nil }
    self = named
  }

  private static let named = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

  /// The class's bit.
  @inline(__always) fileprivate var bit: UInt32 { 1 << rawValue }
}

/// Which characters are of which classes.
struct GlyphClasses {
  private var bits = [UInt32](repeating: 0, count: 1 << 16)

  /// Whether a glyph is of a class.
  @inline(__always) func has(_ glyph: Glyph, _ kind: GlyphClass) -> Bool {
    bits[Int(glyph.code)] & kind.bit != 0
  }

  /// Puts a glyph into a class.
  mutating func insert(_ glyph: Glyph, _ kind: GlyphClass) {
    bits[Int(glyph.code)] |= kind.bit
  }
}
