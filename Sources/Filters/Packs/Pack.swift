// A rule pack is a UTF-8 text file that people read and write:
//
//     # A line whose first word starts with # is a comment; so is the rest of a line after such a word.
//     [group-name key=value …]            opens a group; its keys hold for all of its rows
//     word word "a phrase" key=value      a row: words, and keys that hold for this row alone
//
// Words are parted by blanks (space, TAB, U+3000). A word or value in double quotes may hold blanks, a leading
// # or [, and =; inside quotes \" \\ and \t stand for a quote, a backslash and a TAB. Keys are lower-case
// ASCII letters, digits and hyphens. What groups, words and keys mean is each pack's own affair.

/// A parsed rule pack: groups of rows, each with the line that it stands on.
public struct Pack: Sendable {
  /// One row of a group.
  public struct Row: Sendable {
    /// The line of the file, from 1.
    public let line: Int
    /// The row's words, in order.
    public let words: [String]
    /// The row's own keys.
    public let keys: [String: String]
  }

  /// A headed group of rows.
  public struct Group: Sendable {
    /// The line of the header, from 1.
    public let line: Int
    /// The first word of the header.
    public let name: String
    /// The words of the header after its name.
    public let words: [String]
    /// The keys of the header.
    public let keys: [String: String]
    /// The rows under the header.
    public internal(set) var rows: [Row]
  }

  /// No pack is larger, so that a wrong file name is noticed.
  static let maximumSize = 16 << 20

  /// The file's name, for messages.
  public let name: String
  /// The groups in the order of the file.
  public let groups: [Group]

  /// Parses the bytes of a pack; `name` stands in every message about it.
  public init(_ bytes: [UInt8], name: String) throws(PackFailure) {
    self.name = name
    var groups: [Group] = []
    var number = 0
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      number += 1
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      let next = end + 1
      if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      var line = PackLine(bytes: bytes, position: start, end: end, number: number, pack: name)
      let entry = try line.parse()
      switch entry {
      case .nothing: break
      case .header(let words, let keys):
        guard let first = words.first else { throw line.failure("a group needs a name: [name]") }
        groups.append(
          Group(
            line: number, name: first, words: Array(words.dropFirst()), keys: keys, rows: []))
      case .row(let words, let keys):
        guard !groups.isEmpty else {
          throw line.failure("this row stands before the first group; open one with [name]")
        }
        groups[groups.count - 1].rows.append(Row(line: number, words: words, keys: keys))
      }
      start = next
    }
    self.groups = groups
  }
}

/// Why a rule pack cannot be used: the file, the line and the reason.
public struct PackFailure: Error, Equatable {
  /// The pack's file name.
  public let pack: String
  /// The line, from 1; 0 where the whole file is meant.
  public let line: Int
  /// What is wrong and what to do.
  public let reason: String

  /// Names the pack, the line and the reason.
  public init(pack: String, line: Int, reason: String) {
    self.pack = pack
    self.line = line
    self.reason = reason
  }
}

/// One line of a pack while it is read.
private struct PackLine {
  enum Entry {
    case nothing
    case header([String], [String: String])
    case row([String], [String: String])
  }

  let bytes: [UInt8]
  var position: Int
  var end: Int
  let number: Int
  let pack: String

  func failure(_ reason: String) -> PackFailure {
    PackFailure(pack: pack, line: number, reason: reason)
  }

  mutating func parse() throws(PackFailure) -> Entry {
    skipBlanks()
    guard position < end, bytes[position] != UInt8(ascii: "#") else { return .nothing }
    try requireUTF8()
    let isHeader = bytes[position] == UInt8(ascii: "[")
    if isHeader { position += 1 }
    var words: [String] = []
    var keys: [String: String] = [:]
    var closed = false
    while true {
      skipBlanks()
      guard position < end, bytes[position] != UInt8(ascii: "#") else { break }
      if isHeader, bytes[position] == UInt8(ascii: "]") {
        position += 1
        closed = true
        skipBlanks()
        guard position == end || bytes[position] == UInt8(ascii: "#") else {
          throw failure("nothing may follow the ] of a group's header")
        }
        break
      }
      if let key = try takeKey() {
        guard keys[key] == nil else { throw failure("the key \(key) stands twice") }
        keys[key] = try takeWord(inHeader: isHeader)
      } else {
        words.append(try takeWord(inHeader: isHeader))
      }
    }
    if isHeader {
      guard closed else { throw failure("the ] of the group's header is missing") }
      return .header(words, keys)
    }
    return .row(words, keys)
  }

  private mutating func skipBlanks() {
    while position < end {
      if bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\t") {
        position += 1
      } else if isIdeographicSpace {
        position += 3
      } else {
        return
      }
    }
  }

  private var isIdeographicSpace: Bool {
    position + 2 < end && bytes[position] == 0xE3 && bytes[position + 1] == 0x80
      && bytes[position + 2] == 0x80
  }

  /// Takes `key=` where one stands here, and leaves the position at its value.
  private mutating func takeKey() throws(PackFailure) -> String? {
    var stop = position
    while stop < end, Self.isKeyByte(bytes[stop]) { stop += 1 }
    guard stop > position, stop < end, bytes[stop] == UInt8(ascii: "=") else { return nil }
    let key = String(decoding: bytes[position..<stop], as: UTF8.self)
    position = stop + 1
    return key
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte == UInt8(ascii: "-")
  }

  private mutating func takeWord(inHeader: Bool) throws(PackFailure) -> String {
    if position < end, bytes[position] == UInt8(ascii: "\"") { return try takeQuotedWord() }
    let start = position
    while position < end, bytes[position] != UInt8(ascii: " "),
      bytes[position] != UInt8(ascii: "\t"), !isIdeographicSpace,
      !(inHeader && bytes[position] == UInt8(ascii: "]"))
    {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func takeQuotedWord() throws(PackFailure) -> String {
    var word: [UInt8] = []
    position += 1
    while true {
      guard position < end else { throw failure("the closing \" is missing") }
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: word, as: UTF8.self) }
      word.append(byte == UInt8(ascii: "\\") ? try takeEscape() : byte)
    }
  }

  private func requireUTF8() throws(PackFailure) {
    guard UTF8Check.check(bytes.span.extracting(position..<end)).ending == .whole else {
      throw failure("this line is not UTF-8; save the pack as UTF-8")
    }
  }

  private mutating func takeEscape() throws(PackFailure) -> UInt8 {
    guard position < end else { throw failure("the closing \" is missing") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
    case UInt8(ascii: "t"): return UInt8(ascii: "\t")
    default: throw failure("inside quotes only \\\" \\\\ and \\t are escapes")
    }
  }
}
