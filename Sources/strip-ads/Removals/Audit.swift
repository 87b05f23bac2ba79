// The audit has a row for everything that went, behind a row of the columns' names:
//
//     document TAB line TAB column TAB rule TAB text LF
//
// The text is escaped as in a stream. That of a whole line has its line end, that of a piece from inside a line
// has none, so that what was kept and the audit are together the input (docs/audit.md).

import Filters

extension SideOutput {
  /// Writes the names of the audit's columns.
  mutating func auditHeader() throws(Failure) {
    try write("document\tline\tcolumn\trule\ttext\n")
  }

  /// Writes what went from `place`; `end` is the line end that went with it.
  mutating func auditRow(
    _ document: Span<UInt8>, _ place: Place, _ rule: Span<UInt8>, _ text: Span<UInt8>,
    _ end: LineEnd
  ) throws(Failure) {
    try write(escaping: document)
    try write("\t")
    try write(number: place.line)
    try write("\t")
    try write(number: place.column)
    try write("\t")
    try write(escaping: rule)
    try write("\t")
    try write(escaping: text)
    switch end {
    case .none: try write("\n")
    case .lf: try write("\\n\n")
    case .crlf: try write("\\r\\n\n")
    }
  }
}

extension Output {
  /// Writes what would go, for people: `document:line:column:text`.
  mutating func listRow(
    _ document: Span<UInt8>, _ place: Place, _ text: Span<UInt8>
  ) throws(Failure) {
    try write(document.harmless.span)
    try write(":")
    try write(number: place.line)
    try write(":")
    try write(number: place.column)
    try write(":")
    try write(text.harmless.span)
    try write("\n")
  }
}
