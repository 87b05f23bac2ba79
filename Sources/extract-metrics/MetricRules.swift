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
  private let followers: GlyphSet
  private let followersOfOne: GlyphSet

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
    var followers = GlyphSet(HanNumeral.starts + "余餘多来來点點分又个個半- —–~～至到\t\u{A0}\u{3000}")
    for code in UInt16(0x2000)...0x200A { followers.insert(Glyph(code: code)) }
    // 一个 and 一项 are articles: after 一 only what measures, or goes on with the numeral, can make a figure.
    followersOfOne = followers.union(units.starts(ofCounts: false))
    self.followers = followers.union(units.starts(ofCounts: true)).union(followersOfOne)
  }

  /// The roles of glyphs in sentences.
  static func roles(units: UnitBook, phrases: PhraseBook) -> RoleTable {
    var roles = RoleTable()
    for lexicon in phrases.lexicons + [units.lexicon, units.prefixes] { roles.add(lexicon) }
    roles.add(starts, .trigger)
    roles.add("“《（(\"第", .opening)
    roles.add(.opening, whereHas: .trigger)
    roles.add(.opening, whereHas: .notFigures)
    roles.add(borders, .border)
    roles.add("“《（(", .quotation)
    roles.add("”》）（)(", .closing)
    roles.add("。；！？", .stop)
    roles.add("每毎", .each)
    roles.add("、", .listing)
    roles.add("的", .of)
    roles.add("占了共已比较使让", .hinge)
    roles.add("局委办院台厅社司团心门会队组部府校们村镇乡馆行关众", .office)
    return roles
  }

  /// Whether what follows a trigger can make a figure of it: most 一 are no numeral.
  @inline(__always) func isPromising(_ glyph: Glyph, _ line: Span<UInt8>, _ next: Int) -> Bool {
    guard next < line.count else { return true }
    if glyph.digit != nil || !glyph.isHan { return true }
    let (follower, length) = line.glyph(at: next, before: line.count)
    guard glyph == "一" else { return followers.contains(follower) }
    return followersOfOne.contains(follower)
      || followers.contains(follower) && hits.endsClause(line, at: next + length)
  }
}
