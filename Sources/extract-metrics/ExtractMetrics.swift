import Filters

/// Finds the figures of a report, says what they are, and writes each after the record in which it stands.
///
/// The records of one line are held until the line is whole, and its figures are looked for in all of it: so the
/// metrics are the same before and after split-sections. Metrics that come in are dropped and found anew, which
/// makes a second run change nothing.
@main struct ExtractMetrics: Filter, ~Copyable {
  static let command = Command(
    name: "extract-metrics",
    summary: "find the figures of a report and what they count",
    about: """
      Finds every quantity that a report states - counts, money, shares, measures, durations, ages, multiples, \
      also those that are masked - with its exact value, unit, qualifier, rate, rise or fall, and the name of \
      what it counts. A quantity in two units is one figure. Dates, ordinals, numbers of documents and \
      numerals inside words are no figures.

      Each figure becomes a metric record after the record in which it stands. Metrics that the input already \
      holds are dropped and found anew.
      """,
    options: MetricChoice.options + LexiconOptions.all + [MetricTable.option] + Highlighter.options,
    examples: [
      Example("extract-metrics report.txt | to-json", "the figures of a report as JSON"),
      Example("extract-metrics --table *.txt > figures.tsv", "a table for a spreadsheet"),
      Example("extract-metrics --units my-units.pack report.txt", "count in units of your own too"),
    ])

  /// Set up for the first document by the packs inside; at once where the user gives packs, to tell what is wrong in them.
  private var pass: MetricPass?
  private let options: Options
  private let writer: MetricWriter

  static func page(for options: Options) -> [UInt8]? { LexiconOptions.page(for: options) }

  init(_ options: Options) throws(Misuse) {
    let writer = try MetricWriter(options)
    let pass = LexiconOptions.addsWords(options) ? try MetricPass(options, writer) : nil
    self.options = options
    self.writer = writer
    self.pass = pass
  }

  borrowing func form(of source: Source) -> Form { writer.form }

  mutating func open(_ document: borrowing Document, into output: inout Output) throws(Failure) {
    if pass == nil {
      do throws(Misuse) {
        pass = try MetricPass(options, writer)
      } catch {
        throw .document(line: 0, reason: error.message)
      }
    }
    try pass?.open(document, into: &output)
  }

  mutating func receive(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    try pass?.receive(record, into: &output)
  }

  mutating func close(_ ending: borrowing Ending, into output: inout Output) throws(Failure) {
    try pass?.close(into: &output)
  }
}
