extension Command {
  /// The option table for programs, as JSON; members that are empty are left out.
  var description: String {
    let common = self.common.map { Self.describe($0, isCommon: true) }
    let object: [(String, JSONText)] = [
      ("name", .string(name)),
      ("version", .string(version)),
      ("stream", .string(Version.stream)),
      ("summary", .string(summary)),
      ("about", .string(about)),
      ("reads", .string(reads)),
      ("writes", .string(writes)),
      ("usage", .string(usage)),
      ("operands", .string(operands)),
      ("options", .array(ownOptions.map { Self.describe($0, isCommon: false) } + common)),
      ("examples", .array(examples.map(Self.describe))),
      ("statuses", .array(ExitStatus.allCases.map(Self.describe))),
    ]
    return JSONText.object(object).pretty() + "\n"
  }

  private static func describe(_ option: Option, isCommon: Bool) -> JSONText {
    .object([
      ("long", .string(option.long)),
      ("short", .string(option.short.map { String(Character($0)) } ?? "")),
      ("argument", .string(option.argument ?? "")),
      ("argumentOptional", .flag(option.isArgumentOptional)),
      ("choices", .array(option.choices.map { .string($0) })),
      (
        "aliases",
        .object(option.aliases.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
      ),
      ("default", option.default.map { .string($0) } ?? .string("")),
      ("repeats", .flag(option.repeats)),
      ("common", .flag(isCommon)),
      ("meaning", .string(option.meaning)),
      ("detail", .string(option.detail)),
      ("example", .string(option.example ?? "")),
    ])
  }

  private static func describe(_ example: Example) -> JSONText {
    .object([("line", .string(example.line)), ("meaning", .string(example.meaning))])
  }

  private static func describe(_ status: ExitStatus) -> JSONText {
    .object([("status", .number(Int(status.rawValue))), ("meaning", .string(status.meaning))])
  }
}

/// A JSON value to be printed.
private indirect enum JSONText {
  case string(String)
  case number(Int)
  case flag(Bool)
  case array([JSONText])
  case object([(String, JSONText)])

  private var isEmpty: Bool {
    switch self {
    case .string(let text): text.isEmpty
    case .array(let values): values.isEmpty
    case .object(let members): members.isEmpty
    case .number, .flag: false
    }
  }

  /// The value over several lines; empty members are left out and arrays of strings stay on one line.
  func pretty(margin: String = "") -> String {
    let inner = margin + "  "
    switch self {
    case .string(let text): return Self.quote(text)
    case .number(let number): return String(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .array(let values):
      if case .string = values.first {
        return "[" + values.map { $0.pretty() }.joined(separator: ", ") + "]"
      }
      let lines = values.map { inner + $0.pretty(margin: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + margin + "]"
    case .object(let members):
      let lines = members.filter { !$0.1.isEmpty }.map { name, value in
        inner + Self.quote(name) + ": " + value.pretty(margin: inner)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + margin + "}"
    }
  }

  private static func quote(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        quoted += scalar.value < 0x10 ? "\\u000" : "\\u00"
        quoted += String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
