extension Array where Element == UInt8 {
  /// A copy of the bytes, for keeping them longer than their span lives; not for use per line.
  public init(copying bytes: Span<UInt8>) {
    self = []
    append(copying: bytes)
  }

  /// Adds a copy of the bytes at the end.
  public mutating func append(copying bytes: Span<UInt8>) {
    // The array copies while the span lives.
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
