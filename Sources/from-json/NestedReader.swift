import Filters

// The nested form of to-json, read while it comes, over as many lines as it takes:
//
//     {"report": "1", "id": …, "title": …, "meta": {…}, "content": [NODE…], "error": …}
//
// A record is written when all its columns are known, which is before the metrics and the content of its node: so the
// members stand in to-json's order. `title` of the document is a copy and says nothing.

/// Turns nested documents into a stream.
struct NestedReader: ~Copyable {
  /// What is open, from the outside in.
  private enum Frame {
    case document, meta, metaValue(depth: Int)
    /// The nodes of a section of this depth; 0 for the document.
    case content(depth: Int, isTop: Bool)
    case node(Stage), metrics, metric, fields
  }

  /// How far a node is written.
  private enum Stage {
    /// Its own members come.
    case head
    /// Its record is written; metrics and, for a section, content may follow.
    case written(depth: Int?)
    /// All is written.
    case ended
  }

  /// How far a document is written.
  private enum Part: Int {
    case report, id, meta, content, error
  }

  private var frames: [Frame] = []
  private var part = Part.report
  private var isSkipping = false
  /// The line on which the document begins.
  private var firstLine = 0
  private var reader = JSONReader(maximumDepth: JSONReader.maximumDepth)
  private let table = MemberTable()
  private var values = MemberValues()
  /// The member whose value comes next.
  private var member = Member.report
  private var id: [UInt8]?
  private var error: [UInt8]?
  private var metaName = ByteBuffer(capacity: 64)
  private var metaValue = ByteBuffer(capacity: 256)

  /// The meta of one document may be as large as the largest line.
  private static let maximumMeta = 64 << 20

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
      while try take(line, place, &output) {}
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

  /// Takes a token; false at the line's end.
  private mutating func take(
    _ line: Span<UInt8>, _ place: DocumentPlace, _ output: inout Output
  ) throws(Failure) -> Bool {
    let token: JSONReader.Token
    do throws(JSONReader.Fault) {
      token = try reader.next(line)
    } catch {
      throw .document(line: 0, reason: place.reason(error))
    }
    if token == .endOfLine { return false }
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
    return true
  }

  /// Why a document cannot be read on.
  private enum Wrong: Error {
    case here(String)
    case failure(Failure)
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
    case .content(let depth, let isTop):
      if token == .endArray {
        frames.removeLast()
        if !isTop { frames[frames.count - 1] = .node(.ended) }
      } else if token == .beginObject {
        values.removeAll()
        frames.append(.node(.head))
      } else {
        throw .here(
          "content is a list of objects, and the nodes of depth \(depth) hold something else")
      }
    case .node(let stage): try takeOfNode(token, stage, line, &output)
    case .metrics:
      if token == .endArray {
        frames.removeLast()
      } else if token == .beginObject {
        values.removeAll()
        frames.append(.metric)
      } else {
        throw .here("metrics is a list of objects")
      }
    case .metric: try takeOfMetric(token, line, &output)
    case .fields:
      if token == .string {
        values.take(textOf: .fields, line.extracting(reader.range), hasEscapes: reader.hasEscapes)
      } else if token == .endArray {
        frames.removeLast()
      } else {
        throw .here("fields is a list of texts")
      }
    }
  }

  private func named(_ line: Span<UInt8>) throws(Wrong) -> Member {
    let name = line.extracting(reader.range)
    guard let member = table.member(name, hasEscapes: reader.hasEscapes) else {
      let shown = Array(copying: name).prefix(80)
      throw .here("there is no member \(String(decoding: shown, as: UTF8.self)) here")
    }
    return member
  }

  /// A copy of the last token, a text.
  private func text(_ line: Span<UInt8>) -> [UInt8] {
    var text = ByteBuffer(capacity: 64)
    text.append(unescapingJSON: line.extracting(reader.range))
    return Array(copying: text.bytes)
  }

  private func write(
    _ output: inout Output, _ body: (inout Output) throws(Failure) -> Void
  ) throws(Wrong) {
    do throws(Failure) { try body(&output) } catch { throw .failure(error) }
  }

  // MARK: The document

  private mutating func takeOfDocument(
    _ token: JSONReader.Token, _ line: Span<UInt8>, _ output: inout Output
  ) throws(Wrong) {
    if token == .key {
      member = try named(line)
      if (part == .report) != (member == .report) {
        throw .here(
          part == .report ? "report is the first member of a document" : "report stands first")
      }
      return
    }
    if token == .endObject {
      if part == .report { throw .here("a document has a member report") }
      try begin(&output)
      frames.removeLast()
      reader.beginValue()
      let ending = error.map { Ending.failed(String(decoding: $0, as: UTF8.self)) } ?? .ok
      return try write(&output) { output throws(Failure) in try output.endDocument(ending) }
    }
    switch member {
    case .report, .id, .title, .error, .meta, .content: break
    default: throw .here("a document has no member \(member.name)")
    }
    let isFitting = member == .report ? token == .string : token == member.form
    guard isFitting else {
      throw .here("\(member.name) is \(member.formName)")
    }
    switch member {
    case .report:
      let version = text(line)
      guard version == Array("1".utf8) || version.starts(with: Array("1.".utf8)) else {
        throw .here("version: the document is not of report version 1; newer filters may read it")
      }
      part = .id
    case .id:
      try reach(.id)
      id = text(line)
    case .meta:
      try reach(.meta)
      try begin(&output)
      frames.append(.meta)
    case .content:
      try reach(.content)
      try begin(&output)
      frames.append(.content(depth: 0, isTop: true))
    case .error:
      error = text(line)
    default:
      break
    }
  }

  /// Goes on to a part of the document; the parts have an order.
  private mutating func reach(_ next: Part) throws(Wrong) {
    if next.rawValue < part.rawValue {
      throw .here("\(member.name) must stand before what it describes: report, id, meta, content")
    }
    part = next
  }

  private mutating func begin(_ output: inout Output) throws(Wrong) {
    if output.isDocumentOpen { return }
    let id = self.id ?? []
    try write(&output) { output throws(Failure) in try output.beginDocument(id: id.span) }
  }

  // MARK: Meta

  private mutating func takeOfMeta(
    _ token: JSONReader.Token, _ line: Span<UInt8>, _ output: inout Output
  ) throws(Wrong) {
    switch token {
    case .key:
      metaName.removeAll()
      metaName.append(unescapingJSON: line.extracting(reader.range))
      metaValue.removeAll()
    case .endObject:
      frames.removeLast()
    case .beginObject, .beginArray:
      frames.append(.metaValue(depth: reader.depth))
      metaValue.append(line.extracting(reader.range))
    default:
      try appendScalar(token, line)
      try writeMeta(&output)
    }
  }

  /// A value comes compactly, its texts and numbers as they stand.
  private mutating func takeOfValue(
    _ token: JSONReader.Token, _ line: Span<UInt8>, _ depth: Int, _ output: inout Output
  ) throws(Wrong) {
    if token == .endObject || token == .endArray {
      metaValue.append(line.extracting(reader.range))
      if reader.depth < depth {
        frames.removeLast()
        try writeMeta(&output)
      }
      return
    }
    let last = metaValue.bytes[metaValue.count - 1]
    let isFirst =
      last == UInt8(ascii: "{") || last == UInt8(ascii: "[") || last == UInt8(ascii: ":")
    if !isFirst { metaValue.append(UInt8(ascii: ",")) }
    try appendScalar(token, line)
    if token == .key { metaValue.append(UInt8(ascii: ":")) }
  }

  private mutating func appendScalar(
    _ token: JSONReader.Token, _ line: Span<UInt8>
  ) throws(Wrong) {
    guard metaValue.count + reader.range.count <= Self.maximumMeta else {
      throw .here("the value is larger than 64 MiB")
    }
    let isText = token == .string || token == .key
    if isText { metaValue.append(UInt8(ascii: "\"")) }
    metaValue.append(line.extracting(reader.range))
    if isText { metaValue.append(UInt8(ascii: "\"")) }
  }

  private mutating func writeMeta(_ output: inout Output) throws(Wrong) {
    do throws(Failure) {
      output.begin("meta")
      try output.column(metaName.bytes)
      try output.column(metaValue.bytes)
      try output.endRecord()
    } catch {
      throw .failure(error)
    }
  }

  // MARK: Nodes

  private mutating func takeOfNode(
    _ token: JSONReader.Token, _ stage: Stage, _ line: Span<UInt8>, _ output: inout Output
  ) throws(Wrong) {
    if token == .key {
      member = try named(line)
      return
    }
    if token == .endObject {
      if case .head = stage { _ = try writeNode(&output) }
      frames.removeLast()
      return
    }
    switch member {
    case .metrics, .content:
      guard token == .beginArray else { throw .here("\(member.name) is \(member.formName)") }
      var depth: Int?
      switch stage {
      case .head: depth = try writeNode(&output)
      case .written(let written): depth = written
      case .ended: throw .here("\(member.name) stands behind content, and must stand before")
      }
      frames[frames.count - 1] = .node(.written(depth: depth))
      if member == .metrics { return frames.append(.metrics) }
      guard let depth else { throw .here("only a section, which has a depth, has content") }
      frames.append(.content(depth: depth, isTop: false))
    case .label, .title, .stop, .kind, .depth, .line, .column, .text, .type, .fields:
      guard case .head = stage else {
        throw .here("\(member.name) stands behind metrics or content, and must stand before")
      }
      guard token == member.form else { throw .here("\(member.name) is \(member.formName)") }
      if member == .fields {
        values.beginTexts(of: .fields)
        frames.append(.fields)
      } else {
        values.take(member, token, line.extracting(reader.range), hasEscapes: reader.hasEscapes)
      }
    default:
      throw .here("a node has no member \(member.name)")
    }
  }

  /// Writes the node's record; the depth of a section, nil for other nodes.
  private mutating func writeNode(_ output: inout Output) throws(Wrong) -> Int? {
    var around = 0
    var isTop = true
    if frames.count > 1, case .content(let depth, let top) = frames[frames.count - 2] {
      around = depth
      isTop = top
    }
    if values.present.contains(.type) {
      try allow([.type, .fields])
      if values.has(.type, "doc") || values.has(.type, "end") || !values.hasPlainType {
        throw .here("a node's type is that of a record inside a document")
      }
      values.beginNamed()
      values.columns(of: .fields)
      try writeRecord(&output)
      return nil
    }
    if values.present.contains(.depth) {
      try allow([.label, .title, .stop, .kind, .depth, .line, .column])
      values.begin("section")
      for member in [Member.line, .column, .depth, .kind, .label, .title, .stop] {
        values.column(member)
      }
      guard let depth = values.bytes.bytes(in: values.range(.depth)).canonicalNumber,
        isTop || depth > around
      else {
        throw .here("a section's depth is a number greater than that of the section around it")
      }
      try writeRecord(&output)
      return depth
    }
    if values.has(.kind, "title") {
      try allow([.kind, .title, .line, .column])
      if !isTop { throw .here("a title stands in the document's content, not in a section's") }
      values.begin("title")
      for member in [Member.line, .column, .title] { values.column(member) }
    } else {
      try allow([.text, .line, .column])
      values.begin("text")
      values.column(.line)
      values.column(.column)
      values.column(around)
      values.column(.text)
    }
    try writeRecord(&output)
    return nil
  }

  private func allow(_ members: [Member]) throws(Wrong) {
    if let member = values.present.first(outside: MemberSet(members)) {
      throw .here("a node with these members has no member \(member.name); a section has a depth")
    }
  }

  private mutating func takeOfMetric(
    _ token: JSONReader.Token, _ line: Span<UInt8>, _ output: inout Output
  ) throws(Wrong) {
    if token == .key {
      member = try named(line)
      return
    }
    if token == .endObject {
      frames.removeLast()
      values.begin("metric")
      values.column(.line)
      values.column(.column)
      if let reason = values.metricColumns() { throw .here(reason) }
      return try writeRecord(&output)
    }
    let isNumber = member == .value && (token == .number || token == .null)
    switch member {
    case .value where isNumber: break
    case .text, .low, .high, .fraction, .mask, .unit, .sign, .kind, .per, .change, .label, .line,
      .column:
      guard token == member.form else { throw .here("\(member.name) is \(member.formName)") }
    case .value: throw .here("a metric's value is a number or null")
    default: throw .here("a metric has no member \(member.name)")
    }
    values.take(member, token, line.extracting(reader.range), hasEscapes: reader.hasEscapes)
  }

  private mutating func writeRecord(_ output: inout Output) throws(Wrong) {
    do throws(Failure) {
      try output.write(record: values.record.bytes, line: 0)
    } catch {
      throw .failure(error)
    }
  }
}
