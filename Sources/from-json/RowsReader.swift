import Filters

// Rows are flat objects, one a line and one a record (see to-json). Members may come in any order:
//
//     {"type":"doc","version":"report/1","doc":ID} … {"type":"end","doc":ID,"status":"ok"}

/// Turns rows back into the stream that they were made of.
struct RowsReader: ~Copyable {
  private enum State {
    case outside, open
    /// The open document is wrong; its other rows are left out.
    case failed
  }

  private var state = State.outside
  private var toldOfStray = false
  private var id: [UInt8] = []
  // A row's members are known, so that one that stands twice is found without the reader.
  private var reader = JSONReader(takesDoubleNames: true)
  private let table = MemberTable()
  private var values = MemberValues()

  /// Takes the row that stands on `line`.
  mutating func receive(
    _ line: Span<UInt8>, _ place: DocumentPlace, _ output: inout Output
  ) throws(Failure) {
    do throws(JSONReader.Fault) {
      try read(line)
    } catch {
      return try fail(place.reason(error), place, isDocument: RowsMark.isAt(line), &output)
    }
    do throws(Failure) {
      try take(place, &output)
    } catch .document(_, let reason) {
      try fail(place.reason(reason), place, isDocument: values.has(.type, "doc"), &output)
    }
  }

  /// The input ends.
  mutating func finish(_ output: inout Output) throws(Failure) {
    if state == .open {
      try output.failDocument(line: 0, "truncated: the input ends inside this document")
    }
    state = .outside
    toldOfStray = false
  }

  /// Ends the open document as failed; a row that should have opened one opens one that fails.
  mutating func fail(
    _ reason: String, _ place: DocumentPlace, isDocument: Bool, _ output: inout Output
  ) throws(Failure) {
    if isDocument, !output.isDocumentOpen {
      try output.beginDocument(id: place.standIn.span)
      state = .open
    }
    switch state {
    case .open:
      try output.failDocument(line: place.line, reason)
      state = .failed
    case .outside:
      tellOfStray(place.line, reason, &output)
    case .failed:
      break
    }
  }

  private mutating func tellOfStray(_ line: Int, _ reason: String, _ output: inout Output) {
    if !toldOfStray { output.complain(line: line, reason) }
    toldOfStray = true
  }

  // MARK: Rows

  private mutating func take(_ place: DocumentPlace, _ output: inout Output) throws(Failure) {
    if values.has(.type, "doc") { return try open(place, &output) }
    let isEnd = values.has(.type, "end")
    guard state == .open else {
      if state == .outside {
        tellOfStray(
          place.line,
          "a row stands outside a document and is left out; a row of type doc opens one",
          &output)
      }
      if isEnd { state = .outside }
      return
    }
    if values.present.contains(.doc), !isOfOpenDocument {
      throw wrong("its doc is another document's")
    }
    if isEnd {
      try build(end: place, &output)
      state = .outside
      return
    }
    try buildRecord()
    try output.write(record: values.record.bytes, line: place.line)
  }

  private var isOfOpenDocument: Bool {
    let id = id
    return values.bytes.bytes(in: values.range(.doc)).isEqual(to: id.span)
  }

  private mutating func open(_ place: DocumentPlace, _ output: inout Output) throws(Failure) {
    if state == .open {
      try output.failDocument(
        line: 0, "truncated: the next document begins before this one ends")
    }
    state = .outside
    toldOfStray = false
    try allow([.version, .extra])
    values.begin("doc")
    values.column(.version)
    values.column(.doc)
    values.columns(of: .extra)
    id = Array(copying: values.bytes.bytes(in: values.range(.doc)))
    useRecordIfGiven()
    state = .open
    try output.beginDocument(record: values.record.bytes)
  }

  private mutating func build(end place: DocumentPlace, _ output: inout Output) throws(Failure) {
    try allow([.status, .error, .extra])
    values.begin("end")
    values.column(.status)
    let isFailed = values.has(.status, "failed")
    if values.present.contains(.error) || (isFailed && values.present.contains(.extra)) {
      values.column(.error)
    }
    values.columns(of: .extra)
    useRecordIfGiven()
    try output.endDocument(record: values.record.bytes, line: place.line)
  }

  private mutating func buildRecord() throws(Failure) {
    if !values.hasPlainType, !values.has(.type, "#") { throw wrong("its type is none") }
    let kind = RowKind(values.bytes.bytes(in: values.range(.type)))
    try allow(kind.members)
    switch kind {
    case .comment:
      values.begin("#")
      values.appendComment()
    case .other:
      values.beginNamed()
      values.columns(of: .fields)
    case .meta:
      values.begin("meta")
      values.column(.key)
      if values.present.contains(.value) == values.present.contains(.raw) {
        throw wrong("a meta has either a value or raw text")
      }
      values.column(values.present.contains(.value) ? .value : .raw)
    case .metric:
      values.begin("metric")
      values.column(.line)
      values.column(.column)
      if let reason = values.metricColumns() { throw wrong(reason) }
    default:
      values.beginNamed()
      for member in kind.members where member != .extra { values.column(member) }
    }
    values.columns(of: .extra)
    useRecordIfGiven()
  }

  private mutating func useRecordIfGiven() {
    if values.present.contains(.record) { values.useRecord() }
  }

  /// Checks that the row has no members but these and those that every row may have.
  private func allow(_ members: [Member]) throws(Failure) {
    var allowed = MemberSet(members)
    for member in [Member.type, .doc, .path, .section, .record] { allowed.insert(member) }
    if let member = values.present.first(outside: allowed) {
      throw wrong("a row of its type has no member \(member.name)")
    }
  }

  private func wrong(_ reason: String) -> Failure { .document(line: 0, reason: reason) }

  // MARK: Objects

  private mutating func read(_ line: Span<UInt8>) throws(JSONReader.Fault) {
    values.removeAll()
    reader.beginValue()
    reader.beginLine(line)
    guard try reader.next(line) == .beginObject else {
      throw JSONReader.Fault(offset: 0, reason: "a row is an object")
    }
    while true {
      switch try reader.next(line) {
      case .key: try readMember(line)
      case .endObject:
        if try reader.next(line) == .endOfLine { return }
        throw reader.truncated(line)
      default: throw reader.truncated(line)
      }
    }
  }

  private mutating func readMember(_ line: Span<UInt8>) throws(JSONReader.Fault) {
    let offset = reader.range.lowerBound - 1
    guard let member = table.member(line.extracting(reader.range), hasEscapes: reader.hasEscapes)
    else {
      let name = String(
        decoding: Array(copying: line.extracting(reader.range)).prefix(80), as: UTF8.self)
      throw JSONReader.Fault(offset: offset, reason: "a row has no member \(name)")
    }
    if values.present.contains(member) {
      throw JSONReader.Fault(
        offset: offset, reason: "the name \"\(member.name)\" stands twice in one object")
    }
    let token = try reader.next(line)
    let range = reader.range
    if member == .value {
      return try readValue(token, line)
    }
    guard token == member.form, token == .string || token == .number || token == .beginArray else {
      if token == .endOfLine { throw reader.truncated(line) }
      throw JSONReader.Fault(
        offset: range.lowerBound, reason: "\(member.name) is \(member.formName)")
    }
    guard token == .beginArray else {
      // Where a row stands among the sections follows from the others.
      if member == .path || member == .section { return values.note(member) }
      return values.take(member, token, line.extracting(range), hasEscapes: reader.hasEscapes)
    }
    values.beginTexts(of: member)
    while true {
      switch try reader.next(line) {
      case .string:
        values.take(textOf: member, line.extracting(reader.range), hasEscapes: reader.hasEscapes)
      case .endArray: return
      case .endOfLine: throw reader.truncated(line)
      default:
        throw JSONReader.Fault(
          offset: reader.range.lowerBound, reason: "\(member.name) is \(member.formName)")
      }
    }
  }

  /// Any value at all, as it stands.
  private mutating func readValue(
    _ token: JSONReader.Token, _ line: Span<UInt8>
  ) throws(JSONReader.Fault) {
    let start = reader.range.lowerBound - (token == .string ? 1 : 0)
    if token == .beginObject || token == .beginArray {
      let depth = reader.depth
      while reader.depth >= depth {
        if try reader.next(line) == .endOfLine { throw reader.truncated(line) }
      }
    } else if token == .endOfLine {
      throw reader.truncated(line)
    }
    let end = reader.range.upperBound + (token == .string ? 1 : 0)
    if token == .beginObject || token == .beginArray {
      do throws(JSONReader.Fault) {
        try JSONReader.check(line.extracting(start..<end))
      } catch {
        throw JSONReader.Fault(offset: start + error.offset, reason: error.reason)
      }
    }
    // Not taken for a string, so that its escapes stay as they are.
    let kind: JSONReader.Token = token == .string ? .true : token
    values.take(.value, kind, line.extracting(start..<end), hasEscapes: false)
  }
}

/// What a row's type says about its members, in the order of the record's columns.
enum RowKind {
  case line, cut, title, section, text, metric, meta, comment, other

  init(_ type: Span<UInt8>) {
    if type.isEqual(to: "line") {
      self = .line
    } else if type.isEqual(to: "text") {
      self = .text
    } else if type.isEqual(to: "section") {
      self = .section
    } else if type.isEqual(to: "metric") {
      self = .metric
    } else if type.isEqual(to: "title") {
      self = .title
    } else if type.isEqual(to: "cut") {
      self = .cut
    } else if type.isEqual(to: "meta") {
      self = .meta
    } else if type.isEqual(to: "#") {
      self = .comment
    } else {
      self = .other
    }
  }

  /// The members that a row of this kind may have beside those of every row.
  var members: [Member] {
    switch self {
    case .line: Self.lineMembers
    case .title: Self.lineMembers
    case .cut: Self.cutMembers
    case .section: Self.sectionMembers
    case .text: Self.textMembers
    case .metric: Self.metricMembers
    case .meta: Self.metaMembers
    case .comment: Self.commentMembers
    case .other: Self.otherMembers
    }
  }

  // Stored, or each row would make its list anew.
  private static let lineMembers: [Member] = [.line, .column, .text, .extra]
  private static let cutMembers: [Member] = [.line, .column, .rule, .text, .extra]
  private static let sectionMembers: [Member] = [
    .line, .column, .depth, .kind, .label, .title, .stop, .extra,
  ]
  private static let textMembers: [Member] = [.line, .column, .depth, .text, .extra]
  private static let metricMembers: [Member] = [
    .line, .column, .text, .value, .low, .high, .fraction, .mask, .unit, .sign, .kind, .per,
    .change, .label, .extra,
  ]
  private static let metaMembers: [Member] = [.key, .value, .raw, .extra]
  private static let commentMembers: [Member] = [.comment]
  private static let otherMembers: [Member] = [.fields]
}

extension Member {
  /// What its value must be, in words.
  var formName: String {
    switch form {
    case .number: "a number"
    case .beginArray: "a list of texts"
    case .beginObject: "an object"
    default: "a text"
    }
  }
}
