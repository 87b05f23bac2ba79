import Testing

@testable import strip_ads

/// Offices tell whom to ask and which group to join in the words of advertising.
@Suite struct NoticeTests {
  private static let head = [
    "关于举办全县公文写作培训班的通知", "各镇人民政府、县直各单位：", "为提高机关文稿质量，定于五月十日举办培训班，现将有关事项通知如下。",
  ]
  private static let foot = ["附件：报名回执", "县政府办公室", "2024年4月20日"]

  private static func notice(_ line: String, _ head: [String] = head) -> String {
    (head + [line] + foot).joined(separator: "\n") + "\n"
  }

  private static let own = [
    "报名方式：微信扫码报名，咨询QQ：712345678", "请添加工作微信群", "咨询QQ：712345678", "报名咨询微信：hxban2024",
    "请各单位联络员扫码加入工作群（二维码附后）", "会务QQ群：712345678，请实名入群", "入群方式：扫描下方二维码加入培训班微信群",
  ]

  @Test("In a notice the notice's own stays", arguments: own)
  func stays(line: String) {
    #expect(strip(Self.notice(line)) == Self.notice(line))
    // Known by its title, or by whom it is for.
    for head in [[Self.head[0], Self.head[2]], ["培训班安排", Self.head[1], Self.head[2]]] {
      #expect(strip(Self.notice(line, head)) == Self.notice(line, head))
    }
  }

  @Test(
    "In a notice that a site put on its pages the site's own goes",
    arguments: [
      "更多公文写作资料请关注公众号“某某写作”", "加微信gw20251免费领取五千篇范文", "需要的同学加Q群712345678领资料包", "精品文档欢迎下载",
      "咨询QQ：712345678，代写各类通知、总结，价格实惠", "扫码关注公众号，回复“通知”领取模板",
    ])
  func goes(line: String) {
    #expect(strip(Self.notice(line)) == (Self.head + Self.foot).joined(separator: "\n") + "\n")
  }

  @Test("Elsewhere such a line goes", arguments: ["报名方式：微信扫码报名，咨询QQ：712345678", "咨询QQ：712345678"])
  func elsewhere(line: String) {
    #expect(strip(document(around: line)) == prose.joined(separator: "\n") + "\n")
  }
}
