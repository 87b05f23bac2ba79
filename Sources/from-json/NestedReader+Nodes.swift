import Filters

// The nodes of the content: sections, titles, texts, and records of other types.

extension NestedReader {
  /// Takes a token in a list of nodes.
  mutating func takeOfContent(
    _ token: JSONReader.Token, depth: Int, isTop: Bool
  ) throws(Wrong) {
    if token == .endArray {
      frames.removeLast()
      if !isTop { frames[frames.count - 1] = .node(.ended) }
    } else if token == .beginObject {
      values.removeAll()
      frames.append(.node(.head))
    } else {
      throw .here(
        "content is a list of objects, and the nodes of depth \(depth) hold something else")
    }
  }

  /// Takes a token among the members of a node.
  mutating func takeOfNode(
    _ token: JSONReader.Token, _ stage: Stage, _ line: Span<UInt8>, _ output: inout Output
  ) throws(Wrong) {
    if token == .key {
      member = try named(line)
      return
    }
    if token == .endObject {
      if case .head = stage { _ = try writeNode(&output) }
      frames.removeLast()
      return
    }
    switch member {
    case .metrics, .content:
      guard token == .beginArray else { throw .here("\(member.name) is \(member.formName)") }
      var depth: Int?
      switch stage {
      case .head: depth = try writeNode(&output)
      case .written(let written): depth = written
      case .ended: throw .here("\(member.name) stands behind content, and must stand before")
      }
      frames[frames.count - 1] = .node(.written(depth: depth))
      if member == .metrics { return frames.append(.metrics) }
      guard let depth else { throw .here("only a section, which has a depth, has content") }
      frames.append(.content(depth: depth, isTop: false))
    case .label, .title, .stop, .kind, .depth, .line, .column, .text, .type, .fields:
      guard case .head = stage else {
        throw .here("\(member.name) stands behind metrics or content, and must stand before")
      }
      guard token == member.form else { throw .here("\(member.name) is \(member.formName)") }
      if member == .fields {
        values.beginTexts(of: .fields)
        frames.append(.fields)
      } else {
        values.take(member, token, line.extracting(reader.range), hasEscapes: reader.hasEscapes)
      }
    default:
      throw .here("a node has no member \(member.name)")
    }
  }

  /// Takes a token in the list `fields`.
  mutating func takeOfFields(_ token: JSONReader.Token, _ line: Span<UInt8>) throws(Wrong) {
    if token == .string {
      values.take(textOf: .fields, line.extracting(reader.range), hasEscapes: reader.hasEscapes)
    } else if token == .endArray {
      frames.removeLast()
    } else {
      throw .here("fields is a list of texts")
    }
  }

  /// Writes the node's record; the depth of a section, nil for other nodes.
  private mutating func writeNode(_ output: inout Output) throws(Wrong) -> Int? {
    var around = 0
    var isTop = true
    if frames.count > 1, case .content(let depth, let top) = frames[frames.count - 2] {
      around = depth
      isTop = top
    }
    if values.present.contains(.type) {
      try allow([.type, .fields])
      if values.has(.type, "doc") || values.has(.type, "end") || !values.hasPlainType {
        throw .here("a node's type is that of a record inside a document")
      }
      values.beginNamed()
      values.columns(of: .fields)
      try writeRecord(&output)
      return nil
    }
    if values.present.contains(.depth) {
      try allow([.label, .title, .stop, .kind, .depth, .line, .column])
      values.begin("section")
      for member in [Member.line, .column, .depth, .kind, .label, .title, .stop] {
        values.column(member)
      }
      guard let depth = values.bytes.bytes(in: values.range(.depth)).canonicalNumber,
        isTop || depth > around
      else {
        throw .here("a section's depth is a number greater than that of the section around it")
      }
      try writeRecord(&output)
      return depth
    }
    if values.has(.kind, "title") {
      try allow([.kind, .title, .line, .column])
      if !isTop { throw .here("a title stands in the document's content, not in a section's") }
      values.begin("title")
      for member in [Member.line, .column, .title] { values.column(member) }
    } else {
      try allow([.text, .line, .column])
      values.begin("text")
      values.column(.line)
      values.column(.column)
      values.column(around)
      values.column(.text)
    }
    try writeRecord(&output)
    return nil
  }

  private func allow(_ members: [Member]) throws(Wrong) {
    if let member = values.present.first(outside: MemberSet(members)) {
      throw .here("a node with these members has no member \(member.name); a section has a depth")
    }
  }
}
