extension StaticString {
  /// True if the literal begins with `prefix`.
  func starts(with prefix: Span<UInt8>) -> Bool {
    guard prefix.count <= utf8CodeUnitCount else { return false }
    for index in prefix.indices where unsafe utf8Start[index] != prefix[index] { return false }
    return true
  }
}
