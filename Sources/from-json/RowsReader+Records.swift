import Filters

// The record that a row becomes.

extension RowsReader {
  /// Puts together the record that opens a document.
  mutating func buildDocument() throws(Failure) {
    try allow([.version, .extra])
    values.begin("doc")
    values.column(.version)
    values.column(.doc)
    values.columns(of: .extra)
    useRecordIfGiven()
  }

  /// Puts together the record that ends a document.
  mutating func buildEnd() throws(Failure) {
    try allow([.status, .error, .extra])
    values.begin("end")
    values.column(.status)
    let isFailed = values.has(.status, "failed")
    if values.present.contains(.error) || (isFailed && values.present.contains(.extra)) {
      values.column(.error)
    }
    values.columns(of: .extra)
    useRecordIfGiven()
  }

  /// Puts together the record of a row inside a document.
  mutating func buildRecord() throws(Failure) {
    if !values.hasPlainType, !values.has(.type, "#") { throw wrong("its type is none") }
    let kind = RowKind(values.bytes.bytes(in: values.range(.type)))
    try allow(kind.members)
    switch kind {
    case .comment:
      values.begin("#")
      values.appendComment()
    case .other:
      values.beginNamed()
      values.columns(of: .fields)
    case .meta:
      values.begin("meta")
      values.column(.key)
      if values.present.contains(.value) == values.present.contains(.raw) {
        throw wrong("a meta has either a value or raw text")
      }
      values.column(values.present.contains(.value) ? .value : .raw)
    case .metric:
      values.begin("metric")
      values.column(.line)
      values.column(.column)
      if let reason = values.metricColumns() { throw wrong(reason) }
    default:
      values.beginNamed()
      for member in kind.members where member != .extra { values.column(member) }
    }
    values.columns(of: .extra)
    useRecordIfGiven()
  }

  private mutating func useRecordIfGiven() {
    if values.present.contains(.record) { values.useRecord() }
  }

  /// Checks that the row has no members but these and those that every row may have.
  private func allow(_ members: [Member]) throws(Failure) {
    var allowed = MemberSet(members)
    for member in [Member.type, .doc, .path, .section, .record] { allowed.insert(member) }
    if let member = values.present.first(outside: allowed) {
      throw wrong("a row of its type has no member \(member.name)")
    }
  }
}
