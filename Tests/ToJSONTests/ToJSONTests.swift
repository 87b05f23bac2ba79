import Foundation
import Testing

@testable import Filters
@testable import to_json

@Suite struct ToJSONTests {
  /// The values that follow each other in `text`, of which each begins in the first column.
  private func values(_ text: String) throws -> [NSDictionary] {
    var values: [NSDictionary] = []
    var value = ""
    for line in text.split(separator: "\n") {
      value += line + "\n"
      guard line == "}" || (line.hasPrefix("{") && line.hasSuffix("}")) else { continue }
      let object = try JSONSerialization.jsonObject(with: Data(value.utf8))
      values.append(try #require(object as? NSDictionary))
      value = ""
    }
    #expect(value == "")
    return values
  }

  @Test(
    "Any stream becomes JSON, one value a document, the same compact and pretty",
    arguments: 0..<80 as Range<UInt64>)
  func always(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    // The other parser holds numbers as binary ones.
    let stream = (seed % 2 == 0 ? generator.stream() : generator.brokenStream()).replacing(
      "1.50e+400", with: "1.5")
    var bytes = Array(stream.utf8)
    if seed % 3 == 0 { bytes = generator.damaged(bytes) }
    if seed % 5 == 0 { bytes.removeLast(bytes.count / 3) }
    let pretty = ToJSON.rehearse("--input=stream", input: bytes)
    let compact = ToJSON.rehearse("--input=stream", "-c", input: bytes)
    #expect(try values(pretty.text) == values(compact.text), "seed \(seed)")
    #expect(pretty.messages == compact.messages)
    #expect(pretty.status == compact.status)
    let documents = PassFilter.rehearse("--input=stream", input: bytes).text
      .utf8.split(separator: 10).filter { $0.starts(with: Array("doc\t".utf8)) }.count
    let written = try values(compact.text)
    // A stream's bytes may be no UTF-8, and then no valid document either.
    #expect(written.count == documents, "seed \(seed)")
    #expect(
      written.contains { $0["error"] != nil } ? pretty.status == .failedDocument : true,
      "seed \(seed)")
  }

  @Test(
    "Every text, column and figure of a stream is in its JSON", arguments: 0..<30 as Range<UInt64>)
  func complete(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var stream = "doc\treport/1\tx\n"
    var texts: [String] = []
    for _ in 0..<20 {
      let text = "字" + generator.columnText() + "字"
      texts.append(text)
      let place = "\t1\t1\t"
      stream += generator.pick([
        "text\(place)1\t", "line\(place)", "x-a\t", "title\(place)", "cut\(place)r\t",
        "section\(place)2\titem\t\t",
      ])
      stream += escaped(text) + "\t\n"
    }
    let json = ToJSON.rehearse("-c", input: Array((stream + "end\tok\n").utf8))
    #expect(json.status == .success, "seed \(seed): \(json.messages)")
    func strings(_ value: Any) -> [String] {
      switch value {
      case let text as String: [text]
      case let list as [Any]: list.flatMap(strings)
      case let object as [String: Any]: object.flatMap { strings($0.value) }
      default: []
      }
    }
    let all = Set(strings(try #require(try values(json.text).first)).map { Array($0.utf8) })
    for text in texts { #expect(all.contains(Array(text.utf8)), "seed \(seed): \(text)") }
  }

  @Test("The pieces in which a stream comes change nothing", arguments: 0..<10 as Range<UInt64>)
  func chunking(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let stream = Array(generator.brokenStream().utf8)
    let whole = ToJSON.rehearse("-c", input: stream)
    for pieces in [[1], [3, 8], [100]] {
      let cut = ToJSON.rehearse("-c", "--line-buffered", input: stream, pieces: pieces)
      #expect(cut.output == whole.output, "seed \(seed), pieces \(pieces)")
      #expect(cut.messages == whole.messages, "seed \(seed), pieces \(pieces)")
    }
  }

  @Test("Streams one after the other give what each gives", arguments: 0..<20 as Range<UInt64>)
  func concatenation(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let first = Array((generator.brokenStream() + generator.streamDocument()).utf8)
    let second = Array(generator.stream(documents: 1...3).utf8)
    func json(_ stream: [UInt8]) -> [UInt8] {
      ToJSON.rehearse("--input=stream", input: stream).output
    }
    #expect(json(first + second) == json(first) + json(second), "seed \(seed)")
  }

  @Test("A truncated stream is JSON with an error, at every byte")
  func truncation() throws {
    var generator = SeededGenerator(seed: 5)
    let stream = Array(generator.streamDocument().utf8)
    for count in 4..<stream.count {
      let run = ToJSON.rehearse("-c", input: Array(stream.prefix(count)))
      #expect(run.status == .failedDocument, "cut at \(count)")
      let last = try values(run.text.replacing("1.50e+400", with: "1.5")).last
      #expect(
        (last?["error"] as? String)?.hasPrefix("truncated") == true, "cut at \(count): \(run.text)")
    }
  }

  @Test("What is not UTF-8 reaches no JSON")
  func invalidText() throws {
    for record in ["text\t1\t1\t0\t", "x-a\t", "x-", "end\tfailed\t", "meta\tk\t", "# "] {
      let bytes =
        Array("doc\treport/1\tx\n\(record)".utf8) + [0xB1, 0xA8, 0x0A] + Array("end\tok\n".utf8)
      let run = ToJSON.rehearse("-c", input: bytes)
      #expect(run.status == .failedDocument)
      #expect(
        run.text
          == "{\"report\":\"1\",\"id\":\"x\",\"error\":\"line 2: the record is not UTF-8; --invalid replace mends it\"}\n"
      )
    }
    let run = ToJSON.rehearse("-c", input: Array("doc\treport/1\t".utf8) + [0xFF, 0x0A])
    #expect(
      run.text
        == "{\"report\":\"1\",\"error\":\"line 1: the record is not UTF-8; --invalid replace mends it\"}\n"
    )
    let mended = ToJSON.rehearse(
      "-c", "--invalid=replace",
      input: Array("doc\treport/1\t".utf8) + [0xFF, 0x0A] + Array("end\tok\n".utf8))
    #expect(mended.text == "{\"report\":\"1\",\"id\":\"\u{FFFD}\"}\n")
    #expect(mended.status == .success)
  }

  @Test("Nothing in gives nothing out")
  func empty() {
    let run = ToJSON.rehearse(input: [])
    #expect(run.output == [])
    #expect(run.status == .success)
  }
}
