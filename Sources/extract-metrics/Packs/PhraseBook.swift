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
  /// What `labelStop` holds for a word that may begin the name of a thing.
  static let lead = 3
  /// What `labelStop` holds for what somebody does, which ends nothing but the name of who does it.
  static let deed = 5
  /// What `labelGeneric` holds for a word that begins the name of an amount.
  static let amount = 4
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

  /// Words in which a glyph that otherwise leads to a label is bound: 占地, 公共.
  let labelBound: Lexicon
  /// Which characters the label rules take for what.
  let classes: GlyphClasses

  /// Reads the groups of packs, later ones over earlier ones.
  init(_ packs: [Pack]) throws(PackFailure) {
    var words = PhraseGroups()
    for pack in packs { try words.add(pack) }
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
    labelBound = words.lexicon(.labelBound)
    classes = words.classes
  }

  /// Whether a glyph is of a class.
  @inline(__always) func isA(_ kind: GlyphClass, _ glyph: Glyph) -> Bool {
    classes.has(glyph, kind)
  }

  /// All lexicons, for the table of roles.
  var lexicons: [Lexicon] {
    [
      notFigures, mottoes, advertising, signsBefore, signsAfter, changes, clauseChanges, links,
      rates, averages, labelFront, labelVerbs, labelInner, labelTail, labelCut, labelStop,
      labelGeneric, labelBound,
    ]
  }
}
