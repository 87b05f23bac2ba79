// What a figure counts, as the shortest phrase of its sentence. Where the phrase stands:
//
//     召开 党工委会议 44次          before the figure, without the verb and adverbs at its front
//     4个 村，16个 社区             after it, up to a verb, a mark, or the next figure
//     接访 98批686人次              figures that touch share one
//     生产总值 5万亿元、增长 5%      a figure with only a verb of change takes the label before it
//
// Every search ends at the clause or after a fixed number of glyphs, so that a line of any length stays cheap.

/// Finds what figures count.
struct LabelRule {
  /// How far a label may reach before its figure.
  static let reachBefore = 48
  /// How far a label may reach after its figure.
  static let reachAfter = 30

  let front: Lexicon
  let inner: Lexicon
  let tail: Lexicon
  let cut: Lexicon
  let stop: Lexicon
  let generic: Lexicon
  let verbs: Lexicon

  /// A rule with the words of a book.
  init(_ phrases: PhraseBook) {
    front = phrases.labelFront
    inner = phrases.labelInner
    tail = phrases.labelTail
    cut = phrases.labelCut
    stop = phrases.labelStop
    generic = phrases.labelGeneric
    verbs = phrases.labelVerbs
  }

  /// A label that may stand, and whether it is only a verb.
  struct Candidate {
    /// Its glyphs; empty where there is none.
    var range = 0..<0
    /// Whether a noun elsewhere would be better.
    var isWeak = false
    /// Whether it is a name of its own.
    var isStrong: Bool { !range.isEmpty && !isWeak }
  }

  /// The label of the figure at `k`; `ends` are the ends of the figures' qualifiers, `labels` those found before.
  func label(
    of k: Int, among figures: [Figure], ends: [Int], labels: [Range<Int>],
    in sentence: borrowing Sentence
  ) -> Range<Int> {
    let figure = figures[k]
    let floor = k > 0 ? ends[k - 1] : 0
    let clause = Clause.start(sentence, before: figure.range.lowerBound, floor: floor)
    // 8个社区、|14个村: what stands before the mark belongs to the figure before.
    let isListed =
      k > 0 && clause == floor && Clause.joins(sentence[figure.range.lowerBound - 1])
    let before =
      isListed ? Candidate() : before(sentence, clause..<figure.range.lowerBound)
    // Figures that touch share what follows the last.
    var last = k
    while last + 1 < figures.count, figures[last + 1].range.lowerBound == ends[last] { last += 1 }
    let limit = last + 1 < figures.count ? figures[last + 1].range.lowerBound : sentence.count
    let after = after(sentence, ends[last]..<limit)
    let meetsFigure =
      !after.range.isEmpty && after.isUpToFigure && limit < sentence.count
      && sentence[limit - 1] != "的"
    let isJoined = k > 0 && clause == floor && !before.isStrong

    if let list = namedList(sentence, clause..<figure.range.lowerBound, after.range) { return list }
    switch figure.kind {
    case .money, .percent, .measure, .multiple, .age, .duration:
      if before.isStrong { return before.range }
      if isJoined, !labels[k - 1].isEmpty, !after.isAttached {
        return labels[k - 1]
      }
      if after.isStrong, !meetsFigure || before.range.isEmpty { return after.range }
      if !before.range.isEmpty { return before.range }
      if isJoined, !labels[k - 1].isEmpty { return labels[k - 1] }
      if !after.range.isEmpty { return after.range }
    case .count:
      if after.isStrong, !(meetsFigure && before.isStrong) { return after.range }
      if before.isStrong { return before.range }
      if isJoined, !labels[k - 1].isEmpty { return labels[k - 1] }
      if !before.range.isEmpty { return before.range }
      if !after.range.isEmpty { return after.range }
    }
    return inherited(k, clause, figures, labels, sentence)
  }

  /// The label of the clause before, for a figure whose own clause names nothing.
  private func inherited(
    _ k: Int, _ clause: Int, _ figures: [Figure], _ labels: [Range<Int>],
    _ sentence: borrowing Sentence
  ) -> Range<Int> {
    guard clause > 0, Clause.isComma(sentence[clause - 1]) || sentence[clause - 1] == "（" else {
      return k > 0 ? labels[k - 1] : 0..<0
    }
    let floor = k > 0 ? figures[k - 1].range.upperBound : 0
    let previous = Clause.start(sentence, before: clause - 1, floor: floor)
    if k > 0, previous == floor { return labels[k - 1] }
    return before(sentence, previous..<(clause - 1)).range
  }

  /// 需求清单、资源清单、项目清单等3个清单: the list itself is the better name.
  private func namedList(
    _ sentence: borrowing Sentence, _ clause: Range<Int>, _ after: Range<Int>
  ) -> Range<Int>? {
    let end = clause.upperBound - 1
    guard clause.count > 4, sentence[end] == "等", !after.isEmpty, after.count < 6,
      end - clause.lowerBound > after.count
    else { return nil }
    for q in 0..<after.count
    where sentence[end - after.count + q] != sentence[after.lowerBound + q] { return nil }
    let start = strippedFront(sentence, clause.lowerBound..<end).range
    return start.isEmpty ? nil : start
  }

  // MARK: Before the figure

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
    if !isShared, let item = Clause.lastItem(sentence, range) { range = item..<range.upperBound }
    if let noun = Clause.afterLastOf(sentence, range) { range = noun..<range.upperBound }
    var candidate = strippedFront(sentence, range, hasVerb: range.lowerBound > clauseStart)
    if isAttribute, Clause.yearStart(sentence, endingAt: whole.upperBound - 1, floor: 0) == nil {
      candidate.isWeak = true
    }
    return candidate
  }

  /// Drops from the end what only leads to the figure: 达到, 增长, 2025年的.
  private func strippedTail(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Range<Int> {
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
  private func cutPoint(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int? {
    var p = range.lowerBound
    while p < range.upperBound {
      if let match = cut.match(sentence, at: p) {
        if match.value != PhraseBook.lookalike {
          return p > range.lowerBound + 1 ? p : range.lowerBound
        }
        p = match.range.upperBound
      } else {
        p = Clause.afterQuote(sentence, at: p, limit: range.upperBound) ?? p + 1
      }
    }
    return nil
  }

  /// Where the label starts after the last of the verbs that have one.
  private func innerStart(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int {
    var start = range.lowerBound
    var p = start
    while p < range.upperBound {
      if let match = inner.match(sentence, at: p) {
        if match.value != PhraseBook.lookalike, match.range.upperBound + 2 <= range.upperBound {
          var next = match.range.upperBound
          if sentence[next] == "了" { next += 1 }
          let rest = next..<range.upperBound
          if !isGeneric(sentence, rest), !isVerb(sentence, rest) { start = next }
        }
        p = match.range.upperBound
      } else {
        p = Clause.afterQuote(sentence, at: p, limit: range.upperBound) ?? p + 1
      }
    }
    return start
  }

  /// Drops adverbs, conjunctions and verbs from the front, as long as a name remains.
  private func strippedFront(
    _ sentence: borrowing Sentence, _ range: Range<Int>, hasVerb: Bool = false
  ) -> Candidate {
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
      let next = match.range.upperBound
      if match.value == PhraseBook.verb {
        if next == range.upperBound { verb = match.range }
        if isGeneric(sentence, next..<range.upperBound) || next + 1 == range.upperBound { break }
      }
      start = next
    }
    if start >= range.upperBound { return Candidate(range: verb, isWeak: true) }
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
  private func verbOnly(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Candidate {
    var p = range.lowerBound
    var verb = 0..<0
    while p < range.upperBound {
      guard let match = front.match(sentence, at: p, most: range.upperBound - p) else {
        p += 1
        continue
      }
      if match.value == PhraseBook.verb { verb = match.range }
      p = match.range.upperBound
    }
    return Candidate(range: verb, isWeak: true)
  }

  /// Whether a range is one verb and nothing else.
  private func isVerb(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    verbs.match(sentence, endingAt: range.upperBound, floor: range.lowerBound)?.range == range
  }

  private func isGeneric(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    guard let match = generic.match(sentence, at: range.lowerBound) else { return false }
    return match.range.upperBound == range.upperBound
  }

  // MARK: After the figure

  /// A label after its figure, and how it meets what follows.
  struct Following {
    /// Its glyphs; empty where there is none.
    var range = 0..<0
    /// Whether it begins with a verb.
    var isWeak = false
    /// Whether it reaches up to the next figure.
    var isUpToFigure = false
    /// Whether 的 ties it to its figure.
    var isAttached = false
    /// Whether it is a name of its own.
    var isStrong: Bool { !range.isEmpty && !isWeak }
  }

  /// The label that stands after a figure, in the glyphs up to the next figure or the sentence's end.
  func after(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Following {
    var start = range.lowerBound
    var following = Following()
    while sentence[start].isBlank, start < range.upperBound { start += 1 }
    if sentence[start] == "的" {
      following.isAttached = true
      start += 1
    }
    // 2.5万套（间）危旧房
    if sentence[start] == "（", let next = Clause.afterQuote(sentence, at: start, limit: start + 4),
      sentence[next].isHan
    {
      start = next
    }
    let limit = min(range.upperBound, start + Self.reachAfter)
    var p = start
    if p < limit, let match = stop.match(sentence, at: p), match.value != PhraseBook.lookalike {
      following.isWeak = true
      p = match.range.upperBound
      if sentence[start] == "为" || sentence[start] == "是", p == start + 1 {
        start = p
        following.isWeak = false
      }
    }
    while p < limit {
      let glyph = sentence[p]
      if Clause.isBorder(sentence, at: p) || glyph == "、" || glyph == "（" || glyph == "("
        || glyph == "）" || glyph == ")"
      {
        break
      }
      if Clause.yearEnd(sentence, at: p) != nil { break }
      if let next = Clause.afterQuote(sentence, at: p, limit: limit) {
        // A quotation that ends the clause is an attribute: 专干“长宽高”；
        if p > start, Clause.isBorder(sentence, at: next) || sentence[next] == "、" { break }
        p = next
        continue
      }
      if let match = stop.match(sentence, at: p) {
        if match.value != PhraseBook.lookalike, !following.isWeak { break }
        p = match.range.upperBound
      } else {
        p += 1
      }
    }
    p = min(p, limit)
    following.isUpToFigure = p == range.upperBound
    following.range = strippedTail(sentence, start..<max(start, p))
    return following
  }
}
