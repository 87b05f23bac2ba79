import Filters
import Testing

@testable import strip_ads

/// What a line looks like, beside what it says.
@Suite struct FormTests {
  @Test(
    "A line calls out by its end, or by a picture at either end",
    arguments: [
      ("快来看！", true), ("快来看!", true), ("快来看~", true), ("**快来看！**", true), ("（快来看～）", true),
      ("快来看！ \r", true), ("👇快来看", true), ("快来看 ↓↓↓", true), ("快来看❤️", true), ("快来看。", false),
      ("“快！”他说", false), ("快！来看", false), ("快来看", false), ("", false), ("！", true), ("1～2月", false),
    ])
  func callsOut(line: String, expected: Bool) {
    #expect(Array(line.utf8).span.callsOut == expected)
  }

  @Test(
    "A line speaks to its reader as 您 or 你, outside of quotation marks",
    arguments: [
      ("为您推荐", true), ("你", true), ("请您", true), ("喊一声“你好”", false), ("喊一声「您好」", false),
      ("他问“谁”，你呢", true), ("为群众服务", false), ("", false), ("a您", true), ("”您", true), ("“您", false),
    ])
  func speaksToReader(line: String, expected: Bool) {
    #expect(Array(line.utf8).span.speaksToReader == expected)
  }

  @Test("A word to the reader is found wherever it stands", arguments: ["您", "你"])
  func speaksAnywhere(word: String) {
    for before in 0..<40 {
      for after in 0..<40 {
        let line =
          String(repeating: "a", count: before) + word + String(repeating: "b", count: after)
        #expect(Array(line.utf8).span.speaksToReader == true, "\(line)")
      }
    }
    // Its bytes in other characters, and its first two in another.
    let others = Array("介绍、伽马、悂、佡、悩".utf8)
    #expect(others.span.speaksToReader == false)
  }

  @Test("Long lines are not looked at for words to the reader")
  func longAddress() throws {
    let pack = "[evidence offer weight=80]\n墨香小铺\n[shield weight=10]\n展示\n"
    var judge = LineJudge(try DebrisRules([try Pack(Array(pack.utf8), name: "test")]))
    for (count, goes) in [(92, true), (93, false)] {
      let line = "墨香小铺展示给你" + String(repeating: "花", count: count)
      #expect(judge.read(Array(line.utf8).span).lineClass == (goes ? .debris : .kept), "\(count)")
    }
  }

  @Test(
    "A menu is three names or more between bars",
    arguments: [
      ("范文 | 模板 | 素材", true), ("范文｜模板｜素材", true), ("范文·模板·素材大全", true), ("范文 | 模板", false),
      ("| 范文 | 模板 | 素材 |", false), ("范文|模板|素材，免费", false), ("范文：甲|乙级|丙级", false),
      ("范文1 | 模板2 | 素材3", false), ("范文、模板、素材", false), ("", false),
      ("一个很长很长很长很长的名称 | 模板 | 素材", false),
    ])
  func isMenu(line: String, expected: Bool) {
    #expect(Array(line.utf8).span.isMenu == expected)
  }

  @Test(
    "What is not enough by itself goes where the line calls out, speaks to its reader or is a menu",
    arguments: [
      ("易材网网校上线了！", "易材网网校上线了"), ("欢迎收藏本文~", "欢迎收藏本文"),
      ("扫描下方二维码，让你的效率翻倍", "扫描下方二维码，让效率翻倍"),
      ("范文大全 | 公文模板 | 心得体会", "范文大全、公文模板、心得体会"), ("海量范文 | 公文模板下载 | 心得体会", "海量范文、公文模板下载、心得体会"),
    ])
  func forms(goes: String, stays: String) {
    #expect(strip(document(around: goes)) == document())
    #expect(strip(document(around: stays)) == document(around: stays))
  }

  @Test(
    "What reports call out stays, and so do their names between bars",
    arguments: [
      "谢谢大家！", "让我们携手并肩，奋力谱写新篇章！", "请领导和同志们批评指正！", "希望我的发言能够帮助到大家！",
      "守初心 | 担使命 | 抓落实", "教育局 | 民政局 | 人社局", "论文 | 专利 | 课程", "公文写作 · 会议组织 · 信息报送",
    ])
  func stays(line: String) {
    #expect(strip(document(around: line)) == document(around: line))
  }

  @Test("A label covers a line as the name behind it does, a telephone's does not")
  func labels() {
    #expect(strip(document(around: "纸飞机：gongwen_2024")) == document())
    for line in ["电话：13900001111", "站长：13900001111", "编号：gongwen_2024"] {
      #expect(strip(document(around: line)) == document(around: line))
    }
  }

  @Test("That a telephone is WeChat's too is no advertising in a report's contacts")
  func sameNumber() {
    for line in [
      "联系人：张三，电话13900001111（微信同号）", "联系人：李老师，联系电话：13900001111（微信同号）。",
      "会务联系人：王芳 13900001111（微信同号）",
    ] {
      #expect(strip(document(around: line)) == document(around: line))
    }
  }
}
