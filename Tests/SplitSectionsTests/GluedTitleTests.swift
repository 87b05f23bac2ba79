import Testing

@testable import split_sections

@Suite struct GluedTitleTests {
  @Test(
    "A title ends where the body begins in its line",
    arguments: [
      ("某站工作报告一、概况\n正文。\n二、打算", "某站工作报告"), ("某站工作报告（一）概况。正文。\n（二）打算。", "某站工作报告"),
      ("某站管理办法第一章 总则\n第一条 甲为乙。\n第二章 附则", "某站管理办法"),
      ("某站年度工作总结一、学习。多学。二、工作。多干。", "某站年度工作总结"),
      ("某站工作报告各位代表：\n现在报告工作。", "某站工作报告"), ("在全县大会上的讲话 同志们！今天开会。", "在全县大会上的讲话 "),
      ("某站年度工作总结　2023年，我站抓好了学习。\n一、学习", "某站年度工作总结　"),
      ("首页\n某站工作方案（试行） 为了做好工作，制定本方案。", "某站工作方案（试行） "),
    ])
  func cuts(text: String, title: String) {
    let records = split(text)
    let first = records.first { $0.type == "title" }
    #expect(first?.content == title)
    let line = text.split(separator: "\n")[(first?.line ?? 1) - 1]
    #expect(records.filter { $0.line == first?.line }.map(\.content).joined() == line)
  }

  @Test("What follows the title in its line is read as a line by itself")
  func rest() {
    #expect(
      outline("某站工作报告一、概况。正文。一是学。二是干。\n二、打算") == [
        "0 title 某站工作报告", "1 runin 一、 概况", "2 item 一是 学", "2 item 二是 干", "1 heading 二、 打算",
      ])
    #expect(
      outline("某站工作报告 我站的主要做法：一是学。二是干。") == ["0 title 某站工作报告 ", "1 item 一是 学", "1 item 二是 干"])
  }

  @Test(
    "A line is no title where none ends in it, or nothing follows",
    arguments: [
      "某站工作报告一、概况\n正文。", "某站情况一、概况\n正文。\n二、打算", "关于落实《某站报告 已经收悉。", "某站工作报告已经收悉。正文。",
      "某站工作报告 已收悉。", "小编的报告 我们整理了一篇报告。\n某站工作情况", "某站工作报告同志们说起，已经收悉。",
      "一、某站工作报告 已经由大会通过。",
    ])
  func keeps(text: String) {
    #expect(
      split(text).filter { $0.line == 1 && $0.type == "title" }.allSatisfy {
        $0.content == text.split(separator: "\n")[0]
      })
  }

  @Test("Only the first line of the body can hold a title")
  func once() {
    #expect(outline("某站年度工作总结\n某站工作报告 已经由大会审议通过了。") == ["0 title 某站年度工作总结"])
    #expect(outline("今年开了会。\n某站工作报告 已经由大会审议通过了。") == [])
  }
}
