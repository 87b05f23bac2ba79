import Filters

/// How a figure is meant: the SIGN of a metric record.
enum Sign: String, CaseIterable {
  case equal = "="
  case more = ">"
  case atLeast = ">="
  case less = "<"
  case atMost = "<="
  case about = "~"

  /// What a record says for it.
  var symbol: StaticString {
    switch self {
    case .equal: "="
    case .more: ">"
    case .atLeast: ">="
    case .less: "<"
    case .atMost: "<="
    case .about: "~"
    }
  }

  /// The number under which lexicons keep it.
  var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  /// The sign of a number; nil for words that only look like a qualifier.
  init?(number: Int) {
    guard Self.allCases.indices.contains(number) else { return nil }
    self = Self.allCases[number]
  }
}

/// Whether a figure is a rise or a fall.
enum Change: Int {
  case none = 0
  case rise = 1
  case fall = 2

  /// What a record says for it.
  var symbol: StaticString {
    switch self {
    case .none: ""
    case .rise: "+"
    case .fall: "-"
    }
  }
}

/// The words of phrases.pack, each group in the lexicon that its rule asks.
struct PhraseBook {
  /// What a lexicon holds for a word that only looks like one of the group's.
  static let lookalike = 99
  /// What `labelFront` holds for a verb, which can name a figure where no noun does.
  static let verb = 1

  /// Words and set phrases whose numerals state no figure.
  private(set) var notFigures = Lexicon()
  /// Words that only sellers use.
  private(set) var advertising = Lexicon()
  /// Qualifiers before a figure, by their end; the numbers are those of `Sign`.
  private(set) var signsBefore = Lexicon(backward: true)
  /// Qualifiers after a unit.
  private(set) var signsAfter = Lexicon()
  /// Words of rise and fall before a figure, by their end; the numbers are those of `Change`.
  private(set) var changes = Lexicon(backward: true)
  /// Words of rise and fall that hold for their whole clause.
  private(set) var clauseChanges = Lexicon()
  /// Words between a qualifier or a change and its figure, by their end.
  private(set) var links = Lexicon(backward: true)
  /// What 每 can be followed by.
  private(set) var rates = Lexicon()
  /// 年均 and the like.
  private(set) var averages = Lexicon()
  /// Words that a label does not start with.
  private(set) var labelFront = Lexicon()
  /// Verbs that a label does not start with, by their end.
  private(set) var labelVerbs = Lexicon(backward: true)
  /// Verbs after which a label starts.
  private(set) var labelInner = Lexicon()
  /// Words that a label before its figure does not end with, by their end.
  private(set) var labelTail = Lexicon(backward: true)
  /// Words at which a label before its figure ends.
  private(set) var labelCut = Lexicon()
  /// Words at which a label after its figure ends.
  private(set) var labelStop = Lexicon()
  /// Nouns that are no label by themselves.
  private(set) var labelGeneric = Lexicon()

  /// Reads the groups of packs, later ones over earlier ones.
  init(_ packs: [Pack]) throws(PackFailure) {
    for pack in packs {
      for group in pack.groups { try add(group, of: pack) }
    }
  }

  private mutating func add(_ group: Pack.Group, of pack: Pack) throws(PackFailure) {
    func failure(_ line: Int, _ reason: String) -> PackFailure {
      PackFailure(pack: pack.name, line: line, reason: reason)
    }
    let words = group.rows.flatMap(\.words)
    if let row = group.rows.first(where: { !$0.keys.isEmpty }) {
      throw failure(row.line, "the rows of a phrases pack have no keys; give them to the group")
    }
    var allowed: Set<String> = []
    switch group.name {
    case "not-figures": for word in words { notFigures.insert(word, 0) }
    case "sign":
      allowed = ["sign", "place"]
      let name = group.keys["sign"] ?? ""
      guard let number = name == "none" ? Self.lookalike : Sign(rawValue: name)?.number else {
        throw failure(group.line, "sign= must be one of = > >= < <= ~ none")
      }
      switch group.keys["place"] {
      case "before": for word in words { signsBefore.insert(word, number) }
      case "after": for word in words { signsAfter.insert(word, number) }
      default: throw failure(group.line, "place= must be before or after")
      }
    case "change":
      allowed = ["sign", "reach"]
      let numbers = ["+": Change.rise.rawValue, "-": Change.fall.rawValue, "none": Self.lookalike]
      guard let number = numbers[group.keys["sign"] ?? ""] else {
        throw failure(group.line, "sign= must be one of + - none")
      }
      switch group.keys["reach"] {
      case nil: for word in words { changes.insert(word, number) }
      case "clause":
        for word in words { clauseChanges.insert(word, number) }
      default: throw failure(group.line, "reach= must be clause")
      }
    case "advertising": for word in words { advertising.insert(word, 0) }
    case "links": for word in words { links.insert(word, 0) }
    case "rates": for word in words { rates.insert(word, 0) }
    case "averages": for word in words { averages.insert(word, 0) }
    case "label-front": for word in words { labelFront.insert(word, 0) }
    case "label-verbs":
      for word in words {
        labelFront.insert(word, Self.verb)
        labelVerbs.insert(word, 0)
      }
    case "label-light":
      for word in words {
        labelFront.insert(word, 0)
        labelVerbs.insert(word, 0)
      }
    case "label-inner": for word in words { labelInner.insert(word, 0) }
    case "label-tail": for word in words { labelTail.insert(word, 0) }
    case "label-cut": for word in words { labelCut.insert(word, 0) }
    case "label-stop": for word in words { labelStop.insert(word, 0) }
    case "label-generic": for word in words { labelGeneric.insert(word, 0) }
    case "label-keep":
      for word in words {
        labelFront.insert(word, Self.lookalike)
        labelInner.insert(word, Self.lookalike)
        labelTail.insert(word, Self.lookalike)
        labelCut.insert(word, Self.lookalike)
        labelStop.insert(word, Self.lookalike)
      }
    default:
      throw failure(group.line, "[\(group.name)] is no group of a phrases pack")
    }
    if let key = group.keys.keys.sorted().first(where: { !allowed.contains($0) }) {
      throw failure(group.line, "\(key)= is no key of [\(group.name)]")
    }
  }
}
