import Filters
import Testing

@testable import extract_metrics

@Suite struct LawTests {
  private static let words = [
    "召开", "会议", "党员", "3", "12.5", "1,200", "三", "十二", "百", "万", "亿", "余", "多", "几", "个", "名", "万元",
    "%", "个百分点", "增长", "下降",
    "约", "以上", "，", "、", "。", "；", "**", "X", "某", "“", "”", "（", "）", "《", "》", "第", "每", "年", "月",
    "日", "至", "-", "—", "半", "成", "分之",
    "的", "和", "等", "分别", "到", "从", "社区", "A", " ", "　", "/", ".", "点", "零", "两", "一", "上", "近", "负",
  ]

  private func line(_ random: inout SeededGenerator, most: Int) -> [UInt8] {
    var line: [UInt8] = []
    for _ in 0..<Int.random(in: 0...most, using: &random) {
      line += Array((Self.words.randomElement(using: &random) ?? "").utf8)
      // Now and then a byte that is no character.
      if Int.random(in: 0..<40, using: &random) == 0 {
        line.append(UInt8.random(in: 0...255, using: &random))
      }
    }
    return line.map { $0 == 9 || $0 == 10 || $0 == 13 ? 32 : $0 }
  }

  @Test(arguments: 1...8)
  func `figures never overlap, stand in order, and are part of their line`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var finder = try Finding.finder()
    for _ in 0..<1_500 {
      let line = line(&random, most: 60)
      var end = 0
      for metric in finder.findings(in: line).map(\.metric) {
        #expect(metric.text.lowerBound >= end && metric.text.upperBound <= line.count, "\(seed)")
        #expect(!metric.text.isEmpty && !metric.value.isEmpty, "\(seed)")
        #expect(metric.label.upperBound <= line.count && metric.per.upperBound <= line.count)
        end = metric.text.upperBound
      }
    }
  }

  @Test(arguments: 1...4)
  func `a line gives the same figures whatever lines came before`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var used = try Finding.finder()
    for _ in 0..<150 {
      let line = line(&random, most: 80)
      var fresh = try Finding.finder()
      #expect(used.findings(in: line) == fresh.findings(in: line), "seed \(seed)")
    }
  }

  @Test(arguments: 1...8)
  func `a figure further on in a sentence brings no other to light`(seed: UInt64) throws {
    // The bytes of a sentence may tell that it states no figure; with one at its end it is read in any case.
    var random = SeededGenerator(seed: seed)
    var finder = try Finding.finder()
    for _ in 0..<600 {
      let line = line(&random, most: 12)
      let alone = finder.findings(in: line).map(\.bytes)
      let all = finder.findings(in: line + Array("，共5次".utf8)).map(\.bytes)
      #expect(
        Array(all.dropLast()) == alone, "seed \(seed): \(line)")
    }
  }

  @Test func `a line may be cut anywhere`() throws {
    var finder = try Finding.finder()
    let line = Array("每月召开约12.5万余次、第三个，增长百分之五至六%，“四个”**名；从3%到5%，半年两斤半".utf8)
    for end in line.indices {
      for start in [0, 1, 2, end / 2] where start <= end {
        _ = finder.findings(in: Array(line[start..<end]))
      }
    }
  }

  @Test func `a long line without any stop takes time by its length`() throws {
    var finder = try Finding.finder()
    let piece = Array("召开各类会议12次和培训3万余人增长5%某某两三百个一二三四五百千万亿".utf8)
    func time(_ count: Int) -> Duration {
      var line: [UInt8] = []
      for _ in 0..<count { line += piece }
      return ContinuousClock().measure {
        finder.begin()
        while finder.findMore(in: line.span) {}
      }
    }
    let short = time(2_000)
    let long = time(16_000)
    #expect(long < short * 8 * 4 + .milliseconds(200))
  }

  /// A stream with the records of split lines, and the same with those of whole lines.
  @Test(arguments: 1...6)
  func `segmenting first gives the same figures`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var whole = "doc\treport/1\t-\n"
    var split = whole
    for number in 1...120 {
      let text = String(decoding: line(&random, most: 40), as: UTF8.self)
        .replacing("\u{FFFD}", with: "").replacing("\0", with: "").replacing("\\", with: "")
      let scalars = Array(text.unicodeScalars)
      whole += "line\t\(number)\t1\t\(text)\n"
      // A label, a title and a stop, then two texts, cut anywhere.
      let cuts = (0..<4).map { _ in Int.random(in: 0...scalars.count, using: &random) }.sorted()
      func part(_ from: Int, _ to: Int) -> String {
        String(String.UnicodeScalarView(scalars[from..<to]))
      }
      split += "section\t\(number)\t1\t1\trunin\t\(part(0, cuts[0]))\t\(part(cuts[0], cuts[1]))\t"
      split += "\(part(cuts[1], cuts[2]))\nx-note\there\n"
      split += "text\t\(number)\t\(cuts[2] + 1)\t1\t\(part(cuts[2], cuts[3]))\n"
      split += "text\t\(number)\t\(cuts[3] + 1)\t1\t\(part(cuts[3], scalars.count))\n"
    }
    let first = ExtractMetrics.rehearse(input: Array((whole + "end\tok\n").utf8))
    let second = ExtractMetrics.rehearse(input: Array((split + "end\tok\n").utf8))
    func metrics(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { $0.hasPrefix("metric\t") }
    }
    #expect(metrics(first.text) == metrics(second.text), "seed \(seed)")
    #expect(!metrics(first.text).isEmpty)
  }

  @Test func `extracting twice changes nothing`() {
    let text = "一、成绩\n召开会议5次，发放资金3万元。\n\n覆盖4个村。\n"
    let once = ExtractMetrics.rehearse(input: Array(text.utf8))
    let twice = ExtractMetrics.rehearse(input: once.output)
    #expect(once.text.contains("metric\t2\t5\t5次\t5\t次\t=\tcount\t\t\t会议\n"))
    #expect(once.output == twice.output)
  }

  @Test func `a metric's column leads to its text`() throws {
    var random = SeededGenerator(seed: 31)
    var input = "doc\treport/1\t-\n"
    var lines: [String] = []
    for number in 1...300 {
      let text = String(decoding: line(&random, most: 30), as: UTF8.self)
        .replacing("\0", with: "").replacing("\\", with: "").replacing("\t", with: "")
      lines.append(text)
      input += "line\t\(number)\t7\t\(text)\n"
    }
    let output = ExtractMetrics.rehearse(input: Array((input + "end\tok\n").utf8)).text
    var count = 0
    for row in output.split(separator: "\n") where row.hasPrefix("metric\t") {
      let columns = row.split(separator: "\t", omittingEmptySubsequences: false)
      let line = try #require(Int(columns[1]))
      let start = try #require(Int(columns[2])) - 7
      let scalars = Array(lines[line - 1].unicodeScalars)
      let shown = Array(columns[3].unicodeScalars)
      #expect(Array(scalars[start..<start + shown.count]) == shown)
      count += 1
    }
    #expect(count > 100)
  }

  @Test func `a currency between two numerals belongs to the first alone`() throws {
    var finder = try Finding.finder()
    #expect(finder.findings(in: Array("○人民币亿".utf8)).count == 1)
  }

  @Test(arguments: 0..<9)
  func `a sentence that is read in pieces gives each figure once`(shift: Int) throws {
    var finder = try Finding.finder()
    var line = [UInt8](repeating: 0x61, count: shift)
    for _ in 0..<1_500 { line += Array("三个，".utf8) }
    #expect(finder.findings(in: line).count == 1_500)
  }
}
