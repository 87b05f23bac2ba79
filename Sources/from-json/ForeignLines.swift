import Filters

// An input that is no JSON has a wrong document in each of its lines, but is told of twice:
//
//     from-json: a.txt:1: document 1, byte 0 of the line: a value should stand here, not d
//     from-json: a.txt:2: 19 more lines that are no JSON follow; this looks like a report stream, which …

/// The lines at hand that follow each other and are no JSON.
struct ForeignLines {
  /// How many there are behind the first.
  private var others = 0
  /// The line of the input of the second.
  private var second = 0
  /// The first begins a report stream.
  private var isStream = false
  private var isOpen = false

  /// Fails the document of a line that is no JSON; only the first of several is told of now.
  mutating func fail(
    _ line: Span<UInt8>, _ reason: String, _ number: Int, _ output: inout Output
  ) throws(Failure) {
    if isOpen {
      if others == 0 { second = number }
      others += 1
      return try output.endDocument(.failed("line \(number): \(reason)"))
    }
    isOpen = true
    isStream = line.starts(with: "doc\treport/", at: 0)
    try output.failDocument(line: number, reason)
  }

  /// Another line follows, or none: those that were not told of are counted.
  mutating func end(_ output: inout Output) {
    if others > 0 {
      let lines =
        others == 1
        ? "1 more line that is no JSON follows" : "\(others) more lines that are no JSON follow"
      let form = isStream ? "a report stream" : "plain text"
      output.complain(
        line: second, "\(lines); this looks like \(form), which needs no from-json")
    }
    self = ForeignLines()
  }
}
