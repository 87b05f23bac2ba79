extension Command {
  /// What `-h` prints: the usage and one line for each option.
  var shortHelp: String {
    let width = options.reduce(0) { max($0, Prose.columns($1.entry)) }
    return name + " " + summary + "\nUsage: " + usage + "\n"
      + list(ownOptions, under: "Options:", width: width)
      + list(common, under: "Options of every filter:", width: width)
  }

  private func list(_ options: [Option], under heading: String, width: Int) -> String {
    guard !options.isEmpty else { return "" }
    return options.reduce(heading + "\n") { text, option in
      let gap = String(repeating: " ", count: width + 2 - Prose.columns(option.entry))
      return text + "  " + option.entry + gap + option.meaning + "\n"
    }
  }

  /// What `--help` prints: examples first, then all that there is to say.
  var longHelp: String {
    var text = name + " " + summary + "\n\nUsage: " + usage + "\n"
    if !examples.isEmpty {
      text += "\nExamples:\n"
      for example in examples {
        text += "  " + example.line + "\n"
        text += Prose.lay(Prose.sentence(example.meaning), margin: 6)
      }
    }
    text += "\n" + Prose.lay(about, margin: 0)
    text += entries(ownOptions, under: "Options:")
    text += entries(common, under: "Options of every filter:")
    text += "\nInput and output:\n" + Prose.lay(inputAndOutput, margin: 2)
    text += "\nExit status (the highest that holds):\n"
    for status in ExitStatus.allCases {
      let number = String(status.rawValue)
      let gap = String(repeating: " ", count: 5 - number.utf8.count)
      text += "  " + number + gap + status.meaning + "\n"
    }
    return text
  }

  private func entries(_ options: [Option], under heading: String) -> String {
    guard !options.isEmpty else { return "" }
    return options.reduce("\n" + heading + "\n") { text, option in
      let example = option.example.map { "Example: " + $0 }
      let facts = (option.facts + (example.map { [$0] } ?? [])).joined(separator: " ")
      return text + "  " + option.entry + "\n" + Prose.lay(option.sentences, margin: 8)
        + Prose.lay(facts, margin: 8)
    }
  }

  /// What is read and written, for all the pages.
  var inputAndOutput: String {
    let operandNote =
      operands.isEmpty
      ? ""
      : " Without operands, and where an operand is -, standard input is read. Each file is a "
        + "document of its own; one that cannot be read is told, and the others go on."
    return "Reads " + reads + "; writes " + writes + "." + operandNote
      + " Standard output carries the result and nothing else; messages go to standard error."
      + " The result depends on no locale, environment or configuration file."
  }
}
