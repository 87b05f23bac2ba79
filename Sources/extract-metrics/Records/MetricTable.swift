import Filters

/// The table of `--table`: one row per figure, for spreadsheets, awk and SQL.
struct MetricTable {
  /// `--table`.
  static let option = Option(
    "table", meaning: "write a table of the figures instead of a stream",
    detail: """
      Columns are parted by TAB; the first row names them. A TAB or line end inside a column is escaped as in a \
      stream.
      """)

  private var document: [UInt8] = []
  private var hasHeader = false
  private var path = SectionPath()

  /// Begins a document.
  mutating func open(
    _ document: borrowing Document, _ output: inout Output
  ) throws(Failure) {
    self.document = Array(copying: document.id)
    path = SectionPath()
    guard !hasHeader else { return }
    hasHeader = true
    try output.write(
      "document\tline\tcolumn\tsection\ttitle\tlabel\tvalue\tunit\tsign\tkind\tper\tchange\ttext\n")
  }

  /// Notes the section that a record opens.
  mutating func enter(_ kind: RecordKind, depth: Int, title: Span<UInt8>) {
    switch kind {
    case .section: path.enter(depth: depth, title: title)
    case .title: path.leaveAll()
    default: break
    }
  }

  /// Writes a figure's row.
  func write(
    _ metric: Metric, at place: MetricPlace, in line: Span<UInt8>, _ text: Span<UInt8>,
    _ output: inout Output
  ) throws(Failure) {
    try output.write(escaping: document.span)
    output.column(place.line)
    output.column(place.column)
    try output.column(path.number.span)
    try output.column(path.title.span)
    try output.column(line.extracting(metric.label))
    try output.write(byte: UInt8(ascii: "\t"))
    try output.write(text.extracting(metric.columns))
    try output.column(line.extracting(metric.per))
    output.column(metric.change.symbol)
    try output.column(line.extracting(metric.text))
    try output.endRecord()
  }
}
