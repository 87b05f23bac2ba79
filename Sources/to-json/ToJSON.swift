import Filters

/// Writes each document of a stream as JSON.
@main struct ToJSON: Filter, ~Copyable {
  static let compact = Option(
    "compact", short: "c", meaning: "write each document on one line", example: "--compact")

  static let command = Command(
    name: "to-json",
    summary: "write report streams as JSON",
    about: """
      Writes one JSON document per report: its title, and its content as a tree of sections, texts and the \
      figures in them. Records of types that it does not know become nodes where they stand, so plug-ins reach \
      JSON without a change here. Numbers are written as exact decimals.

      A document that failed is still valid JSON, with a member "error", and the status is 1.
      """,
    writes: "JSON",
    options: [compact],
    examples: [
      Example(
        "strip-ads --records report.txt | split-sections | extract-metrics | to-json",
        "the whole of a report as JSON"),
      Example("to-json -c reports.stream | jq -r .title", "the titles of many reports"),
    ])

  /// The same text may be in any stream, but in no JSON if it is not UTF-8.
  static var checksStreams: Bool { true }

  private let isCompact: Bool
  private var document: NestedDocument

  init(_ options: Options) throws(Misuse) {
    isCompact = options.has(Self.compact)
    document = NestedDocument(isCompact: isCompact)
  }

  borrowing func form(of source: Source) -> Form { .own }

  mutating func open(
    _ document: borrowing Document, into output: inout Output
  ) throws(Failure) {
    self.document = NestedDocument(isCompact: isCompact)
    try self.document.open(document, &output)
  }

  mutating func receive(
    _ record: borrowing Record, into output: inout Output
  ) throws(Failure) {
    try document.receive(record, &output)
  }

  mutating func close(_ ending: borrowing Ending, into output: inout Output) throws(Failure) {
    try document.close(ending, &output)
  }
}
