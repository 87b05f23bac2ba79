extension Command {
  /// A completion script for bash 3.2 or later, with or without the bash-completion package.
  var bashCompletion: String {
    let function = "_" + String(name.map { $0 == "-" ? "_" : $0 })
    let names = options.flatMap { [$0.shortName, $0.longName].compactMap { $0 } }
    // Bash cuts words at =, unless COMP_WORDBREAKS was changed; both cases are told apart by `joint` and `head`.
    return """
      # Completion of \(name) for bash; made by: \(name) --generate bash
      \(function)() {
        local IFS=$' \\t\\n' word=${COMP_WORDS[COMP_CWORD]} before='' joint='' head='' i
        COMPREPLY=()
        for ((i = 1; i < COMP_CWORD; i++)); do
          [[ ${COMP_WORDS[i]} == -- ]] && return 0
        done
        ((COMP_CWORD > 0)) && before=${COMP_WORDS[COMP_CWORD - 1]}
        if [[ $word == = ]]; then
          word='' joint='='
        elif [[ $before == = ]] && ((COMP_CWORD > 1)); then
          before=${COMP_WORDS[COMP_CWORD - 2]} joint='='
        elif [[ $word == --*=* ]]; then
          before=${word%%=*} joint='=' head=$before= word=${word#*=}
        fi
        case $before$joint in
      \(options.map(bashCase).joined())  esac
        if [[ -z $joint && $word == -* ]]; then
          COMPREPLY=($(compgen -W '\(names.joined(separator: " "))' -- "$word"))
        fi
        return 0
      }
      complete -o default -F \(function) \(name)

      """
  }

  /// What follows an option that takes an argument; file names are left to bash.
  private func bashCase(_ option: Option) -> String {
    guard option.argument != nil else { return "" }
    let spaced = option.isArgumentOptional ? [] : [option.shortName, option.longName]
    let patterns = (spaced.compactMap { $0 } + [option.longName + "="]).joined(separator: " | ")
    let noFiles = "      compopt +o default 2>/dev/null\n"
    let words = option.choices.joined(separator: " ")
    let action =
      switch option.kind {
      case .choice:
        noFiles + "      COMPREPLY=($(compgen -P \"$head\" -W '" + words + "' -- \"$word\"))\n"
      case .number, .bytes: noFiles
      case .none, .file, .word: ""
      }
    return "    " + patterns + ")\n" + action + "      return 0\n      ;;\n"
  }
}
