import Filters

/// Writes records with their figures: as a stream, as text in colours, or the figures alone as a table.
struct MetricWriter {
  private let choice: MetricChoice
  private let highlights: Bool
  private var table: MetricTable?

  /// Reads the options that choose figures and their form.
  init(_ options: Options) throws(Misuse) {
    choice = try MetricChoice(options)
    highlights = options.has(Highlighter.option)
    table = options.has(MetricTable.option) ? MetricTable() : nil
    if highlights, table != nil {
      throw Misuse("--table and --highlight are two forms of output; choose one")
    }
  }

  /// The form of the output.
  var form: Form { table == nil && !highlights ? .stream : .own }

  /// Begins a document.
  mutating func open(
    _ document: borrowing Document, _ output: inout Output
  ) throws(Failure) {
    try table?.open(document, &output)
  }

  /// Passes a record on in which no figure is looked for.
  func pass(_ record: borrowing Record, _ output: inout Output) throws(Failure) {
    if form == .stream { try output.pass(record) }
  }

  /// Writes the records of a line, each with the figures that start in it.
  mutating func write(
    _ held: borrowing HeldLine, _ finder: borrowing MetricFinder, _ output: inout Output
  ) throws(Failure) {
    if highlights { return try Highlighter.write(held.text.bytes, finder, choice, &output) }
    for k in 0..<held.pieces.count {
      try write(held.window.record(at: k), held.pieces[k], of: held.text.bytes, finder, &output)
    }
  }

  /// Writes a record that is a line of its own, with its figures.
  mutating func write(
    line record: borrowing Record, _ finder: borrowing MetricFinder, _ output: inout Output
  ) throws(Failure) {
    if highlights { return try Highlighter.write(record.text, finder, choice, &output) }
    let piece = HeldLine.Piece(range: 0..<record.text.count, column: record.column)
    try write(record, piece, of: record.text, finder, &output)
  }

  private mutating func write(
    _ record: borrowing Record, _ piece: HeldLine.Piece, of line: Span<UInt8>,
    _ finder: borrowing MetricFinder, _ output: inout Output
  ) throws(Failure) {
    if table == nil { try output.pass(record) } else { table?.enter(record) }
    var place = MetricPlace(
      line: record.line, column: piece.column, offset: piece.range.lowerBound)
    for k in 0..<finder.count {
      let metric = finder.metric(k)
      guard piece.range.contains(metric.text.lowerBound), choice.takes(metric) else { continue }
      place.move(to: metric.text.lowerBound, in: line)
      if let table {
        try table.write(metric, at: place, in: line, finder.text.span, &output)
      } else {
        try metric.write(at: place, in: line, finder.text.span, &output)
      }
    }
  }
}
