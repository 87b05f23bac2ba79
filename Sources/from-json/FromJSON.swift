import Filters

/// Turns JSON into report streams.
@main struct FromJSON: Filter, ~Copyable {
  static let from = Option(
    "from", argument: "FORM", choices: ["auto", "raw", "nested", "rows"], default: "auto",
    meaning: "the form of the JSON",
    detail: """
      With auto the first document tells: nested if report is its first member, rows if it begins with \
      {"type":"doc","version":"report/1, else raw.
      """,
    example: "--from raw")
  static let textField = Option(
    "text-field", argument: "NAME", default: "text",
    meaning: "of raw documents: the member that holds the text",
    detail: "A name inside another is written with a dot: data.text.",
    example: "--text-field content")
  static let idField = Option(
    "id-field", argument: "NAME", default: "id",
    meaning: "of raw documents: the member that holds the ID",
    detail: "Where there is none, the ID is line:N, N being the line of the input.",
    example: "--id-field meta.url")

  static let command = Command(
    name: "from-json",
    summary: "read JSON as report streams",
    about: """
      Reads the three forms that to-json writes, and raw documents: JSON Lines, an object a line, each with its \
      text. The text becomes lines, all other members become meta records, and there is one document for every line \
      that is not blank, in the same order, also for those that are wrong.

      Rows give back the very stream that they were made of. Nested documents give one that to-json makes the same \
      JSON of.

      JSON is read strictly: UTF-8, no name twice in one object, no half surrogates. What is wrong with a document fails \
      that document, with its number and the offset of the byte, and the next one goes on. Of lines in a row that are \
      no JSON, as in an input that is none at all, the first is told of and the others are counted.
      """,
    reads: "JSON",
    options: [from, textField, idField],
    // JSON is UTF-8, and its form is told by --from.
    without: [.input, .encoding, .invalid],
    examples: [
      Example(
        "from-json corpus.jsonl | strip-ads | to-json --text >clean.jsonl", "a corpus, cleaned"),
      Example(
        "from-json --text-field data.body --id-field url corpus.jsonl | split-sections",
        "members of other names"),
      Example("to-json --rows reports.stream | from-json", "the same stream again"),
    ])

  static var reads: Reads { .lines }

  private let forced: JSONForm?
  private var form: JSONForm?
  private var mark = FormMark()
  private var raw: RawDocument
  private var nested = NestedReader()
  private var rows = RowsReader()

  init(_ options: Options) throws(Misuse) {
    switch options.value(of: Self.from) {
    case "raw": forced = .raw
    case "nested": forced = .nested
    case "rows": forced = .rows
    default: forced = nil
    }
    let text = FieldPath(options.value(of: Self.textField) ?? "text")
    let id = FieldPath(options.value(of: Self.idField) ?? "id")
    if text.name == id.name { throw Misuse("--id-field and --text-field take two names") }
    raw = RawDocument(id: id, text: text)
  }

  mutating func open(
    _ document: borrowing Document, into output: inout Output
  ) throws(Failure) {
    form = forced
    mark = FormMark()
    nested = NestedReader()
    rows = RowsReader()
  }

  mutating func receive(
    _ record: borrowing Record, into output: inout Output
  ) throws(Failure) {
    let line = record.raw
    if line.indexBehindJSONBlanks(0) == line.count { return }
    guard let form = form ?? mark.form(line, record.line) else { return }
    if self.form == nil {
      self.form = form
      if mark.brace > 0 { try convert([UInt8(ascii: "{")].span, mark.brace, form, &output) }
    }
    try convert(line, record.line, form, &output)
  }

  mutating func receive(
    fault reason: String, line: Int, into output: inout Output
  ) throws(Failure) {
    let form = form ?? .raw
    self.form = form
    switch form {
    case .raw:
      raw.finish(&output)
      let place = place(line, output)
      try output.beginDocument(id: place.standIn.span)
      try output.failDocument(line: line, place.reason(reason))
    case .rows:
      let place = place(line, output)
      try rows.fail(place.reason(reason), place, isDocument: false, &output)
    case .nested:
      let place = place(line, output)
      try nested.fail(place.reason(reason), place, &output)
    }
  }

  mutating func close(_ ending: borrowing Ending, into output: inout Output) throws(Failure) {
    if form == nil, mark.brace > 0 {
      form = .raw
      try convert([UInt8(ascii: "{")].span, mark.brace, .raw, &output)
    }
    raw.finish(&output)
    try rows.finish(&output)
    try nested.finish(&output)
  }

  private mutating func convert(
    _ line: Span<UInt8>, _ number: Int, _ form: JSONForm, _ output: inout Output
  ) throws(Failure) {
    switch form {
    case .raw:
      try raw.convert(line, place(number, output), &output)
    case .rows: try rows.receive(line, place(number, output), &output)
    case .nested: try nested.receive(line, place(number, output), &output)
    }
  }

  private func place(_ line: Int, _ output: borrowing Output) -> DocumentPlace {
    DocumentPlace(line: line, document: output.documentCount + (output.isDocumentOpen ? 0 : 1))
  }
}
