import Testing

@testable import strip_ads

/// Lines that go for the company that they keep.
@Suite struct CompanyTests {
  private static let ads = ["更多范文请关注公众号“某某写作”，加微信 gw20251 免费领取", "精品文档，欢迎下载使用"]
  private static let weak = ["菜单栏里获取电子稿"]

  @Test("What little speaks for goes between advertising and nowhere else", arguments: weak)
  func weakLine(line: String) {
    let around = document(around: line)
    #expect(strip(around) == around)
    #expect(strip(document(around: Self.ads[0], line)) == around)
    #expect(strip(document(around: line, Self.ads[0])) == around)
    #expect(strip(document(around: "— 3 —", line, "— 4 —")) == around)
    #expect(strip(document(around: Self.ads[0], line, "", Self.ads[1])) == document())
    #expect(strip(document(around: Self.ads[0], line, Self.weak[0], Self.ads[1])) == document())
    let tail = document() + Self.ads[0] + "\n"
    #expect(strip(tail + line + "\n") == document())
  }

  @Test(
    "Lines of the report stay between advertising",
    arguments: [
      "邮箱：85231456@qq.com（办公室）", "2.登录信息门户，点击“论文提交”进入系统", "县政府办公室", "2024年12月20日", "联系人：周敏",
      "三、下一步打算", "比如，下载应用后，要么同意，要么放弃注册。",
    ])
  func reportLine(line: String) {
    #expect(strip(document(around: Self.ads[0], line, Self.ads[1])) == document(around: line))
  }

  @Test("The titles of a site's list of other texts go at the page's end, or before debris")
  func lists() {
    let list = "往期热门\n2024年党支部书记述职报告\n▶ 乡镇农业农村工作总结\n"
    #expect(strip(document() + list) == document())
    #expect(strip(document() + list + "返回顶部 关闭窗口 打印本页\n") == document())
    let titles = document() + "2024年党支部书记述职报告\n"
    #expect(strip(titles) == titles)
    // A text goes on behind it, or the list is signed.
    #expect(strip(list + document()) == "2024年党支部书记述职报告\n▶ 乡镇农业农村工作总结\n" + document())
    let signed = "2024年党支部工作总结\n2024年12月20日\n"
    #expect(strip(document() + "往期热门\n" + signed) == document() + signed)
  }

  @Test(
    "A row of tags is none of the report's",
    arguments: [
      ("#年终总结 #述职报告", true), ("#年终总结# #述职报告#", true), ("#述职报告", false), ("# 述职报告 # 总结", false),
      ("#1机组 #2机组", false), ("#年终总结 述职报告", false), ("", false), ("#", false),
    ])
  func tags(line: String, expected: Bool) {
    let text = Array(line.utf8)
    let isTagRow = text.span.isTagRow
    #expect(isTagRow == expected)
    #expect(strip(document(around: line)) == (expected ? document() : document(around: line)))
  }
}
