import Filters
import Foundation
import Testing

@testable import strip_ads

/// Every row of the pack has a line that it fires in and that goes, and a line with its words that stays.
///
/// The lines are data: Examples/goes.txt and Examples/stays.txt. Who adds a row to the pack adds a line to each.
@Suite struct RuleExampleTests {
  static let goes = lines("goes.txt")
  static let stays = lines("stays.txt")

  private static func lines(_ name: String) -> [String] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Examples")
    let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    return (text ?? "").split(separator: "\n").map(String.init)
  }

  /// What becomes of each line between the paragraphs of a report: all of them in one run, a document each.
  private static func kept(_ lines: [String]) -> [Bool] {
    var input = ""
    for (index, line) in lines.enumerated() {
      input += "doc\treport/1\t\(index)\n"
      for (place, text) in (prose + [line] + prose).enumerated() {
        input += "line\t\(place + 1)\t1\t\(text)\n"
      }
      input += "end\tok\n"
    }
    var kept = [Bool](repeating: false, count: lines.count)
    var document = 0
    for row in StripAds.rehearse(input: Array(input.utf8)).text.split(separator: "\n") {
      let columns = row.split(separator: "\t", omittingEmptySubsequences: false)
      if columns[0] == "doc" { document = Int(columns[2]) ?? 0 }
      if columns[0] == "line", columns[1] == "\(prose.count + 1)" {
        kept[document] = columns[3] == lines[document]
      }
    }
    return kept
  }

  @Test("There are lines that go and lines that stay") func data() {
    #expect(Self.goes.count >= 300 && Self.stays.count >= 400)
  }

  @Test("Every line of goes.txt goes, or loses a piece") func goesGo() {
    let stayed = zip(Self.goes, Self.kept(Self.goes)).filter(\.1).map(\.0)
    #expect(stayed == [])
  }

  @Test("Every line of stays.txt stays as it is") func staysStay() {
    let gone = zip(Self.stays, Self.kept(Self.stays)).filter { !$0.1 }.map(\.0)
    #expect(gone == [])
  }

  @Test("No word of the pack is a comment by mistake: # is quoted, or a blank follows")
  func comments() {
    let pack = String(decoding: strip_ads.PackageResources.debris_pack, as: UTF8.self)
    let words = pack.split(whereSeparator: { $0 == " " || $0 == "\n" })
    #expect(words.filter { $0.hasPrefix("#") && $0 != "#" } == [])
  }

  @Test("Every row of the pack fires in a line that goes, and its words stand in a line that stays")
  func rows() throws {
    let rules = try builtInRules()
    var words = Words(of: rules)
    for line in Self.goes { words.note(line, goes: true) }
    for line in Self.stays { words.note(line, goes: false) }
    let pack = try Pack(strip_ads.PackageResources.debris_pack, name: "debris.pack")
    var missing: [String] = []
    for group in pack.groups {
      for row in group.rows where words.rowsWithRules.contains(row.line) {
        let place = "line \(row.line) [\(group.name)] \(row.words.first ?? "")"
        let fires = words.fired.contains(row.line)
        let stays = words.stays.contains(row.line)
        // What speaks for the report need not be in a line that goes.
        if !fires, group.name != "shield" { missing.append("nothing goes by " + place) }
        if !stays { missing.append("nothing stays with words of " + place) }
      }
    }
    #expect(missing == [])
  }

  @Test(
    "Rows without patterns fire too",
    arguments: [
      // labels, hosts, navigation, marks, openings, endings
      ("威信：abc20231", true), ("请看 https://pan.xunlei.com/s/VNabc", true), ("打印 关闭 返回顶部", true),
      ("<paid>", true), ("某号：abc20231", false), ("请看 https://www.lishui.gov.cn/s/VNabc", false),
      ("打印、关闭、返回", false), ("<page>", false), ("扫码加入群聊下载", true), ("扫码可查看成果展示。", false),
      ("A.扫码加入群聊下载", false), ("甲扫码加入群聊下载", false),
      // ① between a label and a number, ➕ for 加, a number too long for a count of clicks
      ("学习QQ群①：712345678 学习QQ群②：712345679", true), ("➕我微信领真题", true),
      ("QQ：712345678", true), ("微信 12 收藏 3 打印", true),
    ])
  func rowsWithoutPatterns(line: String, goes: Bool) {
    #expect(Self.kept([line]) == [!goes])
  }
}

/// In which lines the rules of each row fire, and in which their words stand.
private struct Words {
  /// The rows whose rules fired in a line that goes, and those whose words stand in one that stays.
  var fired: Set<Int> = []
  var stays: Set<Int> = []
  let rowsWithRules: Set<Int>
  private let rules: DebrisRules
  private var judge: LineJudge
  /// The literals of each rule that say something.
  private let literals: [[[UInt8]]]

  init(of rules: DebrisRules) {
    self.rules = rules
    judge = LineJudge(rules)
    rowsWithRules = Set(rules.rules.map(\.source.line))
    let patterns = rules.patterns
    literals = rules.rules.indices.map { number in
      patterns.parts(of: number).flatMap { part -> [[UInt8]] in
        guard case .literals(let choice) = part else { return [] }
        let least = patterns.anchor(of: number) == nil ? 3 : 6
        return patterns.choices.texts(of: patterns.choices[choice]).filter { $0.count >= least }
      }
    }
  }

  mutating func note(_ line: String, goes: Bool) {
    judge.folded.fold(Array(line.utf8).span)
    let text = Array(judge.folded.bytes[..<judge.folded.count])
    for (number, rule) in rules.rules.enumerated() {
      if goes {
        if !fired.contains(rule.source.line), fires(number, in: text) {
          fired.insert(rule.source.line)
        }
      } else if !stays.contains(rule.source.line) {
        let stands = literals[number].contains { contains($0, text) }
        if stands { stays.insert(rule.source.line) }
      }
    }
  }

  private func fires(_ number: Int, in text: [UInt8]) -> Bool {
    let choices = rules.patterns.choices
    let anchors = rules.patterns.anchor(of: number).map { choices.texts(of: $0) }
    let starts = (judge.folded.core.lowerBound, judge.folded.afterNumber)
    for place in 0..<text.count {
      if let anchors,
        !anchors.contains(where: { text.span.starts(with: $0.span, at: place) })
      {
        continue
      }
      if rules.patterns.match(
        number, text.span, at: place, starts: starts, end: judge.folded.core.upperBound) != nil
      {
        return true
      }
    }
    return false
  }

  private func contains(_ word: [UInt8], _ text: [UInt8]) -> Bool {
    guard word.count <= text.count else { return false }
    return (0...text.count - word.count).contains { text.span.starts(with: word.span, at: $0) }
  }
}
