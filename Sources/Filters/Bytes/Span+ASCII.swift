extension Span where Element == UInt8 {
  /// The place of the first byte of 0x80 or more at or after `from`, or `count` where there is none.
  func firstIndexBeyondASCII(from: Int) -> Int {
    var place = from
    while place + 8 <= count, word64(at: place) & EachByte.high == 0 { place += 8 }
    while place < count, self[place] < 0x80 { place += 1 }
    return place
  }
}
