/// Seeing and copying in one go, which is what makes columns and strings cheap, the short ones too.
extension ByteBuffer {
  /// Adds `bytes` if none of them stops; false, and nothing added, where one does.
  @inline(__always)
  mutating func append(_ bytes: Span<UInt8>, without stops: StopBytes) -> Bool {
    let count = bytes.count
    if capacity - tail < count { reserve(count) }
    let place = unsafe memory + tail
    // What is left over at the end is covered by a last step that takes some bytes for the second time.
    if count >= 32 {
      var i = 0
      let last = count &- 32
      while true {
        let low = bytes.bytes16(at: i)
        let high = bytes.bytes16(at: i &+ 16)
        if (stops.marks(low) .| stops.marks(high)).isAny { return false }
        unsafe place.storeBytes(of: low, toByteOffset: i, as: SIMD16<UInt8>.self)
        unsafe place.storeBytes(of: high, toByteOffset: i &+ 16, as: SIMD16<UInt8>.self)
        if i == last { break }
        i = min(i &+ 32, last)
      }
    } else if count >= 8 {
      var i = 0
      let last = count &- 8
      while true {
        let word = bytes.word64(at: i)
        if stops.marks(word) != 0 { return false }
        unsafe place.storeBytes(of: word.littleEndian, toByteOffset: i, as: UInt64.self)
        if i == last { break }
        i = min(i &+ 8, last)
      }
    } else if count >= 4 {
      let first = bytes.word32(at: 0)
      let last = bytes.word32(at: count &- 4)
      if stops.marks(UInt64(first) | UInt64(last) &<< 32) != 0 { return false }
      unsafe place.storeBytes(of: first.littleEndian, as: UInt32.self)
      unsafe place.storeBytes(of: last.littleEndian, toByteOffset: count &- 4, as: UInt32.self)
    } else {
      for i in 0..<count {
        let byte = bytes[i]
        if stops.contains(byte) { return false }
        unsafe place.storeBytes(of: byte, toByteOffset: i, as: UInt8.self)
      }
    }
    tail += count
    return true
  }

  /// Adds `bytes` if a column of a stream shows them as they are; false where it must not, or need not.
  @inline(__always)
  mutating func append(plain bytes: Span<UInt8>) -> Bool { append(bytes, without: .column) }

  /// Adds `bytes` if the inside of a JSON string shows them as they are; false where it must not.
  @inline(__always)
  mutating func append(plainJSON bytes: Span<UInt8>) -> Bool { append(bytes, without: .jsonString) }
}
