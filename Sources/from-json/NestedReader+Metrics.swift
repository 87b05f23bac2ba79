import Filters

// The metrics of a node.

extension NestedReader {
  /// Takes a token in a list of metrics.
  mutating func takeOfMetrics(_ token: JSONReader.Token) throws(Wrong) {
    if token == .endArray {
      frames.removeLast()
    } else if token == .beginObject {
      values.removeAll()
      frames.append(.metric)
    } else {
      throw .here("metrics is a list of objects")
    }
  }

  /// Takes a token among the members of a metric; at their end its record is written.
  mutating func takeOfMetric(
    _ token: JSONReader.Token, _ line: Span<UInt8>, _ output: inout Output
  ) throws(Wrong) {
    if token == .key {
      member = try named(line)
      return
    }
    if token == .endObject {
      frames.removeLast()
      values.begin("metric")
      values.column(.line)
      values.column(.column)
      if let reason = values.metricColumns() { throw .here(reason) }
      return try writeRecord(&output)
    }
    let isNumber = member == .value && (token == .number || token == .null)
    switch member {
    case .value where isNumber: break
    case .text, .low, .high, .fraction, .mask, .unit, .sign, .kind, .per, .change, .label, .line,
      .column:
      guard token == member.form else { throw .here("\(member.name) is \(member.formName)") }
    case .value: throw .here("a metric's value is a number or null")
    default: throw .here("a metric has no member \(member.name)")
    }
    values.take(member, token, line.extracting(reader.range), hasEscapes: reader.hasEscapes)
  }
}
