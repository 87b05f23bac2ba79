/// A stretch of a line as glyphs, with the byte offset of each: what the rules look at.
///
/// The arrays are made once and used for every sentence; a glyph outside the sentence reads as U+0000, so rules
/// may look beyond either end.
struct Sentence: ~Copyable {
  /// The most bytes that one sentence can hold; longer ones are looked at in pieces.
  static let capacity = 8192

  private var glyphs = [Glyph](repeating: "\0", count: capacity)
  private var roles = [UInt32](repeating: 0, count: capacity)
  private var offsets = [Int](repeating: 0, count: capacity + 1)
  /// The number of glyphs.
  private(set) var count = 0

  /// The glyph at a position; U+0000 outside.
  @inline(__always) subscript(_ i: Int) -> Glyph {
    i >= 0 && i < count ? glyphs[i] : "\0"
  }

  /// The roles of the glyph at a position, as bits; none outside.
  @inline(__always) func roles(_ i: Int) -> UInt32 {
    i >= 0 && i < count ? roles[i] : 0
  }

  /// Whether the glyph at a position has a role.
  @inline(__always) func has(_ role: Role, at i: Int) -> Bool { roles(i) & role.bit != 0 }

  /// The byte offset in the line of the glyph at a position, or of the sentence's end.
  @inline(__always) func offset(_ i: Int) -> Int { offsets[i] }

  /// Whether nothing but blanks stands before a glyph of the line.
  func opensLine(_ i: Int) -> Bool {
    guard offsets[0] == 0 else { return false }
    for p in 0..<i where !self[p].isBlank { return false }
    return true
  }

  /// The bytes of the line that a range of glyphs covers.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound]
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
    var i = start
    var n = 0
    var comma = 0
    while i < most {
      let (glyph, length) = line.glyph(at: i, before: line.count)
      glyphs[n] = glyph
      let bits = table[glyph]
      roles[n] = bits
      offsets[n] = i
      n += 1
      i += length
      if bits & (Role.stop.bit | Role.border.bit) != 0, i > hit {
        if bits & Role.stop.bit != 0 { break }
        comma = n
      }
    }
    if i >= most, most < line.count, comma > 0 {
      n = comma
      i = offsets[n]
    }
    offsets[n] = i
    count = n
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
