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

  @Test("Rows of a table have no commas")
  func rows() {
    #expect(outline("甲局文书。\n1.1 张三 男 45岁\n1.2 李四 女 30岁") == [])
    let text = "甲局文书。\n1.1 依据 国家 有关法律，制定本预案。\n1.2 范围 适用 于全县，下同。"
    #expect(
      outline(text) == ["1 heading 1.1 依据 国家 有关法律，制定本预案", "1 heading 1.2 范围 适用 于全县，下同"])
  }
}
