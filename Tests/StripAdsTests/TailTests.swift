import Testing

@testable import strip_ads

/// The tail of advertising and furniture that copies carry behind the report's end.
@Suite struct TailTests {
  private static let ads = ["更多范文请关注公众号“某某写作”，加微信 gw20251 免费领取", "精品文档，欢迎下载使用"]
  private static let row = "打印 关闭 返回顶部"

  /// A report with `lines` behind its end.
  private func report(_ lines: String...) -> String {
    document() + lines.map { $0 + "\n" }.joined()
  }

  @Test(
    "A line for which little speaks goes behind debris where nothing of the report follows",
    arguments: [
      "群友九月可留言", "✔ 九种开头随时查", "工作九则.docx", "🔥 九个岗位都有", "等您来", "您有需要请随时留言。", "校友会  教务处  某某处",
    ])
  func hints(line: String) {
    #expect(strip(report(Self.ads[0], line)) == document())
    #expect(strip(report(Self.ads[0], line, "", Self.ads[1])) == document())
    #expect(strip(report(line)) == report(line))
    #expect(strip(document(around: Self.ads[0], line)) == document(around: line))
  }

  @Test(
    "A line for which nothing speaks stays between debris, and keeps nothing before it",
    arguments: ["又是一年春", "张三丰", "（此件公开发布）", "共印99份", "奋进新征程 建功新时代", "99887766"])
  func unknown(line: String) {
    #expect(strip(report(Self.ads[0], Self.ads[1], line, Self.row)) == report(line))
    #expect(strip(report(Self.ads[0], "等您来", line, "", Self.ads[1], Self.row)) == report(line))
    #expect(strip(report(Self.ads[0], line)) == report(line))
    #expect(
      strip(document(around: Self.ads[0], Self.ads[1], line, Self.row)) == document(around: line))
  }

  @Test(
    "What a report ends with stays between debris, and so does what stands before it",
    arguments: [
      "2024年12月20日", "述职人：周某", "谢谢大家！", "附件：九项清单", "一、下一步打算", "1.九镇名单", "99　999　9.9", "999",
      "甲县人民政府办公室",
      "全县干部群众必将取得更大的成绩。",
    ])
  func ends(line: String) {
    let tail = report(Self.ads[0], Self.ads[1], "又是一年春", line, Self.row)
    #expect(strip(tail) == report("又是一年春", line))
  }

  @Test(
    "A row of a page's foot goes beside debris at the document's end, and nowhere else",
    arguments: ["主办：甲市某某局", "责任编辑：周某", "关键词：甲 乙", "版权所有：甲市某某局", "字数：约9千字", "您是第", "位访问者"])
  func foot(line: String) {
    #expect(strip(report(Self.row, line)) == document())
    #expect(strip(report(line, Self.row)) == document())
    #expect(strip(report(line)) == report(line))
    #expect(strip(document(around: Self.row, line)) == document(around: line))
  }

  @Test("Where the owner of a site is goes beside a site's own rows, and stays beside other debris")
  func owner() {
    let address = "地址：甲市乙路9号　邮编：999999"
    #expect(strip(report(Self.row, address)) == report(address))
    #expect(strip(report(address, "网站标识码：9999999999")) == document())
    #expect(strip(report(Self.row, "主办：甲市某某局", address)) == document())
  }

  @Test("Titles of any matter go behind the head of a site's list at the document's end")
  func lists() {
    let titles = ["又是一年春来早了", "☞ 九种开头，总有一种合用", "九则某某.doc"]
    let list = report(Self.row, "相关稿件", titles[0], titles[1], titles[2], Self.ads[0])
    #expect(strip(list) == document())
    #expect(strip(report("相关稿件", titles[0], Self.row)) == document())
    let signed = report("相关稿件", titles[0], "2024年12月20日")
    #expect(strip(signed) == signed)
  }

  @Test("Rows of signs go with a tail, and pictures beside advertising")
  func signs() {
    #expect(strip(report("● ● ●", Self.ads[0])) == document())
    #expect(strip(document(around: "● ● ●", Self.ads[0])) == document(around: "● ● ●"))
    #expect(strip(document(around: "👇👇👇", Self.ads[0])) == document())
    #expect(strip(document(around: "👇👇👇")) == document(around: "👇👇👇"))
  }

  @Test("A notice is known by a line behind advertising too")
  func notice() {
    let line = "各单位："
    let contact = "报名咨询QQ群：712345678"
    let notice = "某某培训\n\(line)\n" + document(around: contact)
    #expect(strip("某某培训\n\(Self.ads[0])\n\(line)\n" + document(around: contact)) == notice)
  }

  @Test("Behind what a site says of itself a notice of an office has no more to say")
  func siteOfNotice() {
    let notice = "某某培训\n各单位：\n" + document()
    let site = "主办：甲县某某局\n某ICP备12345678号-1\n"
    #expect(strip(notice + site + "您是第\n99887766\n位访问者\n") == notice + "99887766\n")
    #expect(strip(notice + "99887766\n位访问者\n") == notice + "99887766\n位访问者\n")
  }

  @Test(
    "The way to a page is names with arrows between them, and goes at a page's very head",
    arguments: [
      ("文库 > 办公 > 总结", true), ("首页›公开›某某", true), ("研发 > 生产 > 销售 全链条", false), ("文库 > 办公", false),
      ("9 > 8 > 7", false), ("文库 > 办公，> 总结", false), ("", false), (" > > ", false),
    ])
  func trail(line: String, expected: Bool) {
    let text = Array(line.utf8)
    #expect(text.span.isTrail == expected)
  }

  @Test("A site's menu is a row that begins with its first page")
  func menu() {
    let menu = "首页　本馆概况　读者服务　电子资源　特色馆藏"
    #expect(strip(menu + "\n" + document()) == document())
    #expect(strip("某某首页　本馆概况\n" + document()) == "某某首页　本馆概况\n" + document())
  }

  @Test(
    "The names of files are known by their ends",
    arguments: [
      ("总结.docx", true), ("总结.PDF ", true), ("总结docx", false), ("总结.9", false), (".doc", false),
      ("", false),
    ])
  func files(line: String, expected: Bool) {
    let text = Array(line.utf8)
    #expect(text.span.isFileName == expected)
  }
}
