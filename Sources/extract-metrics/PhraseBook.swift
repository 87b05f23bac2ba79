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
///
/// A class that never changes once it is made: a rule that holds it is one word, and costs nothing to call.
final class PhraseBook: Sendable {
  /// What a lexicon holds for a word that only looks like one of the group's.
  static let lookalike = 99
  /// What `labelVerbs` holds for a verb that names nothing.
  static let light = 2
  /// What `labelFront` holds for a verb, which can name a figure where no noun does.
  static let verb = 1

  /// Words and set phrases whose numerals state no figure.
  let notFigures: Lexicon
  /// What set phrases count: 坚持 in 五个坚持.
  let mottoes: Lexicon
  /// Words that only sellers use.
  let advertising: Lexicon
  /// Qualifiers before a figure, by their end; the numbers are those of `Sign`.
  let signsBefore: Lexicon
  /// Qualifiers after a unit.
  let signsAfter: Lexicon
  /// Words of rise and fall before a figure, by their end; the numbers are those of `Change`.
  let changes: Lexicon
  /// Words of rise and fall that hold for their whole clause.
  let clauseChanges: Lexicon
  /// Words between a qualifier or a change and its figure, by their end.
  let links: Lexicon
  /// What 每 can be followed by.
  let rates: Lexicon
  /// 年均 and the like.
  let averages: Lexicon
  /// Words that a label does not start with.
  let labelFront: Lexicon
  /// Verbs that a label does not start with, by their end.
  let labelVerbs: Lexicon
  /// Verbs after which a label starts.
  let labelInner: Lexicon
  /// Words that a label before its figure does not end with, by their end.
  let labelTail: Lexicon
  /// Words at which a label before its figure ends.
  let labelCut: Lexicon
  /// Words at which a label after its figure ends.
  let labelStop: Lexicon
  /// Nouns that are no label by themselves.
  let labelGeneric: Lexicon

  /// Reads the groups of packs, later ones over earlier ones.
  init(_ packs: [Pack]) throws(PackFailure) {
    var words = Words()
    for pack in packs {
      for group in pack.groups { try words.add(group, of: pack) }
    }
    notFigures = words.lexicon(.notFigures)
    mottoes = words.lexicon(.mottoes)
    advertising = words.lexicon(.advertising)
    signsBefore = words.lexicon(.signsBefore, backward: true)
    signsAfter = words.lexicon(.signsAfter)
    changes = words.lexicon(.changes, backward: true)
    clauseChanges = words.lexicon(.clauseChanges)
    links = words.lexicon(.links, backward: true)
    rates = words.lexicon(.rates)
    averages = words.lexicon(.averages)
    labelFront = words.lexicon(.labelFront)
    labelVerbs = words.lexicon(.labelVerbs, backward: true)
    labelInner = words.lexicon(.labelInner)
    labelTail = words.lexicon(.labelTail, backward: true)
    labelCut = words.lexicon(.labelCut)
    labelStop = words.lexicon(.labelStop)
    labelGeneric = words.lexicon(.labelGeneric)
  }

  /// All lexicons, for the table of roles.
  var lexicons: [Lexicon] {
    [
      notFigures, mottoes, advertising, signsBefore, signsAfter, changes, clauseChanges, links,
      rates, averages, labelFront, labelVerbs, labelInner, labelTail, labelCut, labelStop,
      labelGeneric,
    ]
  }
}

/// The words of each lexicon while packs are read.
private struct Words {
  private var entries: [Role: [Lexicon.Entry]] = [:]

  func lexicon(_ role: Role, backward: Bool = false) -> Lexicon {
    Lexicon(entries[role] ?? [], role, backward: backward)
  }

  private mutating func insert(_ words: [String], _ role: Role, _ value: Int = 0) {
    entries[role, default: []] += words.map { (word: $0, value: value) }
  }

  mutating func add(_ group: Pack.Group, of pack: Pack) throws(PackFailure) {
    func failure(_ line: Int, _ reason: String) -> PackFailure {
      PackFailure(pack: pack.name, line: line, reason: reason)
    }
    let words = group.rows.flatMap(\.words)
    if let row = group.rows.first(where: { !$0.keys.isEmpty }) {
      throw failure(row.line, "the rows of a phrases pack have no keys; give them to the group")
    }
    var allowed: Set<String> = []
    switch group.name {
    case "not-figures": insert(words, .notFigures)
    case "mottoes": insert(words, .mottoes)
    case "sign":
      allowed = ["sign", "place"]
      let name = group.keys["sign"] ?? ""
      guard let number = name == "none" ? PhraseBook.lookalike : Sign(rawValue: name)?.number else {
        throw failure(group.line, "sign= must be one of = > >= < <= ~ none")
      }
      switch group.keys["place"] {
      case "before": insert(words, .signsBefore, number)
      case "after": insert(words, .signsAfter, number)
      default: throw failure(group.line, "place= must be before or after")
      }
    case "change":
      allowed = ["sign", "reach"]
      let numbers = [
        "+": Change.rise.rawValue, "-": Change.fall.rawValue, "none": PhraseBook.lookalike,
      ]
      guard let number = numbers[group.keys["sign"] ?? ""] else {
        throw failure(group.line, "sign= must be one of + - none")
      }
      switch group.keys["reach"] {
      case nil: insert(words, .changes, number)
      case "clause":
        insert(words, .clauseChanges, number)
      default: throw failure(group.line, "reach= must be clause")
      }
    case "advertising": insert(words, .advertising)
    case "links": insert(words, .links)
    case "rates": insert(words, .rates)
    case "averages": insert(words, .averages)
    case "label-front": insert(words, .labelFront)
    case "label-verbs":
      insert(words, .labelFront, PhraseBook.verb)
      insert(words, .labelVerbs)
    case "label-light":
      insert(words, .labelFront)
      insert(words, .labelVerbs, PhraseBook.light)
    case "label-inner": insert(words, .labelInner)
    case "label-tail": insert(words, .labelTail)
    case "label-cut": insert(words, .labelCut)
    case "label-stop": insert(words, .labelStop)
    case "label-generic": insert(words, .labelGeneric)
    case "label-keep":
      insert(words, .labelFront, PhraseBook.lookalike)
      insert(words, .labelVerbs, PhraseBook.lookalike)
      insert(words, .labelInner, PhraseBook.lookalike)
      insert(words, .labelTail, PhraseBook.lookalike)
      insert(words, .labelCut, PhraseBook.lookalike)
      insert(words, .labelStop, PhraseBook.lookalike)
    default:
      throw failure(group.line, "[\(group.name)] is no group of a phrases pack")
    }
    if let key = group.keys.keys.sorted().first(where: { !allowed.contains($0) }) {
      throw failure(group.line, "\(key)= is no key of [\(group.name)]")
    }
  }
}
