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
}
