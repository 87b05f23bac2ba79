import Filters

/// Writes down what stays, and what went where that is asked for.
struct Scribe {
  /// What becomes of a document's text.
  struct Manner: Sendable {
    /// Plain text stays plain text.
    var isText = true
    /// Whole lines that went are `cut` records too.
    var hasCuts = false
    /// A line that went stays as a blank line.
    var keepsLines = false
  }

  private let manner: Manner
  private let names: [[UInt8]]
  /// The name of the rule that removes blank lines.
  let blankName: Int
  /// Plain text leaves as plain text.
  private var isPlain = false
  /// The last record that can be annotated went, or its text changed.
  private var isChanged = false

  /// A scribe for rules of these names.
  init(_ manner: Manner, _ rules: DebrisRules) {
    self.manner = manner
    names = rules.names
    blankName = rules.blankName
  }

  /// True if records that went are written down in their place.
  var needsRemoved: Bool { manner.hasCuts || manner.keepsLines }

  /// Begins a document.
  mutating func open(_ document: borrowing Document, into output: inout Output) throws(Failure) {
    isPlain = manner.isText && document.source == .text
    isChanged = false
    if isPlain, document.hasByteOrderMark { try output.write("\u{FEFF}") }
  }

  /// Ends a document.
  mutating func close(_ ending: borrowing Ending, into output: inout Output) throws(Failure) {}

  /// Writes a record that stays; `trimmed` is what remains of its text.
  mutating func keep(
    _ record: borrowing Record, _ trimmed: borrowing TrimmedLine?, into output: inout Output
  ) throws(Failure) {
    guard let trimmed = copy trimmed else {
      isChanged = false
      if !isPlain { return try output.pass(record) }
      try output.write(record.raw)
      return try writeEnd(record, into: &output)
    }
    isChanged = true
    let bytes = trimmed.bytes
    if isPlain {
      try output.write(bytes.span)
      return try writeEnd(record, into: &output)
    }
    try output.pass(record, text: bytes.span)
    let text = record.text
    var column = record.column
    var place = 0
    for cut in trimmed.cuts {
      column += text.scalarCount(place..<cut.range.lowerBound)
      place = cut.range.lowerBound
      let name = names[cut.name]
      try output.cut(record.line, column, rule: name.span, text: text.extracting(cut.range))
    }
  }

  /// Writes down that a record went, and by which rule.
  mutating func remove(
    _ record: borrowing Record, _ name: Int, into output: inout Output
  ) throws(Failure) {
    isChanged = true
    if isPlain {
      if manner.keepsLines { try writeEnd(record, into: &output) }
      return
    }
    let nothing: [UInt8] = []
    if manner.keepsLines { try output.pass(record, text: nothing.span) }
    if manner.hasCuts {
      let rule = names[name]
      try output.cut(record.line, record.column, rule: rule.span, text: record.text)
    }
  }

  /// Writes down that a blank line went.
  mutating func removeBlank(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    try remove(record, blankName, into: &output)
  }

  /// Passes an annotation on; metrics go with the text in which they stood.
  mutating func note(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    if record.kind == .metric, isChanged { return }
    try output.pass(record)
  }

  private func writeEnd(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    switch record.lineEnd {
    case .lf: try output.write(byte: UInt8(ascii: "\n"))
    case .crlf: try output.write("\r\n")
    case .none: break
    }
  }
}
