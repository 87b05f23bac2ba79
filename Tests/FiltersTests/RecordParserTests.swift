import Testing

@testable import Filters

@Suite struct RecordParserTests {
  private func fault(_ line: String) -> String? {
    var parser = RecordParser()
    do throws(RecordParser.Fault) {
      try parser.parse(Array(line.utf8).span)
      return nil
    } catch {
      return error.reason
    }
  }

  private func kind(_ line: String) -> RecordKind {
    var parser = RecordParser()
    try? parser.parse(Array(line.utf8).span)
    return parser.kind
  }

  @Test("A record of 10,000 columns is read, one of more is refused and takes no memory for them")
  func columnLimit() throws {
    var parser = RecordParser()
    let most = Array("x-wide".utf8) + [UInt8](repeating: UInt8(ascii: "\t"), count: 9_999)
    try parser.parse(most.span)
    #expect(parser.record(most.span).columnCount == 10_000)
    let more = most + [UInt8](repeating: UInt8(ascii: "\t"), count: 1_000_000)
    #expect(throws: RecordParser.Fault.self) { try parser.parse(more.span) }
    #expect(parser.kind == .other)
  }

  @Test(
    "Every type is told",
    arguments: [
      ("doc\treport/1\tx", .doc), ("end\tok", .end), ("meta\tk\t1", .meta), ("line\t1\t1\t", .line),
      ("cut\t1\t1\tr\tt", .cut), ("title\t1\t1\tt", .title), ("text\t1\t1\t0\tt", .text),
      ("section\t1\t1\t1\titem\t\t\t", .section), ("#", .comment), ("#\\q", .comment),
      ("metric\t1\t1\t1\t1\t\t=\tcount\t\t\t", .metric), ("x-a", .other), ("Doc\tx", .other),
      ("docs", .other), ("x-a\t\\q", .other), (" line\t1\t1\tx", .other),
    ] as [(String, RecordKind)])
  func kinds(line: String, expected: RecordKind) {
    #expect(kind(line) == expected)
    #expect(fault(line) == nil)
  }

  @Test("What is read straight through is what its columns say", arguments: 0..<40 as Range<UInt64>)
  func usual(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let types = ["line", "text", "line", "text", "lines", "tex", "title"]
    let numbers = ["1", "7", "12", "100", "0", "01", "", "x", "1001", "999999999", "9999999999"]
    let texts = ["", "工作总结", String(repeating: "长", count: 40), "a\\tb", "尾\r", "甲\t乙", "1"]
    for _ in 0..<200 {
      var columns = [types.randomElement(using: &random) ?? ""]
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        columns.append(numbers.prefix(4).randomElement(using: &random) ?? "")
      }
      if Int.random(in: 0..<4, using: &random) == 0 {
        columns[1] = numbers.randomElement(using: &random) ?? ""
      }
      columns.append(
        (texts.randomElement(using: &random) ?? "") + (texts.randomElement(using: &random) ?? ""))
      let raw = Array(columns.joined(separator: "\t").utf8)
      var parser = RecordParser()
      guard parser.parseUsual(raw.span) else { continue }
      let record = parser.record(raw.span)
      let read = columns.joined(separator: "\t").split(
        separator: "\t", omittingEmptySubsequences: false)
      #expect(read.count == (record.kind == .text ? 5 : 4) && record.columnCount == read.count)
      for (index, column) in read.enumerated() {
        #expect(Array(copying: record.column(index)) == Array(column.utf8))
      }
      #expect("\(record.line)" == read[1] && "\(record.column)" == read[2])
      if record.kind == .text { #expect("\(record.depth)" == read[3] && record.depth <= 1000) }
      #expect(!raw.contains(UInt8(ascii: "\\")) && raw.last != UInt8(ascii: "\r"))
    }
  }

  @Test("The usual records are read straight through, and no others")
  func usualOnes() {
    func isUsual(_ line: String) -> Bool {
      var parser = RecordParser()
      return parser.parseUsual(Array(line.utf8).span)
    }
    #expect(isUsual("line\t1\t1\t") && isUsual("text\t12\t3\t1000\t工作"))
    for line in [
      "line\t1\t1", "line\t0\t1\t", "line\t1\t0\t", "line\t01\t1\t", "text\t1\t1\t1001\tx",
      "text\t1\t1\tx",
      "line\t1\t1\tx\ty", "line\t1\t1\tx\\n", "line\t1\t1\tx\r", "title\t1\t1\tx", "lines\t1\t1\t",
      "line\t1\t1\t" + String(repeating: "长", count: 40) + "\ty",
    ] {
      #expect(!isUsual(line), "\(line)")
    }
  }

  @Test(
    "Each kind of damage is named",
    arguments: [
      ("", "no type"), ("\tx", "has none"), ("\t", "has none"),
      ("line", "4 columns, and this one 1"),
      ("line\t1\t1", "4 columns, and this one 3"),
      ("metric\t1\t1\t\t\t\t\t\t\t", "11 columns, and this one 10"),
      ("section\t1\t1\t1\titem\t\t", "8 columns, and this one 7"), ("doc\treport/1", "3 columns"),
      ("end", "2 columns"), ("meta\tk", "3 columns"), ("text\t1\t1\t1", "5 columns"),
      ("cut\t1\t1\t", "5 columns"),
      ("line\t0\t1\t", "LINE must be a number from 1"), ("line\t01\t1\t", "LINE"),
      ("line\t+1\t1\t", "LINE"),
      ("line\t\t1\t", "LINE"), ("line\t 1\t1\t", "LINE"),
      ("line\t1\t0\t", "COL must be a number from 1"),
      ("line\t1\t1x\t", "COL"), ("line\t1\t-1\t", "COL"), ("line\t1\t1.0\t", "COL"),
      ("line\t99999999999999999999\t1\t", "LINE"), ("line\t1\t1234567890123456789\t", "COL"),
      ("text\t1\t1\t1001\t", "DEPTH is 1001"), ("text\t1\t1\t\t", "DEPTH must be a number from 0"),
      ("text\t1\t1\t00\t", "DEPTH"), ("section\t1\t1\tx\t\t\t\t", "DEPTH"),
      ("line\t1\t1\t\\q", "backslash"), ("line\t1\t1\t\\", "backslash"),
      ("line\t1\t1\t\\\t", "backslash"),
      ("doc\treport/1\t\\x", "backslash"), ("line\\q\t1\t1\t", nil), ("line\t\\01\t1\t", "LINE"),
      ("line\t1\t1\tx\r", "carriage return"), ("#x\r", "carriage return"),
      ("\r", "carriage return"),
    ] as [(String, String?)])
  func faults(line: String, expected: String?) {
    let said = fault(line)
    if let expected {
      #expect(
        said?.contains(expected) == true
          || (expected == "no type" && said?.contains("has none") == true))
    } else {
      #expect(said == nil)
    }
  }

  @Test("The kind is known also of a record that has too little or ends in CR")
  func kindsOfFaulty() {
    #expect(kind("doc") == .doc)
    #expect(kind("doc\r") == .doc)
    #expect(kind("end\tok\r") == .end)
    #expect(kind("end\t\\q") == .end)
  }

  @Test("The largest depth is 1000")
  func depth() throws {
    var parser = RecordParser()
    let line = Array("text\t12\t3\t1000\tx".utf8)
    try parser.parse(line.span)
    let record = parser.record(line.span)
    let numbers = [record.line, record.column, record.depth]
    #expect(numbers == [12, 3, 1000])
  }

  @Test(
    "The columns are the fields between the TABs, without their escapes",
    arguments: 0..<60 as Range<UInt64>)
  func columns(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var parser = RecordParser()
    for _ in 0..<5 {
      let line = String(decoding: Array(generator.record().utf8.dropLast()), as: UTF8.self)
      let bytes = Array(line.utf8)
      try parser.parse(bytes.span)
      let record = parser.record(bytes.span)
      let count = record.columnCount
      if line.hasPrefix("#") {
        #expect(count == 0)
        continue
      }
      let fields = line.utf8.split(separator: 9, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      #expect(count == fields.count)
      for (index, field) in fields.enumerated() where !line.hasPrefix("x-odd") {
        let column = String(decoding: Array(copying: record.column(index)), as: UTF8.self)
        #expect(Array(column.utf8) == Array(unescaped(field).utf8), "seed \(seed): \(line)")
      }
      let isEmptyBeyond = record.column(fields.count).isEmpty
      #expect(isEmptyBeyond)
    }
  }

  @Test("An unknown type's unknown escapes stand as they are")
  func unknownEscapes() throws {
    var parser = RecordParser()
    let line = Array("x-a\t\\q\\t\t\\".utf8)
    try parser.parse(line.span)
    let record = parser.record(line.span)
    let columns = [Array(copying: record.column(1)), Array(copying: record.column(2))]
    #expect(columns == [Array("\\q\t".utf8), Array("\\".utf8)])
  }

  @Test("No line of any bytes is a trap", arguments: 0..<30 as Range<UInt64>)
  func anyBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var parser = RecordParser()
    for _ in 0..<20 {
      let line = generator.damaged(Array(generator.record().utf8))
      _ = try? parser.parse(line.span)
    }
    for length in 0..<40 {
      let line = (0..<length).map { _ in generator.pick([9, 92, 48, 13, 35, 0xFF] as [UInt8]) }
      _ = try? parser.parse(line.span)
    }
  }

  @Test(
    "A number is canonical or none",
    arguments: [
      ("0", 0), ("7", 7), ("10", 10), ("999999999999999999", 999_999_999_999_999_999), ("", nil),
      ("00", nil), ("01", nil), ("1000000000000000000", nil), ("-1", nil), ("1 ", nil), ("１", nil),
      ("/", nil), (":", nil),
    ] as [(String, Int?)])
  func canonicalNumbers(text: String, value: Int?) {
    let bytes = Array(text.utf8)
    let read = bytes.span.canonicalNumber
    #expect(read == value)
  }
}
