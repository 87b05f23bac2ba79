import Foundation
import Testing

@testable import Filters

/// The completions, tried in the shells themselves; zsh and fish only where they are installed.
@Suite struct OptionsShellTests {
  private static func path(_ shell: String) -> String? {
    ["/bin/", "/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + shell }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a script given on standard input.
  private func run(
    _ shell: String, _ arguments: [String], _ script: String
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.path(shell)))
    process.arguments = arguments
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(script.utf8))
    try input.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  @Test(
    "The shell finds no fault in its completion",
    arguments: [
      ("bash", GeneratedPage.bash), ("zsh", GeneratedPage.zsh), ("fish", GeneratedPage.fish),
    ].filter { path($0.0) != nil })
  func syntax(_ shell: String, _ page: GeneratedPage) throws {
    let result = try run(shell, ["-n"], Sample.command.generate(page))
    #expect(result.status == 0 && result.output.isEmpty, "\(result.output)")
  }

  @Test(
    "Bash completes names and choices",
    .enabled(if: path("bash") != nil),
    arguments: [
      ("try-out --rec", "--records"), ("try-out --generate b", "bash"),
      ("try-out --generate = b", "bash"),
      ("try-out --generate =", "man bash zsh fish json markdown"),
      ("try-out --generate=b", "--generate=bash"), ("try-out -r --shape f", "flat"),
      ("try-out --hold -", ""), ("try-out -o --rec", ""), ("try-out -- --rec", ""),
      ("try-out --in-place --rec", "--records"), ("try-out --i", "--in-place --input --invalid"),
      ("try-out fil", ""),
    ])
  func bash(_ line: String, _ replies: String) throws {
    let words = line.split(separator: " ").map { "'\($0)'" }
    let script =
      Sample.command.bashCompletion + """
        COMP_WORDS=(\(words.joined(separator: " ")))
        COMP_CWORD=\(words.count - 1)
        set -u
        _try_out
        echo "${COMPREPLY[*]-}"
        """
    let result = try run("bash", ["--norc"], script)
    #expect(result.output == replies + "\n")
  }

  @Test("Fish completes names and choices", .enabled(if: path("fish") != nil))
  func fish() throws {
    let script =
      Sample.command.fishCompletion + """
        complete -C 'try-out --rec'
        complete -C 'try-out --shape '
        complete -C 'try-out --mark'
        """
    let result = try run("fish", ["--no-config"], script)
    #expect(
      result.output
        == "--records\twrite records\nflat\tthe shape of the output\n"
        + "nested\tthe shape of the output\n--mark\tmark: it's [any] text\n")
  }
}
