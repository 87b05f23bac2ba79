/// A program of the pipeline: what it is, how it is set up, and what it does with each record.
///
/// The core gives it `main()`: options, operands, encodings, reading and writing, errors and exit status.
public protocol Filter: ~Copyable {
  /// The command's name, its option table and its examples.
  static var command: Command { get }

  /// What to print instead of filtering, where the options ask for a page; nil unless the filter has some.
  static func page(for options: Options) throws(Misuse) -> [UInt8]?

  /// Sets the filter up; an error here ends the program with status 2.
  init(_ options: Options) throws(Misuse)

  /// The form in which a document of this source leaves; `.stream` unless the filter says otherwise.
  borrowing func form(of source: Source) -> Form

  /// The run begins; nothing is to be done unless the filter says so.
  mutating func start(into output: inout Output) throws(Failure)

  /// A document begins; nothing is to be done unless the filter says otherwise.
  mutating func open(
    _ document: borrowing Document, into output: inout Output
  ) throws(Failure)

  /// A record of the open document: every type but `doc` and `end`, comments too.
  mutating func receive(_ record: borrowing Record, into output: inout Output) throws(Failure)

  /// The document ends: held records must be written now. Nothing is to be done unless the filter says so.
  ///
  /// No state may be kept for the next document.
  mutating func close(_ ending: borrowing Ending, into output: inout Output) throws(Failure)

  /// The same, with the stream's `end` record as it came, or nothing where the core had to end the document.
  mutating func close(
    _ ending: borrowing Ending, record: Span<UInt8>, into output: inout Output
  ) throws(Failure)

  /// The run is over: no document follows. Nothing is to be done unless the filter says so.
  mutating func finish(into output: inout Output) throws(Failure)

  /// The option, if there is one, that names a file into which the filter writes by `Output.aside`.
  static var sideFile: Option? { get }

  /// What the filter takes its documents from; reports unless it says otherwise.
  static var reads: Reads { get }

  /// Of `Reads.lines`: a line that cannot be had; it fails the operand unless the filter says otherwise.
  mutating func receive(
    fault reason: String, line: Int, into output: inout Output
  ) throws(Failure)

  /// True if text that is not UTF-8 must not pass even inside a stream; false unless the filter says so.
  static var checksStreams: Bool { get }
}

extension Filter where Self: ~Copyable {
  /// No page.
  public static func page(for options: Options) throws(Misuse) -> [UInt8]? { nil }

  /// A stream.
  public borrowing func form(of source: Source) -> Form { .stream }

  /// Nothing.
  public mutating func start(into output: inout Output) throws(Failure) {}

  /// Nothing.
  public mutating func open(
    _ document: borrowing Document, into output: inout Output
  ) throws(Failure) {}

  /// Nothing.
  public mutating func close(
    _ ending: borrowing Ending, into output: inout Output
  ) throws(Failure) {}

  /// The same as without the record.
  public mutating func close(
    _ ending: borrowing Ending, record: Span<UInt8>, into output: inout Output
  ) throws(Failure) {
    try close(ending, into: &output)
  }

  /// Nothing.
  public mutating func finish(into output: inout Output) throws(Failure) {}

  /// None.
  public static var sideFile: Option? { nil }

  /// Reports.
  public static var reads: Reads { .reports }

  /// The operand fails.
  public mutating func receive(
    fault reason: String, line: Int, into output: inout Output
  ) throws(Failure) {
    throw .document(line: line, reason: reason)
  }

  /// Streams are trusted.
  public static var checksStreams: Bool { false }
}

/// What a filter takes its documents from.
public enum Reads: Sendable {
  /// Plain text and report streams: the core knows where a document begins and ends.
  case reports
  /// Lines of a form of its own: every operand is opened and closed, its lines come as they are, whatever they
  /// hold, and the filter writes its documents with `beginDocument` and `endDocument`.
  case lines
}

/// Where a document comes from.
public enum Source: Sendable {
  /// Plain text: its lines arrive as records of kind `line`.
  case text
  /// A report stream.
  case stream
}

/// In which form a document leaves a filter.
public enum Form: Sendable {
  /// A report stream; the core writes the `doc` and `end` records.
  case stream
  /// A form of the filter's own; it writes everything, in `open` and `close` too.
  case own
}

/// A document as it is opened.
public struct Document: ~Escapable {
  /// Where it comes from.
  public let source: Source
  /// The version of the contract that its stream names; empty for plain text.
  public let version: Span<UInt8>
  /// The document's ID: its operand, `-` for standard input, or what its stream says.
  public let id: Span<UInt8>
  /// Its `doc` record as it came; empty for plain text, and where the record cannot be passed on.
  public let record: Span<UInt8>
  /// True if plain text in UTF-8 began with a byte order mark.
  public let hasByteOrderMark: Bool

  @_lifetime(copy version, copy id, copy record)
  init(
    source: Source, version: Span<UInt8>, id: Span<UInt8>, record: Span<UInt8>,
    hasByteOrderMark: Bool
  ) {
    self.source = source
    self.version = version
    self.id = id
    self.record = record
    self.hasByteOrderMark = hasByteOrderMark
  }
}

/// How a document ended.
public enum Ending: Equatable, Sendable {
  /// Whole.
  case ok
  /// Not whole, and why.
  case failed(String)
}

/// Why a filter cannot go on.
public enum Failure: Error {
  /// The document cannot be processed; the next one can. `line` is 0 where no line is to blame.
  case document(line: Int, reason: String)
  /// Nothing can be written any more.
  case output(SystemFailure)
}
