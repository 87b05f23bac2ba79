import Testing

/// Output that cannot be written is never a success.
@Suite struct OutputFailureTests {
  /// Places that take no byte: a full disk, and nothing at all.
  static let nowhere = [">/dev/full", ">&-"]

  @Test(
    "A failed write gives status 3 and a message, for a small and a large output",
    arguments: Program.allCases, nowhere)
  func failedWriteIsTold(_ program: Program, _ redirection: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.text, to: "small")
    try sandbox.write(Sample.longText, to: "large")
    for file in ["small", "large"] {
      let outcome = try sandbox.run("\(program.name) \(file) \(redirection)")
      #expect(outcome.status == 3, "\(file)")
      #expect(
        outcome.messages.hasPrefix("\(program.name): standard output: cannot be written: "),
        "\(file)")
    }
  }

  @Test("A page that cannot be written gives status 3", arguments: Program.allCases, nowhere)
  func failedPageIsTold(_ program: Program, _ redirection: String) throws {
    let sandbox = try Sandbox()
    for page in ["-h", "--help", "--version", "--generate man"] {
      let outcome = try sandbox.run("\(program.name) \(page) \(redirection)")
      #expect(outcome.status == 3, "\(page)")
      #expect(outcome.messages.hasPrefix(program.name + ": standard output: "), "\(page)")
    }
  }

  @Test("An empty output to a full disk is written well", arguments: Program.allCases)
  func emptyOutputNeedsNoRoom(_ program: Program) throws {
    let outcome = try Sandbox().run("\(program.name) </dev/null >/dev/full")
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
  }

  @Test("Where standard error is closed too, the status still tells", arguments: Program.allCases)
  func statusTellsWithoutStandardError(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.text, to: "r.txt")
    #expect(try sandbox.run("\(program.name) r.txt >/dev/full 2>&-").status == 3)
    #expect(try sandbox.run("\(program.name) missing 2>&-").status == 3)
    let outcome = try sandbox.run("\(program.name) --wrong 2>&-")
    #expect(outcome.status == 2)
    #expect(outcome.output == [])
  }

  @Test("A message never lands in a file that took the place of standard error")
  func messageNeverLandsInAFile() throws {
    let sandbox = try Sandbox()
    try sandbox.write("\u{FF}".unicodeScalars.map { UInt8($0.value) }, to: "bad")
    let before = try sandbox.read("bad")
    try sandbox.run("for p in \(programs); do $p -o out bad 0<&- 1>&- 2>&-; done")
    #expect(try sandbox.read("bad") == before)
    #expect(try sandbox.names() == ["bad"])
  }

  private var programs: String { Program.allCases.map(\.name).joined(separator: " ") }
}
