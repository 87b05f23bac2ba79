import Filters

// The members of meta, each of which becomes a record.

extension NestedReader {
  /// Takes a token among the members of meta.
  mutating func takeOfMeta(
    _ token: JSONReader.Token, _ line: Span<UInt8>, _ output: inout Output
  ) throws(Wrong) {
    switch token {
    case .key:
      metaName.removeAll()
      metaName.append(unescapingJSON: line.extracting(reader.range))
      metaValue.removeAll()
    case .endObject:
      frames.removeLast()
    case .beginObject, .beginArray:
      frames.append(.metaValue(depth: reader.depth))
      try append(token, line)
    default:
      try append(token, line)
      try writeMeta(&output)
    }
  }

  /// Takes a token inside a value that began at this depth.
  mutating func takeOfValue(
    _ token: JSONReader.Token, _ line: Span<UInt8>, _ depth: Int, _ output: inout Output
  ) throws(Wrong) {
    try append(token, line)
    if reader.depth < depth {
      frames.removeLast()
      try writeMeta(&output)
    }
  }

  private mutating func append(
    _ token: JSONReader.Token, _ line: Span<UInt8>
  ) throws(Wrong) {
    guard metaValue.append(token, line.extracting(reader.range)) else {
      throw .here("the value is larger than 64 MiB")
    }
  }

  private mutating func writeMeta(_ output: inout Output) throws(Wrong) {
    do throws(Failure) {
      output.begin("meta")
      try output.column(metaName.bytes)
      try output.column(metaValue.text.bytes)
      try output.endRecord()
    } catch {
      throw .failure(error)
    }
  }
}
