import Filters

/// One way through a document: records are held until their line is whole, then go on with its figures.
struct MetricPass: ~Copyable {
  private var finder: MetricFinder
  private var held = HeldLine()
  private var writer: MetricWriter

  /// A pass with the packs that the options name.
  init(_ options: Options, _ writer: MetricWriter) throws(Misuse) {
    self.writer = writer
    finder = MetricFinder(
      units: try LexiconOptions.units(options), phrases: try LexiconOptions.phrases(options))
  }

  /// Begins a document.
  mutating func open(_ document: borrowing Document, into output: inout Output) throws(Failure) {
    try writer.open(document, &output)
  }

  /// Takes the next record.
  mutating func receive(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    switch record.kind {
    case .metric: return
    case .line:
      try release(into: &output)
      try writer.write(line: record, &finder, &output)
    case .title, .text:
      if !held.takes(record) { try release(into: &output) }
      // A record beside which no other could be held is a line of its own, and need not be copied.
      if held.isEmpty, record.raw.count > Window.maximumBytes {
        try writer.write(line: record, &finder, &output)
      } else {
        held.append(record)
      }
    case .section:
      if !held.takes(record) { try release(into: &output) }
      held.append(record)
    case .cut, .comment, .meta, .other, .doc, .end:
      if held.takes(record) { return held.append(record) }
      try release(into: &output)
      try writer.pass(record, &output)
    }
  }

  /// Ends the document.
  mutating func close(into output: inout Output) throws(Failure) {
    try release(into: &output)
  }

  /// Writes the records held, each with the figures that start in it.
  private mutating func release(into output: inout Output) throws(Failure) {
    guard !held.isEmpty else { return }
    try writer.write(held, &finder, &output)
    held.removeAll()
  }
}
