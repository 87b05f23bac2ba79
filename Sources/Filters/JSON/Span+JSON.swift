/// The inside of JSON strings.
extension Span where Element == UInt8 {
  /// The place of the next quote, backslash or control character from `start` on; the count where there is none.
  ///
  /// None of these can stand as it is inside a JSON string. Linear in the distance.
  public func firstIndexOfJSONStop(from start: Int = 0) -> Int {
    let end = count
    var place = start < 0 ? 0 : start
    // The first word alone: short strings end here. Then four words at a time.
    if place &+ 8 <= end {
      let hits = Self.jsonStops(word64(at: place))
      if hits != 0 { return place &+ hits.trailingZeroBitCount >> 3 }
      place &+= 8
    }
    let quote = SIMD4<UInt64>(repeating: EachByte.all(0x22))
    let slash = SIMD4<UInt64>(repeating: EachByte.all(0x5C))
    let space = SIMD4<UInt64>(repeating: EachByte.all(0x20))
    let one = SIMD4<UInt64>(repeating: EachByte.low)
    while place &+ 32 <= end {
      let words = words256(at: place)
      let quotes = words ^ quote
      let slashes = words ^ slash
      let low = (words &- space) & ~words
      let hits = low | ((quotes &- one) & ~quotes) | ((slashes &- one) & ~slashes)
      if (hits[0] | hits[1] | hits[2] | hits[3]) & EachByte.high != 0 { break }
      place &+= 32
    }
    while place &+ 8 <= end {
      let hits = Self.jsonStops(word64(at: place))
      if hits != 0 { return place &+ hits.trailingZeroBitCount >> 3 }
      place &+= 8
    }
    while place < end {
      let byte = self[place]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
      place &+= 1
    }
    return Swift.min(place, end)
  }

  /// The high bit of each byte that stops; those above the first may be marked wrongly, the first never.
  @inline(__always)
  private static func jsonStops(_ word: UInt64) -> UInt64 {
    let quotes = word ^ EachByte.all(0x22)
    let slashes = word ^ EachByte.all(0x5C)
    let hits =
      ((word &- EachByte.all(0x20)) & ~word) | ((quotes &- EachByte.low) & ~quotes)
      | ((slashes &- EachByte.low) & ~slashes)
    return hits & EachByte.high
  }
}
