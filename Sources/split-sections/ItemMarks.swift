import Filters

extension LabelStyles {
  /// Notes every place of `range` where a member of an enumeration may begin: the label of an item
  /// style at the range's start or after a stop, and a circled number anywhere; at most `limit`.
  func marks(in text: Span<UInt8>, _ range: Range<Int>, limit: Int, into marks: inout [Label]) {
    let end = range.upperBound
    var i = range.lowerBound
    let full = marks.count + limit
    var isBoundary = true
    while i < end, marks.count < full {
      if isBoundary {
        isBoundary = false
        if mayBeBlank(text[i]) { i += text.blankLength(at: i) }
        if let label = mark(in: text, at: i, before: end) {
          marks.append(label)
          i = label.end
          continue
        }
        if i >= end { return }
      }
      i = text.indexOfRareByte(from: i, to: end)
      if i >= end { return }
      let byte = text[i]
      if byte < 0x80 {
        isBoundary = byte < 64 && Self.asciiBounds &>> UInt64(byte) & 1 != 0
        i += 1
      } else if byte == 0xEF || byte == 0xE3 || byte == 0xE2 {
        let (scalar, length) = text.scalar(at: i)
        if (scalar >= 0x2460 && scalar <= 0x2487) || (scalar == 0xFF08 && isDigit(text, i + 3)),
          let label = mark(in: text, at: i, before: end)
        {
          marks.append(label)
          i = label.end
        } else {
          isBoundary = Self.bounds(scalar)
          i += length
        }
      } else {
        i += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      }
    }
  }

  @inline(__always)
  private func mayBeBlank(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0xE3 || byte == 0xE2 || byte == 0xC2
  }

  @inline(__always)
  private func mark(in text: Span<UInt8>, at i: Int, before end: Int) -> Label? {
    guard let label = label(in: text, at: i, item: true), label.end <= end,
      label.ordinal < 100 || label.ordinal == Self.last
    else { return nil }
    return label
  }

  /// （1） may stand without a stop before it; （一） is too often a reference.
  @inline(__always)
  private func isDigit(_ text: Span<UInt8>, _ i: Int) -> Bool {
    i < text.count && text[i] >= 0x30 && text[i] <= 0x39
  }

  /// Whether a member of an enumeration may begin after `scalar`.
  @inline(__always)
  private static func bounds(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3002, 0xFF1B, 0xFF1A, 0xFF0C, 0xFF01, 0xFF1F, 0x2026, 0x2014, 0x3000, 0xFF61: true
    case 0x201D, 0x2019, 0xFF09, 0x300B, 0x300D, 0x300F, 0x3011: true
    default: false
    }
  }

  /// The ASCII characters after which one may begin, a bit for each.
  private static let asciiBounds: UInt64 =
    1 << 0x09 | 1 << 0x20 | 1 << 0x21 | 1 << 0x29 | 1 << 0x2C | 1 << 0x3A | 1 << 0x3B | 1 << 0x3F
}

extension Span where Element == UInt8 {
  /// The first byte from `start` that is neither the lead of an ordinary Chinese character (E4 … E9)
  /// nor a continuation, or `end`: the places where punctuation can be, eight bytes at a time.
  @inline(__always)
  func indexOfRareByte(from start: Int, to end: Int) -> Int {
    var i = start
    while i &+ 8 <= end {
      let word = word64(at: i)
      // With the top bit turned, continuations are 00 … 3F, the ordinary leads 64 … 69, ASCII 80 and up.
      let turned = word ^ 0x8080_8080_8080_8080
      let low = turned & 0x7F7F_7F7F_7F7F_7F7F
      let isLead = low &+ 0x4040_4040_4040_4040
      let isFrom64 = low &+ 0x1C1C_1C1C_1C1C_1C1C
      let isFrom6A = low &+ 0x1616_1616_1616_1616
      let rare = (isLead & ~isFrom64 | isFrom6A | turned) & 0x8080_8080_8080_8080
      if rare != 0 { return i &+ rare.trailingZeroBitCount &>> 3 }
      i &+= 8
    }
    while i < end {
      let byte = self[i]
      if byte < 0x80 || byte >= 0xEA || (byte >= 0xC0 && byte < 0xE4) { return i }
      i &+= 1
    }
    return end
  }
}
