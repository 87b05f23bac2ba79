import Foundation
import Testing

/// Lines of many megabytes: linear time, a limit with a clear message, nothing lost.
///
/// No clock decides: a filter that is not linear meets the limit of every script instead.
@Suite struct HugeLineTests {
  /// A piece of a report without advertisement, repeated to lines of many megabytes.
  static let sentence = "一年来，在上级和同志们的支持下，认真履行岗位职责，较好完成了各项任务，全年走访群众84户，满意度进一步提升；"

  @Test("A line of many megabytes goes through whole", arguments: Program.allCases)
  func hugeLineGoesThrough(_ program: Program) throws {
    let sandbox = try Sandbox()
    let size = 60_000_000
    let count = size / Self.sentence.utf8.count + 1
    try sandbox.write("一行" + String(repeating: Self.sentence, count: count) + "。\n", to: "r.txt")
    let outcome = try sandbox.run(
      "\(program.call) r.txt | tr -d '\\n' | wc -c")
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    let length = Int(outcome.text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    #expect(length > size)
  }

  @Test(
    "A line of one thing again and again goes through in linear time", arguments: Program.allCases,
    ["一", "9", "（", "、", " ", "*", "\"", "百", "第", "。", "<", "关注", "我们见http://pan.baidu.com/s/1并"])
  func longRunGoesThrough(_ program: Program, _ piece: String) throws {
    let sandbox = try Sandbox()
    // Long enough that a filter of quadratic time takes hours.
    let count = 4_000_000 / piece.utf8.count
    try sandbox.write(String(repeating: piece, count: count), to: "r.txt")
    let outcome = try sandbox.run("\(program.call) --expect 1 r.txt >output")
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
  }

  @Test("A line full of figures takes memory for the line and not for its figures")
  func denseLineStaysSmall() throws {
    let sandbox = try Sandbox()
    let line = String(repeating: "会议5次，", count: 500_000)
    try sandbox.write(line + "\n", to: "text")
    try sandbox.write("doc\treport/1\ta\ntext\t1\t1\t1\t\(line)\nend\tok\n", to: "stream")
    for file in ["text", "stream"] {
      // The line is 6.5 MB; its metrics, all held, took 80 and more.
      let outcome = try sandbox.run(
        "ulimit -v 70000; extract-metrics \(file) | grep -c ^metric")
      #expect(outcome.text == "500000\n", "\(outcome.messages)")
    }
  }

  @Test("A line above --max-line fails its document and no other", arguments: Program.allCases)
  func limitFailsOneDocument(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write("短行\n" + String(repeating: "长", count: 400) + "\n尾行\n", to: "long.txt")
    try sandbox.write("后一份。\n", to: "next.txt")
    let outcome = try sandbox.run("\(program.call) --max-line 1K long.txt next.txt")
    #expect(outcome.status == 1)
    #expect(
      outcome.messages.hasPrefix("\(program.name): long.txt:2: the line is longer than 1024 bytes"))
    #expect(outcome.messages.contains("--max-line"))
    #expect(outcome.messages.split(separator: "\n").count == 1)
    #expect(outcome.text.contains("短行") && outcome.text.contains("后一份"))
    #expect(!outcome.text.contains("尾行"))
    #expect(try sandbox.run("\(program.call) --max-line 1200 long.txt").status == 0)
  }

  @Test(
    "A line of exactly --max-line is read, in a text and in a stream", arguments: Program.allCases)
  func limitItselfIsRead(_ program: Program) throws {
    let sandbox = try Sandbox()
    let record = "line\t1\t1\t" + String(repeating: "x", count: 91)
    try sandbox.write("doc\treport/1\ta\n\(record)\nend\tok\n", to: "stream")
    try sandbox.write(String(repeating: "y", count: 100) + "\n", to: "text")
    for file in ["stream", "text"] {
      #expect(try sandbox.run("\(program.call) --max-line 100 \(file)").status == 0)
      let outcome = try sandbox.run("\(program.call) --max-line 99 \(file)")
      #expect(outcome.status == 1)
      #expect(outcome.messages.contains("the line is longer than 99 bytes"))
    }
  }

  @Test("Endless input without a line end meets the limit", arguments: Program.allCases)
  func endlessLineMeetsTheLimit(_ program: Program) throws {
    let outcome = try Sandbox().run(
      "head -c 100000000 /dev/zero | tr '\\0' x | \(program.call) >output")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("the line is longer than 67108864 bytes"))
  }
}
