import Testing

@testable import Filters
@testable import from_json
@testable import to_json

/// What to-json writes, from-json reads, and nothing is lost.
@Suite struct LawTests {
  private func json(_ options: String..., stream: [UInt8]) -> Rehearsal {
    let program = Program<ToJSON>(on: .rehearsal(input: stream, pieces: [256 << 10]))
    let outcome = program.run(
      ["--input=stream"].map { Array($0.utf8) } + options.map { Array($0.utf8) })
    return Rehearsal(status: outcome.status, output: outcome.output, messages: outcome.messages)
  }

  @Test("Rows give back the very stream, byte for byte", arguments: 0..<300 as Range<UInt64>)
  func rows(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let stream = Array(generator.stream(documents: 1...4).utf8)
    let rows = json("--rows", stream: stream)
    let back = FromJSON.rehearse(input: rows.output)
    #expect(back.output == stream, "seed \(seed): \(rows.text)")
    #expect(back.status == rows.status, "seed \(seed): \(back.messages)")
    #expect(back.messages == "", "seed \(seed)")
  }

  @Test(
    "Nested documents give a stream that gives the same documents",
    arguments: 0..<300 as Range<UInt64>)
  func nested(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var stream = Array(generator.stream(documents: 1...4).utf8)
    if seed % 3 == 0 { stream = Array(generator.brokenStream().utf8) }
    for options in ["--compact", "--monochrome"] {
      let nested = json(options, stream: stream)
      let back = FromJSON.rehearse("--from=nested", input: nested.output)
      #expect(
        json(options, stream: back.output).output == nested.output,
        "seed \(seed): \(back.text)\(nested.text)")
      #expect(
        seed % 3 == 0 || nested.output.isEmpty || back.status == nested.status,
        "seed \(seed): \(back.messages)")
    }
  }

  @Test(
    "Records that no column shows in full come back from rows",
    arguments: [
      "x-a\tb\rc\n", "x-a\t\0\n", "text\t1\t1\t0\ta\rb\n", "x-a\\\t\\\n", "x-\\q\\t\n",
      "#\\\t\0\r.\n", "#\n",
      "meta\tk\tno json\n", "meta\tk\t 1\n", "meta\tk\t\n", "meta\tk\t\"a\\n\"\n",
      "meta\tk\t[1,\\n2]\n",
      "meta\tk\t{\"a\":1,\"a\":2}\n", "meta\tk\t[1\\t,2]\n", "meta\tk\t1\nmeta\tk\t2\n",
      "meta\tk\t\"\\\\ud800\"\n",
      "metric\t1\t1\t\t1e5\t\t\t\t\t\t\n", "metric\t1\t1\ta\t3..5\t\t\t\t\t\t\t\t\n",
      "section\t1\t1\t0\t\t\t\t\n",
      "section\t1\t1\t2\ttitle\t \t \t\n", "title\t1\t1\t\n", "x-a\t\t\t\n", "x-a\n",
      "cut\t1\t1\t\t\t\n",
      "x-type\tdoc\nx-doc\treport/1\n",
    ])
  func odd(record: String) {
    for end in [
      "end\tok\n", "end\tfailed\n", "end\tfailed\t\n", "end\tfailed\t\t\tx\n", "end\tok\t\n",
      "end\tfailed\ta\rb\n",
    ] {
      let stream = Array("doc\treport/1.7\ta\\tb\t\t\n\(record)\(end)doc\treport/1\t\n\(end)".utf8)
      let rows = json("--rows", stream: stream)
      let back = FromJSON.rehearse("--from=rows", input: rows.output)
      #expect(back.output == stream, "\(rows.text)\(back.messages)")
      #expect(back.status == rows.status)
    }
  }

  @Test("A document whose reason is empty has failed all the same")
  func emptyReason() {
    let nested = json("-c", stream: Array("doc\treport/1\ta\nend\tfailed\n".utf8))
    #expect(nested.text == "{\"report\":\"1\",\"id\":\"a\",\"error\":\"\"}\n")
    #expect(FromJSON.rehearse(input: nested.output).text == "doc\treport/1\ta\nend\tfailed\t\n")
  }

  @Test("The pieces in which JSON comes change nothing", arguments: 0..<24 as Range<UInt64>)
  func chunking(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var stream = Array(generator.stream(documents: 2...3).utf8)
    let form = ["--rows", "--text", "-c", "-M"][Int(seed % 4)]
    stream = json(form, stream: stream).output
    if seed % 5 == 0 { stream = generator.damaged(stream) }
    let whole = FromJSON.rehearse(input: stream)
    for pieces in [[1], [2, 3], [100]] {
      let cut = FromJSON.rehearse("--line-buffered", input: stream, pieces: pieces)
      #expect(cut.output == whole.output, "seed \(seed)")
      #expect(cut.messages == whole.messages, "seed \(seed)")
    }
  }

  @Test(
    "Any input gives whole documents, and status 1 if one of them failed",
    arguments: 0..<120 as Range<UInt64>)
  func anything(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let stream = Array(generator.stream(documents: 1...3).utf8)
    let form = ["--rows", "--text", "-c", "-M"][Int(seed % 4)]
    var input = generator.damaged(json(form, stream: stream).output)
    if seed % 7 == 0 { input.removeLast(input.count / 3) }
    for from in ["auto", "raw", "nested", "rows"] {
      let run = FromJSON.rehearse("--from", from, input: input)
      let again = PassFilter.rehearse("--input=stream", input: run.output)
      #expect(again.output == run.output, "seed \(seed), \(from)")
      #expect(again.messages == "", "seed \(seed), \(from)")
      let hasFailed = run.text.contains("\nend\tfailed")
      #expect(!hasFailed || run.status == .failedDocument, "seed \(seed), \(from)")
      #expect(
        (run.status == .success) == (run.messages == "" && !hasFailed), "seed \(seed), \(from)")
    }
  }

  @Test("A cut anywhere is noticed", arguments: ["--rows", "-c", "-M"])
  func truncation(form: String) {
    var generator = SeededGenerator(seed: 11)
    let stream = Array(
      generator.streamDocument().replacing("end\tfailed", with: "x-end\tfailed").utf8)
    var input = json(form, stream: stream).output
    if input.last == 10 { input.removeLast() }
    for count in 1..<input.count {
      let run = FromJSON.rehearse(input: Array(input.prefix(count)))
      #expect(run.status == .failedDocument, "cut at \(count)")
      #expect(run.messages != "", "cut at \(count)")
    }
  }

  @Test("Clean text comes back from a corpus as it went in", arguments: 0..<40 as Range<UInt64>)
  func corpus(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var input = ""
    for number in 0..<5 {
      var text = ByteBuffer(capacity: 64)
      let source = sourceLines(generator.document()).map(\.text).joined(separator: "\n") + "完"
      // Line ends of two characters come back as one.
      let lines = source.utf8.filter { $0 != 13 }
      text.append(escapingJSON: lines.span)
      let inside = String(decoding: Array(copying: text.bytes), as: UTF8.self)
      input += "{\"id\":\"d\(number)\",\"k\":[1,{\"a\":null}],\"text\":\"\(inside)\"}\n"
    }
    let stream = FromJSON.rehearse(input: Array(input.utf8))
    #expect(json("--text", stream: stream.output).text == input, "seed \(seed)")
  }
}
