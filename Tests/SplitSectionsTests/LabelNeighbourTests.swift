import Testing

@testable import split_sections

/// Labels that are told by the lines before and behind them.
@Suite struct LabelNeighbourTests {
  @Test("A group's label has no title: what follows is who belongs to it")
  func entries() {
    let text = "甲局文书。\n一、红榜\n第一组:某局、某办公室\n第二组:某某管理中心\n二、黑榜\n第一名：张三\n第二名：李四。"
    #expect(
      outline(text) == [
        "1 heading 一、 红榜", "2 runin 第一组: ", "2 runin 第二组: ", "1 heading 二、 黑榜", "2 runin 第一名： ",
        "2 runin 第二名： ",
      ])
    #expect(split(text)[3].content == "某局、某办公室")
  }

  @Test("A line that may begin with a figure may still be a title, and does not end an enumeration")
  func figureLines() {
    #expect(
      outline("1.2万亩茶园建设情况的报告\n各位代表：\n一、概况") == ["0 title 1.2万亩茶园建设情况的报告", "1 heading 一、 概况"])
    #expect(
      outline("甲局文书。\n1.抓学习。\n一是甲。\n4.5万元到账。\n二是乙。") == [
        "1 heading 1. 抓学习", "2 item 一是 甲", "2 item 二是 乙",
      ])
  }

  @Test(
    "An article's label without a blank goes on from the one before it, or to the one behind it")
  func article() {
    let text = "甲局文书。\n第一条为了管理，制定本办法。\n第九条规定的情形除外。\n第二条本办法自印发之日起施行。"
    #expect(outline(text) == ["1 runin 第一条 ", "1 runin 第二条 "])
    let excerpt = "甲局文书。\n第一条为了管理，制定本办法。\n第四条文书有三种。\n第五条本办法自印发之日起施行。"
    #expect(outline(excerpt) == ["1 runin 第一条 ", "1 runin 第四条 ", "1 runin 第五条 "])
  }

  @Test(
    "Chapters and articles that share a line are found as if each had its own",
    arguments: [
      (
        "第一章 总 则第一条 为了管理，制定本制度。\n第二条 甲为乙。第三条 丙为丁。 第四条　戊为己。\n第二章 附则",
        [
          "1 heading 第一章 总 则", "2 runin 第一条 ", "2 runin 第二条 ", "2 runin 第三条 ", "2 runin 第四条 ",
          "1 heading 第二章 附则",
        ]
      ),
      (
        "第一章 总则 第一节 通则\n第一条甲为乙。第二条丙有两种：一是丁；二是戊。\n第三条己为庚。",
        [
          "1 heading 第一章 总则", "2 heading 第一节 通则", "3 runin 第一条 ", "3 runin 第二条 ", "4 item 一是 丁",
          "4 item 二是 戊", "3 runin 第三条 ",
        ]
      ),
      ("第一条 为了管理好文书，制定本办法。第二条的规定除外。\n第二条 丙为丁。", ["1 runin 第一条 ", "1 runin 第二条 "]),
      ("第一条 为了管理好文书，制定本办法。第二条 见下。\n第二条 丙为丁。", ["1 runin 第一条 ", "1 runin 第二条 "]),
      ("第一条 依照本法第二条 办理。\n第三条 丙为丁。", ["1 runin 第一条 ", "1 runin 第三条 "]),
      ("第一章 关于学习、落实第三条 的说明\n第一条 甲为乙。", ["1 heading 第一章 关于学习、落实第三条 的说明", "2 runin 第一条 "]),
    ])
  func gluedArticles(text: String, expected: [String]) {
    let whole = "甲局文书。\n" + text
    #expect(outline(whole) == expected)
    let lines = text.split(separator: "\n")
    for (index, line) in lines.enumerated() {
      #expect(split(whole).filter { $0.line == index + 2 }.map(\.content).joined() == line)
    }
  }
}
