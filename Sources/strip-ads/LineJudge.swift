import Filters

/// What one line is by itself.
struct Finding: Equatable, Sendable {
  /// The classes of lines.
  enum Class: Sendable {
    /// Nothing but blanks.
    case blank
    /// Part of the report.
    case kept
    /// Debris where it stands alone, too.
    case debris
    /// Debris at the head or the tail of a document, or beside debris.
    case doubtful
    /// A row of navigation words.
    case navigation
  }

  /// What the line is.
  var lineClass: Class
  /// The name of the rule that says so, an index into the names of the rules.
  var name = 0
  /// True if pieces were cut from it; the reader's `trimmed` has what remains.
  var isTrimmed = false
  /// What speaks for its being advertising.
  var score = 0
  /// What it is worth as navigation.
  var row = NavigationWords.Row()
}

/// Reads single lines by the rules; all storage is used again from line to line.
struct LineJudge {
  /// The rules in force.
  let rules: DebrisRules
  /// What remains of the last line read, if it was trimmed.
  private(set) var trimmed = TrimmedLine()
  /// The evidence of the last line read.
  private(set) var evidence = Evidence()
  private var folded = FoldedLine()
  private var netNames = NetNames()
  private var hits: [LiteralMatcher.Hit] = []
  private var shieldHits: [LiteralMatcher.Hit] = []
  /// For each rule the last line in which it counted.
  private var seen: [UInt32]
  private var serial: UInt32 = 0
  private let markName: Int
  private let adName: Int
  private let navigationName: Int

  /// A line of so many characters is judged as a whole; a longer one is a paragraph and stays.
  private static let longestLine = 400
  /// Longer lines are searched for marks alone.
  private static let longestFolded = 64 << 10
  /// Longer lines are not read with care for Latin letters alone.
  private static let longestLettered = 400
  /// What a name or number of the net may add to the evidence of literals.
  private static let contactReach = 55
  /// Without evidence only lines so short can be navigation.
  private static let longestRow = LiteralMatcher.longestCounted
  /// The score of debris, and what each three characters over `longLine` add to it.
  private static let debrisScore = 90
  private static let doubtfulScore = 70
  private static let longLine = 100
  /// Lines of so many characters are short, and what covering all of one is worth.
  private static let shortLine = 40
  private static let coverageScore = 35
  /// What is in doubt stays where more than this speaks for the report.
  private static let doubtfulShield = 0
  /// Where so much speaks for the report, guarded templates do not count.
  private static let guardingShield = 25
  /// With coverage, so much is enough of one kind of evidence.
  private static let loneScore = 85
  /// A text of a lower score is nobody's advertising.
  private static let innocentScore = 30

  /// A reader by `rules`.
  init(_ rules: DebrisRules) {
    self.rules = rules
    seen = [UInt32](repeating: 0, count: rules.rules.count)
    markName = rules.markName
    adName = rules.adName
    navigationName = rules.navigationName
  }

  /// Judges `line` by itself.
  mutating func read(_ line: Span<UInt8>) -> Finding {
    let start = line.indexOfTrimmedStart()
    if start == line.count { return Finding(lineClass: .blank) }
    let text = line.extracting(start..<line.indexOfTrimmedEnd(from: start))
    hits.removeAll(keepingCapacity: true)
    let traits = rules.triggers.scan(text, into: &hits)
    guard deserves(text, traits) else { return Finding(lineClass: .kept) }
    var isTrimmed = false
    if hits.contains(where: { $0.literal < rules.markLiterals }) {
      trimmed.begin(line)
      trimmed.removeMarks(rules.marks, name: markName)
      isTrimmed = true
      if trimmed.isBlank { return Finding(lineClass: .debris, name: markName) }
    }
    while true {
      let rest = trimmed.bytes
      var finding: Finding
      if isTrimmed {
        finding = readTrimmed(rest.span)
      } else {
        finding = readText(line, scannedAs: text)
      }
      guard let last = parts.last else {
        finding.isTrimmed = isTrimmed
        return finding
      }
      if !isTrimmed { trimmed.begin(line) }
      isTrimmed = true
      trimmed.cut(parts)
      trimmed.removeMarks(rules.marks, name: markName)
      // Of —第3页— the dashes are no text either.
      if trimmed.hasNoText { return Finding(lineClass: .debris, name: last.name) }
    }
  }

  /// Judges what remains of a line as a second run would.
  private mutating func readTrimmed(_ line: Span<UInt8>) -> Finding {
    parts.removeAll(keepingCapacity: true)
    let start = line.indexOfTrimmedStart()
    let text = line.extracting(start..<line.indexOfTrimmedEnd(from: start))
    hits.removeAll(keepingCapacity: true)
    let traits = rules.triggers.scan(text, into: &hits)
    guard deserves(text, traits) else { return Finding(lineClass: .kept) }
    return readText(line, scannedAs: text)
  }

  /// Whether a line can be anything but kept, by the literals that `hits` has of it.
  ///
  /// Most lines end here, so that only a few are folded and read with care.
  private func deserves(_ text: Span<UInt8>, _ traits: LiteralMatcher.Traits) -> Bool {
    if traits.gaps { return true }
    if traits.letters, text.count <= Self.longestLettered { return true }
    if text.count <= Self.longestRow {
      if !hits.isEmpty || rules.mayBeRow(text) { return true }
      // What stands beside a literal may change when the line is folded.
      return traits.strays && !(text.isPlainProse && !rules.mayStandAlone(text))
    }
    return reaches(text)
  }

  /// Whether the literals of a long line can add up to more than doubt.
  private func reaches(_ text: Span<UInt8>) -> Bool {
    if hits.isEmpty { return false }
    var limit = 0
    let end = text.edgesStart
    for hit in hits {
      let range = hit.place..<hit.place + rules.triggers.length(of: hit.literal)
      for index in rules.anchors(of: hit.literal) {
        let number = Int(rules.anchored[index])
        guard number >= 0 else { return true }
        guard rules.rules[number].neighbours.stand(in: text, beside: range) else { continue }
        if case .evidence(_, let weight) = rules.rules[number].effect {
          limit += max(weight, 0)
        } else if rules.rules[number].pattern.match(text, at: hit.place, starts: nil, end: end)
          != nil
        {
          return true
        }
      }
    }
    // A name or number of the net adds to what literals there are.
    let least = Self.doubtfulScore - Self.contactReach
    if limit < Self.doubtfulScore, limit < max(least, 1) || !text.hasLongNumber { return false }
    var reach = 0
    for hit in hits {
      let range = hit.place..<hit.place + rules.triggers.length(of: hit.literal)
      for index in rules.anchors(of: hit.literal) {
        let number = Int(rules.anchored[index])
        guard case .evidence(_, let weight) = rules.rules[number].effect,
          rules.rules[number].neighbours.stand(in: text, beside: range),
          rules.rules[number].pattern.match(text, at: hit.place, starts: nil, end: end) != nil
        else { continue }
        reach += weight
        if reach >= Self.doubtfulScore { return true }
      }
    }
    return reach >= max(least, 1) && text.hasLongNumber
  }

  /// The pieces that must be cut before the line can be judged; set by `readText`.
  private var parts: [TrimmedLine.Cut] = []

  /// Judges `text`; `hits` has what stands in `scanned`.
  private mutating func readText(
    _ text: Span<UInt8>, scannedAs scanned: Span<UInt8>? = nil
  ) -> Finding {
    parts.removeAll(keepingCapacity: true)
    if text.count > Self.longestFolded { return Finding(lineClass: .kept) }
    folded.fold(text)
    let bytes = folded.bytes
    let whole = bytes.span.extracting(0..<folded.count)
    // Most lines are not changed by folding, and were searched already.
    if scanned?.isEqual(to: whole) != true {
      hits.removeAll(keepingCapacity: true)
      _ = rules.triggers.scan(whole, into: &hits)
    }
    findInline(in: text)
    if !parts.isEmpty { return Finding(lineClass: .kept) }
    if folded.isDashedNumber { return Finding(lineClass: .debris, name: rules.pageName) }
    if let name = findTemplates() { return Finding(lineClass: .debris, name: name) }
    if text.count <= Self.longestRow, let row = rules.navigation.read(folded) {
      return Finding(lineClass: .navigation, name: navigationName, row: row)
    }
    if folded.length > Self.longestLine { return Finding(lineClass: .kept) }
    weigh()
    let score = evidence.score + coverage()
    guard evidence.kinds >= 2 || score >= Self.loneScore, score >= Self.doubtfulScore else {
      return Finding(lineClass: .kept)
    }
    let extra = max(0, folded.length - Self.longLine) / 3
    if let piece = text.bracketedEnd, isAdvertising(piece, in: text) {
      parts.append(TrimmedLine.Cut(range: piece, name: adName))
      return Finding(lineClass: .kept)
    }
    if score >= Self.debrisScore + extra {
      return Finding(lineClass: .debris, name: adName, score: score)
    }
    if score >= Self.doubtfulScore + extra, evidence.shieldPoints <= Self.doubtfulShield {
      return Finding(lineClass: .doubtful, name: adName, score: score)
    }
    return Finding(lineClass: .kept)
  }

  /// What is added for a short line that is made of little else than evidence: it is as good as a template.
  private mutating func coverage() -> Int {
    guard evidence.score > 0, evidence.shieldPoints == 0, folded.length <= Self.shortLine else {
      return 0
    }
    let bytes = folded.bytes
    let text = bytes.span.extracting(0..<folded.count)
    var total = 0
    var names = 0
    var place = 0
    while place < text.count {
      let width = text.edgeLength(at: place)
      if width == 0 {
        total += 1
        if text[place].isNameByte { names += 1 }
      }
      place += max(width, 1)
    }
    let covered = evidence.covered() + (netNames.contact > 0 || netNames.link > 0 ? names : 0)
    return total == 0 ? 0 : min(covered, total) * Self.coverageScore / total
  }

  /// Whether the brackets of `range` hold advertising, and all there is of it in the line.
  private mutating func isAdvertising(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
    readAgain(text.extracting(0..<range.lowerBound))
    guard evidence.score < Self.innocentScore else { return false }
    readAgain(text.extracting(range.upperBound..<text.count))
    guard evidence.score < Self.innocentScore else { return false }
    readAgain(text.extracting(range))
    return evidence.kinds >= 2 && evidence.score >= Self.debrisScore
  }

  private mutating func readAgain(_ text: Span<UInt8>) {
    folded.fold(text)
    hits.removeAll(keepingCapacity: true)
    let bytes = folded.bytes
    _ = rules.triggers.scan(bytes.span.extracting(0..<folded.count), into: &hits)
    weigh()
  }

  /// The name of the first template that is the whole line.
  private mutating func findTemplates() -> Int? {
    guard folded.length <= Self.longestLine else { return nil }
    var guardedName: Int?
    for hit in hits {
      for index in rules.anchors(of: hit.literal) {
        let number = Int(rules.anchored[index])
        guard number >= 0, case .line(let isGuarded) = rules.rules[number].effect,
          match(number, at: hit) != nil
        else { continue }
        if !isGuarded { return official ? nil : rules.rules[number].name }
        guardedName = rules.rules[number].name
      }
    }
    if folded.count <= Self.longestRow, let found = findUnanchored() {
      if !found.isGuarded { return found.name }
      guardedName = found.name
    }
    guard let guardedName, !official else { return nil }
    evidence.begin(rules.kinds.count)
    serial &+= 1
    weighShields()
    return evidence.shieldPoints < Self.guardingShield ? guardedName : nil
  }

  /// The name of the first template without an anchor that is the whole line, or of the last guarded one.
  private func findUnanchored() -> (name: Int, isGuarded: Bool)? {
    let bytes = folded.bytes
    let text = bytes.span.extracting(0..<folded.count)
    let start = folded.core.lowerBound
    let other = folded.afterNumber
    let first = start < text.count ? Choice.firstBit(text, at: start) : .max
    let second = other < text.count ? Choice.firstBit(text, at: other) : .max
    guard rules.beginnings & (first | second) != 0 else { return nil }
    var guardedName: Int?
    for number in rules.unanchored {
      guard case .line(let isGuarded) = rules.rules[number].effect else { continue }
      let beginning = rules.rules[number].beginning
      let isFound =
        beginning & first != 0 && match(number, at: start) != nil
        || other != start && beginning & second != 0 && match(number, at: other) != nil
      guard isFound else { continue }
      if !isGuarded { return (rules.rules[number].name, false) }
      guardedName = rules.rules[number].name
    }
    return guardedName.map { ($0, true) }
  }

  /// Whether an address in the line is one that is never advertising.
  private var official: Bool {
    mutating get {
      let bytes = folded.bytes
      netNames.read(bytes.span.extracting(0..<folded.count), rules: rules)
      return netNames.isOfficial
    }
  }

  /// Puts the pieces that go from inside the line into `parts`.
  private mutating func findInline(in text: Span<UInt8>) {
    for hit in hits {
      for index in rules.anchors(of: hit.literal) {
        let number = Int(rules.anchored[index])
        guard number >= 0, rules.rules[number].effect == .inline else { continue }
        guard let range = match(number, at: hit) else { continue }
        parts.append(TrimmedLine.Cut(range: range, name: rules.rules[number].name))
      }
    }
    guard !parts.isEmpty else { return }
    parts.sort { $0.range.lowerBound < $1.range.lowerBound }
    var kept = 0
    for part in parts {
      // The first of those that overlap or touch is cut; a later round sees what is then left.
      if kept > 0, part.range.lowerBound <= parts[kept - 1].range.upperBound { continue }
      parts[kept] = part
      kept += 1
    }
    parts.removeLast(parts.count - kept)
    FoldedLine.locate(&parts, in: text)
  }

  private func match(_ number: Int, at hit: LiteralMatcher.Hit) -> Range<Int>? {
    let bytes = folded.bytes
    let range = hit.place..<hit.place + rules.triggers.length(of: hit.literal)
    guard
      rules.rules[number].neighbours.stand(
        in: bytes.span.extracting(0..<folded.count), beside: range)
    else { return nil }
    return match(number, at: hit.place)
  }

  private func match(_ number: Int, at place: Int) -> Range<Int>? {
    let bytes = folded.bytes
    return rules.rules[number].pattern.match(
      bytes.span.extracting(0..<folded.count), at: place,
      starts: (folded.core.lowerBound, folded.afterNumber), end: folded.core.upperBound)
  }

  /// Adds what speaks for the report.
  private mutating func weighShields() {
    let bytes = folded.bytes
    var found: [LiteralMatcher.Hit] = []
    swap(&found, &shieldHits)
    found.removeAll(keepingCapacity: true)
    _ = rules.shields.scan(bytes.span.extracting(0..<folded.count), into: &found)
    for hit in found {
      for index in rules.shieldAnchors(of: hit.literal) {
        let number = Int(rules.shielding[index])
        guard seen[number] != serial, case .shield(let weight) = rules.rules[number].effect,
          match(number, at: hit.place) != nil
        else { continue }
        seen[number] = serial
        evidence.addShield(weight)
      }
    }
    swap(&found, &shieldHits)
  }

  private mutating func weigh() {
    evidence.begin(rules.kinds.count)
    serial &+= 1
    for hit in hits {
      for index in rules.anchors(of: hit.literal) {
        let number = Int(rules.anchored[index])
        guard number >= 0, seen[number] != serial else { continue }
        guard case .evidence(let kind, let weight) = rules.rules[number].effect,
          let range = match(number, at: hit)
        else { continue }
        seen[number] = serial
        evidence.cover(range)
        evidence.add(weight, to: kind)
      }
    }
    let bytes = folded.bytes
    let text = bytes.span.extracting(0..<folded.count)
    netNames.read(text, rules: rules)
    evidence.add(netNames.contact, to: DebrisRules.contactKind)
    evidence.add(netNames.link, to: DebrisRules.linkKind)
    guard evidence.score + Self.coverageScore >= Self.doubtfulScore else { return }
    weighShields()
    if netNames.isOfficial { evidence.addShield(60) }
  }
}

extension TrimmedLine {
  /// True if nothing but blanks remains.
  var isBlank: Bool { bytes.span.indexOfTrimmedStart() == bytes.count }

  /// True if nothing but blanks and punctuation remains.
  var hasNoText: Bool {
    var folded = FoldedLine()
    let text = bytes
    folded.fold(text.span)
    return folded.core.isEmpty
  }
}

extension LineJudge {
  /// The evidence of the last line, for people.
  var explanation: String {
    var text = "\(evidence.score)"
    for (kind, name) in rules.kinds.enumerated() where evidence.points(kind) > 0 {
      text += " \(name)=\(evidence.points(kind))"
    }
    if evidence.shieldPoints > 0 { text += " shield=\(evidence.shieldPoints)" }
    return text
  }
}
