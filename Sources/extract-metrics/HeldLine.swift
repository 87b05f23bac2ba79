import Filters

/// The records of one line that have come so far, and their text put together.
struct HeldLine: ~Copyable {
  /// What one record holds of the line.
  struct Piece {
    /// Its bytes in `text`; none for a record that only annotates.
    let range: Range<Int>
    /// Its column.
    let column: Int
  }

  /// The records.
  private(set) var window = Window()
  /// What each of them holds of the line.
  private(set) var pieces: [Piece] = []
  /// The line's text as its records have it: labels, titles, stops and texts in order.
  private(set) var text = ByteBuffer(capacity: 4096)
  private var number = 0

  /// Whether nothing is held.
  var isEmpty: Bool { window.isEmpty }

  /// Whether a record belongs to what is held: a piece of the same line, or what annotates one.
  func takes(_ record: borrowing Record) -> Bool {
    guard !window.isEmpty, window.hasRoom(for: record) else { return false }
    return record.kind.isAnnotated ? record.line == number : true
  }

  /// Holds a record.
  mutating func append(_ record: borrowing Record) {
    let start = text.count
    if record.kind.isAnnotated {
      number = record.line
      if record.kind == .section {
        text.append(record.label)
        text.append(record.title)
        text.append(record.stop)
      } else {
        text.append(record.text)
      }
    }
    pieces.append(Piece(range: start..<text.count, column: record.column))
    window.append(record)
  }

  /// Has the figures of the line found.
  borrowing func findMetrics(with finder: inout MetricFinder) { finder.find(in: text.bytes) }

  /// Lets all records go.
  mutating func removeAll() {
    window.removeAll()
    pieces.removeAll(keepingCapacity: true)
    text.removeAll()
  }
}
