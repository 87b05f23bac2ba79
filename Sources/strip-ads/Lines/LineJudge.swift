import Filters

/// Reads single lines by the rules; all storage is used again from line to line.
struct LineJudge {
  /// The rules in force.
  let rules: DebrisRules
  /// What remains of the last line read, if it was trimmed.
  private(set) var trimmed = TrimmedLine()
  /// The evidence of the last line read.
  var evidence = Evidence()
  /// The most that a line's evidence can come to, before it is read in full.
  var limit = Evidence()
  /// The sentences of the line that was searched for them last.
  var sentences: [Range<Int>] = []
  /// Where the line that is read stands.
  var place = LinePlace()
  /// The text that is judged, as the rules read it.
  var folded = FoldedLine()
  /// The addresses, names and numbers in it.
  var netNames = NetNames()
  /// The literals of the rules that stand in it.
  var hits: [LiteralMatcher.Hit] = []
  /// The same for those that speak for the report.
  var shieldHits: [LiteralMatcher.Hit] = []
  /// For each rule the last reading, by its serial number, in which it counted.
  var seen: [UInt32]
  /// The number of the reading.
  var serial: UInt32 = 0
  /// What spoke for and against the line that was explained last.
  var clues: [Clue] = []
  /// True while a line is explained.
  var collectsClues = false
  /// False reads every line with care, which must come to the same.
  var hasGate = true
  /// What the evidence of the line that was weighed last came to, and what it would have needed.
  var verdict = Verdict()
  /// True if there was enough of it, with a way out, but for what spoke for the report.
  private var isShielded = false
  /// True if what speaks for the report in the line that was weighed last speaks for a notice.
  var isOfNotice = false
  /// True if what there was of evidence is enough between advertising.
  private var isWeak = false
  /// The template of a row of a page's foot that is the whole line, if there is one.
  var footRule: Int?
  /// True if a host of the pack stands in the line.
  private var hasHost = false
  private let markName: Int
  private let adName: Int
  private let navigationName: Int

  /// A reader by `rules`.
  init(_ rules: DebrisRules) {
    self.rules = rules
    seen = [UInt32](repeating: 0, count: rules.rules.count)
    markName = rules.markName
    adName = rules.adName
    navigationName = rules.navigationName
  }

  /// Judges `line` by itself.
  mutating func read(_ whole: Span<UInt8>) -> Finding {
    let line = whole.extracting(0..<whole.endBeforeReturns)
    let start = line.indexOfTrimmedStart()
    if start == line.count { return Finding(lineClass: .blank) }
    let text = line.extracting(start..<line.indexOfTrimmedEnd(from: start))
    hits.removeAll(keepingCapacity: true)
    let traits = rules.triggers.scan(text, into: &hits)
    guard deserves(text, traits) || place.followsAd || !hasGate else {
      return Finding(lineClass: .kept)
    }
    noteHosts()
    var isTrimmed = false
    if hits.contains(where: { $0.literal < rules.markLiterals }) {
      trimmed.begin(whole)
      trimmed.removeMarks(rules.marks, name: markName)
      isTrimmed = true
      if trimmed.isBlank { return Finding(lineClass: .debris, name: markName) }
    }
    // What spoke for the first piece that went, if a line is explained.
    var told: (Verdict, [Clue])?
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
        if let told, finding.lineClass == .kept { (verdict, clues) = told }
        return finding
      }
      if collectsClues, told == nil { told = (verdict, clues) }
      if !isTrimmed { trimmed.begin(whole) }
      isTrimmed = true
      trimmed.cut(parts)
      trimmed.removeMarks(rules.marks, name: markName)
      // Of —第3页— the dashes are no text either.
      if trimmed.hasNoText { return Finding(lineClass: .debris, name: last.name) }
    }
  }

  /// Judges what remains of a line as a second run would.
  private mutating func readTrimmed(_ whole: Span<UInt8>) -> Finding {
    parts.removeAll(keepingCapacity: true)
    let line = whole.extracting(0..<whole.endBeforeReturns)
    let start = line.indexOfTrimmedStart()
    let text = line.extracting(start..<line.indexOfTrimmedEnd(from: start))
    hits.removeAll(keepingCapacity: true)
    let traits = rules.triggers.scan(text, into: &hits)
    guard deserves(text, traits) || place.followsAd || !hasGate else {
      return Finding(lineClass: .kept)
    }
    noteHosts()
    return readText(line, scannedAs: text)
  }

  /// The pieces that must be cut before the line can be judged; set by `readText`.
  var parts: [TrimmedLine.Cut] = []

  /// Judges `text`; `hits` has what stands in `scanned`.
  private mutating func readText(
    _ text: Span<UInt8>, scannedAs scanned: Span<UInt8>? = nil
  ) -> Finding {
    var finding = readWhole(text, scannedAs: scanned)
    guard parts.isEmpty else { return finding }
    if let footRule, finding.lineClass == .kept, !isWeak || !place.followsAd {
      if collectsClues { addClue(of: footRule, at: folded.core) }
      return Finding(
        lineClass: .doubtful, name: rules.rules[footRule].name, isHint: true, isTail: true)
    }
    if isWeak, finding.lineClass == .kept, !isShielded, !hasHost, text.count <= Self.longestRow,
      !text.breaksOff, text.isOneClause
    {
      return Finding(
        lineClass: .doubtful, name: adName, isHint: !evidence.hasCause, isWeak: true)
    }
    switch finding.lineClass {
    case .debris, .doubtful: finding = spareSentences(of: text, from: finding)
    case .kept where isShielded: finding = cutShielded(from: text) ?? finding
    default: break
    }
    // An address goes from a line before its place speaks, as it would go from the line alone.
    if hasHost, parts.isEmpty, finding.lineClass == .kept { findAddresses(in: text) }
    guard parts.isEmpty else { return finding }
    if finding.lineClass == .kept, place.followsAd, let points = tailPoints(text) {
      return Finding(
        lineClass: .doubtful, name: adName, isHint: true, isTail: true,
        isUnknown: points < Self.tailScore)
    }
    if hasHost, finding.name == adName,
      finding.lineClass == .debris || finding.lineClass == .doubtful,
      sparesAddressed(text)
    {
      return Finding(lineClass: .kept)
    }
    return finding
  }

  /// Notes whether a host of the pack stands in the line that was searched.
  private mutating func noteHosts() {
    let hosts = rules.markLiterals..<rules.hostLiterals
    hasHost = hits.contains { hosts.contains($0.literal) }
  }

  /// Judges `text` as a whole; `hits` has what stands in `scanned`.
  mutating func readWhole(
    _ text: Span<UInt8>, scannedAs scanned: Span<UInt8>? = nil
  ) -> Finding {
    parts.removeAll(keepingCapacity: true)
    isShielded = false
    isWeak = false
    footRule = nil
    if text.count > Self.longestFolded { return Finding(lineClass: .kept) }
    findScramble(in: text)
    if !parts.isEmpty { return Finding(lineClass: .kept) }
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
    if folded.count <= Self.longestRow, text.isPageNumber(between: rules.pageSigns) {
      return Finding(lineClass: .debris, name: rules.pageName)
    }
    if let rule = findTemplates() {
      if collectsClues { addClue(of: rule, at: folded.core) }
      return Finding(lineClass: .debris, name: rules.rules[rule].name)
    }
    findTools(in: text)
    if !parts.isEmpty { return Finding(lineClass: .kept) }
    if text.count <= Self.longestRow, let row = navigationRow(of: text) {
      return Finding(lineClass: .navigation, name: navigationName, row: row)
    }
    if folded.length > Self.longestLine { return Finding(lineClass: .kept) }
    weigh(text)
    let score = evidence.score + coverage()
    // Brackets are weighed anew below.
    let shield = evidence.shieldPoints
    let extra = Self.extra(ofLength: folded.length)
    let needed = (shield <= Self.littleShield ? Self.freeScore : Self.debrisScore) + extra
    let neededBeside = Self.doubtfulScore + extra
    verdict = Verdict(
      score: score, needed: needed, neededBeside: neededBeside,
      leadsOut: max(netNames.contact, netNames.link) >= Self.wayOut)
    isShielded =
      verdict.leadsOut && evidence.hasCause && score < needed && evidence.sum >= neededBeside
    isWeak = isWeak(text, score: score, shield: shield)
    // What speaks for the report in a heading says nothing of the brackets behind it.
    if score < Self.doubtfulScore, shield > 0, folded.length <= Self.shortLine,
      score + shield >= Self.debrisScore, text.isNumberedHeading, cutsBrackets(of: text)
    {
      return Finding(lineClass: .kept)
    }
    guard evidence.kinds >= 2 || score >= Self.loneScore, score >= Self.doubtfulScore,
      folded.length > Self.longestLabel || netNames.contact + netNames.link > 0
    else { return Finding(lineClass: .kept) }
    if !evidence.hasCause {
      guard folded.length > Self.longestName, score >= neededBeside, shield <= Self.doubtfulShield
      else { return Finding(lineClass: .kept) }
      return Finding(lineClass: .doubtful, name: adName, isHint: true)
    }
    if cutsBrackets(of: text) { return Finding(lineClass: .kept) }
    if score >= needed {
      return Finding(lineClass: .debris, name: adName, score: score)
    }
    if score >= neededBeside, shield <= Self.doubtfulShield {
      return Finding(lineClass: .doubtful, name: adName, score: score)
    }
    return Finding(lineClass: .kept)
  }

  /// Notes the brackets of `text` as a part to be cut, if they hold advertising and the rest has none.
  private mutating func cutsBrackets(of text: Span<UInt8>) -> Bool {
    guard let piece = text.bracketedEnd else { return false }
    // To read the brackets is to forget what spoke for the line.
    let known = clues
    guard isAdvertising(piece, in: text) else {
      clues = known
      return false
    }
    if collectsClues { explainBrackets(piece, in: text) }
    parts.append(TrimmedLine.Cut(range: piece, name: adName))
    return true
  }
}
