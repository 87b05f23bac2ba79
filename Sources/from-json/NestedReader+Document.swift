import Filters

// The members of a document, and their order.

extension NestedReader {
  /// Takes a token among the members of the document.
  mutating func takeOfDocument(
    _ token: JSONReader.Token, _ line: Span<UInt8>, _ output: inout Output
  ) throws(Wrong) {
    if token == .key {
      member = try named(line)
      if (part == .report) != (member == .report) {
        throw .here(
          part == .report ? "report is the first member of a document" : "report stands first")
      }
      return
    }
    if token == .endObject {
      if part == .report { throw .here("a document has a member report") }
      try begin(&output)
      frames.removeLast()
      reader.beginValue()
      let ending = error.map { Ending.failed(String(decoding: $0, as: UTF8.self)) } ?? .ok
      return try write(&output) { output throws(Failure) in try output.endDocument(ending) }
    }
    switch member {
    case .report, .id, .title, .error, .meta, .content: break
    default: throw .here("a document has no member \(member.name)")
    }
    let isFitting = member == .report ? token == .string : token == member.form
    guard isFitting else {
      throw .here("\(member.name) is \(member.formName)")
    }
    switch member {
    case .report:
      let version = text(line)
      guard version == Array("1".utf8) || version.starts(with: Array("1.".utf8)) else {
        throw .here("version: the document is not of report version 1; newer filters may read it")
      }
      part = .id
    case .id:
      try reach(.id)
      id = text(line)
    case .meta:
      try reach(.meta)
      try begin(&output)
      frames.append(.meta)
    case .content:
      try reach(.content)
      try begin(&output)
      frames.append(.content(depth: 0, isTop: true))
    case .error:
      error = text(line)
    default:
      break
    }
  }

  /// Goes on to a part of the document; the parts have an order.
  private mutating func reach(_ next: Part) throws(Wrong) {
    if next.rawValue < part.rawValue {
      throw .here("\(member.name) must stand before what it describes: report, id, meta, content")
    }
    part = next
  }

  private mutating func begin(_ output: inout Output) throws(Wrong) {
    if output.isDocumentOpen { return }
    let id = self.id ?? []
    try write(&output) { output throws(Failure) in try output.beginDocument(id: id.span) }
  }
}
