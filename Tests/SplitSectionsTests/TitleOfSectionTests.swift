import Testing

@testable import split_sections

@Suite struct TitleOfSectionTests {
  @Test(
    "A title is the first sentence of a labelled line, where that works as a heading",
    arguments: [
      ("（一）加强领导。各单位要重视。", "1 runin （一） 加强领导", "。"),
      ("（一）指导思想。", "1 heading （一） 指导思想", "。"),
      ("一、元旦：放假三天。", "1 runin 一、 元旦", "："),
      ("二、主要原因有：", "1 heading 二、 主要原因有", "："),
      ("1.“两公开。三报告”制度。逐项落实。", "1 runin 1. “两公开。三报告”制度", "。"),
      ("1.加强领导！！各单位要重视。", "1 runin 1. 加强领导", "！！"),
      ("1.加强领导。  各单位要重视。", "1 runin 1. 加强领导", "。  "),
      ("1.加强领导. 各单位要重视.", "1 runin 1. 加强领导", ". "),
      ("（一）加强领导．", "1 heading （一） 加强领导", "．"),
      ("1.加强A.B管理", "1 heading 1. 加强A.B管理", ""),
      ("1.什么是述职报告？", "1 heading 1. 什么是述职报告？", ""),
      ("1.What is it?", "1 heading 1. What is it?", ""),
      ("（一）为什么学？？学是前提。", "1 runin （一） 为什么学？？", ""),
      ("（一）“学什么？”。学是前提。", "1 runin （一） “学什么？”", "。"),
      ("一、为什么学？——学习是前提", "1 heading 一、 为什么学？——学习是前提", ""),
      ("四、下步打算　　", "1 heading 四、 下步打算", ""),
      ("第 1 條", "1 heading 第1條 ", ""),
      ("第一条　目的", "1 heading 第一条 目的", ""),
      ("第一条　【目的】为了管理，制定本办法。", "1 runin 第一条 【目的】", ""),
      ("第三条　本办法由局负责解释。", "1 runin 第三条 ", ""),
      ("**一、总体要求**", "1 heading **一、 总体要求", "**"),
      ("**（一）指导思想。** 正文写在这里。", "1 runin **（一） 指导思想", "。** "),
      ("**1. 项目建设**：完成投资。", "1 runin **1. 项目建设", "**："),
      ("**1、项目建设：**完成投资。", "1 runin **1、 项目建设", "：**"),
      ("**二、**主要任务", "1 heading **二、** 主要任务", ""),
      ("**第一章 总则**", "1 heading **第一章 总则", "**"),
      ("一、**重点**任务", "1 heading 一、 **重点**任务", ""),
      ("（一）讨论决定工作中的重大事项；", "1 heading （一） 讨论决定工作中的重大事项", "；"),
    ])
  func title(line: String, expected: String, stop: String) {
    let text = "甲市乙局文书。\n" + line
    #expect(outline(text) == [expected])
    #expect(split(text).first { $0.type == "section" }?.columns[7] == stop)
  }

  @Test("A long first sentence is body: the section has a label and no title")
  func clause() {
    let body =
      "各级行政机关和承担行政职能的事业单位应当依照法律法规和本办法的规定，在各自职责范围内建立健全管理制度，明确责任部门和责任人员，并且接受监督。"
    let records = split("甲局文书。\n一、" + body)
    #expect(
      records.dropFirst().map(\.description) == ["section|2|1|1|runin|一、||", "text|2|3|1|" + body])
  }
}
