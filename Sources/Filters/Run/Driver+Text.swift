/// Plain text: one operand is one document, its lines are records of kind `line`.
extension Driver where Job: ~Copyable {
  mutating func runText(
    _ reader: inout LineReader, _ operand: Operand, hasByteOrderMark: Bool
  ) throws(Failure) {
    // A file's name need not be UTF-8, a stream must be.
    let id = Array(String(decoding: operand.bytes, as: UTF8.self).utf8)
    try open(id: id, from: .text, isMarked: hasByteOrderMark)
    noteEncoding(reader)
    let wasJudged = reader.judgedEncoding != nil
    try runLines(&reader)
    // Live text is judged late.
    if !wasJudged { noteEncoding(reader) }
    if state == .failed, operand.isStandardInput { reader.drain() }
    state = .outside
    try settle(reader)
  }

  private mutating func noteEncoding(_ reader: borrowing LineReader) {
    guard let encoding = reader.judgedEncoding else { return }
    messages.note(
      name, "read as \(encoding.name); if that is wrong, name the encoding with --encoding")
  }

  private mutating func runLines(_ reader: inout LineReader) throws(Failure) {
    // A plain line has no table of columns: all of it is TEXT.
    let fields: [Field] = []
    while state == .open {
      switch reader.next() {
      case .end:
        return try close(.ok)
      case .fault(let fault):
        if case .unreadable = fault { raise(.inputOutput) }
        return try fail(line: fault.line, fault.reason)
      case .line(let end):
        let line = reader.line
        let head = RecordHead(kind: .line, line: reader.lineNumber, column: 1)
        do throws(Failure) {
          try filter.receive(
            Record(
              head, lineEnd: end, isPlain: true, hasEscapes: false, raw: line, decoded: line,
              fields: fields.span), into: &output)
        } catch {
          try fail(error)
        }
        if isLive { try output.flush() }
        messages.progress(bytes: bytesBefore + reader.bytesRead, documents: documents)
      }
    }
  }
}
