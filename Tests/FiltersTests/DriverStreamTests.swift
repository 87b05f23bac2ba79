import Testing

@testable import Filters

@Suite struct DriverStreamTests {
  private static let pieces: [[Int]] = [[1], [2, 3], [17], [256 << 10]]

  /// What passing `stream` on gives: status, output, number of messages.
  private func pass(
    _ stream: String, pieces: [Int] = [256 << 10]
  ) -> Rehearsal {
    PassFilter.rehearse(input: Array(stream.utf8), pieces: pieces)
  }

  private func messages(_ rehearsal: Rehearsal) -> [Substring] {
    rehearsal.messages.split(separator: "\n")
  }

  // MARK: Laws

  @Test(
    "A valid stream passes byte for byte, through windows too", arguments: 0..<60 as Range<UInt64>)
  func identity(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let stream = generator.stream(documents: 0...30)
    let hasFailed = stream.utf8.split(separator: 10).contains {
      $0.starts(with: Array("end\tfailed".utf8))
    }
    for run in [
      PassFilter.rehearse(input: Array(stream.utf8)),
      HoldingFilter.rehearse(input: Array(stream.utf8)),
      FailingFilter.rehearse("--line-buffered", input: Array(stream.utf8)),
    ] {
      #expect(run.output == Array(stream.utf8), "seed \(seed)")
      #expect(run.status == (hasFailed ? .failedDocument : .success), "seed \(seed)")
      #expect(run.messages == "", "seed \(seed)")
    }
  }

  @Test("The pieces in which a stream comes change nothing", arguments: 0..<40 as Range<UInt64>)
  func chunking(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let stream = Array((seed % 2 == 0 ? generator.brokenStream() : generator.stream()).utf8)
    let whole = CopyFilter.rehearse(input: stream)
    for pieces in Self.pieces {
      for option in ["--line-buffered", "--quiet"] {
        let cut = CopyFilter.rehearse(option, input: stream, pieces: pieces)
        #expect(cut.output == whole.output, "seed \(seed), pieces \(pieces)")
        #expect(cut.messages == whole.messages, "seed \(seed), pieces \(pieces)")
        #expect(cut.status == whole.status, "seed \(seed), pieces \(pieces)")
      }
    }
  }

  @Test("A stream cut in two at any offset is read as the whole")
  func everyOffset() {
    var generator = SeededGenerator(seed: 7)
    let stream = Array((generator.streamDocument() + generator.streamDocument()).utf8)
    for offset in 1..<stream.count {
      let run = PassFilter.rehearse(input: stream, pieces: [offset, stream.count])
      #expect(run.output == stream, "cut at \(offset)")
    }
  }

  @Test("Streams one after the other give what each gives", arguments: 0..<60 as Range<UInt64>)
  func concatenation(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let streams = (0..<3).map { _ in
      // A stream that does not end its last document is not the same stream before another.
      Array(
        ((seed % 2 == 0 ? generator.brokenStream() : generator.stream())
          + generator.streamDocument()).utf8)
    }
    let whole = FailingFilter.rehearse("--input", "stream", input: Array(streams.joined()))
    let parts = streams.map { FailingFilter.rehearse("--input", "stream", input: $0) }
    #expect(whole.output == parts.flatMap(\.output), "seed \(seed)")
    #expect(whole.status.rawValue == parts.map(\.status.rawValue).max(), "seed \(seed)")
    let shown = CopyFilter.rehearse("--input", "stream", input: Array(streams.joined()))
    let shownParts = streams.flatMap { CopyFilter.rehearse("--input", "stream", input: $0).output }
    #expect(shown.output == shownParts, "seed \(seed)")
  }

  @Test(
    "What comes out of a broken stream is whole: passing it again changes nothing",
    arguments: 0..<60 as Range<UInt64>)
  func repaired(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let once = pass(generator.brokenStream())
    let twice = pass(once.text)
    #expect(twice.output == once.output, "seed \(seed)")
    #expect(twice.messages == "", "seed \(seed)")
    let opened = once.text.split(separator: "\n").filter { $0.hasPrefix("doc\t") }.count
    let closed = once.text.split(separator: "\n").filter { $0.hasPrefix("end\t") }.count
    #expect(opened == closed, "seed \(seed)")
  }

  @Test(
    "A stream cut at any byte is noticed, but at its documents' borders",
    arguments: 0..<8 as Range<UInt64>)
  func truncation(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let stream = Array(
      (generator.streamDocument() + generator.streamDocument()).replacing(
        "end\tfailed\t", with: "end\tok\t"
      ).utf8)
    var borders: Set<Int> = []
    var start = 0
    for end in stream.indices where stream[end] == 10 {
      if stream[start...end].starts(with: Array("end\t".utf8)) { borders.insert(end + 1) }
      start = end + 1
    }
    #expect(borders.count == 2)
    for count in 4...stream.count {
      let run = PassFilter.rehearse(input: Array(stream.prefix(count)))
      if borders.contains(count) {
        #expect(run.status == .success, "seed \(seed), cut at \(count)")
        #expect(run.output == Array(stream.prefix(count)))
      } else {
        #expect(run.status == .failedDocument, "seed \(seed), cut at \(count)")
        #expect(messages(run).count == 1, "seed \(seed), cut at \(count)")
        let last = run.text.utf8.split(separator: 10).last.map {
          String(decoding: $0, as: UTF8.self)
        }
        #expect(last?.hasPrefix("end\tfailed\ttruncated") == true, "seed \(seed), cut at \(count)")
        // What came whole has gone out.
        let whole = stream.prefix(count).lastIndex(of: 10).map { $0 + 1 } ?? 0
        #expect(run.output.starts(with: stream.prefix(whole)), "seed \(seed), cut at \(count)")
      }
    }
  }

  @Test(
    "Damaged streams are no trap, and every document is closed", arguments: 0..<60 as Range<UInt64>)
  func damage(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let stream = generator.damaged(
      generator.damaged(Array(generator.stream(documents: 1...3).utf8)))
    let run = PassFilter.rehearse("--input", "stream", input: stream)
    let lines = run.output.split(separator: 10)
    let opened = lines.filter { $0.starts(with: Array("doc\t".utf8)) }.count
    let closed = lines.filter { $0.starts(with: Array("end\t".utf8)) }.count
    #expect(opened == closed, "seed \(seed)")
    #expect(run.output.isEmpty || run.output.last == 10)
  }

  // MARK: What is wrong, row by row

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
    for pieces in Self.pieces {
      let run = pass(row.input, pieces: pieces)
      #expect(run.text == row.output)
      #expect(run.messages == row.said.map { $0 + "\n" }.joined())
      #expect(run.status == .failedDocument)
    }
  }

  @Test(
    "A newer minor version is read as ours, and passes as it came",
    arguments: ["report/1.0", "report/1.3", "report/1.12"])
  func minorVersion(version: String) {
    let stream = "doc\t\(version)\ta\tnew\nline\t1\t1\tx\tnew\nfuture\t1\nend\tok\tnew\n"
    let run = pass(stream)
    #expect(run.text == stream)
    #expect(run.status == .success)
  }

  @Test(
    "A line too long fails its document, and the next goes on", arguments: [[1], [5], [256 << 10]])
  func longLine(pieces: [Int]) {
    let long = String(repeating: "x", count: 50)
    let stream = "doc\treport/1\ta\nline\t1\t1\t\(long)\n" + Self.rest + "line\t1\t1\t\(long)\n"
    let run = PassFilter.rehearse("--max-line", "30", input: Array(stream.utf8), pieces: pieces)
    let reason = "the line is longer than 30 bytes; --max-line takes more"
    #expect(run.text == "doc\treport/1\ta\nend\tfailed\tline 2: \(reason)\n" + Self.next)
    #expect(messages(run).count == 2)
    #expect(run.status == .failedDocument)
  }

  @Test("A filter that fails a document fails no other")
  func failingFilter() {
    let stream =
      "doc\treport/1\ta\nline\t7\t1\tFAIL\nline\t8\t1\tx\nend\tok\n" + Self.next
      + "doc\treport/1\tFAIL\nline\t1\t1\tx\nend\tok\n" + Self.next
      + "doc\treport/1\tb\nline\t1\t1\tLATE\nend\tok\n" + Self.next
    let run = FailingFilter.rehearse(input: Array(stream.utf8))
    #expect(
      run.text == "doc\treport/1\ta\nend\tfailed\tline 7: asked to\n" + Self.next
        + "doc\treport/1\tFAIL\nend\tfailed\tasked to at once\n" + Self.next
        + "doc\treport/1\tb\nline\t1\t1\tLATE\nend\tfailed\tasked to at the end\n" + Self.next)
    #expect(
      messages(run) == [
        "failing: a:7: asked to", "failing: FAIL: asked to at once",
        "failing: b: asked to at the end",
      ])
    #expect(run.status == .failedDocument)
  }

  @Test("Other than the expected number of documents is an error")
  func expectation() {
    let stream = Self.next + Self.next + "doc\treport/1\tx\n"
    for (count, said) in [("3", 1), ("2", 2), ("4", 2)] {
      let run = PassFilter.rehearse("--expect", count, input: Array(stream.utf8))
      #expect(messages(run).count == said)
      #expect(run.status == .failedDocument)
    }
    #expect(
      PassFilter.rehearse("--expect", "2", input: Array((Self.next + Self.next).utf8)).status
        == .success)
    #expect(PassFilter.rehearse("--expect", "0", input: []).status == .success)
    #expect(PassFilter.rehearse("--expect", "1", input: []).status == .failedDocument)
  }

  @Test("Nothing in gives nothing out", arguments: ["auto", "text", "stream"])
  func empty(form: String) {
    let run = PassFilter.rehearse("--input", form, input: [])
    #expect(run.output == [])
    #expect(run.messages == "")
    #expect(run.status == .success)
  }

  @Test("A text taken for a stream by force is left out with one message")
  func textAsStream() {
    let run = PassFilter.rehearse("--input", "stream", input: Array("工作总结\n\n一、概况\n\n".utf8))
    #expect(run.output == [])
    #expect(messages(run).count == 1)
    #expect(run.status == .failedDocument)
  }

  @Test("A stream taken for a text by force is text")
  func streamAsText() {
    let run = PassFilter.rehearse("--input", "text", input: Array("doc\treport/1\ta\nend\tok".utf8))
    #expect(
      run.text
        == "doc\treport/1\t-\nline\t1\t1\tdoc\\treport/1\\ta\nline\t2\t1\tend\\tok\nend\tok\n")
    #expect(run.status == .success)
  }

  @Test("A filter sees the columns without their escapes")
  func columns() {
    let stream =
      "doc\treport/1\t\\t\nsection\t1\t2\t3\titem\t\\n\t\t\\\\\nx-a\t\\q\n# c\tc\nend\tfailed\tso\\n\n"
    let run = CopyFilter.rehearse(input: Array(stream.utf8))
    #expect(
      run.text == "<\t\n1 2 3 |section|1|2|3|item|\n||\\|\n0 0 0 |x-a|\\q|\n0 0 0 |\nfailed: so\n\n"
    )
  }
}
