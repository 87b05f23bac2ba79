import Testing

@testable import split_sections

@Suite struct TitleBlockTests {
  @Test(
    "The lines of a document's own title are found above its body",
    arguments: [
      ("某街道党建工作报告\n现将情况报告如下。", [1]),
      ("某市人民政府关于加强\n档案管理工作的通知\n某政〔2024〕1号\n各县人民政府：\n现通知如下。", [1, 2]),
      ("某市人民政府办公室文件\n某政办〔2024〕3号\n\n某市人民政府办公室\n关于防汛工作的通知\n各县：\n现通知如下。", [4, 5]),
      (
        "索引号：113400-2020 组配分类：意见征集\n发布机构：某委 主题分类：卫生 发文日期：2020年10月21日 有效性：有效 公开范围：面向社会公众全部公开 信息来源：某委\n名称：关于召开征求意见会的通知 文号：\n关于召开征求意见会的通知\n各县：\n现通知如下。",
        [4]
      ),
      ("打印\n全屏\n2026年某省政府工作报告\n——在代表大会上\n来源：某日报\n各位代表：\n现在报告工作。", [3]),
      ("某市关于印发\n《工作规则》的通知\n现予印发。", [1, 2]),
      ("某局年度工作总结.\n一、学习", [1]), ("心里静下来, 就去学习, 再去工作.\n一、学习", []),
      ("国 务 工 作 规 则\n一、总则", [1]),
      ("行业加快转型 市场前景广阔\n发布时间：2011-04-15\n近年来，行业发展很快。", [1]),
      ("张三：怎样防范评审风险\n发布时间：2011-06-21\n风险来自几个方面。", [1]),
      ("某市统计局\n2024年1月20日\n2023年某市统计公报\n初步核算，全年增长。", [3]),
      ("首页 > 政务公开 > 通知公告\n某县防汛预案\n为做好防汛工作，制定本预案。", [2]),
      ("某市贯彻国家标准\n实施意见\n各县：\n现提出如下意见。", [1, 2]),
      ("当前位置:某某范文网工作报告内容页\n某镇清理办公用房自查报告\n现将情况报告如下：\n一、概况", [2]),
      ("您的位置：首页\n某局工作总结\n现总结如下。", [2]), ("所在位置：工作报告\n某局工作总结\n现总结如下。", [2]),
      ("网站首页\n某局年度工作情况\n一、概况", [2]),
      ("新华社北京3月17日电\n某某部门工作报告\n各位代表：\n现在报告工作。", [2]),
      ("人民网3月17日讯（记者 张三）\n全市工作会议召开\n会议今天开幕。", [2]),
      ("某某报讯\n全市工作会议召开\n会议今天开幕。", [2]),
      ("督查专报\n第 6 期\n关于巡查情况的通报\n各单位：\n一、概况", [3]),
      ("工作简报\n2024年第3期（总第40期）\n全市工作会议召开\n会议今天开幕。", [3]),
      ("某县人民政府\n关于申请安排资金的\n请示\n市人民政府：\n现请示如下。", [1, 2, 3]),
      ("某县茶业情况\n请示\n市人民政府：\n现请示如下。", [1]),
      ("2023年某县统计公报[1]\n某县统计局\n2024年4月10日\n初步核算，全年增长。", [1]),
      ("某街道工作总结和工作思路\n\n2023年工作总结\n今年工作很好。", [1]),
      ("工作简报\n第12期\n某县农业局　　2024年4月15日\n某镇“三抓”推动茶业振兴\n近年来，某镇立足实际。", [4]),
      ("工作简报\n第12期\n2024年4月15日\n近年来，某镇立足实际。", [1]),
      ("某校第三期培训情况的报告\n一、概况", [1]), ("某某电视台第6期\n节目总结\n一、概况", [1, 2]),
      ("某某管理办法\n（试行）\n第一章 总则", [1, 2]),
      ("某县行动方案\n（2024—2026年）\n各村：\n一、概况", [1, 2]),
      ("某县会议讲话\n（2024年5月6日）\n同志们：\n一、概况", [1]),
      ("某省人民政府關于\n做好防汛工作的若干意見\n各縣：\n現提出如下意見。", [1, 2]),
      ("返回顶部\n某县工作规则\n一、概况", [2]), ("无障碍浏览 长者模式\n某县工作方案\n一、概况", [2]),
      ("信息公开年度报告\n一、概况", [1]), ("首页条目情况\n一、概况", [1]),
      ("1\n在某县会议上的主持词\n同志们：\n今天开会，有三项议程。", [2]),
      ("1.概况\n在某县会议上的主持词\n同志们：\n今天开会。", []),
      ("GB/T 9704—2012 党政机关公文格式\n前言如下。", [1]),
      ("第一篇：某局文件\n某局关于值班的通知\n各单位：\n一、时间", [1, 2]),
      ("第一篇：某局文件\n某局文件\n某局〔2024〕4号\n某局关于加强\n值班工作的通知\n各单位：\n一、时间", [1, 4, 5]),
      ("第一篇 总体要求\n第一章 基础\n正文。\n第二篇 主要任务", []),
      ("政教处副主任竞聘演讲稿\n我的理想\n各位领导：\n一、优势", [1]),
      ("第一篇：某局的值班工作已经安排。\n某局关于值班的通知\n一、时间", []),
      ("某某市人民政府\n您当前的位置：\n加快茶业发展若干政策\n为加快发展，制定本政策。", [3]),
      ("某市落实《关于支持茶业的\n若干政策\n和措施》实施方案\n为落实政策，制定本方案。", [1, 2, 3]),
      ("某市落实《茶业支持政策》\n实施方案\n某市农业情况\n为落实政策，制定本方案。", [1, 2]),
      ("今天是：2024年5月6日 星期一\n工作报告\n\n首页\n某区依法行政情况报告\n一、概述", [5]),
      ("述职报告\n张三\n现将情况报告如下。\n某区工作情况报告\n一、概述", [1]),
      ("【总结】某局年度工作总结\n一、概述", [1]), ("【工作总结】\n一、概述", []), ("【字号：大中小】报告\n一、概述", []),
      ("小编整理了一篇报告。\n某站工作报告\n一、学习", [2]),
      ("下面的报告，供大家参考。\n某站工作报告\n一、学习", [2]), ("下面是一篇报告。\n某站工作报告\n一、学习", []),
      ("引　言\n为了做好工作，现报告如下。\n一、概述", []), ("引言写作规范\n一、概述", [1]),
      ("正文 下载本文\n某站工作情况\n一、概述", [2]),
      ("某县工作报告\n来源：某网\n2024年5月6日\n某县工作报告\n各位代表：\n一、回顾", [4]),
      ("某县工作报告\n某县工作报告\n某县财政局\n各位代表：\n一、回顾", [2]),
      ("某县财政局\n某县工作报告\n某县工作报告\n各位代表：\n一、回顾", [3]),
      ("某县工作报告\n各位代表：\n某县工作报告\n一、回顾", [1]), ("某县工作报告\n一、某县工作报告\n某县工作报告", [1]),
      ("某校自查报告\n小编：\n某校自查报告\n根据安排，某校开展了自查。", [3]),
      ("（某省）某市财政工作报告\n各位代表：\n一、回顾", [1]),
      ("（某省）某市财政工作报告\n某市财政工作报告\n各位代表：\n一、回顾", [2]),
      ("（某报讯）某市会议召开\n一、回顾", []),
      ("切换到繁体 无障碍浏览\n政府信息公开\n某局提醒函\n各单位：\n一、概况", [3]),
      ("**县年度工作总结\n一、概况", [1]), ("*本站推荐\n一、概况", []),
      ("【自查】某局自查报告3篇\n一、概况", [1]), ("【解读】关于规划的政策解读\n一、背景", [1]),
      ("某局会议纪要三篇\n来源：某网\n某局会议纪要\n一、概况", [3]),
      ("工作。要健全机制\n共享信息，形成\n合力。\n一、概况", []),
      ("守住防线！某市制定防疫十条措施\n为守住防线，制定本措施。", [1]), ("守住防线！要有信心\n正文如下。", []),
      ("同志们！\n今天开会。", []), ("现将有关情况报告如下\n一、概况", []),
      ("按照安排，现将情况报告如下：\n一、特色", []), ("（一）程序\n1.提名。小组提名。", []),
      ("    保障对象：全县建档人口\n    1.资助参保。全额资助。", []), ("各位代表：\n大家好\n现在报告工作。", []),
    ] as [(String, [Int])])
  func titles(text: String, lines: [Int]) {
    #expect(split(text).filter { $0.type == "title" }.map(\.line) == lines)
  }

  @Test(
    "An attachment alone is headed by its number and its title",
    arguments: [
      ("附件1：\n2023年度安全生产专项整治方案\n一、目标\n减少事故。", [1, 2]),
      ("附件1\n2023年度安全生产专项整治方案\n一、目标\n减少事故。", [1, 2]),
      ("附件：\n2023年度安全生产专项整治方案\n一、目标\n减少事故。", [1, 2]),
      ("\n附件：\n\n某市重点项目一览\n一、目标\n减少事故。", [2, 4]),
      ("附件：2023年度安全生产专项整治方案\n一、目标\n减少事故。", [1]),
      ("附件2：某县防汛预案（试行）\n为做好防汛工作，制定本预案。", [1]),
      ("附件：某县防汛预案\n某局关于防汛的通知\n各县：\n一、目标", [2]),
      ("附件：1.某县防汛预案\n2.某县值班制度\n一、目标", []),
      ("附件：\n1.某县防汛预案\n2.某县值班制度", []),
      ("某局关于防汛的通知\n各县：\n现将预案印发。\n附件：某县防汛预案\n某局", [1]),
      // Behind an attachment the next may have its title in its own line.
      ("某局通知\n各县：\n现印发。\n附件1\n岗位表\n正文在此。\n附件2：操作说明\n第一步：登录。\n第二步：填写。", [1, 4, 5, 7]),
      ("某局通知\n各县：\n现印发。\n附件1\n岗位表\n正文在此。\n附件2：操作说明\n附件3：填表说明", [1, 4, 5]),
      ("附件：某县防汛预案\n一、目标\n减少灾害。\n附件：值班安排表\n2024年5月1日", [1]),
    ] as [(String, [Int])])
  func attachment(text: String, lines: [Int]) {
    #expect(split(text).filter { $0.type == "title" }.map(\.line) == lines)
  }

  @Test("Between the title and the body —— begins no list")
  func subtitle() {
    let head = "某县政府工作报告\n——2024年1月8日在某县代表大会上\n"
    #expect(
      outline(head + head + "各位代表：\n一、回顾") == ["0 title 某县政府工作报告", "1 heading 一、 回顾"])
    #expect(
      outline("某县政府工作报告\n各位代表：\n——经济平稳\n正文。\n——民生改善\n正文。") == [
        "0 title 某县政府工作报告", "1 heading —— 经济平稳", "1 heading —— 民生改善",
      ])
    #expect(
      outline("某县政府工作报告\n——经济平稳。正文。\n——民生改善。正文。") == [
        "0 title 某县政府工作报告", "1 runin —— 经济平稳", "1 runin —— 民生改善",
      ])
  }

  @Test("An attachment's lines are a title, and its depth begins anew")
  func attachment() {
    let text = """
      某局关于演练的通知
      各站：
      现通知如下。
      一、要求
      （一）时间
      附件：1.物资清单
            2.人员名单
      某局
      2024年5月6日
      附件1
      物资清单
      （一）沙袋
      附件2：
      人员名单
      1、张三
      """
    let expected = [
      "0 title 某局关于演练的通知", "1 heading 一、 要求", "2 heading （一） 时间", "0 title 附件1",
      "0 title 物资清单", "1 heading （一） 沙袋", "0 title 附件2：", "0 title 人员名单", "1 heading 1、 张三",
    ]
    // Stops behind the numbers may be mixed.
    for list in [text, text.replacing("2.人员", with: "2、人员")] { #expect(outline(list) == expected) }
  }

  @Test("A second title below a sign-off begins a part")
  func secondTitle() {
    let text = "某局关于印发规则的通知\n现予印发。\n一、甲\n某局\n2024年5月6日\n某 局 工 作 规 则\n第一章 总则\n第一条 甲为乙。"
    #expect(
      outline(text) == [
        "0 title 某局关于印发规则的通知", "1 heading 一、 甲", "0 title 某 局 工 作 规 则", "1 heading 第一章 总则",
        "2 runin 第一条 ",
      ])
  }

  @Test("A title of several lines below a sign-off is taken whole, where it ends as titles end")
  func secondTitleOfLines() {
    let letter = "某区关于印发方案的通知\n各单位：\n现予印发。\n某区人民政府\n2023年3月28日\n（此件公开发布）\n"
    let body = "为落实会议精神，制定本方案。\n一、目标"
    #expect(
      outline(letter + "某区2023年重点工作\n任务分解和责任分工方案\n" + body) == [
        "0 title 某区关于印发方案的通知", "0 title 某区2023年重点工作", "0 title 任务分解和责任分工方案", "1 heading 一、 目标",
      ])
    #expect(
      outline(letter + "某区办公室\n2023年3月28日印发\n" + body) == [
        "0 title 某区关于印发方案的通知", "1 heading 一、 目标",
      ])
  }

  @Test(
    "Each of several reports has a head of its own, and its depth begins anew",
    arguments: [
      ("某站述职报告篇1", "某站述职报告篇2"), ("某站述职报告 篇一", "某站述职报告 篇二"), ("述职报告（篇1）", "述职报告（篇2）"),
      ("述职报告【第一篇】", "述职报告【第二篇】"), ("第一篇：某站总结", "第二篇：某站总结"),
      ("【篇1】某站总结", "【篇2】某站总结"), ("第一篇:读书的故事", "第二篇:读书的故事"), ("【第1篇】某站总结", "【第2篇】某站总结"),
      ("某站总结范文一", "某站总结范文二"), ("某站批覆範文1", "某站批覆範文2"),
      ("某站年度工作总结1", "某站年度工作总结2"),
    ] as [(String, String)])
  func pieces(first: String, second: String) {
    let text =
      "述职报告汇编\n下面几篇，供大家参考。\n\(first)\n一年来，工作如下。\n一、学习\n（一）读书\n"
      + String(repeating: "读了很多书。\n", count: 50) + "\(second)\n（一）落实"
    #expect(
      outline(text) == [
        "0 title 述职报告汇编", "0 title \(first)", "1 heading 一、 学习", "2 heading （一） 读书",
        "0 title \(second)", "1 heading （一） 落实",
      ])
  }

  @Test("Below the head of one of several reports its own title may stand")
  func titleOfPiece() {
    let text = "工作总结（精选8篇）\n\n工作总结 第1篇\n\n某站年度工作总结\n\n一年来，工作如下。\n一、学习"
    #expect(
      outline(text) == [
        "0 title 工作总结（精选8篇）", "0 title 工作总结 第1篇", "0 title 某站年度工作总结", "1 heading 一、 学习",
      ])
  }

  @Test(
    "A line with a number at its end is no head of a report where it is something else",
    arguments: ["工作建议1", "述职报告六篇", "【篇幅】工作总结说明", "（一篇）工作总结说明", "述职报告篇1。", "见上篇第1页", "某站编号2024"])
  func noPieces(line: String) {
    #expect(
      outline("甲局文书。\n一、学习\n（一）读书\n\(line)\n（二）落实") == [
        "1 heading 一、 学习", "2 heading （一） 读书", "2 heading （二） 落实",
      ])
  }

  @Test("Below the head of a later report its own title may stand as well, over its letterhead")
  func titleOfLaterPiece() {
    #expect(
      outline(
        "第一篇：某局文件\n一年来，工作如下。\n一、学习\n第二篇：某局文件\n某局〔2024〕4号\n\n某局关于值班的通知\n\n各站：\n一、时间\n某站总结报告"
      ) == [
        "0 title 第一篇：某局文件", "1 heading 一、 学习", "0 title 第二篇：某局文件", "0 title 某局关于值班的通知",
        "1 heading 一、 时间",
      ])
  }

  @Test("A table of contents is text, and its headings come once")
  func contents() {
    let text = "目　录\n一、概况……1\n二、说明……2\n一、概况\n正文。\n二、说明\n正文。"
    #expect(outline(text) == ["1 heading 一、 概况", "1 heading 二、 说明"])
    #expect(split(text).filter { $0.type == "text" }.count == 5)
    let sample = "目录/提纲：……\n一、现状\n（一）成效\n二、问题\n……\n某县茶业发展调研报告\n现将情况报告如下。\n一、现状\n正文。"
    #expect(outline(sample) == ["0 title 某县茶业发展调研报告", "1 heading 一、 现状"])
    let parts = "第一部分 概况\n一、职责\n二、机构\n第二部分 决算\n一、收入\n"
    let expected = [
      "1 heading 第一部分 概况", "2 heading 一、 职责", "2 heading 二、 机构", "1 heading 第二部分 决算",
      "2 heading 一、 收入",
    ]
    for head in ["目录\n公开时间：2024年9月6日\n", "目录\n", ""] {
      #expect(outline(head + parts + parts + "正文。") == expected)
    }
    #expect(
      outline("目录\n" + parts + "第一部分\n概况\n一、职责\n正文。") == [
        "1 heading 第一部分 ", "2 heading 一、 职责",
      ])
    // Where body stands between them, or something else is numbered, it is no table of contents.
    #expect(outline(parts + "正文。\n" + parts) == expected + expected)
    #expect(
      outline("一、职责\n（一）起草\n（二）印发\n二、机构\n（一）科室") == [
        "1 heading 一、 职责", "2 heading （一） 起草", "2 heading （二） 印发", "1 heading 二、 机构",
        "2 heading （一） 科室",
      ])
    #expect(
      outline("目录\n一、现状\n正文写在这里。\n二、问题\n……") == ["1 heading 一、 现状", "1 heading 二、 问题"])
  }

  @Test("Between a table of contents and the first heading a title and paragraphs may stand")
  func contentsAboveTitle() {
    let entries = "一、现状\n（一）成效\n二、问题\n"
    let body = "一、现状\n正文写在这里。\n二、问题"
    let headings = ["1 heading 一、 现状", "1 heading 二、 问题"]
    let paragraph = String(repeating: "今年开了很多会，", count: 12) + "情况如下。\n"
    for head in ["目录\n", "【提纲】\n"] {
      #expect(
        outline(head + entries + "某县茶业发展调研报告\n" + paragraph + body)
          == ["0 title 某县茶业发展调研报告"] + headings)
    }
    // Without the same heading below, the entries are headings.
    #expect(outline("目录\n" + entries + paragraph).count == 3)
  }

  @Test("A note of an editor stands above the title as the periodical's name does")
  func editorial() {
    let note = "为推广经验，现将某站的做法刊发如下，" + String(repeating: "请各站学习借鉴，", count: 15) + "抓好落实。\n"
    for opening in ["编者按：", "【编者按】", "编者的话："] {
      #expect(
        outline("某站工作简报\n第9期\n（总第99期）\n" + opening + note + "某站用好“三本账”\n正文写在这里。\n一、甲")
          == ["0 title 某站用好“三本账”", "1 heading 一、 甲"])
    }
    #expect(
      outline("某站工作简报\n第9期\n" + note + "某站用好“三本账”\n正文写在这里。\n一、甲")
        == ["0 title 某站工作简报", "1 heading 一、 甲"])
  }

  @Test("The number of a page is no title", arguments: ["第1页", "第 1 页 共 9 页", "第1页/共9页"])
  func pageNumber(line: String) {
    #expect(outline(line + "\n一、甲\n正文。") == ["1 heading 一、 甲"])
    #expect(outline("第1页说明\n一、甲\n正文。") == ["0 title 第1页说明", "1 heading 一、 甲"])
  }

  @Test("A title may stand behind a word for it in the first line")
  func headline() {
    #expect(
      outline("标题：某站年度工作总结\n一、甲\n正文。") == ["0 title 标题：某站年度工作总结", "1 heading 一、 甲"])
    #expect(
      outline("标题：某站年度工作总结\n发布时间：2024年9月9日\n某站年度工作总结\n一、甲")
        == ["0 title 某站年度工作总结", "1 heading 一、 甲"])
    #expect(outline("标题：某站很好\n一、甲") == ["1 heading 一、 甲"])
  }
}
