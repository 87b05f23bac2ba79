import Testing

@testable import split_sections

@Suite struct TableRowTests {
  @Test("A line with a figure alone below it is a row of a table")
  func tableRows() {
    func headings(_ figure: String) -> [String] {
      outline(
        "甲局文书。\n一、收支情况\n（一）收入\n一、税收\n\n\(figure)\n二、其他\n\(figure)\n（二）支出\n正文。\n二、打算")
    }
    for figure in ["136156", "1,361", "136.5", "8.4%", "1361 |"] {
      #expect(
        headings(figure) == [
          "1 heading 一、 收支情况", "2 heading （一） 收入", "2 heading （二） 支出", "1 heading 二、 打算",
        ])
    }
    for other in ["12", "1.2.3.4", "2024年", "%"] { #expect(headings(other).count == 6) }
  }

  @Test("Rows of cells are no members of an enumeration")
  func cells() {
    #expect(outline("甲局文书。\n一、税收\t1\t99.9\n二、其他\t2\t9.9") == [])
    #expect(outline("甲局文书。\n收入\t1\t9.9\t一、支出\t9.9\n收入\t2\t9.9\t二、其他\t9.9") == [])
    #expect(outline("甲局文书。\n一、税收 99.90\n二、其他 9.90") == [])
    #expect(outline("甲局文书。\n一、税收 如下\n二、其他") == ["1 heading 一、 税收 如下", "1 heading 二、 其他"])
  }

  @Test("Bare numbers before several words are those of rows")
  func bareNumbers() {
    #expect(outline("甲局文书。\n1日 张三 李四\n2日 王五 赵六\n3日 孙七 周八") == [])
    #expect(outline("甲局文书。\n1 开学 全体\n2 放假 全体\n3 考试 各班") == [])
    let text = "甲局文书。\n1 学习 用心\n正文。\n2 工作 用力\n正文。\n3 生活 用情"
    #expect(outline(text) == ["1 heading 1 学习 用心", "1 heading 2 工作 用力", "1 heading 3 生活 用情"])
  }

  @Test("Rows of a table have no commas")
  func rows() {
    #expect(outline("甲局文书。\n1.1 张三 男 45岁\n1.2 李四 女 30岁") == [])
    let text = "甲局文书。\n1.1 依据 国家 有关法律，制定本预案。\n1.2 范围 适用 于全县，下同。"
    #expect(
      outline(text) == ["1 heading 1.1 依据 国家 有关法律，制定本预案", "1 heading 1.2 范围 适用 于全县，下同"])
  }
}
