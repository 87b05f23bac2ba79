import Testing

/// A stream that was cut anywhere but between documents never passes for a whole one.
@Suite struct TruncationTests {
  @Test("A stream cut at any byte is noticed", arguments: Program.allCases)
  func cutIsNoticed(_ program: Program) throws {
    let sandbox = try Sandbox()
    let stream = Sample.first + Sample.second
    try sandbox.write(stream, to: "stream")
    // To set up its own pack, a thousand times, would take longer than all the rest.
    try sandbox.write("[brands]\n某某文库\n", to: "short.pack")
    let call = program == .stripAds ? "\(program.call) --only-rules short.pack" : program.call
    let outcome = try sandbox.run(
      """
      mkdir out err
      n=4
      while [ $n -le \(stream.utf8.count) ]; do
        head -c $n stream | \(call) >out/$n 2>err/$n
        echo $?
        n=$((n + 1))
      done
      """)
    let statuses = outcome.lines.map(String.init)
    #expect(statuses.count == stream.utf8.count - 3)
    let whole = [Sample.first.utf8.count, stream.utf8.count]
    for (index, status) in statuses.enumerated() {
      let count = index + 4
      let message = try sandbox.text("err/\(count)")
      if whole.contains(count) {
        #expect(status == "0" && message == "", "cut to \(count) bytes")
        continue
      }
      let isTold =
        status == "1" && message.hasPrefix(program.name + ": ") && message.contains("truncated")
      #expect(isTold, "cut to \(count) bytes: status \(status), \(message)")
      let output = try sandbox.text("out/\(count)")
      if program == .toJSON {
        #expect(output.contains("\"error\": \"truncated"), "cut to \(count) bytes")
      } else {
        let last = output.split(separator: "\n").last ?? ""
        #expect(last.hasPrefix("end\tfailed\ttruncated"), "cut to \(count) bytes")
      }
    }
  }

  @Test("Up to three bytes of a stream are plain text", arguments: Program.allCases, 1...3)
  func threeBytesAreText(_ program: Program, _ count: Int) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.first, to: "stream")
    let outcome = try sandbox.run("head -c \(count) stream | \(program.call)")
    #expect(outcome.status == 0 && outcome.messages == "")
  }

  @Test("A stage that is killed inside a document shows in the last one's status")
  func killedStageShows() throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.first, to: "stream")
    let chain = Program.pipeline
    // The writer dies inside the document, as a killed filter would.
    let status = try sandbox.run(
      "sh -c 'head -n 5 stream; kill -KILL $$' 2>/dev/null | \(chain); exit $?"
    ).status
    #expect(status == 1)
  }
}
