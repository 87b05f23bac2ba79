/// Reading and counting characters (Unicode scalars) of UTF-8.
extension Span where Element == UInt8 {
  /// How many characters `range` has: its bytes that are not continuations; trimmed to the span.
  public func scalarCount(_ range: Range<Int>) -> Int {
    var i = Swift.max(range.lowerBound, 0)
    let end = Swift.min(range.upperBound, count)
    guard i < end else { return 0 }
    var continuations = 0
    let total = end &- i
    while i &+ 16 <= end {
      // A lane counts at most 31 bytes, so that eight lanes together stay below 256.
      let stop = Swift.min(end &- 16, i &+ 30 &* 16)
      var sums = SIMD16<UInt8>()
      while i <= stop {
        // As signed bytes the continuations, 80 to BF, are the lowest.
        let isContinuation =
          SIMD16<Int8>(truncatingIfNeeded: bytes16(at: i)) .< SIMD16<Int8>(repeating: -64)
        sums &+= SIMD16<UInt8>().replacing(with: SIMD16<UInt8>(repeating: 1), where: isContinuation)
        i &+= 16
      }
      let (low, high) = sums.words
      continuations &+= Int((low &* EachByte.low) &>> 56) &+ Int((high &* EachByte.low) &>> 56)
    }
    if i &+ 8 <= end {
      let word = word64(at: i)
      let marks = (word &>> 7) & ~(word &>> 6) & EachByte.low
      continuations &+= Int((marks &* EachByte.low) &>> 56)
      i &+= 8
    }
    while i < end {
      if self[i] & 0xC0 == 0x80 { continuations &+= 1 }
      i &+= 1
    }
    return total &- continuations
  }

  /// The character at `i` and its length; U+FFFD and 1 for a byte that begins no whole valid
  /// character, U+FFFD and 0 at the end.
  @inlinable
  public func scalar(at i: Int) -> (value: UInt32, length: Int) {
    guard i >= 0, i < count else { return (0xFFFD, 0) }
    let lead = UInt32(self[i])
    if lead < 0x80 { return (lead, 1) }
    if lead & 0xF0 == 0xE0, i &+ 2 < count {
      let second = UInt32(self[i &+ 1])
      let third = UInt32(self[i &+ 2])
      let value = (lead & 0x0F) &<< 12 | (second & 0x3F) &<< 6 | third & 0x3F
      let isWhole = second & 0xC0 == 0x80 && third & 0xC0 == 0x80
      if isWhole, value >= 0x800, value & 0xF800 != 0xD800 { return (value, 3) }
      return (0xFFFD, 1)
    }
    return rareScalar(at: i)
  }

  /// A character of two or four bytes, by the rules of `scalar(at:)`.
  @usableFromInline
  func rareScalar(at i: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(self[i])
    let left = count &- i
    if lead >= 0xC2, lead <= 0xDF, left >= 2, self[i &+ 1] & 0xC0 == 0x80 {
      return ((lead & 0x1F) &<< 6 | UInt32(self[i &+ 1] & 0x3F), 2)
    }
    guard lead >= 0xF0, lead <= 0xF4, left >= 4 else { return (0xFFFD, 1) }
    var value = lead & 0x07
    for k in 1..<4 {
      let byte = UInt32(self[i &+ k])
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value &<< 6 | byte & 0x3F
    }
    return value >= 0x10000 && value <= 0x10FFFF ? (value, 4) : (0xFFFD, 1)
  }
}
