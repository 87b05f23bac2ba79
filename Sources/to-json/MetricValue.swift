import Filters

/// What the VALUE of a metric is, told by its form.
enum MetricValue: Equatable {
  /// A decimal: it is written as it stands, never through a binary number.
  case number
  /// `3..5`: where the dots stand.
  case range(dots: Int)
  /// `1/3`.
  case fraction
  /// Anything else: a redacted figure as printed.
  case mask
  /// Nothing.
  case none

  init(_ text: Span<UInt8>) {
    if text.isEmpty {
      self = .none
    } else if Self.isDecimal(text) {
      self = .number
    } else if let dots = Self.dots(in: text),
      Self.isDecimal(text.extracting(0..<dots)),
      Self.isDecimal(text.extracting((dots + 2)..<text.count))
    {
      self = .range(dots: dots)
    } else if Self.isFraction(text) {
      self = .fraction
    } else {
      self = .mask
    }
  }

  private static func isDecimal(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] | 0x20 == UInt8(ascii: "e") { return false }
    return JSONText.takeNumber(text, 0) == text.count
  }

  private static func dots(in text: Span<UInt8>) -> Int? {
    let dot = text.firstIndex(of: UInt8(ascii: "."), from: 0)
    // In `1.5..2` the first dot is a decimal one.
    for place in dot..<max(dot, text.count - 1)
    where text[place] == UInt8(ascii: ".") && text[place + 1] == UInt8(ascii: ".") {
      return place
    }
    return nil
  }

  private static func isFraction(_ text: Span<UInt8>) -> Bool {
    let slash = text.firstIndex(of: UInt8(ascii: "/"), from: 0)
    guard slash > 0, slash < text.count - 1 else { return false }
    for place in text.indices where place != slash && text[place] &- UInt8(ascii: "0") > 9 {
      return false
    }
    return true
  }
}

extension JSONWriter {
  /// Writes a metric as an object of an array.
  mutating func metric(_ record: borrowing Record, _ output: inout Output) throws(Failure) {
    try beginObject(&output)
    try member("text", record.text, &output)
    let value = record.column(4)
    switch MetricValue(value) {
    case .number:
      try member("value", verbatim: value, &output)
    case .range(let dots):
      try member("low", verbatim: value.extracting(0..<dots), &output)
      try member("high", verbatim: value.extracting((dots + 2)..<value.count), &output)
    case .fraction:
      try null("value", &output)
      try member("fraction", value, &output)
    case .mask:
      try null("value", &output)
      try member("mask", value, &output)
    case .none:
      break
    }
    try member("unit", record.column(5), &output)
    try member("sign", record.column(6), &output)
    try member("kind", record.column(7), &output)
    try member("per", record.column(8), &output)
    try member("change", record.column(9), &output)
    try member("label", record.column(10), &output)
    try member("line", record.line, &output)
    try member("column", record.column, &output)
    try endObject(&output)
  }
}
