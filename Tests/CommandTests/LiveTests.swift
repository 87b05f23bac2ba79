import Testing

/// What comes out while the input's pipe is still open.
///
/// No clock decides: each test waits for the output, up to the limit of every script.
@Suite struct LiveTests {
  /// Feeds `before` to the program, waits until `wanted` stands in its output, and only then ends the input.
  private func watch(_ call: String, _ before: String, until wanted: String) throws -> Outcome {
    let sandbox = try Sandbox()
    try sandbox.write(before, to: "before")
    return try sandbox.run(
      """
      mkfifo pipe
      \(call) <pipe >output &
      exec 3>pipe
      cat before >&3
      until grep -qF '\(wanted)' output; do sleep 0.02; done
      exec 3>&-
      wait $!
      """)
  }

  /// How many lines a program may hold back: split-sections looks ahead as far as its window reaches.
  private func held(by program: Program) -> Int { program == .splitSections ? 257 : 2 }

  @Test("--line-buffered lets lines of a text out while more may come", arguments: Program.allCases)
  func linesOfATextComeOut(_ program: Program) throws {
    let more = String(repeating: "常住人口1047人。\n", count: held(by: program))
    let outcome = try watch(
      "\(program.call) --line-buffered", "全镇有农户312户。\n" + more, until: "农户")
    #expect(outcome.status == 0 && outcome.messages == "")
  }

  @Test("--line-buffered lets records out while more may come", arguments: Program.allCases)
  func recordsComeOut(_ program: Program) throws {
    let more = String(repeating: "text\t2\t1\t0\t常住人口1047人。\n", count: held(by: program))
    let stream = "doc\treport/1\ta\ntext\t1\t1\t0\t全镇有农户312户。\n" + more
    let outcome = try watch("\(program.call) --line-buffered", stream, until: "农户")
    // The stream ends inside its document, which must still be told.
    #expect(outcome.status == 1)
  }

  @Test("A document that is whole comes out when no more input waits", arguments: Program.allCases)
  func wholeDocumentComesOut(_ program: Program) throws {
    let outcome = try watch(program.call, Sample.second, until: "每户每月评分")
    #expect(outcome.status == 0 && outcome.messages == "")
  }

  @Test("The end of a whole document comes out too", arguments: Program.streaming)
  func endComesOut(_ program: Program) throws {
    let outcome = try watch(program.call, Sample.second, until: "end\tok")
    #expect(outcome.status == 0 && outcome.messages == "")
  }

  @Test("The whole pipeline is live from document to document")
  func pipelineIsLive() throws {
    let chain = Program.pipeline
    let outcome = try watch("{ \(chain); }", Sample.first, until: "编织袋")
    #expect(outcome.status == 0 && outcome.messages == "")
  }
}
