/// Lines of a filter's own form: they are handed over as they are, and the filter makes documents of them.
extension Driver where Job: ~Copyable {
  mutating func runOwnLines(_ reader: inout LineReader, _ operand: Operand) throws(Failure) {
    do throws(InputFault) { try reader.beginLines() } catch {
      report(error)
      return
    }
    let id = Array(String(decoding: operand.bytes, as: UTF8.self).utf8)
    try open(id: id, from: .text)
    name = operand.text
    try handOverLines(&reader)
    settleDocuments()
    if state == .failed, operand.isStandardInput { reader.drain() }
    state = .outside
    try settle(reader)
  }

  private mutating func handOverLines(_ reader: inout LineReader) throws(Failure) {
    var fields = [Field(0, 0), Field(0, 0), Field(0, 0), Field(0, 0)]
    while state == .open {
      switch reader.next() {
      case .end:
        return try close(.ok)
      case .fault(.unreadable(let failure)):
        raise(.inputOutput)
        return try fail(InputFault.unreadable(failure).reason)
      case .fault(let fault):
        do throws(Failure) {
          try filter.receive(fault: fault.reason, line: fault.line, into: &output)
        } catch {
          try fail(error)
        }
        do throws(InputFault) { try reader.skipLine() } catch { continue }
      case .line(let end):
        let line = reader.line
        fields[3].end = line.count
        let head = RecordHead(kind: .line, line: reader.lineNumber, column: 1)
        do throws(Failure) {
          try filter.receive(
            Record(
              head, lineEnd: end, isPlain: true, hasEscapes: false, raw: line, decoded: line,
              fields: fields.span), into: &output)
        } catch {
          try fail(error)
        }
        if isLive { try output.flush() } else { try settle(reader) }
      }
      settleDocuments()
      messages.progress(bytes: bytesBefore + reader.bytesRead, documents: documents)
    }
  }

  /// Tells of the documents that failed since the last time, and counts those that began.
  private mutating func settleDocuments() {
    documents = output.ledger.count
    guard output.ledger.hasFailed else { return }
    for complaint in output.ledger.takeComplaints() {
      messages.error(name, line: complaint.line, complaint.reason)
    }
    raise(.failedDocument)
  }
}
