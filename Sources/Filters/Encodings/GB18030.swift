// GB18030, the national encoding of Chinese text; GBK and GB2312 are its older, smaller parts:
//
//     00–7F                                  one byte, ASCII
//     81–FE  40–7E 80–FE                     two, by a table that has no holes
//     81–FE  30–39  81–FE  30–39             four, read as one number ("pointer"): up to 39419
//                                            by ranges of what the table lacks below U+10000,
//                                            from 189000 on U+10000 to U+10FFFF in order
//
// The table is that of the Encoding Standard, which is what browsers show: the edition of 2005 with
// the eighteen characters that the edition of 2022 took out of the private use area (A6D9–A6DF,
// A6EC, A6ED, A6F3, FE59, FE61, FE66, FE67, FE6D, FE7E, FE90, FEA0), and A3A0 read as U+3000. The
// edition of 2000, which iconv modules and Python know, has U+E7C7 for A8BC and U+1E3F for
// 8135F437; here it is the reverse.
//
// Errors are strict, as the decision between encodings needs it: 80 and FF begin nothing (the euro
// sign of code page 936 is an error), and so do pointers from 39420 to 188999 and from 1237576.
// What one U+FFFD is to replace follows the Encoding Standard: a byte of ASCII is never swallowed,
// unless in four well-formed bytes that stand for nothing. At the end of the text, where the
// standard replaces all that is left, we keep to that rule too.

/// The strict decoder of GB18030 to UTF-8.
public enum GB18030 {
  /// How far `bytes` are GB18030; linear.
  public static func check(_ bytes: Span<UInt8>) -> Verdict {
    let count = bytes.count
    var i = 0
    while i < count {
      if i &+ 8 <= count {
        let high = bytes.word64(at: i) & EachByte.high
        i &+= high == 0 ? 8 : high.trailingZeroBitCount &>> 3
        if high == 0 { continue }
      }
      while i &+ 2 <= count, isPair(bytes[i], bytes[i &+ 1]) { i &+= 2 }
      guard i < count else { break }
      switch character(in: bytes, at: i) {
      case .scalar(_, let length): i &+= length
      case .cut: return Verdict(validCount: i, ending: .cut)
      case .invalid(let length): return Verdict(validCount: i, ending: .invalid(length: length))
      }
    }
    return Verdict(validCount: count, ending: .whole)
  }

  /// Appends `input` to `output` as UTF-8, up to the first invalid or cut character.
  ///
  /// The verdict's count is what has been read. With `atEnd` a cut character is invalid. Linear.
  public static func decode(
    _ input: Span<UInt8>, atEnd: Bool, into output: inout [UInt8]
  ) -> Verdict {
    let start = output.count
    // Two bytes make three at most; words are stored whole.
    output.append(contentsOf: repeatElement(0, count: input.count &+ input.count / 2 &+ 8))
    let cells = cells
    var bytes = output.mutableSpan
    // Called unsafe only because not every type may be made of any bytes.
    var room = unsafe bytes.mutableBytes
    let (verdict, end) = decode(input, by: cells.span, into: &room, from: start)
    output.removeLast(output.count &- end)
    guard atEnd, verdict.ending == .cut else { return verdict }
    return Verdict(validCount: verdict.validCount, ending: .invalid(length: 1))
  }

  /// The table's cells, and one byte more, so that the last cell can be read as four bytes.
  private static let cells = Array(GB18030Table.characters.utf8) + [0]

  private static func decode(
    _ input: Span<UInt8>, by cells: Span<UInt8>, into room: inout MutableRawSpan,
    from start: Int
  ) -> (Verdict, end: Int) {
    let count = input.count
    var i = 0
    var o = start
    while i < count {
      if i &+ 8 <= count {
        let word = input.word64(at: i)
        let high = word & EachByte.high
        let length = high == 0 ? 8 : high.trailingZeroBitCount &>> 3
        room.store(word, at: o)
        i &+= length
        o &+= length
        if high == 0 { continue }
      }
      while i &+ 2 <= count, isPair(input[i], input[i &+ 1]) {
        let trail = Int(input[i &+ 1])
        let number = (Int(input[i]) &- 0x81) &* 190 &+ trail &- (trail < 0x7F ? 0x40 : 0x41)
        let cell = cells.word32(at: 3 &* number)
        // A cell of two bytes begins with a space.
        let isShort: UInt32 = cell & 0xFF == 0x20 ? 1 : 0
        room.store(four: cell &>> (8 &* isShort), at: o)
        i &+= 2
        o &+= 3 &- Int(isShort)
      }
      guard i < count else { break }
      switch character(in: input, at: i) {
      case .scalar(let value, let length):
        o &+= room.store(scalar: value, at: o)
        i &+= length
      case .cut: return (Verdict(validCount: i, ending: .cut), o)
      case .invalid(let length):
        return (Verdict(validCount: i, ending: .invalid(length: length)), o)
      }
    }
    return (Verdict(validCount: count, ending: .whole), o)
  }

  @inline(__always)
  private static func isPair(_ lead: UInt8, _ trail: UInt8) -> Bool {
    lead &- 0x81 < 0x7E && trail >= 0x40 && trail != 0x7F && trail != 0xFF
  }

  private enum Character {
    case scalar(UInt32, length: Int)
    case cut
    case invalid(length: Int)
  }

  /// A character of one or four bytes, or what is wrong at `i`; pairs have been read before.
  private static func character(in bytes: Span<UInt8>, at i: Int) -> Character {
    let first = bytes[i]
    if first < 0x80 { return .scalar(UInt32(first), length: 1) }
    if first == 0x80 || first == 0xFF { return .invalid(length: 1) }
    let left = bytes.count &- i
    if left == 1 { return .cut }
    let second = bytes[i &+ 1]
    guard second >= 0x30, second <= 0x39 else { return .invalid(length: second < 0x80 ? 1 : 2) }
    if left == 2 { return .cut }
    let third = bytes[i &+ 2]
    guard third >= 0x81, third <= 0xFE else { return .invalid(length: 1) }
    if left == 3 { return .cut }
    let fourth = bytes[i &+ 3]
    guard fourth >= 0x30, fourth <= 0x39 else { return .invalid(length: 1) }
    let upper = UInt32(first &- 0x81) &* 10 &+ UInt32(second &- 0x30)
    let pointer = (upper &* 126 &+ UInt32(third &- 0x81)) &* 10 &+ UInt32(fourth &- 0x30)
    guard let scalar = scalar(of: pointer) else { return .invalid(length: 4) }
    return .scalar(scalar, length: 4)
  }

  private static func scalar(of pointer: UInt32) -> UInt32? {
    if pointer >= 189_000 {
      return pointer <= 1_237_575 ? pointer &- 189_000 &+ 0x10000 : nil
    }
    guard pointer < 39_420 else { return nil }
    let ranges = GB18030Table.ranges
    // The last range that begins at or before the pointer; the first begins at 0.
    var low = 0
    var high = ranges.count / 2
    while high &- low > 1 {
      let middle = (low &+ high) / 2
      if ranges[2 &* middle] <= pointer { low = middle } else { high = middle }
    }
    return ranges[2 &* low &+ 1] &+ (pointer &- ranges[2 &* low])
  }
}
