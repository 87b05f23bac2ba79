extension Option {
  /// The name as typed: `--output`.
  public var longName: String { "--" + long }

  /// The short name as typed, if there is one: `-o`.
  var shortName: String? { short.map { "-" + String(Character($0)) } }

  /// The long name with its argument: `--output FILE`, `--in-place[=SUFFIX]`.
  var longSpelling: String { longName + argumentSpelling(joint: "=") }

  /// The short name with its argument: `-o FILE`, `-i[SUFFIX]`.
  var shortSpelling: String? { shortName.map { $0 + argumentSpelling(joint: "") } }

  /// The entry of a help page: `-o, --output FILE`; names without a short one stay in line with the others.
  var entry: String { (shortName.map { $0 + ", " } ?? "    ") + longSpelling }

  private func argumentSpelling(joint: String) -> String {
    guard let argument else { return "" }
    return isArgumentOptional ? "[" + joint + argument + "]" : " " + argument
  }

  /// The meaning and the detail, as sentences.
  var sentences: String {
    Prose.sentence(meaning) + (detail.isEmpty ? "" : " " + detail)
  }

  /// What the row says besides its sentences, as sentences.
  var facts: [String] {
    var facts: [String] = []
    if !choices.isEmpty { facts.append("One of: " + choices.joined(separator: ", ") + ".") }
    for choice in choices {
      let others = aliases.filter { $0.value == choice }.keys.sorted()
      if !others.isEmpty {
        facts.append("Other names of " + choice + ": " + others.joined(separator: ", ") + ".")
      }
    }
    if let value = self.default { facts.append("Default: " + value + ".") }
    if repeats { facts.append("May be given more than once.") }
    return facts
  }
}
