/// Finding a byte.
extension Span where Element == UInt8 {
  /// The place of the first `byte` at or after `from`, or `count` where there is none.
  ///
  /// Linear in the distance; safe for any `from` (beyond the end it is `count`).
  public func firstIndex(of byte: UInt8, from: Int = 0) -> Int {
    let end = count
    let wanted = EachByte.all(byte)
    var i = from < 0 ? 0 : from
    // The byte is often near (an empty line, a short field): one word first, then four at a time.
    if i &+ 8 <= end {
      let hit = zeroBytes(word64(at: i) ^ wanted)
      if hit != 0 { return i &+ hit.trailingZeroBitCount >> 3 }
      i &+= 8
    }
    let wide = SIMD16<UInt8>(repeating: byte)
    while i &+ 32 <= end, !((bytes16(at: i) .== wide) .| (bytes16(at: i &+ 16) .== wide)).isAny {
      i &+= 32
    }
    while i &+ 8 <= end {
      let hit = zeroBytes(word64(at: i) ^ wanted)
      if hit != 0 { return i &+ hit.trailingZeroBitCount >> 3 }
      i &+= 8
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
