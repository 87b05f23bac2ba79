import Testing

@testable import split_sections

@Suite struct DepthTests {
  @Test(
    "Depth follows from the order in which styles appear",
    arguments: [
      ("一、 （一） 1. （1） ① 二、 （一）", "1 2 3 4 5 1 2"),
      ("一、 1. 2. 二、 1.", "1 2 2 1 2"),
      ("1、 （一） （二） 2、 （一）", "1 2 2 1 2"),
      ("（一） 1. 2. （二） 1.", "1 2 2 1 2"),
      // 第X条 counts on across chapters, （X） across 一、.
      ("第一章 第一条 第二条 第二章 第三条", "1 2 2 1 2"),
      ("一、 （一） （二） 二、 （三） （四）", "1 2 2 1 2 2"),
      ("第一章 第一节 第一条 （一） 第二条 第二节 第三条 第二章", "1 2 3 4 3 2 3 1"),
      // A known style returns below the style that held it, though others were met since.
      ("一、 （一） 1. 二、 1. （一）", "1 2 3 1 2 2"),
      ("一、 1. 二、 （一） 1. （二）", "1 2 1 2 3 2"),
      // A restart is a parallel list unless the open list goes on after it.
      ("一、 1. 2. 1. 2. 3. 二、", "1 2 2 2 2 2 1"),
      ("1. 2. 1. 2. 3. 4. 1. 2. 5.", "1 1 1 1 1 1 2 2 1"),
      // Bullets below a heading hold no （一）, those that are the headings do.
      ("一、 —— —— （一） （二） 1. 二、", "1 2 2 2 2 3 1"),
      ("—— —— （一） （二） ——", "1 1 2 2 1"),
      ("一、 —— —— 1. 2. ——", "1 2 2 3 3 2"),
      // Mixed brackets, stops and widths are one style.
      ("一、 （一） (二) （三）、 2、 二．", "1 2 2 2 3 1"),
      ("1. 2、 3．", "1 1 1"),
      // A chapter stands above what was met before it.
      ("第一条 第二条 第二章 第三条", "1 1 1 2"),
      // A list in a section of decimal numbers, unless they are the outermost.
      ("一、 1.1 1.2 1. 2. 二、 2.1 2.2", "1 2 2 3 3 1 2 2"),
      ("一、 1.1 1.2 2. 3.", "1 2 2 2 2"),
      // A list that counts on from what was not read stands above what is inner by custom.
      ("（三） （四） 三、 （一） 四、", "1 1 1 2 1"), ("1. 2. 二、 1.", "1 1 1 2"),
      ("1. （二） 2.", "1 2 1"), ("（一） 第一条 （二） 第二条", "1 2 1 2"),
      // A list before the first 一、 ends there, unless it goes on after it.
      ("1. 2. 3. 一、 （一） 二、 1.", "1 1 1 1 2 1 2"), ("（一） （二） 一、 （一） 1.", "1 1 1 2 3"),
      ("1. （1） （2） 2. （1） 一、 1.", "1 2 2 1 2 1 2"),
      ("1. 2. 一、 1. 二、 3.", "1 1 1 2 1 2"), ("1. 2. 一、 二、 3. 一、", "1 1 2 2 1 2"),
      ("1. 一、 二、 2. 一、", "1 2 2 1 2"), ("第一板块： 第二板块： 一、 二、", "1 1 2 2"),
      // Articles that begin late stand in the section at hand.
      ("一、 1. 二、 第一条 第二条 三、 第三条", "1 2 1 2 2 1 2"), ("一、 二、 第一条 第二条", "1 1 2 2"),
      // Parts that stand in a section that goes on behind them.
      ("一、 二、 第一部分 第二部分 三、", "1 1 2 2 1"), ("一、 第一部分 第二部分 一、 二、", "1 1 1 2 2"),
      ("一、 二、 第一部分 第二部分 四、", "1 1 2 2 1"),
      ("一、 （一） （二） 第一部分 第二部分 （三） 二、", "1 2 2 3 3 2 1"),
      // Numbers may be missing or come twice.
      ("一、 二、 二、 四、", "1 1 1 1"),
    ])
  func depth(labels: String, depths: String) {
    let text = "甲局文书。\n" + labels.split(separator: " ").map { "\($0) 事项\n正文在此。\n" }.joined()
    let found = split(text).filter { $0.type == "section" }
    #expect(found.map { $0.columns[3] }.joined(separator: " ") == depths)
    #expect(found.count == labels.split(separator: " ").count)
  }

  @Test("Text has the depth of the section in which it stands")
  func text() {
    let records = split("甲局文书。\n一、事项\n正文。\n（一）事项。正文。\n正文。")
    #expect(
      records.map { "\($0.type) \($0.columns[3])" }.joined(separator: ", ")
        == "text 0, section 1, text 1, section 2, text 2, text 2")
  }

  @Test("With --max-depth deeper sections are text of the section above them")
  func maxDepth() {
    let text = "甲局文书。\n一、事项\n（一）事项。一是甲；二是乙。\n1.事项\n二、事项"
    let records = split(text, "--max-depth=2")
    #expect(
      records.map(\.description) == [
        "text|1|1|0|甲局文书。", "section|2|1|1|heading|一、|事项|",
        "section|3|1|2|runin|（一）|事项|。", "text|3|7|2|一是甲；二是乙。", "text|4|1|2|1.事项",
        "section|5|1|1|heading|二、|事项|",
      ])
  }
}
