extension Command {
  /// A page for man(1) in the man(7) macros; it has no date, so that the same table gives the same bytes.
  var manPage: String {
    var page = ".\\\" Made from the option table by: " + name + " --generate man\n"
    page += ".TH \"" + Roff.escape(name.uppercased()) + "\" 1 \"\" \""
    page += Roff.escape(name + " " + version) + "\" \"Report filters\"\n"
    page += ".SH NAME\n" + Roff.line(name) + "\\- " + Roff.escape(summary) + "\n"
    page += ".SH SYNOPSIS\n.B " + Roff.escape(name) + "\n"
    page += Roff.paragraph("[OPTION]..." + (operands.isEmpty ? "" : " " + operands))
    page += ".SH DESCRIPTION\n" + Roff.blocks(about)
    page += ".PP\n" + Roff.blocks(inputAndOutput)
    if !ownOptions.isEmpty { page += ".SH OPTIONS\n" + manEntries(ownOptions) }
    page += ".SH OPTIONS OF EVERY FILTER\n" + manEntries(common)
    page += ".SH EXIT STATUS\nThe highest that holds.\n"
    for status in ExitStatus.allCases {
      page += ".TP\n.B " + String(status.rawValue) + "\n"
      page += Roff.paragraph(Prose.sentence(status.meaning))
    }
    if !examples.isEmpty { page += ".SH EXAMPLES\n" }
    for (index, example) in examples.enumerated() {
      page += (index > 0 ? ".PP\n" : "") + Roff.paragraph(Prose.sentence(example.meaning))
      page += Roff.verbatim([example.line])
    }
    return page
  }

  private func manEntries(_ options: [Option]) -> String {
    options.reduce("") { page, option in
      let names = [option.shortName, option.longName].compactMap { $0 }
      var tag = names.map { "\\fB" + Roff.escape($0) + "\\fR" }.joined(separator: ", ")
      if let argument = option.argument {
        let word = "\\fI" + Roff.escape(argument) + "\\fR"
        tag += option.isArgumentOptional ? "[=" + word + "]" : " " + word
      }
      var entry = ".TP\n" + tag + "\n" + Roff.blocks(option.sentences, paragraph: ".IP")
      let facts = option.facts.joined(separator: " ")
      if !facts.isEmpty { entry += ".IP\n" + Roff.paragraph(facts) }
      if let example = option.example {
        entry += ".IP\n" + Roff.paragraph("Example: " + example)
      }
      return page + entry
    }
  }
}

/// Text for roff, in which a backslash, a leading dot and a plain hyphen mean something else.
private enum Roff {
  /// The text as it must stand inside a line.
  static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case "\"": escaped += "\\(dq"
      case _ where scalar.value >= 0x80:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count))
        escaped += digits + "]"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A line of its own, which no leading dot makes a request.
  static func line(_ text: String) -> String {
    (text.hasPrefix(".") ? "\\&" : "") + escape(text) + "\n"
  }

  /// Words filled into lines of the source.
  static func paragraph(_ text: String) -> String {
    Prose.fill(text, width: 66).map(line).joined()
  }

  /// Lines shown as they are.
  static func verbatim(_ lines: [String]) -> String {
    ".RS 4\n.nf\n" + lines.map(line).joined() + ".fi\n.RE\n"
  }

  /// A text's blocks, parted by a paragraph request.
  static func blocks(_ text: String, paragraph request: String = ".PP") -> String {
    Prose.blocks(text).map { block in
      switch block {
      case .paragraph(let words): paragraph(words)
      case .verbatim(let lines): verbatim(lines)
      }
    }.joined(separator: request + "\n")
  }
}
