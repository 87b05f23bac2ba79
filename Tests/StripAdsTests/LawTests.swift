import Filters
import Testing

@testable import strip_ads

@Suite struct LawTests {
  static let pieces =
    prose + [
      "", "", "", "  ", "\u{3000}", "\t", "各位代表：", "——", "】", "大", "中", "小", "下载", "打印",
      "【字号：", "加大", "返回顶部", "相关链接>>", "首页", ">", "分享：", "上一篇", "账号：", "• 研究报告>",
      "登录 | 校友之家 | 加入收藏 | 设为首页", "第3页", "第3页/共9页", "— 4 —",
      "##paidbegin##", "$$paidend$$", "<paid>", "</paid>", "##paid", "begin##",
      "##paid##pagebreak##end##", "$$PAIDBEGIN$$", "## paidend ##", "- 3 -", "﹣3﹣",
      "全年汇编材料一百二十份，详见https://pan.baidu.com/s/1xYzAbc，提取码：ab12。", "（http://www.docin.com/p-12.html）",
      "往期热门", "2024年党支部书记述职报告", "关注后可在菜单栏里找到电子稿", "#年终总结 #述职报告", "专业文印，电话下单送货到单位",
      "关于报送工作总结的通知", "咨询QQ：712345678", "请扫码加入工作微信群",
      "三是加强##paidbegin##队伍建设，提高服务能力。", "编辑密码：zx0921", "解压密码：abcd1234",
      "长按下方二维码关注我们的公众号", "更多写作素材请加微信 swj20248", "QQ交流群：55667788",
      "本站资料来自网友上传，如有侵权请联系客服删除。", "关注公众号，后台回复“总结”领取全套模板",
      "链接：https://pan.baidu.com/s/1aBcD 提取码：9x8y", "点赞、在看、转发三连", "代写各类材料，价格优惠",
      "会员专享资料群", "公文模板网", "需要的联系微信", "电话：0571-12345678", "微信公众号建设情况",
      "扫一扫在手机打开当前页", "（本资料由网友整理，仅供学习参考）", "第五讲 公文写作【加微信 gw20259 领资料，进群送课程】",
      "现在，我向大会述职。下载本文档", "敬礼！加微信进群领资料", "下载本文档。全镇走访三百一十二户，解决问题四十一个。",
      "主办：甲市某某局", "网站标识码：9999999999", "地址：甲市乙路9号　邮编：999999", "相关稿件", "又是一年春", "又是一年春来早了",
      "● ● ●", "👇👇👇", "校友会  教务处  某某处", "文库 > 办公 > 总结", "工作九则.docx", "等您来", "首页　本馆概况　读者服务　电子资源",
      "以上报告，请予审议。", "……", "写总结没思路？", "1、精选优质文档-倾情为你奉上第二节 概述", "加 微 信 ：g w 8 8 9 9 1", "\u{FEFF}",
      "\0\\t", "e\u{301}🙂",
    ]

  static let rules = Result { try builtInRules() }

  static func report(seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      // Runs of the same, as blank lines come, and sometimes two pieces on a line.
      let piece = pieces.randomElement(using: &random) ?? ""
      let other =
        Int.random(in: 0..<6, using: &random) == 0 ? pieces.randomElement(using: &random) ?? "" : ""
      let count =
        Int.random(in: 0..<12, using: &random) == 0 ? Int.random(in: 2...5, using: &random) : 1
      for _ in 0..<count { text += piece + other + (Bool.random(using: &random) ? "\n" : "\r\n") }
    }
    if Bool.random(using: &random) { text += pieces.randomElement(using: &random) ?? "" }
    return text
  }

  @Test("Stripping twice is stripping once", arguments: 0..<300 as Range<UInt64>)
  func idempotent(seed: UInt64) {
    let once = strip(Self.report(seed: seed))
    #expect(strip(once).utf8.elementsEqual(once.utf8), "seed \(seed)")
  }

  /// Each came out otherwise the second time, until a line counted for what stays of it.
  static let settled: [[String]] = [
    // What stays of a line is no paragraph, and the head goes on.
    [
      "关注我的视频号，会持续分享公文写作的心得和各类总结的范文。有合作需求欢迎私信。", "小字号", "某某县林业局", "三、工作计划", "某镇", "海事局",
      "科学研究", "动态", "财经", "二、不足", "甲村", "乙村", "丙村", "丁村", "戊村", "己村",
    ],
    // What is printed on each page is out of sight.
    ["2023年工作总结", "登录 | 注册", "来源：县政府办", "收藏", "关注公众号，后台回复“总结”领取全套模板", "- 3 -", "山水某某"],
    // A group of rows that goes speaks for what stands behind it.
    ["山水某某", "登录 | 注册", "廉政心里话", "需要的联系微信", "政务公开", "网站首页", "来源：县政府办"],
    // Of a line in a list brackets go, and what stays is in the list.
    ["往期热门", "第五讲 公文写作【加微信 gw20259 领资料，进群送课程】", "电话：0571-12345678"],
    ["微信公众号建设情况", "相关链接>>", "主办：甲市某某局", "1、精选优质文档-倾情为你奉上第二节 概述"],
    // An address goes before it is asked what a line behind debris says.
    [
      "各位代表：", "某ICP备12345678号-1", "有需要请随时留言。（http://www.docin.com/p-12.html）", "各单位：",
    ],
    // What stays of a line is a site's menu, or says nothing behind advertising.
    ["首页　本馆概况　读者服务　电子资源第五讲 公文写作【加微信 gw20259 领资料，进群送课程】"],
    ["三是加强队伍建设，提高服务能力。", "👇👇👇", "敬礼！加微信进群领资料"],
    // Lines that may stay count before the title of a notice.
    [
      "账号：", "校友会  教务处  某某处", "校友会  教务处  某某处", "校友会  教务处  某某处", "校友会  教务处  某某处", "- 3 -", ">",
      "2024年党支部书记述职报告", ">", "各位代表：$$PAIDBEGIN$$", "又是一年春", "关于报送工作总结的通知", "需要的联系微信",
    ],
  ]

  @Test("Lines that go change nothing for those that stay", arguments: settled)
  func settles(lines: [String]) {
    let once = strip(lines.joined(separator: "\n") + "\n")
    #expect(strip(once) == once)
  }

  @Test(
    "Stripping twice is stripping once where the window overflows",
    arguments: 0..<8 as Range<UInt64>)
  func idempotentBeyondTheWindow(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<12 {
      let piece = Self.pieces.randomElement(using: &random) ?? ""
      text += String(
        repeating: piece + "\n",
        count: [1, 3, 130, 255, 256, 257, 300].randomElement(using: &random) ?? 1)
    }
    let once = strip(text)
    #expect(strip(once).utf8.elementsEqual(once.utf8), "seed \(seed)")
  }

  @Test("What is kept and what is cut are the input", arguments: 0..<40 as Range<UInt64>)
  func nothingIsLost(seed: UInt64) {
    let text = Self.report(seed: seed)
    var lines: [Int: String.UnicodeScalarView] = [:]
    for record in records(text) {
      var line = lines[record.line] ?? String.UnicodeScalarView()
      if record.type == "line" {
        #expect(lines[record.line] == nil, "seed \(seed): line \(record.line) came twice")
        line = record.text.unicodeScalars
      } else {
        line.insert(
          contentsOf: record.text.unicodeScalars,
          at: line.index(line.startIndex, offsetBy: record.column - 1))
      }
      lines[record.line] = line
    }
    // A byte order mark that begins the text is the core's affair.
    let source =
      text.unicodeScalars.first == "\u{FEFF}"
      ? Substring(text.unicodeScalars.dropFirst()) : Substring(text)
    for (index, line) in source.unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .enumerated() {
      var line = line
      if line.last == "\r" { line.removeLast() }
      #expect(
        (lines[index + 1] ?? String.UnicodeScalarView()).elementsEqual(line),
        "seed \(seed), line \(index + 1)")
    }
  }

  @Test("Plain text and records keep the same lines", arguments: 0..<30 as Range<UInt64>)
  func formsAgree(seed: UInt64) {
    let text = Self.report(seed: seed)
    let kept = records(text).filter { $0.type == "line" }.map(\.text)
    var plain = strip(text).unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    if plain.last == "" { plain.removeLast() }
    plain = plain.map { line in
      var line = line.unicodeScalars
      if line.last == "\r" { line.removeLast() }
      if line.first == "\u{FEFF}", plain.first?.unicodeScalars.first == "\u{FEFF}", !text.isEmpty {
        return String(line)
      }
      return String(line)
    }
    if text.unicodeScalars.first == "\u{FEFF}", let first = plain.first {
      plain[0] = String(Substring(first.unicodeScalars.dropFirst()))
      if plain == [""], kept.isEmpty { plain = [] }
    }
    if let first = kept.first, plain.first.map({ "\u{FEFF}" + $0 == first }) == true {
      // A stray mark that would come to stand at the head of plain text goes.
      plain[0] = first
    }
    #expect(plain == kept, "seed \(seed)")
  }

  @Test("It does not matter in what pieces the input comes", arguments: 0..<4 as Range<UInt64>)
  func pieces(seed: UInt64) {
    let text = Self.report(seed: seed)
    let whole = strip(text)
    for size in [1, 2, 3, 7, 64] { #expect(strip(text, pieces: [size]) == whole, "seed \(seed)") }
  }

  @Test("No mark remains", arguments: 0..<40 as Range<UInt64>)
  func marksGo(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts = [
      "##", "paid", "begin", "end", "## ", " ##", "PAID", "BEGIN", "##PAIDEND##", "##paidbegin##",
      "<paid>", "<", "/paid>", "$$", "page", "break",
      "文",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      text += parts.randomElement(using: &random) ?? ""
    }
    let kept = strip(text)
    for mark in [
      "##paidbegin##", "##paidend##", "$$paidbegin$$", "$$paidend$$", "<paid>", "</paid>",
      "##pagebreak##", "##PAIDBEGIN##", "##PAIDEND##", "## paidend ##",
    ] {
      #expect(!kept.contains(mark), "seed \(seed)")
    }
    #expect(kept.filter { $0 == "文" }.count == text.filter { $0 == "文" }.count, "seed \(seed)")
  }

  @Test(
    "A report without debris is unchanged, byte for byte", arguments: ["\n", "\r\n"],
    [0, 1, 3, 300])
  func cleanTextIsUnchanged(end: String, blanks: Int) {
    let gap = String(repeating: end, count: blanks)
    for last in ["", end, end + gap] {
      let text = gap + prose.joined(separator: end + gap + "\u{3000}\u{3000}") + " " + last
      #expect(strip(text).utf8.elementsEqual(text.utf8))
      #expect(strip("\u{FEFF}" + text).utf8.elementsEqual(("\u{FEFF}" + text).utf8))
    }
  }

  @Test(
    "What is kept at first sight would be kept with care", arguments: 0..<200 as Range<UInt64>)
  func gateHidesNothing(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var quick = LineJudge(try Self.rules.get())
    var careful = quick
    careful.hasGate = false
    let ornaments = [
      "❤", "\u{3000}", "➕", "①", "２", "3、", "（一）", "。", "微信", "12345678", "第", "*", "\t", "X", "x",
      "·3·",
      "→", "v信:zx0921", "徵信12-34-56",
    ]
    for number in 0..<20 {
      var line = Self.pieces.randomElement(using: &random) ?? ""
      if Bool.random(using: &random) { line += Self.pieces.randomElement(using: &random) ?? "" }
      if number % 2 == 0 {
        for _ in 0..<Int.random(in: 0...2, using: &random) {
          let place = Int.random(in: 0...line.count, using: &random)
          line.insert(
            contentsOf: ornaments.randomElement(using: &random) ?? "",
            at: line.index(line.startIndex, offsetBy: place))
        }
      } else {
        // A longer line, which is taken as it stands.
        line = String(prose[0].prefix(Int.random(in: 20...100, using: &random))) + line
      }
      if number % 2 == 0, line.utf8.count > LineJudge.longestRow { continue }
      let bytes = Array(line.utf8)
      #expect(quick.read(bytes.span) == careful.read(bytes.span), "\(line)")
      #expect(quick.trimmed.bytes == careful.trimmed.bytes || !quick.read(bytes.span).isTrimmed)
    }
  }

  @Test("A line of nothing but signs is no place to look before")
  func onlySigns() throws {
    let pack = try Pack(Array("[marks]\n======\n".utf8), name: "test")
    var judge = LineJudge(try DebrisRules([pack]))
    let line = [UInt8](repeating: UInt8(ascii: "="), count: 131)
    #expect(judge.read(line.span).isTrimmed)
  }

  @Test("No bytes trap it", arguments: 0..<300 as Range<UInt64>)
  func anyBytes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var judge = LineJudge(try Self.rules.get())
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...400, using: &random) {
      if Int.random(in: 0..<8, using: &random) == 0 {
        bytes += Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
      } else {
        bytes.append(UInt8.random(in: 0...255, using: &random))
      }
      if Int.random(in: 0..<8, using: &random) == 0, !bytes.isEmpty { bytes.removeLast() }
    }
    let finding = judge.read(bytes.span)
    #expect(!finding.isTrimmed || judge.trimmed.bytes.count < bytes.count)
  }

  @Test("A line of megabytes takes linear time and only its marks go")
  func longLine() {
    let sentence = "坚持把思想建设放在首位，加微信领资料，第3页/共9页，##paidbegin##"
    let text = String(repeating: sentence, count: 20_000) + "\n"
    // Were it quadratic, this would not end within a day.
    #expect(strip(text) == String(repeating: String(sentence.dropLast(13)), count: 20_000) + "\n")
  }
}

/// The rules of the built-in pack.
func builtInRules() throws -> DebrisRules {
  try DebrisRules([
    try Pack(strip_ads.PackageResources.debris_pack, name: "debris.pack")
  ])
}
