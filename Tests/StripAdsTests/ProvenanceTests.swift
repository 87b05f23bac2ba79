import Filters
import Testing

@testable import strip_ads

/// Rows in which a page says whence a text is, and its own words behind that.
@Suite struct ProvenanceTests {
  @Test(
    "The page's own words go from the end of a row of provenance, and the rest stays",
    arguments: [
      ("来源：县融媒体中心 时间：2024-01-05", " 【字体：大 中 小】【打印】【关闭】"), ("来源：县政府办", " 【打印】【关闭】"),
      ("时间：2024-03-05　作者：李某", "　字号：[大] [中] [小] 打印"),
      ("2023-12-20 09:11 来源：县政府办", " 字体： 大 中 小 分享到："),
      ("发布日期：2024-03-01 来源：区发改委 浏览次数：56 次", " 字号：【大 中 小】 打印本页 关闭窗口"), ("来源: 市水务局", " 分享到：微信 微博"),
      ("来源：市水务局", "\t分享到：微信 微博"),
      ("作　者：李某", " 字体：大 中 小"), ("发布时间 ：2024-03-05", " 字体：大 中 小"),
      ("2024/3/5 来 源：县政府办", " 打印本页"),
      ("来源： 某某日报", " | 【我要打印】 【大 中 小】"), ("  来源：县政府办", " 字体：大 中 小"),
    ] as [(String, String)])
  func toolsGo(row: String, tools: String) {
    #expect(strip(document(around: row + tools)) == document(around: row))
  }

  @Test(
    "A row of provenance without words that only pages have stays, and so does any other line",
    arguments: [
      "来源：县融媒体中心", "信息来源：网站 微博 微信", "时间：上午9时 登录 注册", "2024-03-01 系统上线 登录 注册", "2024.3.5 调整页面 字体 字号",
      "来源：某某网 打印 收藏", "来历：县政府办 字体：大 中 小 正文", "2024-03-05 改 字体 字号",
      "时间：9月 内容：正文用三号仿宋字体，大小适中", "作者：字体设计室", "审核：依次点击【登录】【打印】", "来源：县政府办 打印", "设备来源：仓库 字体：大 中 小",
      "来源：" + String(repeating: "县", count: 100) + " 字体：大 中 小",
    ])
  func staysWhole(line: String) {
    #expect(strip(document(around: line)) == document(around: line))
  }

  @Test("What goes from such a row is a cut of navigation, and the row's end stays where it was")
  func cutIsTold() {
    let found = records(document(around: "来源：县政府办 字体：大 中 小\r"))
    #expect(found.filter { $0.type == "cut" }.map(\.rule) == ["navigation"])
    #expect(found.filter { $0.type == "cut" }.map(\.text) == [" 字体：大 中 小"])
    #expect(found.contains { $0.type == "line" && $0.text == "来源：县政府办" })
  }

  @Test("Labels and words are the pack's")
  func ownWords() throws {
    let pack = "[navigation points=3]\n字体\n[navigation points=0]\n大\n[provenance]\n稿源\n"
    var judge = LineJudge(try DebrisRules([try Pack(Array(pack.utf8), name: "test")]))
    #expect(judge.read(Array("稿源：县政府办 字体：大".utf8).span).isTrimmed)
    #expect(String(decoding: judge.trimmed.bytes, as: UTF8.self) == "稿源：县政府办")
    #expect(!judge.read(Array("来源：县政府办 字体：大".utf8).span).isTrimmed)
  }

  @Test("A label with its colon is refused", arguments: ["来源：", "来源:"])
  func colon(label: String) throws {
    let pack = try Pack(Array("[provenance]\n时间 \(label)\n".utf8), name: "test")
    let failure = #expect(throws: PackFailure.self) { try DebrisRules([pack]) }
    #expect(failure?.reason == "write the label without its colon: \(label)")
    #expect(failure?.line == 2)
  }
}
