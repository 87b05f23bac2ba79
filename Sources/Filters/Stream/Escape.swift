/// The five escapes of a stream's columns.
enum Escape {
  /// The byte that `\letter` stands for; nil where there is no such escape.
  @inline(__always)
  static func meaning(of letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\\"): UInt8(ascii: "\\")
    case UInt8(ascii: "t"): UInt8(ascii: "\t")
    case UInt8(ascii: "n"): UInt8(ascii: "\n")
    case UInt8(ascii: "r"): UInt8(ascii: "\r")
    case UInt8(ascii: "0"): 0
    default: nil
    }
  }

  /// The letter after the backslash that `byte` is written with; nil where it stands for itself.
  @inline(__always)
  static func letter(for byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\\"): UInt8(ascii: "\\")
    case UInt8(ascii: "\t"): UInt8(ascii: "t")
    case UInt8(ascii: "\n"): UInt8(ascii: "n")
    case UInt8(ascii: "\r"): UInt8(ascii: "r")
    case 0: UInt8(ascii: "0")
    default: nil
    }
  }

  /// The place of the next byte from `start` that must be escaped; the count where there is none.
  static func next(in bytes: Span<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    var place = start
    while place + 8 <= bytes.count {
      let word = bytes.word64(at: place)
      // Bytes below 14 hold the four control characters; a few others are sorted out below.
      let low = (word &- ones &* 14) & ~word
      let slashes = word ^ (ones &* 0x5C)
      if (low | ((slashes &- ones) & ~slashes)) & tops != 0 {
        for index in place..<place + 8 where letter(for: bytes[index]) != nil { return index }
      }
      place += 8
    }
    while place < bytes.count, letter(for: bytes[place]) == nil { place += 1 }
    return place
  }
}
