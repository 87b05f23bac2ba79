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
