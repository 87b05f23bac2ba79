// What goes from the front of a label before its figure: who acts, for whom, and the verb.

extension LabelRule {
  /// Drops adverbs, conjunctions and verbs from the front, as long as a name remains.
  func strippedFront(
    _ sentence: borrowing Sentence, _ range: Range<Int>, hasVerb: Bool = false
  ) -> Candidate {
    // 调解|成功率, 按期|办结率: what stands before a rate is part of its name.
    let isRate = isRate(sentence, range)
    var start = range.lowerBound
    var verb = 0..<0
    var last = 0..<0
    while start < range.upperBound {
      // 改进后|提高工效
      let isBehindVerb =
        verb.isEmpty ? hasVerb && start == range.lowerBound : verb.upperBound == start
      if sentence[start] == "后", isBehindVerb, start + 2 < range.upperBound,
        !isBound(sentence, at: start)
      {
        start += 1
        continue
      }
      if isLoose(sentence[start]) || isSpeech(sentence, at: start, upTo: range.upperBound) {
        start += 1
        continue
      }
      if sentence.has(.opening, at: start),
        let next = Clause.timeEnd(sentence, at: start) ?? Clause.afterRemark(sentence, at: start)
          ?? Clause.hoursEnd(sentence, at: start),
        next <= range.upperBound
      {
        start = next
        continue
      }
      // 全镇|共|建厕所, but 单位共建厕所
      if sentence.has(StaticGlyphs("共", "建"), at: start), start > range.lowerBound + 1,
        sentence[start - 2] == "全", isA(.wholes, sentence[start - 1])
      {
        start += 1
      }
      guard
        let match = front.match(sentence, at: start, most: range.upperBound - start)
          ?? rareFirst(sentence, start..<range.upperBound),
        match.value != PhraseBook.lookalike, !isShy(sentence, match.range),
        match.range.count < 2 || !isNominal(sentence, at: match.range.upperBound)
      else { break }
      if isRate, match.range.count == 1 && sentence[start] != "对" || match.value == PhraseBook.verb,
        !isChange(sentence, match.range)
      {
        break
      }
      var next = match.range.upperBound
      // 累计|收入: a plain amount keeps what says that it is a sum.
      if sentence.has(StaticGlyphs("累", "计"), at: start), match.range.count == 2,
        isGeneric(sentence, next..<range.upperBound),
        isQuantity(sentence, next..<range.upperBound)
      {
        break
      }
      if isService(sentence, match.range, upTo: range.upperBound) { break }
      if next == range.upperBound, isWholeSum(sentence, match.range, range) { break }
      // 为企业|减税降费: for whom something was done is not counted.
      if let verb = afterBeneficiary(sentence, match.range, upTo: range.upperBound) {
        start = verb
        continue
      }
      // 组织教师参加|业务培训: whom somebody made do it is not counted.
      if match.value == PhraseBook.verb || isLight(sentence, match.range),
        let act = actedObject(sentence, next..<range.upperBound)
      {
        start = act
        break
      }
      if match.value == PhraseBook.verb {
        last = match.range
        if isResult(sentence, at: next), next + 2 < range.upperBound { next += 1 }
        // 实施|养护工程: a verb behind a verb may belong to the noun.
        let isSecond =
          verb.isEmpty ? hasVerb && start == range.lowerBound : verb.upperBound == start
        if isSecond, let noun = generic.match(sentence, at: next),
          noun.range.count > 1, noun.range.upperBound < range.upperBound,
          !namesPeople(sentence, noun.range)
        {
          break
        }
        if isSecond, isPaper(sentence, next..<range.upperBound) { break }
        // 增设|接待窗口: what is set up is named with what it is for.
        if isSecond, isA(.makers, sentence[start - 1]),
          isMade(sentence, match.range, upTo: range.upperBound)
        {
          break
        }
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
      // 办理|减税降费: two verbs and their objects are a name.
      if isLast, last.count > 3, last.upperBound == range.upperBound { verb = last }
      return Candidate(range: isLast ? verb : 0..<0, isWeak: true)
    }
    // 街道完成|3个: a clause that only ends in a verb names what does it, not what is counted.
    guard start == range.lowerBound || sentence.has(.each, at: range.lowerBound), !hasVerb,
      let verb = verbs.match(sentence, endingAt: range.upperBound, floor: start),
      verb.value != PhraseBook.lookalike, verb.range.lowerBound > start
    else { return Candidate(range: start..<range.upperBound) }
    // 常务会议每月召开|三次: a light verb adds nothing to what is before it.
    if verb.value == PhraseBook.light {
      return Candidate(range: strippedTail(sentence, start..<verb.range.lowerBound), isWeak: true)
    }
    // 问卷共发放|600份: what is before an adverb is the verb's object.
    let object = strippedTail(sentence, start..<verb.range.lowerBound)
    if object.count > 1, object.upperBound < verb.range.lowerBound,
      Self.isCounting(sentence[object.upperBound])
    {
      // 各级共|投入: who does it names nothing.
      return Candidate(
        range: isA(.authorities, sentence[object.upperBound - 1]) ? verb.range : object)
    }
    return Candidate(range: start..<range.upperBound, isWeak: true)
  }

  /// What a range begins with that no pack lists: a verb with 新 (新|认定), and per what a figure is (每车次|补助).
  @inline(__always) private func rareFirst(
    _ sentence: borrowing Sentence, _ range: Range<Int>
  ) -> Lexicon.Match? {
    if sentence[range.lowerBound] == "新" {
      guard let verb = verb(sentence, at: range.lowerBound),
        verb.range.upperBound <= range.upperBound
      else { return nil }
      return verb
    }
    guard sentence.has(.each, at: range.lowerBound) else { return nil }
    return base(sentence, range)
  }

  private func base(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Lexicon.Match? {
    let start = range.lowerBound
    guard let base = phrases.rates.match(sentence, at: start + 1),
      base.range.upperBound < range.upperBound, !isQuantity(sentence, range)
    else { return nil }
    return Lexicon.Match(range: start..<base.range.upperBound, value: 0)
  }

  /// Whether speech opens at `i` that a label does not close: “去年已动员.
  private func isSpeech(
    _ sentence: borrowing Sentence, at i: Int, upTo end: Int
  ) -> Bool {
    sentence[i] == "“" && Clause.afterQuote(sentence, at: i, limit: end) == nil
  }

  /// Whether a mark stands before what a label starts with: a blank, a comma of a list.
  private func isLoose(_ glyph: Glyph) -> Bool {
    switch glyph {
    case "、", "+": true
    default: glyph.isBlank
    }
  }

  /// Where the verb starts behind 为 or 给 and those for whom something is done; nil where there is none.
  private func afterBeneficiary(
    _ sentence: borrowing Sentence, _ word: Range<Int>, upTo end: Int
  ) -> Int? {
    guard word.count < 3,
      sentence[word.upperBound - 1] == "为" || sentence[word.upperBound - 1] == "给"
    else { return nil }
    let first = word.upperBound + 2
    guard first + 1 < end else { return nil }
    for p in first..<min(first + 5, end - 1) {
      let isActor = isA(.actors, sentence[p - 1])
      guard isActor || p < first + 2 else { continue }
      // 为财政|节约资金: what has two or three glyphs may be anybody.
      if let verb = front.match(sentence, at: p), verb.value == PhraseBook.verb,
        isActor || verb.range.count > 1 && verb.range.upperBound + 1 < end
      {
        return p
      }
      if p + 3 < end, isChange(sentence, p..<(p + 2)) { return p }
    }
    // 为村民|义务理发
    return (first..<min(first + 3, end - 2)).first {
      isA(.actors, sentence[$0 - 1]) && isA(.owners, sentence[$0 - 1])
    }
  }

  /// Where the object starts of what somebody did that a verb before them led to; nil where there is none.
  private func actedObject(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int? {
    guard range.count > 5 else { return nil }
    for p in (range.lowerBound + 2)..<min(range.lowerBound + 7, range.upperBound - 3)
    where isA(.actors, sentence[p - 1]) {
      guard let verb = front.match(sentence, at: p), verb.value == PhraseBook.verb,
        verb.range.count > 1, verb.range.upperBound + 2 <= range.upperBound,
        !isNominal(sentence, at: verb.range.upperBound)
      else { continue }
      let object = verb.range.upperBound..<range.upperBound
      return isGeneric(sentence, object) ? verb.range.lowerBound : object.lowerBound
    }
    return nil
  }

  /// Whether 服务 is all that 为 says is done for somebody: 为人民服务.
  private func isService(
    _ sentence: borrowing Sentence, _ word: Range<Int>, upTo end: Int
  ) -> Bool {
    word.count == 1 && sentence[word.lowerBound] == "为" && end - word.upperBound > 3
      && sentence.has(StaticGlyphs("服", "务"), at: end - 2) && isA(.actors, sentence[end - 3])
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
    return Candidate(range: isScrap(sentence, verb) ? 0..<0 : verb, isWeak: true)
  }

}
