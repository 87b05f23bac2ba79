import Testing

@testable import split_sections

@Suite struct ItemSeriesTests {
  @Test(
    "An enumeration in running text is found where its second member follows",
    arguments: [
      ("做法：一是抓学习。二是抓落实。", ["1 item 一是 抓学习", "1 item 二是 抓落实"]),
      (
        "首先，要学习。其次，要落实；再次，要督查。最后，要总结。",
        ["1 item 首先， 要学习", "1 item 其次， 要落实", "1 item 再次， 要督查", "1 item 最后， 要总结"]
      ),
      ("一是学什么？二是怎么学？", ["1 item 一是 学什么？", "1 item 二是 怎么学？"]),
      ("第壹,內容不壹樣。第二,寫法不同。第三,語言不同。", ["1 item 第壹, 內容不壹樣", "1 item 第二, 寫法不同", "1 item 第三, 語言不同"]),
      ("壹是學習。二是落實。", ["1 item 壹是 學習", "1 item 二是 落實"]),
      (
        "要求:一是抓学习. 二是抓管理.三是抓落实.",
        ["1 item 一是 抓学习", "1 item 二是 抓管理", "1 item 三是 抓落实"]
      ),
      ("第一，学习；第二，落实。", ["1 item 第一， 学习", "1 item 第二， 落实"]),
      ("分两步。第一阶段，学习。第二阶段，落实。", ["1 item 第一阶段， 学习", "1 item 第二阶段， 落实"]),
      ("分两步。第一步，学习。第二步，落实。", ["1 item 第一步， 学习", "1 item 第二步， 落实"]),
      ("办两件事：第一件，学习；第二件，落实。", ["1 item 第一件， 学习", "1 item 第二件， 落实"]),
      ("第一件事，学习。\n第二件事，落实。", ["1 item 第一件事， 学习", "1 item 第二件事， 落实"]),
      ("要求：（一）、学习。（二）、落实。", ["1 item （一）、 学习", "1 item （二）、 落实"]),
      ("工程有两段。第一阶段已经完工。第二阶段正在施工。", []),
      ("一要学习，二要落实，三要督查。", ["1 item 一要 学习", "1 item 二要 落实", "1 item 三要 督查"]),
      ("包括：（1）甲；（2）乙。", ["1 item （1） 甲", "1 item （2） 乙"]),
      ("包括（1）甲；（2）乙。", ["1 item （1） 甲", "1 item （2） 乙"]),
      ("包括：（一）及时学；（二）至少学；（三）和气。", ["1 item （一） 及时学", "1 item （二） 至少学", "1 item （三） 和气"]),
      ("包括:①甲；②乙；③丙。", ["1 item ① 甲", "1 item ② 乙", "1 item ③ 丙"]),
      ("其一，学习；其二，落实。", ["1 item 其一， 学习", "1 item 其二， 落实"]),
      ("现通知如下：一、加强领导。要建小组。二、落实责任。", ["1 item 一、 加强领导", "1 item 二、 落实责任"]),
      ("议题有：1、听取汇报；2、审议办法。", ["1 item 1、 听取汇报", "1 item 2、 审议办法"]),
      (
        "一、现状 不够好。原因： 1、投入少。 2、人手少。 二、打算 抓落实。",
        ["1 item 一、 现状 不够好", "2 item 1、 投入少", "2 item 2、 人手少", "1 item 二、 打算 抓落实"]
      ),
      ("任务有：1.抓学习。常学。2.抓管理。", ["1 item 1. 抓学习", "1 item 2. 抓管理"]),
      ("任务有： 1. 抓学习； 2．抓管理。", ["1 item 1. 抓学习", "1 item 2． 抓管理"]),
      ("增幅为：1.5倍；2.5倍；3.5倍。", []), ("任务有：1.抓学习。", []),
      ("一、加强领导。要建小组。二、落实责任。", ["1 item 一、 加强领导", "1 item 二、 落实责任"]),
      ("主要原因一是认识不足；二是落实不够。", ["1 item 一是 认识不足", "1 item 二是 落实不够"]),
      ("主要表现一是认识不足；二是落实不够。", ["1 item 一是 认识不足", "1 item 二是 落实不够"]),
      ("一是“学。用”结合。二是抓落实。", ["1 item 一是 “学。用”结合", "1 item 二是 抓落实"]),
      ("一是一方面学，另一方面用；二是落实。", ["1 item 一是 一方面学，另一方面用", "1 item 二是 落实"]),
      ("问题：首先是学得少，其次是干得慢，最后是不敢闯。", ["1 item 首先是 学得少", "1 item 其次是 干得慢", "1 item 最后是 不敢闯"]),
      ("第一要学，第二要干，第三是管。", ["1 item 第一要 学", "1 item 第二要 干", "1 item 第三是 管"]),
      ("问题有：1是浅。2是慢。", ["1 item 1是 浅", "1 item 2是 慢"]),
      ("一抓学习，不松劲；二促管理；三保安全。", ["1 item 一抓 学习，不松劲", "1 item 二促 管理", "1 item 三保 安全"]),
      ("一来路远，二来人少。", ["1 item 一来 路远", "1 item 二来 人少"]),
      ("一来，路远；二来，人少。", ["1 item 一来， 路远", "1 item 二来， 人少"]),
      ("幸福，一在耕耘，二在收获。", ["1 item 一在 耕耘", "1 item 二在 收获"]),
      ("其一是学，其二是干。", ["1 item 其一是 学", "1 item 其二是 干"]),
      ("首先，感谢大家。第一，甲。第二，乙。第三，丙。", ["1 item 第一， 甲", "1 item 第二， 乙", "1 item 第三， 丙"]),
      (
        "首先，甲。第一，学。第二，用。其次，乙。",
        ["1 item 首先， 甲", "2 item 第一， 学", "2 item 第二， 用", "1 item 其次， 乙"]
      ),
      ("首先，甲。第二，乙。第三，丙。", ["1 item 首先， 甲", "1 item 第二， 乙", "1 item 第三， 丙"]),
      ("首先，甲。其次，乙。第三，丙。", ["1 item 首先， 甲", "1 item 其次， 乙", "1 item 第三， 丙"]), ("十是甲。十一是乙。", []),
      ("一是甲。二是乙。三是丙。一是丁。", ["1 item 一是 甲", "1 item 二是 乙", "1 item 三是 丙"]),
    ] as [(String, [String])])
  func series(text: String, expected: [String]) {
    #expect(outline("甲局文书。\n" + text) == expected)
  }

  @Test(
    "A first member that has no stop before it is known by the second",
    arguments: [
      ("某站工作总结一、概况今年较好。二、打算明年更好。", ["1 item 一、 概况今年较好", "1 item 二、 打算明年更好"]),
      (
        "某站总结一、概况如下（一）学习。常学。（二）管理。二、打算1、多学。2、多干。三、建议（一）增人。（二）增资。",
        [
          "1 item 一、 概况如下", "2 item （一） 学习", "2 item （二） 管理", "1 item 二、 打算", "2 item 1、 多学",
          "2 item 2、 多干", "1 item 三、 建议", "2 item （一） 增人", "2 item （二） 增资",
        ]
      ),
      ("某站要求1.多学。2.多干。", ["1 item 1. 多学", "1 item 2. 多干"]),
      ("第一、二产业增长。二、多干。", []), ("坚持统一、协调。二、多干。", []), ("名次为二十一、三十。二、多干。", []),
      ("见附件1、名单。2、附表。", []), ("按第三条（一）办理。（二）多学。", []), ("完成A1、B1。2、多干。", []),
      ("我们一是多学，二是多干。", ["1 item 一是 多学", "1 item 二是 多干"]),
      ("某站情况一是多学。常学。二是多干。", ["1 item 一是 多学", "1 item 二是 多干"]),
      ("今后一要多学，二要多干。", ["1 item 一要 多学", "1 item 二要 多干"]),
      ("标准不统一是主因。二是人少。", []), ("知行合一是根本。二是人少。", []), ("他讲“一是学，二是用，很好。", []), ("发展是第一要务，二要多干。", []),
      ("二〇二一是丰年。二是人少。", []), ("某站进一步抓学习。二抓管理。", []), ("某站情况一、概况。", []),
      ("一、坚持统一、协调。正文。二、多干。", ["1 item 一、 坚持统一、协调", "1 item 二、 多干"]),
    ] as [(String, [String])])
  func unstopped(text: String, expected: [String]) {
    #expect(outline("甲局文书。\n" + text) == expected)
  }

  @Test(
    "The first member of a list may stand in the heading's line, where the second begins a line",
    arguments: [
      (
        "三、要求 1、多学。常学。\n2、多干。\n四、其他",
        ["1 runin 三、 要求", "2 item 1、 多学", "2 heading 2、 多干", "1 heading 四、 其他"]
      ),
      (
        "（一）任务：1.多学。\n正文。\n2.多干。\n（二）其他",
        ["1 runin （一） 任务", "2 item 1. 多学", "2 heading 2. 多干", "1 heading （二） 其他"]
      ),
      ("三、要求：1、多学。\n四、其他\n2、多干。", ["1 runin 三、 要求", "1 heading 四、 其他", "2 heading 2、 多干"]),
      (
        "1、要求\n（1）多学：1、学。\n2、其他",
        ["1 heading 1、 要求", "2 runin （1） 多学", "1 heading 2、 其他"]
      ),
    ] as [(String, [String])])
  func firstInHeading(text: String, expected: [String]) {
    #expect(outline("甲局文书。\n" + text) == expected)
  }

  @Test(
    "The first member may stand behind what leads to it, where the second begins a line",
    arguments: [
      (
        "现汇报如下：一、概况\n（一）学习\n二、打算",
        ["1 item 一、 概况", "2 heading （一） 学习", "1 heading 二、 打算"]
      ),
      (
        "（一）任务。做法有：1.多学。\n2.多干。\n（二）其他",
        ["1 runin （一） 任务", "2 item 1. 多学", "2 heading 2. 多干", "1 heading （二） 其他"]
      ),
      (
        "一、规定1、入会：填表。\n2、退会：退费。\n二、机构",
        ["1 runin 一、 规定", "2 item 1、 入会：填表", "2 runin 2、 退会", "1 heading 二、 机构"]
      ),
      ("主要原因一是认识不足。\n二是落实不够。", ["1 item 一是 认识不足", "1 item 二是 落实不够"]),
      ("现汇报如下：一、概况\n一、学习\n二、打算", ["1 heading 一、 学习", "1 heading 二、 打算"]),
      ("分工：一、小组负责登记。\n（二）其他", ["1 heading （二） 其他"]),
      ("一、见附件1、附件2\n2、退会。", ["1 heading 一、 见附件1、附件2", "2 heading 2、 退会"]),
      ("我们一是多学。\n二是多干。", ["1 item 一是 多学", "1 item 二是 多干"]),
      ("主因之一是浅。\n二是人少。", []),
      ("一是学，原因一是浅。\n二是干。", ["1 item 一是 学，原因一是浅", "1 item 二是 干"]),
    ] as [(String, [String])])
  func firstBehindLead(text: String, expected: [String]) {
    #expect(outline("甲局文书。\n" + text) == expected)
  }

  @Test("What leads to the first of several headings has the depth of what it stands in")
  func depthOfLead() {
    let records = split("甲局文书。\n现汇报如下：一、概况\n正文。\n二、打算")
    #expect(
      records.map { "\($0.type)\($0.columns[3])" }.dropFirst() == [
        "text0", "section1", "text1", "section1",
      ])
  }

  @Test(
    "A member is found wherever in its line it stands",
    arguments: [
      ("一是", "二是"), ("（1）", "（2）"), ("1、", "2、"), ("①", "②"), ("第一，", "第二，"),
    ])
  func anywhere(first: String, second: String) {
    // The search takes 64 bytes at a time, then 16, then one.
    for before in 0..<70 {
      for behind in [0, 1, 4, 5, 21, 40] {
        let text =
          String(repeating: "说", count: before / 3) + String(repeating: "9", count: before % 3)
          + "。\(first)甲。\(second)乙" + String(repeating: "丙", count: behind)
        #expect(outline("甲局文书。\n" + text).count == 2, "\(text)")
      }
    }
  }

  @Test(
    "What is no enumeration stays text",
    arguments: [
      "百分之二十是老人，百分之三十是儿童。", "全国第一，全省第二，成绩喜人。", "工作中，一是一、二是二的人不多。".replacing("工作中，", with: "说"),
      "问题很多，一是认识不足。", "首先要提高认识。", "首先，要提高认识。最后，要总结。", "大家先后发言，最后是局长总结。", "一方面加强管理，另一方面改进服务。",
      "壹般來說，第壹年學習，第二年落實。", "见公式（2）和（3）。",
      "课程：一、二年级学语文；二、三年级学数学。", "分工：一、小组负责登记。",
      "书中写道：“一、学习；二、落实。”", "按照《一、学习；二、落实》办理。", "大家说：“要一抓学习，二抓落实”，都很赞成。",
      "针对问题①，马上学；针对问题②，马上干。", "见图（1）和（2），如（1）、（2）。", "对照要求①和②的内容。",
      "一看就懂，二话不说。", "一抓就死，一放就乱。", "楼号1是新楼，2是旧楼。",
      "住处：1、2号楼；2、3号楼。", "比例为：1.5万元；2.3万元。", "序号：101、甲；102、乙。", "第一个月；第二个月。", "之一是甲；之二是乙。",
    ])
  func text(text: String) {
    #expect(outline("甲局文书。\n" + text) == [])
  }

  @Test(
    "An enumeration nests by where it begins",
    arguments: [
      // Inside a member, inside a paragraph below a section, and beside a series of earlier lines.
      ("一、甲\n一是乙。原因：一是丙；二是丁。二是戊。", "1 2 3 3 2"),
      ("一、甲\n一是乙。二是丙。\n原因：一是丁；二是戊。", "1 2 2 2 2"),
      ("一、甲\n一是乙。\n二是丙。\n原因在于：（1）丁；（2）戊。\n三是己。", "1 2 2 3 3 2"),
      ("一、甲\n一是乙。\n二是丙。\n原因有两个，一是丁；二是戊。\n三是己。", "1 2 2 3 3 2"),
      ("一、甲\n一是乙。\n二是丙。\n第一，丁。\n第二，戊。", "1 2 2 2 2"),
      ("一、甲\n一是乙。\n第一，丙。\n第二，丁。\n二是戊。", "1 2 3 3 2"),
      ("一、甲。一是乙。二是丙。\n（一）丁。一是戊。二是己。", "1 2 2 2 3 3"),
      ("一是乙。\n二是丙。", "1 1"),
      // A list of headings stands inside a member where the enumeration goes on after it.
      ("（一）甲\n一是乙：\n1.丙\n2.丁\n二是戊。\n1.己\n正文。\n（二）庚\n一是辛。二是壬。\n1.癸", "1 2 3 3 2 3 1 2 2 2"),
      // In its last member one stands where an earlier member held one.
      ("一、甲\n第一，乙。\n1）丙\n2）丁\n第二，戊\n办法如下：\nA、己；\nB、庚。", "1 2 3 3 2 3 3"),
      // A list stands inside the entry of its own style that a colon ends.
      ("一、甲\n1、乙\n1、丙\n2、丁\n2、戊：\n1、己\n2、庚", "1 2 3 3 2 3 3"),
      ("一、甲\n1、乙\n2、丙\n1、丁\n2、戊", "1 2 2 2 2"),
      // A series whose first members were not read goes on from line to line.
      ("第三，乙。\n第四，丙。一要丁。二要戊。\n第五，己。", "1 1 2 2 1"),
      ("一、甲\n三是乙。\n二、丙\n四是丁。", "1 1"), ("三是乙。四是丙。\n六是丁。", ""),
      // A series goes on inside later paragraphs.
      ("情况如下：首先，乙。其次，丙。\n此外还有。再次，丁。\n最后，戊。", "1 1 1 1"),
    ] as [(String, String)])
  func nesting(text: String, depths: String) {
    let found = split("甲局文书。\n" + text).filter { $0.type == "section" }
    #expect(found.map { $0.columns[3] }.joined(separator: " ") == depths)
  }

  @Test(
    "Members that share the line of the first are found, each with what stands in it",
    arguments: [
      (
        "1.田径  2.游泳　3.体操\n4.足球 5.篮球",
        ["1 item 1. 田径", "1 item 2. 游泳", "1 item 3. 体操", "1 item 4. 足球", "1 item 5. 篮球"]
      ),
      ("1.增收，达 2.5万元", ["1 heading 1. 增收，达 2.5万元"]), ("1.甲乙 丙 2.丁", ["1 heading 1. 甲乙 丙 2.丁"]),
      ("（1）抓学习；（2）抓管理；（3）抓落实。", ["1 item （1） 抓学习", "1 item （2） 抓管理", "1 item （3） 抓落实"]),
      ("（一）抓学习；（二）抓管理。", ["1 item （一） 抓学习", "1 item （二） 抓管理"]),
      ("1、抓学习；2、抓管理；3、抓落实。", ["1 item 1、 抓学习", "1 item 2、 抓管理", "1 item 3、 抓落实"]),
      ("9.抓学习。　10.抓管理。多管。 11.抓落实", ["1 item 9. 抓学习", "1 item 10. 抓管理", "1 item 11. 抓落实"]),
      ("①抓学习②抓管理 ③抓落实", ["1 item ① 抓学习", "1 item ② 抓管理", "1 item ③ 抓落实"]),
      ("①抓学习；②抓管理。", ["1 item ① 抓学习", "1 item ② 抓管理"]),
      (
        "（一）抓学习。一是学。二是用。（二）抓管理。一是管。二是理。\n（三）抓落实。正文。\n一、总结",
        [
          "1 item （一） 抓学习", "2 item 一是 学", "2 item 二是 用", "1 item （二） 抓管理", "2 item 一是 管",
          "2 item 二是 理",
          "1 runin （三） 抓落实", "1 heading 一、 总结",
        ]
      ),
      ("（一）抓学习。见第（二）项。", ["1 runin （一） 抓学习"]),
      ("1.增长。2.5万元到账。", ["1 runin 1. 增长"]),
      ("1、抓学习、2、抓管理", ["1 heading 1、 抓学习、2、抓管理"]),
      // What the line holds counts something else where its own series goes on below.
      (
        "1.三件事：1.学；2.做；3.想。正文。\n2.抓管理。正文。",
        ["1 runin 1. 三件事", "2 item 1. 学", "2 item 2. 做", "2 item 3. 想", "1 runin 2. 抓管理"]
      ),
    ] as [(String, [String])])
  func members(text: String, expected: [String]) {
    #expect(outline("甲局文书。\n" + text) == expected)
    let records = split("甲局文书。\n" + text).filter { $0.line == 2 }
    #expect(records.map(\.content).joined() == text.split(separator: "\n")[0])
  }

  @Test("Neither --no-items nor --max-depth splits such a line")
  func membersAsText() {
    let text = "甲局文书。\n一、甲\n（1）抓学习；（2）抓管理。"
    #expect(outline(text, "--no-items").count == 2)
    #expect(outline(text, "--max-depth", "1") == ["1 heading 一、 甲"])
  }

  @Test("A first member with no stop before it is looked for near the second alone")
  func farFirst() {
    func count(_ length: Int) -> Int {
      let member = String(repeating: "说", count: length)
      return outline("甲局文书。\n主要原因一是\(member)；二是乙。").count
    }
    #expect(count(1300) == 2)
    #expect(count(1400) == 0)
  }

  @Test("A heading ends every enumeration")
  func barrier() {
    #expect(outline("甲局文书。\n一是甲。\n一、乙\n二是丙。") == ["1 heading 一、 乙"])
  }

  @Test("With --no-items enumerations stay in their paragraphs")
  func noItems() {
    let records = split("甲局文书。\n一、甲。一是乙；二是丙。", "--no-items")
    #expect(records.last?.description == "text|2|5|1|一是乙；二是丙。")
  }

  @Test("A title in front of an enumeration is what leads to it")
  func lead() {
    #expect(
      outline("甲局文书。\n1.做到三个到位：一是甲；二是乙。")
        == ["1 runin 1. 做到三个到位", "2 item 一是 甲", "2 item 二是 乙"])
  }
}
