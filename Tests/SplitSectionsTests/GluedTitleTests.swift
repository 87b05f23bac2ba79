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
      ("某站管理办法 第一章 总则 第一条 甲为乙。第二条 丙为丁。第二章 附则 第三条 略。", "某站管理办法 "),
      (
        "某站年度工作总结2023年，我站抓好了学习。" + String(repeating: "正文在此。", count: 30) + "一、学习。多学。二、工作。多干。",
        "某站年度工作总结"
      ),
      (
        "某站安全预案为了保障安全，制定本预案。" + String(repeating: "正文在此。", count: 30) + "一、学习。多学。二、工作。多干。", "某站安全预案"
      ),
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
      "某站年度工作计划2023年印发。", "某站安全预案为了保障安全，制定了三次。",
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

  @Test(
    "Where a line lost its end, the words before the first blank are the title",
    arguments: [
      ("1.1 编制目的 ", "为"), ("（一）工作原则 ", "坚持"), ("一、工作目标 ", "2025年"), ("1．1编制目的　", "《条例》要求"),
    ])
  func blankTitle(head: String, start: String) {
    let body =
      start + "做好防汛与抗旱，保证抢险与救灾工作高效有序进行，最大程度地减少人员伤亡和财产损失，保证经济社会全面协调发展。"
    let text = "甲局文书。\n\(head)\(body)\n"
    let records = split(text + text.replacing("1.1", with: "1.2").replacing("1．1", with: "1．2"))
    #expect(records[1].columns[4] == "runin")
    #expect(records[1].columns[5] + records[1].columns[6] == head)
    #expect(records[2].content == body)
  }

  @Test("In one line the title of a numbered member ends at the blank before its sentence")
  func memberBlank() {
    #expect(
      outline("某站文书。\n要点：一、工作目标 确保平安，不出事故。二、工作要求 抓好落实，不走过场。") == [
        "1 item 一、 工作目标 ", "1 item 二、 工作要求 ",
      ])
    #expect(
      outline("某站文书。\n要点：一、强化领导 明确责任。二、强化宣传 营造氛围。") == [
        "1 item 一、 强化领导 明确责任", "1 item 二、 强化宣传 营造氛围",
      ])
    #expect(
      outline("某站文书。\n要点：一是工作目标 确保平安，不出事故。二是用。").first == "1 item 一是 工作目标 确保平安，不出事故")
  }

  @Test(
    "A blank elsewhere ends no title",
    arguments: ["在全市 为", "全市共有 3个站", "坚持学习，抓好 为", "坚持“学习 管理”和"])
  func noBlankTitle(start: String) {
    let body = start + "做好防汛与抗旱，保证抢险与救灾工作高效有序进行，最大程度地减少人员伤亡和财产损失，保证经济社会全面协调发展。"
    #expect(outline("甲局文书。\n一、\(body)") == ["1 runin 一、 "])
  }
}
