import Filters
import Testing

@testable import strip_ads

/// What sites print above a page's text.
@Suite struct PageHeadTests {
  static let text = prose.joined(separator: "\n") + "\n"

  @Test(
    "A menu and the way to the page go with the names before and in them",
    arguments: [
      ["某某县人民政府", "今天是：2024年3月5日 星期二", "首 页", "政务公开", "山水某某", "新闻中心", "互动交流"],
      ["某某县人民政府", "搜索", "当前位置：首页 > 政务公开 > 部门动态"],
      ["某某县人民政府", "搜索", "当前位置：", "首页", ">", "政务公开", ">", "部门动态"],
      ["某某县人民政府", "English", "首页 / 政务公开 / 年度总结"],
      ["某某大学办公室", "首页丨部门简介丨工作动态丨下载中心"], ["", "[网站首页]", "", "法院概况", "诉讼服务", "司法公开", ""],
      ["登录 | 注册", "某某市信息网", "网站首页 → 政务公开 → 正文"], ["甲市日报", "登录", "首页", ">", "新闻", ">", "本地要闻"],
      ["某网", "登录", "注册", "某网>>某地频道>>要闻"],
    ] as [[String]])
  func goes(head: [String]) {
    let above = head.map { $0 + "\n" }.joined()
    // A title that says nothing of titles, and one that does.
    for title in ["廉政心里话\n", "2023年度工作总结\n"] {
      #expect(strip(above + title + Self.text) == title + Self.text)
    }
  }

  @Test(
    "Lines at a document's head stay without a menu and without a way, and so does what may be the title",
    arguments: [
      ["某某县人民政府", "廉政心里话", "政务公开"], ["首页", "栏目设置"], ["某某县人民政府", "政务公开", "互动交流", "新闻中心"],
      ["述职报告", "某某县人民政府", "首页", "政务公开", "新闻中心", "互动交流"], ["代表工作", "监督工作", "人事任免", "决议决定"],
      ["一、网站首页", "首页", "政务公开", "新闻中心", "互动交流"],
      ["首页改版后设五个栏目，运行平稳。", "首页", "政务公开", "新闻中心", "互动交流"],
    ] as [[String]])
  func stays(head: [String]) {
    let text = head.map { $0 + "\n" }.joined() + Self.text
    #expect(strip(text) == text)
  }

  @Test("What may be the title's first line stays behind the way to the page, and behind a menu")
  func titleOfTwoLines() {
    let title = "某某县教育局\n廉政心里话\n"
    for head in ["某某网\n登录\n首页 > 政务公开 > 部门动态 >\n", "首页\n政务公开\n互动交流\n新闻中心\n"] {
      #expect(strip(head + title + Self.text) == title + Self.text)
    }
  }

  @Test("A name that nothing is known of stays as a document's first line")
  func firstLine() {
    let menu = "首页\n政务公开\n山水某某\n互动交流\n新闻中心\n"
    #expect(strip("廉政心里话\n" + menu + Self.text) == "廉政心里话\n" + Self.text)
  }

  @Test("Short names below 首页 are a menu if they are many, or lead to the way, whatever they say")
  func unknownMenu() {
    let names = ["甲园", "乙苑", "丙台", "丁廊", "戊坛", "己窗", "庚桥", "辛谷"]
    let text = "关于甲乙丙丁工作情况的通报\n" + Self.text
    let long = "首页\n" + names.map { $0 + "\n" }.joined()
    // The last two may be the title and who wrote it.
    #expect(strip(long + "壬山\n" + text) == "辛谷\n壬山\n" + text)
    #expect(strip(long + text) == long + text)
    let short = "首页\n" + names[..<5].map { $0 + "\n" }.joined()
    #expect(strip(short + "首页 - 甲园\n" + text) == text)
    #expect(strip(short + text) == short + text)
    let row = "网站首页 甲园 领导 报告 丁廊\n"
    #expect(strip(row + text) == text)
  }

  @Test("Names of other sites go above what a site says of itself, and stay where it says nothing")
  func links() {
    let links = "友情链接\n中国政府网\n某某县人民政府\n某某日报\n"
    let site = "主办：某某县人民政府办公室\n某ICP备12345678号-1\n"
    let long = String(repeating: Self.text, count: 4)
    #expect(strip(long + links + site) == long)
    let names = "联系我们\n县教育局\n张某\n某某县教育局\n"
    #expect(strip(long + names) == long + names)
  }

  @Test(
    "Pictures and bars between a page's tools are no names, and a group ends with the first paragraph"
  )
  func tools() {
    let tools = "分享：\n\u{E600}\n\u{E601}\nT | T\n打印\n"
    #expect(strip("廉政心里话\n" + tools + Self.text) == "廉政心里话\n" + Self.text)
    let row = "关于本站 丨 使用帮助 丨 网站地图 丨 网站统计\n"
    #expect(strip(Self.text + row) == Self.text)
    let items = "网站首页\n友情链接\n网站地图\n"
    let long = String(repeating: Self.text, count: 4)
    #expect(strip("工作通报\n" + Self.text + items + long) == "工作通报\n" + Self.text + items + long)
  }

  @Test(
    "What is no name is refused in a pack, and so is a star before the way",
    arguments: [("", "*"), ("", "**"), ("", "甲*乙"), ("", "*甲*"), (" way=yes", "当前位置*")])
  func noName(key: String, word: String) throws {
    let pack = try Pack(Array("[menu\(key)]\n首页 \(word)\n".utf8), name: "test")
    let failure = #expect(throws: PackFailure.self) { try DebrisRules([pack]) }
    #expect(failure?.line == 2)
    #expect(failure?.reason.hasSuffix(": \(word)") == true)
  }

  @Test("Where most names are unknown, or the document breaks off, all stays")
  func doubt() {
    let names = ["甲山", "乙水", "丙川", "丁湖", "戊桥", "己亭", "庚塔", "辛园", "壬湾"].map { $0 + "\n" }.joined()
    let menu = "首页\n政务公开\n互动交流\n新闻中心\n"
    #expect(strip(names + names + menu + Self.text) == names + names + menu + Self.text)
    #expect(strip("政务公开\n甲山\n" + menu + Self.text) == Self.text)
    let broken =
      "doc\treport/1\tx\nline\t1\t1\t首页\nline\t2\t1\t政务公开\nline\t3\t1\t互动交流\nline\t4\t1\t新闻中心\n"
    let rows = StripAds.rehearse(input: Array(broken.utf8)).text.split(separator: "\n")
    #expect(rows.filter { $0.hasPrefix("line") }.count == 4)
  }

  @Test("Heads that are too long stay")
  func tooLong() {
    let head = "首页\n政务公开\n新闻中心\n" + String(repeating: "互动交流\n", count: 200)
    #expect(strip(head + Self.text) == head + Self.text)
  }

  @Test(
    "Stripping twice is stripping once, and nothing is lost", arguments: 0..<600 as Range<UInt64>)
  func laws(seed: UInt64) {
    let pieces = [
      "首页", "网站首页", "政务公开", "互动交流", "新闻中心", "某某县人民政府", "当前位置：", "当前位置：首页 > 政务公开", ">", "搜索", "打印",
      "收藏",
      "山水某某", "廉政心里话", "2023年工作总结", "", "　", "登录 | 注册", "【字号：大 中 小】", "关注公众号，后台回复“总结”领取全套模板",
      "需要的联系微信", "来源：县政府办", "- 3 -", "友情链接", prose[0],
    ]
    var random = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<Int.random(in: 1...24, using: &random) {
      text += (pieces.randomElement(using: &random) ?? "") + "\n"
    }
    let once = strip(text)
    #expect(strip(once) == once, "seed \(seed)")
    #expect(strip(text, pieces: [1]) == once, "seed \(seed)")
    let lines = records(text).map { ($0.line, $0.text) }
    let source = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.allSatisfy { source[$0.0 - 1] == $0.1 }, "seed \(seed)")
    #expect(Set(lines.map(\.0)).count == source.count - 1, "seed \(seed)")
  }
}
