import Filters

/// Writes each document of a stream as JSON.
@main struct ToJSON: Filter, ~Copyable {
  static let compact = Option(
    "compact", short: "c", meaning: "write each document on one line", example: "--compact")
  static let rows = Option(
    "rows", meaning: "write each record as an object on a line of its own",
    detail: """
      For tables and databases, and exact: from-json turns the rows into the same stream again, byte for byte.
      """,
    example: "--rows")
  static let text = Option(
    "text", meaning: "write each document's text and meta as an object on one line",
    detail: "For corpora: {\"id\": …, the meta's members, \"text\": …}.", example: "--text")
  static let idField = Option(
    "id-field", argument: "NAME", default: "id",
    meaning: "with --text: the name of the member for the ID", example: "--text --id-field name")
  static let textField = Option(
    "text-field", argument: "NAME", default: "text",
    meaning: "with --text: the name of the member for the text",
    example: "--text --text-field content")
  static let color = Option(
    "color", short: "C", meaning: "colour the output, also where it is no terminal",
    detail:
      "In the colours of jq. Otherwise it is coloured on a terminal, unless NO_COLOR is set or TERM is dumb."
  )
  static let monochrome = Option("monochrome", short: "M", meaning: "never colour the output")
  static let schema = Option(
    "schema", argument: "FORM", isArgumentOptional: true, choices: ["report", "rows", "text"],
    meaning: "print the JSON Schema of a form, and end",
    detail: "report is the nested form, and the one that is shown if FORM is left out.",
    example: "--schema=rows")

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
    options: [compact, rows, text, idField, textField, color, monochrome, schema],
    examples: [
      Example(
        "strip-ads --records report.txt | split-sections | extract-metrics | to-json",
        "the whole of a report as JSON"),
      Example("to-json -c reports.stream | jq -r .title", "the titles of many reports"),
      Example("to-json --rows reports.stream >reports.jsonl", "a table of all records"),
      Example(
        "from-json corpus.jsonl | strip-ads | to-json --text >clean.jsonl", "a corpus, cleaned"),
    ])

  /// The same text may be in any stream, but in no JSON if it is not UTF-8.
  static var checksStreams: Bool { true }

  /// The forms of JSON.
  private enum Shape {
    case nested, rows, text
  }

  private let shape: Shape
  private let style: JSONStyle
  private let names: TextDocument.Names
  private var nested: NestedDocument
  private var table: RowsDocument
  private var clean: TextDocument

  init(_ options: Options) throws(Misuse) {
    let isText = options.has(Self.text)
    let isRows = options.has(Self.rows)
    if isText, isRows { throw Misuse("--rows and --text are two forms; give one of them") }
    for option in [Self.idField, Self.textField] where options.has(option) && !isText {
      throw Misuse("--" + option.long + " names a member of --text, which is not given")
    }
    var names = TextDocument.Names()
    if let name = options.value(of: Self.idField) { names.id = Array(name.utf8) }
    if let name = options.value(of: Self.textField) { names.text = Array(name.utf8) }
    if names.id == names.text { throw Misuse("--id-field and --text-field take two names") }
    let error = TextDocument.Names.error
    for (option, name) in [(Self.idField, names.id), (Self.textField, names.text)]
    where name == error {
      throw Misuse("error is the name for what went wrong; --\(option.long) takes another")
    }
    shape = isText ? .text : isRows ? .rows : .nested
    self.names = names
    style = JSONStyle(
      isCompact: isText || isRows || options.has(Self.compact),
      isColored: !options.has(Self.monochrome) && (options.has(Self.color) || options.isColorful))
    nested = NestedDocument(style)
    table = RowsDocument(style)
    clean = TextDocument(names, style)
  }

  static func page(for options: Options) throws(Misuse) -> [UInt8]? {
    guard options.has(schema) else { return nil }
    switch options.value(of: schema) {
    case "rows": return PackageResources.rows_schema_json
    case "text": return PackageResources.text_schema_json
    default: return PackageResources.report_schema_json
    }
  }

  borrowing func form(of source: Source) -> Form { .own }

  mutating func open(
    _ document: borrowing Document, into output: inout Output
  ) throws(Failure) {
    switch shape {
    case .nested:
      nested = NestedDocument(style)
      try nested.open(document, &output)
    case .rows:
      table = RowsDocument(style)
      try table.open(document, &output)
    case .text:
      clean = TextDocument(names, style)
      try clean.open(document, &output)
    }
  }

  mutating func receive(
    _ record: borrowing Record, into output: inout Output
  ) throws(Failure) {
    switch shape {
    case .nested: try nested.receive(record, &output)
    case .rows: try table.receive(record, &output)
    case .text: try clean.receive(record, &output)
    }
  }

  mutating func close(
    _ ending: borrowing Ending, record: Span<UInt8>, into output: inout Output
  ) throws(Failure) {
    switch shape {
    case .nested: try nested.close(ending, &output)
    case .rows: try table.close(ending, record: record, &output)
    case .text: try clean.close(ending, &output)
    }
  }
}
