// The label that stands before its figure.

extension LabelRule {
  /// The label that stands before a figure, in the glyphs between its clause's start and itself.
  func before(_ sentence: borrowing Sentence, _ clause: Range<Int>) -> Candidate {
    var range = max(clause.lowerBound, clause.upperBound - Self.reachBefore)..<clause.upperBound
    let whole = range
    range = strippedTail(sentence, range)
    if let end = cutPoint(sentence, range) {
      range = strippedTail(sentence, range.lowerBound..<end)
    }
    range = Clause.afterEnumerator(sentence, range)..<range.upperBound
    if range.count > 2, sentence[range.lowerBound] == "比" || sentence[range.lowerBound] == "较" {
      range = range.lowerBound..<range.lowerBound
    }
    guard !range.isEmpty else { return verbOnly(sentence, whole) }
    let isShared = Clause.hasRespectively(sentence, range.upperBound..<whole.upperBound)
    // 省委确定的|14项: what 的 ties to the figure describes it and does not name it.
    let isAttribute = sentence[whole.upperBound - 1] == "的"
    let clauseStart = range.lowerBound
    range = innerStart(sentence, range)..<range.upperBound
    if range.lowerBound == clauseStart { range = afterOffice(sentence, range)..<range.upperBound }
    if !isShared, let item = Clause.lastItem(sentence, range) { range = item..<range.upperBound }
    // 费用与产值的|比率 says nothing without what is before it.
    if let noun = Clause.afterLastOf(sentence, range),
      !isGeneric(sentence, noun..<range.upperBound)
    {
      range = noun..<range.upperBound
    }
    var candidate = strippedFront(sentence, range, hasVerb: range.lowerBound > clauseStart)
    if isAttribute, Clause.yearStart(sentence, endingAt: whole.upperBound - 1, floor: 0) == nil {
      candidate.isWeak = true
    }
    return candidate
  }

  /// Drops from the end what only leads to the figure: 达到, 增长, 2025年的.
  func strippedTail(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound {
      if let opening = Clause.longParenthesis(sentence, endingAt: end, floor: range.lowerBound) {
        end = opening
      } else if sentence[end - 1].isBlank || sentence[end - 1] == "、" || sentence[end - 1] == "（" {
        end -= 1
      } else if let year = Clause.yearStart(sentence, endingAt: end, floor: range.lowerBound) {
        end = year
      } else if let match = tail.match(sentence, endingAt: end, floor: range.lowerBound),
        match.value != PhraseBook.lookalike
      {
        end = match.range.lowerBound
      } else {
        break
      }
    }
    return range.lowerBound..<end
  }

  /// Where a comparison begins: 增速|高于全部工业.
  func cutPoint(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int? {
    var p = range.lowerBound
    while true {
      p = sentence.next(cut.role.bit | Role.quotation.bit, from: p, before: range.upperBound)
      guard p < range.upperBound else { return nil }
      if let match = cut.match(sentence, at: p) {
        if match.value != PhraseBook.lookalike {
          return p > range.lowerBound + 1 ? p : range.lowerBound
        }
        p = match.range.upperBound
      } else {
        p = Clause.afterQuote(sentence, at: p, limit: range.upperBound) ?? p + 1
      }
    }
  }

  /// Where the label starts after the last of the verbs that have one.
  func innerStart(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int {
    let isRate = isRate(sentence, range)
    var start = range.lowerBound
    var p = start
    while true {
      p = sentence.next(inner.role.bit | Role.quotation.bit, from: p, before: range.upperBound)
      guard p < range.upperBound else { return start }
      if let match = inner.match(sentence, at: p) {
        if match.value != PhraseBook.lookalike, match.range.upperBound + 2 <= range.upperBound {
          var next = match.range.upperBound
          if sentence[next] == "了" { next += 1 }
          let rest = next..<range.upperBound
          let isName = isRate && !isLight(sentence, match.range)
          if !isName, !isGeneric(sentence, rest), !isVerb(sentence, rest) { start = next }
        }
        p = match.range.upperBound
      } else {
        p = Clause.afterQuote(sentence, at: p, limit: range.upperBound) ?? p + 1
      }
    }
  }

  /// Past an office and what it did: 财政局审核|预算项目.
  func afterOffice(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int {
    guard !isRate(sentence, range) else { return range.lowerBound }
    var p = range.lowerBound + 1
    while true {
      p = sentence.next(Role.office.bit, from: p, before: range.upperBound - 4) + 1
      guard p < range.upperBound - 3 else { return range.lowerBound }
      if let verb = front.match(sentence, at: p), verb.value == PhraseBook.verb,
        verb.range.count > 1, verb.range.upperBound + 2 <= range.upperBound
      {
        let rest = verb.range.upperBound..<range.upperBound
        if !isGeneric(sentence, rest), !isVerb(sentence, rest) { return rest.lowerBound }
      }
    }
  }

  /// Drops adverbs, conjunctions and verbs from the front, as long as a name remains.
  func strippedFront(
    _ sentence: borrowing Sentence, _ range: Range<Int>, hasVerb: Bool = false
  ) -> Candidate {
    // 调解|成功率, 按期|办结率: what stands before a rate is part of its name.
    let isRate = isRate(sentence, range)
    var start = range.lowerBound
    var verb = 0..<0
    while start < range.upperBound {
      if sentence[start].isBlank || sentence[start] == "、" {
        start += 1
        continue
      }
      if let year = Clause.yearEnd(sentence, at: start), year < range.upperBound {
        start = year
        continue
      }
      guard let match = front.match(sentence, at: start, most: range.upperBound - start),
        match.value != PhraseBook.lookalike
      else { break }
      if isRate, match.range.count == 1 || match.value == PhraseBook.verb,
        !isChange(sentence, match.range)
      {
        break
      }
      let next = match.range.upperBound
      if match.value == PhraseBook.verb {
        // 走访|慰问: verbs in a row are one name.
        if verb.upperBound != start || verb.isEmpty { verb = start..<start }
        if !verb.isEmpty || next < range.upperBound || !isChange(sentence, match.range) {
          verb = verb.lowerBound..<next
        }
        if isGeneric(sentence, next..<range.upperBound) || next + 1 == range.upperBound { break }
      }
      start = next
    }
    if start >= range.upperBound {
      let isLast = verb.upperBound == range.upperBound
      return Candidate(range: isLast ? verb : 0..<0, isWeak: true)
    }
    // 街道完成|3个: a clause that only ends in a verb names what does it, not what is counted.
    guard start == range.lowerBound, !hasVerb,
      let verb = verbs.match(sentence, endingAt: range.upperBound, floor: start + 1)
    else { return Candidate(range: start..<range.upperBound) }
    // 常务会议每月召开|三次: a light verb adds nothing to what is before it.
    if verb.value == PhraseBook.light {
      return Candidate(range: strippedTail(sentence, start..<verb.range.lowerBound), isWeak: true)
    }
    return Candidate(range: start..<range.upperBound, isWeak: true)
  }

  /// A clause of nothing but words that lead to the figure: its verb, if it has one.
  func verbOnly(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Candidate {
    var p = range.lowerBound
    var verb = 0..<0
    while p < range.upperBound {
      guard let match = front.match(sentence, at: p, most: range.upperBound - p) else {
        p += 1
        continue
      }
      // 同比提高: a word of change says nothing of what changes.
      if match.value == PhraseBook.verb, !isChange(sentence, match.range) { verb = match.range }
      p = match.range.upperBound
    }
    return Candidate(range: verb, isWeak: true)
  }

  private func isRate(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    guard range.count > 3 else { return false }
    switch sentence[range.upperBound - 1] {
    case "率": return true
    case "度": return sentence[range.upperBound - 2] == "意" || sentence[range.upperBound - 2] == "晓"
    default: return false
    }
  }

  private func isLight(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    verbs.match(sentence, endingAt: range.upperBound, floor: range.lowerBound)?.value
      == PhraseBook.light
  }

  private func isChange(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    let floor = range.lowerBound
    return changes.match(sentence, endingAt: range.upperBound, floor: floor)?.range == range
  }

  /// Whether a range is one verb and nothing else.
  func isVerb(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    verbs.match(sentence, endingAt: range.upperBound, floor: range.lowerBound)?.range == range
  }

  /// Whether a range is one noun that is no label by itself.
  func isGeneric(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    guard let match = generic.match(sentence, at: range.lowerBound) else { return false }
    return match.range.upperBound == range.upperBound
  }
}
