/// A file name from the command line, byte for byte: names need not be UTF-8, so text cannot carry them.
public struct Operand: Sendable, Equatable {
  /// The name without its final NUL.
  public let bytes: [UInt8]

  /// Takes a name as the system gave it.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether it is `-`, which stands for standard input.
  public var isStandardInput: Bool { bytes == [UInt8(ascii: "-")] }

  /// The name for a message: U+FFFD for what is not UTF-8, `\xNN` for control characters; no file is opened by it.
  public var text: String {
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.properties.generalCategory == .control {
        text += scalar.value < 0x10 ? "\\x0" : "\\x"
        text += String(scalar.value, radix: 16)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
