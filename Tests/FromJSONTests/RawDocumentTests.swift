import Testing

@testable import Filters
@testable import from_json

@Suite struct RawDocumentTests {
  private func records(_ json: String, _ options: String...) -> (String, String) {
    let program = Program<FromJSON>(on: .rehearsal(input: Array(json.utf8), pieces: [1000]))
    let outcome = program.run((["--from=raw"] + options).map { Array($0.utf8) })
    return (String(decoding: outcome.output, as: UTF8.self), outcome.messages)
  }

  private func document(_ json: String, _ options: String) -> String {
    let program = Program<FromJSON>(on: .rehearsal(input: Array(json.utf8), pieces: [1000]))
    let words = options.split(separator: " ").map { Array($0.utf8) }
    return String(decoding: program.run([Array("--from=raw".utf8)] + words).output, as: UTF8.self)
  }

  @Test(
    "Members become the ID, the text and meta, in any order",
    arguments: [
      ("{\"id\":\"a\",\"text\":\"x\"}", "", "doc\treport/1\ta\nline\t1\t1\tx\nend\tok\n"),
      (
        "{\"text\":\"x\",\"n\":[1, 2],\"id\":\"a\"}", "",
        "doc\treport/1\ta\nmeta\tn\t[1, 2]\nline\t1\t1\tx\nend\tok\n"
      ),
      ("{\"text\":\"\",\"id\":12.50}", "", "doc\treport/1\t12.50\nend\tok\n"),
      ("{\"text\":\"\",\"id\":null}", "", "doc\treport/1\tline:1\nend\tok\n"),
      ("{\"text\":\"\",\"id\":true}", "", "doc\treport/1\tline:1\nmeta\tid\ttrue\nend\tok\n"),
      ("{\"text\":\"\",\"id\":\"\\ta\\n\"}", "", "doc\treport/1\t\\ta\\n\nend\tok\n"),
      (
        "{\"a\":{\"b\":\"x\",\"c\":1},\"id\":\"i\"}", "--text-field a.b",
        "doc\treport/1\ti\nmeta\ta.c\t1\nline\t1\t1\tx\nend\tok\n"
      ),
      (
        "{\"a.b\":\"x\",\"a\":{\"c\":{\"b\":1}}}", "--text-field a.b",
        "doc\treport/1\tline:1\nmeta\ta.c\t{\"b\":1}\nline\t1\t1\tx\nend\tok\n"
      ),
      (
        "{\"a\":{\"b\":{\"id\":7,\"t\":\"x\"},\"z\":0},\"text\":1}",
        "--text-field a.b.t --id-field a.b.id",
        "doc\treport/1\t7\nmeta\ta.z\t0\nmeta\ttext\t1\nline\t1\t1\tx\nend\tok\n"
      ),
      (
        "{\"a\":{\"b.t\":\"x\"},\"n\":{}}", "--text-field a.b.t --id-field n.id",
        "doc\treport/1\tline:1\nmeta\tn\t{}\nline\t1\t1\tx\nend\tok\n"
      ),
      (
        "{\"\\u0074ext\":\"\\u4e2d\\ud83d\\ude00\\u0000\",\"k\\t\":\"\\u4e2d\\t\"}", "",
        "doc\treport/1\tline:1\nmeta\tk\\t\t\"\\\\u4e2d\\\\t\"\nline\t1\t1\t中😀\\0\nend\tok\n"
      ),
      (
        "{\"text\":\"a\\n\\nb\\r\\nc\\rd\\n\"}", "",
        "doc\treport/1\tline:1\nline\t1\t1\ta\nline\t2\t1\t\nline\t3\t1\tb\nline\t4\t1\tc\\rd\nend\tok\n"
      ),
      (
        "{\"text\":\"\\r\\n\\r\"}", "",
        "doc\treport/1\tline:1\nline\t1\t1\t\nline\t2\t1\t\\r\nend\tok\n"
      ),
      (
        "\t{ \"text\" : \"x\" , \"m\" : 1e400 }\r", "",
        "doc\treport/1\tline:1\nmeta\tm\t1e400\nline\t1\t1\tx\nend\tok\n"
      ),
    ])
  func members(json: String, options: String, records: String) {
    #expect(document(json + "\n", options) == records)
  }

  @Test(
    "A line that is wrong is a document that failed, and says why",
    arguments: [
      ("[1]", "byte 0 of the line: the value is no object; a raw document is one"),
      ("\"a\"", "byte 0 of the line: the value is no object; a raw document is one"),
      ("nonsense", "byte 0 of the line: a value should stand here, not n"),
      ("{\"text\":\"a\"} {", "byte 13 of the line: nothing should follow the value, not {"),
      ("{\"text\":\"a\"", "byte 11 of the line: the text ends, and a comma or } should follow"),
      ("{\"text\":\"a", "byte 10 of the line: the text ends inside a string"),
      ("{\"text\":", "byte 8 of the line: the text ends, and a value should follow"),
      ("{", "byte 1 of the line: the text ends, and a name in quotes or } should follow"),
      ("{\"k\":[1,", "byte 8 of the line: the text ends, and a value should follow"),
      (
        "{\"text\":\"a\",\"b\":{\"c\":1,\"c\":2}}",
        "byte 23 of the line: the name \"c\" stands twice in one object"
      ),
      (
        "{\"text\":\"\\ud800\"}",
        "byte 9 of the line: half of a surrogate pair stands without the other half"
      ),
      (
        "{\"text\":\"\u{0}\"}",
        "byte 9 of the line: the control character 0x00 stands in a string; it must be escaped"
      ),
    ])
  func faults(json: String, reason: String) {
    let (output, messages) = records("\n\(json)\n \n{\"text\":\"\"}\n")
    #expect(messages == "from-json: -:2: document 1, \(reason)\n")
    #expect(
      output
        == "doc\treport/1\tline:2\nend\tfailed\tline 2: document 1, \(reason)\ndoc\treport/1\tline:4\nend\tok\n"
    )
  }

  @Test("A document without text keeps its ID and its meta")
  func noText() {
    let (output, _) = records("{\"id\":\"a\",\"k\":1}\n")
    #expect(
      output
        == "doc\treport/1\ta\nmeta\tk\t1\nend\tfailed\tline 1: document 1: it has no text: "
        + "no string named text; --text-field names another member\n")
  }

  @Test(
    "A text that is no string is told as that, and is no meta",
    arguments: ["5", "null", "true", "[1]", "{\"a\":1}"])
  func textOfAnotherType(value: String) {
    let (output, messages) = records("{\"id\":\"a\",\"text\":\(value),\"k\":1}\n")
    let reason =
      "document 1: its text is no string: text is another value; --text-field names another member\n"
    #expect(
      output == "doc\treport/1\ta\nmeta\tk\t1\nend\tfailed\tline 1: " + reason)
    #expect(messages == "from-json: -:1: " + reason)
  }

  @Test(
    "Lines that are no JSON are told of once where many follow each other, and each is a document",
    arguments: [
      ("全乡有村8个。\n\n其中3个。\n再说。\n", "plain text", "-:3: 2 more lines that are no JSON follow"),
      ("全乡有村8个。\n其中3个。\n", "plain text", "-:2: 1 more line that is no JSON follows"),
      (
        "doc\treport/1\ta\nline\t1\t1\tx\nend\tok\n", "a report stream",
        "-:2: 2 more lines that are no JSON follow"
      ),
    ])
  func foreign(text: String, form: String, others: String) {
    let (output, messages) = records(text + "{\"text\":\"x\"}\n")
    let lines = messages.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines[1] == "from-json: \(others); this looks like \(form), which needs no from-json")
    let count = text.split(separator: "\n").count
    #expect(output.split(separator: "\n").count { $0.hasPrefix("end\tfailed") } == count)
    #expect(output.hasSuffix("line\t1\t1\tx\nend\tok\n"))
    #expect(records(text).1 == messages)
  }

  @Test("What was read of a broken line's ID is used")
  func idOfBrokenLine() {
    #expect(records("{\"id\":\"a\",\"text\":\"x}\n").0.hasPrefix("doc\treport/1\ta\nend\tfailed\t"))
  }

  @Test("A name put together twice is an error")
  func dottedNames() {
    let (output, _) = records("{\"a.c\":1,\"a\":{\"t\":\"\",\"c\":2}}\n", "--text-field=a.t")
    #expect(output.contains("the name a.c stands twice"))
    #expect(
      records("{\"a.t\":\"\",\"a\":{\"t\":\"\"}}\n", "--text-field=a.t").0.contains(
        "the text stands twice"))
  }

  @Test("Too long a line fails its document alone")
  func longLine() {
    let long = "{\"text\":\"" + String(repeating: "字", count: 500) + "\"}"
    let (output, messages) = records("{\"text\":\"a\"}\n\(long)\n{\"text\":\"b\"}", "--max-line=1K")
    #expect(
      output.contains("doc\treport/1\tline:2\nend\tfailed\tline 2: document 2: the line is longer"))
    #expect(output.hasSuffix("doc\treport/1\tline:3\nline\t1\t1\tb\nend\tok\n"))
    #expect(messages.hasPrefix("from-json: -:2: document 2: the line is longer than 1024 bytes"))
  }

  @Test("A hundred thousand documents come out in order, with the bad ones named")
  func many() {
    var input = ""
    for number in 1...100_000 {
      input +=
        number % 10 == 0
        ? "{\"id\":\(number),\n" : "{\"id\":\(number),\"text\":\"第\\n\(number)\"}\n"
    }
    let run = FromJSON.rehearse("--expect=100000", input: Array(input.utf8))
    #expect(run.status == .failedDocument)
    #expect(run.messages.utf8.count { $0 == 10 } == 10_000)
    let documents = run.output.split(separator: 10).filter { $0.starts(with: Array("doc\t".utf8)) }
    #expect(documents.count == 100_000)
    #expect(
      documents.indices.allSatisfy { documents[$0] == Array("doc\treport/1\t\($0 + 1)".utf8)[...] })
  }

  @Test("The number of documents is what --expect means")
  func expectation() {
    let input = Array("{\"text\":\"\"}\n{\"text\":\"\"}\n".utf8)
    #expect(FromJSON.rehearse("--expect=2", input: input).status == .success)
    #expect(FromJSON.rehearse("--expect=1", input: input).status == .failedDocument)
    #expect(FromJSON.rehearse("--expect=0", input: []).status == .success)
  }
}
