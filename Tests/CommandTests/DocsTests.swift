import Foundation
import Testing

@Suite struct DocsTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test(
    "docs/plugins.md shows the examples as they are built and run",
    arguments: [
      "Tests/Examples/shout-titles/ShoutTitles.swift",
      "examples/redact-phones.awk", "examples/add-keywords.py", "examples/keep-sections.sh",
    ])
  func showsExamples(path: String) throws {
    let page = try String(contentsOf: Self.root.appending(path: "docs/plugins.md"), encoding: .utf8)
    let code = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    #expect(page.contains("\n" + code + "```\n"))
  }

  /// The commands that README shows, each with the lines under it.
  private static let pictures: [(command: String, output: String)] = {
    guard let page = try? String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    else { return [] }
    var pictures: [(command: String, output: String)] = []
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("    $ ") {
        pictures.append((String(line.dropFirst(6)), ""))
      } else if line.hasPrefix("    "), !pictures.isEmpty, pictures.last?.command != "" {
        pictures[pictures.count - 1].output += line.dropFirst(4) + "\n"
      } else if !line.isEmpty, pictures.last?.command != "" {
        pictures.append(("", ""))
      }
    }
    return pictures.filter { $0.command != "" }
  }()

  @Test("README shows what its commands print today")
  func showsPictures() throws {
    #expect(Self.pictures.count >= 4)
    for picture in Self.pictures {
      let outcome = try Sandbox().run("cd '\(Self.root.path())' && \(picture.command)")
      let difference = Difference(
        picture.command, Array(picture.output.utf8), outcome.output)
      #expect(difference == nil)
    }
  }

  @Test(
    "docs/json.md shows the examples that scripts/test-consumers runs",
    arguments: [
      "outline.jq", "labels.jq", "metrics-of-rows.sql", "metrics-of-nested.sql", "tables.py",
    ])
  func showsConsumers(name: String) throws {
    func text(_ path: String) throws -> String {
      try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }
    let code = try text("examples/consumers/" + name)
    #expect(try text("docs/json.md").contains("\n" + code + "```\n"))
    let stem = name.split(separator: ".")[0]
    #expect(
      try text("scripts/test-consumers").contains(
        stem.hasPrefix("metrics") ? "metrics-of-$form.sql" : name))
  }
}
