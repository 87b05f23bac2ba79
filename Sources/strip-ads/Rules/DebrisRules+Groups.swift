import Filters

/// What the header of a group may say; everything else is told, for it would change nothing.
extension DebrisRules {
  /// What a group may have besides the words of its rows.
  private struct Form {
    /// What the word behind the group's name is, where it has one, and what is told where that is missing.
    var word: String?
    var missing: String?
    /// The keys of its header.
    var keys: [String] = []
    /// The keys of its rows.
    var rowKeys: [String] = []
  }

  /// Refuses words and keys that the group does not have.
  static func check(_ group: Pack.Group, of pack: Pack) throws(PackFailure) {
    guard let form = form(of: group.name) else {
      throw PackFailure(
        pack: pack.name, line: group.line,
        reason:
          "there is no group [\(group.name)]; the groups are marks, evidence, brands, shield, "
          + "lines, inline, page-signs, labels, hosts, navigation, menu, provenance, running, openings, endings, pitches, tail, "
          + "teasers and notices"
      )
    }
    if let fault = fault(in: group, form) {
      throw PackFailure(pack: pack.name, line: group.line, reason: fault)
    }
    try pack.check(group, knows: form.keys, inRows: form.rowKeys)
    // Every line would begin with it, and end.
    for row in group.rows where row.words.contains(where: isBlank) {
      throw PackFailure(
        pack: pack.name, line: row.line, reason: "there is nothing between the quotes of a word")
    }
  }

  private static func isBlank(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return bytes.span.indexOfTrimmedStart() == bytes.count
  }

  private static func form(of name: String) -> Form? {
    switch name {
    case "marks", "teasers", "running", "page-signs", "notices", "provenance": Form()
    case "shield": Form(keys: ["weight", "notices"], rowKeys: ["weight"])
    case "brands", "labels", "hosts", "openings", "endings", "pitches", "tail":
      Form(keys: ["weight"], rowKeys: ["weight"])
    case "menu": Form(keys: ["way"])
    case "navigation": Form(keys: ["points", "list"], rowKeys: ["points"])
    case "evidence":
      Form(
        word: "a kind", missing: "a group of evidence needs a kind: [evidence call weight=40]",
        keys: ["weight", "alone"], rowKeys: ["weight"])
    case "lines":
      Form(
        word: "the name of its rule",
        missing: "a group of lines needs the name of its rule: [lines contact guarded=yes]",
        keys: ["guarded"])
    case "inline":
      Form(
        word: "the name of its rule",
        missing: "a group of pieces needs the name of its rule: [inline library]")
    default: nil
    }
  }

  /// What is wrong with the words behind the group's name.
  private static func fault(in group: Pack.Group, _ form: Form) -> String? {
    if let missing = form.missing, group.words.isEmpty { return missing }
    // Keys are small letters: Weight=3 is a word, and no name.
    let most = form.word == nil ? 0 : 1
    guard
      let word = group.words.first(where: { $0.utf8.contains(UInt8(ascii: "=")) })
        ?? group.words.dropFirst(most).first
    else { return nil }
    let parts = [form.word].compactMap(\.self) + form.keys.map { $0 + "=" }
    let known = parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
    return "\(word) is too much for [\(group.name)]; it has \(known) behind its name"
  }
}
