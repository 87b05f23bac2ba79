import Foundation
import Testing

/// Colours are for terminals.
@Suite struct ColorTests {
  /// What a program writes on a terminal that `script` makes for it.
  private func shown(_ call: String, _ environment: String) throws -> String {
    let sandbox = try Sandbox()
    try sandbox.write("召开会议5次\u{1B}[2J。\n", to: "r.txt")
    #if os(Linux)
      let outcome = try sandbox.run("\(environment) script -qec '\(call) r.txt' /dev/null")
    #else
      let outcome = try sandbox.run("\(environment) script -q /dev/null \(call) r.txt")
    #endif
    #expect(outcome.status == 0, "\(outcome.messages)")
    return outcome.text
  }

  @Test("A terminal gets colours", arguments: ["extract-metrics --highlight", "to-json"])
  func terminal(_ call: String) throws {
    #expect(try shown(call, "TERM=xterm").contains("\u{1B}["))
  }

  @Test(
    "No colours on a terminal that has none, or where they are not wanted",
    arguments: ["extract-metrics --highlight", "to-json"],
    ["TERM=dumb", "TERM=", "env -u TERM", "TERM=xterm NO_COLOR=1"])
  func plainTerminal(_ call: String, _ environment: String) throws {
    let text = try shown(call, environment)
    #expect(text.contains("5次") && !text.contains("\u{1B}"))
  }

  @Test("No colours in a file or pipe unless they are asked for")
  func file() throws {
    let sandbox = try Sandbox()
    try sandbox.write("召开会议5次。\n", to: "r.txt")
    for call in ["extract-metrics --highlight", "to-json"] {
      let plain = try sandbox.run("TERM=xterm \(call) r.txt")
      #expect(plain.status == 0 && !plain.output.contains(0x1B))
      #expect(try sandbox.run("NO_COLOR=1 \(call) -C r.txt").output.contains(0x1B))
    }
  }
}
