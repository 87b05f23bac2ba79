// What is said of a text that is no JSON.

extension JSONReader {
  /// Why a text is no JSON.
  public struct Fault: Error, Equatable, Sendable {
    /// The place in its line, in bytes from 0.
    public let offset: Int
    /// What is wrong, or what should stand there.
    public let reason: String

    /// Says what is wrong at a place.
    public init(offset: Int, reason: String) {
      self.offset = offset
      self.reason = reason
    }
  }

  /// What is wrong with a text that ends here, at the end of `line`.
  public func truncated(_ line: Span<UInt8>) -> Fault {
    Fault(offset: line.count, reason: "the text ends, and \(wanted) should follow")
  }

  private var wanted: String {
    switch expected {
    case .value: "a value"
    case .elementOrEnd: "a value or ]"
    case .nameOrEnd: "a name in quotes or }"
    case .name: "a name in quotes"
    case .colon: "a colon"
    case .separator: isInObject ? "a comma or }" : "a comma or ]"
    case .nothing: "nothing"
    }
  }

  /// What stands at the place, in words.
  func found(_ line: Span<UInt8>) -> String {
    guard place < limit else { return "and the text ends" }
    let byte = line[place]
    let isShown = byte > 0x20 && byte < 0x7F
    return isShown ? "not \(Unicode.Scalar(byte))" : "not the byte \(hexadecimal(byte))"
  }

  /// What is wrong with the byte at the place, which should not stand there.
  func unexpected(_ line: Span<UInt8>) -> Fault {
    Fault(
      offset: place,
      reason: (expected == .nothing
        ? "nothing should follow the value" : "\(wanted) should stand here")
        + ", \(found(line))")
  }

  /// What is wrong with a line that is not UTF-8 throughout.
  func notText(_ line: Span<UInt8>) -> Fault {
    Fault(
      offset: limit, reason: "the byte \(hexadecimal(line[limit])) is not UTF-8, which JSON must be"
    )
  }

  /// What is wrong with an object in which a name stands twice.
  static func double(_ name: [UInt8], _ offset: Int) -> Fault {
    let shown = String(decoding: name.prefix(80), as: UTF8.self)
    return Fault(offset: offset, reason: "the name \"\(shown)\" stands twice in one object")
  }
}
