import Foundation
import Testing

/// Help, options and operands of every program.
@Suite struct CommandLineTests {
  @Test("Help goes to standard output", arguments: Program.allCases)
  func helpGoesToStandardOutput(_ program: Program) throws {
    let sandbox = try Sandbox()
    let short = try sandbox.run("\(program.name) -h")
    let long = try sandbox.run("\(program.name) --help")
    for help in [short, long] {
      #expect(help.status == 0)
      #expect(help.errors == [])
      #expect(help.text.hasPrefix(program.name + " "))
      #expect(help.text.contains("Usage: \(program.name) "))
    }
    #expect(long.output.count > short.output.count)
    guard Program.filters.contains(program) else { return }
    let usage = try #require(long.text.range(of: "Usage:"))
    let examples = try #require(long.text.range(of: "Examples:"))
    let options = try #require(long.text.range(of: "\nOptions"))
    #expect(usage.lowerBound < examples.lowerBound && examples.lowerBound < options.lowerBound)
  }

  @Test("The version names the program and the stream", arguments: Program.allCases)
  func versionNamesProgramAndStream(_ program: Program) throws {
    let outcome = try Sandbox().run("\(program.name) --version")
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix(program.name + " "))
    #expect(outcome.text.contains("report/1"))
  }

  @Test("An unknown option suggests the nearest", arguments: Program.allCases)
  func unknownOptionSuggestsTheNearest(_ program: Program) throws {
    let outcome = try Sandbox().run("\(program.name) --max-lime 5 </dev/null")
    #expect(outcome.status == 2)
    #expect(outcome.output == [])
    #expect(outcome.messages.hasPrefix("\(program.name): unknown option --max-lime"))
    #expect(outcome.messages.contains("--max-line?"))
  }

  @Test(
    "A wrong argument ends with status 2 before anything is read",
    arguments: Program.allCases,
    ["--expect many", "--max-line 5x", "--encoding ebcdic", "--input", "--quiet=yes"])
  func wrongArgumentIsMisuse(_ program: Program, _ options: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.text, to: "r.txt")
    let outcome = try sandbox.run("\(program.name) r.txt \(options)")
    #expect(outcome.status == 2)
    #expect(outcome.output == [])
    #expect(outcome.messages.hasPrefix(program.name + ": "))
  }

  @Test(
    "What would change nothing, or let nothing through, is refused", arguments: Program.allCases,
    [
      ("--max-line 0", "--max-line 0 would take no line; the least is 1"),
      ("--max-line 0K", "--max-line 0 would take no line; the least is 1"),
      ("--keep-going", "--keep-going needs -o; standard output is never left as it was"),
    ])
  func uselessOptionIsMisuse(_ program: Program, _ use: (options: String, message: String)) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.text, to: "r.txt")
    let outcome = try sandbox.run("\(program.name) r.txt \(use.options)")
    #expect(outcome.status == 2 && outcome.output == [])
    #expect(outcome.messages.hasPrefix("\(program.name): \(use.message)\n"))
  }

  @Test("Every page can be generated", arguments: Program.allCases)
  func everyPageCanBeGenerated(_ program: Program) throws {
    let sandbox = try Sandbox()
    for form in ["man", "markdown", "bash", "zsh", "fish", "json"] {
      let page = try sandbox.run("\(program.name) --generate \(form)")
      #expect(page.status == 0 && page.errors == [], "--generate \(form)")
      #expect(page.text.contains("buffered"), "--generate \(form)")
    }
    let describe = try sandbox.run("\(program.name) --describe").output
    #expect(describe == (try sandbox.run("\(program.name) --generate json").output))
  }

  @Test("Without operands a terminal gets the short help", arguments: Program.allCases)
  func terminalGetsTheShortHelp(_ program: Program) throws {
    let sandbox = try Sandbox()
    guard try sandbox.run("command -v script").status == 0 else {
      withKnownIssue("no program named script to make a terminal with: not tested") {
        Issue.record("not tested")
      }
      return
    }
    let outcome = try sandbox.run(
      "script -qec '\(program.name) 2>messages >output' /dev/null </dev/null")
    #expect(outcome.status == 2)
    #expect(try sandbox.read("output") == [])
    #expect(try sandbox.text("messages").contains("Usage: \(program.name) "))
  }

  @Test("Behind -- a name that looks like an option is a file", arguments: Program.allCases)
  func nameBehindDoubleDashIsAFile(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.text, to: "--help")
    let outcome = try sandbox.run("\(program.call) -- --help")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("河湾村人居环境整治情况"))
    #expect(!outcome.text.contains("Usage:"))
  }

  @Test("A lone - is standard input among files", arguments: Program.allCases)
  func dashIsStandardInput(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write("前一份。\n", to: "a")
    try sandbox.write("后一份。\n", to: "b")
    try sandbox.write("中间一份。\n", to: "middle")
    let outcome = try sandbox.run("\(program.call) --expect 3 a - b <middle")
    #expect(outcome.status == 0)
    let order = ["前一份", "中间一份", "后一份"].compactMap { outcome.text.range(of: $0)?.lowerBound }
    #expect(order.count == 3 && order == order.sorted())
    let without = try sandbox.run("\(program.name) <middle")
    #expect(try sandbox.run("\(program.name) - <middle").output == without.output)
  }

  @Test("Several operands give what each gives alone", arguments: Program.allCases)
  func severalOperandsGiveWhatEachGives(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.first, to: "a")
    try sandbox.write(Sample.text, to: "b")
    try sandbox.write("没有换行的末行", to: "c")
    try sandbox.write(Sample.second, to: "d")
    let together = try sandbox.run("\(program.call) a b c d")
    let apart = try sandbox.run("for f in a b c d; do \(program.call) $f; done")
    #expect(together.status == 0)
    #expect(Difference("the output", apart.output, together.output) == nil)
  }

  @Test("--expect counts the documents", arguments: Program.allCases)
  func expectCountsDocuments(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.first + Sample.second, to: "two.stream")
    for (count, status) in [("2", 0), ("1", 1), ("3", 1), ("0", 1)] as [(String, Int32)] {
      let outcome = try sandbox.run("\(program.call) --expect \(count) two.stream")
      #expect(outcome.status == status)
      #expect(outcome.messages.isEmpty == (status == 0))
    }
  }

  @Test(
    "What --expect tells has its plurals right",
    arguments: [
      ("2", "a", "1 document came, and 2 were expected"),
      ("1", "a b", "2 documents came, and 1 was expected"),
      ("1", "none", "0 documents came, and 1 was expected"),
    ])
  func expectHasPlurals(_ count: String, _ operands: String, _ message: String) throws {
    let sandbox = try Sandbox()
    try sandbox.run("echo 一 >a; echo 二 >b")
    let outcome = try sandbox.run("split-sections --expect \(count) \(operands)")
    #expect(outcome.messages.hasSuffix("split-sections: \(message)\n"))
  }
}
