import Filters

extension LineJudge {
  /// Whether a line can be anything but kept, by the literals that `hits` has of it.
  ///
  /// Most lines end here, so that only a few are folded and read with care.
  func deserves(_ text: Span<UInt8>, _ traits: LiteralMatcher.Traits) -> Bool {
    if traits.gaps { return true }
    if traits.letters, text.count <= Self.longestLettered { return true }
    if text.count <= Self.longestRow {
      if rules.mayBeRow(text) { return true }
      if hits.isEmpty, !traits.strays { return false }
      // Folding leaves prose as it is; of anything else what stands beside a literal may change.
      guard text.isPlainProse else { return true }
      if hits.isEmpty { return rules.mayStandAlone(text) }
      return reaches(Self.doubtfulScore - Self.coverageScore, in: text)
    }
    return reaches(Self.doubtfulScore, in: text)
  }

  /// Whether the literals of a line can add up to `score`.
  private func reaches(_ score: Int, in text: Span<UInt8>) -> Bool {
    if hits.isEmpty { return false }
    var limit = 0
    let end = text.edgesStart
    // Folding leaves an ideograph at the beginning where it is; of other beginnings nothing is known.
    let first = text[0] >= 0xE4 && text[0] <= 0xE9 ? Choice.firstBit(text, at: 0) : .max
    let last = Choice.lastBit(text, before: end)
    for hit in hits {
      let range = hit.place..<hit.place + rules.triggers.length(of: hit.literal)
      for index in rules.anchors(of: hit.literal) {
        let number = Int(rules.anchored[index])
        guard number >= 0 else { return true }
        guard rules.rules[number].neighbours.stand(in: text, beside: range) else { continue }
        if case .evidence(_, let weight) = rules.rules[number].effect {
          limit += max(weight, 0)
        } else if rules.rules[number].mayCover(first, last),
          rules.rules[number].pattern.match(text, at: hit.place, starts: nil, end: end) != nil
        {
          return true
        }
      }
    }
    // A name or number of the net adds to what literals there are.
    let least = score - Self.contactReach
    if limit < score, limit < max(least, 1) || !text.hasLongNumber { return false }
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
        if reach >= score { return true }
      }
    }
    return reach >= max(least, 1) && text.hasLongNumber
  }
}
