import Filters

// A document as one flat object per record, which tells every byte of it:
//
//     {"type":"doc","version":"report/1","doc":ID}
//     {"type":…,"doc":ID,"path":"1.4.2","section":TITLE, the record's columns by name, "extra":[…]}
//     {"type":"end","doc":ID,"status":"ok"}
//
// A column that is empty is left out. `extra` are the columns beyond the contract's. Where the columns do not tell
// the record's bytes (a plug-in's unknown escape, say), `record` holds its line as it came.

/// Writes the records of one document as rows.
struct RowsDocument: ~Copyable {
  private var json: JSONWriter
  private var sections = SectionPath()
  /// The members that many rows share, as they are written.
  private var doc = ByteBuffer(capacity: 256)
  private var path = ByteBuffer(capacity: 64)
  private var section = ByteBuffer(capacity: 256)

  init(_ style: JSONStyle) { json = JSONWriter(style) }

  /// Begins a document.
  mutating func open(_ document: borrowing Document, _ output: inout Output) throws(Failure) {
    let record = document.record
    json.beginObject()
    json.member("type", "doc")
    if record.isEmpty {
      json.member("version", "report/1")
    } else {
      json.member("version", document.version)
    }
    let start = json.bytes.count
    json.member("doc", document.id)
    json.keep(from: start, in: &doc)
    columns("extra", of: record, from: 3)
    writeIfOdd(record)
    json.endObject()
    try json.flush(&output)
  }

  /// Takes the next record.
  mutating func receive(_ record: borrowing Record, _ output: inout Output) throws(Failure) {
    move(to: record)
    json.beginObject()
    switch record.kind {
    case .line: json.member("type", "line")
    case .cut: json.member("type", "cut")
    case .title: json.member("type", "title")
    case .section: json.member("type", "section")
    case .text: json.member("type", "text")
    case .metric: json.member("type", "metric")
    case .meta: json.member("type", "meta")
    case .comment: json.member("type", "#")
    case .other, .doc, .end: json.member("type", always: record.column(0))
    }
    json.add(written: doc)
    json.add(written: path)
    json.add(written: section)
    writeColumns(record)
    if !record.isPlain, record.kind != .comment { writeIfOdd(record.raw) }
    json.endObject()
    if record.kind == .section { writeSection() }
    try json.flush(&output)
  }

  /// Ends the document; `record` is its `end` record, or empty where there is none.
  mutating func close(
    _ ending: borrowing Ending, record: Span<UInt8>, _ output: inout Output
  ) throws(Failure) {
    json.beginObject()
    json.member("type", "end")
    json.add(written: doc)
    switch copy ending {
    case .ok:
      json.member("status", "ok")
      columns("extra", of: record, from: 2)
    case .failed(let reason):
      json.member("status", "failed")
      // A record may have no column for the reason, which is not the same as an empty one.
      if record.isEmpty || Self.columnCount(of: record) > 2 {
        json.member("error", always: Array(reason.utf8).span)
      }
      columns("extra", of: record, from: 3)
    }
    writeIfOdd(record)
    json.endObject()
    try json.flush(&output)
  }

  // MARK: Where the record stands

  private mutating func move(to record: borrowing Record) {
    switch record.kind {
    case .title:
      sections.beginPart()
      writePath()
      writeSection()
    case .text:
      guard sections.close(.text, depth: record.depth) else { return }
      writePath()
      writeSection()
    case .section:
      // The row has the section's own path, and the title of the one around it.
      if sections.close(.section, depth: record.depth) { writeSection() }
      sections.open(depth: record.depth, title: record.title)
      writePath()
    case .line, .cut, .metric, .meta, .comment, .other, .doc, .end:
      break
    }
  }

  private mutating func writePath() {
    Self.keep("path", sections.path, 0..<sections.path.count, &json, &path)
  }

  private mutating func writeSection() {
    Self.keep("section", sections.titles, sections.title, &json, &section)
  }

  private static func keep(
    _ name: StaticString, _ text: borrowing ByteBuffer, _ range: Range<Int>,
    _ json: inout JSONWriter, _ kept: inout ByteBuffer
  ) {
    kept.removeAll()
    json.keep(member: name, text.bytes(in: range), in: &kept)
  }

  // MARK: Columns

  private mutating func writeColumns(_ record: borrowing Record) {
    if record.line > 0 {
      json.member("line", record.line)
      json.member("column", record.column)
    }
    switch record.kind {
    case .line, .title:
      json.member("text", record.text)
      json.member("extra", columnsOf: record, from: 4)
    case .cut:
      json.member("rule", record.column(3))
      json.member("text", record.text)
      json.member("extra", columnsOf: record, from: 5)
    case .section:
      json.member("depth", record.depth)
      json.member("kind", record.sectionKind)
      json.member("label", record.label)
      json.member("title", record.title)
      json.member("stop", record.stop)
      json.member("extra", columnsOf: record, from: 8)
    case .text:
      json.member("depth", record.depth)
      json.member("text", record.text)
      json.member("extra", columnsOf: record, from: 5)
    case .metric:
      json.metricColumns(record)
      json.member("extra", columnsOf: record, from: 11)
    case .meta:
      json.member("key", record.column(1))
      writeMeta(record.column(2))
      json.member("extra", columnsOf: record, from: 3)
    case .comment:
      json.member("comment", record.raw.extracting(1..<record.raw.count))
    case .other, .doc, .end:
      json.member("fields", columnsOf: record, from: 1)
    }
  }

  /// A value of the meta stands as it is, if it can stand on the row's line and be found again in it.
  private mutating func writeMeta(_ value: Span<UInt8>) {
    if Self.isPlainValue(value) {
      json.key("value")
      json.add(value: value)
    } else {
      json.member("raw", always: value)
    }
  }

  private static func isPlainValue(_ value: Span<UInt8>) -> Bool {
    guard value.count > 0, value[0] > 0x20, value[value.count - 1] > 0x20,
      value.firstIndex(of: UInt8(ascii: "\n")) == value.count,
      value.firstIndex(of: UInt8(ascii: "\r")) == value.count
    else { return false }
    do throws(JSONReader.Fault) {
      try JSONReader.check(value, maximumDepth: MetaMembers.maximumDepth)
      return true
    } catch {
      return false
    }
  }

  // MARK: Records as they came

  private static func columnCount(of record: Span<UInt8>) -> Int {
    var count = 1
    for index in record.indices where record[index] == UInt8(ascii: "\t") { count += 1 }
    return count
  }

  /// Writes the columns of a `doc` or `end` record from `first` on, where there are any.
  private mutating func columns(_ name: StaticString, of record: Span<UInt8>, from first: Int) {
    if record.isEmpty || Self.columnCount(of: record) <= first { return }
    json.beginArray(name)
    var column = ByteBuffer(capacity: 64)
    var start = 0
    for index in 0..<Self.columnCount(of: record) {
      let end = record.firstIndex(of: UInt8(ascii: "\t"), from: start)
      if index >= first {
        column.removeAll()
        column.append(unescaping: record.extracting(start..<end))
        json.element(column.bytes)
      }
      start = end + 1
    }
    json.endArray()
  }

  /// Writes the record's line where its columns, escaped again, would not give the same bytes.
  private mutating func writeIfOdd(_ record: Span<UInt8>) {
    if !Self.isCanonical(record) { json.member("record", record) }
  }

  private static func isCanonical(_ record: Span<UInt8>) -> Bool {
    if record.firstIndex(of: UInt8(ascii: "\r")) < record.count { return false }
    if record.firstIndex(of: 0) < record.count { return false }
    var slash = record.firstIndex(of: UInt8(ascii: "\\"))
    while slash < record.count {
      guard slash + 1 < record.count else { return false }
      switch record[slash + 1] {
      case UInt8(ascii: "\\"), UInt8(ascii: "t"), UInt8(ascii: "n"), UInt8(ascii: "r"),
        UInt8(ascii: "0"):
        slash = record.firstIndex(of: UInt8(ascii: "\\"), from: slash + 2)
      default: return false
      }
    }
    return true
  }
}
