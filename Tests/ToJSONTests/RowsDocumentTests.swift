import Foundation
import Testing

@testable import Filters
@testable import to_json

@Suite struct RowsDocumentTests {
  private func rows(_ records: String) -> [String] {
    let text = ToJSON.rehearse(
      "--rows", input: Array("doc\treport/1\tx\n\(records)end\tok\n".utf8)
    ).text
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.first == "{\"type\":\"doc\",\"version\":\"report/1\",\"doc\":\"x\"}")
    #expect(lines.last == "{\"type\":\"end\",\"doc\":\"x\",\"status\":\"ok\"}")
    return Array(lines.dropFirst().dropLast())
  }

  /// The path and section of the rows of sections at these depths, and of a text behind them.
  private func places(_ records: String) -> [String] {
    rows(records).map { row in
      func member(_ name: String) -> String {
        guard let start = row.range(of: "\"\(name)\":\"") else { return "" }
        return String(row[start.upperBound...].prefix { $0 != "\"" })
      }
      return member("path") + " " + member("section")
    }
  }

  @Test("A path counts sections, and the section is the one that a record stands in")
  func paths() {
    func section(_ depth: Int, _ title: String) -> String {
      "section\t1\t1\t\(depth)\titem\t\t\(title)\t\n"
    }
    #expect(
      places(
        "text\t1\t1\t0\ta\n" + section(1, "A") + "x-a\n" + section(2, " B ") + "text\t1\t1\t2\tb\n"
          + section(2, "") + "text\t1\t1\t2\tc\n" + section(5, "D") + section(3, "E")
          + "text\t1\t1\t1\td\n"
          + section(1, "F") + "title\t1\t1\tT\n" + section(2, "G") + section(1, "H"))
        == [
          " ", "1 ", "1 A", "1.1 A", "1.1 B", "1.2 A", "1.2 A", "1.2.1 A", "1.2.2 A", "1 A", "2 ",
          " ", "1 ", "2 ",
        ])
  }

  @Test(
    "Every kind has its columns by name, and those beyond the contract's as extra",
    arguments: [
      ("line\t1\t2\ta", "\"type\":\"line\",\"doc\":\"x\",\"line\":1,\"column\":2,\"text\":\"a\""),
      (
        "line\t1\t2\t\t\tb",
        "\"type\":\"line\",\"doc\":\"x\",\"line\":1,\"column\":2,\"extra\":[\"\",\"b\"]"
      ),
      (
        "cut\t1\t2\tr\tt",
        "\"type\":\"cut\",\"doc\":\"x\",\"line\":1,\"column\":2,\"rule\":\"r\",\"text\":\"t\""
      ),
      (
        "title\t1\t2\t t",
        "\"type\":\"title\",\"doc\":\"x\",\"line\":1,\"column\":2,\"text\":\" t\""
      ),
      (
        "metric\t1\t2\tt\t3..4\tu\t=\tk\tp\t+\tl",
        "\"type\":\"metric\",\"doc\":\"x\",\"line\":1,\"column\":2,\"text\":\"t\",\"low\":3,\"high\":4,\"unit\":\"u\",\"sign\":\"=\","
          + "\"kind\":\"k\",\"per\":\"p\",\"change\":\"+\",\"label\":\"l\""
      ),
      ("meta\tk\t[1, 2]", "\"type\":\"meta\",\"doc\":\"x\",\"key\":\"k\",\"value\":[1, 2]"),
      ("meta\tk\tno", "\"type\":\"meta\",\"doc\":\"x\",\"key\":\"k\",\"raw\":\"no\""),
      ("meta\tk\t", "\"type\":\"meta\",\"doc\":\"x\",\"key\":\"k\",\"raw\":\"\""),
      ("meta\tk\t1 ", "\"type\":\"meta\",\"doc\":\"x\",\"key\":\"k\",\"raw\":\"1 \""),
      ("x-a\t\t\\t", "\"type\":\"x-a\",\"doc\":\"x\",\"fields\":[\"\",\"\\t\"]"),
      ("x-a", "\"type\":\"x-a\",\"doc\":\"x\""),
      (
        "x-a\t\\q",
        "\"type\":\"x-a\",\"doc\":\"x\",\"fields\":[\"\\\\q\"],\"record\":\"x-a\\t\\\\q\""
      ),
      ("#", "\"type\":\"#\",\"doc\":\"x\""),
      ("# a\\", "\"type\":\"#\",\"doc\":\"x\",\"comment\":\" a\\\\\""),
    ])
  func columns(record: String, row: String) {
    #expect(rows(record + "\n") == ["{" + row + "}"])
  }

  @Test("Plain text is a document of line rows")
  func plainText() {
    #expect(
      ToJSON.rehearse("--rows", input: Array("a\r\n\nb".utf8)).text
        == "{\"type\":\"doc\",\"version\":\"report/1\",\"doc\":\"-\"}\n"
        + "{\"type\":\"line\",\"doc\":\"-\",\"line\":1,\"column\":1,\"text\":\"a\"}\n"
        + "{\"type\":\"line\",\"doc\":\"-\",\"line\":2,\"column\":1}\n"
        + "{\"type\":\"line\",\"doc\":\"-\",\"line\":3,\"column\":1,\"text\":\"b\"}\n"
        + "{\"type\":\"end\",\"doc\":\"-\",\"status\":\"ok\"}\n")
  }

  @Test("What failed has its reason in the last row")
  func failed() {
    let run = ToJSON.rehearse("--rows", input: Array("doc\treport/1\tx\ntext\t0\t1\t0\ta\n".utf8))
    #expect(
      run.text.hasSuffix(
        "{\"type\":\"end\",\"doc\":\"x\",\"status\":\"failed\",\"error\":\"line 2: LINE must be a number from 1, written without leading zeros\"}\n"
      ))
    #expect(run.status == .failedDocument)
  }
}
