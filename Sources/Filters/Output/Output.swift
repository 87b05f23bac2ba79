/// What a filter writes to: records of a stream, or bytes of a form of its own.
public struct Output: ~Copyable {
  private var writer: ByteWriter

  /// What a filter of `Reads.lines` came to; Output+Documents.swift keeps it.
  var ledger = DocumentLedger()

  /// The file of the filter's `sideFile` option; what is written there is lost where the option was not used.
  public var aside: SideOutput

  /// Standard error, for what the user asked to be told of; it is checked like any output.
  public var remarks: SideOutput

  /// What the user may like to know of the document at hand; the driver says it when that ends, and not with --quiet.
  var notes: [String] = []

  init(
    _ sink: ByteWriter.Sink, aside: ByteWriter.Sink = .nowhere, remarks: ByteWriter.Sink = .nowhere
  ) {
    writer = ByteWriter(sink)
    self.aside = SideOutput(aside)
    self.remarks = SideOutput(remarks)
  }

  /// Goes on with another place; what was collected for the old one and not written is lost.
  mutating func redirect(to sink: ByteWriter.Sink) { writer = ByteWriter(sink) }

  /// What was written, where it goes to memory.
  var kept: [UInt8] { writer.kept }

  /// Writes all that is collected.
  mutating func flush() throws(Failure) {
    do throws(SystemFailure) { try writer.flush() } catch { throw .output(error) }
  }

  /// Writes all that is collected beside the output.
  mutating func flushBeside() throws(Failure) {
    try aside.flush()
    try remarks.flush()
  }

  /// Has something said of the document at hand that the user may like to know.
  public mutating func note(_ remark: String) { notes.append(remark) }

  // MARK: Bytes, for filters that write a form of their own

  /// Writes bytes as they are.
  public mutating func write(_ bytes: Span<UInt8>) throws(Failure) {
    do throws(SystemFailure) { try writer.append(bytes) } catch { throw .output(error) }
  }

  /// Writes a literal.
  public mutating func write(_ literal: StaticString) throws(Failure) {
    writer.append(literal)
    try flushIfFull()
  }

  /// Writes one byte.
  public mutating func write(byte: UInt8) throws(Failure) {
    writer.append(byte)
    try flushIfFull()
  }

  /// Writes a number in decimal digits.
  public mutating func write(number: Int) throws(Failure) {
    writer.append(number: number)
    try flushIfFull()
  }

  /// Writes text as a column of a stream: TAB, line ends, NUL and backslash escaped.
  public mutating func write(escaping bytes: Span<UInt8>) throws(Failure) {
    do throws(SystemFailure) { try writer.append(escaping: bytes) } catch { throw .output(error) }
  }

  private mutating func flushIfFull() throws(Failure) {
    do throws(SystemFailure) { try writer.flushIfFull() } catch { throw .output(error) }
  }

  // MARK: Records, column by column

  // Inlined into the records of Output+Records.swift, where the types are literals of a known length.

  /// Begins a record of a type; columns follow, then `endRecord`, and nothing may be thrown in between.
  public mutating func begin(_ type: StaticString) {
    writer.append(type)
  }

  /// Begins a record that has a place: LINE and COL follow its type.
  @inline(__always)
  public mutating func begin(_ type: StaticString, _ line: Int, _ column: Int) {
    writer.append(head: type, line, column)
  }

  /// Adds a column that holds text.
  @inline(__always)
  public mutating func column(_ text: Span<UInt8>) throws(Failure) {
    writer.append(UInt8(ascii: "\t"))
    try write(escaping: text)
  }

  /// Adds a column that holds a number.
  @inline(__always)
  public mutating func column(_ number: Int) {
    writer.append(UInt8(ascii: "\t"))
    writer.append(number: number)
  }

  /// Adds a column that holds a word of the contract's own.
  @inline(__always)
  public mutating func column(_ word: StaticString) {
    writer.append(UInt8(ascii: "\t"))
    writer.append(word)
  }

  /// Ends a record.
  @inline(__always)
  public mutating func endRecord() throws(Failure) {
    writer.append(UInt8(ascii: "\n"))
    try flushIfFull()
  }
}
