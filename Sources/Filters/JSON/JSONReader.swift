// JSON by RFC 8259, strictly: one token at a time, without recursion, in the memory of one line.
//
// No token goes on beyond a line, for a string holds no line feed as such. So the text may come line by line:
// what is open is kept, one bit a level, and what a token says is a range of the line.

/// Reads JSON text token by token.
///
///     reader.beginValue()
///     for each line:
///       reader.beginLine(line)
///       while try reader.next(line) != .endOfLine { … reader.range … }
///     reader.isComplete
public struct JSONReader: ~Copyable {
  /// Objects and arrays nest so deep at the most.
  public static let maximumDepth = 4096

  /// What comes next in a text.
  public enum Token: Sendable {
    case beginObject, endObject, beginArray, endArray
    /// A member's name; its value follows.
    case key
    case string, number, `true`, `false`, null
    /// Nothing more on this line.
    case endOfLine
  }

  /// What may come next.
  enum Expected {
    case value, elementOrEnd, nameOrEnd, name, colon, separator, nothing
  }

  private let depthLimit: Int
  private let takesDoubleNames: Bool
  /// What may come next now.
  var expected = Expected.value
  /// One bit for each open level: 1 for an object.
  private var levels: [UInt64] = []
  private var names = JSONNames()
  /// Where the next token is looked for.
  var place = 0
  /// How much of the line is UTF-8.
  var limit = 0

  /// How many objects and arrays are open.
  public private(set) var depth = 0
  /// Where the last token stands in its line; of a string what is between the quotes.
  public internal(set) var range = 0..<0
  /// True if the last token is a string or name with an escape.
  public internal(set) var hasEscapes = false

  /// A reader that takes values up to a depth, and no object in which a name stands twice unless told so.
  public init(maximumDepth: Int = JSONReader.maximumDepth, takesDoubleNames: Bool = false) {
    depthLimit = maximumDepth
    self.takesDoubleNames = takesDoubleNames
  }

  /// True once a whole value was read.
  public var isComplete: Bool { expected == .nothing }

  /// Begins a value; what was open is forgotten, and the place in the line stays.
  public mutating func beginValue() {
    expected = .value
    depth = 0
    if !takesDoubleNames { names.removeAll() }
  }

  /// Begins a line.
  public mutating func beginLine(_ line: Span<UInt8>) {
    place = 0
    limit = UTF8Check.check(line).validCount
  }

  /// Reads the next token of the line.
  public mutating func next(_ line: Span<UInt8>) throws(Fault) -> Token {
    while true {
      skipBlanks(line)
      if place >= limit {
        if limit < line.count { throw notText(line) }
        return .endOfLine
      }
      let byte = line[place]
      switch expected {
      case .separator:
        if byte == UInt8(ascii: ",") {
          place += 1
          expected = isInObject ? .name : .value
        } else if byte == UInt8(ascii: isInObject ? "}" : "]") {
          return try close()
        } else {
          throw unexpected(line)
        }
      case .colon:
        guard byte == UInt8(ascii: ":") else { throw unexpected(line) }
        place += 1
        expected = .value
      case .nameOrEnd where byte == UInt8(ascii: "}"),
        .elementOrEnd where byte == UInt8(ascii: "]"):
        return try close()
      case .nameOrEnd, .name:
        guard byte == UInt8(ascii: "\"") else { throw unexpected(line) }
        let start = place
        try takeString(line)
        if !takesDoubleNames, names.add(line.extracting(range), hasEscapes: hasEscapes) {
          var name = ByteBuffer(capacity: 64)
          name.append(unescapingJSON: line.extracting(range))
          throw Self.double(Array(copying: name.bytes), start)
        }
        expected = .colon
        return .key
      case .value, .elementOrEnd:
        return try takeValue(line, byte)
      case .nothing:
        throw unexpected(line)
      }
    }
  }

  /// Reads a whole text, line feeds in it or not.
  public static func check(
    _ text: Span<UInt8>, maximumDepth: Int = JSONReader.maximumDepth, takesDoubleNames: Bool = false
  ) throws(Fault) {
    var reader = JSONReader(maximumDepth: maximumDepth, takesDoubleNames: takesDoubleNames)
    reader.beginLine(text)
    while try reader.next(text) != .endOfLine {}
    if !reader.isComplete { throw reader.truncated(text) }
  }

  private mutating func skipBlanks(_ line: Span<UInt8>) {
    while place < limit {
      switch line[place] {
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      default: return
      }
    }
  }

  private mutating func takeValue(_ line: Span<UInt8>, _ byte: UInt8) throws(Fault) -> Token {
    let token: Token
    switch byte {
    case UInt8(ascii: "{"):
      try open(true)
      return .beginObject
    case UInt8(ascii: "["):
      try open(false)
      return .beginArray
    case UInt8(ascii: "\""):
      try takeString(line)
      token = .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try takeNumber(line)
      token = .number
    case UInt8(ascii: "t"): token = try takeWord("true", .true, line)
    case UInt8(ascii: "f"): token = try takeWord("false", .false, line)
    case UInt8(ascii: "n"): token = try takeWord("null", .null, line)
    default: throw unexpected(line)
    }
    expected = depth == 0 ? .nothing : .separator
    return token
  }

  // MARK: Levels

  /// True if the innermost open level is an object.
  @inline(__always)
  var isInObject: Bool {
    depth > 0 && levels[(depth - 1) >> 6] >> UInt64((depth - 1) & 63) & 1 == 1
  }

  private mutating func open(_ isObject: Bool) throws(Fault) {
    if depth == depthLimit {
      throw Fault(offset: place, reason: "the value is nested more than \(depthLimit) levels deep")
    }
    let index = depth >> 6
    if index == levels.count { levels.append(0) }
    let bit: UInt64 = 1 << UInt64(depth & 63)
    if isObject { levels[index] |= bit } else { levels[index] &= ~bit }
    depth += 1
    if isObject, !takesDoubleNames { names.open() }
    expected = isObject ? .nameOrEnd : .elementOrEnd
    range = place..<place + 1
    place += 1
  }

  private mutating func close() throws(Fault) -> Token {
    let wasObject = isInObject
    if wasObject, !takesDoubleNames, let name = names.close() { throw Self.double(name, place) }
    depth -= 1
    expected = depth == 0 ? .nothing : .separator
    range = place..<place + 1
    place += 1
    return wasObject ? .endObject : .endArray
  }
}
