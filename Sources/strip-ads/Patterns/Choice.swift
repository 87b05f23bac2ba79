import Filters

/// Texts of which one stands at a place; `Choices` has them.
struct Choice: Equatable, Sendable {
  /// The entries of the texts, the longest first.
  let entries: Range<Int>
  /// True if none of them need stand there.
  let isOptional: Bool
  /// The hashes of the characters that the texts begin with, and the last bytes that they end with.
  let firsts: UInt64
  /// See `firsts`.
  let lasts: UInt64

  /// One bit for the character at `place`.
  @inline(__always)
  static func firstBit(_ line: Span<UInt8>, at place: Int) -> UInt64 {
    let lead = line[place]
    guard lead >= 0xE0, place + 2 < line.count else { return 1 << UInt64(lead & 63) }
    return 1 << UInt64((line[place + 1] &* 5 ^ line[place + 2]) & 63)
  }

  /// One bit for the byte before `end`.
  @inline(__always)
  static func lastBit(_ line: Span<UInt8>, before end: Int) -> UInt64 {
    1 << UInt64(line[end - 1] & 63)
  }
}
