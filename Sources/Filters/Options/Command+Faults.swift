extension Command {
  /// What is wrong with the table, one sentence each; every filter's tests hold it to be empty.
  public var faults: [String] {
    var faults: [String] = []
    var names: Set<String> = []
    for option in options {
      for name in [option.shortName, option.longName].compactMap({ $0 })
      where !names.insert(name).inserted {
        faults.append(name + " stands twice.")
      }
      faults += option.faults.map { option.longName + " " + $0 }
      faults += exampleFaults(name + " " + (option.example ?? ""))
    }
    for line in shortHelp.split(separator: "\n") where Prose.columns(line) > 80 {
      faults.append("A line of the short help is over 80 columns: " + line)
    }
    for example in examples {
      if !Self.shellWords(example.line).contains(name) {
        faults.append("An example does not call " + name + ": " + example.line)
      }
      faults += exampleFaults(example.line)
    }
    return faults
  }

  /// Every call of this command in a command line must parse.
  private func exampleFaults(_ line: String) -> [String] {
    Self.shellWords(line).split(whereSeparator: { ["|", ";", "&&"].contains($0) }).compactMap {
      call -> String? in
      guard call.first == name else { return nil }
      let words = call.dropFirst().prefix { $0 != "<" && $0 != ">" && $0 != "2>" }
      do throws(Misuse) {
        _ = try parse(words.map { Array($0.utf8) })
        return nil
      } catch {
        return "An example does not parse (" + error.message + "): " + line
      }
    }
  }

  /// Splits at spaces, but not inside quotes: as much of a shell as examples need.
  private static func shellWords(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let done = word { words.append(done) }
    return words
  }
}

extension Option {
  /// What is wrong with the row by itself; each follows the option's name.
  fileprivate var faults: [String] {
    var faults: [String] = []
    func check(_ holds: Bool, _ fault: String) {
      if !holds { faults.append(fault) }
    }
    let isName = long.utf8.allSatisfy {
      ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: "-")
    }
    check(isName && long.utf8.count > 1 && !long.hasPrefix("-"), "is not a name such as max-line.")
    if let short {
      check(
        short.isASCII && (short.properties.isAlphabetic || short.properties.numericType != nil),
        "has a short name that is no ASCII letter or digit.")
    }
    check(!meaning.isEmpty && !meaning.contains("\n"), "needs a meaning of one line.")
    check(!meaning.hasSuffix("."), "has a meaning that ends in a full stop.")
    check(detail.isEmpty || ".`".contains(detail.last ?? " "), "has a detail that is no sentence.")
    let needsArgument = isArgumentOptional || !choices.isEmpty || self.default != nil
    check(argument != nil || !needsArgument, "needs the name of its argument.")
    if !choices.isEmpty {
      check(choices.allSatisfy { $0 == $0.lowercased() }, "has a choice with capital letters.")
      check(self.default.map(choices.contains) ?? true, "has a default that is no choice.")
    }
    check(
      aliases.allSatisfy { $0.key == $0.key.lowercased() && choices.contains($0.value) },
      "has an alias with capital letters or of no choice.")
    let options = Options(operands: [], uses: [])
    if kind == .number || kind == .bytes {
      check(
        (try? options.number(of: self)) != nil || self.default == nil,
        "has a default that is no number.")
    }
    return faults
  }
}
