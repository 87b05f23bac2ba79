import Testing

@testable import Filters
@testable import from_json

@Suite struct RowsReaderTests {
  private let open = "{\"type\":\"doc\",\"version\":\"report/1\",\"doc\":\"a\"}\n"
  private let end = "{\"type\":\"end\",\"doc\":\"a\",\"status\":\"ok\"}\n"

  private func run(_ rows: String) -> Rehearsal {
    FromJSON.rehearse("--from=rows", input: Array(rows.utf8))
  }

  @Test(
    "A row that is wrong fails its document and says why",
    arguments: [
      (
        "{\"type\":\"line\",\"line\":1,\"column\":1,\"depth\":1}",
        "a row of its type has no member depth"
      ),
      ("{\"type\":\"line\",\"score\":1}", "byte 15 of the line: a row has no member score"),
      ("{\"type\":\"line\",\"line\":\"1\",\"column\":1}", "byte 23 of the line: line is a number"),
      (
        "{\"type\":\"line\",\"line\":0,\"column\":1}",
        "LINE must be a number from 1, written without leading zeros"
      ),
      (
        "{\"type\":\"line\",\"line\":1.5,\"column\":1}",
        "LINE must be a number from 1, written without leading zeros"
      ),
      (
        "{\"type\":\"line\",\"column\":1}",
        "LINE must be a number from 1, written without leading zeros"
      ),
      (
        "{\"type\":\"line\",\"line\":1,\"column\":1,\"text\":2}",
        "byte 42 of the line: text is a text"
      ),
      (
        "{\"type\":\"text\",\"line\":1,\"column\":1,\"depth\":1001}",
        "DEPTH is 1001, and 1000 is the most"
      ),
      (
        "{\"type\":\"line\",\"line\":1,\"line\":1}",
        "byte 24 of the line: the name \"line\" stands twice in one object"
      ),
      ("{\"type\":\"meta\",\"key\":\"k\"}", "a meta has either a value or raw text"),
      (
        "{\"type\":\"meta\",\"key\":\"k\",\"value\":1,\"raw\":\"1\"}",
        "a meta has either a value or raw text"
      ),
      (
        "{\"type\":\"meta\",\"key\":\"k\",\"value\":[{\"a\":1,\"a\":2}]}",
        "byte 41 of the line: the name \"a\" stands twice in one object"
      ),
      (
        "{\"type\":\"metric\",\"line\":1,\"column\":1,\"value\":\"3\"}",
        "a metric's value is a number or null"
      ),
      (
        "{\"type\":\"metric\",\"line\":1,\"column\":1,\"value\":1e5}",
        "a metric's value is a plain decimal, without a power of ten"
      ),
      ("{\"type\":\"metric\",\"line\":1,\"column\":1,\"low\":1}", "a range has both low and high"),
      (
        "{\"type\":\"metric\",\"line\":1,\"column\":1,\"value\":1,\"mask\":\"*\"}",
        "a metric with a value has no other form of one"
      ),
      (
        "{\"type\":\"metric\",\"line\":1,\"column\":1,\"fraction\":\"1/2\",\"mask\":\"*\"}",
        "a metric has one of value, low and high, fraction, or mask"
      ),
      ("{\"type\":\"x-a\",\"fields\":[1]}", "byte 24 of the line: fields is a list of texts"),
      ("{\"type\":\"x-a\",\"fields\":\"1\"}", "byte 24 of the line: fields is a list of texts"),
      ("{\"type\":\"\"}", "its type is none"), ("{\"type\":\"#x\"}", "its type is none"),
      ("{\"line\":1}", "its type is none"),
      ("{\"type\":\"#\",\"comment\":\"a\\nb\"}", "the record is not what its type says"),
      (
        "{\"type\":\"#\",\"comment\":\"a\\r\"}",
        "the line ends in a carriage return; lines of a stream end in LF alone"
      ),
      ("{\"type\":\"x-a\",\"record\":\"end\\tok\"}", "the record is not what its type says"),
      (
        "{\"type\":\"line\",\"line\":1,\"column\":1,\"doc\":\"b\"}", "its doc is another document's"
      ),
      (
        "{\"type\":\"end\",\"status\":\"fine\"}",
        "a document ends ok or failed, and this one neither"
      ),
      ("{\"type\":\"line\"", "byte 14 of the line: the text ends, and a comma or } should follow"),
      ("[]", "byte 0 of the line: a row is an object"),
    ])
  func faults(row: String, reason: String) {
    let isPlaced = reason.hasPrefix("byte ")
    let said = "document 1" + (isPlaced ? ", " : ": ") + reason
    let result = run(open + row + "\n{\"type\":\"x-later\"}\n" + end + open + end)
    #expect(result.messages == "from-json: -:2: \(said)\n")
    #expect(
      result.text
        == "doc\treport/1\ta\nend\tfailed\tline 2: \(said)\ndoc\treport/1\ta\nend\tok\n")
    #expect(result.status == .failedDocument)
  }

  @Test("A row outside a document is left out, and told of once")
  func strays() {
    let result = run("{\"type\":\"x-a\"}\n{\"type\":\"x-b\"}\n" + open + end + end)
    #expect(result.text == "doc\treport/1\ta\nend\tok\n")
    #expect(result.messages.utf8.count { $0 == 10 } == 2)
    #expect(result.status == .failedDocument)
  }

  @Test("A document that does not end is truncated")
  func truncated() {
    let reason = "truncated: the next document begins before this one ends"
    #expect(
      run(open + open + end).text
        == "doc\treport/1\ta\nend\tfailed\t\(reason)\ndoc\treport/1\ta\nend\tok\n")
    #expect(
      run(open).text
        == "doc\treport/1\ta\nend\tfailed\ttruncated: the input ends inside this document\n")
  }

  @Test(
    "A document of a version that is not ours fails in our version",
    arguments: ["report/2", "report/2.1", "report/x", "rapport/1", "report/1."])
  func versions(version: String) {
    let result = run(
      "{\"type\":\"doc\",\"version\":\"\(version)\",\"doc\":\"b\"}\n{\"type\":\"x-a\"}\n" + end
        + open + end)
    #expect(result.text.hasPrefix("doc\treport/1\tb\nend\tfailed\tline 1: document 1: version"))
    #expect(result.text.hasSuffix("doc\treport/1\ta\nend\tok\n"))
  }

  @Test("A first row that is broken still is a document")
  func brokenFirst() {
    let result = run("{\"type\":\"doc\",\"version\":\"report/1\",\"doc\":\"a\n" + end + open + end)
    #expect(result.text.hasPrefix("doc\treport/1\tline:1\nend\tfailed\tline 1: "))
    #expect(result.text.hasSuffix("doc\treport/1\ta\nend\tok\n"))
  }

  @Test("Members come in any order, with blanks or without, their names escaped or not")
  func order() {
    let row =
      "{ \"text\" : \"t\", \"\\u006cine\":2,\"extra\":[ \"\", \"x\\ty\" ],\"column\":1,\"type\":\"line\" }\r\n"
    #expect(run(open + row + end).text == "doc\treport/1\ta\nline\t2\t1\tt\t\tx\\ty\nend\tok\n")
  }
}
