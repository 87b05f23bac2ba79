import Foundation
import Testing

@testable import Filters

@Suite struct OptionsPagesTests {
  private let command = Sample.command

  @Test("The table of the common options, and the sample's, has no fault")
  func noFaults() {
    #expect(Sample.command.faults == [])
  }

  @Test("Every fault of a table is found")
  func faults() {
    let options = [
      Option("records", meaning: "one"), Option("records", meaning: "two"),
      Option("Bad", short: "o", meaning: "x."), Option("short", short: "é", meaning: "x"),
      Option("pick", argument: "X", choices: ["a"], default: "b", meaning: "x"),
      Option("bare", default: "b", meaning: ""),
      Option("count", argument: "N", default: "1K", meaning: "x", detail: "no end"),
      Option("alias", argument: "X", choices: ["a"], aliases: ["b": "c"], meaning: "x"),
      Option("long", meaning: String(repeating: "long ", count: 20), example: "--lnog"),
    ]
    let command = Command(
      name: "bad", summary: "is bad", about: "", options: options,
      examples: [Example("cat x | bad --nothing | sort", "x"), Example("good x", "x")])
    let faults = command.faults.joined(separator: "\n")
    for part in [
      "--records stands twice", "-o stands twice", "--Bad is not a name", "full stop",
      "no ASCII letter", "default that is no choice", "needs a meaning", "needs the name",
      "default that is no number", "detail that is no sentence", "of no choice", "80 columns",
      "(unknown option --lnog", "(unknown option --nothing", "does not call bad: good x",
    ] {
      #expect(faults.contains(part), "\(part) in \(faults)")
    }
  }

  @Test(
    "Every option of the table, with every choice, stands in every page",
    arguments: GeneratedPage.allCases)
  func everyOption(_ page: GeneratedPage) {
    let text = command.generate(page).replacing("\\-", with: "-")
    for option in command.options {
      let isBare = page == .json || page == .fish
      #expect(text.contains(isBare ? option.long : option.longName))
      if page == .fish { #expect(text.contains(" -l \(option.long) ")) }
      if page == .json { #expect(text.contains("\"long\": \"\(option.long)\"")) }
      for choice in option.choices { #expect(text.contains(choice)) }
      if page != .bash { #expect(letters(text).contains(letters(option.meaning))) }
    }
  }

  /// The small letters alone, so that no page's escapes and line ends count.
  private func letters(_ text: String) -> String {
    text.replacing("\\(aq", with: "").lowercased().filter(\.isLetter)
  }

  @Test("Every option stands in both helps, in lines of at most 80 columns")
  func helps() {
    for option in command.options {
      #expect(command.shortHelp.contains("  \(option.entry) "))
      #expect(command.shortHelp.contains(option.meaning + "\n"))
      #expect(command.longHelp.contains("  \(option.entry)\n"))
    }
    let lines = (command.shortHelp + command.longHelp).split(separator: "\n")
    #expect(lines.allSatisfy { Prose.columns($0) <= 80 })
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
  }

  @Test("The meanings of the short help stand in one column")
  func columns() {
    let starts = command.options.compactMap { option in
      command.shortHelp.split(separator: "\n").first { $0.hasPrefix("  \(option.entry) ") }
        .map { Prose.columns($0) - Prose.columns(option.meaning) }
    }
    #expect(starts.count == command.options.count && Set(starts).count == 1)
  }

  @Test("The long help has its examples before everything but the usage")
  func examplesFirst() throws {
    let help = command.longHelp
    let examples = try #require(help.range(of: "Examples:\n  try-out r.txt | other >out.txt\n"))
    let about = try #require(help.range(of: "A paragraph that is two lines of source.\n"))
    let options = try #require(help.range(of: "Options:\n"))
    #expect(examples.lowerBound < about.lowerBound && about.lowerBound < options.lowerBound)
    #expect(help.contains("\n  indented   as it is\n  .dotted\n"))
  }

  @Test("The description is JSON that holds the table")
  func description() throws {
    let json = try JSONSerialization.jsonObject(with: Data(command.description.utf8))
    let object = try #require(json as? [String: Any])
    #expect(object["name"] as? String == "try-out")
    #expect(object["stream"] as? String == "report/1")
    #expect(object["about"] as? String == command.about)
    let options = try #require(object["options"] as? [[String: Any]])
    #expect(options.count == command.options.count)
    for (row, option) in zip(options, command.options) {
      #expect(row["long"] as? String == option.long)
      #expect(row["short"] as? String == option.short.map { String($0) })
      #expect(row["argument"] as? String == option.argument)
      #expect(row["choices"] as? [String] ?? [] == option.choices)
      #expect(row["aliases"] as? [String: String] ?? [:] == option.aliases)
      #expect(row["default"] as? String == option.default)
      #expect(row["repeats"] as? Bool == option.repeats)
      #expect(row["meaning"] as? String == option.meaning)
      #expect(row["detail"] as? String ?? "" == option.detail)
      #expect(row["common"] as? Bool == Option.common.contains(option))
    }
    let examples = try #require(object["examples"] as? [[String: String]])
    #expect(examples.map { $0["line"] } == command.examples.map(\.line))
    let statuses = try #require(object["statuses"] as? [[String: Any]])
    #expect(statuses.compactMap { $0["status"] as? Int } == [0, 1, 2, 3, 141])
  }

  @Test("Control characters in the description are escaped")
  func controlCharacters() throws {
    let about = String(String.UnicodeScalarView((0..<0x30).compactMap { Unicode.Scalar($0) })) + "中"
    let odd = Command(name: "odd", summary: "is odd", about: about)
    let json = try JSONSerialization.jsonObject(with: Data(odd.description.utf8))
    #expect((json as? [String: Any])?["about"] as? String == about)
  }

  @Test("No text becomes a request or an escape of the man page")
  func manEscapes() {
    let page = command.manPage
    #expect(page.contains("\n\\&.dotted\n"))
    #expect(page.contains("\n\\&.A paragraph with a leading dot, a back\\eslash,"))
    #expect(page.contains("try\\-out \\-\\-mark \\(aq\\[u7532] \\[u4E59]\\(aq \\-r a b"))
    let requests: Set<Substring> = [
      ".\\\"", ".TH", ".SH", ".B", ".PP", ".TP", ".IP", ".RS", ".RE", ".nf", ".fi",
    ]
    for line in page.split(separator: "\n") where line.hasPrefix(".") {
      #expect(requests.contains(line.prefix { $0 != " " }), "\(line)")
    }
    #expect(page.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("Signs of Markdown are only text in the Markdown page")
  func markdownEscapes() {
    #expect(command.markdownPage.contains("\\`quotes\\` and \\*\\*masks\\*\\*."))
    #expect(command.markdownPage.contains("### `-i[SUFFIX]`, `--in-place[=SUFFIX]`\n"))
  }

  @Test(
    "Prose is filled to its width and loses no word",
    arguments: [1, 7, 20, 80])
  func filling(_ width: Int) {
    let text = command.longHelp
    let lines = Prose.fill(text, width: width)
    #expect(lines.joined(separator: " ").split(separator: " ") == text.split(separator: " "))
    #expect(lines.allSatisfy { Prose.columns($0) <= width || !$0.contains(" ") })
  }

  @Test(
    "Wide characters count two columns", arguments: [("报告", 4), ("a报", 3), ("（）", 4), ("é…", 2)])
  func wide(_ text: String, _ columns: Int) {
    #expect(Prose.columns(text) == columns)
  }
}
