import Testing

@testable import extract_metrics

@Suite struct NumeralTests {
  @Test(arguments: 1...4)
  func `a number in words is the number, in every spelling`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var finder = try Finding.finder()
    for _ in 0..<25_000 {
      // As many short numbers as long ones.
      let size =
        [10, 100, 10_000, 1_000_000, 1_000_000_000_000].randomElement(using: &random) ?? 10
      let number = Int.random(in: 2..<size, using: &random)
      let style = SpelledNumber.styles.randomElement(using: &random) ?? SpelledNumber.plain
      let words = SpelledNumber.words(number, style)
      let found = finder.findings(in: Array("共\(words)元".utf8))
      if found.map(\.value) != [String(number)] || found.map(\.text) != ["\(words)元"] {
        Issue.record("seed \(seed): \(words) is \(number), not \(found)")
        return
      }
    }
  }

  @Test func `digits of any length up to 38 come out as they went in`() throws {
    var random = SeededGenerator(seed: 7)
    for length in 1...38 {
      var digits = String(Int.random(in: 1...2, using: &random))
      while digits.utf8.count < length { digits += String(Int.random(in: 0...9, using: &random)) }
      #expect(try Finding.all(in: "投入\(digits)吨").map(\.value) == [digits])
    }
    let long = String(repeating: "9", count: 39)
    #expect(try Finding.all(in: "投入\(long)吨").isEmpty)
  }

  @Test(
    arguments: [
      ("263.84万元", "2638400"), ("0.1亿元", "10000000"), ("1,234,567.80元", "1234567.8"),
      ("３６．５元", "36.5"), ("1.5万亿元", "1500000000000"), ("1万2千元", "12000"),
      ("13万2元", "132000"), ("一百零三万五千元", "1035000"), ("三点五亿元", "350000000"),
      ("十五点七元", "15.7"), ("两千三百五元", "2350"), ("两千三百零五元", "2305"), ("廿五元", "25"),
      ("卅六元", "36"), ("5亿1万4千元", "500014000"), ("三萬四千元", "34000"), ("百万元", "1000000"),
      ("二〇二五元", "2025"), ("100k元", "100000"), ("1.2M元", "1200000"),
      ("1000 万元", "10000000"), ("3元5角", "3.5"), ("50元6角三分", "50.63"), ("零元", "0"),
      ("10日元", "10"), ("两千三点一元", "2300.1"), ("三兆五亿元", "3000500000000"), ("两兆元", "2000000000000"),
      ("86.4千公顷", "86400"), ("120千吨", "120000"), ("2^10元", "1024"), ("1.5^2元", "2.25"),
      ("半百元", "50"), ("五块六", "5.6"), ("五块七毛八", "5.78"), ("三块零四", "3.04"), ("三元零五分", "3.05"),
      ("5元5角", "5.5"), ("10 678元", "10678"), ("8 900万元", "89000000"), ("25 639 万元", "256390000"),
      ("三千 八百 九十六 万 四千元", "38964000"), ("一点五亿元", "150000000"), ("一点六一亿元", "161000000"),
      ("500百万元", "500000000"), ("61,079百万元", "61079000000"), ("1,200.5百万元", "1200500000"),
      ("79千万元", "790000000"),
    ] as [(String, String)])
  func `a numeral has its value`(text: String, value: String) throws {
    let found = try Finding.all(in: "共\(text)")
    #expect(found.map(\.value) == [value])
    #expect(found.map(\.text) == [text])
  }

  @Test(
    arguments: [
      ("30余元", "30", ">"), ("360 余元", "360", ">"), ("30 多万元", "300000", ">"),
      ("3万 余元", "30000", ">"),
      ("84万余元", "840000", ">"), ("20多万元", "200000", ">"),
      ("几十元", "10", ">"), ("十几元", "10", ">"), ("数百元", "100", ">"), ("上百元", "100", ">="),
      ("近百元", "100", "<"), ("十来元", "10", "~"), ("二十来元", "20", "~"), ("30来户", "30", "~"),
      ("100来人", "100", "~"), ("几千万元", "10000000", ">"), ("12千余元", "12000", ">"),
      ("两三百元", "200..300", "="), ("五六十元", "50..60", "="), ("三四元", "3..4", "="),
    ] as [(String, String, String)])
  func `a vague numeral has its nearest value`(
    text: String, value: String, sign: String
  ) throws {
    let found = try Finding.all(in: "共\(text)")
    #expect(found.map(\.value) == [value])
    #expect(found.map(\.sign) == [sign])
  }

  @Test(
    arguments: [
      ("百分之五", "5", "%"), ("百分之三十六点九", "36.9", "%"), ("百分之百", "100", "%"),
      ("千分之五", "5", "‰"), ("三分之一", "1/3", ""), ("一又二分之一", "3/2", ""), ("两成", "20", "%"),
      ("八成五", "85", "%"), ("三折", "30", "%"), ("75折", "75", "%"), ("一半", "50", "%"),
      ("半折", "50", "%"), ("5成5", "55", "%"), ("2.5%", "2.5", "%"), ("3‰", "3", "‰"),
      ("3/10万", "3", "/10万"),
      ("12.5％", "12.5", "%"),
    ] as [(String, String, String)])
  func `a share has its number and unit`(text: String, value: String, unit: String) throws {
    let found = try Finding.all(in: "占比\(text)。")
    #expect(found.map(\.value) == [value])
    #expect(found.map(\.unit) == [unit])
    #expect(found.map(\.kind) == ["percent"])
  }

  @Test(arguments: [
    ("百分之五至十", "5..10"), ("百分之五到百分之十", "5..10"), ("五块六到五块七毛八", "5.6..5.78"),
    ("3-5个", "3..5"), ("3至5个", "3..5"), ("5%—6%", "5..6"), ("1200万～1400万吨", "12000000..14000000"),
    ("10—15万元", "100000..150000"), ("三到五个", "3..5"), ("6——8天", "6..8"),
  ])
  func `a range has both ends`(text: String, value: String) throws {
    #expect(try Finding.all(in: "约\(text)。").map(\.value) == [value])
  }

  @Test func `what leads from one figure to another is no range`() throws {
    #expect(try Finding.all(in: "比重从5%到6%。").map(\.value) == ["5", "6"])
    #expect(try Finding.all(in: "由3个至5个。").map(\.value) == ["3", "5"])
  }

  @Test(arguments: [
    ("两年半", "2.5", "年"), ("一个半小时", "1.5", "小时"), ("半小时", "0.5", "小时"), ("三斤半", "3.5", "斤"),
    ("一个半月", "1.5", "个月"), ("负十元", "-10", "元"), ("-5℃", "-5", "摄氏度"), ("零下5度", "-5", "度"),
    ("三岁半", "3.5", "岁"), ("两倍半", "2.5", "倍"), ("翻一番半", "1.5", "番"), ("两倍半径", "2", "倍"),
  ])
  func `halves and minus signs count`(text: String, value: String, unit: String) throws {
    let found = try Finding.all(in: "历时\(text)。")
    #expect(found.map(\.value) == [value])
    #expect(found.map(\.unit) == [unit])
  }

  @Test(
    arguments: [
      ("1小时30分钟", "90", "分钟"), ("一小时零三十分钟", "90", "分钟"), ("2小时15分30秒", "8130", "秒"),
      ("一小時零十五秒", "3615", "秒"), ("两年零三个月", "27", "个月"), ("2天6小时", "54", "小时"), ("六斤八两", "6.8", "斤"),
      ("3公里500米", "3.5", "公里"), ("1吨200公斤", "1.2", "吨"), ("1米75", "1.75", "米"),
      ("一米八三", "1.83", "米"), ("43·1万元", "431000", "元"), ("12·5%", "12.5", "%"),
      ("3亩5分", "3.5", "亩"),
      ("2英尺6英寸", "30", "英寸"), ("两美元又三美分", "2.03", "美元"), ("两角五分", "25", "分"),
      ("三小时五分", "185", "分"), ("一年零三个月", "15", "个月"), ("兩個鐘頭三十分鐘", "150", "分钟"),
    ] as [(String, String, String)])
  func `a whole and its parts are one exact figure`(
    text: String, value: String, unit: String
  ) throws {
    let found = try Finding.all(in: "共\(text)。")
    #expect(found.map(\.text) == [text])
    #expect(found.map(\.value) == [value])
    #expect(found.map(\.unit) == [unit])
  }

  @Test(
    arguments: [
      ("长2米3的坝", ["2米3"]), ("三米五高", ["三米五"]), ("3米5棵", ["3米", "5棵"]),
      ("三米五长廊", ["三米"]), ("每斤五块六〇", []),
      ("会议2天3次", ["2天", "3次"]), ("2小时90分钟", ["2小时", "90分钟"]), ("约3小时余30分钟", ["3小时", "30分钟"]),
      ("增加3公里、500米", ["3公里", "500米"]), ("三块牌匾", ["三块"]), ("安装5块6号牌", ["5块"]), ("5兆字节", ["5兆字节"]),
      ("见2^a个", []),
    ] as [(String, [String])])
  func `what is no part stands alone`(text: String, figures: [String]) throws {
    #expect(try Finding.all(in: text).map(\.text) == figures)
  }

  @Test func `a number to a negative power is a fraction`() throws {
    #expect(try Finding.all(in: "共2^-1元。").map(\.value) == ["1/2"])
  }
}
