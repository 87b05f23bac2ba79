/// The inside of JSON strings.
extension Span where Element == UInt8 {
  /// The place of the next quote, backslash or control character from `start` on; the count where there is none.
  ///
  /// None of these can stand as it is inside a JSON string. Linear in the distance.
  public func firstIndexOfJSONStop(from start: Int = 0) -> Int {
    let stops = StopBytes.jsonString
    let end = count
    var place = start < 0 ? 0 : start
    // The first word alone: short strings end here. Then 32 bytes at a time.
    if place &+ 8 <= end {
      let hits = stops.marks(word64(at: place))
      if hits != 0 { return place &+ hits.trailingZeroBitCount >> 3 }
      place &+= 8
    }
    while place &+ 32 <= end, !stops.standIn(self, at: place) { place &+= 32 }
    while place &+ 8 <= end {
      let hits = stops.marks(word64(at: place))
      if hits != 0 { return place &+ hits.trailingZeroBitCount >> 3 }
      place &+= 8
    }
    while place < end, !stops.contains(self[place]) { place &+= 1 }
    return Swift.min(place, end)
  }
}
