import Foundation
import Testing

@Suite struct DocsTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test(
    "docs/plugins.md shows the examples as they are built and run",
    arguments: [
      "Tests/Examples/shout-titles/ShoutTitles.swift",
      "Tests/Examples/text-length/text-length.awk",
    ])
  func showsExamples(path: String) throws {
    let page = try String(contentsOf: Self.root.appending(path: "docs/plugins.md"), encoding: .utf8)
    let code = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    #expect(page.contains("\n" + code + "```\n"))
  }
}
