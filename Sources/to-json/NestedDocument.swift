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

  init(isCompact: Bool) { json = JSONWriter(isCompact: isCompact) }

  // MARK: The document

  /// Begins a document.
  mutating func open(_ document: borrowing Document, _ output: inout Output) throws(Failure) {
    try json.beginObject(&output)
    try json.member("report", "1", &output)
    try json.member("id", document.id, &output)
  }

  /// Takes the next record.
  mutating func receive(_ record: borrowing Record, _ output: inout Output) throws(Failure) {
    if record.kind == .comment { return }
    if isInBody { return try add(record, &output) }
    if try header.take(record) { return }
    try beginBody(&output)
    try add(record, &output)
  }

  /// Ends the document; what went wrong stands last.
  mutating func close(_ ending: borrowing Ending, _ output: inout Output) throws(Failure) {
    if !isInBody { try beginBody(&output) }
    try endNode(&output)
    try endSections(from: 0, &output)
    if hasContent { try json.endArray(&output) }
    if case .failed(let reason) = copy ending {
      try json.member("error", Array(reason.utf8).span, &output)
    }
    try json.endObject(&output)
  }

  private mutating func beginBody(_ output: inout Output) throws(Failure) {
    isInBody = true
    try header.write(&json, &output)
    let records = header.takeRecords()
    for index in 0..<records.count { try add(records.record(at: index), &output) }
  }

  // MARK: Nodes

  private mutating func add(_ record: borrowing Record, _ output: inout Output) throws(Failure) {
    switch record.kind {
    case .metric where node != .none:
      if !hasMetrics { try json.beginArray("metrics", &output) }
      hasMetrics = true
      try json.metric(record, &output)
    case .title:
      try endNode(&output)
      try endSections(from: 0, &output)
      try beginNode(&output)
      try json.member("kind", "title", &output)
      try json.member("title", trimming: record.text, &output)
      try writePlace(record, &output)
      node = .leaf
    case .section:
      try endNode(&output)
      let depth = record.depth
      try endSections(from: levels.firstIndex { $0.depth >= depth } ?? levels.count, &output)
      try beginNode(&output)
      try json.member("label", trimming: record.label, &output)
      try json.member("title", trimming: record.title, &output)
      try json.member("stop", record.stop, &output)
      try json.member("kind", record.sectionKind, &output)
      try json.member("depth", depth, &output)
      try writePlace(record, &output)
      levels.append(Level(depth: depth))
      node = .section
    case .text:
      try endNode(&output)
      let depth = record.depth
      try endSections(from: levels.firstIndex { $0.depth > depth } ?? levels.count, &output)
      try addText(record, &output)
    case .line:
      try endNode(&output)
      let text = record.text
      if text.indexOfTrimmedStart() < text.count { try addText(record, &output) }
    case .metric, .cut, .meta, .other:
      if node != .none, held.hasRoom(for: record) {
        held.append(record)
      } else {
        try endNode(&output)
        try addUnforeseen(record, &output)
      }
    case .comment, .doc, .end:
      break
    }
  }

  private mutating func addText(
    _ record: borrowing Record, _ output: inout Output
  ) throws(Failure) {
    try beginNode(&output)
    try json.member("text", record.text, &output)
    try writePlace(record, &output)
    node = .leaf
  }

  /// A record that has no form of its own here: its type and its columns.
  private mutating func addUnforeseen(
    _ record: borrowing Record, _ output: inout Output
  ) throws(Failure) {
    try beginNode(&output)
    try json.member("type", record.column(0), &output)
    if record.columnCount > 1 {
      try json.beginArray("fields", &output)
      for index in 1..<record.columnCount { try json.element(record.column(index), &output) }
      try json.endArray(&output)
    }
    try json.endObject(&output)
  }

  private mutating func writePlace(
    _ record: borrowing Record, _ output: inout Output
  ) throws(Failure) {
    try json.member("line", record.line, &output)
    try json.member("column", record.column, &output)
  }

  /// Opens an object in the content of the innermost section, or of the document.
  private mutating func beginNode(_ output: inout Output) throws(Failure) {
    if levels.isEmpty {
      if !hasContent { try json.beginArray("content", &output) }
      hasContent = true
    } else {
      if !levels[levels.count - 1].hasContent { try json.beginArray("content", &output) }
      levels[levels.count - 1].hasContent = true
    }
    try json.beginObject(&output)
  }

  /// Ends the node that metrics belonged to, and writes the nodes that stood among them.
  private mutating func endNode(_ output: inout Output) throws(Failure) {
    if hasMetrics { try json.endArray(&output) }
    if node == .leaf { try json.endObject(&output) }
    hasMetrics = false
    node = .none
    guard !held.isEmpty else { return }
    var records = Window()
    swap(&records, &held)
    for index in 0..<records.count { try addUnforeseen(records.record(at: index), &output) }
  }

  private mutating func endSections(from first: Int, _ output: inout Output) throws(Failure) {
    while levels.count > first {
      if levels.removeLast().hasContent { try json.endArray(&output) }
      try json.endObject(&output)
    }
  }
}
