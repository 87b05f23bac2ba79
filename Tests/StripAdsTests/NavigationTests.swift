import Testing

@testable import strip_ads

/// The menus, labels and links that stand around a report on a web page.
@Suite struct NavigationTests {
  private static let text = prose.joined(separator: "\n") + "\n"

  @Test("The navigation of web pages goes at the head and at the foot, not in the text")
  func navigation() {
    let head = "下载\n打印\n【字号：\n加大\n还原\n】\n"
    let text = prose.joined(separator: "\n") + "\n"
    #expect(strip(head + text) == text)
    #expect(strip(text + "相关链接>>\n打印本页\n关闭窗口\n") == text)
    let long = String(repeating: text, count: 8)
    #expect(strip(long + "下载\n打印\n收藏\n" + long) == long + "下载\n打印\n收藏\n" + long)
  }

  @Test(
    "An entry of a menu has > behind it and a dot before it, or >>",
    arguments: [
      ("• 研究报告>", true), ("  ● 建筑/施工/环境 > ", true), ("·PPT模板＞", true), ("行业指导 更多>>", true),
      ("政策解读»", true), ("研究报告>", false), ("• 研究报告", false), ("• 研究报告（三）>", false), ("• 3类>", false),
      ("• 报>", false), ("审批流程：申请>>", false), (">>", false), ("• >", false), ("", false),
      ("• 一二三四五六七八九十一二三>", false),
    ])
  func isEntry(line: String, expected: Bool) {
    #expect(Array(line.utf8).span.isEntry == expected)
  }

  @Test("The entries of a library's page go at its head, and a last one with the foot")
  func entries() {
    let head = "全部分类\n  • 研究报告>\n  • 管理文献>\n  • 教育专区>\n"
    #expect(strip(head + Self.text) == Self.text)
    #expect(strip("• 研究报告>\n" + Self.text) == "• 研究报告>\n" + Self.text)
    #expect(strip(Self.text + "行业指导 更多>>\n下载本文档\n") == Self.text)
  }

  @Test(
    "A name in four of a row may be unknown, where another is one of web pages alone",
    arguments: [
      ("登录 | 注册 | 校友之家 | 加入收藏 | 设为首页", true), ("English 回到旧站 设为首页 加入收藏", true),
      ("登录 | 注册 | 校友之家 | 下载 | 打印", false), ("校友之家 捐赠母校 设为首页 加入收藏", false),
      ("登录 | 注册 | 校友之家2 | 加入收藏 | 设为首页", false), ("登录、注册、校友之家、加入收藏、设为首页", false),
      ("登录 | 注册 | 历届校友的家园 | 加入收藏 | 设为首页", false), ("字体 字号 行距 缩进", false),
    ])
  func unknownNames(line: String, goes: Bool) {
    #expect(strip(document(around: line)) == (goes ? document() : document(around: line)))
  }

  @Test("A label of a form goes between debris, and stays beside text")
  func labels() {
    let debris = "下载本文档"
    #expect(strip(document(around: debris, "账号：", "", "密码：", debris)) == document())
    #expect(strip(document(around: debris, "账号：")) == document(around: "账号："))
    #expect(strip(document(around: "温馨提示：", debris)) == document(around: "温馨提示："))
    #expect(strip(document(around: "账号：", "密码：")) == document(around: "账号：", "密码："))
  }

  @Test(
    "What stands for a picture and the name of a library go between debris, and stay beside text")
  func pictures() {
    for name in ["二维码", "三一办公", "人人文库"] {
      #expect(strip(document(around: "三方登录下载：", "下载本文档", name, "返回顶部")) == document())
      #expect(strip(document(around: name)) == document(around: name))
      #expect(strip(document(around: "下载本文档", name)) == document(around: name))
    }
  }

  @Test("A menu behind debris goes, where its first row is worth nothing")
  func menuBehindDebris() {
    let menu = "加入收藏 设为首页 返回顶部\n三一办公\n全部分类\n• 研究报告>\n\n"
    #expect(strip(menu + Self.text) == Self.text)
    #expect(strip("返回顶部\n\nTOP\n\n" + Self.text) == Self.text)
    #expect(strip("TOP\n" + Self.text) == "TOP\n" + Self.text)
  }

  @Test("A date goes between debris at the page's very head, and nowhere else")
  func dates() {
    let rows = "登录 | 注册 | 设为首页\n2021-09-20\n星期一\n当前位置：首页 >> 论坛 >> 正文\n"
    #expect(strip(rows + Self.text) == Self.text)
    #expect(strip("2021/9/20 星期一 加入收藏 设为首页\n" + Self.text) == Self.text)
    #expect(strip("2021-09-20\n星期一\n" + Self.text) == "2021-09-20\n星期一\n" + Self.text)
    let foot = Self.text + "2021-09-20\n"
    #expect(strip(foot + "返回顶部\n") == foot)
    #expect(strip(Self.text + "下载本文档\n2021-09-20\n返回顶部\n") == foot)
  }

  @Test(
    "A page's place that is told line by line goes, and a sign alone stays", arguments: [">", "›"])
  func steps(sign: String) {
    #expect(strip("首页\n\(sign)\n政务公开\n\(sign)\n" + Self.text) == Self.text)
    for other in ["首页\n\(sign)\n某某公开\n", "\(sign)\n\(sign)\n\(sign)\n"] {
      #expect(strip(other + Self.text) == other + Self.text)
    }
  }
}
