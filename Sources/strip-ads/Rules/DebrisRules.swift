import Filters

/// The rules of all packs in force, ready for use.
struct DebrisRules: Sendable {
  /// What a pattern does where it is found.
  enum Effect: Sendable, Equatable {
    /// It counts as evidence of a kind.
    case evidence(kind: Int, weight: Int)
    /// It speaks for the report; or only for a notice of an office, and in such a one alone.
    case shield(weight: Int, isForNotices: Bool)
    /// It is the whole line, which goes; if it is guarded, only where little speaks for the report.
    case line(isGuarded: Bool)
    /// It goes from inside a line.
    case inline
  }

  /// What a pattern does, and the name of its rule; the pattern has the same number in `patterns`.
  struct Rule: Sendable {
    var effect: Effect
    var name: Int
    /// What must stand beside the anchor.
    var neighbours: LiteralMatcher.Neighbours
    /// What it may begin and end with, as bits of `Choice`.
    var beginning: UInt64
    var ending: UInt64
    /// The pack that it stands in, an index into the names of the packs, and its line there.
    var source: (pack: Int, line: Int)

    /// Whether it speaks for the report.
    var isShield: Bool {
      if case .shield = effect { return true }
      return false
    }

    /// Whether a whole line of such a first and last character may be meant; yes for a rule of anything else.
    @inline(__always)
    func mayCover(_ first: UInt64, _ last: UInt64) -> Bool {
      guard case .line = effect else { return true }
      return beginning & first != 0 && ending & last != 0
    }
  }

  /// The marks that are removed wherever they stand.
  var marks = Marks()
  /// The rules, in the order of the packs.
  var rules: [Rule] = []
  /// Their patterns.
  var patterns = PatternBook()
  /// What each of them does, apart from them because most rules are only asked for that.
  private(set) var effects: [Effect] = []
  /// The names that `Rule.name` counts.
  var names: [[UInt8]] = []
  /// The names of the packs that `Rule.source` counts.
  var packNames: [[UInt8]] = []
  /// For each kind of evidence whether its rows name what is offered, and mean nothing without another kind.
  var isNaming: [Bool] = []
  /// What a line of the report begins with, and what it is worth to it.
  var openings: [(text: [UInt8], weight: Int)] = []
  /// Words of sentences that lead up to advertising.
  var pitches: [Pitch] = []
  /// What the notice of an office is known by.
  var notices = Notices()
  /// Words by which a site leads over from a report's first words to the report.
  var teasers: [[UInt8]] = []
  /// What a sentence ends with, and what it is worth to the report.
  var endings: [(text: [UInt8], weight: Int)] = []
  /// The names of the kinds of evidence.
  var kinds: [String] = []
  /// What stands before a name or number on the net, each with its weight.
  var labels = Labels()
  /// The signs between two of which a number is a page's.
  var pageSigns: [[UInt8]] = []
  /// The ends of host names, each with its weight; below 0 those that are never advertising.
  var hosts = Hosts()
  /// The most that names, numbers and addresses of the net are worth.
  private(set) var netReach = 0
  /// Finds the words that the titles of reports have, and so the lines that pages repeat.
  private(set) var running = LiteralMatcher(capacity: 0)
  /// Those words.
  var runningWords: [[UInt8]] = []
  /// What rows of provenance begin with.
  var provenance = Provenance()
  /// The words of navigation rows.
  var navigation = NavigationWords()
  /// What stands above a page's text.
  var menu = SiteMenu()
  /// Finds marks, evidence and templates.
  private(set) var triggers = LiteralMatcher(capacity: 0)
  /// The rules that the literals of `triggers` anchor, literal after literal; -1 stands for a mark or a host.
  private(set) var anchored: [Int32] = []
  /// Where the rules of each literal begin in `anchored`; the last entry is the end.
  private var anchorStarts: [Int32] = [0]
  /// The rules for short whole lines that no literal anchors.
  var unanchored: [Int] = []
  /// What those may begin with, as bits of `Choice`.
  private(set) var beginnings: UInt64 = 0
  /// One of them may begin with anything.
  private var standAnywhere = false
  /// Finds the words that speak for the report.
  private(set) var shields = LiteralMatcher(capacity: 0)
  /// The rules that the literals of `shields` anchor, literal after literal.
  private(set) var shielding: [Int32] = []
  private var shieldStarts: [Int32] = [0]
  /// The literals of `triggers` before this one are marks.
  private(set) var markLiterals = 0
  /// The literals of `triggers` from there to this one are hosts.
  private(set) var hostLiterals = 0

  /// The kind of evidence that numbers and names on the net count as.
  private(set) var contactKind = 0
  /// The kind of evidence that addresses on the net count as.
  private(set) var linkKind = 0
  /// The kind of evidence that a line's calling out counts as.
  private(set) var shoutKind = 0
  /// The kind of evidence that a line's speaking to its reader counts as.
  private(set) var readerKind = 0
  /// The kind of evidence that a line's being a menu counts as.
  private(set) var menuKind = 0

  /// The name of the rule that removes marks.
  var markName = 0
  /// The name of the rule that weighs evidence.
  var adName = 0
  /// The name of the rule that removes navigation rows.
  var navigationName = 0

  /// The name of the rule that removes scraps of ASCII.
  var scrambleName = 0
  /// The name of the rule that removes the headings of a site's lists of other texts.
  var relatedName = 0
  /// The name of the rule that removes what a site says of itself at each page's foot.
  var siteName = 0
  /// The name of the rule for rows of a page's foot, which go with debris there.
  var footName = 0
  /// The name of the rule for rows that tell where the owner of a site is, which go with those of the two other rules.
  var ownerName = 0
  /// Words that tell lines of a tail of advertising from those of a report's end, and how well.
  var tailWords: [(text: [UInt8], weight: Int)] = []
  /// The name of the rule that removes addresses.
  var linkName = 0
  /// The name of the rule that removes page numbers.
  var pageName = 0
  /// The name of the rule that removes running headers and footers.
  var runningName = 0
  /// The name of the rule that removes the blank lines around debris.
  var blankName = 0

  /// The rules of `packs`.
  init(_ packs: [Pack]) throws(PackFailure) {
    contactKind = kind("contact")
    linkKind = kind("link")
    shoutKind = kind("shout")
    readerKind = kind("reader")
    menuKind = kind("menu")
    markName = name("mark")
    adName = name("ad")
    navigationName = name("navigation")
    blankName = name("blank-run")
    pageName = name("page-number")
    runningName = name("running-line")
    scrambleName = name("scramble")
    linkName = name("link")
    relatedName = name("related")
    siteName = name("site")
    footName = name("page-foot")
    ownerName = name("site-owner")
    for pack in packs {
      packNames.append(Array(pack.name.utf8))
      for group in pack.groups { try add(group, of: pack) }
    }
    index()
  }

  /// The number of a kind of evidence.
  mutating func kind(_ name: String) -> Int {
    if let index = kinds.firstIndex(of: name) { return index }
    kinds.append(name)
    isNaming.append(false)
    return kinds.count - 1
  }

  /// The number of a rule's name.
  mutating func name(_ name: String) -> Int {
    let bytes = Array(name.utf8)
    if let index = names.firstIndex(of: bytes) { return index }
    names.append(bytes)
    return names.count - 1
  }

  /// Whether what goes by the name of a rule is advertising or furniture, and not what is printed on each page.
  func isAdvertising(_ name: Int) -> Bool {
    name != pageName && name != runningName && name != markName && name != scrambleName
  }

  /// Where in `anchored` the rules of `literal` are.
  func anchors(of literal: Int) -> Range<Int> {
    Int(anchorStarts[literal])..<Int(anchorStarts[literal + 1])
  }

  /// Where in `shielding` the rules of `literal` are.
  func shieldAnchors(of literal: Int) -> Range<Int> {
    Int(shieldStarts[literal])..<Int(shieldStarts[literal + 1])
  }

  /// Whether a short line may be a navigation row or a whole line without an anchor, whatever literals it has.
  func mayBeRow(_ text: Span<UInt8>) -> Bool {
    if standAnywhere { return true }
    var place = text.edgesLength
    // Behind 3、, 3/5 or １２ too.
    while place < text.count {
      if navigation.mayBegin(text, at: place) { return true }
      let (value, length) = text.scalar(at: place)
      let isWideDigit = (0xFF10...0xFF19).contains(value)
      let width =
        isWideDigit ? length : max(text.numeralLength(at: place), text.edgeLength(at: place))
      if width == 0 { return false }
      place += width
    }
    return true
  }

  /// Builds the matchers from the anchors of the rules.
  private mutating func index() {
    var triggers = LiteralMatcher(
      capacity: anchorCount(ofShields: false) + marks.count + hosts.names.count)
    var shields = LiteralMatcher(capacity: anchorCount(ofShields: true))
    // Literals and their rules, in the order of the rules.
    var owners: [(literal: Int, rule: Int32)] = []
    var shieldOwners: [(literal: Int, rule: Int32)] = []
    for mark in marks.texts { owners.append((triggers.add(mark.span), -1)) }
    markLiterals = triggers.count
    for host in hosts.wholeNames {
      // Short ones are found with what stands before them.
      let text = host.count < LiteralMatcher.shortest ? Array("//".utf8) + host : host
      if text.count >= LiteralMatcher.shortest { owners.append((triggers.add(text.span), -1)) }
    }
    hostLiterals = triggers.count
    effects = rules.map(\.effect)
    netReach =
      labels.highestWeight(atLeast: NetNames.bareWeight)
      + hosts.highestWeight(atLeast: NetNames.addressWeight)
    for (number, rule) in rules.enumerated() {
      guard let anchor = patterns.anchor(of: number) else {
        noteUnanchored(number)
        continue
      }
      if rule.isShield {
        patterns.choices.forEachText(of: anchor) { text in
          shieldOwners.append((shields.add(text), Int32(number)))
        }
      } else {
        patterns.choices.forEachText(of: anchor) { text in
          owners.append((triggers.add(text, rule.neighbours), Int32(number)))
        }
      }
    }
    running = LiteralMatcher(runningWords)
    triggers.finish()
    shields.finish()
    (anchorStarts, anchored) = Self.group(owners, by: triggers.count)
    (shieldStarts, shielding) = Self.group(shieldOwners, by: shields.count)
    self.triggers = triggers
    self.shields = shields
  }

  /// How many literals the rules that speak for the report are found by, or all others.
  private func anchorCount(ofShields isShield: Bool) -> Int {
    rules.indices.reduce(0) { sum, number in
      guard rules[number].isShield == isShield else { return sum }
      return sum + (patterns.anchor(of: number)?.entries.count ?? 0)
    }
  }

  private mutating func noteUnanchored(_ number: Int) {
    unanchored.append(number)
    beginnings |= rules[number].beginning
    if let openings = patterns.openings(of: number) {
      for text in openings { navigation.note(opening: text) }
    } else if !patterns.hasLetters(number) {
      standAnywhere = true
    }
  }

  /// The rules of each literal side by side, and where those of each begin.
  private static func group(
    _ owners: [(literal: Int, rule: Int32)], by count: Int
  ) -> (starts: [Int32], rules: [Int32]) {
    var starts = [Int32](repeating: 0, count: count + 2)
    for owner in owners { starts[owner.literal + 2] += 1 }
    for literal in 0..<count { starts[literal + 2] += starts[literal + 1] }
    var rules = [Int32](repeating: 0, count: owners.count)
    for owner in owners {
      rules[Int(starts[owner.literal + 1])] = owner.rule
      starts[owner.literal + 1] += 1
    }
    starts.removeLast()
    return (starts, rules)
  }
}
