import Filters

/// What stands before a document's content: its meta, and the title that its first records make.
struct DocumentHeader: ~Copyable {
  private var title = ByteBuffer(capacity: 256)
  private var hasTitle = false
  /// The titles and what stands around them, which are nodes of the content too.
  private var records = Window()
  /// Keys and values of the meta, one after the other, and where each ends.
  private var meta = ByteBuffer(capacity: 256)
  private var ends: [Int] = []
  private var keys: Set<[UInt8]> = []

  /// The meta of one document may be as large as the largest line.
  private static let maximumMeta = 64 << 20

  /// Takes a record that belongs before the content; false where the content begins.
  mutating func take(_ record: borrowing Record) throws(Failure) -> Bool {
    switch record.kind {
    case .meta where !hasTitle:
      try takeMeta(record)
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

  private mutating func takeMeta(_ record: borrowing Record) throws(Failure) {
    let key = Array(copying: record.column(1))
    guard JSONText.isValid(record.column(2)) else {
      throw .document(
        line: 0,
        reason: "the meta record \(String(decoding: key, as: UTF8.self)) holds no JSON value")
    }
    guard keys.insert(key).inserted else {
      throw .document(
        line: 0, reason: "the meta record \(String(decoding: key, as: UTF8.self)) stands twice")
    }
    guard meta.count + record.raw.count <= Self.maximumMeta else {
      throw .document(line: 0, reason: "the meta records are larger than 64 MiB together")
    }
    meta.append(key.span)
    ends.append(meta.count)
    meta.append(record.column(2))
    ends.append(meta.count)
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
  mutating func write(_ json: inout JSONWriter, _ output: inout Output) throws(Failure) {
    try json.member("title", title.bytes, &output)
    if ends.isEmpty { return }
    try json.beginObject("meta", &output)
    var start = 0
    for index in stride(from: 0, to: ends.count, by: 2) {
      try json.key(meta.bytes(in: start..<ends[index]), &output)
      try json.value(meta.bytes(in: ends[index]..<ends[index + 1]), &output)
      start = ends[index + 1]
    }
    try json.endObject(&output)
  }

  /// Gives the records that the content begins with.
  mutating func takeRecords() -> Window {
    var taken = Window()
    swap(&taken, &records)
    return taken
  }
}
