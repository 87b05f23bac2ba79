import Foundation
import Testing

/// The sample reports of seeds/, through the whole pipeline.
@Suite struct SeedTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("seeds")

  /// The names of the reports, without `.txt`.
  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Self.folder.appendingPathComponent(path)))
  }

  /// Runs a script beside a copy of the report.
  private func run(_ name: String, _ script: String) throws -> Outcome {
    let sandbox = try Sandbox()
    try sandbox.write(try bytes(name + ".txt"), to: name + ".txt")
    return try sandbox.run(script)
  }

  @Test("There are reports") func thereAreReports() {
    #expect(Self.names.count >= 8)
  }

  @Test("What strip-ads keeps is the report as cleaned by hand", arguments: names)
  func keptTextIsTheGold(_ name: String) throws {
    let outcome = try run(name, "strip-ads -q \(name).txt")
    #expect(outcome.status == 0 && outcome.messages == "")
    let gold = try bytes("gold/\(name).clean.txt")
    #expect(Difference("the kept text", gold, outcome.output) == nil)
  }

  /// What scripts/seeds-expected writes, and how.
  static let stages = [
    (ending: "clean.txt", call: "strip-ads -q NAME.txt"),
    (ending: "stream", call: "strip-ads -q --records NAME.txt | split-sections | extract-metrics"),
    (
      ending: "json",
      call: "strip-ads -q --records NAME.txt | split-sections | extract-metrics | to-json"
    ),
  ]

  @Test(
    "Each stage gives what was reviewed; scripts/seeds-expected writes it anew",
    arguments: names, stages)
  func stageGivesWhatWasReviewed(_ name: String, _ stage: (ending: String, call: String)) throws {
    let outcome = try run(name, stage.call.replacing("NAME", with: name))
    #expect(outcome.status == 0 && outcome.messages == "")
    let expected = try bytes("expected/\(name).\(stage.ending)")
    #expect(Difference("the \(stage.ending)", expected, outcome.output) == nil)
  }

  @Test("The JSON of every report is valid JSON with sections and figures", arguments: names)
  func jsonIsValid(_ name: String) throws {
    let outcome = try run(name, "cat \(name).txt | \(Program.pipeline)")
    #expect(outcome.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
    #expect(object?["report"] as? String == "1")
    #expect(object?["id"] as? String == "-")
    #expect(outcome.text.contains("\"label\": \""))
    #expect(outcome.text.contains("\"value\": "))
  }

  @Test("Stripping twice is stripping once", arguments: names)
  func strippingTwiceIsStrippingOnce(_ name: String) throws {
    let once = try run(name, "strip-ads -q \(name).txt")
    let twice = try run(name, "strip-ads -q \(name).txt | strip-ads -q")
    #expect(Difference("the kept text", once.output, twice.output) == nil)
  }

  @Test("Figures are the same whether sections are split before or after", arguments: names)
  func figuresDoNotHangOnTheOrder(_ name: String) throws {
    let sorted = "grep ^metric | sort"
    let stripped = "strip-ads -q --records \(name).txt"
    let before = try run(name, "\(stripped) | extract-metrics | split-sections | \(sorted)")
    let after = try run(name, "\(stripped) | split-sections | extract-metrics | \(sorted)")
    #expect(!after.output.isEmpty)
    #expect(Difference("the set of figures", after.output, before.output) == nil)
  }

  @Test("All reports at once give what each gives")
  func allAtOnceGiveWhatEachGives() throws {
    let sandbox = try Sandbox(copying: Self.folder)
    let files = Self.names.map { $0 + ".txt" }.joined(separator: " ")
    let count = Self.names.count
    let together = try sandbox.run(
      "strip-ads -q --records \(files) | split-sections | extract-metrics --expect \(count)")
    let apart = try sandbox.run(
      """
      for f in \(files); do strip-ads -q --records $f | split-sections | extract-metrics; done
      """)
    #expect(together.status == 0 && together.messages == "")
    #expect(Difference("the stream", apart.output, together.output) == nil)
  }
}
