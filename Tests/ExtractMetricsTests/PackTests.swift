import Filters
import Testing

@testable import extract_metrics

@Suite struct PackTests {
  @Test func `the units inside are 500 and more, and each is found after a number`() throws {
    let pack = try Pack(PackageResources.units_pack, name: "units.pack")
    let book = try UnitBook([pack])
    #expect(book.count >= 500)
    var finder = try Finding.finder()
    for group in pack.groups
    where group.name == "units" && group.keys["place"] == nil && group.keys["only"] != "beside" {
      for row in group.rows where row.keys["times"] == nil {
        for word in row.words {
          let found = finder.findings(in: Array("，35\(word)。".utf8))
          #expect(found.map(\.text) == ["35\(word)"], "\(word), line \(row.line)")
          #expect(found.map(\.unit) == [row.keys["as"] ?? group.keys["as"] ?? word])
        }
      }
    }
  }

  @Test func `a pack of the user adds units and replaces them`() throws {
    let own = "[units kind=measure]\n鲁班尺\n名 as=位\n"
    let found = try Finding.all(in: "长3鲁班尺，共5名。", units: own)
    #expect(found.map(\.unit) == ["鲁班尺", "位"])
    #expect(found.map(\.kind) == ["measure", "measure"])
  }

  @Test func `a pack of the user says next to what a unit counts, and before what never`() throws {
    func found(_ text: String, _ row: String) throws -> [String] {
      try Finding.all(in: text, units: "[units]\n\(row)\n").map(\.text)
    }
    #expect(try found("送来五汪清泉、清泉五汪，清泉五汪一色。", "汪 only=digits beside=清泉") == ["五汪", "五汪"])
    #expect(try found("送来五汪清水、五汪水。", "汪 only=digits") == [])
    #expect(try found("建成35汪、清泉35汪、1035汪。", "汪 only=beside beside=泉") == ["35汪", "1035汪"])
    #expect(try found("新增335汪洋、335汪水。", "汪 never-before=洋") == ["335汪"])
    #expect(try found("新增335汪洋、335汪水。", "汪 not-before=洋") == ["335汪", "335汪"])
  }

  @Test func `a pack of the user says which unit is part of which`() throws {
    let own = "[units kind=measure]\n市石 市斗\n[parts]\n市斗 of=市石 count=10\n秒 of=\"分 刻钟\" count=50\n"
    let found = try Finding.all(in: "收粮3市石5市斗，用时2分7秒。", units: own)
    #expect(found.map(\.text) == ["3市石5市斗", "2分7秒"])
    #expect(found.map(\.value) == ["3.5", "107"])
    let plain = try Finding.all(in: "收粮3市石5市斗。", units: "[units kind=measure]\n市石 市斗\n")
    #expect(plain.map(\.text) == ["3市石", "5市斗"])
  }

  @Test func `a pack of the user says what mottoes count`() throws {
    #expect(try Finding.all(in: "做到四个凡是。", phrases: "[mottoes]\n凡是\n") == [])
    #expect(try Finding.all(in: "做到四个凡是。").count == 1)
    #expect(try Finding.all(in: "做到四个凡是问题。", phrases: "[mottoes]\n凡是\n").count == 1)
    #expect(try Finding.all(in: "做到四十个凡是。", phrases: "[mottoes]\n凡是\n").count == 1)
  }

  @Test func `a pack of the user adds phrases`() throws {
    #expect(try Finding.all(in: "推行九个课堂。").count == 1)
    #expect(try Finding.all(in: "推行九个课堂。", phrases: "[not-figures]\n九个课堂\n") == [])
  }

  @Test func `a pack of the user says what characters tell and which words are bound`() throws {
    func label(_ text: String, _ phrases: String = "") throws -> [String] {
      try Finding.all(in: text, phrases: phrases).map(\.label)
    }
    #expect(try label("动员20名嘎娃下沉社区。") == ["嘎娃下沉社区"])
    #expect(try label("动员20名嘎娃下沉社区。", "[label-glyphs class=actors]\n娃\n") == ["嘎娃"])
    #expect(try label("这个办法可让贤荐能人数达30人。") == ["贤荐能人数"])
    #expect(
      try label("这个办法可让贤荐能人数达30人。", "[label-bound]\n让贤\n") == ["这个办法可让贤荐能人数"])
    // A long word is bound to its end.
    let word = "[label-bound]\n这个办法可让\n"
    #expect(try label("这个办法可让贤荐能人数达30人。", word) == ["这个办法可让贤荐能人数"])
  }

  @Test(arguments: [
    ("[unit]\n名", "[unit]"), ("[units]\n名 kind=number", "kind="), ("[units]\n名 times=0", "times="),
    ("[units]\n名 only=letters", "only="), ("[units]\n名 colour=red", "colour="),
    ("[units]\n\"\"", "empty"),
    ("[units place=after]\n名", "place="),
    ("[units]\n名 位\n[parts]\n名 of=位", "count="),
    ("[units]\n名 位\n[parts]\n名 of=位 count=1", "count="),
    ("[units]\n名 位\n[parts]\n名 count=3", "of="), ("[units]\n名\n[parts]\n名 of=位 count=3", "位"),
    ("[units]\n位\n[parts]\n名 of=位 count=3", "名"),
    ("[units]\n名 位\n[parts]\n名 of=位 count=3 as=5", "as="),
    ("[units]\n名 位\n[parts of=位 cuont=3]\n", "cuont="),
    ("[units]\n名 位\n[parts 名 of=位 count=3]\n", "row"),
    ("[units]\n名\n[parts]\n名 of=名 count=3", "itself"),
  ])
  func `a mistake in a units pack is told`(text: String, word: String) throws {
    let pack = try Pack(Array(text.utf8), name: "mine.pack")
    let failure = #expect(throws: PackFailure.self) { try UnitBook([pack]) }
    #expect(failure?.reason.contains(word) == true)
  }

  @Test(arguments: [
    ("[names]\n名", "[names]"), ("[sign sign=!]\n名", "sign="), ("[sign sign=~]\n名", "place="),
    ("[change sign=*]\n名", "sign="), ("[change sign=+ reach=far]\n名", "reach="),
    ("[links]\n名 a=b", "keys"),
    ("[links x=y]\n名", "x="), ("[label-glyphs]\n名", "class="),
    ("[label-glyphs class=actor]\n名", "actors"),
    ("[label-glyphs class=actors]\n名师", "one character"),
    ("[label-glyphs class=actors]\n𠀀", "basic plane"),
  ])
  func `a mistake in a phrases pack is told`(text: String, word: String) throws {
    let pack = try Pack(Array(text.utf8), name: "mine.pack")
    let failure = #expect(throws: PackFailure.self) { try PhraseBook([pack]) }
    #expect(failure?.reason.contains(word) == true)
  }

  @Test func `every class of characters has a bit of its own`() {
    #expect(GlyphClass.allCases.count <= UInt32.bitWidth)
  }
}
