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
  /// What reads the tokens of a row; a name that stands twice is found without it, since a row's members are known.
  var reader = JSONReader(takesDoubleNames: true)
  /// The members by their names.
  let table = MemberTable()
  /// The values of the row's members.
  var values = MemberValues()

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
      try buildEnd()
      try output.endDocument(record: values.record.bytes, line: place.line)
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
    try buildDocument()
    id = Array(copying: values.bytes.bytes(in: values.range(.doc)))
    state = .open
    try output.beginDocument(record: values.record.bytes)
  }

  /// What is wrong with the row.
  func wrong(_ reason: String) -> Failure { .document(line: 0, reason: reason) }
}
