extension Array where Element == UInt8 {
  /// A copy of the bytes, for keeping them longer than their span lives; not for use per line.
  public init(copying bytes: Span<UInt8>) {
    self = []
    reserveCapacity(bytes.count)
    for index in bytes.indices { append(bytes[index]) }
  }
}
