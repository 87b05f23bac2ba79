import Testing

@testable import Filters
@testable import to_json

@Suite struct TextDocumentTests {
  private func run(_ records: String, _ options: [String] = []) -> Program<ToJSON>.Outcome {
    let input = Array("doc\treport/1\tx\n\(records)end\tok\n".utf8)
    return Program<ToJSON>(on: .rehearsal(input: input, pieces: [100]))
      .run((["--text"] + options).map { Array($0.utf8) })
  }

  private func text(_ records: String, _ options: String...) -> String {
    String(decoding: run(records, options).output, as: UTF8.self)
  }

  @Test("The pieces of a line are put together, and lines are parted by a line feed")
  func lines() {
    #expect(
      text(
        "title\t1\t1\tT\nsection\t3\t1\t1\trunin\t一、 \tA\t。\nmetric\t3\t4\t1\t1\t\t=\tcount\t\t\t\ntext\t3\t6\t1\tb\"\n# c\n"
          + "cut\t4\t1\tr\tgone\nx-a\tgone\nline\t5\t1\t\nline\t6\t1\t c \n")
        == "{\"id\":\"x\",\"text\":\"T\\n一、 A。b\\\"\\n\\n c \"}\n")
    #expect(text("line\t1\t1\t\nline\t2\t1\t\n") == "{\"id\":\"x\",\"text\":\"\\n\"}\n")
    #expect(text("") == "{\"id\":\"x\",\"text\":\"\"}\n")
  }

  @Test("Meta stands before the text, and behind it where it came late")
  func meta() {
    #expect(
      text("meta\ta\t{\"b\": [1]}\nline\t1\t1\tt\nmeta\tc\t2\nline\t2\t1\tu\nmeta\td\tnull\n")
        == "{\"id\":\"x\",\"a\":{\"b\":[1]},\"text\":\"t\\nu\",\"c\":2,\"d\":null}\n")
  }

  @Test(
    "Meta of the name of another member fails the document, with advice",
    arguments: [
      ("id", "--id-field NAME"), ("text", "--text-field NAME"), ("error", "error is the name"),
    ])
  func collision(key: String, advice: String) {
    let outcome = run("line\t1\t1\tt\nmeta\t\(key)\t1\n")
    #expect(outcome.status == .failedDocument)
    #expect(outcome.messages.contains(advice))
    #expect(
      String(decoding: outcome.output, as: UTF8.self).hasPrefix(
        "{\"id\":\"x\",\"text\":\"t\",\"error\":\""))
  }

  @Test("The members may have other names")
  func names() {
    #expect(
      text(
        "meta\tid\t1\nmeta\ttext\t2\nline\t1\t1\tt\n", "--id-field=name", "--text-field=data.body")
        == "{\"name\":\"x\",\"id\":1,\"text\":2,\"data.body\":\"t\"}\n")
  }

  @Test(
    "Options that go against each other are a misuse",
    arguments: [
      ["--text", "--rows"], ["--id-field=a"], ["--rows", "--text-field=a"],
      ["--text", "--id-field=text"], ["--text", "--id-field=error"],
      ["--text", "--text-field=error"],
    ])
  func misuse(options: [String]) {
    let outcome = Program<ToJSON>(on: .rehearsal(input: [], pieces: [1])).run(
      options.map { Array($0.utf8) })
    #expect(outcome.status == .misuse)
  }
}
