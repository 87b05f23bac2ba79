import Filters
import Testing

@testable import strip_ads

@Suite struct AuditTests {
  /// Reports of every shape: line ends, a byte order mark, no final line end, and what only looks like a mark.
  static func source(seed: UInt64) -> String {
    let text = LawTests.report(seed: seed)
    return seed % 3 == 0 ? "\u{FEFF}" + text : text
  }

  @Test(
    "What is kept and the audit are the input, byte for byte",
    arguments: 0..<40 as Range<UInt64>, [[], ["--keep-lines"]])
  func keptAndAuditAreTheInput(seed: UInt64, options: [String]) {
    let text = Self.source(seed: seed)
    let run = rehearse(options + ["--audit", "a.tsv"], text)
    #expect(rebuild(kept: run.output, audit: run.aside) == Array(text.utf8), "seed \(seed)")
  }

  @Test("The same where the window overflows", arguments: 0..<4 as Range<UInt64>)
  func keptAndAuditAreTheInputBeyondTheWindow(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<10 {
      let piece = LawTests.pieces.randomElement(using: &random) ?? ""
      let count = [1, 3, 130, 255, 256, 257, 300].randomElement(using: &random) ?? 1
      text += String(repeating: piece + "\n", count: count)
    }
    let run = rehearse(["--audit", "a.tsv"], text)
    #expect(rebuild(kept: run.output, audit: run.aside) == Array(text.utf8), "seed \(seed)")
  }

  @Test(
    "No option that tells of removals changes what is kept", arguments: 0..<10 as Range<UInt64>,
    ["--audit=a.tsv", "--explain", "--stats"])
  func tellingChangesNothing(seed: UInt64, option: String) {
    let text = Self.source(seed: seed)
    #expect(rehearse([option], text).output == rehearse([], text).output, "seed \(seed)")
    #expect(
      rehearse([option, "--records"], text).output == rehearse(["--records"], text).output,
      "seed \(seed)")
  }

  @Test("The audit does not hang on the pieces in which the input comes", arguments: [1, 2, 3, 64])
  func chunks(size: Int) {
    let text = Array(Self.source(seed: 3).utf8)
    let whole = StripAds.rehearse("--audit", "a.tsv", input: text)
    let pieces = StripAds.rehearse("--audit", "a.tsv", input: text, pieces: [size])
    #expect(whole.aside == pieces.aside && whole.output == pieces.output)
  }

  @Test("The rows stand in the order of the text", arguments: 0..<10 as Range<UInt64>)
  func order(seed: UInt64) {
    let rows = auditRows(rehearse(["--audit", "a.tsv"], Self.source(seed: seed)).aside)
    let places = rows.map { ($0.line, $0.column) }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
  }

  @Test(
    "A stream has the same audit as the text it was made of", arguments: 0..<10 as Range<UInt64>)
  func streams(seed: UInt64) {
    let text = LawTests.report(seed: seed).replacing("\r\n", with: "\n")
    guard text.hasSuffix("\n"), text.unicodeScalars.first != "\u{FEFF}" else { return }
    var stream = "doc\treport/1\t-\n"
    for (index, line) in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let escaped = line.replacing("\\", with: "\\\\").replacing("\t", with: "\\t")
        .replacing("\0", with: "\\0")
      stream += "line\t\(index + 1)\t1\t\(escaped)\n"
    }
    let ofText = auditRows(rehearse(["--audit", "a.tsv"], text).aside)
    let ofStream = auditRows(rehearse(["--audit", "a.tsv"], stream + "end\tok\n").aside)
    // A mark that would become a byte order mark goes from plain text alone.
    #expect(ofText.filter { $0.text != Array("\u{FEFF}".utf8) } == ofStream, "seed \(seed)")
  }

  @Test("The audit has a row of names, also of nothing")
  func header() {
    let names = "document\tline\tcolumn\trule\ttext\n"
    for text in ["", "甲乙丙。\n"] {
      #expect(rehearse(["--audit", "a.tsv"], text).aside == Array(names.utf8))
    }
    let run = rehearse(["--audit", "a.tsv"], "甲乙丙。\n下载本文档\r\n")
    #expect(
      String(decoding: run.aside, as: UTF8.self)
        == names + "-\t2\t1\tpreview\t下载本文档\\r\\n\n")
  }

  @Test("A byte order mark inside the text does not come to stand at its head")
  func strayMark() {
    #expect(strip("下载本文档\n\u{FEFF}甲乙丙。\n") == "甲乙丙。\n")
    #expect(strip("\u{FEFF}下载本文档\n\u{FEFF}甲乙丙。\n") == "\u{FEFF}\u{FEFF}甲乙丙。\n")
  }

  @Test("--dry-run prints what would go, as the audit has it", arguments: 0..<10 as Range<UInt64>)
  func dryRun(seed: UInt64) {
    let text = Self.source(seed: seed)
    let rows = auditRows(rehearse(["--audit", "a.tsv"], text).aside)
    let listed = rows.map { row -> String in
      var line = String(decoding: row.text, as: UTF8.self).unicodeScalars
      if line.last == "\n" { line.removeLast() }
      if line.last == "\r" { line.removeLast() }
      let shown = String(line.map { $0 == "\0" ? "\u{FFFD}" : Character($0) })
      return "-:\(row.line):\(row.column):\(shown)\n"
    }
    let output = rehearse(["--dry-run"], text).output
    // A stray byte order mark goes from plain text alone.
    let wanted = listed.filter { !$0.hasSuffix(":\u{FEFF}\n") }.joined()
    #expect(String(decoding: output, as: UTF8.self).utf8.elementsEqual(wanted.utf8), "seed \(seed)")
  }

  @Test("--stats counts what the audit tells", arguments: 0..<10 as Range<UInt64>)
  func stats(seed: UInt64) {
    let text = LawTests.report(seed: seed)
    let run = rehearse(["--stats", "--audit", "a.tsv"], text)
    let rows = run.messages.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(rows.first == ["rule", "documents", "lines", "pieces", "bytes"])
    let audit = auditRows(run.aside)
    for row in rows.dropFirst() where !row[0].hasPrefix("(") {
      let own = audit.filter { $0.rule == row[0] }
      let bytes = own.reduce(0) { $0 + $1.text.count }
      #expect(Int(row[2] + "") ?? -1 >= 0 && row[1] == "1", "seed \(seed)")
      #expect((Int(row[2]) ?? 0) + (Int(row[3]) ?? 0) == own.count, "seed \(seed), \(row[0])")
      #expect(Int(row[4]) == bytes, "seed \(seed), \(row[0])")
    }
    let removed = rows.first { $0[0] == "(removed)" }
    let read = rows.first { $0[0] == "(read)" }
    #expect(Int(removed?[4] ?? "") == audit.reduce(0) { $0 + $1.text.count }, "seed \(seed)")
    let mark = text.unicodeScalars.first == "\u{FEFF}" ? 3 : 0
    #expect(Int(read?[4] ?? "") == text.utf8.count - mark, "seed \(seed)")
  }

  @Test("--explain names the place, the rule, each find with its row, and why a doubtful line goes")
  func explain() {
    let text = document(around: "百度网盘里有课件可以下载", "本店代写各类材料，请加微信 bgs7712")
    let told = rehearse(["--explain"], text).messages
    #expect(told.contains("-:4:1: ad, beside debris: 百度网盘里有课件可以下载\n"))
    #expect(told.contains("-:5:1: ad: 本店代写各类材料，请加微信 bgs7712\n"))
    #expect(told.contains("    +55  contact\n"))
    #expect(told.contains("  debris.pack:"))
    #expect(told.contains(" points; 80 are needed"))
    #expect(!told.contains("\u{1B}"), "colours are for terminals")
  }

  @Test("--explain tells of advertising glued to a sentence what speaks for the advertising")
  func explainPiece() {
    let line = "全镇公众号建设得到加强。本店代写各类材料，请加微信 bgs7712"
    let told = rehearse(["--explain"], document(around: line)).messages
    #expect(told.hasPrefix("-:4:13: ad: 本店代写各类材料，请加微信 bgs7712\n"))
    #expect(told.contains("    +55  contact\n") && told.contains(" points; 80 are needed"))
    #expect(!told.contains("report"), "\(told)")
  }

  @Test("--explain shows what speaks for a line that has brackets and goes whole")
  func explainBracketedLine() {
    let line = "【稻香文秘】——更新最快的公文资料库，各类材料6万余篇，会员免费下载，永久会员仅需198元！"
    let told = rehearse(["--explain"], document(around: line)).messages
    #expect(told.contains("-:4:1: ad: 【稻香文秘】"))
    #expect(told.contains("  免费下载\n"), "\(told)")
  }

  @Test("--explain shows of brackets that go from a line what speaks for them")
  func explainBrackets() {
    let line = "第三讲 建设（下载完整版请加微信abc12345，关注公众号免费领取全文）"
    let told = rehearse(["--explain"], document(around: line)).messages
    #expect(told.hasPrefix("-:4:7: ad: （下载完整版"))
    #expect(
      told.contains("    +55  contact\n") && told.contains(" points; 90 are needed"), "\(told)")
  }

  @Test(
    "Control characters of a document do not reach the terminal",
    arguments: ["--explain", "--dry-run"])
  func harmless(option: String) {
    let run = rehearse([option], "甲乙丙。\n下载本文档\u{1B}[2J\u{7}\u{202E}请加微信 abc1234 领资料\n")
    let told = run.messages + run.text
    #expect(told.contains("下载本文档\u{FFFD}[2J\u{FFFD}\u{FFFD}"), "\(told)")
    #expect(
      !told.contains("\u{1B}") && !told.contains("\u{7}") && !run.messages.contains("\u{202E}"))
  }
}

/// A run of the filter.
func rehearse(_ arguments: [String], _ text: String) -> Rehearsal {
  StripAds.rehearse(arguments, input: Array(text.utf8))
}

/// A row of the audit, its text unescaped.
struct AuditRow: Equatable {
  var line: Int
  var column: Int
  var rule: String
  var text: [UInt8]
}

/// The rows of an audit, without the names of the columns.
func auditRows(_ audit: [UInt8]) -> [AuditRow] {
  String(decoding: audit, as: UTF8.self).unicodeScalars.split(separator: "\n").dropFirst().map {
    row in
    let columns = row.split(separator: "\t", omittingEmptySubsequences: false)
    return AuditRow(
      line: Int(String(columns[1])) ?? 0, column: Int(String(columns[2])) ?? 0,
      rule: String(columns[3]), text: Array(unescaped(columns[4]).utf8))
  }
}

/// Puts the input together again, from nothing but what was kept and the audit.
func rebuild(kept: [UInt8], audit: [UInt8]) -> [UInt8] {
  var rest = String(decoding: kept, as: UTF8.self).unicodeScalars[...]
  var built = String.UnicodeScalarView()
  let rows = auditRows(audit)
  // A byte order mark that was kept stood at the head.
  if rest.first == "\u{FEFF}" { built.append(rest.removeFirst()) }
  var next = 0
  var number = 0
  while next < rows.count || !rest.isEmpty {
    number += 1
    let isWhole =
      next < rows.count && rows[next].line == number
      && (rows[next].text.last == UInt8(ascii: "\n") || rest.isEmpty)
    if isWhole {
      built += String(decoding: rows[next].text, as: UTF8.self).unicodeScalars
      next += 1
      continue
    }
    var line = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      line.append(scalar)
      if scalar == "\n" { break }
    }
    while next < rows.count, rows[next].line == number {
      line.insert(
        contentsOf: String(decoding: rows[next].text, as: UTF8.self).unicodeScalars,
        at: line.index(line.startIndex, offsetBy: rows[next].column - 1))
      next += 1
    }
    built += line
  }
  return Array(String(built).utf8)
}
