import Filters

/// The rules of all packs in force, ready for use.
struct DebrisRules: Sendable {
  /// What a pattern does where it is found.
  enum Effect: Sendable, Equatable {
    /// It counts as evidence of a kind.
    case evidence(kind: Int, weight: Int)
    /// It speaks for the report.
    case shield(weight: Int)
    /// It is the whole line, which goes; if it is guarded, only where little speaks for the report.
    case line(isGuarded: Bool)
    /// It goes from inside a line.
    case inline
  }

  /// A pattern with its effect and the name of its rule.
  struct Rule: Sendable {
    var pattern: Pattern
    var effect: Effect
    var name: Int
    /// What must stand beside the anchor, as `Pattern.neighbours` says.
    var after: UInt64
    var before: UInt64

    init(pattern: Pattern, effect: Effect, name: Int) {
      self.pattern = pattern
      self.effect = effect
      self.name = name
      (after, before) = pattern.neighbours
    }
  }

  /// Whether rule `number` can match where its anchor of `length` bytes stands at `place`; a quick look.
  @inline(__always)
  func mayMatch(_ number: Int, _ text: Span<UInt8>, at place: Int, length: Int) -> Bool {
    let after = rules[number].after
    if after != .max {
      let end = place + length
      guard end < text.count, after & Choice.firstBit(text, at: end) != 0 else { return false }
    }
    let before = rules[number].before
    if before != .max {
      guard place > 0, before & Choice.lastBit(text, before: place) != 0 else { return false }
    }
    return true
  }

  /// The marks that are removed wherever they stand, by their last bytes.
  var marks: [[UInt8]] = []
  /// The rules, in the order of the packs.
  var rules: [Rule] = []
  /// The names that `Rule.name` counts.
  var names: [[UInt8]] = []
  /// The names of the kinds of evidence.
  var kinds: [String] = []
  /// What stands before a name or number on the net, each with its weight.
  var labels: [(text: [UInt8], weight: Int)] = []
  /// The ends of host names, each with its weight; below 0 those that are never advertising.
  var hosts: [(text: [UInt8], weight: Int)] = []
  /// The words of navigation rows.
  var navigation = NavigationWords()
  /// Finds marks, evidence and templates.
  var triggers = LiteralMatcher([])
  /// For each literal of `triggers` the rules that it anchors; -1 stands for a mark.
  var anchored: [[Int32]] = []
  /// For each literal of `triggers` the most that it may add to a line's evidence.
  var reach: [Int] = []
  /// The rules for short whole lines that no literal anchors.
  var unanchored: [Int] = []
  /// Finds the words that speak for the report.
  var shields = LiteralMatcher([])
  /// For each literal of `shields` the rules that it anchors.
  var shielding: [[Int32]] = []

  /// The kind of evidence that numbers and names on the net count as.
  static let contactKind = 0
  /// The kind of evidence that addresses on the net count as.
  static let linkKind = 1

  /// The name of the rule that removes marks.
  var markName = 0
  /// The name of the rule that weighs evidence.
  var adName = 0
  /// The name of the rule that removes navigation rows.
  var navigationName = 0

  /// The name of the rule that removes page numbers.
  var pageName = 0
  /// The name of the rule that removes the blank lines around debris.
  var blankName = 0

  /// The rules of `packs`.
  init(_ packs: [Pack]) throws(PackFailure) {
    kinds = ["contact", "link"]
    markName = name("mark")
    adName = name("ad")
    navigationName = name("navigation")
    blankName = name("blank-run")
    pageName = name("page-number")
    for pack in packs {
      for group in pack.groups { try add(group, of: pack) }
    }
    index()
  }

  private mutating func add(_ group: Pack.Group, of pack: Pack) throws(PackFailure) {
    switch group.name {
    case "marks":
      for row in group.rows { try addMarks(row, of: pack) }
    case "evidence":
      guard let kind = group.words.first else {
        throw PackFailure(
          pack: pack.name, line: group.line,
          reason: "a group of evidence needs a kind: [evidence call weight=40]")
      }
      let number = self.kind(kind)
      try addPatterns(group, of: pack, name: "ad", wholeLine: false) {
        .evidence(kind: number, weight: $0)
      }
    case "brands":
      let number = self.kind("brand")
      try addPatterns(group, of: pack, name: "ad", wholeLine: false) {
        .evidence(kind: number, weight: $0)
      }
    case "shield":
      try addPatterns(group, of: pack, name: "shield", wholeLine: false) { .shield(weight: $0) }
    case "lines":
      let isGuarded = group.keys["guarded"] == "yes"
      try addPatterns(group, of: pack, name: group.words.first ?? "line", wholeLine: true) { _ in
        .line(isGuarded: isGuarded)
      }
    case "inline":
      try addPatterns(group, of: pack, name: group.words.first ?? "inline", wholeLine: false) { _ in
        .inline
      }
    case "labels":
      for row in group.rows {
        let weight = try Self.number("weight", row, group, of: pack, 40)
        for word in row.words { labels.append((FoldedLine.fold(Array(word.utf8)), weight)) }
      }
    case "hosts":
      for row in group.rows {
        let weight = try Self.number("weight", row, group, of: pack, 60)
        for word in row.words { hosts.append((FoldedLine.fold(Array(word.utf8)), weight)) }
      }
    case "navigation":
      for row in group.rows {
        let points = try Self.number("points", row, group, of: pack, 1)
        for word in row.words { navigation.add(FoldedLine.fold(Array(word.utf8)), points: points) }
      }
    default:
      throw PackFailure(
        pack: pack.name, line: group.line,
        reason:
          "there is no group [\(group.name)]; the groups are marks, evidence, brands, shield, "
          + "lines, inline, labels, hosts and navigation")
    }
  }

  private mutating func addMarks(_ row: Pack.Row, of pack: Pack) throws(PackFailure) {
    for word in row.words {
      guard word.utf8.count >= LiteralMatcher.shortest else {
        throw PackFailure(
          pack: pack.name, line: row.line, reason: "a mark needs at least six bytes: \(word)")
      }
      marks.append(Array(word.utf8))
    }
  }

  private mutating func addPatterns(
    _ group: Pack.Group, of pack: Pack, name: String, wholeLine: Bool, effect: (Int) -> Effect
  ) throws(PackFailure) {
    let number = self.name(name)
    for row in group.rows {
      let weight = try Self.number("weight", row, group, of: pack, 40)
      for word in row.words {
        do throws(PatternFault) {
          let pattern = try Pattern(word, wholeLine: wholeLine)
          rules.append(Rule(pattern: pattern, effect: effect(weight), name: number))
        } catch {
          throw PackFailure(pack: pack.name, line: row.line, reason: "\(word): \(error.reason)")
        }
      }
    }
  }

  private static func number(
    _ key: String, _ row: Pack.Row, _ group: Pack.Group, of pack: Pack, _ usual: Int
  ) throws(PackFailure) -> Int {
    guard let text = row.keys[key] ?? group.keys[key] else { return usual }
    guard let number = Int(text), abs(number) <= 1000 else {
      throw PackFailure(
        pack: pack.name, line: row.line, reason: "\(key)=\(text): write a number up to 1000")
    }
    return number
  }

  private mutating func kind(_ name: String) -> Int {
    if let index = kinds.firstIndex(of: name) { return index }
    kinds.append(name)
    return kinds.count - 1
  }

  private mutating func name(_ name: String) -> Int {
    let bytes = Array(name.utf8)
    if let index = names.firstIndex(of: bytes) { return index }
    names.append(bytes)
    return names.count - 1
  }

  /// Whether a short line of no literal may be a navigation row or a whole line without an anchor.
  func mayBeRow(_ text: Span<UInt8>) -> Bool {
    var place = 0
    while place < text.count {
      let width = text.edgeLength(at: place)
      if width == 0 { break }
      place += width
    }
    if place == text.count || navigation.mayBegin(text, at: place) { return true }
    // 第3页, 3/5
    return text[place].isDigit || text.starts(with: "\u{7B2C}", at: place)
  }

  /// Builds the matchers from the anchors of the rules.
  private mutating func index() {
    var literals: [[UInt8]] = marks
    var shieldLiterals: [[UInt8]] = []
    anchored = marks.map { _ in [-1] }
    var numbers: [[UInt8]: Int] = [:]
    var shieldNumbers: [[UInt8]: Int] = [:]
    for (number, rule) in rules.enumerated() {
      if rule.pattern.anchor == nil {
        unanchored.append(number)
        for text in rule.pattern.openings { navigation.note(opening: text) }
      }
      for bytes in rule.pattern.anchors {
        if case .shield = rule.effect {
          if let known = shieldNumbers[bytes] {
            shielding[known].append(Int32(number))
          } else {
            shieldNumbers[bytes] = shieldLiterals.count
            shieldLiterals.append(bytes)
            shielding.append([Int32(number)])
          }
        } else if let known = numbers[bytes] {
          anchored[known].append(Int32(number))
        } else {
          numbers[bytes] = literals.count
          literals.append(bytes)
          anchored.append([Int32(number)])
        }
      }
    }
    reach = anchored.map { numbers in
      numbers.reduce(0) { sum, number in
        guard number >= 0, case .evidence(_, let weight) = rules[Int(number)].effect else {
          return 1000
        }
        return sum + weight
      }
    }
    triggers = LiteralMatcher(literals)
    shields = LiteralMatcher(shieldLiterals)
  }
}
