/// The forms of `--generate`, named as one types them.
enum GeneratedPage: String, CaseIterable {
  case man, bash, zsh, fish, json, markdown
}

extension Command {
  /// A page made from the option table; the same bytes for the same table.
  func generate(_ page: GeneratedPage) -> String {
    switch page {
    case .man: manPage
    case .bash: bashCompletion
    case .zsh: zshCompletion
    case .fish: fishCompletion
    case .json: description
    case .markdown: markdownPage
    }
  }

  /// The text that an option asks for instead of a run, if it is one of those that do.
  func page(askedForBy option: Option, argument: [UInt8]?, spelled: String) -> String? {
    switch option.long {
    case Option.help.long: return spelled == option.shortName ? shortHelp : longHelp
    case Option.version.long: return versionLine
    case Option.describe.long: return generate(.json)
    case Option.generate.long:
      let name = String(decoding: argument ?? [], as: UTF8.self)
      return GeneratedPage(rawValue: name).map(generate)
    default: return nil
    }
  }
}
