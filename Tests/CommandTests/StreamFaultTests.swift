import Foundation
import Testing

/// What a reader does with streams that something is wrong with.
@Suite struct StreamFaultTests {
  /// The errors that the records or the JSON in `text` name, in order.
  private func failures(_ program: Program, _ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      if program == .toJSON {
        guard let start = line.range(of: "\"error\":\"") else { return nil }
        return String(line[start.upperBound...].prefix { $0 != "\"" })
      }
      guard line.hasPrefix("end\tfailed\t") else { return nil }
      return String(line.dropFirst("end\tfailed\t".count))
    }
  }

  private func run(_ program: Program, _ stream: String) throws -> Outcome {
    let sandbox = try Sandbox()
    try sandbox.write(stream, to: "stream")
    return try sandbox.run("\(program == .toJSON ? "to-json -c" : program.call) stream")
  }

  @Test(
    "A document that failed before passes on with no second message", arguments: Program.allCases)
  func failedDocumentPassesOn(_ program: Program) throws {
    let failed = Sample.first.replacing("end\tok", with: "end\tfailed\tline 9: 磁盘已满")
    let outcome = try run(program, failed + Sample.second)
    #expect(outcome.status == 1)
    #expect(outcome.messages == "")
    #expect(failures(program, outcome.text) == ["line 9: 磁盘已满"])
    #expect(outcome.text.contains("河湾村.txt"))
  }

  @Test(
    "A document of a newer or an unknown version is answered as failed, and the next goes on",
    arguments: Program.allCases,
    ["report/2", "report/10", "report/2.1", "report/0", "report/", "report/1x", "report/01"])
  func otherVersionIsAnswered(_ program: Program, _ version: String) throws {
    let newer = Sample.first.replacing("report/1", with: version)
    let outcome = try run(program, newer + Sample.second)
    #expect(outcome.status == 1)
    let told = failures(program, outcome.text)
    #expect(told.count == 1 && told[0].hasPrefix("version"))
    #expect(outcome.messages.hasPrefix("\(program.name): 城关镇报告.txt:1: version"))
    #expect(!outcome.text.contains("防汛"))
    #expect(outcome.text.contains("河湾村人居环境整治情况"))
    if program != .toJSON {
      #expect(outcome.text.hasPrefix("doc\treport/1\t城关镇报告.txt\nend\tfailed\t"))
    }
  }

  @Test("A newer minor version is read as ours, its columns kept", arguments: Program.allCases)
  func newerMinorVersionIsRead(_ program: Program) throws {
    let stream = Sample.second.replacing("report/1", with: "report/1.3")
      .replacing("整治情况\n", with: "整治情况\t新列\n")
    let outcome = try run(program, stream)
    #expect(outcome.status == 0 && outcome.messages == "")
    if program != .toJSON {
      #expect(outcome.text.hasPrefix("doc\treport/1.3\t河湾村.txt\n"))
      #expect(outcome.text.contains("\ntitle\t1\t1\t河湾村人居环境整治情况\t新列\n"))
    }
  }

  @Test("Records outside a document are left out and told once", arguments: Program.allCases)
  func recordsOutsideAreLeftOut(_ program: Program) throws {
    let stray = "line\t1\t1\t流浪的一行\n# 流浪\nend\tok\n"
    let outcome = try run(program, Sample.first + stray + Sample.second)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("outside a document"))
    #expect(outcome.messages.split(separator: "\n").count == 1)
    let clean = try run(program, Sample.first + Sample.second)
    #expect(Difference("the output", clean.output, outcome.output) == nil)
  }

  /// Records that are none, and what is said of them.
  static let faults: [(record: String, words: String)] = [
    ("line\t4\t1", "columns"),
    ("text\t4\t1\t0", "columns"),
    ("section\t4\t1\t1\theading\t一、\t做法", "columns"),
    ("metric\t4\t1\t3座\t3\t座\t=\tcount\t\t", "columns"),
    ("line\t04\t1\t甲", "LINE"),
    ("line\t0\t1\t甲", "LINE"),
    ("line\t4\t-1\t甲", "COL"),
    ("line\t4\t\t甲", "COL"),
    ("text\t4\t1\t1001\t甲", "DEPTH"),
    ("text\t4\t1\t99999999999999999999\t甲", "DEPTH"),
    ("line\t4\t1\t甲\\x", "backslash"),
    ("line\t4\t1\t甲\\", "backslash"),
    ("line\t4\t1\t甲\r", "carriage return"),
    ("", "type"),
    ("\t4\t1\t甲", "type"),
    ("end\tperhaps", "end"),
    ("end", "columns"),
  ]

  @Test(
    "A bad record fails its document with line and reason, and the next goes on",
    arguments: Program.allCases, faults)
  func badRecordFailsItsDocument(
    _ program: Program, _ fault: (record: String, words: String)
  ) throws {
    let bad = Sample.first.replacing(
      "x-mood\t1\t平\\t稳\n", with: fault.record + "\n")
    let outcome = try run(program, bad + Sample.second)
    #expect(outcome.status == 1)
    #expect(outcome.messages.hasPrefix("\(program.name): "))
    // Lines are counted from the document's own first record.
    #expect(outcome.messages.contains(":7: "))
    #expect(outcome.messages.contains(fault.words))
    let told = failures(program, outcome.text)
    #expect(!told.isEmpty && told.contains { $0.contains("line 7") })
    #expect(!outcome.text.contains("编织袋"))
    #expect(outcome.text.contains("河湾村人居环境整治情况"))
  }

  @Test("A doc record inside a document fails the open one", arguments: Program.allCases)
  func docInsideADocument(_ program: Program) throws {
    let outcome = try run(program, Sample.first.replacing("end\tok\n", with: "") + Sample.second)
    #expect(outcome.status == 1)
    let told = failures(program, outcome.text)
    #expect(told.count == 1 && told[0].hasPrefix("truncated"))
    #expect(outcome.text.contains("河湾村人居环境整治情况"))
  }

  @Test(
    "A doc record without an ID fails what stood open and what it opens",
    arguments: Program.allCases)
  func docWithoutID(_ program: Program) throws {
    let bad = Sample.first.replacing("x-mood\t1\t平\\t稳\n", with: "doc\treport/1\n")
    let outcome = try run(program, bad + Sample.second)
    #expect(outcome.status == 1)
    #expect(outcome.messages.split(separator: "\n").count == 2)
    let told = failures(program, outcome.text)
    #expect(told.count == 2)
    #expect(told.first?.hasPrefix("truncated") == true)
    #expect(told.last?.contains("columns") == true)
    #expect(!outcome.text.contains("编织袋"))
    #expect(outcome.text.contains("河湾村人居环境整治情况"))
  }

  @Test("After a document's error the input is read to its end", arguments: Program.allCases)
  func inputIsDrained(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.longText, to: "large")
    let texts = try sandbox.run(
      "{ printf '\\377\\n'; cat large && echo whole >&2; } | \(program.name)")
    #expect(texts.status == 1)
    #expect(texts.messages.contains("whole\n"))
    let records = try sandbox.run(
      "{ printf 'doc\\treport/1\\ta\\nline\\n'; cat large && echo whole >&2; } | \(program.name)")
    #expect(records.status == 1)
    #expect(records.messages.contains("whole\n"))
  }

  @Test("A stream of documents without content is a stream", arguments: Program.allCases)
  func emptyDocuments(_ program: Program) throws {
    let stream = "doc\treport/1\t\nend\tok\ndoc\treport/1\t\nend\tok\n"
    let outcome = try run(program, stream)
    #expect(outcome.status == 0 && outcome.messages == "")
    if program != .toJSON { #expect(outcome.text == stream) }
  }
}
