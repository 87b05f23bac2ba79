import Filters

// The members of a row, as they stand on its line.

extension RowsReader {
  /// Reads the row that stands on `line` into `values`.
  mutating func read(_ line: Span<UInt8>) throws(JSONReader.Fault) {
    values.removeAll()
    reader.beginValue()
    reader.beginLine(line)
    guard try reader.next(line) == .beginObject else {
      throw JSONReader.Fault(offset: 0, reason: "a row is an object")
    }
    while true {
      switch try reader.next(line) {
      case .key: try readMember(line)
      case .endObject:
        if try reader.next(line) == .endOfLine { return }
        throw reader.truncated(line)
      default: throw reader.truncated(line)
      }
    }
  }

  private mutating func readMember(_ line: Span<UInt8>) throws(JSONReader.Fault) {
    let offset = reader.range.lowerBound - 1
    guard let member = table.member(line.extracting(reader.range), hasEscapes: reader.hasEscapes)
    else {
      let name = String(
        decoding: Array(copying: line.extracting(reader.range)).prefix(80), as: UTF8.self)
      throw JSONReader.Fault(offset: offset, reason: "a row has no member \(name)")
    }
    if values.present.contains(member) {
      throw JSONReader.Fault(
        offset: offset, reason: "the name \"\(member.name)\" stands twice in one object")
    }
    let token = try reader.next(line)
    let range = reader.range
    if member == .value {
      return try readValue(token, line)
    }
    guard token == member.form, token == .string || token == .number || token == .beginArray else {
      if token == .endOfLine { throw reader.truncated(line) }
      throw JSONReader.Fault(
        offset: range.lowerBound, reason: "\(member.name) is \(member.formName)")
    }
    guard token == .beginArray else {
      // Where a row stands among the sections follows from the others.
      if member == .path || member == .section { return values.note(member) }
      return values.take(member, token, line.extracting(range), hasEscapes: reader.hasEscapes)
    }
    values.beginTexts(of: member)
    while true {
      switch try reader.next(line) {
      case .string:
        values.take(textOf: member, line.extracting(reader.range), hasEscapes: reader.hasEscapes)
      case .endArray: return
      case .endOfLine: throw reader.truncated(line)
      default:
        throw JSONReader.Fault(
          offset: reader.range.lowerBound, reason: "\(member.name) is \(member.formName)")
      }
    }
  }

  /// Any value at all, as it stands.
  private mutating func readValue(
    _ token: JSONReader.Token, _ line: Span<UInt8>
  ) throws(JSONReader.Fault) {
    let start = reader.range.lowerBound - (token == .string ? 1 : 0)
    if token == .beginObject || token == .beginArray {
      let depth = reader.depth
      while reader.depth >= depth {
        if try reader.next(line) == .endOfLine { throw reader.truncated(line) }
      }
    } else if token == .endOfLine {
      throw reader.truncated(line)
    }
    let end = reader.range.upperBound + (token == .string ? 1 : 0)
    if token == .beginObject || token == .beginArray {
      do throws(JSONReader.Fault) {
        try JSONReader.check(line.extracting(start..<end))
      } catch {
        throw JSONReader.Fault(offset: start + error.offset, reason: error.reason)
      }
    }
    // Not taken for a string, so that its escapes stay as they are.
    let kind: JSONReader.Token = token == .string ? .true : token
    values.take(.value, kind, line.extracting(start..<end), hasEscapes: false)
  }
}
