/// Comparing bytes.
extension Span where Element == UInt8 {
  /// Whether these are the same bytes as `other`.
  @inlinable
  public func isEqual(to other: Span<UInt8>) -> Bool {
    count == other.count && starts(with: other, at: 0)
  }

  /// Whether these are the bytes of `literal`.
  @inlinable
  public func isEqual(to literal: StaticString) -> Bool {
    count == literal.utf8CodeUnitCount && starts(with: literal, at: 0)
  }

  /// Whether `prefix` stands at `i`; false where it would reach beyond the end.
  @inlinable
  public func starts(with prefix: Span<UInt8>, at i: Int = 0) -> Bool {
    let length = prefix.count
    guard i >= 0, i <= count, length <= count &- i else { return false }
    var k = 0
    while k &+ 8 <= length {
      if word64(at: i &+ k) != prefix.word64(at: k) { return false }
      k &+= 8
    }
    while k < length {
      if self[i &+ k] != prefix[k] { return false }
      k &+= 1
    }
    return true
  }

  /// Whether the bytes of `literal` stand at `i`; false where they would reach beyond the end.
  @inlinable
  public func starts(with literal: StaticString, at i: Int = 0) -> Bool {
    guard literal.hasPointerRepresentation else { return false }
    // The bytes of a literal live as long as the program, and the buffer carries their count.
    let prefix = unsafe UnsafeBufferPointer(
      start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    return unsafe starts(with: prefix.span, at: i)
  }
}
