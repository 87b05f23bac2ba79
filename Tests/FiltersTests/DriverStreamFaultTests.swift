import Testing

@testable import Filters

/// What docs/stream.md says is done with what is wrong in a stream.
@Suite struct DriverStreamFaultTests {
  /// One row: what comes, what goes out, and what the messages say.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let input: String
    let output: String
    let said: [String]
    var testDescription: String { name }

    init(_ name: String, _ input: String, _ output: String, _ said: [String]) {
      self.name = name
      self.input = input
      self.output = output
      self.said = said
    }
  }

  private static let rest =
    "line\t9\t1\tlost\nx-a\nend\tok\ndoc\treport/1\tnext\nline\t1\t1\ta\nend\tok\n"
  private static let next = "doc\treport/1\tnext\nline\t1\t1\ta\nend\tok\n"

  /// A record at fault in an open document.
  private static func faulty(_ record: String, _ reason: String) -> Row {
    Row(
      record, "doc\treport/1\tr\nline\t1\t1\ta\n\(record)\n\(rest)",
      "doc\treport/1\tr\nline\t1\t1\ta\nend\tfailed\tline 3: \(reason)\n\(next)",
      ["pass: r:3: \(reason)"])
  }

  static let rows: [Row] = [
    Row(
      "doc while a document is open",
      "doc\treport/1\ta\nline\t1\t1\tx\ndoc\treport/1\tb\nline\t1\t1\ty\nend\tok\n",
      "doc\treport/1\ta\nline\t1\t1\tx\nend\tfailed\ttruncated: the next document begins before this one ends\n"
        + "doc\treport/1\tb\nline\t1\t1\ty\nend\tok\n",
      ["pass: a: truncated: the next document begins before this one ends"]),
    Row(
      "the input ends in a document", "doc\treport/1\ta\nline\t1\t1\tx\n",
      "doc\treport/1\ta\nline\t1\t1\tx\nend\tfailed\ttruncated: the input ends inside this document\n",
      ["pass: a: truncated: the input ends inside this document"]),
    Row(
      "the last line has no LF", "doc\treport/1\ta\nline\t1\t1\tx\nend\tok",
      "doc\treport/1\ta\nline\t1\t1\tx\nend\tfailed\ttruncated: the input ends inside this document\n",
      ["pass: a: truncated: the input ends inside this document"]),
    Row(
      "the input ends where a document should begin", "doc\treport/1\ta\nend\tok\ndoc\treport/1\tb",
      "doc\treport/1\ta\nend\tok\ndoc\treport/1\t-\nend\tfailed\ttruncated: the input ends inside this document\n",
      ["pass: -: truncated: the input ends inside this document"]),
    Row(
      "the input ends in its first line", "doc\trep",
      "doc\treport/1\t-\nend\tfailed\ttruncated: the input ends inside this document\n",
      ["pass: -: truncated: the input ends inside this document"]),
    Row(
      "records outside of documents",
      "doc\treport/1\ta\nend\tok\nline\t1\t1\tx\n# y\nend\tok\n\nx-z\n" + next + "text\n",
      "doc\treport/1\ta\nend\tok\n" + next,
      [
        "pass: -:3: a record stands outside a document and is left out; doc opens a document, end closes it",
        "pass: -:11: a record of this type has 5 columns, and this one 1",
      ]),
    faulty("line\t1\t1", "a record of this type has 4 columns, and this one 3"),
    faulty("metric\t1\t1\t\t\t\t\t\t\t", "a record of this type has 11 columns, and this one 10"),
    faulty("line\t01\t1\tx", "LINE must be a number from 1, written without leading zeros"),
    faulty("line\t1\t0\tx", "COL must be a number from 1, written without leading zeros"),
    faulty("text\t1\t1\t1001\tx", "DEPTH is 1001, and 1000 is the most"),
    faulty(
      "line\t1\t1\tx\r", "the line ends in a carriage return; lines of a stream end in LF alone"),
    faulty("", "a record starts with its type, and this one has none"),
    Row(
      "an unknown escape", "doc\treport/1\tr\nline\t1\t1\ta\\x\n" + rest,
      "doc\treport/1\tr\nend\tfailed\tline 2: a backslash stands before something other than "
        + "\\\\ t n r 0; write it as \\\\\\\\\n" + next,
      ["pass: r:2: a backslash stands before something other than \\ t n r 0; write it as \\\\"]),
    Row(
      "end failed", "doc\treport/1\ta\nend\tfailed\tline 3: \\t\tnew\n" + next,
      "doc\treport/1\ta\nend\tfailed\tline 3: \\t\tnew\n" + next, []),
    Row(
      "an end that says neither", "doc\treport/1\ta\nend\tmaybe\n" + next,
      "doc\treport/1\ta\nend\tfailed\tline 2: an end record says ok or failed, and this one neither\n"
        + next,
      ["pass: a:2: an end record says ok or failed, and this one neither"]),
    Row(
      "an end without a word", "doc\treport/1\ta\nend\n" + next,
      "doc\treport/1\ta\nend\tfailed\tline 2: a record of this type has 2 columns, and this one 1\n"
        + next,
      ["pass: a:2: a record of this type has 2 columns, and this one 1"]),
    Row(
      "a newer major version",
      "doc\treport/2.5\ta\\t\tx\nline\t1\t1\tx\nnew\tfield\nend\tgreat\n" + next,
      "doc\treport/1\ta\\t\nend\tfailed\tversion: this document's stream is newer than report/1; "
        + "use newer filters for it\n" + next,
      [
        "pass: a\\x09:1: version: this document's stream is newer than report/1; use newer filters for it"
      ]),
    Row(
      "no version at all",
      "doc\treport/x\ta\nend\tok\ndoc\treport/0\tb\nend\tok\ndoc\treport/1.\tc\nend\tok\n",
      ["a", "b", "c"].map { id in
        "doc\treport/1\t\(id)\nend\tfailed\tversion: a doc record names report/1, and this one does not\n"
      }.joined(),
      ["a", "b", "c"].map { id in
        "pass: \(id):1: version: a doc record names report/1, and this one does not"
      }),
    Row(
      "a doc record without an ID", "doc\treport/1\nline\t1\t1\tx\nend\tok\n" + next,
      "doc\treport/1\t\nend\tfailed\tline 1: a record of this type has 3 columns, and this one 2\n"
        + next,
      ["pass: 1: a record of this type has 3 columns, and this one 2"]),
    Row(
      "a byte order mark", "\u{FEFF}doc\treport/1\ta\nline\t1\t1\tx\nend\tok\n" + next,
      "doc\treport/1\ta\nend\tfailed\ta byte order mark stands before the stream; a stream begins with doc\n"
        + next,
      ["pass: a: a byte order mark stands before the stream; a stream begins with doc"]),
    Row(
      "CRLF everywhere",
      "doc\treport/1\ta\r\nline\t1\t1\tx\r\nend\tok\r\ndoc\treport/1\tb\r\nend\tok\r\n",
      "doc\treport/1\t\nend\tfailed\tline 1: the line ends in a carriage return; lines of a stream end in LF alone\n"
        + "doc\treport/1\t\nend\tfailed\tline 1: the line ends in a carriage return; lines of a stream end in LF alone\n",
      [
        "pass: 1: the line ends in a carriage return; lines of a stream end in LF alone",
        "pass: 1: the line ends in a carriage return; lines of a stream end in LF alone",
      ]),
  ]

  @Test("Each thing that may be wrong is answered as the contract says", arguments: rows)
  func wrong(_ row: Row) {
    for pieces in DriverStreamLawTests.pieces {
      let run = PassFilter.rehearse(input: Array(row.input.utf8), pieces: pieces)
      #expect(run.text == row.output)
      #expect(run.messages == row.said.map { $0 + "\n" }.joined())
      #expect(run.status == .failedDocument)
    }
  }

  @Test(
    "A line too long fails its document, and the next goes on", arguments: [[1], [5], [256 << 10]])
  func longLine(pieces: [Int]) {
    let long = String(repeating: "x", count: 50)
    let stream = "doc\treport/1\ta\nline\t1\t1\t\(long)\n" + Self.rest + "line\t1\t1\t\(long)\n"
    let run = PassFilter.rehearse("--max-line", "30", input: Array(stream.utf8), pieces: pieces)
    let reason = "the line is longer than 30 bytes; --max-line takes more"
    #expect(run.text == "doc\treport/1\ta\nend\tfailed\tline 2: \(reason)\n" + Self.next)
    #expect(run.told.count == 2)
    #expect(run.status == .failedDocument)
  }
}
