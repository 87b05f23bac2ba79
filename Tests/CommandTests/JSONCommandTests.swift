import Foundation
import Testing

@Suite struct JSONCommandTests {
  @Test(
    "A corpus goes through the pipeline, a line for a line",
    arguments: ["to-json -c", "to-json --text"])
  func lineForLine(last: String) throws {
    let sandbox = try Sandbox()
    let good = "{\"id\":\"a\",\"k\":[1],\"text\":\"一、概况\\n全乡有村8个。\"}\n"
    try sandbox.write(good + "{\"id\":\"b\"\n" + good + "7\n" + good, to: "corpus.jsonl")
    let outcome = try sandbox.run(
      "from-json corpus.jsonl 2>messages | strip-ads | split-sections | extract-metrics | \(last)")
    #expect(outcome.lines.count == 5)
    for (number, line) in outcome.lines.enumerated() {
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect((value?["error"] == nil) == (number % 2 == 0))
    }
    #expect(outcome.status == 1)
    #expect(try sandbox.text("messages").split(separator: "\n").count == 2)
  }

  @Test("A full disk and a closed output are told of, with status 3")
  func outputFailures() throws {
    let sandbox = try Sandbox()
    try sandbox.write("{\"text\":\"a\"}\n", to: "a.jsonl")
    for target in [">/dev/full", ">&-"] {
      let outcome = try sandbox.run("from-json a.jsonl \(target)")
      #expect(outcome.status == 3)
      #expect(outcome.messages.hasPrefix("from-json: standard output: cannot be written"))
    }
  }

  @Test("A reader that goes away ends it quietly")
  func brokenPipe() throws {
    let sandbox = try Sandbox()
    let outcome = try sandbox.run(
      "yes '{\"text\":\"a\"}' | { from-json; echo $? >status; } | head -n 1; cat status")
    #expect(outcome.lines.last == "141")
    #expect(outcome.messages == "")
  }

  @Test("A failed run leaves the old file, and --keep-going takes it")
  func outputFile() throws {
    let sandbox = try Sandbox()
    try sandbox.write("{\"text\":\"a\"}\n7\n", to: "a.jsonl")
    try sandbox.write("old", to: "out")
    #expect(try sandbox.run("from-json -o out a.jsonl").status == 1)
    #expect(try sandbox.text("out") == "old")
    #expect(try sandbox.run("from-json --keep-going -o out a.jsonl").status == 1)
    #expect(try sandbox.text("out").hasPrefix("doc\treport/1\tline:1\n"))
  }

  @Test("A line of 60 MB takes linear time, as text and as brackets")
  func hugeLine() throws {
    let sandbox = try Sandbox()
    let quote = "head -c 60000000 /dev/zero | tr '\\0' "
    let outcome = try sandbox.run(
      "{ printf '{\"text\":\"'; \(quote)a; printf '\"}\\n'; \(quote)'['; echo; "
        + "printf '{\"text\":\"'; \(quote)'\\\\'; printf '\"}\\n'; } | from-json | wc -c")
    #expect(outcome.messages.contains("nested more than"))
    #expect(Int(outcome.text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0 > 90_000_000)
  }

  @Test("The schemas of docs/schema are what to-json prints")
  func schemas() throws {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let sandbox = try Sandbox()
    for form in ["report", "rows", "text"] {
      let page = try Data(contentsOf: root.appending(path: "docs/schema/\(form).schema.json"))
      #expect(try sandbox.run("to-json --schema=\(form)").output == Array(page))
    }
    #expect(try sandbox.run("to-json --schema").text == sandbox.run("to-json --schema=report").text)
  }
}
