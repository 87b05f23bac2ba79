// UTF-16: units of two bytes, the low one first (little-endian) or last.
//
//     0000–D7FF, E000–FFFF           one unit
//     D800–DBFF  DC00–DFFF           two; either alone is invalid
//
// An invalid unit is two bytes to replace, an odd byte at the end one.

/// The strict decoder of UTF-16 to UTF-8.
public enum UTF16Text {
  /// How far `bytes` are UTF-16; linear.
  public static func check(_ bytes: Span<UInt8>, littleEndian: Bool) -> Verdict {
    let low = littleEndian ? 0 : 1
    var i = 0
    while i &+ 2 <= bytes.count {
      let upper = bytes[i &+ 1 &- low] & 0xF8
      if upper != 0xD8 {
        i &+= 2
        continue
      }
      switch scalar(in: bytes, at: i, low: low) {
      case .scalar(_, let length): i &+= length
      case .ending(let ending): return Verdict(validCount: i, ending: ending)
      }
    }
    return Verdict(validCount: i, ending: i == bytes.count ? .whole : .cut)
  }

  /// Appends `input` to `output` as UTF-8, up to the first invalid or cut character.
  ///
  /// The verdict's count is what has been read. With `atEnd` a cut character is invalid. Linear.
  public static func decode(
    _ input: Span<UInt8>, littleEndian: Bool, atEnd: Bool, into output: inout [UInt8]
  ) -> Verdict {
    let start = output.count
    // One unit makes three bytes at most; four are stored at once.
    output.append(contentsOf: repeatElement(0, count: input.count &+ input.count / 2 &+ 4))
    var bytes = output.mutableSpan
    // Called unsafe only because not every type may be made of any bytes.
    var room = unsafe bytes.mutableBytes
    let low = littleEndian ? 0 : 1
    var verdict = Verdict(validCount: 0, ending: .whole)
    var o = start
    var i = 0
    while i &+ 2 <= input.count {
      switch scalar(in: input, at: i, low: low) {
      case .scalar(let value, let length):
        o &+= room.store(scalar: value, at: o)
        i &+= length
        continue
      case .ending(let ending): verdict.ending = ending
      }
      break
    }
    verdict.validCount = i
    if verdict.ending == .whole, i < input.count { verdict.ending = .cut }
    output.removeLast(output.count &- o)
    if atEnd, verdict.ending == .cut {
      verdict.ending = .invalid(length: Swift.min(2, input.count &- i))
    }
    return verdict
  }

  private enum Character {
    case scalar(UInt32, length: Int)
    case ending(Verdict.Ending)
  }

  /// The character whose first unit is at `i`; `low` is where in a unit the low byte stands.
  @inline(__always)
  private static func scalar(in bytes: Span<UInt8>, at i: Int, low: Int) -> Character {
    let first = UInt32(bytes[i &+ low]) | UInt32(bytes[i &+ 1 &- low]) &<< 8
    if first & 0xF800 != 0xD800 { return .scalar(first, length: 2) }
    guard first < 0xDC00 else { return .ending(.invalid(length: 2)) }
    guard i &+ 4 <= bytes.count else {
      // Where the second unit's upper byte is there already, it may tell that it is no second half.
      if low == 1, i &+ 3 == bytes.count, bytes[i &+ 2] & 0xFC != 0xDC {
        return .ending(.invalid(length: 2))
      }
      return .ending(.cut)
    }
    let second = UInt32(bytes[i &+ 2 &+ low]) | UInt32(bytes[i &+ 3 &- low]) &<< 8
    guard second & 0xFC00 == 0xDC00 else { return .ending(.invalid(length: 2)) }
    return .scalar(0x10000 &+ (first & 0x3FF) &<< 10 &+ second & 0x3FF, length: 4)
  }
}
