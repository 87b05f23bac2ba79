import Filters
import Testing

@testable import split_sections

@Suite struct LawTests {
  /// Texts made of what outlines are made of, so that every decision is met by chance.
  private func report(_ random: inout SeededGenerator, lines: Int) -> String {
    let words = [
      "一、", "（一）", "1.", "1、", "（1）", "①", "第一章", "第二条 ", "一是", "二是", "三是", "首先，", "其次，", "最后，",
      "第一，", "第二，", "。", "；", "：", "，", "“", "”", "（", "）", "——", "附件", "附件1", "目录", "原因",
      "2024年5月6日",
      "工作", "情况的报告", "加强领导", "现将有关情况", "　", " ", "\t", "\u{A0}", "1.1", "2", "#", "、", "\\", "\0",
      "🙂", "e\u{301}",
      "\u{FEFF}", "A.", "十一、", "百", "第", "〇",
      "？", "3.5", "2.", "2、", "7月", "万元", "；2、", "；（2）", "；②", "第一阶段", "第二阶段", "第一步，", "第二组：",
      "第一章：", "壹", "第6期",
      "日电", "第三条", "工作报告", "各位代表：", "**一、", "**", "第一篇：", "【篇2】", "问题一：", "问题2、", "收获一：", "一抓",
      "二抓",
      "第一要", "《", "》", "一：", "第1章", "总则 ", "一季度",
      "我们一是", "■", "◆", "（—）", "—、", "l、", "1\u{FE0F}\u{20E3}", "🌟", "【一】", "1-1 ", "i.", "ii.",
      "一。",
      "2。", "|", "9.9", "9%", "编者按：", "标题：", "【提纲】", "为了", "2024年", "第一件，", "第1页", "证据一：",
    ]
    var text = ""
    for _ in 0..<lines {
      for _ in 0..<Int.random(in: 0...14, using: &random) {
        text += words.randomElement(using: &random) ?? ""
      }
      text += "\n"
    }
    // At the very start it would be a byte order mark, which is no text.
    while text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return text
  }

  /// The line without its outer blanks, by the contract's own list of blanks.
  private func trimmed(_ line: Substring.UnicodeScalarView) -> String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      [0x09, 0x20, 0xA0, 0x3000].contains(scalar.value) || (0x2000...0x200A).contains(scalar.value)
    }
    var line = line.drop(while: isBlank)
    while let last = line.last, isBlank(last) { line.removeLast() }
    return String(Substring(line))
  }

  @Test("Nothing is lost: the records of each line, put together, are the line", arguments: 0..<40)
  func lossless(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = report(&random, lines: Int.random(in: 1...600, using: &random))
    let records = split(text)
    var whole: [Int: String] = [:]
    for record in records {
      let before = whole[record.line, default: ""]
      let line = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)[
        record.line - 1]
      let start = line.prefix(record.column - 1).count
      #expect(
        start == record.column - 1
          && String(Substring(line.dropFirst(start))).hasPrefix(record.content),
        "seed \(seed), \(record)")
      whole[record.line] = before + record.content
    }
    for (index, line) in text.unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      let wanted = trimmed(line)
      #expect(
        Array(whole[index + 1, default: ""].unicodeScalars) == Array(wanted.unicodeScalars),
        "seed \(seed), line \(index + 1)")
    }
    #expect(records.map(\.line) == records.map(\.line).sorted(), "seed \(seed)")
  }

  @Test("Any bytes come through under --invalid replace", arguments: 0..<30)
  func anyBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes = Array(report(&random, lines: 60).utf8)
    for _ in 0..<200 {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    let run = SplitSections.rehearse("--invalid=replace", "--encoding=utf-8", input: bytes)
    #expect(run.status == .success, "seed \(seed): \(run.messages)")
    #expect(run.text.hasSuffix("end\tok\n"), "seed \(seed)")
  }

  @Test("A stream that is not UTF-8 comes through byte for byte", arguments: 0..<20)
  func rawBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var lines: [[UInt8]] = []
    for line in report(&random, lines: 80).split(separator: "\n") {
      var bytes = Array(line.utf8).filter { $0 > 0x1F && $0 != UInt8(ascii: "\\") }
      if bytes.isEmpty { continue }
      for _ in 0..<4 {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0x80...0xFF, using: &random)
      }
      // Letters at both ends keep blanks out of the law.
      lines.append([0x78] + bytes + [0x78])
    }
    var stream = Array("doc\treport/1\tr.txt\n".utf8)
    for (index, line) in lines.enumerated() {
      stream += Array("line\t\(index + 1)\t1\t".utf8) + line + [0x0A]
    }
    stream += Array("end\tok\n".utf8)
    let output = SplitSections.rehearse(input: stream).output
    var whole = [[UInt8]](repeating: [], count: lines.count)
    for row in output.split(separator: 0x0A) {
      let columns = row.split(separator: 0x09, omittingEmptySubsequences: false).map(Array.init)
      guard columns.count > 3, let number = Int(String(decoding: columns[1], as: UTF8.self)) else {
        continue
      }
      let kept =
        columns[0].count == 4
        ? columns[4...] : columns[0].count == 5 ? columns[3...] : columns[5...7]
      whole[number - 1] += kept.joined()
    }
    #expect(whole == lines, "seed \(seed)")
  }

  @Test(
    "Whatever is asked for, nothing is lost, and what was segmented passes unchanged",
    arguments: ["--no-items", "--max-depth=1", "--max-depth=2"])
  func options(option: String) {
    for seed in 100..<112 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let text = report(&random, lines: Int.random(in: 1...200, using: &random))
      let run = SplitSections.rehearse(option, input: Array(text.utf8))
      #expect(SplitSections.rehearse(input: run.output).output == run.output, "seed \(seed)")
      var whole: [Int: String] = [:]
      for record in split(text, option) { whole[record.line, default: ""] += record.content }
      for (index, line) in text.unicodeScalars.split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() {
        #expect(
          Array(whole[index + 1, default: ""].unicodeScalars)
            == Array(trimmed(line).unicodeScalars),
          "seed \(seed), line \(index + 1)")
      }
    }
  }

  @Test("It does not matter in which pieces the input arrives", arguments: [1, 2, 3, 7, 61, 4096])
  func pieces(size: Int) {
    var random = SeededGenerator(seed: UInt64(size))
    let bytes = Array(report(&random, lines: 300).utf8)
    let whole = SplitSections.rehearse(input: bytes)
    #expect(SplitSections.rehearse(input: bytes, pieces: [size]).output == whole.output)
  }

  @Test("A segmented stream passes unchanged", arguments: 0..<10)
  func twice(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let once = SplitSections.rehearse(input: Array(report(&random, lines: 300).utf8))
    #expect(SplitSections.rehearse(input: once.output).output == once.output, "seed \(seed)")
  }

  @Test("Every record that is no line comes out again, once and in order", arguments: 0..<20)
  func others(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var stream = "doc\treport/1\tr.txt\n"
    var number = 0
    for (index, line) in report(&random, lines: 200).split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      let text = line.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing(
        "\0", with: "\\0")
      stream += "line\t\(index + 1)\t1\t\(text)\n"
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        number += 1
        stream += random.next() % 2 == 0 ? "x-note\t\(number)\n" : "# \(number)\n"
      }
    }
    stream += "end\tok\n"
    let output = SplitSections.rehearse(input: Array(stream.utf8)).text
    func notes(_ stream: String) -> [Substring] {
      stream.split(separator: "\n").filter { $0.hasPrefix("x-") || $0.hasPrefix("#") }
    }
    #expect(notes(output) == notes(stream), "seed \(seed)")
  }

  @Test(
    "A line of many megabytes takes linear time and loses nothing",
    arguments: [
      "一是甲，", "一、“", "（", "①", "第一，", "一是甲。二是乙。", "“一是甲。二是乙。", "第一章 第一条", "第一条甲。第二条", "总结 一、",
    ])
  func hugeLine(word: String) {
    let count = 2_000_000 / word.utf8.count
    let line = String(repeating: word, count: count)
    let clock = ContinuousClock()
    var records: [SplitRecord] = []
    let time = clock.measure { records = split(line) }
    #expect(records.map(\.content).joined().utf8.count == line.utf8.count)
    #expect(time < .seconds(20))
  }
}
