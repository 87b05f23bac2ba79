/// The records of version 1, as docs/stream.md draws them.
extension Output {
  /// Passes a record on as it came; a line of plain text becomes a `line` record.
  public mutating func pass(_ record: borrowing Record) throws(Failure) {
    if record.isPlain {
      try line(record.line, record.column, record.text)
    } else {
      try write(record.raw)
      try endRecord()
    }
  }

  /// Passes a record on with another TEXT; all its other columns stay, those of newer versions too.
  ///
  /// A record of a kind that has no TEXT passes as it came.
  public mutating func pass(_ record: borrowing Record, text: Span<UInt8>) throws(Failure) {
    if record.isPlain { return try line(record.line, record.column, text) }
    if record.kind.textColumn == 0 { return try pass(record) }
    for index in 0..<record.columnCount {
      if index > 0 { try write(byte: UInt8(ascii: "\t")) }
      try write(escaping: index == record.kind.textColumn ? text : record.column(index))
    }
    try endRecord()
  }

  /// Writes a source line that is not segmented yet.
  public mutating func line(_ line: Int, _ column: Int, _ text: Span<UInt8>) throws(Failure) {
    begin("line", line, column)
    try self.column(text)
    try endRecord()
  }

  /// Writes what was removed, and by which rule.
  public mutating func cut(
    _ line: Int, _ column: Int, rule: Span<UInt8>, text: Span<UInt8>
  ) throws(Failure) {
    begin("cut", line, column)
    try self.column(rule)
    try self.column(text)
    try endRecord()
  }

  /// Writes a line of a document's own title.
  public mutating func title(_ line: Int, _ column: Int, _ text: Span<UInt8>) throws(Failure) {
    begin("title", line, column)
    try self.column(text)
    try endRecord()
  }

  /// Writes a section's heading.
  public mutating func section(
    _ line: Int, _ column: Int, depth: Int, kind: SectionKind, label: Span<UInt8>,
    title: Span<UInt8>, stop: Span<UInt8>
  ) throws(Failure) {
    begin("section", line, column)
    self.column(depth)
    self.column(kind.name)
    try self.column(label)
    try self.column(title)
    try self.column(stop)
    try endRecord()
  }

  /// Writes body text.
  public mutating func text(
    _ line: Int, _ column: Int, depth: Int, _ text: Span<UInt8>
  ) throws(Failure) {
    begin("text", line, column)
    self.column(depth)
    try self.column(text)
    try endRecord()
  }

  /// Writes a quantity; the columns are those of docs/stream.md.
  public mutating func metric(
    _ line: Int, _ column: Int, text: Span<UInt8>, value: Span<UInt8>, unit: Span<UInt8>,
    sign: Span<UInt8>, kind: Span<UInt8>, per: Span<UInt8>, change: Span<UInt8>, label: Span<UInt8>
  ) throws(Failure) {
    begin("metric", line, column)
    try self.column(text)
    try self.column(value)
    try self.column(unit)
    try self.column(sign)
    try self.column(kind)
    try self.column(per)
    try self.column(change)
    try self.column(label)
    try endRecord()
  }
}
