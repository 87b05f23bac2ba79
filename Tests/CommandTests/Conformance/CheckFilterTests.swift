import Foundation
import Testing

/// The conformance test; scripts/test-check-filter shows that each of its checks can fail.
@Suite struct CheckFilterTests {
  private func run(_ level: String, _ command: String) throws -> Outcome {
    try Sandbox().run("check-filter --level \(level) \(command)")
  }

  @Test(
    "Our filters keep every rule of level full",
    arguments: ["strip-ads --records", "split-sections", "extract-metrics", "shout-titles"])
  func filterPasses(_ command: String) throws {
    let outcome = try run("full", command)
    #expect(outcome.status == 0, "\(outcome.text)")
  }

  @Test(
    "to-json keeps what can be asked of a program that ends a pipeline",
    arguments: ["to-json", "to-json -c", "to-json --rows", "to-json --text"])
  func sinkPasses(_ command: String) throws {
    let outcome = try run("full --sink", command)
    #expect(outcome.status == 0, "\(outcome.text)")
  }

  @Test(
    "A command line that makes no sense is status 2",
    arguments: [
      "", "--level", "--level none cat", "--only none cat", "--seconds x cat", "--wrong cat",
    ])
  func misuse(_ arguments: String) throws {
    let outcome = try Sandbox().run("check-filter \(arguments)")
    #expect(outcome.status == 2 && outcome.output == [])
    #expect(outcome.messages.hasPrefix("check-filter: "))
  }

  @Test("A program that hangs, or is not there, fails and does not hold the test up")
  func hangingProgram() throws {
    let hanging = try Sandbox().run("check-filter --seconds 1 sleep 100")
    #expect(hanging.status == 1 && hanging.text.contains("did not end within 1 seconds"))
    let missing = try Sandbox().run("check-filter no-such-program")
    #expect(missing.status == 1 && missing.text.contains("cannot be started"))
  }

  @Test("One check can be asked alone, with those that it needs")
  func onlyOneCheck() throws {
    let outcome = try Sandbox().run("check-filter --only comments cat")
    #expect(outcome.text.hasPrefix("check-filter: 3 of 3 checks"))
  }
}
