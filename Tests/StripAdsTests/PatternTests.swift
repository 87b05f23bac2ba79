import Filters
import Testing

@testable import strip_ads

@Suite struct PatternTests {
  private func matches(_ pattern: String, _ line: String, wholeLine: Bool = false) throws -> Bool {
    let pack = wholeLine ? "[lines x]\n\(pattern)\n" : "[evidence x weight=40]\n\(pattern)\n"
    let rules = try DebrisRules([try Pack(Array(pack.utf8), name: "test")])
    var folded = FoldedLine()
    folded.fold(Array(line.utf8).span)
    let bytes = folded.bytes
    let text = bytes.span.extracting(0..<folded.count)
    let starts = (folded.core.lowerBound, folded.afterNumber)
    for place in 0...text.count
    where rules.patterns.match(
      0, text, at: place, starts: starts, end: folded.core.upperBound) != nil
    {
      return true
    }
    return false
  }

  @Test(
    "A pattern finds what it says",
    arguments: [
      ("关注…公众号", "请关注我们的公众号", true), ("关注…公众号", "关注民生。公众号建设", false),
      ("(加|添加)(我|)微信", "快加我 微 信", true), ("(加|添加)(我|)微信", "加他微信", false),
      ("第#页", "第十二页", false), ("共计#元", "共计三百元", true), ("微信号@", "微信号：abc_12", true),
      ("微信号@", "微信号建设", false), ("^更多内容", "更多内容", true), ("^更多内容", "看更多内容", false),
      ("资料网$", "公文资料网。", true), ("资料网$", "资料网上", false), ("vip会员", "ＶＩＰ会员", true),
    ])
  func finds(pattern: String, line: String, expected: Bool) throws {
    if pattern == "第#页" {
      #expect(throws: PackFailure.self) { try matches(pattern, line) }
    } else {
      #expect(try matches(pattern, line) == expected)
    }
  }

  @Test(
    "A whole line without two characters in a row is found wherever it begins",
    arguments: [
      ("*页", "总目录页", true), ("#(米|站)", "十二站", true), ("#(米|站)", "3、站", false),
      ("/#(米)", "（/12米）", true),
      ("一*页", "一号页", true), ("一*页", "3、一号页", true), ("·#·", "·12·", true), ("甲X乙丙丁", "甲X乙丙丁", true),
      ("*_号", "乙_号", true), ("(小|)@(群)", "ab12群", true), ("#(米|站)", "十二站台", false),
    ])
  func findsUnanchored(pattern: String, line: String, expected: Bool) throws {
    let pack = try Pack(Array("[lines x]\n\"\(pattern)\"\n".utf8), name: "test")
    var judge = LineJudge(try DebrisRules([pack]))
    #expect((judge.read(Array(line.utf8).span).lineClass == .debris) == expected)
  }

  @Test(
    "A wildcard inside a choice makes a pattern of its own",
    arguments: [
      ("来自(网络|公众号*)", ["来自(网络)", "来自公众号*"]), ("共(#页|多页)", ["共(多页)", "共#页"]),
      ("(甲…|乙)丙(丁|@)", ["(乙)丙(丁)", "(乙)丙@", "甲…丙(丁)", "甲…丙@"]), ("(加|添加)微信*", ["(加|添加)微信*"]),
      ("加入本群(聊|$)", ["加入本群(聊)", "加入本群$"]), ("加入本群(|$)", ["加入本群()", "加入本群$"]),
      ("(^|请)加入本群", ["(请)加入本群", "^加入本群"]),
      ("只要(￥|$9)", ["只要(￥|$9)"]),
    ])
  func writesOut(source: String, expected: [String]) throws {
    #expect(try Pattern.writtenOut(source) == expected)
  }

  @Test("A pattern that would be written out too often is refused")
  func refusesTooMany() {
    let source = String(repeating: "(甲*|乙*|丙*)", count: 4)
    #expect(throws: PatternFault.self) { try Pattern.writtenOut(source) }
  }

  @Test(
    "A line's end has nothing behind it in a pattern, and its beginning nothing before it",
    arguments: ["加入(本群|$)聊", "请(^|快)加入本群"])
  func refusesBeyondTheLine(source: String) {
    #expect(throws: PatternFault.self) { try Pattern.writtenOut(source) }
  }

  @Test(
    "A bad pack says where and why",
    arguments: [
      ("[evidence]\n资料库\n", 1), ("[things]\n资料库\n", 1), ("[evidence call]\n好\n", 2),
      ("[evidence call]\n(资料|素材\n", 2), ("[evidence call]\n资料库 weight=many\n", 2),
      ("[marks]\nabc\n", 2), ("[page-signs]\n—\n甲\n", 3), ("[page-signs]\n——\n", 2),
    ])
  func badPacks(text: String, line: Int) throws {
    let pack = try Pack(Array(text.utf8), name: "test")
    let failure = #expect(throws: PackFailure.self) { try DebrisRules([pack]) }
    #expect(failure?.line == line)
  }

  @Test(
    "A group that says what no group of its kind does is refused, with what there is",
    arguments: [
      ("[brands wieght=90]", "wieght= is no key of [brands]; weight is"),
      ("[lines ad garded=yes]", "garded= is no key of [lines]; guarded is"),
      ("[lines ad weight=3]", "weight= is no key of [lines]; guarded is"),
      ("[lines ad guarded=maybe]", "guarded=maybe: write yes or no"),
      ("[lines]", "a group of lines needs the name of its rule: [lines contact guarded=yes]"),
      ("[inline]", "a group of pieces needs the name of its rule: [inline library]"),
      (
        "[evidence foo weight=50 colour=red]",
        "colour= is no key of [evidence]; weight and alone are"
      ),
      ("[evidence foo alone=maybe]", "alone=maybe: write yes or no"),
      (
        "[evidence foo bar]",
        "bar is too much for [evidence]; it has a kind, weight=, alone= behind its name"
      ),
      (
        "[evidence Weight=3]",
        "Weight=3 is too much for [evidence]; it has a kind, weight=, alone= behind its name"
      ),
      ("[brands Weight=3]", "Weight=3 is too much for [brands]; it has weight= behind its name"),
      ("[marks 甲]", "甲 is too much for [marks]; it has nothing behind its name"),
      ("[shield notices=maybe]", "notices=maybe: write yes or no"),
      ("[notices weight=3]", "weight= is no key of [notices]; it has none"),
      ("[teasers weight=3]", "weight= is no key of [teasers]; it has none"),
      ("[navigation weight=3]", "weight= is no key of [navigation]; points and list are"),
    ])
  func badGroups(header: String, reason: String) throws {
    let pack = try Pack(Array("# 说明\n\(header)\n资料库\n".utf8), name: "test")
    let failure = #expect(throws: PackFailure.self) { try DebrisRules([pack]) }
    #expect(failure == PackFailure(pack: "test", line: 2, reason: reason))
  }

  @Test(
    "A word of nothing is refused in every group",
    arguments: [
      "marks", "evidence x", "brands", "shield", "openings", "endings", "pitches", "tail",
      "teasers", "lines x", "inline x",
      "page-signs", "labels", "hosts", "navigation", "provenance", "notices", "running",
    ], ["\"\"", "\" \"", "资料库 \"　\""])
  func emptyWord(group: String, row: String) throws {
    let pack = try Pack(Array("[\(group)]\n\(row)\n".utf8), name: "test")
    let failure = #expect(throws: PackFailure.self) { try DebrisRules([pack]) }
    #expect(failure?.line == 2)
    #expect(failure?.reason == "there is nothing between the quotes of a word")
  }

  @Test(
    "A row that has a key which its group does not know is refused",
    arguments: [
      ("[lines ad]\n资料库 guarded=yes\n", "guarded= is no key of a row of [lines]; it has none"),
      ("[brands]\n资料库 wieght=9\n", "wieght= is no key of a row of [brands]; weight is"),
      ("[evidence x]\n资料库 alone=no\n", "alone= is no key of a row of [evidence]; weight is"),
    ])
  func badRows(text: String, reason: String) throws {
    let failure = #expect(throws: PackFailure.self) {
      try DebrisRules([try Pack(Array(text.utf8), name: "test")])
    }
    #expect(failure == PackFailure(pack: "test", line: 2, reason: reason))
  }

  @Test("The matcher finds what a plain search finds", arguments: 0..<200 as Range<UInt64>)
  func matcher(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let literals = ["公众号", "众号公", "加微信", "qq群号", "##paid##", "abcdef", "信a公众", "微信公众号"].map {
      Array($0.utf8)
    }
    let parts = ["公", "众", "号", "微信", "加", "q", "群号", "##paid", "abcdef", "a", "é", "🙂"]
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      text += Array((parts.randomElement(using: &random) ?? "").utf8)
    }
    var hits: [LiteralMatcher.Hit] = []
    _ = LiteralMatcher(literals).scan(text.span, into: &hits)
    var expected: Set<[Int]> = []
    for (index, literal) in literals.enumerated() {
      for place in 0..<max(0, text.count - literal.count + 1)
      where Array(text[place..<place + literal.count]) == literal {
        expected.insert([index, place])
      }
    }
    #expect(Set(hits.map { [$0.literal, $0.place] }) == expected, "seed \(seed)")
  }
}
