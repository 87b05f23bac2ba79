import Foundation
import Testing

/// The worked example of docs/packs.md does what the page says.
@Suite struct PackExampleTests {
  /// The indented blocks under the page's heading, in order.
  private func blocks() throws -> [String] {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/packs.md").standardized
    let text = try String(contentsOf: page, encoding: .utf8)
    let section = try #require(
      text.components(separatedBy: "## A library's brand in two lines").last)
    return section.components(separatedBy: "\n\n").filter { $0.hasPrefix("    ") }.map { block in
      block.split(separator: "\n").map { $0.dropFirst(4) }.joined(separator: "\n") + "\n"
    }
  }

  @Test("A brand of two lines removes what stayed before, and nothing else") func brand() throws {
    let blocks = try blocks()
    try #require(blocks.count == 3)
    let (line, pack, sentence) = (blocks[0], blocks[1], blocks[2])
    #expect(pack.split(separator: "\n").count == 2)
    let sandbox = try Sandbox()
    let report = "全年工作总结\n全县种植水稻860亩。\n"
    try sandbox.write(pack, to: "mine.pack")
    try sandbox.write(report + line + sentence + report, to: "report.txt")
    #expect(try sandbox.run("strip-ads report.txt").text == report + line + sentence + report)
    #expect(
      try sandbox.run("strip-ads --rules mine.pack report.txt").text == report + sentence + report)
    let told = try sandbox.run("strip-ads --explain --rules mine.pack report.txt").messages
    #expect(told.contains("brand  mine.pack:2  墨香斋") && told.contains("  self  debris.pack:"))
  }
}
