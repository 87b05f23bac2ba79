extension Command {
  /// A completion function for zsh, to be saved as `_NAME` in a folder of `fpath` or to be sourced.
  var zshCompletion: String {
    var specs = options.map(zshSpec)
    if !operands.isEmpty { specs.append("'*:file:_files'") }
    return """
      #compdef \(name)
      # Completion of \(name) for zsh; made by: \(name) --generate zsh
      _\(name)() {
        _arguments -s -S : \\
          \(specs.joined(separator: " \\\n    "))
      }
      if [[ ${funcstack[1]-} == _\(name) ]]; then
        _\(name) "$@"
      else
        compdef _\(name) \(name)
      fi

      """
  }

  /// One option for `_arguments`: which others it excludes, its names, its meaning and its argument.
  private func zshSpec(_ option: Option) -> String {
    let names = [option.shortName, option.longName].compactMap { $0 }
    let endsReading = ["help", "version", "generate", "describe"].contains(option.long)
    let exclusion =
      if endsReading { "(- *)" } else if option.repeats { "*" } else {
        names.count > 1 ? "(" + names.joined(separator: " ") + ")" : ""
      }
    var text = "[" + Self.zshEscape(option.meaning) + "]"
    // After a short name the argument may be joined, after a long one it may follow an =.
    var suffixes = ["", ""]
    if let argument = option.argument {
      suffixes = option.isArgumentOptional ? ["-", "=-"] : ["+", "="]
      text += (option.isArgumentOptional ? "::" : ":") + Self.zshEscape(argument) + ":"
      switch option.kind {
      case .choice: text += "(" + option.choices.joined(separator: " ") + ")"
      case .file: text += "_files"
      case .none, .number, .bytes, .word: text += " "
      }
    }
    let quoted = "'" + text + "'"
    guard let short = option.shortName else {
      return "'" + exclusion + option.longName + suffixes[1] + text + "'"
    }
    return "'" + exclusion + "'{" + short + suffixes[0] + "," + option.longName + suffixes[1] + "}"
      + quoted
  }

  private static func zshEscape(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "[", "]", ":", "\\": escaped += "\\" + String(character)
      case "'": escaped += "'\\''"
      default: escaped.append(character)
      }
    }
  }
}
