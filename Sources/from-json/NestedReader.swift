import Filters

// The nested form of to-json, read while it comes, over as many lines as it takes:
//
//     {"report": "1", "id": …, "title": …, "meta": {…}, "content": [NODE…], "error": …}
//
// A record is written when all its columns are known, which is before the metrics and the content of its node: so the
// members stand in to-json's order. `title` of the document is a copy and says nothing.

/// Turns nested documents into a stream.
struct NestedReader: ~Copyable {
  /// What can be open.
  enum Frame {
    case document, meta, metaValue(depth: Int)
    /// The nodes of a section of this depth; 0 for the document.
    case content(depth: Int, isTop: Bool)
    case node(Stage), metrics, metric, fields
  }

  /// How far a node is written.
  enum Stage {
    /// Its own members come.
    case head
    /// Its record is written; metrics and, for a section, content may follow.
    case written(depth: Int?)
    /// All is written.
    case ended
  }

  /// How far a document is written.
  enum Part: Int {
    case report, id, meta, content, error
  }

  /// Why a document cannot be read on.
  enum Wrong: Error {
    /// The last token must not stand where it stands.
    case here(String)
    /// Something else is wrong with the document, or the output failed.
    case failure(Failure)
  }

  /// What is open, from the outside in.
  var frames: [Frame] = []
  /// The part of the document that was reached.
  var part = Part.report
  private var isSkipping = false
  /// The line on which the document begins.
  private var firstLine = 0
  /// What reads the tokens; its range is that of the last one.
  var reader = JSONReader(maximumDepth: JSONReader.maximumDepth)
  private let table = MemberTable()
  /// The values of the node or metric that is open.
  var values = MemberValues()
  /// The member whose value comes next.
  var member = Member.report
  /// The document's ID.
  var id: [UInt8]?
  /// Why the document failed before it became JSON.
  var error: [UInt8]?
  /// The name of the member of meta whose value comes.
  var metaName = ByteBuffer(capacity: 64)
  /// The value that comes under that name.
  var metaValue = CompactJSON()

  init() { reader.beginValue() }

  /// True from a document's first byte to its last, or to what is wrong with it.
  var isInDocument: Bool { !frames.isEmpty }

  /// Takes the next line.
  mutating func receive(
    _ line: Span<UInt8>, _ place: DocumentPlace, _ output: inout Output
  ) throws(Failure) {
    if isSkipping {
      guard line.count > 0, line[0] == UInt8(ascii: "{") else { return }
      isSkipping = false
    }
    if frames.isEmpty {
      firstLine = place.line
      id = nil
    }
    reader.beginLine(line)
    do throws(Failure) {
      try take(line, place, &output)
    } catch .document(_, let reason) {
      try fail(reason, place, &output)
    }
  }

  /// Ends the document as failed; what follows is left out up to a line that starts with a brace.
  mutating func fail(
    _ reason: String, _ place: DocumentPlace, _ output: inout Output
  ) throws(Failure) {
    if !output.isDocumentOpen {
      let id = self.id ?? Array("line:\(firstLine)".utf8)
      try output.beginDocument(id: id.span)
    }
    try output.failDocument(line: place.line, reason)
    frames.removeAll(keepingCapacity: true)
    reader.beginValue()
    isSkipping = true
  }

  /// The input ends.
  mutating func finish(_ output: inout Output) throws(Failure) {
    if isInDocument {
      try fail(
        "truncated: the input ends inside this document", DocumentPlace(line: 0, document: 0),
        &output)
    }
    isSkipping = false
    reader.beginValue()
  }

  // MARK: Tokens

  /// Takes the tokens of a line.
  private mutating func take(
    _ line: Span<UInt8>, _ place: DocumentPlace, _ output: inout Output
  ) throws(Failure) {
    while true {
      let token: JSONReader.Token
      do throws(JSONReader.Fault) {
        token = try reader.next(line)
      } catch {
        throw .document(line: 0, reason: place.reason(error))
      }
      if token == .endOfLine { return }
      do throws(Wrong) {
        try take(token, line, place, &output)
      } catch {
        switch error {
        case .here(let reason):
          let isQuoted = token == .key || token == .string
          let offset = reader.range.lowerBound - (isQuoted ? 1 : 0)
          let fault = JSONReader.Fault(offset: offset, reason: reason)
          throw .document(line: 0, reason: place.reason(fault))
        case .failure(.document(_, let reason)):
          throw .document(line: 0, reason: place.reason(reason))
        case .failure(let failure):
          throw failure
        }
      }
    }
  }

  private mutating func take(
    _ token: JSONReader.Token, _ line: Span<UInt8>, _ place: DocumentPlace,
    _ output: inout Output
  ) throws(Wrong) {
    guard let frame = frames.last else {
      firstLine = place.line
      guard token == .beginObject else { throw .here("a document is an object") }
      part = .report
      id = nil
      error = nil
      member = .report
      return frames.append(.document)
    }
    switch frame {
    case .document: try takeOfDocument(token, line, &output)
    case .meta: try takeOfMeta(token, line, &output)
    case .metaValue(let depth): try takeOfValue(token, line, depth, &output)
    case .content(let depth, let isTop): try takeOfContent(token, depth: depth, isTop: isTop)
    case .node(let stage): try takeOfNode(token, stage, line, &output)
    case .metrics: try takeOfMetrics(token)
    case .metric: try takeOfMetric(token, line, &output)
    case .fields: try takeOfFields(token, line)
    }
  }

  // MARK: What the members share

  /// The member that the last token, a name, stands for.
  func named(_ line: Span<UInt8>) throws(Wrong) -> Member {
    let name = line.extracting(reader.range)
    guard let member = table.member(name, hasEscapes: reader.hasEscapes) else {
      let shown = Array(copying: name).prefix(80)
      throw .here("there is no member \(String(decoding: shown, as: UTF8.self)) here")
    }
    return member
  }

  /// A copy of the last token, a text.
  func text(_ line: Span<UInt8>) -> [UInt8] {
    var text = ByteBuffer(capacity: 64)
    text.append(unescapingJSON: line.extracting(reader.range))
    return Array(copying: text.bytes)
  }

  /// Writes, so that what fails is told as wrong here.
  func write(
    _ output: inout Output, _ body: (inout Output) throws(Failure) -> Void
  ) throws(Wrong) {
    do throws(Failure) { try body(&output) } catch { throw .failure(error) }
  }

  /// Writes the record that was put together of an object's values.
  mutating func writeRecord(_ output: inout Output) throws(Wrong) {
    do throws(Failure) {
      try output.write(record: values.record.bytes, line: 0)
    } catch {
      throw .failure(error)
    }
  }
}
