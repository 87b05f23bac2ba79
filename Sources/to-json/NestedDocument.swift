import Filters

// A document as one JSON value, written while it is read:
//
//     {"report": "1", "id": …, "title": …, "meta": {…}, "content": [NODE…], "error": …}
//
// docs/stream.md draws the nodes. What is held back: until the body begins the title and what annotates it,
// for the document's own `title` stands before its content; then, behind each node, the records that are
// nodes of their own but stand among its metrics.

/// Writes one document as nested JSON.
struct NestedDocument: ~Copyable {
  /// The node that metrics still belong to.
  private enum Node {
    case none
    /// A title, text or line.
    case leaf
    /// A section, whose content has not begun.
    case section
  }

  /// A section that is open, and whether its content array is.
  private struct Level {
    var depth: Int
    var hasContent = false
  }

  private var json: JSONWriter
  private var header = DocumentHeader()
  private var isInBody = false

  private var hasContent = false
  private var levels: [Level] = []
  private var node = Node.none
  private var hasMetrics = false
  private var held = Window()

  init(_ style: JSONStyle) { json = JSONWriter(style) }

  // MARK: The document

  /// Begins a document.
  mutating func open(_ document: borrowing Document, _ output: inout Output) throws(Failure) {
    json.beginObject()
    json.member("report", "1")
    json.member("id", document.id)
    try json.flush(&output)
  }

  /// Takes the next record.
  mutating func receive(_ record: borrowing Record, _ output: inout Output) throws(Failure) {
    if record.kind == .comment { return }
    if record.kind == .line, record.text.indexOfTrimmedStart() == record.text.count { return }
    if !isInBody {
      if try header.take(record) { return }
      beginBody()
    }
    add(record)
    try json.flush(&output)
  }

  /// Ends the document; what went wrong stands last.
  mutating func close(_ ending: borrowing Ending, _ output: inout Output) throws(Failure) {
    if !isInBody { beginBody() }
    endNode()
    endSections(from: 0)
    if hasContent { json.endArray() }
    if case .failed(let reason) = copy ending {
      json.member("error", always: Array(reason.utf8).span)
    }
    json.endObject()
    try json.flush(&output)
  }

  private mutating func beginBody() {
    isInBody = true
    header.write(&json)
    let records = header.takeRecords()
    for index in 0..<records.count { add(records.record(at: index)) }
  }

  // MARK: Nodes

  private mutating func add(_ record: borrowing Record) {
    switch record.kind {
    case .metric where node != .none:
      if !hasMetrics { json.beginArray("metrics") }
      hasMetrics = true
      json.metric(record)
    case .title:
      endNode()
      endSections(from: 0)
      beginNode()
      json.member("kind", "title")
      json.member("title", trimming: record.text)
      writePlace(record)
      node = .leaf
    case .section:
      endNode()
      let depth = record.depth
      endSections(from: levels.firstIndex { $0.depth >= depth } ?? levels.count)
      beginNode()
      json.member("label", trimming: record.label)
      json.member("title", trimming: record.title)
      json.member("stop", record.stop)
      json.member("kind", record.sectionKind)
      json.member("depth", depth)
      writePlace(record)
      levels.append(Level(depth: depth))
      node = .section
    case .text:
      endNode()
      let depth = record.depth
      endSections(from: levels.firstIndex { $0.depth > depth } ?? levels.count)
      addText(record)
    case .line:
      endNode()
      addText(record)
    case .metric, .cut, .meta, .other:
      if node != .none, held.hasRoom(for: record) {
        held.append(record)
      } else {
        endNode()
        addUnforeseen(record)
      }
    case .comment, .doc, .end:
      break
    }
  }

  private mutating func addText(_ record: borrowing Record) {
    beginNode()
    json.member("text", record.text)
    writePlace(record)
    node = .leaf
  }

  /// A record that has no form of its own here: its type and its columns.
  private mutating func addUnforeseen(_ record: borrowing Record) {
    beginNode()
    json.member("type", record.column(0))
    json.member("fields", columnsOf: record, from: 1)
    json.endObject()
  }

  private mutating func writePlace(_ record: borrowing Record) {
    json.member("line", record.line)
    json.member("column", record.column)
  }

  /// Opens an object in the content of the innermost section, or of the document.
  private mutating func beginNode() {
    if levels.isEmpty {
      if !hasContent { json.beginArray("content") }
      hasContent = true
    } else {
      if !levels[levels.count - 1].hasContent { json.beginArray("content") }
      levels[levels.count - 1].hasContent = true
    }
    json.beginObject()
  }

  /// Ends the node that metrics belonged to, and writes the nodes that stood among them.
  private mutating func endNode() {
    if hasMetrics { json.endArray() }
    if node == .leaf { json.endObject() }
    hasMetrics = false
    node = .none
    guard !held.isEmpty else { return }
    var records = Window()
    swap(&records, &held)
    for index in 0..<records.count { addUnforeseen(records.record(at: index)) }
  }

  private mutating func endSections(from first: Int) {
    while levels.count > first {
      if levels.removeLast().hasContent { json.endArray() }
      json.endObject()
    }
  }
}
