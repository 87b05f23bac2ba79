import Filters
import Testing

@testable import split_sections

@Suite struct StylesPackTests {
  private func styles(_ text: String) throws -> LabelStyles {
    try LabelStyles([Pack(Array(text.utf8), name: "user.pack")])
  }

  @Test("The built-in pack is an example of a user's pack: it loads, and --print-styles prints it")
  func builtIn() throws {
    _ = try LabelStyles([Pack(PackageResources.styles_pack, name: "styles.pack")])
    #expect(
      SplitSections.rehearse("--print-styles", input: []).output == PackageResources.styles_pack)
  }

  @Test(
    "A mistake is told with its line",
    arguments: [
      ("[style a]\nx", 1), ("[heading]\nx", 1), ("[heading a b]\nx", 1),
      ("[heading a rank=0]\nx", 1),
      ("[heading a color=red]\nx", 1), ("[heading a]\n\n{一", 3), ("[heading a]\n{八}", 2),
      ("[heading a]\n{…}、", 2), ("[heading a]\nx ordinal=y", 2), ("[heading a like=b]\nx", 1),
      ("[heading a needs=much]\nx", 1), ("[heading a body=none]\nx", 1),
      ("[heading a needs=neighbour]\n■", 1), ("[heading a needs=beside]\n■", 1),
      ("[words colours]\nred", 1), ("[item a after=x]\nx", 2),
    ])
  func mistakes(text: String, line: Int) {
    #expect { try styles(text) } throws: { ($0 as? PackFailure)?.line == line }
  }

  @Test("A pack's label is read where it stands")
  func labels() throws {
    let known = try styles("[heading kuan]\n第{一}款\n[heading box]\n■\n[item point]\n要点{1}")
    let text = Array("第三款 甲".utf8)
    let label = known.label(in: text.span, at: 0, item: false)
    #expect(label?.ordinal == 3 && label?.end == 9)
    let box = Array("■ 甲".utf8)
    #expect(known.label(in: box.span, at: 0, item: false)?.end == 3)
    #expect(known.label(in: box.span, at: 0, item: true) == nil)
  }
}

@Suite struct NumeralTests {
  @Test(
    "Numbers are read in every writing",
    arguments: [
      (NumeralKind.chinese, "一", 1), (.chinese, "十", 10), (.chinese, "十一", 11),
      (.chinese, "二十", 20),
      (.chinese, "九十九", 99), (.chinese, "一百", 100), (.chinese, "一百零五", 105),
      (.chinese, "一百〇五", 105),
      (.chinese, "一百三十", 130), (.chinese, "一千二百六十", 1260), (.chinese, "一〇一", 101),
      (.chinese, "十 一", 11), (.formal, "拾贰", 12), (.digits, "7", 7), (.digits, "１３０", 130),
      (.decimal, "1.2", 2), (.decimal, "5．1．2", 2), (.circled, "①", 1), (.circled, "㉑", 21),
      (.circled, "㊱", 36), (.circled, "❿", 10), (.bracketed, "⒇", 20), (.dotted, "⒈", 1),
      (.bracketedChinese, "㈩", 10), (.upper, "Ｂ", 2), (.lower, "z", 26), (.roman, "Ⅳ", 4),
      (.stem, "丙", 3),
    ])
  func value(kind: NumeralKind, text: String, value: Int) {
    let bytes = Array((text + "、").utf8)
    let number = bytes.span.numeral(kind, at: 0)
    #expect(number?.value == value)
    #expect(number?.end == text.utf8.count)
  }

  @Test(
    "What is no number is none",
    arguments: [
      (NumeralKind.chinese, "〇"), (.chinese, "人"), (.digits, "0"), (.digits, "12345"),
      (.decimal, "1"),
      (.decimal, "2018.12"), (.circled, "○"), (.roman, "I"),
    ])
  func none(kind: NumeralKind, text: String) {
    let bytes = Array(text.utf8)
    #expect(bytes.span.numeral(kind, at: 0) == nil)
  }
}
