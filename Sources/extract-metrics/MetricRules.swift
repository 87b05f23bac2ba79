/// All that a finder knows before it has seen a line: the words, and the rules that use them.
struct MetricRules: ~Copyable {
  /// The units.
  let units: UnitBook
  /// The words.
  let phrases: PhraseBook
  /// Reads a figure.
  let reader: FigureReader
  /// Says how a figure is meant.
  let signs: SignRule
  /// Says whether it is a rise or a fall.
  let changes: ChangeRule
  /// Says per what it is.
  let rates: RateRule
  /// Says what it counts.
  let labels: LabelRule
  /// Tells from the bytes where no figure can start.
  let hits: HitTest

  /// The characters that figures start with.
  private static let starts = HanNumeral.starts + Mask.starts + "半对對"

  /// The marks at which clauses end.
  static let borders = "，,。；;：:！!？?…\0|\t\n\u{3000}"

  /// The rules for these units and phrases.
  init(units: UnitBook, phrases: PhraseBook) {
    self.units = units
    self.phrases = phrases
    reader = FigureReader(units, phrases)
    signs = SignRule(phrases)
    changes = ChangeRule(phrases)
    rates = RateRule(phrases)
    labels = LabelRule(phrases)
    hits = HitTest(units, phrases, starts: Self.starts)
  }

  /// The roles of glyphs in sentences.
  static func roles(units: UnitBook, phrases: PhraseBook) -> RoleTable {
    var roles = RoleTable()
    for lexicon in phrases.lexicons + [units.lexicon, units.prefixes] { roles.add(lexicon) }
    roles.add(starts, .trigger)
    roles.add("“《（(\"第<", .opening)
    roles.add(.opening, whereHas: .trigger)
    roles.add(.opening, whereHas: .notFigures)
    roles.add(borders, .border)
    roles.add("“《（(", .quotation)
    roles.add("”》）（)(>", .closing)
    for pair in GlyphVariants.pairs { roles.add(.variant, pair.glyph) }
    roles.add("。；！？", .stop)
    roles.add("每毎", .each)
    roles.add("、", .listing)
    roles.add("的", .of)
    roles.add("占了共已比较使让", .hinge)
    roles.add("局委办院台厅社司团心门会队组部府校们村镇乡馆行关众位", .office)
    return roles
  }
}
