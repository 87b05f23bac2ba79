import Filters

/// A stretch of a line as glyphs, with the byte offset of each: what the rules look at.
///
/// The cells are made once and used for every sentence; those behind the last glyph are blank, so that rules may
/// look beyond either end for the price of one comparison.
struct Sentence: ~Copyable {
  /// The most bytes that one sentence can hold; longer ones are looked at in pieces.
  static let capacity = 8192

  /// A glyph, its roles, and where it starts, in bytes from the sentence's start.
  private struct Cell {
    var roles: UInt32
    var glyph: Glyph
    var offset: UInt16

    static let blank = Cell(roles: 0, glyph: "\0", offset: 0)
  }

  private let table: RoleTable
  private var cells = [Cell](repeating: .blank, count: capacity + 1)
  private var base = 0
  /// The number of glyphs.
  private(set) var count = 0
  /// The roles that any of the glyphs has, as bits.
  private(set) var allRoles: UInt32 = 0

  /// An empty sentence whose glyphs will have the roles of a table.
  init(_ table: RoleTable) { self.table = table }

  /// The glyph at a position; U+0000 outside.
  @inline(__always) subscript(_ i: Int) -> Glyph {
    UInt(bitPattern: i) < UInt(bitPattern: cells.count) ? cells[i].glyph : "\0"
  }

  /// The roles of the glyph at a position, as bits; none outside.
  @inline(__always) func roles(_ i: Int) -> UInt32 {
    UInt(bitPattern: i) < UInt(bitPattern: cells.count) ? cells[i].roles : 0
  }

  /// Whether the glyph at a position has a role.
  @inline(__always) func has(_ role: Role, at i: Int) -> Bool { roles(i) & role.bit != 0 }

  /// Whether a word of a role's lexicon may begin with the glyph at `i` and the one at `next`, on either side of it.
  @inline(__always) func mayBegin(_ role: Role, at i: Int, next: Int) -> Bool {
    roles(i) & role.bit != 0 && table.beginnings(self[i], self[next]) & role.bit != 0
  }

  /// The next position from `i` on whose glyph has one of the roles of `bits`, or `limit`.
  @inline(__always) func next(_ bits: UInt32, from i: Int, before limit: Int) -> Int {
    let cells = cells.span
    var p = i
    while p < limit, cells[p].roles & bits == 0 { p &+= 1 }
    return p
  }

  /// The position behind the last glyph between `floor` and `end` that has one of the roles of `bits`, or `floor`.
  @inline(__always) func last(_ bits: UInt32, from end: Int, downTo floor: Int) -> Int {
    let cells = cells.span
    var p = end
    while p > floor, cells[p &- 1].roles & bits == 0 { p &-= 1 }
    return p
  }

  /// The byte offset in the line of the glyph at a position, or of the sentence's end.
  @inline(__always) func offset(_ i: Int) -> Int { base + Int(cells[i].offset) }

  /// Whether nothing but blanks stands before a glyph of the line.
  func opensLine(_ i: Int) -> Bool {
    guard base == 0 else { return false }
    for p in 0..<i where !self[p].isBlank { return false }
    return true
  }

  /// The bytes of the line that a range of glyphs covers.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    offset(range.lowerBound)..<offset(range.upperBound)
  }

  /// The first position at or after `i` that holds no blank.
  func skippingBlanks(_ i: Int, most: Int = 4) -> Int {
    var p = i
    while p < i + most, self[p].isBlank { p += 1 }
    return self[p].isBlank ? i : p
  }

  /// Whether the glyphs of `word` stand at `i`.
  @inline(__always) func has(_ word: StaticGlyphs, at i: Int) -> Bool {
    guard self[i] == word.first else { return false }
    return self[i + 1] == word.second && (word.third == "\0" || self[i + 2] == word.third)
  }

  /// Decodes a line from byte `start` on, past byte `hit`, up to the end of a sentence and at most `reach` bytes.
  ///
  /// Returns the byte where it stopped. Where no sentence ends within reach it stops behind a comma. A full stop of
  /// ASCII among characters is read as a comma, or as 点 in a numeral.
  mutating func decode(_ line: Span<UInt8>, from start: Int, past hit: Int, reach: Int) -> Int {
    let most = min(line.count, start + min(reach, Self.capacity - 8))
    var reading = Self.read(line, start..<most, past: hit, into: &cells, table.bits)
    let read = reading.count
    cells[read].offset = UInt16(truncatingIfNeeded: reading.end - start)
    if reading.end >= most, most < line.count, reading.comma > 0 {
      reading.count = reading.comma
      reading.end = start + Int(cells[reading.count].offset)
    }
    cells[reading.count] = .blank
    cells[reading.count].offset = UInt16(truncatingIfNeeded: reading.end - start)
    for i in stride(from: max(read, count), to: reading.count, by: -1) { cells[i] = .blank }
    base = start
    count = reading.count
    allRoles = reading.roles
    if allRoles & Role.variant.bit != 0 { readVariants() }
    return reading.end
  }

  /// Reads traditional characters as the simplified ones, which are those of all words that the rules have.
  private mutating func readVariants() {
    for i in 0..<count where cells[i].roles & Role.variant.bit != 0 && !isThree(at: i) {
      let glyph = GlyphVariants.plain(cells[i].glyph)
      cells[i].glyph = glyph
      cells[i].roles = table.bits[Int(glyph.code)]
      allRoles |= cells[i].roles
    }
  }

  /// Whether 參 stands for three: 參拾, 貳佰零參元, but not 參加.
  private func isThree(at i: Int) -> Bool {
    guard self[i] == "參" else { return false }
    return HanNumeral.power(self[i - 1]) ?? HanNumeral.power(self[i + 1]) != nil
      || self[i - 1] == "零" || self[i + 1] == "元" || self[i + 1] == "圓"
  }

  /// What was read into cells: how many, up to which byte, with which roles, and how many up to the last comma.
  private struct Progress {
    var count = 0
    var end: Int
    var roles: UInt32 = 0
    var comma = 0
  }

  private static func read(
    _ line: Span<UInt8>, _ range: Range<Int>, past hit: Int, into cells: inout [Cell],
    _ table: [UInt32]
  ) -> Progress {
    var cells = cells.mutableSpan
    let table = table.span
    let end = line.count
    let ends = Role.stop.bit | Role.border.bit
    var progress = Progress(end: range.lowerBound)
    var i = range.lowerBound
    var n = 0
    while i < range.upperBound {
      // Two characters of three bytes that end nothing.
      while i &+ 8 <= range.upperBound {
        let word = line.word64(at: i)
        guard let first = Glyph(threeBytes: UInt32(truncatingIfNeeded: word)),
          let second = Glyph(threeBytes: UInt32(truncatingIfNeeded: word >> 24))
        else { break }
        let bits = table[Int(first.code)]
        let next = table[Int(second.code)]
        guard (bits | next) & ends == 0 else { break }
        let offset = UInt16(truncatingIfNeeded: i &- range.lowerBound)
        cells[n] = Cell(roles: bits, glyph: first, offset: offset)
        cells[n &+ 1] = Cell(roles: next, glyph: second, offset: offset &+ 3)
        progress.roles |= bits | next
        n &+= 2
        i &+= 6
      }
      var (glyph, length) = line.glyph(at: i, before: end)
      if glyph == ".", n > 0, cells[n &- 1].glyph.endsSentence, line.isHanOrEnd(at: i &+ 1) {
        glyph = isHanPoint(cells.span, n, line, at: i &+ 1) ? "点" : "，"
      }
      let bits = table[Int(glyph.code)]
      let offset = UInt16(truncatingIfNeeded: i &- range.lowerBound)
      cells[n] = Cell(roles: bits, glyph: glyph, offset: offset)
      progress.roles |= bits
      n &+= 1
      i &+= length
      if bits & ends != 0, i > hit {
        if bits & Role.stop.bit != 0 { break }
        progress.comma = n
      }
    }
    progress.count = n
    progress.end = i
    return progress
  }

  /// Whether the full stop behind `count` cells is the point of 三.五亿元.
  ///
  /// A numeral stands before it that opens no line or clause, as the label of 二.三个方面 does, and behind it digits
  /// and a unit of what has decimals, or 百分之 goes before. Of 三.四户 it parts two numbers.
  private static func isHanPoint(
    _ cells: Span<Cell>, _ count: Int, _ line: Span<UInt8>, at next: Int
  ) -> Bool {
    var p = count
    while p > 0, HanNumeral.digit(cells[p - 1].glyph) ?? HanNumeral.power(cells[p - 1].glyph) != nil
    {
      p -= 1
    }
    guard p > 0, p < count, cells[p - 1].glyph.isHan else { return false }
    // Behind 三亿 or 二千三百 the stop ends a sentence.
    guard HanNumeral.power(cells[count - 1].glyph) ?? 1 == 1 else { return false }
    var q = next
    while q < line.count {
      let (glyph, length) = line.glyph(at: q, before: line.count)
      guard HanNumeral.digit(glyph) != nil else { break }
      q += length
    }
    guard q > next else { return false }
    let isShare = p > 2 && cells[p - 1].glyph == "之" && cells[p - 2].glyph == "分"
    guard q < line.count else { return isShare }
    let (unit, length) = line.glyph(at: q, before: line.count)
    switch unit {
    case "万", "萬", "亿", "億", "%", "％", "倍", "番", "元", "吨", "亩", "米", "公", "平": return true
    case "成": return count - p == 1
    case "个", "個": return line.glyph(at: q + length, before: line.count).glyph == "百"
    default: return isShare && HanNumeral.power(unit) == nil
    }
  }
}

extension Glyph {
  /// Whether a full stop behind it is one, and no decimal point: 3亿元.同比增长5%.
  fileprivate var endsSentence: Bool { isHan || self == "%" || self == "）" || self == ")" }
}

extension Span where Element == UInt8 {
  /// Whether a Chinese character begins at byte `i`, or the line ends there.
  fileprivate func isHanOrEnd(at i: Int) -> Bool {
    i == count || glyph(at: i, before: count).glyph.isHan
  }
}

/// Two or three glyphs that a rule names.
struct StaticGlyphs {
  /// The first glyph.
  let first: Glyph
  /// The second glyph.
  let second: Glyph
  /// The third glyph, U+0000 where there are two.
  let third: Glyph

  /// Two or three glyphs.
  @inline(__always) init(_ first: Glyph, _ second: Glyph, _ third: Glyph = "\0") {
    self.first = first
    self.second = second
    self.third = third
  }
}
