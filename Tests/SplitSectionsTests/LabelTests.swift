import Testing

@testable import split_sections

@Suite struct LabelTests {
  @Test(
    "A label of every built-in style opens a section",
    arguments: [
      ("一、总体要求", "一、", "总体要求"), ("十一、附则", "十一、", "附则"),
      ("二十一、监督检查", "二十一、", "监督检查"), ("一百三十、其他", "一百三十、", "其他"),
      ("一．总体要求", "一．", "总体要求"), ("壹、前言", "壹、", "前言"), ("Ⅱ、背景", "Ⅱ、", "背景"),
      ("（一）指导思想", "（一）", "指导思想"), ("(二)工作目标", "(二)", "工作目标"),
      ("（一）、认真学习", "（一）、", "认真学习"), ("（ 三 ）基本原则", "（ 三 ）", "基本原则"),
      ("㈠组织领导", "㈠", "组织领导"), ("1.摸底排查", "1.", "摸底排查"),
      ("1．摸底排查", "1．", "摸底排查"), ("１．摸底排查", "１．", "摸底排查"),
      ("1、强化引领", "1、", "强化引领"), ("⒈摸底排查", "⒈", "摸底排查"), ("1）范围", "1）", "范围"),
      ("（1）对象", "（1）", "对象"), ("(12)其他", "(12)", "其他"), ("⑴对象", "⑴", "对象"),
      ("①登记", "①", "登记"), ("⑳归档", "⑳", "归档"), ("第一编 总则", "第一编 ", "总则"),
      ("第一篇　总体要求", "第一篇　", "总体要求"),
      ("第二部分　说明", "第二部分　", "说明"), ("第一章　总　则", "第一章　", "总　则"),
      ("第 3 章 管理", "第 3 章 ", "管理"), ("第四节 罚则", "第四节 ", "罚则"),
      ("第二章项目管理", "第二章", "项目管理"), ("第三章规划目标", "第三章", "规划目标"),
      ("第四章中小企业", "第四章", "中小企业"),
      ("第 十 一 章 附则", "第 十 一 章 ", "附则"), ("第一編 總則", "第一編 ", "總則"), ("第 3-1 條", "第 3-1 條", ""),
      ("第三條之一　目的", "第三條之一　", "目的"),
      ("# 总则", "# ", "总则"), ("### 目标", "### ", "目标"), ("名词解释", "", "名词解释"),
      ("1.2024年目标", "1.", "2024年目标"), ("1、2024年目标", "1、", "2024年目标"),
    ])
  func accepts(line: String, label: String, title: String) {
    let records = split("甲市乙局文书。\n" + line)
    #expect(records.last?.columns.dropFirst(3) == ["1", "heading", label, title, ""])
  }

  @Test(
    "What only looks like a label stays text",
    arguments: [
      "五、六个人参加了会议", "1、2号楼已完工", "11、12号楼已完工", "15172.500米处设站", "1.15全市召开会议",
      "3个社区参加活动", "3D打印进入车间", "第11.5.14.2条的要求", "第三条的要求应当落实", "第三条规定应当落实", "第二条中的要求应当落实",
      "第二项所列的要求", "第一章和第二章已经修订", "第一篇文章已经刊出",
      "第十七条申请人应当到场", "010-12345678", "2018.12.7签订", "主　任：张三", "“一、总体要求”已经写明",
      "（二〇〇四年六月十六日会议通过）", "百分之二十是老人", "图1 流程", "#标签", "——只有一行",
      "A.只有一行", "1.1只有一行", "5只有一行", "（2018）12号", "12:30开会", "1/2的人到场", "名词解释如下",
      "问题一：只有一处。", "案例2：前面没有一。", "3.5万元用于培训", "5.3个项目开工", "4.10%以上的村达标", "5．100人参加",
      "第一阶段工作已经完成。", "第一步，只有一步。", "第一阶段的任务、第二阶段的任务都已完成。",
      "1.5万元用于培训。", "5、7月份各举办一次", "一，只有一行。", "一：只有一行。", "8：30开会", "活动一：只有一行。", "**加粗的话**",
      "**3月**开会",
      "1，只有一行。", "1，200元用于培训", "- 只有一行", "4.0工业来了",
      "● 只有一行",
    ])
  func refuses(line: String) {
    let records = split("甲市乙局文书。\n" + line)
    #expect(records.map(\.type) == ["text", "text"])
    #expect(records.last?.content == line)
  }

  @Test(
    "A weak label opens a section where another of its series stands near",
    arguments: [
      ("1总则\n正文。\n2细则\n正文。", ["1 heading 1 总则", "1 heading 2 细则"]),
      (
        "1.总则\n1.1Ⅳ级响应\n正文。\n1.2“三公”经费\n1.3《办法》要求",
        ["1 heading 1. 总则", "2 heading 1.1 Ⅳ级响应", "2 heading 1.2 “三公”经费", "2 heading 1.3 《办法》要求"]
      ),
      (
        "1 总则\n1.1 目的\n正文。\n1.2 范围\n2 细则",
        ["1 heading 1 总则", "2 heading 1.1 目的", "2 heading 1.2 范围", "1 heading 2 细则"]
      ),
      (
        "5.1 方法\n5.1.1 取样\n5.1.2 化验\n5.2 结果",
        ["1 heading 5.1 方法", "2 heading 5.1.1 取样", "2 heading 5.1.2 化验", "1 heading 5.2 结果"]
      ),
      ("——坚持创新。大力创新。\n——坚持协调。大力协调。", ["1 runin —— 坚持创新", "1 runin —— 坚持协调"]),
      (
        "一、二季度工作\n正文。\n二、三季度安排\n三、其他",
        ["1 heading 一、 二季度工作", "1 heading 二、 三季度安排", "1 heading 三、 其他"]
      ),
      ("一、总体\n二、三号楼已完工\n二、目标", ["1 heading 一、 总体", "1 heading 二、 目标"]),
      ("一、二季度工作\n正文。\n二、三季度安排", ["1 heading 一、 二季度工作", "1 heading 二、 三季度安排"]),
      ("甲、前言\n乙、本文", ["1 heading 甲、 前言", "1 heading 乙、 本文"]),
      ("一 总则\n正文。\n二 细则", ["1 heading 一 总则", "1 heading 二 细则"]),
      ("一重保障—保险\n正文。\n二重保障—救助", ["1 heading 一重保障— 保险", "1 heading 二重保障— 救助"]),
      (
        "问题1：学习不深。\n措施1：每周学习。\n问题2：作风不实。\n措施2：深入基层。",
        [
          "1 heading 问题1： 学习不深", "2 heading 措施1： 每周学习", "1 heading 问题2： 作风不实",
          "2 heading 措施2： 深入基层",
        ]
      ),
      ("任务一：学习。正文。\n任务二：实践。正文。", ["1 runin 任务一： 学习", "1 runin 任务二： 实践"]),
      (
        "问题1：松。\n一是计划不细。\n问题2：散。\n二是调研太少。", ["1 heading 问题1： 松", "1 heading 问题2： 散"]
      ),
      ("问题1：学习不深\t张三\n问题2：作风不实\t李四", []),
      (
        "问题一：资金从哪里来。\n问题二：人才往哪里去。\n一、概况\n正文。\n二、做法\n正文。",
        ["1 heading 问题一： 资金从哪里来", "1 heading 问题二： 人才往哪里去", "1 heading 一、 概况", "1 heading 二、 做法"]
      ),
      (
        "一、甲\n问题1：松。\n问题3：散。\n问题3：的时限为六月。\n二、乙\n问题1：软。",
        [
          "1 heading 一、 甲", "2 heading 问题1： 松", "2 heading 问题3： 散", "1 heading 二、 乙",
          "2 heading 问题1： 软",
        ]
      ),
      (
        "第一部分，概况。正文。\n一、学习\n第二部分，打算。正文。",
        ["1 runin 第一部分， 概况", "2 heading 一、 学习", "1 runin 第二部分， 打算"]
      ),
      ("优势1、我肯学。正文。\n优势2、我肯干。正文。", ["1 runin 优势1、 我肯学", "1 runin 优势2、 我肯干"]),
      ("一：概况\n正文。\n二：打算", ["1 heading 一： 概况", "1 heading 二： 打算"]),
      (
        "收获一：学懂。正文。\n收获二：学深。正文。\n不足一：不实。正文。\n不足二：不勤。正文。\n一、打算",
        [
          "1 runin 收获一： 学懂", "1 runin 收获二： 学深", "1 runin 不足一： 不实", "1 runin 不足二： 不勤",
          "1 heading 一、 打算",
        ]
      ),
      (
        "启示之一：要学。\n启示之二：要干。\n体会之一：要想。\n启示之三：要管。\n体会之一：要问。\n体会之二：要答。",
        [
          "1 heading 启示之一： 要学", "1 heading 启示之二： 要干", "2 heading 体会之一： 要想",
          "1 heading 启示之三： 要管", "2 heading 体会之一： 要问", "2 heading 体会之二： 要答",
        ]
      ),
      ("第一阶段：动员。五月。\n第二阶段：实施。六月。", ["1 runin 第一阶段： 动员", "1 runin 第二阶段： 实施"]),
      (
        "第一阶段启动宣传阶段。正文。\n第二阶段实施推进阶段。正文。\n第三阶段考核验收阶段。正文。",
        ["1 runin 第一阶段 启动宣传阶段", "1 runin 第二阶段 实施推进阶段", "1 runin 第三阶段 考核验收阶段"]
      ),
      (
        "一、步骤\n第一阶段（3月1日—3月10日）：动员部署。正文。\n第二阶段（3月11日—4月10日）：中期检查。正文。\n二、要求",
        [
          "1 heading 一、 步骤", "2 runin 第一阶段 （3月1日—3月10日）：动员部署",
          "2 runin 第二阶段 （3月11日—4月10日）：中期检查", "1 heading 二、 要求",
        ]
      ),
      (
        "第一阶段 宣传发动\n正文。\n第二阶段 自查自纠\n正文。",
        ["1 heading 第一阶段 宣传发动", "1 heading 第二阶段 自查自纠"]
      ),
      ("第一步，抓学习。正文。\n第二步：中期检查。正文。", ["1 runin 第一步， 抓学习", "1 runin 第二步： 中期检查"]),
      // 壹 stands for 一 where a program made the characters traditional.
      (
        "壹、總體\n（壹）目標\n（二）原則\n二、任務",
        ["1 heading 壹、 總體", "2 heading （壹） 目標", "2 heading （二） 原則", "1 heading 二、 任務"]
      ),
      (
        "壹、總體\n一、目標\n二、原則\n贰、任務",
        ["1 heading 壹、 總體", "2 heading 一、 目標", "2 heading 二、 原則", "1 heading 贰、 任務"]
      ),
      ("第壹章 總則\n第壹條 甲為乙。\n第二章 附則", ["1 heading 第壹章 總則", "2 runin 第壹條 ", "1 heading 第二章 附則"]),
      // One member written otherwise, or not at all a label, does not end the series.
      (
        "第一阶段：动员。正文。\n第二阶段 实施\n第三阶段（5月）：总结。正文。",
        ["1 runin 第一阶段： 动员", "1 heading 第二阶段 实施", "1 runin 第三阶段 （5月）：总结"]
      ),
      (
        "第一环节：动员。正文。\n第二环节实施。正文。\n第三环节：总结。正文。",
        ["1 runin 第一环节： 动员", "1 runin 第三环节： 总结"]
      ),
      (
        "1.1 目的\n1.2 范围\n1 总则\n1.1 目的\n2 细则",
        [
          "1 heading 1.1 目的", "1 heading 1.2 范围", "1 heading 1 总则", "2 heading 1.1 目的",
          "1 heading 2 细则",
        ]
      ),
      ("A.甲项\nB.乙项", ["1 heading A. 甲项", "1 heading B. 乙项"]),
      ("A.甲项。\nB.乙项。", ["1 heading A. 甲项", "1 heading B. 乙项"]),
      (
        "A.加强组织领导。各单位要成立专班。\n正文。\nB.压实工作责任。各单位要分工。",
        ["1 runin A. 加强组织领导", "1 runin B. 压实工作责任"]
      ),
      (
        "a.加强组织领导。各单位要成立专班。\nb.压实工作责任。各单位要分工。",
        ["1 runin a. 加强组织领导", "1 runin b. 压实工作责任"]
      ),
      (
        "1.0目的\n正文。\n2.0 职责\n2.1制定\n2.2执行\n3.0附则",
        [
          "1 heading 1.0 目的", "1 heading 2.0 职责", "2 heading 2.1 制定", "2 heading 2.2 执行",
          "1 heading 3.0 附则",
        ]
      ),
      ("2.0 版本\n2.05 版本", []),
      ("一，提高认识。正文。\n二，抓好落实。正文。", ["1 runin 一， 提高认识", "1 runin 二， 抓好落实"]),
      ("1，学习\n正文。\n2，管理\n正文。", ["1 heading 1， 学习", "1 heading 2， 管理"]),
      ("1，200元用于培训。\n2，300元用于宣传。", []),
      (
        "一、认识\n一，学习。正文。\n二，管理。正文。\n二、落实",
        ["1 heading 一、 认识", "2 runin 一， 学习", "2 runin 二， 管理", "1 heading 二、 落实"]
      ),
      (
        "一、措施\n- 组织保障：成立小组。\n- 制度保障：建立台账。\n二、要求\n●抓紧落实\n● 抓好总结",
        [
          "1 heading 一、 措施", "2 runin - 组织保障", "2 runin - 制度保障", "1 heading 二、 要求",
          "2 heading ● 抓紧落实", "2 heading ● 抓好总结",
        ]
      ),
      (
        "一、措施\n* **组织**：建小组。\n* **制度**：建台账。",
        ["1 heading 一、 措施", "2 runin * **组织**", "2 runin * **制度**"]
      ),
      ("- 组织保障\n- 制度保障\n一、措施", ["1 heading 一、 措施"]),
      ("一、措施\n◆ 材料群招募中\n◆ 写稿请找某社", ["1 heading 一、 措施"]),
      ("一、措施\n- 1 -\n正文。\n- 2 -\n正文。", ["1 heading 一、 措施"]),
    ])
  func sequence(text: String, expected: [String]) {
    #expect(outline("甲市乙局文书。\n" + text) == expected)
  }

  @Test(
    "A figure behind a number's point or comma belongs to the title where the series runs on",
    arguments: [
      ("3.", "5月底前完成整改"), ("3.", "8项制度全部建立"), ("3.", "10%以上的村达标"), ("3.", "3个项目开工"),
      ("3.", "100人参加"),
      ("3．", "５万元到账"), ("3、", "7月15日前提交报告"), ("3、", "4月底前完成整改"), ("3、", "100人参加"),
    ])
  func figures(label: String, title: String) {
    let mark = label.dropFirst()
    let expected = [
      "1 runin 1\(mark) 抓学习", "1 runin 2\(mark) 抓管理", "1 runin \(label) \(title)",
    ]
    let text = "甲局文书。\n1\(mark)抓学习。正文。\n2\(mark)抓管理。正文。\n\(label)\(title)。正文。"
    #expect(outline(text) == expected)
    #expect(outline(text + "\n4\(mark)抓落实。正文。") == expected + ["1 runin 4\(mark) 抓落实"])
  }

  @Test(
    "Figures alone can be a series, and decimals are none",
    arguments: [
      (
        "1.5月10日前完成自查。正文。\n2.6月1日前完成整改。正文。\n3.7月15日前总结。正文。",
        ["1 runin 1. 5月10日前完成自查", "1 runin 2. 6月1日前完成整改", "1 runin 3. 7月15日前总结"]
      ),
      (
        "1、5月10日前完成自查。正文。\n2、6月1日前完成整改。正文。",
        ["1 runin 1、 5月10日前完成自查", "1 runin 2、 6月1日前完成整改"]
      ),
      ("1.5万元用于培训。\n1.2万元用于宣传。\n2.3万元结余。", []),
      ("1.15全市召开会议。\n2.3县里召开会议。", []),
      (
        "一、甲\n1.抓学习。\n2.抓管理。\n二、乙\n3.5万元到账。",
        ["1 heading 一、 甲", "2 heading 1. 抓学习", "2 heading 2. 抓管理", "1 heading 二、 乙"]
      ),
      (
        "1.抓学习。\n2.抓管理。\n3.5万元到账。\n3.抓落实。",
        ["1 heading 1. 抓学习", "1 heading 2. 抓管理", "1 heading 3. 抓落实"]
      ),
      (
        "1.总则\n1.1目的\n1.2范围\n2.1机构\n2.2职责",
        [
          "1 heading 1. 总则", "2 heading 1.1 目的", "2 heading 1.2 范围", "2 heading 2.1 机构",
          "2 heading 2.2 职责",
        ]
      ),
    ])
  func figureSeries(text: String, expected: [String]) {
    #expect(outline("甲局文书。\n" + text) == expected)
  }

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

  @Test(
    "A blank elsewhere ends no title",
    arguments: ["在全市 为", "全市共有 3个站", "坚持学习，抓好 为", "坚持“学习 管理”和"])
  func noBlankTitle(start: String) {
    let body = start + "做好防汛与抗旱，保证抢险与救灾工作高效有序进行，最大程度地减少人员伤亡和财产损失，保证经济社会全面协调发展。"
    #expect(outline("甲局文书。\n一、\(body)") == ["1 runin 一、 "])
  }

  @Test("Rows of a table have no commas")
  func rows() {
    #expect(outline("甲局文书。\n1.1 张三 男 45岁\n1.2 李四 女 30岁") == [])
    let text = "甲局文书。\n1.1 依据 国家 有关法律，制定本预案。\n1.2 范围 适用 于全县，下同。"
    #expect(
      outline(text) == ["1 heading 1.1 依据 国家 有关法律，制定本预案", "1 heading 1.2 范围 适用 于全县，下同"])
  }
}
