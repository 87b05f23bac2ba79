/// One row of a filter's option table; the parser and every generated page read the same rows.
public struct Option: Sendable, Equatable {
  /// The name after `--`: lower-case ASCII letters, digits and hyphens.
  public let long: String
  /// The ASCII letter or digit after `-`, if there is one.
  public let short: Unicode.Scalar?
  /// What stands for the argument in the pages, nil for a flag; FILE, N and BYTES have a meaning (see `ArgumentKind`).
  public let argument: String?
  /// Whether the argument may be left out; it must then be joined, as in `--in-place=.bak`.
  public let isArgumentOptional: Bool
  /// The only arguments taken, matched without regard to ASCII case; empty where anything may stand.
  public let choices: [String]
  /// Other names of choices, in lower case, with the choice that each stands for.
  public let aliases: [String: String]
  /// Whether each use counts; of any other option the last use wins.
  public let repeats: Bool
  /// The argument that holds where the option is not used.
  public let `default`: String?
  /// What it does: one short line that starts small and has no full stop.
  public let meaning: String
  /// Further sentences for the long help and the man page.
  public let detail: String
  /// The option as one would type it, to be shown.
  public let example: String?

  /// Declares a row; `Command.faults` tells what is wrong with it.
  public init(
    _ long: String, short: Unicode.Scalar? = nil, argument: String? = nil,
    isArgumentOptional: Bool = false, choices: [String] = [], aliases: [String: String] = [:],
    repeats: Bool = false, default: String? = nil, meaning: String, detail: String = "",
    example: String? = nil
  ) {
    self.long = long
    self.short = short
    self.argument = argument
    self.isArgumentOptional = isArgumentOptional
    self.choices = choices
    self.aliases = aliases
    self.repeats = repeats
    self.default = `default`
    self.meaning = meaning
    self.detail = detail
    self.example = example
  }
}

/// What an option's argument is, as its table row says.
enum ArgumentKind {
  /// A flag: no argument.
  case none
  /// `FILE`: a file name, kept byte for byte, never empty.
  case file
  /// `N`: a canonical number.
  case number
  /// `BYTES`: a canonical number, with K, M or G for powers of 1024.
  case bytes
  /// One of the row's choices.
  case choice
  /// Anything else.
  case word
}

extension Option {
  /// What the argument is.
  var kind: ArgumentKind {
    guard let argument else { return .none }
    guard choices.isEmpty else { return .choice }
    return switch argument {
    case "FILE": .file
    case "N": .number
    case "BYTES": .bytes
    default: .word
    }
  }
}
