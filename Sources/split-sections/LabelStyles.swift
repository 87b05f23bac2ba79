import Filters

/// Every label style of a pack, made ready for matching.
///
/// A pattern is a run of codes: a character's scalar with its width folded, or `numberBase` and a kind.
struct LabelStyles {
  /// One style: what its labels have in common.
  struct Style {
    let isItem: Bool
    /// The customary order of styles; the outermost is 1.
    let rank: Int
    /// What follows the label is body rather than a title.
    let isClause: Bool
    /// A label is taken only where another of its series stands near.
    let needsSequence: Bool
    /// A label is taken only where a blank follows.
    let needsBlank: Bool
    /// The label is the whole line and its own title.
    let isAlone: Bool
    /// The style that counts on for this one.
    var like: Int
    /// Labels carry a number.
    let isNumbered: Bool
    /// Labels begin with 第.
    let isOrdinalWord: Bool
  }

  /// What must follow a pattern.
  enum Tail: UInt8 { case nothing, stop, maybeStop }

  /// One way of writing a style's label.
  struct Form {
    let style: Int
    let codes: Range<Int>
    /// The ordinal of a word that carries no number; 0 where a number is read.
    let ordinal: Int
    let tail: Tail
  }

  /// The ordinal of a word that may close any series.
  static let last = 999_999
  static let numberBase: UInt32 = 0x20_0000

  private(set) var styles: [Style] = []
  /// The styles' names; apart from them so that a style has no memory to be counted.
  private(set) var names: [String] = []
  private(set) var forms: [Form] = []
  private(set) var codes: [UInt32] = []
  /// One bit for each character of the first plane that begins a heading's label, and an item's.
  private(set) var headingStarts = [UInt64](repeating: 0, count: 1024)
  private(set) var itemStarts = [UInt64](repeating: 0, count: 1024)
  /// Words that a title ends with, that open an attachment, that open a table of contents, and after
  /// which the first member of an enumeration needs no stop.
  private(set) var titleEndings: [[UInt32]] = []
  private(set) var attachments: [[UInt32]] = []
  private(set) var contents: [[UInt32]] = []
  private(set) var leads: [[UInt32]] = []
  /// What stands before the colon of a note below a title.
  private(set) var notes: [[UInt32]] = []
  /// The first characters of units: a bare number before one is a quantity.
  private(set) var units: Set<UInt32> = []
  /// The forms by their first code: those of one bucket are tried together.
  private(set) var buckets: [Bucket] = []
  /// The forms in the order of the buckets.
  private(set) var bucketForms: [Form] = []

  /// Forms that begin with the same code.
  struct Bucket {
    let code: UInt32
    let isItem: Bool
    let forms: Range<Int>
  }

  /// Reads the styles of packs; a style of a known name takes the place of the earlier one.
  init(_ packs: [Pack]) throws(PackFailure) {
    for pack in packs { try add(pack) }
    index()
  }

  private mutating func add(_ pack: Pack) throws(PackFailure) {
    for group in pack.groups {
      if group.name == "words" {
        try addWords(of: group, of: pack)
      } else {
        try add(group, of: pack)
      }
    }
    for group in pack.groups where group.keys["like"] != nil {
      guard let own = names.lastIndex(where: { $0 == group.words.first }),
        let other = names.lastIndex(where: { $0 == group.keys["like"] })
      else {
        throw PackFailure(
          pack: pack.name, line: group.line, reason: "like= names no style")
      }
      styles[own].like = other
    }
  }

  private mutating func addWords(of group: Pack.Group, of pack: Pack) throws(PackFailure) {
    let words = group.rows.flatMap { $0.words.map { $0.unicodeScalars.map { folded($0.value) } } }
    switch group.words.first {
    case "title-endings": titleEndings += words
    case "attachments": attachments += words
    case "contents": contents += words
    case "leads": leads += words
    case "notes": notes += words
    case "units": units.formUnion(words.compactMap(\.first))
    default:
      throw PackFailure(
        pack: pack.name, line: group.line,
        reason: "[words NAME] has one of these names: title-endings attachments contents leads notes units")
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
    forms.removeAll { names[$0.style] == group.words[0] }
    var isNumbered = false
    var isOrdinalWord = false
    let style = styles.count
    for row in group.rows {
      for word in row.words {
        let first = codes.count
        guard try compile(word, { reason in failure(row.line, reason) }) else {
          throw failure(row.line, "an empty pattern")
        }
        if codes[first] == 0x7B2C { isOrdinalWord = true }
        if codes[first...].contains(where: { $0 >= Self.numberBase }) { isNumbered = true }
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
    names.append(group.words[0])
    styles.append(
      Style(
        isItem: group.name == "item", rank: rank,
        isClause: group.keys["body"] == "clause", needsSequence: group.keys["needs"] == "sequence",
        needsBlank: group.keys["needs"] == "blank", isAlone: group.keys["needs"] == "alone", like: style, isNumbered: isNumbered, isOrdinalWord: isOrdinalWord))
  }

  /// Appends a pattern's codes; false if it has none.
  private mutating func compile(
    _ word: String, _ failure: (String) -> PackFailure
  ) throws(PackFailure) -> Bool {
    var rest = word.unicodeScalars[...]
    let first = codes.count
    var numbers = 0
    while let scalar = rest.popFirst() {
      guard scalar == "{" else {
        codes.append(folded(scalar.value))
        continue
      }
      guard let close = rest.firstIndex(of: "}") else { throw failure("a { without its }") }
      let name = String(String.UnicodeScalarView(rest[..<close]))
      rest = rest[close...].dropFirst()
      guard let kind = NumeralKind.allCases.first(where: { $0.pattern == name }) else {
        throw failure(
          "{\(name)} is no number; {一} {壹} {1} {1.1} {①} {⑴} {⒈} {㈠} {A} {a} {Ⅰ} are")
      }
      codes.append(Self.numberBase + kind.rawValue)
      numbers += 1
    }
    guard numbers < 2 else { throw failure("a pattern holds at most one number") }
    return codes.count > first
  }

  private mutating func index() {
    for form in forms {
      let code = codes[form.codes.lowerBound]
      let isItem = styles[form.style].isItem
      if !buckets.contains(where: { $0.code == code && $0.isItem == isItem }) {
        let alike = forms.filter {
          codes[$0.codes.lowerBound] == code && styles[$0.style].isItem == isItem
        }
        let first = bucketForms.count
        bucketForms += alike
        buckets.append(Bucket(code: code, isItem: isItem, forms: first..<bucketForms.count))
      }
      let kind = code < Self.numberBase ? nil : NumeralKind(rawValue: code - Self.numberBase)
      let wide = code > 0x20 && code < 0x7F ? code + 0xFEE0 : code
      for range in kind?.starts ?? [code...code, wide...wide] {
        for scalar in range where scalar < 0x10000 {
          let bit = UInt64(1) << UInt64(scalar & 63)
          if isItem {
            itemStarts[Int(scalar >> 6)] |= bit
          } else {
            headingStarts[Int(scalar >> 6)] |= bit
          }
        }
      }
    }
  }
}

/// A full-width form of an ASCII character as that character; any other as it is.
@inline(__always)
func folded(_ scalar: UInt32) -> UInt32 {
  scalar >= 0xFF01 && scalar <= 0xFF5E ? scalar - 0xFEE0 : scalar
}
