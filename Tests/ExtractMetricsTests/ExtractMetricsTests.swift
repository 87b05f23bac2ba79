import Filters
import Testing

@testable import extract_metrics

@Suite struct ExtractMetricsTests {
  private let stream = """
    doc\treport/1\ta.txt
    meta\tsource\t"x"
    title\t1\t1\t2024年报告
    section\t3\t1\t1\theading\t一、\t成绩\t
    # a remark
    section\t4\t1\t2\trunin\t（一）\t召开会议5次\t。
    text\t4\t12\t2\t投入3万元，满意率**%。
    x-mood\tgood
    metric\t4\t1\told\t1\t\t=\tcount\t\t\t
    cut\t4\t12\tr\tad
    section\t5\t1\t2\trunin\t（二）\t培训\t。
    text\t5\t8\t2\t共20余人次。
    end\tok

    """

  @Test func `figures stand behind their records, and all else stays as it came`() {
    let output = ExtractMetrics.rehearse(input: Array(stream.utf8)).text
    let rest = output.split(separator: "\n").filter { !$0.hasPrefix("metric\t") }
    let before = stream.split(separator: "\n").filter { !$0.hasPrefix("metric\t") }
    #expect(rest == before)
    #expect(
      output.contains(
        "\t召开会议5次\t。\nmetric\t4\t8\t5次\t5\t次\t=\tcount\t\t\t会议\ntext\t4\t12\t"))
    #expect(output.contains("投入3万元，满意率**%。\nmetric\t4\t14\t3万元\t30000\t元\t=\tmoney\t"))
    #expect(output.contains("metric\t4\t21\t**%\t**\t%\t=\tpercent\t\t\t满意率\nx-mood\tgood\n"))
  }

  @Test(arguments: [
    (["--kinds", "money"], ["3万元"]), (["--kinds", "money,percent"], ["3万元", "**%"]),
    (["--min-value", "20"], ["3万元", "**%", "20余人次"]), (["--no-masked"], ["5次", "3万元", "20余人次"]),
    (["--min-value", "20.5", "--no-masked"], ["3万元"]),
  ])
  func `only the figures that were asked for come out`(options: [String], figures: [String]) {
    let input = Array(stream.utf8)
    let rehearsal =
      switch options.count {
      case 1: ExtractMetrics.rehearse(options[0], input: input)
      case 2: ExtractMetrics.rehearse(options[0], options[1], input: input)
      default: ExtractMetrics.rehearse(options[0], options[1], options[2], input: input)
      }
    let found = rehearsal.text.split(separator: "\n").filter { $0.hasPrefix("metric\t") }
      .map { String($0.split(separator: "\t")[3]) }
    #expect(found == figures)
  }

  @Test(arguments: [
    ("--kinds", "cash"), ("--kinds", ""), ("--min-value", "much"), ("--min-value", "1."),
    ("--units", "/nowhere/u.pack"),
  ])
  func `a wrong option is an error of use`(option: String, argument: String) {
    let rehearsal = ExtractMetrics.rehearse(option, argument, input: [])
    #expect(rehearsal.status == .misuse)
    #expect(!rehearsal.messages.isEmpty)
  }

  @Test func `the table has a row for each figure, with its section`() {
    let output = ExtractMetrics.rehearse("--table", input: Array((stream + stream).utf8)).text
    let rows = output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.count == 9)
    #expect(rows.allSatisfy { $0.count == 13 })
    #expect(
      rows[0] == [
        "document", "line", "column", "section", "title", "label", "value", "unit", "sign", "kind",
        "per", "change", "text",
      ])
    #expect(
      rows[1] == [
        "a.txt", "4", "8", "1.1", "召开会议5次", "会议", "5", "次", "=", "count", "", "", "5次",
      ])
    #expect(rows[4][3] == "1.2" && rows[4][4] == "培训" && rows[4][12] == "20余人次")
    #expect(rows[5...] == rows[1...4])
  }

  @Test func `highlighting changes nothing but colours`() {
    let text = "召开会议5次，发放3万元。\n\n党员**名，占90%，历时5天。\n"
    let output = ExtractMetrics.rehearse("--highlight", "-C", input: Array(text.utf8)).text
    #expect(output.contains("会议\u{1B}[32m5次\u{1B}[0m，发放\u{1B}[33m3万元\u{1B}[0m。\n"))
    #expect(output.contains("党员\u{1B}[31m**名\u{1B}[0m"))
    var plain = output
    for code in ["0", "31", "32", "33", "35", "36"] {
      plain = plain.replacing("\u{1B}[\(code)m", with: "")
    }
    #expect(plain == text)
    for options in [["--highlight"], ["--highlight", "-CM"]] {
      let shown = ExtractMetrics.rehearse(options[0], options.last ?? "", input: Array(text.utf8))
      #expect(shown.text == text)
    }
    let segmented = ExtractMetrics.rehearse("--highlight", input: Array(stream.utf8)).text
    #expect(segmented.split(separator: "\n").count == 4)
    #expect(
      ExtractMetrics.rehearse("--highlight", "--table", input: []).status == .misuse)
    #expect(ExtractMetrics.rehearse("--color", input: []).status == .misuse)
  }

  @Test(arguments: [
    ("\u{1B}[31m5次", "^[[31m5次"), ("5\u{7}次", "5^G次"), ("a\u{7F}b", "a^?b"),
    ("a\u{9B}31m", "a<U+009B>31m"),
    ("x\u{202E}y", "x<U+202E>y"), ("\0", "^@"), ("a\rb", "a^Mb"), ("a\tb", "a\tb"),
    ("🙂é\u{A0}", "🙂é\u{A0}"),
  ])
  func `the text can command no terminal`(text: String, shown: String) {
    let output = ExtractMetrics.rehearse("--highlight", input: Array((text + "\n").utf8)).text
    #expect(output == shown + "\n")
    let colored = ExtractMetrics.rehearse("--highlight", "-C", input: Array((text + "\n").utf8))
    #expect(colored.text.replacing(/\e\[\d+m/, with: "") == shown + "\n")
  }

  @Test func `bytes that are no text are shown by their number`() {
    let stream = Array("doc\treport/1\t-\nline\t1\t1\ta".utf8) + [0x9B] + Array("b\nend\tok\n".utf8)
    #expect(ExtractMetrics.rehearse("--highlight", input: stream).text == "a<9B>b\n")
  }

  @Test func `the packs inside can be printed`() {
    #expect(
      ExtractMetrics.rehearse("--print-units", input: []).output == PackageResources.units_pack)
    #expect(
      ExtractMetrics.rehearse("--print-phrases", input: []).output == PackageResources.phrases_pack)
  }
}
