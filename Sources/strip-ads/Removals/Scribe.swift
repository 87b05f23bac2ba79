import Filters

/// Writes down what stays, and what went where that is asked for.
struct Scribe {
  /// What leaves, and in which form.
  enum Form: Sendable {
    /// Plain text for plain text, a stream for a stream.
    case asItCame
    /// A stream.
    case stream
    /// Only what would go, for people.
    case listing
  }

  /// What becomes of a document's text, and what is told of what went.
  struct Manner: Sendable {
    /// What leaves.
    var form = Form.asItCame
    /// Whole lines that went are `cut` records too.
    var hasCuts = false
    /// A line that went stays as a blank line.
    var keepsLines = false
    /// Everything that went has a row in the audit.
    var audits = false
    /// Everything that went is explained.
    var explains = false
    /// Explanations are coloured.
    var colors = false
    /// What went is counted.
    var counts = false
    /// What went from a document that fails has not gone.
    var takesBack = false
    /// Plain text that fails is seen as far as it came.
    var showsFailed = true
  }

  /// What is asked for.
  let manner: Manner
  private let names: [[UInt8]]
  /// The name of the rule that removes blank lines.
  let blankName: Int
  /// What went, counted.
  private(set) var tally: Tally
  /// The open document's ID.
  private var document: [UInt8] = []
  /// Plain text leaves as plain text.
  private var isPlain = false
  /// Something of the open document was written, or a byte order mark stands before it.
  private var hasBegun = false
  /// The last record that can be annotated went, or its text changed.
  private var isChanged = false

  /// A scribe for rules of these names.
  init(_ manner: Manner, _ rules: DebrisRules) {
    self.manner = manner
    names = rules.names
    blankName = rules.blankName
    tally = Tally(rules.names)
  }

  /// True if records that went are written down in their place.
  var needsRemoved: Bool {
    manner.hasCuts || manner.keepsLines || manner.audits || manner.explains
      || manner.form == .listing
  }

  /// Begins a document.
  mutating func open(_ document: borrowing Document, into output: inout Output) throws(Failure) {
    isPlain = manner.form == .asItCame && document.source == .text
    isChanged = false
    hasBegun = document.hasByteOrderMark
    self.document = Array(copying: document.id)
    tally.openDocument()
    if isPlain, document.hasByteOrderMark { try output.write("\u{FEFF}") }
  }

  /// Counts a line that was read.
  mutating func see(_ record: borrowing Record) {
    if manner.counts { tally.read(record) }
  }

  /// Ends a document.
  mutating func close(_ ending: borrowing Ending) throws(Failure) {
    tally.closeDocument(isTaken: ending == .ok || !manner.takesBack)
    // A stream says so itself.
    if ending != .ok, isPlain, manner.showsFailed {
      throw .document(line: 0, reason: "the output ends at the last whole line before that")
    }
  }

  // MARK: What stays

  /// Writes a record that stays; of a trimmed one what `lines` has read last remains.
  mutating func keep(
    _ record: borrowing Record, isTrimmed: Bool, _ lines: inout LineJudge, into output: inout Output
  ) throws(Failure) {
    isChanged = isTrimmed
    if isTrimmed { return try keepRest(record, &lines, into: &output) }
    if isPlain {
      if !hasBegun { return try begin(record, &lines, into: &output) }
      try output.write(record.raw)
      try writeEnd(record.lineEnd, into: &output)
    } else if manner.form != .listing {
      try output.pass(record)
    }
  }

  /// Writes the first line that stays; a byte order mark that was not the document's must not become one.
  private mutating func begin(
    _ record: borrowing Record, _ lines: inout LineJudge, into output: inout Output
  ) throws(Failure) {
    hasBegun = true
    let length = record.raw.starts(with: "\u{FEFF}") ? 3 : 0
    try output.write(record.raw.extracting(length..<record.raw.count))
    try writeEnd(record.lineEnd, into: &output)
    guard length > 0 else { return }
    let cut = TrimmedLine.Cut(range: 0..<length, name: lines.rules.markName)
    try tell(record, [cut], &lines, into: &output)
  }

  private mutating func keepRest(
    _ record: borrowing Record, _ lines: inout LineJudge, into output: inout Output
  ) throws(Failure) {
    let rest = lines.trimmed.bytes
    let cuts = lines.trimmed.cuts
    if isPlain {
      hasBegun = true
      try output.write(rest.span)
      try writeEnd(record.lineEnd, into: &output)
    } else if manner.form != .listing {
      try output.pass(record, text: rest.span)
    }
    try tell(record, cuts, &lines, into: &output)
  }

  /// Passes an annotation on; metrics go with the text in which they stood.
  mutating func note(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    if manner.form == .listing || (record.kind == .metric && isChanged) { return }
    try output.pass(record)
  }

  // MARK: What goes

  /// Writes down that a record went, by which rule and why.
  mutating func remove(
    _ record: borrowing Record, _ name: Int, _ reason: Reason, _ lines: inout LineJudge,
    into output: inout Output
  ) throws(Failure) {
    isChanged = true
    let rule = names[name]
    if manner.keepsLines {
      if isPlain {
        hasBegun = true
        try writeEnd(record.lineEnd, into: &output)
      } else if manner.form != .listing {
        let nothing: [UInt8] = []
        try output.pass(record, text: nothing.span)
      }
    }
    let place = Place(line: record.line, column: record.column)
    if !isPlain, manner.hasCuts {
      try output.cut(place.line, place.column, rule: rule.span, text: record.text)
    }
    let end = manner.keepsLines ? LineEnd.none : record.lineEnd
    try tell(place, name, record.text, end, into: &output)
    if manner.counts {
      tally.removeLine(name, bytes: record.text.count + end.length)
    }
    if manner.explains {
      let explanation = Explanation(
        document: document, place: place, rule: rule, reason: reason, hasColors: manner.colors)
      if reason != .blank { lines.explain(record.text) }
      try explanation.write(record.text, reason == .blank ? nil : lines, into: &output.remarks)
    }
  }

  /// Writes down that pieces went from inside a line; linear, for a line may have a million of them.
  private mutating func tell(
    _ record: borrowing Record, _ cuts: [TrimmedLine.Cut], _ lines: inout LineJudge,
    into output: inout Output
  ) throws(Failure) {
    var place = Place(line: record.line, column: record.column)
    var counted = 0
    // What speaks for the pieces of a line is told with the first of them.
    var isExplained = false
    for cut in cuts {
      place.column += record.text.scalarCount(counted..<cut.range.lowerBound)
      counted = cut.range.lowerBound
      let text = record.text.extracting(cut.range)
      if !isPlain, manner.form != .listing {
        let rule = names[cut.name]
        try output.cut(place.line, place.column, rule: rule.span, text: text)
      }
      try tell(place, cut.name, text, .none, into: &output)
      if manner.counts { tally.removePiece(cut.name, bytes: text.count) }
      if manner.explains {
        if !isExplained { lines.explain(record.text) }
        let explanation = Explanation(
          document: document, place: place, rule: names[cut.name], reason: .itself,
          hasColors: manner.colors)
        try explanation.write(text, isExplained ? nil : lines, into: &output.remarks)
        isExplained = true
      }
    }
  }

  private func tell(
    _ place: Place, _ name: Int, _ text: Span<UInt8>, _ end: LineEnd, into output: inout Output
  ) throws(Failure) {
    if manner.audits {
      let rule = names[name]
      try output.aside.auditRow(document.span, place, rule.span, text, end)
    }
    if manner.form == .listing { try output.listRow(document.span, place, text) }
  }

  private func writeEnd(_ end: LineEnd, into output: inout Output) throws(Failure) {
    switch end {
    case .lf: try output.write(byte: UInt8(ascii: "\n"))
    case .crlf: try output.write("\r\n")
    case .none: break
    }
  }
}

/// Where something stood in its document.
struct Place {
  /// The line, from 1.
  var line: Int
  /// The column, from 1.
  var column: Int
}

extension LineEnd {
  /// How many bytes it has.
  var length: Int {
    switch self {
    case .none: 0
    case .lf: 1
    case .crlf: 2
    }
  }
}
