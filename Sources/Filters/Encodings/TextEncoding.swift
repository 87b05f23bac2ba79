/// An encoding that a report may come in.
public enum TextEncoding: Equatable, Sendable {
  case utf8
  case gb18030
  case utf16(littleEndian: Bool)

  /// The encoding that `--encoding` calls `name`, in any case and with or without hyphens; GBK and
  /// GB2312 are read as GB18030, which contains them.
  public init?(named name: String) {
    var letters = ""
    for scalar in name.unicodeScalars where scalar != "-" && scalar != "_" {
      guard scalar.isASCII else { return nil }
      letters.unicodeScalars.append(scalar)
    }
    switch letters.lowercased() {
    case "utf8": self = .utf8
    case "gb18030", "gbk", "gb2312", "cp936": self = .gb18030
    case "utf16le": self = .utf16(littleEndian: true)
    case "utf16be": self = .utf16(littleEndian: false)
    default: return nil
    }
  }

  /// The name for messages; `init(named:)` knows it.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .gb18030: "GB18030"
    case .utf16(let littleEndian): littleEndian ? "UTF-16LE" : "UTF-16BE"
    }
  }

  /// The encoding that a byte order mark at the beginning of `prefix` tells, and the mark's length;
  /// give it three bytes where the text has them.
  public static func mark(of prefix: Span<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    guard prefix.count >= 2 else { return nil }
    switch (prefix[0], prefix[1]) {
    case (0xEF, 0xBB): return prefix.count > 2 && prefix[2] == 0xBF ? (.utf8, 3) : nil
    case (0xFF, 0xFE): return (.utf16(littleEndian: true), 2)
    case (0xFE, 0xFF): return (.utf16(littleEndian: false), 2)
    default: return nil
    }
  }

  /// How far `bytes` are text of this encoding; linear.
  public func check(_ bytes: Span<UInt8>) -> Verdict {
    switch self {
    case .utf8: UTF8Check.check(bytes)
    case .gb18030: GB18030.check(bytes)
    case .utf16(let littleEndian): UTF16Text.check(bytes, littleEndian: littleEndian)
    }
  }

  /// Appends `input` to `output` as UTF-8, up to the first invalid or cut character.
  ///
  /// The verdict's count is what has been read. After a cut character call again with the unread
  /// bytes and more; after an invalid one skip its length. With `atEnd` a cut character is invalid.
  /// Linear.
  public func decode(
    _ input: Span<UInt8>, atEnd: Bool, into output: inout [UInt8]
  ) -> Verdict {
    switch self {
    case .gb18030: return GB18030.decode(input, atEnd: atEnd, into: &output)
    case .utf16(let littleEndian):
      return UTF16Text.decode(input, littleEndian: littleEndian, atEnd: atEnd, into: &output)
    case .utf8:
      var verdict = UTF8Check.check(input)
      let whole = input.extracting(0..<verdict.validCount)
      output.reserveCapacity(output.count &+ whole.count)
      for i in whole.indices { output.append(whole[i]) }
      if atEnd, verdict.ending == .cut {
        verdict.ending = .invalid(length: input.count &- verdict.validCount)
      }
      return verdict
    }
  }
}
