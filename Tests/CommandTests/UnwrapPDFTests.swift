import Foundation
import Testing

/// Reports that went through a PDF file: PDF/ holds what pdftotext read out of it (scripts/make-pdf-samples).
@Suite struct UnwrapPDFTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("PDF")

  /// The records of a stream without their places, and without the blanks that a page's width may take or give.
  private func content(_ stream: [UInt8]) -> [String] {
    String(decoding: stream, as: UTF8.self).split(separator: "\n").compactMap { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard ["title", "section", "text"].contains(columns[0]) else { return nil }
      let fields = [columns[0]] + columns[3...]
      return fields.joined(separator: "|").replacingOccurrences(of: "\\t", with: "").filter {
        !$0.isWhitespace
      }
    }
  }

  @Test(
    "A report read out of a PDF file has the outline that it had",
    arguments: ["government-report", "notice", "research-report"], ["txt", "layout.txt"])
  func sameOutline(name: String, ending: String) throws {
    let sandbox = try Sandbox()
    let gold = SeedTests.folder.appendingPathComponent("gold/\(name).clean.txt")
    try sandbox.write(Array(try Data(contentsOf: gold)), to: "report.txt")
    let page = Self.folder.appendingPathComponent("\(name).\(ending)")
    try sandbox.write(Array(try Data(contentsOf: page)), to: "page.txt")
    let report = try sandbox.run("split-sections report.txt")
    let unwrapped = try sandbox.run("strip-ads page.txt | split-sections --unwrap")
    #expect(report.status == 0 && unwrapped.status == 0)
    let expected = content(report.output)
    #expect(expected.count > 30)
    #expect(content(unwrapped.output) == expected)
  }
}
