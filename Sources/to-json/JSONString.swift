import Filters

/// The inside of a JSON string: the shortest escapes that RFC 8259 allows, everything else as it is.
enum JSONString {
  /// Writes text without the quotes around it.
  static func write(_ text: Span<UInt8>, _ output: inout Output) throws(Failure) {
    var run = 0
    while true {
      let mark = nextEscape(in: text, from: run)
      try output.write(text.extracting(run..<mark))
      if mark == text.count { return }
      try escape(text[mark], &output)
      run = mark + 1
    }
  }

  private static func escape(_ byte: UInt8, _ output: inout Output) throws(Failure) {
    switch byte {
    case UInt8(ascii: "\""): try output.write("\\\"")
    case UInt8(ascii: "\\"): try output.write("\\\\")
    case UInt8(ascii: "\n"): try output.write("\\n")
    case UInt8(ascii: "\t"): try output.write("\\t")
    case UInt8(ascii: "\r"): try output.write("\\r")
    case 0x08: try output.write("\\b")
    case 0x0C: try output.write("\\f")
    default:
      try output.write("\\u00")
      try output.write(byte: UInt8(ascii: "0") + byte >> 4)
      let low = byte & 15
      try output.write(byte: low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
    }
  }

  /// The place of the next byte that cannot stand as it is: a quote, a backslash, a control character.
  private static func nextEscape(in text: Span<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    var place = start
    while place + 8 <= text.count {
      let word = text.word64(at: place)
      let quotes = word ^ (ones &* 0x22)
      let slashes = word ^ (ones &* 0x5C)
      // A borrow can mark a byte above the first hit too, never one below it: the first is exact.
      let hits =
        ((word &- ones &* 0x20) & ~word) | ((quotes &- ones) & ~quotes)
        | ((slashes &- ones) & ~slashes)
      if hits & tops != 0 { return place + (hits & tops).trailingZeroBitCount / 8 }
      place += 8
    }
    while place < text.count, !mustEscape(text[place]) { place += 1 }
    return place
  }

  private static func mustEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }
}
