extension Command {
  /// A page for docs/, the same matter as the long help.
  var markdownPage: String {
    var page = "<!-- Made from the option table by: " + name + " --generate markdown -->\n"
    page += "# " + name + "\n\n" + Self.markdownEscape(Prose.sentence(summary)) + "\n\n"
    page += "    " + usage + "\n\n"
    if !examples.isEmpty { page += "## Examples\n\n" }
    for example in examples {
      page += Self.markdown(Prose.sentence(example.meaning)) + "\n    " + example.line + "\n\n"
    }
    page += "## What it does\n\n" + Self.markdown(about)
    page += Self.markdownEntries(ownOptions, under: "## Options")
    page += Self.markdownEntries(common, under: "## Options of every filter")
    page += "\n## Input and output\n\n" + Self.markdown(inputAndOutput)
    page += "\n## Exit status\n\nThe highest that holds.\n\n| status | meaning |\n|---|---|\n"
    for status in ExitStatus.allCases {
      page += "| " + String(status.rawValue) + " | " + status.meaning + " |\n"
    }
    return page
  }

  private static func markdownEntries(_ options: [Option], under heading: String) -> String {
    guard !options.isEmpty else { return "" }
    return options.reduce("\n" + heading + "\n") { page, option in
      let names = [option.shortSpelling, option.longSpelling].compactMap { $0 }
      var entry = "\n### " + names.map(code).joined(separator: ", ") + "\n\n"
      entry += markdown(option.sentences)
      if !option.facts.isEmpty { entry += "\n" + markdown(option.facts.joined(separator: " ")) }
      if let example = option.example { entry += "\n    " + example + "\n" }
      return page + entry
    }
  }

  /// A text's blocks, a blank line between them.
  private static func markdown(_ text: String) -> String {
    Prose.blocks(text).map { block in
      switch block {
      case .paragraph(let words):
        Prose.fill(markdownEscape(words), width: 100).map { $0 + "\n" }.joined()
      case .verbatim(let lines): lines.map { "    " + $0 + "\n" }.joined()
      }
    }.joined(separator: "\n")
  }

  /// A span of code, fenced by more backquotes than it holds.
  private static func code(_ text: String) -> String {
    var longest = 0
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return longest == 0 ? fence + text + fence : fence + " " + text + " " + fence
  }

  private static func markdownEscape(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if "\\`*_[]<>#|~".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
  }
}
