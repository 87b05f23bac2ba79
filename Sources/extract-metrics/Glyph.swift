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

  /// Orders by code point.
  @inline(__always) static func < (left: Glyph, right: Glyph) -> Bool { left.code < right.code }

  /// Whether this is a Chinese character of the basic block.
  @inline(__always) var isHan: Bool { code >= 0x4E00 && code <= 0x9FFF }

  /// Whether this is an ASCII letter.
  @inline(__always) var isLetter: Bool {
    (code >= 0x41 && code <= 0x5A) || (code >= 0x61 && code <= 0x7A)
  }

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

  /// Whether the glyph is a member.
  @inline(__always) func contains(_ glyph: Glyph) -> Bool {
    bits[Int(glyph.code >> 6)] & (1 << UInt64(glyph.code & 63)) != 0
  }
}
