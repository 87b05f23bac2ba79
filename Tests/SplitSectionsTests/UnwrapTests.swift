import Filters
import Testing

@testable import split_sections

@Suite struct UnwrapTests {
  // As a page of 28 characters a line comes out of a PDF file: indented, hanging and cut by a page's end.
  private let page = """
                     某市2023年经济运行报告

        2023年，全市上下坚持稳中求进工作总基调，完整准确全面贯
    彻新发展理念，推动高质量发展，经济运行稳中向好，社会大局保
    持稳定。
        一、综合
        （一）经济总量稳步提升。全年地区生产总值1200亿元，比上年
    增长6.1%。主要做法：一是稳住第一产业，夯实粮食安全的根基，二
    是壮大第二产业；三是优化第三产业。
                                 - 1 -
        （二）就业形势总体稳定。城镇新增就业5万人。
        特此报告。
    """

  @Test("Lines that a page's width broke off are joined before the structure is looked for")
  func joins() {
    let records = split(page, "--unwrap")
    #expect(
      records.map(\.description) == [
        "title|1|18|某市2023年经济运行报告",
        "text|3|1|0|2023年，全市上下坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，推动高质量发展，经济运行稳中向好，社会大局保持稳定。",
        "section|6|5|1|heading|一、|综合|", "section|7|1|2|runin|（一）|经济总量稳步提升|。",
        "text|7|13|2|全年地区生产总值1200亿元，比上年增长6.1%。主要做法：",
        "section|7|43|3|item|一是|稳住第一产业，夯实粮食安全的根基|，",
        "section|7|62|3|item|二是|壮大第二产业|；", "section|7|71|3|item|三是|优化第三产业|。",
        "text|10|30|2|- 1 -", "section|11|5|2|runin|（二）|就业形势总体稳定|。",
        "text|11|17|2|城镇新增就业5万人。", "text|12|5|2|特此报告。",
      ])
  }

  @Test("Without --unwrap every line stands for itself")
  func plain() {
    #expect(split(page).filter { $0.line == 4 }.map(\.content) == ["彻新发展理念，推动高质量发展，经济运行稳中向好，社会大局保"])
  }

  @Test("Joining loses no character but blanks at the break", arguments: 0..<20)
  func loses(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<400 {
      let words = ["工作", "一是", "。", "，", "（一）", "1.", "2023年", "发展", "    ", "ab", "\n", "\n\n"]
      text += String(
        repeating: words.randomElement(using: &random) ?? "",
        count: Int.random(in: 1...20, using: &random))
    }
    func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    #expect(
      letters(split(text, "--unwrap").map(\.content).joined()) == letters(text), "seed \(seed)")
  }

  @Test("A paragraph goes on over the end of a page, and a form feed is no text")
  func pages() {
    let wide = String(repeating: "甲", count: 30)
    let records = split(wide + "\n\n\u{0C}乙丙\n\u{0C}一、丁", "--unwrap")
    #expect(records.map(\.line) == [1, 4])
    #expect(records.map(\.content) == [wide + "乙丙", "一、丁"])
    #expect(split(wide + "。\n\n\u{0C}乙丙", "--unwrap").map(\.line) == [1, 3])
  }

  @Test("Where paragraphs are indented the indent tells whether a line goes on")
  func indents() {
    let wide = String(repeating: "甲", count: 28)
    let lines = "　　" + wide + "\n" + wide + "乙。\n丙丁\n　　" + wide + "\n　　戊"
    #expect(
      split(lines, "--unwrap").map(\.content) == [wide + wide + "乙。丙丁", wide, "戊"])
  }

  @Test("A line in brackets stands for itself")
  func brackets() {
    let wide = "（" + String(repeating: "甲", count: 28) + "）"
    #expect(split(wide + "\n乙丙", "--unwrap").map(\.line) == [1, 2])
  }

  @Test("A label that stands alone is joined with the short line below it")
  func labelAlone() {
    let text = "第一章：\n总　则\n第一条\n本办法\n（一）\n目标\n正文\n二、\n正文写在这里。\n三、\n四、要求"
    #expect(
      split(text, "--unwrap").map(\.content) == [
        "第一章：总　则", "第一条", "本办法", "（一）目标", "正文", "二、", "正文写在这里。", "三、", "四、要求",
      ])
  }

  @Test("In brackets and quotations that a line leaves open no label begins")
  func open() {
    let wide = String(repeating: "甲", count: 26)
    #expect(split(wide + "的第（\n五）项。\n六、乙", "--unwrap").map(\.line) == [1, 3])
    #expect(split(wide + "“一、甲；\n二、乙”的要求。\n三、丙", "--unwrap").map(\.line) == [1, 3])
    // A quotation that was never meant to close ends with its sentence.
    #expect(split(wide + "“甲。\n二、乙", "--unwrap").map(\.line) == [1, 2])
    #expect(split(wide + "“甲”，\n二、乙", "--unwrap").map(\.line) == [1, 2])
  }

  @Test("A title and an entry of a table of contents are whole, however wide")
  func whole() {
    let title = "某市关于" + String(repeating: "甲", count: 20) + "情况的报告"
    #expect(split(title + "\n某市人民政府：\n现报告如下。", "--unwrap").map(\.line) == [1, 2, 3])
    let body = "为做好" + String(repeating: "甲", count: 20) + "工作，根据年度安排"
    #expect(split(body + "\n制定本方案。", "--unwrap").map(\.line) == [1])
    // What a title ends with may still go on.
    #expect(split(title + "\n的通知\n各单位：", "--unwrap").map(\.line) == [1, 2, 3])
    for dots in ["..........", "…………", "··········"] {
      let entry = String(repeating: "甲", count: 20) + dots + "9"
      #expect(split("目录\n" + entry + "\n乙丙" + dots + "12", "--unwrap").map(\.line) == [1, 2, 3])
    }
  }

  @Test("Short lines, ended sentences, labels and indented lines begin anew")
  func separate() {
    let wide = String(repeating: "甲", count: 30)
    for next in ["一、乙", "    乙"] {
      #expect(split(wide + "\n" + next, "--unwrap").map(\.line) == [1, 2])
    }
    #expect(split(wide + "。\n乙丙", "--unwrap").map(\.line) == [1, 2])
    #expect(split("甲乙丙\n丁戊己", "--unwrap").map(\.line) == [1, 2])
    #expect(split(wide + "\n\n乙丙", "--unwrap").map(\.line) == [1, 3])
    #expect(split(wide + "\n乙丙", "--unwrap").map(\.content) == [wide + "乙丙"])
    #expect(split(wide + "ab\ncd", "--unwrap").map(\.content) == [wide + "ab cd"])
  }
}
