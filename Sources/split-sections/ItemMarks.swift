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
        i += text.blankLength(at: i)
        if let label = mark(in: text, at: i, before: end) {
          marks.append(label)
          i = label.end
          continue
        }
        if i >= end { return }
      }
      let byte = text[i]
      // Most characters have three bytes and are no punctuation: nothing is to be done about them.
      if byte >= 0xE4 && byte <= 0xE9 {
        i += 3
      } else if byte < 0x80 {
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
