import Testing

/// The limit that a shell sets on the size of files ends no program without a word.
@Suite struct FileSizeLimitTests {
  @Test(
    "Output beyond the limit is status 3, and -o leaves the old file and no draft",
    arguments: Program.allCases)
  func limitIsAnError(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.longText, to: "large")
    try sandbox.write("old\n", to: "out")
    let outcome = try sandbox.run("ulimit -f 8; \(program.name) -o out large")
    #expect(outcome.status == 3)
    #expect(outcome.messages.hasPrefix("\(program.name): "))
    #expect(try sandbox.text("out") == "old\n")
    #expect(try sandbox.names() == ["large", "out"])
  }
}
