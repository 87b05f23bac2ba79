/// A command line while it is read.
struct ArgumentParser {
  private let command: Command
  private let arguments: [[UInt8]]
  /// Made only when an option is seen, to start fast.
  private lazy var table = command.options
  private var position = 0
  private var operands: [Operand] = []
  private var uses: [Options.Use] = []

  init(command: Command, arguments: [[UInt8]]) {
    self.command = command
    self.arguments = arguments
  }

  mutating func parse() throws(Misuse) -> Request {
    let hyphen = UInt8(ascii: "-")
    while let word = takeWord() {
      if word == [hyphen, hyphen] {
        while let operand = takeWord() { try add(operand: operand) }
      } else if word.starts(with: [hyphen, hyphen]) {
        if let page = try parse(long: word) { return .show(page) }
      } else if word.count > 1, word[0] == hyphen {
        if let page = try parse(shorts: word) { return .show(page) }
      } else {
        try add(operand: word)
      }
    }
    return .run(Options(operands: operands, uses: uses))
  }

  private mutating func takeWord() -> [UInt8]? {
    guard position < arguments.count else { return nil }
    position += 1
    return arguments[position - 1]
  }

  private mutating func add(operand bytes: [UInt8]) throws(Misuse) {
    let operand = Operand(bytes)
    guard !command.operands.isEmpty else {
      throw Misuse("unexpected operand '" + operand.text + "'; " + command.name + " takes none")
    }
    operands.append(operand)
  }

  /// Takes `--name`, `--name=ARGUMENT` or `--name` with the word after it; returns a page if one is asked for.
  private mutating func parse(long word: [UInt8]) throws(Misuse) -> String? {
    let equals = word.firstIndex(of: UInt8(ascii: "="))
    let name = word[2..<(equals ?? word.count)]
    guard let option = table.first(where: { $0.long.utf8.elementsEqual(name) }) else {
      throw unknown(Array(word[..<(equals ?? word.count)]), near: Array(name))
    }
    var argument = equals.map { Array(word[($0 + 1)...]) }
    if option.argument == nil {
      guard argument == nil else { throw Misuse(option.longName + " takes no argument") }
    } else if argument == nil, !option.isArgumentOptional {
      argument = takeWord()
      guard argument != nil else { throw missing(option.longName, option.longSpelling) }
    }
    return try use(option, argument, spelled: option.longName)
  }

  /// Takes `-abc`, `-oARGUMENT` or `-o` with the word after it; returns a page if one is asked for.
  private mutating func parse(shorts word: [UInt8]) throws(Misuse) -> String? {
    var index = 1
    while index < word.count {
      let byte = word[index]
      guard let option = table.first(where: { $0.short?.value == UInt32(byte) }),
        let spelled = option.shortName
      else { throw unknownShort(in: word, at: index) }
      index += 1
      var argument: [UInt8]?
      if option.argument != nil {
        if index < word.count {
          argument = Array(word[index...])
          index = word.count
        } else if !option.isArgumentOptional {
          argument = takeWord()
          guard argument != nil else {
            throw missing(spelled, option.shortSpelling ?? option.longSpelling)
          }
        }
      }
      if let page = try use(option, argument, spelled: spelled) { return page }
    }
    return nil
  }

  /// Notes one use; returns a page if the option asks for one.
  private mutating func use(
    _ option: Option, _ argument: [UInt8]?, spelled: String
  ) throws(Misuse) -> String? {
    var argument = argument
    if let given = argument {
      switch option.kind {
      case .choice: argument = Array(try choice(given, of: option, spelled: spelled).utf8)
      case .file where given.isEmpty:
        throw Misuse(spelled + " takes the name of a file, not an empty word")
      default: break
      }
    }
    uses.append(Options.Use(long: option.long, argument: argument))
    return command.page(askedForBy: option, argument: argument, spelled: spelled)
  }

  /// The choice that an argument names, as the table writes it.
  private func choice(
    _ argument: [UInt8], of option: Option, spelled: String
  ) throws(Misuse) -> String {
    let folded = argument.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    for choice in option.choices where choice.utf8.elementsEqual(folded) { return choice }
    if let choice = option.aliases[String(decoding: folded, as: UTF8.self)] { return choice }
    let last = option.choices.last ?? ""
    let others = option.choices.dropLast().joined(separator: ", ")
    throw Misuse(
      spelled + " takes " + (others.isEmpty ? "" : others + " or ") + last + ", not '"
        + Operand(argument).text + "'")
  }

  private func missing(_ spelled: String, _ spelling: String) -> Misuse {
    Misuse(spelled + " needs an argument: " + spelling)
  }

  private mutating func unknown(_ spelled: [UInt8], near name: [UInt8]) -> Misuse {
    let names = table.map(\.long)
    let advice = NearestName.of(name, among: names).map { "; did you mean --" + $0 + "?" } ?? ""
    return Misuse("unknown option " + Operand(spelled).text + advice)
  }

  /// A long name after one hyphen is as likely a slip as a wrong letter.
  private mutating func unknownShort(in word: [UInt8], at index: Int) -> Misuse {
    let name = word[1...].prefix { $0 != UInt8(ascii: "=") }
    if table.contains(where: { $0.long.utf8.elementsEqual(name) }) {
      return unknown(Array(word[..<(name.endIndex)]), near: Array(name))
    }
    let rest = String(decoding: word[index...], as: UTF8.self).unicodeScalars
    let letter = rest.first.map { Array(String(Character($0)).utf8) } ?? []
    let other = letter.first.flatMap { byte in
      table.first { $0.short?.value == UInt32(byte ^ 0x20) && letter.count == 1 }?.shortName
    }
    let advice = other.map { "; did you mean " + $0 + "?" } ?? ""
    return Misuse("unknown option " + Operand([UInt8(ascii: "-")] + letter).text + advice)
  }
}
