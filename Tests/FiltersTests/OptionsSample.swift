@testable import Filters

/// A command that has an option of every shape.
enum Sample {
  static let records = Option("records", short: "r", meaning: "write records")
  static let inPlace = Option(
    "in-place", short: "i", argument: "SUFFIX", isArgumentOptional: true,
    meaning: "change the files themselves", example: "--in-place=.bak")
  static let rules = Option(
    "rules", short: "R", argument: "FILE", repeats: true, meaning: "add the rules of FILE",
    detail: "The file is a pack. It isn't [read] twice: 'once' \\ is enough.",
    example: "--rules mine.pack")
  static let shape = Option(
    "shape", argument: "SHAPE", choices: ["flat", "nested"], default: "nested",
    meaning: "the shape of the output")
  static let hold = Option("hold", argument: "N", default: "4", meaning: "hold N lines back")
  static let mark = Option("mark", short: "m", argument: "TEXT", meaning: "mark: it's [any] text")

  static let command = Command(
    name: "try-out",
    summary: "tries options out",
    about: """
      A paragraph that is
      two lines of source.

        indented   as it is
        .dotted

      .A paragraph with a leading dot, a back\\slash, `quotes` and **masks**.
      """,
    options: [records, inPlace, rules, shape, hold, mark],
    examples: [
      Example("try-out r.txt | other >out.txt", "tries one"),
      Example("try-out --mark '甲 乙' -r a b", "tries \"two\" files"),
    ])
}
