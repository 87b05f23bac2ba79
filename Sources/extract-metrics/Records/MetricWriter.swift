import Filters

/// Writes records with their figures: as a stream, as text in colours, or the figures alone as a table.
struct MetricWriter {
  private let choice: MetricChoice
  private let highlighter: Highlighter?
  private var table: MetricTable?

  /// Reads the options that choose figures and their form.
  init(_ options: Options) throws(Misuse) {
    choice = try MetricChoice(options)
    highlighter = try Highlighter(options)
    table = options.has(MetricTable.option) ? MetricTable() : nil
    if highlighter != nil, table != nil {
      throw Misuse("--table and --highlight are two forms of output; choose one")
    }
  }

  /// The form of the output.
  var form: Form { table == nil && highlighter == nil ? .stream : .own }

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
    _ held: borrowing HeldLine, _ finder: inout MetricFinder, _ output: inout Output
  ) throws(Failure) {
    let text = held.text.bytes
    if let highlighter { return try highlighter.write(text, &finder, choice, &output) }
    var place = MetricPlace(line: held.line, column: 1, offset: 0)
    // The record that the last metric was in, and up to where records are written.
    var k = -1
    var written = 0
    finder.begin()
    while finder.findMore(in: text) {
      for index in 0..<finder.count where choice.takes(finder.metrics[index]) {
        let start = finder.metrics[index].text.lowerBound
        while k < 0 || start >= held.pieces[k].range.upperBound {
          k += 1
          enter(held.pieces[k], text)
          place = MetricPlace(
            line: held.line, column: held.pieces[k].column, offset: held.pieces[k].range.lowerBound)
        }
        try pass(held.records.bytes(in: written..<held.pieces[k].end), &output)
        written = held.pieces[k].end
        place.move(to: start, in: text)
        try write(finder.metrics[index], at: place, in: text, finder.text.bytes, &output)
      }
    }
    for piece in held.pieces[(k + 1)...] { enter(piece, text) }
    try pass(held.records.bytes(in: written..<held.records.count), &output)
  }

  /// Writes a record that is a line of its own, with its figures.
  mutating func write(
    line record: borrowing Record, _ finder: inout MetricFinder, _ output: inout Output
  ) throws(Failure) {
    let text = record.text
    if let highlighter { return try highlighter.write(text, &finder, choice, &output) }
    table?.enter(record.kind, depth: record.depth, title: record.title)
    if table == nil { try output.pass(record) }
    var place = MetricPlace(line: record.line, column: record.column, offset: 0)
    finder.begin()
    while finder.findMore(in: text) {
      for index in 0..<finder.count where choice.takes(finder.metrics[index]) {
        place.move(to: finder.metrics[index].text.lowerBound, in: text)
        try write(finder.metrics[index], at: place, in: text, finder.text.bytes, &output)
      }
    }
  }

  private func pass(_ records: Span<UInt8>, _ output: inout Output) throws(Failure) {
    if table == nil, !records.isEmpty { try output.write(records) }
  }

  private mutating func enter(_ piece: HeldLine.Piece, _ text: Span<UInt8>) {
    table?.enter(piece.kind, depth: piece.depth, title: text.extracting(piece.title))
  }

  @inline(__always) private func write(
    _ metric: borrowing Metric, at place: MetricPlace, in line: Span<UInt8>, _ text: Span<UInt8>,
    _ output: inout Output
  ) throws(Failure) {
    if let table {
      try table.write(metric, at: place, in: line, text, &output)
    } else {
      try metric.write(at: place, in: line, text, &output)
    }
  }
}
