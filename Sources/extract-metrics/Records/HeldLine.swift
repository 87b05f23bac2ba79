import Filters

/// The records of one line that have come so far, and their text put together.
struct HeldLine: ~Copyable {
  /// What one record holds of the line.
  struct Piece {
    /// Its bytes in `text`; none for a record that only annotates.
    let range: Range<Int>
    /// Its column.
    let column: Int
    /// Where the record ends in `records`.
    let end: Int
    /// The title of a section, in `text`.
    let title: Range<Int>
    /// What the record is.
    let kind: RecordKind
    /// Its depth.
    let depth: Int
  }

  /// The records as they came, each with its line end.
  private(set) var records = ByteBuffer(capacity: 4096)
  /// What each of them holds of the line.
  private(set) var pieces: [Piece] = []
  /// The line's text as its records have it: labels, titles, stops and texts in order.
  private(set) var text = ByteBuffer(capacity: 4096)
  /// The line's number.
  private(set) var line = 0

  /// Whether nothing is held.
  var isEmpty: Bool { pieces.isEmpty }

  /// Whether a record belongs to what is held: a piece of the same line, or what annotates one.
  func takes(_ record: borrowing Record) -> Bool {
    guard !pieces.isEmpty, pieces.count < Window.maximumCount,
      records.count + record.raw.count <= Window.maximumBytes
    else { return false }
    return record.kind.isAnnotated ? record.line == line : true
  }

  /// Holds a record.
  mutating func append(_ record: borrowing Record) {
    let start = text.count
    var title = start..<start
    if record.kind.isAnnotated {
      line = record.line
      if record.kind == .section {
        text.append(record.label)
        let titleStart = text.count
        text.append(record.title)
        title = titleStart..<text.count
        text.append(record.stop)
      } else {
        text.append(record.text)
      }
    }
    records.append(record.raw)
    records.append(UInt8(ascii: "\n"))
    pieces.append(
      Piece(
        range: start..<text.count, column: record.column, end: records.count, title: title,
        kind: record.kind, depth: record.depth))
  }

  /// Lets all records go.
  mutating func removeAll() {
    records.removeAll()
    pieces.removeAll(keepingCapacity: true)
    text.removeAll()
  }
}
