/// Report streams, and what docs/stream.md says is done with what is wrong in them.
extension Driver where Job: ~Copyable {
  mutating func runStream(
    _ reader: inout LineReader, _ operand: Operand, isMarked: Bool
  ) throws(Failure) {
    // Beside the driver, not in it: a record is a view of the parser while the filter changes.
    var parser = RecordParser()
    var isMarked = isMarked
    var toldOfStray = false
    // Lines are counted from the document's first record: what a document comes to must not hang on
    // the documents before it.
    var linesBefore = 0
    while true {
      switch reader.next() {
      case .end:
        return try endInput()
      case .line(.none):
        return try endInsideLine(operand)
      case .fault(.unreadable(let failure)):
        raise(.inputOutput)
        if state == .open {
          try fail(InputFault.unreadable(failure).reason)
        } else {
          report(.unreadable(failure))
        }
        state = .outside
        return
      case .fault(let fault):
        if state == .open {
          try fail(line: fault.line - linesBefore, fault.reason)
        } else if state == .outside {
          report(fault)
        }
        raise(.failedDocument)
        do throws(InputFault) { try reader.skipLine() } catch { continue }
      case .line:
        let isValid = !Job.checksStreams || reader.lineIsUTF8()
        let line = reader.line
        do throws(RecordParser.Fault) {
          try parser.parse(line)
          if !isValid {
            throw RecordParser.Fault(reason: "the record is not UTF-8; --invalid replace mends it")
          }
        } catch {
          if parser.kind == .doc {
            linesBefore = reader.lineNumber - 1
            toldOfStray = false
          }
          if state == .outside, parser.kind != .doc {
            tellOfStray(&toldOfStray, operand, reader.lineNumber, error.reason)
          } else {
            try receiveFaulty(parser.kind, reader.lineNumber - linesBefore, error.reason)
          }
          continue
        }
        switch parser.kind {
        case .doc:
          try receiveDoc(parser.record(line))
          linesBefore = reader.lineNumber - 1
          toldOfStray = false
          if isMarked, state == .open {
            try fail("a byte order mark stands before the stream; a stream begins with doc")
          }
          isMarked = false
        case .end:
          if state == .outside { tellOfStray(&toldOfStray, operand, reader.lineNumber) }
          try receiveEnd(parser.record(line), reader.lineNumber - linesBefore)
          try settle(reader)
        default:
          switch state {
          case .open:
            do throws(Failure) {
              try filter.receive(parser.record(line), into: &output)
            } catch {
              try fail(error)
            }
            if isLive { try output.flush() }
            messages.progress(bytes: bytesBefore + reader.bytesRead, documents: documents)
          case .failed:
            break
          case .outside:
            tellOfStray(&toldOfStray, operand, reader.lineNumber)
          }
        }
      }
    }
  }

  // MARK: Records that open and close

  private mutating func receiveDoc(_ record: borrowing Record) throws(Failure) {
    if state == .open { try fail("truncated: the next document begins before this one ends") }
    let version = StreamVersion(record.column(1))
    // What is not ours does not pass as it came.
    let header = record.raw.extracting(0..<(version.refusal == nil ? record.raw.count : 0))
    try open(
      Document(
        source: .stream, version: record.column(1), id: record.column(2), record: header,
        hasByteOrderMark: false), header: header)
    if let reason = version.refusal, state == .open { try refuse(reason) }
  }

  /// Fails a document for what its first record says; the reason stands first in its end.
  private mutating func refuse(_ reason: String) throws(Failure) {
    messages.error(name, line: 1, reason)
    try close(.failed(reason))
    state = .failed
    if isLive { try output.flush() }
  }

  private mutating func receiveEnd(_ record: borrowing Record, _ number: Int) throws(Failure) {
    guard state == .open else {
      state = .outside
      return
    }
    if record.column(1).isEqual(to: "ok") {
      try close(.ok, footer: record.raw)
    } else if record.column(1).isEqual(to: "failed") {
      try close(
        .failed(String(decoding: Array(copying: record.column(2)), as: UTF8.self)),
        footer: record.raw)
    } else {
      try fail(line: number, "an end record says ok or failed, and this one neither")
      state = .outside
    }
  }

  /// A line that is no proper record.
  private mutating func receiveFaulty(
    _ kind: RecordKind, _ number: Int, _ reason: String
  ) throws(Failure) {
    if kind == .doc {
      if state == .open { try fail("truncated: the next document begins before this one ends") }
      try open(id: [], from: .stream)
    }
    switch state {
    case .open:
      try fail(line: number, reason)
    case .outside, .failed:
      break
    }
    if kind == .end { state = .outside }
  }

  // MARK: Ends that come too early

  private mutating func endInput() throws(Failure) {
    if state == .open { try fail("truncated: the input ends inside this document") }
    state = .outside
  }

  /// The last line has no line feed, so what it was going to say is not known.
  private mutating func endInsideLine(_ operand: Operand) throws(Failure) {
    if state == .outside {
      // A document was about to begin; without its ID it goes by the operand's.
      let id = Array(String(decoding: operand.bytes, as: UTF8.self).utf8)
      try open(id: id, from: .stream)
    }
    try endInput()
  }

  /// Says, once between two documents, that a record is left out; `number` is the input's line.
  private mutating func tellOfStray(
    _ told: inout Bool, _ operand: Operand, _ number: Int,
    _ reason: String =
      "a record stands outside a document and is left out; doc opens a document, end closes it"
  ) {
    raise(.failedDocument)
    if told { return }
    told = true
    messages.error(operand.text, line: number, reason)
  }
}
