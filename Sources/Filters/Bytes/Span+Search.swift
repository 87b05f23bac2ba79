/// Finding a byte.
extension Span where Element == UInt8 {
  /// The place of the first `byte` at or after `from`, or `count` where there is none.
  ///
  /// Linear in the distance; safe for any `from` (beyond the end it is `count`).
  public func firstIndex(of byte: UInt8, from: Int = 0) -> Int {
    let end = count
    var i = from < 0 ? 0 : from
    // The byte is often near (an empty line, a short field): one word here, the rest by the C library.
    if i &+ 8 <= end {
      let hit = zeroBytes(word64(at: i) ^ EachByte.all(byte))
      if hit != 0 { return i &+ hit.trailingZeroBitCount >> 3 }
      return System.firstIndex(of: byte, in: self, from: i &+ 8)
    }
    while i < end {
      if self[i] == byte { return i }
      i &+= 1
    }
    return end
  }
}

/// The high bit of each zero byte; bytes above the first zero may be marked wrongly, the first
/// never.
@inline(__always)
private func zeroBytes(_ word: UInt64) -> UInt64 {
  (word &- EachByte.low) & ~word & EachByte.high
}
