import Filters

/// What stands before a document's content: its meta, and the title that its first records make.
struct DocumentHeader: ~Copyable {
  private var title = ByteBuffer(capacity: 256)
  private var hasTitle = false
  /// The titles and what stands around them, which are nodes of the content too.
  private var records = Window()
  private var meta = MetaMembers()

  /// Takes a record that belongs before the content; false where the content begins.
  mutating func take(_ record: borrowing Record) throws(Failure) -> Bool {
    switch record.kind {
    case .meta where !hasTitle:
      try meta.take(record)
      return true
    case .title:
      guard records.hasRoom(for: record) else { return false }
      hasTitle = true
      append(record.text)
      records.append(record)
      return true
    case .metric, .cut, .other:
      // Also before the title: a cut line or a plug-in's record there is no body.
      guard records.hasRoom(for: record) else { return false }
      records.append(record)
      return true
    case .line, .section, .text, .meta, .comment, .doc, .end:
      return false
    }
  }

  /// Adds a line of the title; only Latin words need a blank between lines.
  private mutating func append(_ text: Span<UInt8>) {
    let line = text.extracting(text.trimmedRange)
    if !title.isEmpty, !line.isEmpty {
      let last = title.bytes[title.count - 1]
      if last < 0x80, line[0] < 0x80 { title.append(UInt8(ascii: " ")) }
    }
    title.append(line)
  }

  /// Writes the members before the content.
  mutating func write(_ json: inout JSONWriter) {
    json.member("title", title.bytes)
    if meta.isEmpty { return }
    json.beginObject("meta")
    meta.write(&json)
    json.endObject()
  }

  /// Gives the records that the content begins with.
  mutating func takeRecords() -> Window {
    var taken = Window()
    swap(&taken, &records)
    return taken
  }
}
