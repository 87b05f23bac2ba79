import Foundation
import Testing

/// A reader that goes away ends a filter quietly.
@Suite struct BrokenPipeTests {
  @Test("A pipe without a reader ends the program as SIGPIPE does", arguments: Program.allCases)
  func brokenPipeEndsQuietly(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.longText, to: "large")
    let outcome = try sandbox.run(
      "{ \(program.name) large; echo $? >status; } | head -c 1 >/dev/null")
    #expect(try sandbox.text("status") == "141\n")
    #expect(outcome.messages == "")
  }

  @Test("Where SIGPIPE is ignored, the status is 141 all the same", arguments: Program.allCases)
  func ignoredBrokenPipeEndsQuietly(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.longText, to: "large")
    let outcome = try sandbox.run(
      "trap '' PIPE; { \(program.name) large; echo $? >status; } | head -c 1 >/dev/null")
    #expect(try sandbox.text("status") == "141\n")
    #expect(outcome.messages == "")
  }

  @Test("By default the signal itself ends the program", arguments: Program.allCases)
  func signalItselfEndsTheProgram(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.longText, to: "large")
    // The shell becomes the program, so what the script came to is what the program came to; the
    // pipe's only reader is gone before the program starts.
    let direct = try sandbox.run(
      """
      mkfifo pipe
      (exec 3<pipe; sleep 0.2) &
      exec 4>pipe
      wait
      exec env --default-signal=PIPE \(program.name) large >&4
      """)
    #expect(direct.status == 128 + SIGPIPE)
    #expect(direct.isSignal, "it exited instead")
    #expect(direct.messages == "")
  }

  @Test("Help into a closed pipe is quiet too", arguments: Program.allCases)
  func helpIntoClosedPipe(_ program: Program) throws {
    let sandbox = try Sandbox()
    let outcome = try sandbox.run(
      """
      mkfifo pipe
      (exec 3<pipe; sleep 0.2) &
      exec 4>pipe
      wait
      \(program.name) --help >&4
      """)
    #expect(outcome.status == 141)
    #expect(outcome.messages == "")
  }
}
