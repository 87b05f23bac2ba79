import Filters

/// What the groups of phrases packs hold, while they are read.
struct PhraseGroups {
  private var words: [Role: [Lexicon.Word]] = [:]
  /// The glyphs of all words, one after the other.
  private var glyphs: [Glyph] = []
  /// The characters of each class so far.
  private(set) var classes = GlyphClasses()

  /// The groups that are words and no more: what takes them, and under which number.
  private static let plain: [String: [(role: Role, number: Int)]] = [
    "not-figures": [(.notFigures, 0)],
    "mottoes": [(.mottoes, 0)],
    "advertising": [(.advertising, 0)],
    "links": [(.links, 0)],
    "rates": [(.rates, 0)],
    "averages": [(.averages, 0)],
    "label-front": [(.labelFront, 0)],
    "label-verbs": [(.labelFront, PhraseBook.verb), (.labelVerbs, 0)],
    "label-light": [(.labelFront, 0), (.labelVerbs, PhraseBook.light)],
    "label-inner": [(.labelInner, 0)],
    "label-tail": [(.labelTail, 0)],
    "label-cut": [(.labelCut, 0)],
    "label-stop": [(.labelStop, 0)],
    "label-lead": [(.labelStop, PhraseBook.lead)],
    "label-deeds": [(.labelStop, PhraseBook.deed)],
    "label-generic": [(.labelGeneric, 0)],
    "label-amount": [(.labelGeneric, PhraseBook.amount)],
    "label-bound": [(.labelBound, 0)],
    "label-keep": [
      (.labelFront, PhraseBook.lookalike), (.labelVerbs, PhraseBook.lookalike),
      (.labelInner, PhraseBook.lookalike), (.labelTail, PhraseBook.lookalike),
      (.labelCut, PhraseBook.lookalike), (.labelStop, PhraseBook.lookalike),
    ],
  ]

  /// The words that a lexicon is to hold.
  func lexicon(_ role: Role, backward: Bool = false) -> Lexicon {
    Lexicon(words[role] ?? [], of: glyphs, role, backward: backward)
  }

  /// Takes in the groups of a pack.
  mutating func add(_ pack: Pack) throws(PackFailure) {
    glyphs.reserveCapacity(1 << 15)
    let start = glyphs.count
    defer { GlyphVariants.makePlain(&glyphs, from: start) }
    for group in pack.groups {
      if let row = group.rows.first(where: { !$0.keys.isEmpty }) {
        let reason = "the rows of a phrases pack have no keys; give them to the group"
        throw PackFailure(pack: pack.name, line: row.line, reason: reason)
      }
      if let takers = Self.plain[group.name] {
        try check(group, of: pack, has: [])
        insert(group, takers)
      } else {
        try addKeyed(group, of: pack)
      }
    }
  }

  /// Takes in a group whose keys say what its words are.
  private mutating func addKeyed(_ group: Pack.Group, of pack: Pack) throws(PackFailure) {
    switch group.name {
    case "sign":
      let number = try sign(of: group, pack)
      switch group.keys["place"] {
      case "before": insert(group, [(.signsBefore, number)])
      case "after": insert(group, [(.signsAfter, number)])
      default: throw failure(group, pack, "place= must be before or after")
      }
      try check(group, of: pack, has: ["sign", "place"])
    case "change":
      let number = try change(of: group, pack)
      switch group.keys["reach"] {
      case nil: insert(group, [(.changes, number)])
      case "clause": insert(group, [(.clauseChanges, number)])
      default: throw failure(group, pack, "reach= must be clause")
      }
      try check(group, of: pack, has: ["sign", "reach"])
    case "label-glyphs":
      try addGlyphs(group, of: pack)
      try check(group, of: pack, has: ["class"])
    default: throw failure(group, pack, "[\(group.name)] is no group of a phrases pack")
    }
  }

  private func sign(of group: Pack.Group, _ pack: Pack) throws(PackFailure) -> Int {
    let name = group.keys["sign"] ?? ""
    if name == "none" { return PhraseBook.lookalike }
    guard let sign = Sign(rawValue: name) else {
      throw failure(group, pack, "sign= must be one of = > >= < <= ~ none")
    }
    return sign.number
  }

  private func change(of group: Pack.Group, _ pack: Pack) throws(PackFailure) -> Int {
    switch group.keys["sign"] {
    case "+": return Change.rise.rawValue
    case "-": return Change.fall.rawValue
    case "none": return PhraseBook.lookalike
    default: throw failure(group, pack, "sign= must be one of + - none")
    }
  }

  private mutating func addGlyphs(_ group: Pack.Group, of pack: Pack) throws(PackFailure) {
    guard let kind = GlyphClass(name: group.keys["class"] ?? "") else {
      let names = GlyphClass.allCases.map { "\($0)" }.joined(separator: " ")
      throw failure(group, pack, "class= must be one of \(names)")
    }
    for row in group.rows {
      for word in row.words {
        guard let scalar = word.unicodeScalars.first, word.unicodeScalars.count == 1,
          scalar.value < 0x10000
        else {
          let reason =
            "\(word) is not one character of Unicode's basic plane, as [label-glyphs] has them"
          throw PackFailure(pack: pack.name, line: row.line, reason: reason)
        }
        classes.insert(GlyphVariants.plain(Glyph(scalar)), kind)
      }
    }
  }

  private mutating func insert(_ group: Pack.Group, _ takers: [(role: Role, number: Int)]) {
    var added: [Lexicon.Word] = []
    for row in group.rows {
      for word in row.words { added.append(Lexicon.Word(word, 0, among: &glyphs)) }
    }
    for taker in takers {
      for i in added.indices { added[i].value = taker.number }
      words[taker.role, default: []] += added
    }
  }

  /// Refuses keys that a group does not have.
  private func check(
    _ group: Pack.Group, of pack: Pack, has allowed: Set<String>
  ) throws(PackFailure) {
    if let key = group.keys.keys.sorted().first(where: { !allowed.contains($0) }) {
      throw failure(group, pack, "\(key)= is no key of [\(group.name)]")
    }
  }

  private func failure(_ group: Pack.Group, _ pack: Pack, _ reason: String) -> PackFailure {
    PackFailure(pack: pack.name, line: group.line, reason: reason)
  }
}
