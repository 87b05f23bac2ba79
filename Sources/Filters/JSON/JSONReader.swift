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

  /// What may come next.
  private enum Expected {
    case value, elementOrEnd, nameOrEnd, name, colon, separator, nothing
  }

  private let depthLimit: Int
  private let takesDoubleNames: Bool
  private var expected = Expected.value
  /// One bit for each open level: 1 for an object.
  private var levels: [UInt64] = []
  private var names = JSONNames()
  private var place = 0
  /// How much of the line is UTF-8.
  private var limit = 0

  /// How many objects and arrays are open.
  public private(set) var depth = 0
  /// Where the last token stands in its line; of a string what is between the quotes.
  public private(set) var range = 0..<0
  /// True if the last token is a string or name with an escape.
  public private(set) var hasEscapes = false

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

  /// What is wrong with a text that ends here, at the end of `line`.
  public func truncated(_ line: Span<UInt8>) -> Fault {
    Fault(offset: line.count, reason: "the text ends, and \(wanted) should follow")
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

  // MARK: Levels

  @inline(__always)
  private var isInObject: Bool {
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

  // MARK: Tokens

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

  private mutating func takeWord(
    _ word: StaticString, _ token: Token, _ line: Span<UInt8>
  ) throws(Fault) -> Token {
    guard line.starts(with: word, at: place) else { throw unexpected(line) }
    range = place..<place + word.utf8CodeUnitCount
    place = range.upperBound
    return token
  }

  private mutating func takeString(_ line: Span<UInt8>) throws(Fault) {
    let start = place + 1
    let text = line.extracting(0..<limit)
    hasEscapes = false
    var stop = text.firstIndexOfJSONStop(from: start)
    while stop < limit {
      switch text[stop] {
      case UInt8(ascii: "\""):
        range = start..<stop
        place = stop + 1
        return
      case UInt8(ascii: "\\"):
        hasEscapes = true
        stop = text.firstIndexOfJSONStop(from: try endOfEscape(line, stop))
      case let byte:
        throw Fault(
          offset: stop,
          reason:
            "the control character \(hexadecimal(byte)) stands in a string; it must be escaped")
      }
    }
    place = limit
    if limit < line.count { throw notText(line) }
    throw Fault(offset: limit, reason: "the text ends inside a string")
  }

  /// Where the escape ends whose backslash stands at `start`.
  private func endOfEscape(_ line: Span<UInt8>, _ start: Int) throws(Fault) -> Int {
    guard start + 1 < limit else {
      if limit < line.count { throw notText(line) }
      throw Fault(offset: limit, reason: "the text ends inside a string")
    }
    switch line[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return start + 2
    case UInt8(ascii: "u"):
      guard let unit = line.fourHexDigits(at: start + 2) else {
        throw Fault(offset: start, reason: "four hexadecimal digits should follow \\u")
      }
      if unit & 0xF800 != 0xD800 { return start + 6 }
      // A character beyond U+FFFF takes two: first D800 to DBFF, then DC00 to DFFF.
      if unit & 0x0400 == 0, line.starts(with: "\\u", at: start + 6),
        let low = line.fourHexDigits(at: start + 8), low & 0xFC00 == 0xDC00
      {
        return start + 12
      }
      throw Fault(offset: start, reason: "half of a surrogate pair stands without the other half")
    default:
      throw Fault(
        offset: start, reason: "a backslash stands before something other than \" \\ / b f n r t u")
    }
  }

  private mutating func takeNumber(_ line: Span<UInt8>) throws(Fault) {
    let start = place
    if line[place] == UInt8(ascii: "-") { place += 1 }
    let whole = place
    try takeDigits(line)
    if line[whole] == UInt8(ascii: "0"), place > whole + 1 {
      throw Fault(offset: whole, reason: "a number begins with a zero before other digits")
    }
    if place < limit, line[place] == UInt8(ascii: ".") {
      place += 1
      try takeDigits(line)
    }
    if place < limit, line[place] | 0x20 == UInt8(ascii: "e") {
      place += 1
      if place < limit, line[place] == UInt8(ascii: "+") || line[place] == UInt8(ascii: "-") {
        place += 1
      }
      try takeDigits(line)
    }
    range = start..<place
  }

  private mutating func takeDigits(_ line: Span<UInt8>) throws(Fault) {
    let start = place
    while place < limit, line[place] &- UInt8(ascii: "0") <= 9 { place += 1 }
    if place == start {
      throw Fault(offset: place, reason: "a digit should follow, \(found(line))")
    }
  }

  // MARK: Faults

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

  private func found(_ line: Span<UInt8>) -> String {
    guard place < limit else { return "and the text ends" }
    let byte = line[place]
    let isShown = byte > 0x20 && byte < 0x7F
    return isShown ? "not \(Unicode.Scalar(byte))" : "not the byte \(hexadecimal(byte))"
  }

  private func unexpected(_ line: Span<UInt8>) -> Fault {
    Fault(
      offset: place,
      reason: (expected == .nothing
        ? "nothing should follow the value" : "\(wanted) should stand here")
        + ", \(found(line))")
  }

  private func notText(_ line: Span<UInt8>) -> Fault {
    Fault(
      offset: limit, reason: "the byte \(hexadecimal(line[limit])) is not UTF-8, which JSON must be"
    )
  }

  private static func double(_ name: [UInt8], _ offset: Int) -> Fault {
    let shown = String(decoding: name.prefix(80), as: UTF8.self)
    return Fault(offset: offset, reason: "the name \"\(shown)\" stands twice in one object")
  }
}
