import Filters

/// A stretch of a line as glyphs, with the byte offset of each: what the rules look at.
///
/// The arrays are made once and used for every sentence; a glyph outside the sentence reads as U+0000, so rules
/// may look beyond either end.
struct Sentence: ~Copyable {
  /// The most bytes that one sentence can hold; longer ones are looked at in pieces.
  static let capacity = 8192

  /// A glyph, its roles, and where it starts, in bytes from the sentence's start.
  private struct Cell {
    var roles: UInt32
    var glyph: Glyph
    var offset: UInt16
  }

  private var cells = [Cell](
    repeating: Cell(roles: 0, glyph: "\0", offset: 0), count: capacity + 1)
  private var base = 0
  /// The number of glyphs.
  private(set) var count = 0
  /// The roles that any of the glyphs has, as bits.
  private(set) var allRoles: UInt32 = 0

  /// The glyph at a position; U+0000 outside.
  @inline(__always) subscript(_ i: Int) -> Glyph {
    UInt(bitPattern: i) < UInt(bitPattern: count) ? cells[i].glyph : "\0"
  }

  /// The roles of the glyph at a position, as bits; none outside.
  @inline(__always) func roles(_ i: Int) -> UInt32 {
    UInt(bitPattern: i) < UInt(bitPattern: count) ? cells[i].roles : 0
  }

  /// Whether the glyph at a position has a role.
  @inline(__always) func has(_ role: Role, at i: Int) -> Bool { roles(i) & role.bit != 0 }

  /// The next position from `i` on whose glyph has one of the roles of `bits`, or `limit`.
  @inline(__always) func next(_ bits: UInt32, from i: Int, before limit: Int) -> Int {
    let cells = cells.span
    var p = i
    while p < limit, cells[p].roles & bits == 0 { p &+= 1 }
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
  /// Returns the byte where it stopped. Where no sentence ends within reach it stops behind a comma.
  mutating func decode(
    _ line: Span<UInt8>, from start: Int, past hit: Int, reach: Int, _ table: RoleTable
  ) -> Int {
    let most = min(line.count, start + min(reach, Self.capacity - 8))
    let end = line.count
    var cells = cells.mutableSpan
    let table = table.bits.span
    var i = start
    var n = 0
    var comma = 0
    var all: UInt32 = 0
    while i < most {
      var glyph = Glyph(code: 0)
      var length = 3
      let word = i &+ 4 <= end ? line.word32(at: i) : 0
      if word & 0x00C0_C0F0 == 0x0080_80E0 {
        let code = (word & 0x0F) << 12 | (word >> 2) & 0x0FC0 | (word >> 16) & 0x3F
        glyph = Glyph(code: UInt16(truncatingIfNeeded: code))
      } else {
        (glyph, length) = line.glyph(at: i, before: end)
      }
      let bits = table[Int(glyph.code)]
      cells[n] = Cell(roles: bits, glyph: glyph, offset: UInt16(truncatingIfNeeded: i &- start))
      all |= bits
      n &+= 1
      i &+= length
      if bits & (Role.stop.bit | Role.border.bit) != 0, i > hit {
        if bits & Role.stop.bit != 0 { break }
        comma = n
      }
    }
    cells[n].offset = UInt16(truncatingIfNeeded: i &- start)
    if i >= most, most < end, comma > 0 {
      n = comma
      i = start + Int(cells[n].offset)
    }
    base = start
    count = n
    allRoles = all
    return i
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

// core candidate
extension Span where Element == UInt8 {
  /// The glyph that starts at byte `i` and its length; U+FFFD and one byte where the bytes are no character.
  @inline(__always) func glyph(at i: Int, before end: Int) -> (glyph: Glyph, length: Int) {
    let lead = self[i]
    if lead < 0x80 { return (Glyph(code: UInt16(lead)), 1) }
    if lead >= 0xE0, lead < 0xF0, i + 2 < end {
      let second = self[i + 1]
      let third = self[i + 2]
      if second & 0xC0 == 0x80, third & 0xC0 == 0x80 {
        let code =
          UInt16(lead & 0x0F) << 12 | UInt16(second & 0x3F) << 6 | UInt16(third & 0x3F)
        return (Glyph(code: code), 3)
      }
    } else if lead >= 0xC2, lead < 0xE0, i + 1 < end {
      let second = self[i + 1]
      if second & 0xC0 == 0x80 {
        return (Glyph(code: UInt16(lead & 0x1F) << 6 | UInt16(second & 0x3F)), 2)
      }
    } else if lead >= 0xF0, lead < 0xF5, i + 3 < end,
      self[i + 1] & 0xC0 == 0x80, self[i + 2] & 0xC0 == 0x80, self[i + 3] & 0xC0 == 0x80
    {
      return (Glyph(code: 0xFFFD), 4)
    }
    return (Glyph(code: 0xFFFD), 1)
  }
}
