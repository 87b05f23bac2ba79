import Filters

/// Counts what was read and what went, rule by rule.
struct Tally {
  /// What a rule removed.
  struct Row: Equatable, Sendable {
    /// From how many documents something went.
    var documents = 0
    /// How many whole lines went.
    var lines = 0
    /// How many pieces went from inside lines.
    var pieces = 0
    /// How many bytes went, line ends counted.
    var bytes = 0

    /// Adds what another row counted; of documents the other row has seen one at most.
    mutating func add(_ other: Row) {
      if other.lines + other.pieces > 0 { documents += 1 }
      lines += other.lines
      pieces += other.pieces
      bytes += other.bytes
    }
  }

  private let names: [[UInt8]]
  private var rows: [Row]
  /// What went from the open document.
  private var open: [Row]
  private var removed = Row()
  private var seen = Row()

  /// Counts nothing yet, for rules of these names.
  init(_ names: [[UInt8]]) {
    self.names = names
    rows = [Row](repeating: Row(), count: names.count)
    open = rows
  }

  /// Begins a document.
  mutating func openDocument() {
    for index in open.indices { open[index] = Row() }
    seen.documents += 1
  }

  /// Counts a line that was read.
  mutating func read(_ record: borrowing Record) {
    guard record.kind.isAnnotated else { return }
    seen.lines += 1
    seen.bytes += record.text.count + record.lineEnd.length
  }

  /// Counts a whole line that went.
  mutating func removeLine(_ name: Int, bytes: Int) {
    open[name].lines += 1
    open[name].bytes += bytes
  }

  /// Counts a piece that went from inside a line.
  mutating func removePiece(_ name: Int, bytes: Int) {
    open[name].pieces += 1
    open[name].bytes += bytes
  }

  /// Ends a document; what went from one that is not taken has not gone.
  mutating func closeDocument(isTaken: Bool) {
    guard isTaken else { return }
    var sum = Row()
    for index in rows.indices {
      rows[index].add(open[index])
      sum.lines += open[index].lines
      sum.pieces += open[index].pieces
      sum.bytes += open[index].bytes
    }
    removed.add(sum)
  }

  /// Writes a row for each rule that removed something, then what all of them did, then what was read.
  func write(into output: inout SideOutput) throws(Failure) {
    try output.write("rule\tdocuments\tlines\tpieces\tbytes\n")
    for index in rows.indices where rows[index] != Row() {
      let name = names[index]
      try write(name.span, rows[index], into: &output)
    }
    try write(Array("(removed)".utf8).span, removed, into: &output)
    try write(Array("(read)".utf8).span, seen, into: &output)
  }

  private func write(
    _ name: Span<UInt8>, _ row: Row, into output: inout SideOutput
  ) throws(Failure) {
    try output.write(escaping: name)
    for number in [row.documents, row.lines, row.pieces, row.bytes] {
      try output.write("\t")
      try output.write(number: number)
    }
    try output.write("\n")
  }
}
