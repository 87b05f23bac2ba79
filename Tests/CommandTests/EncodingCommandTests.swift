import Foundation
import Testing

/// Plain text in any of the encodings comes to the same as its UTF-8.
@Suite struct EncodingCommandTests {
  /// 北京 and a character of four bytes in GB18030, with a line of figures.
  static let text = "北京\n𠮷县有农户312户。\n"
  static let gb18030: [UInt8] = [
    0xB1, 0xB1, 0xBE, 0xA9, 0x0A, 0x95, 0x34, 0xB2, 0x35, 0xCF, 0xD8, 0xD3, 0xD0, 0xC5, 0xA9, 0xBB,
    0xA7, 0x33, 0x31, 0x32, 0xBB, 0xA7, 0xA1, 0xA3, 0x0A,
  ]

  static func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      littleEndian
        ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
  }

  /// Runs `call` on the text in UTF-8 and on `bytes`, under the same name.
  private func compare(_ call: String, _ text: String, _ bytes: [UInt8]) throws -> (
    wanted: Outcome, found: Outcome
  ) {
    let sandbox = try Sandbox()
    try sandbox.write(text, to: "r.txt")
    let wanted = try sandbox.run("\(call) r.txt")
    try sandbox.write(bytes, to: "r.txt")
    return (wanted, try sandbox.run("\(call) r.txt"))
  }

  @Test("GB18030 is read, and said once on standard error", arguments: Program.allCases)
  func gb18030IsReadAndSaid(_ program: Program) throws {
    let (wanted, found) = try compare(program.call, Self.text, Self.gb18030)
    #expect(found.status == 0)
    #expect(Difference("the output", wanted.output, found.output) == nil)
    #expect(wanted.messages == "")
    #expect(found.messages.hasPrefix("\(program.name): r.txt: read as GB18030"))
    #expect(found.messages.split(separator: "\n").count == 1)
    let quiet = try compare(program.call + " -q", Self.text, Self.gb18030).found
    #expect(quiet.status == 0 && quiet.messages == "")
  }

  @Test("A named encoding is taken without a word", arguments: Program.allCases)
  func namedEncodingIsTaken(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Self.text, to: "r.txt")
    let wanted = try sandbox.run("\(program.call) r.txt")
    try sandbox.write(Self.gb18030, to: "r.txt")
    let found = try sandbox.run("\(program.call) --encoding gbk r.txt")
    #expect(found.status == 0 && found.messages == "")
    #expect(Difference("the output", wanted.output, found.output) == nil)
  }

  @Test(
    "UTF-16 of both orders is known by its byte order mark", arguments: Program.allCases,
    [true, false])
  func utf16IsKnownByItsMark(_ program: Program, _ littleEndian: Bool) throws {
    let (wanted, found) = try compare(
      program.call, Self.text, Self.utf16(Self.text, littleEndian: littleEndian))
    #expect(found.status == 0)
    #expect(Difference("the output", wanted.output, found.output) == nil)
  }

  @Test(
    "UTF-16 that ends inside a character fails, with the lines before it kept",
    arguments: Program.allCases)
  func cutUTF16Fails(_ program: Program) throws {
    let bytes = Self.utf16(Self.text, littleEndian: true).dropLast()
    let outcome = try compare(program.call, Self.text, Array(bytes)).found
    #expect(outcome.status == 1)
    #expect(outcome.messages.hasPrefix("\(program.name): r.txt:2: byte "))
    #expect(outcome.text.contains("北京"))
  }

  @Test(
    "A byte order mark and CRLF make no difference, in any document", arguments: Program.allCases)
  func markAndLineEndsMakeNoDifference(_ program: Program) throws {
    let sandbox = try Sandbox()
    let marked = "\u{FEFF}" + Sample.text.replacing("\n", with: "\r\n")
    try sandbox.write(Sample.text, to: "a")
    try sandbox.write(Sample.text, to: "b")
    let wanted = try sandbox.run("\(program.call) a b")
    try sandbox.write(marked, to: "a")
    try sandbox.write(marked, to: "b")
    let found = try sandbox.run("\(program.call) a b")
    #expect(found.status == 0 && found.messages == "")
    #expect(Difference("the output", wanted.output, found.output) == nil)
  }

  /// Bytes that are no UTF-8 and no GB18030, and where: behind a first line, far behind the part that the
  /// encoding is judged by, and in the reads right after it.
  static let invalid: [(before: Int, line: Int)] = [
    (0, 1), (1, 2), (4_000, 4_001), (9_000, 9_001), (20_000, 20_001),
  ]

  @Test(
    "An invalid byte is told with document, line and offset", arguments: Program.allCases, invalid)
  func invalidByteIsTold(_ program: Program, _ place: (before: Int, line: Int)) throws {
    let sandbox = try Sandbox()
    let line = Array((String(repeating: "全镇农户收入稳步增长。", count: 8) + "\n").utf8)
    var bytes: [UInt8] = []
    for _ in 0..<place.before { bytes += line }
    bytes += [0x61, 0xFF, 0x0A] + line
    try sandbox.write(bytes, to: "r.txt")
    try sandbox.write("后一份。\n", to: "next.txt")
    let outcome = try sandbox.run("\(program.call) r.txt next.txt")
    #expect(outcome.status == 1)
    #expect(
      outcome.messages.hasPrefix(
        "\(program.name): r.txt:\(place.line): byte 0xFF at offset \(place.before * line.count + 1) "
      ))
    #expect(outcome.messages.contains("--invalid replace"))
    #expect(outcome.messages.contains("--encoding"))
    #expect(outcome.messages.split(separator: "\n").count == 1)
    #expect(outcome.text.contains("后一份"))
    #expect(!outcome.output.contains(0xFF))
  }

  @Test(
    "However a document is read, its first bytes are checked", arguments: Program.allCases,
    ["--encoding utf-8", "--line-buffered", "--line-buffered --encoding utf-8"])
  func firstBytesAreChecked(_ program: Program, _ options: String) throws {
    let sandbox = try Sandbox()
    for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
      try sandbox.write(mark + [0x61, 0x0A, 0x62, 0xFF, 0x0A], to: "r.txt")
      let outcome = try sandbox.run("\(program.call) \(options) r.txt")
      #expect(outcome.status == 1)
      #expect(
        outcome.messages.hasPrefix(
          "\(program.name): r.txt:2: byte 0xFF at offset \(mark.count + 3) "))
    }
  }

  @Test(
    "A character across the border of the judged part is whole", arguments: Program.allCases, 0..<4)
  func characterAcrossTheBorderIsWhole(_ program: Program, _ shift: Int) throws {
    let sandbox = try Sandbox()
    let pad = String(repeating: "x", count: shift)
    let body = String(repeating: "汉", count: 400_000)
    try sandbox.write(pad + body + "\n", to: "r.txt")
    let outcome = try sandbox.run("\(program.call) r.txt")
    #expect(outcome.status == 0 && outcome.messages == "")
    #expect(outcome.text.contains(body))
  }

  @Test("--invalid replace writes U+FFFD and says how often", arguments: Program.allCases)
  func replacementIsSaid(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Array("甲".utf8) + [0xFF] + Array("乙".utf8) + [0xE4, 0xB8, 0x0A], to: "r.txt")
    let outcome = try sandbox.run("\(program.call) --invalid replace r.txt")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("甲\u{FFFD}乙\u{FFFD}"))
    #expect(outcome.messages.hasPrefix("\(program.name): r.txt: 2 invalid"))
  }

  @Test("A byte order mark before a stream is an error", arguments: Program.allCases)
  func markBeforeAStreamIsAnError(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write("\u{FEFF}" + Sample.first + Sample.second, to: "marked")
    let outcome = try sandbox.run("\(program.name) marked")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("byte order mark"))
    #expect(outcome.text.contains("河湾村.txt"))
  }
}
