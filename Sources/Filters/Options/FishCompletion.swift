extension Command {
  /// Completions for fish, to be saved as `NAME.fish`; operands are files, as fish does without being told.
  var fishCompletion: String {
    options.reduce("# Completion of \(name) for fish; made by: \(name) --generate fish\n") {
      text, option in
      var line = "complete -c " + name
      if let short = option.short { line += " -s " + String(Character(short)) }
      line += " -l " + option.long
      switch option.kind {
      case .none: break
      case .file: line += option.isArgumentOptional ? "" : " -r -F"
      case .choice:
        line += option.isArgumentOptional ? " -f" : " -x"
        line += " -a '" + option.choices.joined(separator: " ") + "'"
      case .number, .bytes, .word: line += option.isArgumentOptional ? "" : " -x"
      }
      return text + line + " -d '" + Self.fishEscape(option.meaning) + "'\n"
    }
  }

  private static func fishEscape(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if character == "'" || character == "\\" { escaped += "\\" }
      escaped.append(character)
    }
  }
}
