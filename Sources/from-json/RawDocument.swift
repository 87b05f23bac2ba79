import Filters

// A raw document is an object on one line: its text, its ID, and other members, which become its meta.
//
// The line is read to its end first, to know that it is JSON and where everything stands in it; then the
// document is written, its ID first, wherever that stood.

/// Turns lines of raw JSON into documents.
struct RawDocument: ~Copyable {
  /// A member that becomes a `meta` record: its name, and where its value stands in the line.
  private struct Member {
    let name: Range<Int>
    let value: Range<Int>
  }

  /// A string or number, as it stands in the line.
  private struct Scalar {
    let range: Range<Int>
    let hasEscapes: Bool
  }

  private let idPath: FieldPath
  private let textPath: FieldPath
  // to-json puts what stands in an object here one level deeper.
  private var reader = JSONReader(maximumDepth: JSONReader.maximumDepth - 1)
  private var members: [Member] = []
  private var names = ByteBuffer(capacity: 1024)
  /// The names of the objects that are open on the way to a field, each with a dot, and where each begins.
  private var prefix = ByteBuffer(capacity: 64)
  private var prefixes: [Int] = []
  private var hasPrefixes = false
  private var id: Scalar?
  private var text: Scalar?
  /// Which of `members` has the text's name, but is no string.
  private var noText: Int?
  private var decoded = ByteBuffer(capacity: 4096)
  private var foreign = ForeignLines()

  init(id: FieldPath, text: FieldPath) {
    idPath = id
    textPath = text
  }

  /// Writes the document that stands on `line`; one that is wrong ends as failed.
  mutating func convert(
    _ line: Span<UInt8>, _ place: DocumentPlace, _ output: inout Output
  ) throws(Failure) {
    reset()
    var fault: JSONReader.Fault?
    do throws(JSONReader.Fault) { try read(line) } catch { fault = error }
    let start = line.indexBehindJSONBlanks(0)
    let isForeign = line[start] != UInt8(ascii: "{") && fault != nil && fault != Self.noObject
    if !isForeign { foreign.end(&output) }
    try begin(line, place, &output)
    if let fault {
      let reason = place.reason(fault)
      if isForeign { return try foreign.fail(line, reason, place.line, &output) }
      return try output.failDocument(line: place.line, reason)
    }
    for (number, member) in members.enumerated() where number != noText || text != nil {
      output.begin("meta")
      try output.column(names.bytes(in: member.name))
      try output.column(line.extracting(member.value))
      try output.endRecord()
    }
    guard let text else {
      return try output.failDocument(line: place.line, place.reason(reasonOfNoText))
    }
    if text.hasEscapes {
      decoded.removeAll()
      decoded.append(unescapingJSON: line.extracting(text.range))
      try Self.write(decoded.bytes, &output)
    } else {
      try Self.write(line.extracting(text.range), &output)
    }
    try output.endDocument()
  }

  private var reasonOfNoText: String {
    let name = String(decoding: textPath.name, as: UTF8.self)
    return noText == nil
      ? "it has no text: no string named \(name); --text-field names another member"
      : "its text is no string: \(name) is another value; --text-field names another member"
  }

  /// No more lines come.
  mutating func finish(_ output: inout Output) { foreign.end(&output) }

  private mutating func reset() {
    members.removeAll(keepingCapacity: true)
    prefixes.removeAll(keepingCapacity: true)
    names.removeAll()
    prefix.removeAll()
    hasPrefixes = false
    id = nil
    text = nil
    noText = nil
  }

  private mutating func begin(
    _ line: Span<UInt8>, _ place: DocumentPlace, _ output: inout Output
  ) throws(Failure) {
    guard let id else { return try output.beginDocument(id: place.standIn.span) }
    guard id.hasEscapes else { return try output.beginDocument(id: line.extracting(id.range)) }
    decoded.removeAll()
    decoded.append(unescapingJSON: line.extracting(id.range))
    try output.beginDocument(id: decoded.bytes)
  }

  /// Writes the lines of a text, which end at LF or CRLF.
  private static func write(_ text: Span<UInt8>, _ output: inout Output) throws(Failure) {
    var start = 0
    var number = 1
    while start < text.count {
      let feed = text.firstIndex(of: UInt8(ascii: "\n"), from: start)
      let isReturned =
        feed < text.count && feed > start && text[feed - 1] == UInt8(ascii: "\r")
      try output.line(number, 1, text.extracting(start..<(isReturned ? feed - 1 : feed)))
      start = feed + 1
      number += 1
    }
  }

  // MARK: Reading

  private static let noObject = JSONReader.Fault(
    offset: 0, reason: "the value is no object; a raw document is one")

  private mutating func read(_ line: Span<UInt8>) throws(JSONReader.Fault) {
    reader.beginValue()
    reader.beginLine(line)
    var token = try reader.next(line)
    guard token == .beginObject else {
      // What is no JSON at all is told as that.
      while token != .endOfLine { token = try reader.next(line) }
      if !reader.isComplete { throw reader.truncated(line) }
      throw Self.noObject
    }
    token = try reader.next(line)
    while true {
      switch token {
      case .key:
        token = try readMember(line)
        continue
      case .endObject:
        if let start = prefixes.popLast() {
          prefix.removeLast(prefix.count - start)
        } else {
          guard try reader.next(line) == .endOfLine else { throw reader.truncated(line) }
          return try checkNames()
        }
      default:
        throw reader.truncated(line)
      }
      token = try reader.next(line)
    }
  }

  /// Reads a member whose name is the last token; the token behind it.
  private mutating func readMember(_ line: Span<UInt8>) throws(JSONReader.Fault) -> JSONReader.Token
  {
    let start = names.count
    if !prefix.isEmpty { names.append(prefix) }
    if reader.hasEscapes {
      names.append(unescapingJSON: line.extracting(reader.range))
    } else {
      names.append(line.extracting(reader.range))
    }
    let name = start..<names.count
    let toText = textPath.relation(to: names.bytes(in: name))
    let toID = idPath.relation(to: names.bytes(in: name))
    let offset = reader.range.lowerBound - 1
    var token = try reader.next(line)
    let scalar = Scalar(range: reader.range, hasEscapes: token == .string && reader.hasEscapes)
    if toText == .field, token == .string {
      if text != nil { throw JSONReader.Fault(offset: offset, reason: "the text stands twice") }
      text = scalar
      names.removeLast(name.count)
      return try reader.next(line)
    }
    if toID == .field, token == .string || token == .number || token == .null {
      if id != nil { throw JSONReader.Fault(offset: offset, reason: "the ID stands twice") }
      if token != .null { id = scalar }
      names.removeLast(name.count)
      return try reader.next(line)
    }
    let first = reader.range.lowerBound - (token == .string ? 1 : 0)
    if token == .beginObject, toText == .around || toID == .around {
      token = try reader.next(line)
      if token == .key {
        let length = prefix.count
        prefixes.append(length)
        Self.append((start + length)..<names.count, of: names, to: &prefix)
        prefix.append(UInt8(ascii: "."))
        names.removeLast(name.count)
        hasPrefixes = true
        return token
      }
      guard token == .endObject else { throw reader.truncated(line) }
    } else if token == .beginObject || token == .beginArray {
      let depth = reader.depth
      while reader.depth >= depth {
        if try reader.next(line) == .endOfLine { throw reader.truncated(line) }
      }
    } else if token == .endOfLine {
      throw reader.truncated(line)
    }
    let last = reader.range.upperBound + (token == .string ? 1 : 0)
    if toText == .field { noText = members.count }
    members.append(Member(name: name, value: first..<last))
    return try reader.next(line)
  }

  private static func append(
    _ range: Range<Int>, of names: borrowing ByteBuffer, to prefix: inout ByteBuffer
  ) {
    prefix.append(names.bytes(in: range))
  }

  /// Names that were put together of several can be the same where those in one object never are.
  private func checkNames() throws(JSONReader.Fault) {
    guard hasPrefixes else { return }
    var known: Set<[UInt8]> = []
    for member in members {
      let name = Array(copying: names.bytes(in: member.name))
      if !known.insert(name).inserted {
        throw JSONReader.Fault(
          offset: member.value.lowerBound,
          reason: "the name \(String(decoding: name, as: UTF8.self)) stands twice")
      }
    }
  }
}
