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
    // A zero stands before others only in front of the point.
    let start = text.count > 0 && text[0] == UInt8(ascii: "-") ? 1 : 0
    let whole = digits(text, start)
    guard whole > start, whole == start + 1 || text[start] != UInt8(ascii: "0") else {
      return false
    }
    if whole == text.count { return true }
    guard text[whole] == UInt8(ascii: ".") else { return false }
    return whole + 1 < text.count && digits(text, whole + 1) == text.count
  }

  /// Where the digits end that begin at `start`.
  private static func digits(_ text: Span<UInt8>, _ start: Int) -> Int {
    var place = start
    while place < text.count, text[place] &- UInt8(ascii: "0") <= 9 { place += 1 }
    return place
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
  mutating func metric(_ record: borrowing Record) {
    beginObject()
    metricColumns(record)
    member("line", record.line)
    member("column", record.column)
    endObject()
  }

  /// Writes a metric's own columns as members.
  mutating func metricColumns(_ record: borrowing Record) {
    member("text", record.text)
    let value = record.column(4)
    switch MetricValue(value) {
    case .number:
      member("value", verbatim: value)
    case .range(let dots):
      member("low", verbatim: value.extracting(0..<dots))
      member("high", verbatim: value.extracting((dots + 2)..<value.count))
    case .fraction:
      null("value")
      member("fraction", value)
    case .mask:
      null("value")
      member("mask", value)
    case .none:
      break
    }
    member("unit", record.column(5))
    member("sign", record.column(6))
    member("kind", record.column(7))
    member("per", record.column(8))
    member("change", record.column(9))
    member("label", record.column(10))
  }
}
