import Testing

/// Documents of odd shapes: empty, blank, without an end, with NUL bytes.
@Suite struct TextShapeTests {
  @Test("Empty standard input holds no document", arguments: Program.allCases)
  func emptyInputHoldsNoDocument(_ program: Program) throws {
    let outcome = try Sandbox().run("\(program.name) --expect 0 </dev/null")
    #expect(outcome.status == 0)
    #expect(outcome.output == [] && outcome.messages == "")
  }

  @Test("An empty file is an empty document", arguments: Program.allCases)
  func emptyFileIsADocument(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write("", to: "empty.txt")
    let outcome = try sandbox.run("\(program.call) --expect 1 empty.txt")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("empty.txt"))
    #expect(outcome.messages == "")
  }

  @Test(
    "Documents of blank lines alone are documents", arguments: Program.allCases,
    ["\n", "\n\n\n", "\r\n\r\n", " \t\n　\n", "　"])
  func blankDocumentsAreDocuments(_ program: Program, _ text: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write(text, to: "blank.txt")
    let outcome = try sandbox.run("\(program.call) --expect 1 blank.txt")
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
  }

  @Test("A last line without an end is a line", arguments: Program.allCases)
  func lastLineNeedsNoEnd(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.text, to: "r.txt")
    let wanted = try sandbox.run("\(program.call) r.txt")
    try sandbox.write(Sample.text.dropLast().utf8, to: "r.txt")
    let found = try sandbox.run("\(program.call) r.txt")
    #expect(found.status == 0)
    #expect(Difference("the output", wanted.output, found.output) == nil)
  }

  @Test("NUL bytes go through, escaped", arguments: Program.allCases)
  func nulGoesThrough(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write("前\0后，另有一句。\n", to: "r.txt")
    let outcome = try sandbox.run("\(program.call) r.txt")
    #expect(outcome.status == 0)
    #expect(!outcome.output.contains(0))
    #expect(outcome.text.contains(program == .toJSON ? "前\\u0000后" : "前\\0后"))
  }

  @Test("Bytes that arrive one by one make no difference", arguments: Program.allCases)
  func chunksMakeNoDifference(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.first + Sample.second, to: "stream")
    try sandbox.write(Sample.text, to: "text")
    try sandbox.write(EncodingCommandTests.gb18030, to: "gb18030")
    for file in ["stream", "text", "gb18030"] {
      let whole = try sandbox.run("\(program.call) <\(file)")
      let bytewise = try sandbox.run("dd if=\(file) bs=1 2>/dev/null | \(program.call)")
      #expect(bytewise.status == 0)
      #expect(Difference("the output", whole.output, bytewise.output) == nil)
      #expect(whole.messages == bytewise.messages)
    }
  }

  @Test("The output of a filter is UTF-8 and ends in a line feed", arguments: Program.allCases)
  func outputEndsInALineFeed(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.text.dropLast().utf8, to: "r.txt")
    let outcome = try sandbox.run("\(program.call) r.txt")
    #expect(outcome.output.last == UInt8(ascii: "\n"))
    #expect(String(validating: outcome.output, as: UTF8.self) != nil)
  }
}
