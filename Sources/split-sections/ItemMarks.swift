import Filters

extension LabelStyles {
  /// Notes every place of `range` where a member of an enumeration may begin: the label of an item
  /// style at the range's start or after a stop, and a circled number anywhere; at most `limit`.
  func marks(in text: Span<UInt8>, _ range: Range<Int>, limit: Int, into marks: inout [Label]) {
    let end = range.upperBound
    let full = marks.count &+ limit
    let beginnings = itemBits.span
    var i = range.lowerBound
    var isBoundary = true
    while i < end {
      if isBoundary {
        isBoundary = false
        var byte = text[i]
        if byte <= 0x20 || byte == 0xE3 || byte == 0xE2 || byte == 0xC2 {
          i &+= text.blankLength(at: i)
          if i >= end { return }
          byte = text[i]
        }
        let (scalar, _) = text.scalar(at: i)
        let isBeginning =
          scalar < 0x10000 && beginnings[Int(scalar &>> 6)] &>> UInt64(scalar & 63) & 1 != 0
        if isBeginning, mayGoOn(in: text, after: i, byte),
          let label = mark(in: text, at: i, before: end)
        {
          marks.append(label)
          if marks.count >= full { return }
          i = label.end
          continue
        }
      }
      i = text.indexOfPunctuation(from: i, to: end)
      if i >= end { return }
      let byte = text[i]
      if byte < 0x80 {
        isBoundary = Self.asciiBounds &>> UInt64(byte & 63) & 1 != 0
        i &+= 1
        continue
      }
      guard i &+ 2 < end else { return }
      let second = text[i &+ 1]
      let third = text[i &+ 2]
      let bit = UInt64(1) &<< UInt64(third & 63)
      switch (byte, second) {
      case (0xEF, 0xBC):
        isBoundary = Self.fullWidthBounds & bit != 0
        // （1） may stand without a stop before it; （一） is too often a reference.
        if third == 0x88, i &+ 3 < end, text[i &+ 3] >= 0x30, text[i &+ 3] <= 0x39,
          let label = mark(in: text, at: i, before: end)
        {
          marks.append(label)
          if marks.count >= full { return }
          i = label.end
          isBoundary = false
          continue
        }
      case (0xE3, 0x80): isBoundary = Self.ideographicBounds & bit != 0
      case (0xE2, 0x80): isBoundary = Self.generalBounds & bit != 0
      case (0xE2, 0x91), (0xE2, 0x92):
        // ① may stand anywhere.
        if let label = mark(in: text, at: i, before: end) {
          marks.append(label)
          if marks.count >= full { return }
          i = label.end
          continue
        }
      default: break
      }
      i &+= byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    }
  }

  /// Whether the character after an ideograph that begins labels is one that they have there.
  @inline(__always)
  private func mayGoOn(in text: Span<UInt8>, after i: Int, _ byte: UInt8) -> Bool {
    guard byte >= 0xE4, byte <= 0xE9 else { return true }
    let (next, _) = text.scalar(at: i &+ 3)
    if next < 0x10000, itemSecondBits[Int(next &>> 6)] &>> UInt64(next & 63) & 1 != 0 {
      return true
    }
    return text.blankLength(at: i &+ 3) > 0
  }

  private func mark(in text: Span<UInt8>, at i: Int, before end: Int) -> Label? {
    guard let label = label(in: text, at: i, item: true), label.end <= end,
      label.ordinal < 100 || label.ordinal == Self.last
    else { return nil }
    return label
  }

  // After what a member of an enumeration may begin, a bit for each last six bits of a character.

  /// TAB, space, ! ) , : ; ?, all below 64.
  private static let asciiBounds: UInt64 =
    1 << 0x09 | 1 << 0x20 | 1 << 0x21 | 1 << 0x29 | 1 << 0x2C | 1 << 0x3A | 1 << 0x3B | 1 << 0x3F
  /// ！ ） ， ： ； ？, U+FF01 to U+FF1F.
  private static let fullWidthBounds: UInt64 =
    1 << 0x01 | 1 << 0x09 | 1 << 0x0C | 1 << 0x1A | 1 << 0x1B | 1 << 0x1F
  /// The blank, 。 》 」 』 】, U+3000 to U+3011.
  private static let ideographicBounds: UInt64 =
    1 << 0x00 | 1 << 0x02 | 1 << 0x0B | 1 << 0x0D | 1 << 0x0F | 1 << 0x11
  /// — ’ ” …, U+2014 to U+2026.
  private static let generalBounds: UInt64 = 1 << 0x14 | 1 << 0x19 | 1 << 0x1D | 1 << 0x26
}

extension Span where Element == UInt8 {
  /// The first byte from `start` that may be punctuation, or `end`: no lead of an ordinary Chinese
  /// character (E4 … E9), no continuation, no ASCII letter or digit; eight bytes at a time.
  @inline(__always)
  func indexOfPunctuation(from start: Int, to end: Int) -> Int {
    var i = start
    while i &+ 8 <= end {
      let word = word64(at: i)
      // With the top bit turned, continuations are 00 … 3F, the ordinary leads 64 … 69, ASCII 80 and up.
      let turned = word ^ 0x8080_8080_8080_8080
      let low = turned & 0x7F7F_7F7F_7F7F_7F7F
      let from40 = low &+ 0x4040_4040_4040_4040
      let from64 = low &+ 0x1C1C_1C1C_1C1C_1C1C
      let from6A = low &+ 0x1616_1616_1616_1616
      let from30 = low &+ 0x5050_5050_5050_5050
      let from3A = low &+ 0x4646_4646_4646_4646
      let wide = ~turned & (from40 & ~from64 | from6A)
      let plain = turned & ~(from40 | from30 & ~from3A)
      let rare = (wide | plain) & 0x8080_8080_8080_8080
      if rare != 0 { return i &+ rare.trailingZeroBitCount &>> 3 }
      i &+= 8
    }
    while i < end {
      let byte = self[i]
      if byte < 0x30 || (byte >= 0x3A && byte < 0x40) || byte >= 0xEA
        || (byte >= 0xC0 && byte < 0xE4)
      {
        return i
      }
      i &+= 1
    }
    return end
  }
}
