/// Streams and texts that every filter takes, for the tests of what all filters have in common.
enum Sample {
  /// A document of lines that no filter has seen, with a comment and a record of a plug-in.
  static let first = """
    doc\treport/1\t城关镇报告.txt
    # 由录入员核对
    meta\tyear\t2023
    line\t1\t1\t城关镇二〇二三年防汛工作总结
    line\t2\t1\t
    line\t3\t1\t　　一、基本情况
    x-mood\t1\t平\\t稳
    line\t4\t1\t　　全镇现有堤防12.6公里，涵闸9座，其中需要加固的3座。
    line\t5\t1\t　　（一）加强巡查。全年出动巡查人员1860人次，排除隐患41处，投入资金23万元。
    line\t6\t1\t　　二、下一步打算
    line\t7\t1\t　　一是修订预案；二是备足编织袋2万条；三是每月演练1次。
    end\tok

    """

  /// A document that is segmented already.
  static let second = """
    doc\treport/1\t河湾村.txt
    title\t1\t1\t河湾村人居环境整治情况
    text\t2\t1\t0\t村里有农户312户，常住人口1047人。
    section\t3\t1\t1\theading\t一、\t做法\t
    text\t4\t1\t1\t清运垃圾约86吨，整修路面4.5公里。
    section\t5\t1\t2\trunin\t（一）\t包干到户\t。
    text\t5\t9\t2\t每户每月评分2次，合格率达到97%。
    end\tok

    """

  /// Plain text of a few lines.
  static let text = """
    河湾村人居环境整治情况

    一、做法
    清运垃圾约86吨，整修路面4.5公里。
    （一）包干到户。每户每月评分2次，合格率达到97%。

    """

  /// More plain text than any buffer or pipe holds.
  static var longText: String { String(repeating: text, count: 20_000) }
}
