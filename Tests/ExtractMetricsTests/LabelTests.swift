import Testing

@testable import extract_metrics

/// Where the name of what is counted ends: behind its figure, before it, and between two figures.
@Suite struct LabelTests {
  @Test(arguments: [
    // what is counted, and an amount whose figure comes next
    ("12个灌溉工程总投资8亿元", ["灌溉工程", "总投资"]), ("5个商场面积9万平方米", ["商场", "商场面积"]), ("9个小区信息", ["小区信息"]),
    ("6家企业总的存货周转率为7%", ["企业", "存货周转率"]), ("5个学校生产总值9万元", ["学校生产总值", "学校生产总值"]),
    ("3名老师课题经费5万元", ["老师", "课题经费"]),
    // somebody, and what they do
    ("四个山区村发展中药材300亩", ["山区村", "中药材"]), ("四个山区村改造工程300亩", ["山区村改造工程", "山区村改造工程"]),
    ("为8所乡镇幼儿园购买玩具90件", ["乡镇幼儿园", "玩具"]), ("2位种田能手介绍了经验", ["种田能手"]),
    ("6家城市更新企业", ["城市更新企业"]), ("9个山区县推广面积300亩", ["山区县", "推广面积"]),
    ("同5家单位会签意见", ["单位"]), ("组织会员单位60人举办了联谊会", ["会员单位"]),
    ("为30人发放农村救灾款5万元", ["发放农村救灾款", "农村救灾款"]),
    // somebody, and what is theirs
    ("解决80名幼儿的午餐问题", ["幼儿"]), ("3个村的路灯", ["村"]), ("3个专门的接待点", ["专门的接待点"]), ("2名优秀的技师", ["优秀的技师"]),
    // remarks inside a name
    ("表彰12个县公安（分）局", ["县公安（分）局"]), ("表彰12个单位（其中县级3个）", ["单位", "县级"]),
    // verbs and prepositions that only begin a name
    ("全县8座在产煤矿", ["在产煤矿"]), ("8户在山坡", ["在山坡"]), ("排查9个村居", ["村居"]), ("20亩花海作为景点", ["花海"]),
    ("在完成30户厕所改造的基础上", ["厕所改造"]),
  ])
  func `what stands behind a figure names it as far as it is counted`(
    text: String, labels: [String]
  ) throws {
    #expect(try Finding.all(in: text + "。").map(\.label) == labels)
  }
}
