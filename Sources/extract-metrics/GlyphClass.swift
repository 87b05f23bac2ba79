/// The kinds of characters that the label rules ask about; [label-glyphs] of a phrases pack says which they are.
enum GlyphClass: UInt16, CaseIterable {
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

  /// The class that a pack means by a name.
  init?(name: String) {
    guard let named = Self.named[name] else { return nil }
    self = named
  }

  private static let named = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

  /// The class's bit.
  @inline(__always) fileprivate var bit: UInt16 { 1 << rawValue }
}

/// Which characters are of which classes.
struct GlyphClasses {
  private var bits = [UInt16](repeating: 0, count: 1 << 16)

  /// Whether a glyph is of a class.
  @inline(__always) func has(_ glyph: Glyph, _ kind: GlyphClass) -> Bool {
    bits[Int(glyph.code)] & kind.bit != 0
  }

  /// Puts a glyph into a class.
  mutating func insert(_ glyph: Glyph, _ kind: GlyphClass) {
    bits[Int(glyph.code)] |= kind.bit
  }
}
