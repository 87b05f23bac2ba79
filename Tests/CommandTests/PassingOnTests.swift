import Foundation
import Testing

/// Records of types that no filter knows go through all of them.
@Suite struct PassingOnTests {
  /// Records that a plug-in could write: escapes that are none, odd bytes, many columns, none.
  static let unknown = [
    "x-mood\t1\t平\\t稳\\q\t\t😀", "x-", "X-Other\t-1\tline", "liner\t1\t1\t甲", "x-long\t\(long)",
    "x-😀", "line2\t04\t\\", "文\t本",
  ]
  private static let long = String(repeating: "长", count: 300)

  /// The sample with `record` as line `place`, counted from the first record inside its document.
  private func stream(_ sample: String, with record: String, at place: Int) -> String {
    var lines = sample.split(separator: "\n", omittingEmptySubsequences: false)
    lines.insert(Substring(record), at: place)
    return lines.joined(separator: "\n")
  }

  @Test(
    "A record of an unknown type comes out unchanged, wherever it stands",
    arguments: Program.streaming, unknown)
  func unknownRecordComesOutUnchanged(_ program: Program, _ record: String) throws {
    let sandbox = try Sandbox()
    for sample in [Sample.first, Sample.second] {
      let clean = sample.replacing("x-mood\t1\t平\\t稳\n", with: "")
      try sandbox.write(clean, to: "clean")
      let last = clean.split(separator: "\n").count - 1
      for place in 1...last {
        try sandbox.write(stream(clean, with: record, at: place), to: "\(place)")
      }
      let without = try sandbox.run("\(program.call) clean").lines
      let outcome = try sandbox.run(
        "i=1; while [ $i -le \(last) ]; do \(program.call) $i || exit; i=$((i + 1)); done")
      #expect(outcome.status == 0 && outcome.messages == "")
      let documents = outcome.lines.split(separator: "end\tok")
      #expect(documents.count == last)
      for (index, document) in documents.enumerated() {
        let place = index + 1
        #expect(document.filter { $0 == record }.count == 1, "as line \(place)")
        let rest = Array(document.filter { $0 != record })
        #expect(rest == Array(without.dropLast()), "as line \(place)")
      }
    }
  }

  @Test("A record of an unknown type becomes a node of the JSON, wherever it stands")
  func unknownRecordBecomesANode() throws {
    let sandbox = try Sandbox()
    for sample in [Sample.first, Sample.second] {
      let clean = sample.replacing("x-mood\t1\t平\\t稳\n", with: "")
      for place in 1..<clean.split(separator: "\n").count {
        try sandbox.write(stream(clean, with: "x-tone\t平\\t稳\t", at: place), to: "stream")
        let outcome = try sandbox.run("to-json -c stream")
        #expect(outcome.status == 0 && outcome.messages == "")
        #expect(outcome.text.contains(#"{"type":"x-tone","fields":["平\t稳",""]}"#))
        #expect(throws: Never.self) {
          try JSONSerialization.jsonObject(with: Data(outcome.output))
        }
      }
    }
  }

  @Test("Comments and meta records pass through", arguments: Program.streaming)
  func commentsPassThrough(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.first, to: "stream")
    let lines = try sandbox.run("\(program.call) stream").lines
    #expect(lines.contains("# 由录入员核对"))
    #expect(lines.contains("meta\tyear\t2023"))
  }

  @Test("The whole pipeline takes a plug-in's record from end to end")
  func pipelineTakesAPluginsRecord() throws {
    guard Program.allCases.count == 5 else { return }
    let sandbox = try Sandbox()
    try sandbox.write(Sample.first, to: "stream")
    let outcome = try sandbox.run(
      "cat stream | \(Program.pipeline) -c")
    #expect(outcome.status == 0 && outcome.messages == "")
    #expect(outcome.text.contains(#"{"type":"x-mood","fields":["1","平\t稳"]}"#))
  }
}
