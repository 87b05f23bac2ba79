import Filters

// How styles.pack is read; the file itself says what its groups and keys mean.

extension LabelStyles {
  /// Adds the styles and words of a pack.
  mutating func add(_ pack: Pack) throws(PackFailure) {
    for group in pack.groups {
      if group.name == "words" {
        try addWords(of: group, of: pack)
      } else {
        try add(group, of: pack)
      }
    }
  }

  private mutating func addWords(of group: Pack.Group, of pack: Pack) throws(PackFailure) {
    let words = group.rows.flatMap { $0.words.map { $0.unicodeScalars.map { folded($0.value) } } }
    switch group.words.first {
    case "asides": openings[Opening.aside.rawValue] += words
    case "title-endings": titleEndings += words
    case "attachments": attachments += words
    case "contents": contents += words
    case "leads": leads += words
    case "headlines": openings[Opening.headline.rawValue] += words
    case "prefaces": openings[Opening.preface.rawValue] += words
    case "editorials": openings[Opening.editorial.rawValue] += words
    case "frame": openings[Opening.frame.rawValue] += words
    case "greetings": greetings += words
    case "notes": notes += words
    case "pieces": pieces += words
    case "title-notes": openings[Opening.titleNote.rawValue] += words
    case "units": units.formUnion(words.compactMap(\.first))
    default:
      throw PackFailure(
        pack: pack.name, line: group.line,
        reason:
          "[words NAME] has one of these names: asides attachments contents editorials frame greetings headlines leads notes pieces prefaces title-endings title-notes units"
      )
    }
  }

  private mutating func add(_ group: Pack.Group, of pack: Pack) throws(PackFailure) {
    func failure(_ line: Int, _ reason: String) -> PackFailure {
      PackFailure(pack: pack.name, line: line, reason: reason)
    }
    guard group.name == "heading" || group.name == "item" else {
      throw failure(group.line, "a group is [heading NAME …], [item NAME …] or [words NAME]")
    }
    guard group.words.count == 1 else { throw failure(group.line, "a style needs one name") }
    for key in group.keys.keys where !["rank", "like", "body", "needs", "after"].contains(key) {
      throw failure(group.line, "\(key)= is no key of a style; rank, like, body, needs, after are")
    }
    guard let rank = Int(group.keys["rank"] ?? "20"), rank > 0, rank < 100 else {
      throw failure(group.line, "rank= is a number from 1 to 99")
    }
    guard let need = Need(rawValue: group.keys["needs"] ?? "") else {
      throw failure(
        group.line, "needs= is sequence, series, neighbour, above, below, blank, alone or lead")
    }
    guard let body = Body(rawValue: group.keys["body"] ?? "") else {
      throw failure(group.line, "body= is clause or entry, or left out")
    }
    if names.contains(group.words[0]) { forms.removeAll { names[$0.style] == group.words[0] } }
    var isNumbered = false
    var isOrdinalWord = false
    var isPlain = false
    let style = styles.count
    for row in group.rows {
      for word in row.words {
        let first = codes.count
        guard try compile(word, { reason in failure(row.line, reason) }) else {
          throw failure(row.line, "an empty pattern")
        }
        let digits = Self.numberBase + NumeralKind.digits.rawValue
        if codes[first...].elementsEqual([digits]) || codes[first...].elementsEqual([digits, 0x2E])
        {
          isPlain = true
        }
        if codes[first] == 0x7B2C { isOrdinalWord = true }
        if codes[first...].contains(where: { $0 >= Self.numberBase && $0 != Self.word }) {
          isNumbered = true
        }
        let tail = row.keys["after"] ?? group.keys["after"]
        guard tail == nil || tail == "stop" || tail == "maybe" else {
          throw failure(row.line, "after= is stop or maybe")
        }
        var ordinal = 0
        if let place = row.keys["ordinal"] {
          guard let number = place == "last" ? Self.last : Int(place), number > 0 else {
            throw failure(row.line, "ordinal= is a number or last")
          }
          ordinal = number
          isNumbered = true
        }
        forms.append(
          Form(
            style: style, codes: first..<codes.count, ordinal: ordinal,
            tail: tail == nil ? .nothing : tail == "stop" ? .stop : .maybeStop))
      }
    }
    guard need != .neighbour || isNumbered else {
      throw failure(group.line, "needs=neighbour asks for a number in its patterns, such as {1}")
    }
    names.append(group.words[0])
    likes.append(
      (
        group.keys["like"],
        PackFailure(
          pack: pack.name, line: group.line,
          reason: "like=\(group.keys["like"] ?? "") names no style")
      ))
    styles.append(
      Style(
        isItem: group.name == "item", rank: rank,
        body: body, need: need,
        like: style, isNumbered: isNumbered, isPlain: isPlain, isOrdinalWord: isOrdinalWord))
  }

  /// Gives up the patterns of the first `count` styles that a later pack has as well.
  mutating func giveUpForms(of count: Int) {
    let later = forms.filter { $0.style >= count }
    forms.removeAll { form in
      form.style < count
        && later.contains {
          styles[$0.style].isItem == styles[form.style].isItem
            && codes[$0.codes].elementsEqual(codes[form.codes])
        }
    }
  }

  /// Appends a pattern's codes; false if it has none.
  private mutating func compile(
    _ word: String, _ failure: (String) -> PackFailure
  ) throws(PackFailure) -> Bool {
    var rest = word.unicodeScalars[...]
    let first = codes.count
    while let scalar = rest.popFirst() {
      guard scalar == "{" else {
        codes.append(folded(scalar.value))
        continue
      }
      guard let close = rest.firstIndex(of: "}") else { throw failure("a { without its }") }
      let name = rest[..<close]
      rest = rest[close...].dropFirst()
      if name.elementsEqual(CollectionOfOne("…")) {
        guard codes.count > first else { throw failure("a pattern cannot begin with {…}") }
        codes.append(Self.word)
        continue
      }
      guard let kind = NumeralKind.allCases.first(where: { $0.pattern.elementsEqual(name) })
      else {
        throw failure(
          "{\(String(String.UnicodeScalarView(name)))} is no number; {一} {壹} {1} {1.1} {①} {⑴} {⒈} {㈠} {A} {a} {Ⅰ} {甲} {1-1} are"
        )
      }
      codes.append(Self.numberBase + kind.rawValue)
    }
    return codes.count > first
  }

  /// Lets each style know the one that counts on for it, and decimals the one of 1..
  mutating func link() throws(PackFailure) {
    let pointedCodes = [Self.numberBase + NumeralKind.digits.rawValue, 0x2E]
    pointed =
      forms.first { !styles[$0.style].isItem && codes[$0.codes].elementsEqual(pointedCodes) }?.style
    for (style, like) in likes.enumerated() {
      guard let name = like.name else { continue }
      guard let other = names.lastIndex(of: name) else { throw like.failure }
      styles[style].like = other
    }
  }
}
