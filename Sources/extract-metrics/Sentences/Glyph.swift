import Filters

/// One character of a sentence as its UTF-16 code; what lies outside the basic plane, or is no UTF-8, is U+FFFD.
struct Glyph: Equatable, Hashable, Comparable, ExpressibleByUnicodeScalarLiteral {
  /// The code point.
  let code: UInt16

  /// Wraps a code point.
  @inline(__always) init(code: UInt16) { self.code = code }

  /// Lets rules name characters as they are written.
  @inline(__always) init(unicodeScalarLiteral scalar: Unicode.Scalar) {
    self.init(scalar)
  }

  /// The glyph of a scalar.
  @inline(__always) init(_ scalar: Unicode.Scalar) {
    code = scalar.value > 0xFFFF ? 0xFFFD : UInt16(truncatingIfNeeded: scalar.value)
  }

  /// The glyph of the first three of four bytes, the first byte lowest; nil where they are no character.
  @inline(__always) init?(threeBytes word: UInt32) {
    guard word & 0x00C0_C0F0 == 0x0080_80E0 else { return nil }
    let code = (word & 0x0F) << 12 | (word >> 2) & 0x0FC0 | (word >> 16) & 0x3F
    self.code = UInt16(truncatingIfNeeded: code)
  }

  /// Orders by code point.
  @inline(__always) static func < (left: Glyph, right: Glyph) -> Bool { left.code < right.code }

  /// Whether this is a Chinese character of the basic block.
  @inline(__always) var isHan: Bool { code >= 0x4E00 && code <= 0x9FFF }

  /// Whether this is an ASCII letter.
  @inline(__always) var isLetter: Bool {
    (code >= 0x41 && code <= 0x5A) || (code >= 0x61 && code <= 0x7A)
  }

  /// Whether this multiplies what stands on either side of it.
  var isTimes: Bool { self == "×" || self == "*" || self == "＊" || self == "✕" }

  /// Whether this is a space that may stand between a number and its unit.
  @inline(__always) var isBlank: Bool {
    code == 0x20 || code == 0x09 || code == 0xA0 || code == 0x3000
      || (code >= 0x2000 && code <= 0x200A)
  }

  /// The value of an ASCII or full-width digit, or nil.
  @inline(__always) var digit: Int? {
    if code >= 0x30 && code <= 0x39 { return Int(code) - 0x30 }
    if code >= 0xFF10 && code <= 0xFF19 { return Int(code) - 0xFF10 }
    return nil
  }
}

/// A set of glyphs, tested in constant time: eight kilobytes of bits.
struct GlyphSet {
  private var bits = [UInt64](repeating: 0, count: 1024)

  /// The set of the characters of a text.
  init(_ text: String = "") {
    for scalar in text.unicodeScalars { insert(Glyph(scalar)) }
  }

  /// Adds a glyph.
  mutating func insert(_ glyph: Glyph) {
    bits[Int(glyph.code >> 6)] |= 1 << UInt64(glyph.code & 63)
  }

  /// The glyphs of both sets.
  func union(_ other: GlyphSet) -> GlyphSet {
    var union = self
    for i in bits.indices { union.bits[i] |= other.bits[i] }
    return union
  }

  /// The set with the characters that are read as its members.
  var withVariants: GlyphSet {
    var all = self
    for pair in GlyphVariants.pairs where contains(pair.plain) { all.insert(pair.glyph) }
    return all
  }

  /// Whether the glyph is a member.
  @inline(__always) func contains(_ glyph: Glyph) -> Bool {
    bits[Int(glyph.code >> 6)] & (1 << UInt64(glyph.code & 63)) != 0
  }
}

extension Span where Element == UInt8 {
  /// The glyph that starts at byte `i` and its length; U+FFFD and one byte where the bytes are no character.
  ///
  /// Nearly all of a report is characters of three bytes: they are told by one comparison of four bytes.
  @inline(__always) func glyph(at i: Int, before end: Int) -> (glyph: Glyph, length: Int) {
    if i &+ 4 <= end {
      if let glyph = Glyph(threeBytes: word32(at: i)) { return (glyph, 3) }
    }
    let lead = self[i]
    return lead < 0x80 ? (Glyph(code: UInt16(lead)), 1) : rareGlyph(at: i, before: end)
  }

  /// The glyph that ends before byte `i`; U+0000 where none does.
  @inline(__always) func glyph(before i: Int) -> Glyph {
    if i >= 3, i < count, let glyph = Glyph(threeBytes: word32(at: i &- 3)) { return glyph }
    return rareGlyph(before: i)
  }

  private func rareGlyph(before i: Int) -> Glyph {
    guard i > 0, i <= count else { return "\0" }
    var start = i - 1
    while start > 0, i - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return glyph(at: start, before: i).glyph
  }

  /// A glyph of two or four bytes, the last of a line, or what is no character.
  private func rareGlyph(at i: Int, before end: Int) -> (glyph: Glyph, length: Int) {
    let lead = self[i]
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
