import Filters

/// Where in its line a metric stands; moved from metric to metric, so that each character is counted once.
struct MetricPlace {
  /// The line's number.
  let line: Int
  /// The column of `offset`.
  private(set) var column: Int
  private var offset: Int

  /// The place of byte `offset`, which is in column `column`.
  init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }

  /// Goes on to a later byte of the line.
  mutating func move(to later: Int, in text: Span<UInt8>) {
    column += text.scalarCount(offset..<later)
    offset = later
  }
}

extension Metric {
  /// Writes the metric as a record; `text` holds its value and unit.
  func write(
    at place: MetricPlace, in line: Span<UInt8>, _ text: Span<UInt8>, _ output: inout Output
  ) throws(Failure) {
    output.begin("metric", place.line, place.column)
    try output.column(line.extracting(self.text))
    try output.write(byte: UInt8(ascii: "\t"))
    try output.write(text.extracting(columns))
    try output.column(line.extracting(per))
    output.column(change.symbol)
    try output.column(line.extracting(label))
    try output.endRecord()
  }
}
