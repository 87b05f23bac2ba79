/// Drives a filter over documents: the one state machine that every filter's input goes through.
///
///     outside --doc--> open --end--> outside
///                      open --something wrong--> failed --end--> outside
///
/// Whatever is wrong closes the open document as failed; the rest of its records are left out, and the
/// next `doc` record opens the next one. Driver+Text.swift and Driver+Stream.swift feed it.
struct Driver<Job: Filter & ~Copyable>: ~Copyable {
  enum State {
    case outside, open, failed
  }

  var filter: Job
  var output: Output
  var messages: Messages
  let isLive: Bool

  var state = State.outside
  /// The open document's ID, as messages show it.
  var name = ""
  private var form = Form.stream

  /// The bytes of the operands before this one.
  var bytesBefore = 0
  /// The number of documents that were opened.
  var documents = 0
  /// The highest status so far.
  private(set) var status = ExitStatus.success
  /// True if text that is not UTF-8 must not be touched.
  var keepsEncoding = false

  init(
    _ filter: consuming Job, output: consuming Output, messages: consuming Messages, isLive: Bool
  ) {
    self.filter = filter
    self.output = output
    self.messages = messages
    self.isLive = isLive
  }

  /// Notes that something went wrong.
  mutating func raise(_ worse: ExitStatus) {
    if worse.rawValue > status.rawValue { status = worse }
  }

  /// The highest status since it was last taken; what is worse than anything before counts on.
  mutating func takeStatus() -> ExitStatus {
    defer { status = .success }
    return status
  }

  /// Forgets the open document, which nobody will see.
  mutating func drop() { state = .outside }

  /// Runs one operand to its end; what is thrown is a failure of the output.
  mutating func run(_ reader: inout LineReader, _ operand: Operand) throws(Failure) {
    name = operand.text
    defer { bytesBefore += reader.bytesRead }
    if Job.reads == .lines {
      try runOwnLines(&reader, operand)
    } else {
      try runDocuments(&reader, operand)
    }
    guard reader.replacements > 0 else { return }
    let replaced =
      reader.replacements == 1
      ? "1 invalid sequence was" : "\(reader.replacements) invalid sequences were"
    messages.note(operand.text, replaced + " replaced by U+FFFD")
  }

  /// Runs one operand of text or of records.
  private mutating func runDocuments(_ reader: inout LineReader, _ operand: Operand) throws(Failure)
  {
    let content: LineReader.Content
    do throws(InputFault) {
      content = try reader.begin()
    } catch {
      report(error)
      return
    }
    switch content {
    case .nothing:
      // No bytes on standard input are no document; an empty file is an empty one.
      if !operand.isStandardInput { try runText(&reader, operand, hasByteOrderMark: false) }
    case .text(let hasByteOrderMark):
      if keepsEncoding, let encoding = reader.foreignEncoding {
        messages.error(
          name, "is \(encoding.name) and would come out as UTF-8; --to-utf8 takes it for that")
        return raise(.failedDocument)
      }
      try runText(&reader, operand, hasByteOrderMark: hasByteOrderMark)
    case .stream:
      try runStream(&reader, operand, isMarked: false)
    case .markedStream:
      try runStream(&reader, operand, isMarked: true)
    }
  }

  // MARK: Documents

  /// Opens a document; `header` is its `doc` record if that may be passed on as it came, else empty.
  mutating func open(_ document: borrowing Document, header: Span<UInt8>) throws(Failure) {
    documents += 1
    state = .open
    name = Operand(Array(copying: document.id)).text
    form = Job.reads == .lines ? .own : filter.form(of: document.source)
    if form == .stream {
      if header.isEmpty {
        output.begin("doc")
        output.column("report/1")
        try output.column(document.id)
      } else {
        try output.write(header)
      }
      try output.endRecord()
    }
    do throws(Failure) {
      try filter.open(document, into: &output)
    } catch {
      try fail(error)
    }
  }

  /// Opens a document that has no proper `doc` record.
  mutating func open(id: [UInt8], from source: Source, isMarked: Bool = false) throws(Failure) {
    let none: [UInt8] = []
    let document = Document(
      source: source, version: none.span, id: id.span, record: none.span,
      hasByteOrderMark: isMarked)
    try open(document, header: none.span)
  }

  /// Closes the open document.
  mutating func close(_ ending: Ending) throws(Failure) {
    let none: [UInt8] = []
    try close(ending, footer: none.span)
  }

  /// Closes the open document; `footer` is its `end` record if that may be passed on as it came, else empty.
  mutating func close(_ ending: Ending, footer: Span<UInt8>) throws(Failure) {
    state = .outside
    if ending != .ok { raise(.failedDocument) }
    if !output.notes.isEmpty { try tellNotes() }
    do throws(Failure) {
      try filter.close(ending, record: footer, into: &output)
    } catch .document(let line, let reason) {
      messages.error(name, line: line, reason)
      raise(.failedDocument)
      return try writeEnd(.failed(Self.located(line, reason)))
    }
    if form == .stream {
      if footer.isEmpty { return try writeEnd(ending) }
      try output.write(footer)
      try output.endRecord()
    }
    try output.remarks.flush()
  }

  private mutating func tellNotes() throws(Failure) {
    try output.remarks.flush()
    for note in output.notes { messages.note(name, note) }
    output.notes.removeAll()
  }

  /// Closes the open document as failed and says why; `line` is 0 where no line is to blame.
  mutating func fail(line: Int = 0, _ reason: String) throws(Failure) {
    // What was told of the document before stands before this, on lines of its own.
    try output.remarks.flush()
    messages.error(name, line: line, reason)
    try close(.failed(Self.located(line, reason)))
    state = .failed
    // The next line may be long in coming.
    if isLive { try output.flush() }
  }

  /// Fails the open document for what its filter threw; a failure of the output goes on.
  mutating func fail(_ failure: Failure) throws(Failure) {
    guard case .document(let line, let reason) = failure else { throw failure }
    try fail(line: line, reason)
  }

  /// Says why an input could not be read; true if that is the system's fault.
  @discardableResult
  mutating func report(_ fault: InputFault) -> Bool {
    messages.error(name, line: fault.line, fault.reason)
    guard case .unreadable = fault else { return false }
    raise(.inputOutput)
    return true
  }

  /// Lets the output out at a document's end if no more input is waiting.
  mutating func settle(_ reader: borrowing LineReader) throws(Failure) {
    if !reader.isReady { try output.flush() }
  }

  private mutating func writeEnd(_ ending: Ending) throws(Failure) {
    guard form == .stream else { return }
    output.begin("end")
    switch ending {
    case .ok:
      output.column("ok")
    case .failed(let reason):
      output.column("failed")
      try output.column(Array(reason.utf8).span)
    }
    try output.endRecord()
  }

  private static func located(_ line: Int, _ reason: String) -> String {
    line > 0 ? "line \(line): \(reason)" : reason
  }
}
