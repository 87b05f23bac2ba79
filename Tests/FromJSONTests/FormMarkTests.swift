import Testing

@testable import Filters
@testable import from_json

@Suite struct FormMarkTests {
  @Test(
    "The form is told by its marks and by nothing else",
    arguments: [
      ("{\"report\":\"1\"}", .nested), ("\n \n{\n\n  \"report\": \"1\"\n}", .nested),
      ("{ \"report\"", .nested),
      ("{\"type\":\"doc\",\"version\":\"report/1\",", .rows),
      (" { \"type\" : \"doc\" , \"version\" : \"report/1.3\"}", .rows),
      ("{\"type\":\"doc\",\"version\":\"report/2\"}", .raw), ("{\"type\":\"doc\",\"id\":1}", .raw),
      ("{\"version\":\"report/1\",\"type\":\"doc\"}", .raw),
      ("{\"id\":\"1\",\"report\":\"1\"}", .raw),
      ("{\"text\":\"{\\\"report\\\":\"}", .raw), ("{\n\"reports\":1", .raw),
      ("[{\"report\":\"1\"}]", .raw),
      ("report", .raw), ("{", nil), ("", nil), ("{\n\n", nil),
    ] as [(String, JSONForm?)])
  func forms(text: String, form: JSONForm?) {
    var mark = FormMark()
    var found: JSONForm?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let bytes = Array(line.utf8)
      if bytes.span.indexBehindJSONBlanks(0) == bytes.count { continue }
      found = mark.form(bytes.span, number + 1)
      if found != nil { break }
    }
    #expect(found == form)
  }

  @Test("A byte order mark and blank lines before the first document are left out")
  func mark() {
    let run = FromJSON.rehearse(input: Array("\u{FEFF}\r\n\n{\"report\":\"1\",\"id\":\"a\"}".utf8))
    #expect(run.text == "doc\treport/1\ta\nend\tok\n")
  }

  @Test("A brace alone, and nothing that makes it nested, is a raw document that fails")
  func brace() {
    let run = FromJSON.rehearse(input: Array("{\n{\"text\":\"\"}\n".utf8))
    #expect(
      run.text.hasPrefix(
        "doc\treport/1\tline:1\nend\tfailed\tline 1: document 1, byte 1 of the line: the text ends")
    )
    #expect(run.text.hasSuffix("doc\treport/1\tline:2\nend\tok\n"))
    #expect(
      FromJSON.rehearse(input: Array("{".utf8)).text.hasPrefix(
        "doc\treport/1\tline:1\nend\tfailed\t"))
  }

  @Test("A form that is forced is taken at its word")
  func forced() {
    let nested = Array("{\"report\":\"1\",\"id\":\"a\",\"text\":\"x\"}\n".utf8)
    #expect(
      FromJSON.rehearse("--from=raw", input: nested).text
        == "doc\treport/1\ta\nmeta\treport\t\"1\"\nline\t1\t1\tx\nend\tok\n")
    let rows = Array(
      "{\"doc\":\"a\",\"version\":\"report/1\",\"type\":\"doc\"}\n{\"status\":\"ok\",\"type\":\"end\"}\n"
        .utf8)
    #expect(FromJSON.rehearse("--from=rows", input: rows).text == "doc\treport/1\ta\nend\tok\n")
  }
}
