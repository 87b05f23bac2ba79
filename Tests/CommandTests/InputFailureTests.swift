import Foundation
import Testing

/// Inputs that cannot be read: told by name, and the others go on.
@Suite struct InputFailureTests {
  /// Operands that cannot be read, and what is said about them.
  ///
  /// These refuse even root, whom no permission stops.
  static let unreadable: [(operand: String, message: String)] = [
    ("missing.txt", "missing.txt: cannot be opened: No such file or directory"),
    ("folder", "folder: is a directory"),
    ("loop", "loop: cannot be opened: Too many levels of symbolic links"),
    ("good.txt/below", "good.txt/below: cannot be opened: Not a directory"),
  ]

  @Test(
    "An operand that cannot be read is told, and the others go on",
    arguments: Program.allCases, unreadable)
  func othersGoOn(
    _ program: Program, _ bad: (operand: String, message: String)
  ) throws {
    let sandbox = try Sandbox()
    try sandbox.write("前一份。\n", to: "good.txt")
    try sandbox.write("后一份。\n", to: "next.txt")
    try sandbox.run("mkdir folder; ln -s loop loop")
    let outcome = try sandbox.run("\(program.call) good.txt \(bad.operand) next.txt")
    #expect(outcome.status == 3)
    #expect(outcome.text.contains("前一份") && outcome.text.contains("后一份"))
    #expect(outcome.messages.hasPrefix("\(program.name): \(bad.message)"))
    #expect(outcome.messages.split(separator: "\n").count == 1)
  }

  @Test("A message stands behind what --explain told before it, on a line of its own")
  func behindRemarks() throws {
    let sandbox = try Sandbox()
    let text = String(repeating: "加微信abc12345领取全套资料\n", count: 900)
    try sandbox.write(Array(text.utf8) + [0xFF, 0x0A], to: "bad.txt")
    let outcome = try sandbox.run("strip-ads --explain bad.txt")
    let lines = outcome.messages.split(separator: "\n")
    #expect(outcome.status == 1)
    #expect(outcome.messages.utf8.count > 64 << 10)
    // What failed, and where the output ends for it.
    #expect(lines.filter { $0.contains("strip-ads: ") } == Array(lines.suffix(2)))
    #expect(lines.suffix(2).first?.hasPrefix("strip-ads: bad.txt:901: ") == true)
  }

  @Test("Status 3 stands above a failed document's 1", arguments: Program.allCases)
  func highestStatusWins(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write([0xFF, 0x0A], to: "bad.txt")
    #expect(try sandbox.run("\(program.call) missing bad.txt").status == 3)
    #expect(try sandbox.run("\(program.call) bad.txt missing").status == 3)
    #expect(try sandbox.run("\(program.call) bad.txt").status == 1)
  }

  @Test(
    "A file without the right to read it is told", .enabled(if: geteuid() != 0, "root reads all"),
    arguments: Program.allCases)
  func forbiddenFileIsTold(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.text, to: "secret")
    let outcome = try sandbox.run("chmod 000 secret; \(program.name) secret")
    #expect(outcome.status == 3)
    #expect(
      outcome.messages == "\(program.name): secret: cannot be opened: Permission denied\n")
  }

  @Test(
    "An error in the middle of reading is told",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem"), "needs /proc"),
    arguments: Program.allCases)
  func errorWhileReadingIsTold(_ program: Program) throws {
    // The first page of a process's memory opens well and cannot be read.
    let sandbox = try Sandbox()
    try sandbox.write(Sample.text, to: "good.txt")
    let outcome = try sandbox.run("\(program.call) /proc/self/mem good.txt")
    #expect(outcome.status == 3)
    #expect(outcome.text.contains("河湾村人居环境整治情况"))
    #expect(
      outcome.messages.hasPrefix("\(program.name): /proc/self/mem: cannot be read to its end"))
  }

  @Test("A closed standard input is told", arguments: Program.allCases)
  func closedStandardInputIsTold(_ program: Program) throws {
    let outcome = try Sandbox().run("\(program.name) <&-")
    #expect(outcome.status == 3)
    #expect(outcome.messages.hasPrefix(program.name + ": "))
  }

  @Test("A closed standard input does no harm where a file is named", arguments: Program.allCases)
  func closedStandardInputIsNotNeeded(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.text, to: "r.txt")
    let outcome = try sandbox.run("\(program.name) r.txt <&-")
    #expect(outcome.status == 0)
    #expect(outcome.output == (try sandbox.run("\(program.name) r.txt").output))
  }

  @Test("A folder on standard input is told", arguments: Program.allCases)
  func folderOnStandardInputIsTold(_ program: Program) throws {
    let outcome = try Sandbox().run("\(program.name) <.")
    #expect(outcome.status == 3)
    #expect(outcome.messages.hasPrefix(program.name + ": "))
  }
}
