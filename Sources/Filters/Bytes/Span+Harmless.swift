extension Span where Element == UInt8 {
  /// The text with U+FFFD for what could steer a terminal: control characters, and those that turn the
  /// direction of writing.
  public var harmless: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var place = 0
    while place < count {
      let (value, width) = scalar(at: place)
      switch value {
      case 0..<0x09, 0x0A..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
        result += [0xEF, 0xBF, 0xBD]
      default:
        for next in place..<place + width { result.append(self[next]) }
      }
      place += max(width, 1)
    }
    return result
  }
}
