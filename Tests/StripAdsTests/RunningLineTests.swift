import Filters
import Testing

@testable import strip_ads

@Suite struct RunningLineTests {
  /// A print of `pages` pages with what stands at the head and the foot of each; `%` is its number.
  static func print(
    head: [String] = [], foot: [String] = [], pages: Int = 4, lines: Int = 9, from first: Int = 1
  ) -> String {
    var text = "河湾村年度工作报告\n\n"
    for page in first..<first + pages {
      if page > first { for line in head { text += line.replacing("%", with: "\(page)") + "\n" } }
      for line in 0..<lines { text += "第\(page)组第\(line)户今年种植水稻若干亩，收成比上一年好。\n" }
      for line in foot { text += line.replacing("%", with: "\(page)") + "\n" }
    }
    return text
  }

  /// The same without what pages repeat.
  static func plain(pages: Int = 4, from first: Int = 1) -> String {
    print(pages: pages, from: first)
  }

  @Test(
    "A short line that comes back beside the page numbers goes, from its first copy on",
    arguments: [
      (["河湾村年度工作报告"], ["— % —"]), (["河湾村村民委员会"], ["第%页 共9页"]),
      ([], ["河湾村村民委员会", "- % -"]), ([], ["河湾村村民委员会", "", "", "第 % 页 / 共 9 页", ""]),
      (["\u{C}河湾村年度工作报告"], []), (["  河湾村年度工作报告  %"], []), (["% 河湾村年度工作报告"], []),
      ([], ["河湾村年度工作报告 第%页"]), ([], ["河湾村年度工作报告　　第%页 共9页"]),
      (["河湾村村民委员会"], ["河湾村年度工作报告", "— % —"]),
    ])
  func goes(head: [String], foot: [String]) {
    #expect(strip(Self.print(head: head, foot: foot)) == Self.plain())
  }

  @Test(
    "What comes back for another reason stays",
    arguments: [
      // No page number beside it.
      (["河湾村年度工作报告"], []), ([], ["河湾村村民委员会"]),
      // Rows of tables, labels, headings, and words that say nothing of a title.
      (["无"], ["— % —"]), (["同上同上"], ["— % —"]), (["合计  12  30  工作报告"], ["— % —"]),
      (["单位：万元（工作报告）"], ["— % —"]), (["附件一 工作报告"], ["— % —"]), (["一、工作报告"], ["— % —"]),
      (["（二）述职报告"], ["— % —"]), (["3.工作报告"], ["— % —"]), (["第三章 工作报告"], ["— % —"]),
      (["联系人王某某某"], ["— % —"]), (["请各组审议工作报告。"], ["— % —"]), (["报告人："], ["— % —"]),
    ])
  func stays(head: [String], foot: [String]) {
    let text = Self.print(head: head, foot: foot)
    let pages = foot.filter { $0 != "— % —" }
    #expect(strip(text) == Self.print(head: head, foot: pages))
  }

  @Test("Numbers that do not go on, and pages without text, prove nothing")
  func otherNumbers() {
    let body = String(repeating: "种植水稻若干亩，收成比上一年好。\n", count: 9)
    let jump = "总题\n\(body)— 3 —\n河湾村工作报告\n\(body)— 8 —\n河湾村工作报告\n\(body)"
    #expect(strip(jump) == jump.replacing("— 3 —\n", with: "").replacing("— 8 —\n", with: ""))
    let near = "总题\n\(body)— 3 —\n河湾村工作报告\n种植。\n— 4 —\n河湾村工作报告\n种植。\n"
    #expect(strip(near) == near.replacing("— 3 —\n", with: "").replacing("— 4 —\n", with: ""))
  }

  @Test("A title that comes once stays, and so do a signature and a date at the foot")
  func signature() {
    let text = Self.plain() + "河湾村村民委员会\n2024年1月5日\n"
    #expect(strip(text) == text)
    #expect(strip(text + "— 4 —\n") == text)
  }

  @Test("Two lines with a number at their ends are no pages yet", arguments: [2, 3])
  func numbered(copies: Int) {
    let text = Self.print(foot: ["河湾村工作报告 %"], pages: copies)
    #expect(strip(text) == (copies < 3 ? text : Self.plain(pages: copies)))
  }

  @Test("A first copy farther back than the window reaches stays")
  func farPages() {
    let text = Self.print(head: ["河湾村村民委员会"], foot: ["— % —"], pages: 4, lines: 300)
    let kept = strip(text)
    let bare = Self.print(pages: 4, lines: 300)
    #expect(kept.replacing("河湾村村民委员会\n", with: "") == bare)
    #expect(kept.split(separator: "\n").filter { $0 == "河湾村村民委员会" }.count == 1)
    #expect(strip(kept) == kept)
  }

  @Test(
    "Stripping twice is stripping once, in pieces too, and nothing is lost, whatever stands beside the pages",
    arguments: 0..<30 as Range<UInt64>)
  func laws(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var text = ""
    let margins = ["河湾村年度工作报告", "河湾村村民委员会", "工作报告 %", "资料下载请联系", "", "下载", "\u{C}年度总结", "无"]
    for page in 1...Int.random(in: 2...9, using: &random) {
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        text += (margins.randomElement(using: &random) ?? "").replacing("%", with: "\(page)") + "\n"
      }
      for _ in 0..<Int.random(in: 0...9, using: &random) {
        text += (LawTests.pieces.randomElement(using: &random) ?? "") + "\n"
      }
      text += ["— \(page) —\n", "第\(page)页 共9页\n", "", "\n"].randomElement(using: &random) ?? ""
    }
    let run = rehearse(["--audit", "a.tsv"], text)
    #expect(strip(run.text).utf8.elementsEqual(run.text.utf8), "seed \(seed)")
    #expect(rebuild(kept: run.output, audit: run.aside) == Array(text.utf8), "seed \(seed)")
    #expect(strip(text, pieces: [5]) == run.text, "seed \(seed)")
  }
}
