/// The documents that a filter of `Reads.lines` makes of its input.
struct DocumentLedger: ~Copyable {
  /// What is to be said about a document that failed; `line` is one of the input, or 0.
  struct Complaint {
    let line: Int
    let reason: String
  }

  /// How many documents began.
  var count = 0
  /// True from a document's beginning to its end.
  var isOpen = false
  /// True if a document failed since the complaints were last taken.
  var hasFailed = false
  var complaints: [Complaint] = []
  var parser = RecordParser()

  mutating func takeComplaints() -> [Complaint] {
    defer { complaints = [] }
    hasFailed = false
    return complaints
  }
}

/// Whole documents, written by a filter whose input the core does not understand (see `Reads.lines`).
extension Output {
  /// True from `beginDocument` to the document's end.
  public var isDocumentOpen: Bool { ledger.isOpen }

  /// How many documents began.
  public var documentCount: Int { ledger.count }

  /// Begins a document.
  public mutating func beginDocument(id: Span<UInt8>) throws(Failure) {
    ledger.count += 1
    ledger.isOpen = true
    begin("doc")
    column("report/1")
    try column(id)
    try endRecord()
  }

  /// Begins a document by a `doc` record that was put together elsewhere.
  ///
  /// One of a version that is not ours begins the document in our version and is an error.
  public mutating func beginDocument(record: Span<UInt8>) throws(Failure) {
    try check(record, .doc, line: 0)
    let name = column(1, of: record)
    let version = StreamVersion(name.span)
    if let reason = version.refusal {
      let id = column(2, of: record)
      try beginDocument(id: id.span)
      throw .document(line: 0, reason: reason)
    }
    ledger.count += 1
    ledger.isOpen = true
    try write(record)
    try endRecord()
  }

  /// Writes a record that was put together elsewhere; it is an error if a reader would not take it.
  public mutating func write(record: Span<UInt8>, line: Int) throws(Failure) {
    try check(record, nil, line: line)
    try write(record)
    try endRecord()
  }

  /// Ends the document; nothing is said of one that failed before it came here.
  public mutating func endDocument(_ ending: Ending = .ok) throws(Failure) {
    ledger.isOpen = false
    begin("end")
    switch ending {
    case .ok: column("ok")
    case .failed(let reason):
      ledger.hasFailed = true
      column("failed")
      try column(Array(reason.utf8).span)
    }
    try endRecord()
  }

  /// Ends the document by an `end` record that was put together elsewhere.
  public mutating func endDocument(record: Span<UInt8>, line: Int) throws(Failure) {
    try check(record, .end, line: line)
    let status = column(1, of: record)
    let isFailed = status.span.isEqual(to: "failed")
    if !isFailed, !status.span.isEqual(to: "ok") {
      throw .document(line: line, reason: "a document ends ok or failed, and this one neither")
    }
    ledger.isOpen = false
    if isFailed { ledger.hasFailed = true }
    try write(record)
    try endRecord()
  }

  /// Ends the document as failed and has the reason told; `line` is one of the input, or 0.
  public mutating func failDocument(line: Int, _ reason: String) throws(Failure) {
    complain(line: line, reason)
    try endDocument(.failed(line > 0 ? "line \(line): \(reason)" : reason))
  }

  /// Has something told that is wrong outside of any document.
  public mutating func complain(line: Int, _ reason: String) {
    ledger.hasFailed = true
    ledger.complaints.append(DocumentLedger.Complaint(line: line, reason: reason))
  }

  /// Reads the record as a reader of the stream would; `kind` is what it must be, nil for anything inside a document.
  private mutating func check(
    _ record: Span<UInt8>, _ kind: RecordKind?, line: Int
  ) throws(Failure) {
    do throws(RecordParser.Fault) {
      try ledger.parser.parse(record)
    } catch {
      throw .document(line: line, reason: error.reason)
    }
    let found = ledger.parser.kind
    let isFitting = kind.map { $0 == found } ?? (found != .doc && found != .end)
    let isOneLine = record.firstIndex(of: UInt8(ascii: "\n")) == record.count
    guard isFitting, isOneLine else {
      throw .document(line: line, reason: "the record is not what its type says")
    }
  }

  /// A copy of a column of the record that was checked last.
  private func column(_ index: Int, of record: Span<UInt8>) -> [UInt8] {
    Array(copying: ledger.parser.record(record).column(index))
  }
}
