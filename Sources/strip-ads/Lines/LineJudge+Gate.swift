import Filters

extension LineJudge {
  /// Whether a line can be anything but kept, by the literals that `hits` has of it.
  ///
  /// Most lines end here, so that only a few are folded and read with care. Longer lines are taken as they stand:
  /// ornaments inside their words hide these.
  mutating func deserves(_ text: Span<UInt8>, _ traits: LiteralMatcher.Traits) -> Bool {
    if traits.gaps { return true }
    if traits.letters, text.count <= Self.longestLettered { return true }
    if text.count <= Self.longestProvenance, rules.provenance.begins(text) { return true }
    if text.count <= Self.longestRow {
      if rules.mayBeRow(text) || text.isEntry { return true }
      if hits.isEmpty, !traits.strays { return traits.number || FoldedLine.changes(text) }
      // Folding leaves prose as it is; of anything else what stands beside a literal may change.
      guard text.isPlainProse else { return true }
      return reaches(
        Self.doubtfulScore - Self.coverageScore, in: text, hasName: traits.number || traits.letters)
    }
    return reaches(Self.doubtfulScore, in: text, hasName: traits.number || traits.letters)
  }

  /// Whether the literals of a line can add up to `score`, or are those of a rule that takes the line or cuts it.
  private mutating func reaches(_ score: Int, in text: Span<UInt8>, hasName: Bool) -> Bool {
    if hits.isEmpty { return false }
    let end = text.edgesStart
    if end == 0 || addUp(text, before: end, wholly: false) { return true }
    noteForm(of: text, hasName, neededFor: score)
    guard limitReaches(score, hasName) else { return false }
    let score = score + Self.extra(of: text)
    guard limitReaches(score, hasName), !Self.isParagraph(text) else { return false }
    // There are enough words; now the whole patterns.
    if addUp(text, before: end, wholly: true) { return true }
    noteForm(of: text, hasName, neededFor: score)
    return limitReaches(score, hasName)
  }

  /// Counts what a text looks like, if that is `neededFor` the score.
  private mutating func noteForm(
    of text: Span<UInt8>, _ hasName: Bool, neededFor score: Int
  ) {
    let net = hasName ? rules.netReach : 0
    if limit.score + net >= Self.menuGoods, text.isMenu {
      limit.add(Self.menuWeight, to: rules.menuKind)
    }
    if text.callsOut { limit.add(Self.shoutWeight, to: rules.shoutKind) }
    if text.count <= Self.longestAddress, limit.score + net + Self.readerWeight >= score,
      !limitReaches(score, hasName), text.speaksToReader
    {
      limit.add(Self.readerWeight, to: rules.readerKind)
    }
  }

  /// Adds up what evidence the literals may be of, or, `wholly`, are of; true if one is of a rule that does not weigh
  /// the line but takes it or cuts it.
  private mutating func addUp(_ text: Span<UInt8>, before end: Int, wholly: Bool) -> Bool {
    // Folding leaves an ideograph at the beginning where it is; of other beginnings nothing is known.
    let isPlain = text[0] >= 0xE4 && text[0] <= 0xE9
    let first = isPlain ? Choice.firstBit(text, at: 0) : .max
    let last = Choice.lastBit(text, before: end)
    let starts = isPlain ? (0, 0) : nil
    // Counted once, and only if it is asked: of a long line that takes as long as the line.
    var isParagraph: Bool?
    limit.begin(rules.kinds.count)
    serial &+= 1
    for hit in hits {
      let range = hit.place..<hit.place + rules.triggers.length(of: hit.literal)
      for index in rules.anchors(of: hit.literal) {
        let number = Int(rules.anchored[index])
        guard number >= 0 else { return true }
        guard seen[number] != serial,
          rules.rules[number].neighbours.stand(in: text, beside: range)
        else { continue }
        if case .evidence(let kind, let weight) = rules.effects[number] {
          guard
            !wholly
              || rules.patterns.match(number, text, at: hit.place, starts: nil, end: end) != nil
          else { continue }
          seen[number] = serial
          limit.add(weight, to: kind)
        } else if !wholly, rules.rules[number].mayCover(first, last) {
          if rules.effects[number] != .inline {
            let isLong = isParagraph ?? Self.isParagraph(text)
            isParagraph = isLong
            if isLong { continue }
          }
          if rules.patterns.match(number, text, at: hit.place, starts: starts, end: end) != nil {
            return true
          }
        }
      }
    }
    return false
  }

  /// Whether what was added up can be worth `score`, with a name or number of the net if the text may have one.
  private mutating func limitReaches(_ score: Int, _ hasName: Bool) -> Bool {
    let sum = limit.score
    if sum >= score, limit.kinds >= 2 || sum + Self.coverageScore >= Self.loneScore { return true }
    return hasName && sum >= max(score - rules.netReach, 1)
  }

  /// Whether a text is certainly too long to be judged as a whole.
  private static func isParagraph(_ text: Span<UInt8>) -> Bool {
    text.count > 3 * longestLine && text.ideographs > longestLine
  }

  /// What a text needs at least for its length, unless it is to be seen without its brackets.
  private static func extra(of text: Span<UInt8>) -> Int {
    text.count > 3 * longLine && text.bracketedEnd == nil ? extra(ofLength: text.ideographs) : 0
  }
}

extension Span where Element == UInt8 {
  /// The number of characters from U+4000 to U+BFFF, which folding leaves as they are: the ideographs of Chinese, and
  /// Hangul.
  fileprivate var ideographs: Int {
    var found = 0
    var place = 0
    while place &+ 8 <= count {
      let word = word64(at: place)
      // The leads E4 to EB: 1110 with one of the next two bits.
      let leads = word & word &<< 1 & word &<< 2 & ~(word &<< 3) & (word &<< 4 ^ word &<< 5)
      found &+= (leads & 0x8080_8080_8080_8080).nonzeroBitCount
      place &+= 8
    }
    while place < count {
      if self[place] >= 0xE4, self[place] <= 0xEB { found &+= 1 }
      place &+= 1
    }
    return found
  }
}
