// The label that stands before its figure.

extension LabelRule {
  /// The label that stands before a figure, in the glyphs between its clause's start and itself.
  ///
  /// Where it is shared, all of a list is the label.
  func before(
    _ sentence: borrowing Sentence, _ clause: Range<Int>, isShared: Bool = false,
    base: Range<Int> = 0..<0
  ) -> Candidate {
    // 对|95家企业: what a preposition leads to is named behind the figure.
    if endsInPreposition(sentence, clause) || Clause.isView(sentence, clause) {
      return Candidate()
    }
    var range = max(clause.lowerBound, clause.upperBound - Self.reachBefore)..<clause.upperBound
    let whole = range
    let isAttributive = sentence[whole.upperBound - 1] == "的"
    range = strippedTail(sentence, range)
    if let end = cutPoint(sentence, range) {
      // 恢复至上年的|80%: all that names it stands elsewhere.
      if end == range.lowerBound { return Candidate(range: changedObject(sentence, range)) }
      range = strippedTail(sentence, range.lowerBound..<end)
    }
    range = Clause.afterEnumerator(sentence, range)..<range.upperBound
    // 支出率达|全年资金的82%
    let reached = isAttributive ? reachStart(sentence, range) : nil
    if let reached { range = range.lowerBound..<reached }
    // 比上次普查的|9万户, 超过占用耕地|4%
    if range.count > 2, Clause.beginsWithComparison(sentence, range) {
      if isAttributive || sentence[range.lowerBound] == "超" { return Candidate() }
      let object = changedObject(sentence, range)
      if !object.isEmpty { return Candidate(range: object) }
      range = object
    }
    let hasHinge =
      sentence.next(Role.hinge.bit, from: range.lowerBound, before: range.upperBound)
      < range.upperBound
    if hasHinge, let end = comparison(sentence, range, upTo: whole.upperBound) {
      range = strippedTail(sentence, range.lowerBound..<end)
    }
    range = afterPlace(sentence, range)
    guard !range.isEmpty else { return verbOnly(sentence, whole) }
    // 春节期间|为9户: that is when.
    if let end = Clause.periodEnd(sentence, range) {
      guard end + 1 < range.upperBound else { return Candidate() }
      range = end..<range.upperBound
    }
    let isShared =
      isShared || Clause.hasRespectively(sentence, range.upperBound..<whole.upperBound)
      || isTotal(sentence, range, upTo: whole.upperBound)
    // 省委确定的|14项: what 的 ties to the figure describes it and does not name it.
    let isAttribute =
      isAttributive && reached == nil && !Clause.endsInTime(sentence, whole.upperBound - 1)
    let clauseStart = range.lowerBound
    if hasHinge, let share = shareStart(sentence, range) {
      return Candidate(range: share..<range.upperBound)
    }
    range = innerStart(sentence, range)..<range.upperBound
    if !base.isEmpty { range = afterAverage(sentence, range, base: base) }
    if hasHinge {
      range = afterCause(sentence, range)..<range.upperBound
      range = afterParticle(sentence, range)..<range.upperBound
      range = afterAdverb(sentence, range)..<range.upperBound
    }
    // 全年|甲局接收档案
    if range.lowerBound == clauseStart || sentence[range.lowerBound - 1] == "年" {
      range = afterOffice(sentence, range)..<range.upperBound
    }
    if !isShared, let item = Clause.lastItem(sentence, range),
      !isShortList(sentence, range, lastItem: item),
      !isJointName(sentence, range, lastItem: item)
    {
      range = item..<range.upperBound
    }
    // 费用与产值的|比率 says nothing without what is before it.
    if let noun = Clause.afterLastOf(sentence, range),
      !isGeneric(sentence, noun..<range.upperBound)
    {
      range = noun..<range.upperBound
    }
    var candidate = strippedFront(sentence, range, hasVerb: range.lowerBound > clauseStart)
    if isAttribute, !hasHinge || !isOwnShare(sentence, candidate.range) { candidate.isWeak = true }
    // 项目内|12亩苗圃, 园区内现有|7座厂房: that is where.
    if sentence[candidate.range.upperBound - 1] == "内" { candidate.isWeak = true }
    // 建有一座|90平方米的书屋: what is measured stands behind.
    if sentence[whole.upperBound - 2] == "一", isA(.buildings, sentence[whole.upperBound - 1]) {
      candidate.isWeak = true
    }
    // 农业局、林草局等|6个部门: a list that ends at the figure gives examples of what is named behind it.
    if sentence[whole.upperBound - 1] == "等" { candidate.isWeak = true }
    let isEmpty =
      isWhere(sentence, candidate.range) || isScrap(sentence, candidate.range)
      || isStep(candidate.range, sentence)
      || isPace(sentence, candidate.range)
      || isBase(sentence, candidate.range)
    return isEmpty ? Candidate() : candidate
  }

  /// Drops from the end what only leads to the figure: 达到, 增长, 2025年的.
  func strippedTail(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound {
      if let opening = Clause.longParenthesis(sentence, endingAt: end, floor: range.lowerBound)
        ?? Clause.tagStart(sentence, endingAt: end, floor: range.lowerBound)
      {
        end = opening
      } else if let note = Clause.noteStart(sentence, endingAt: end, floor: range.lowerBound) {
        end = note
      } else if sentence[end - 1].isBlank || sentence[end - 1] == "、" || sentence[end - 1] == "（"
        || sentence[end - 1] == "("
      {
        end -= 1
      } else if let factor = Clause.factorStart(
        sentence, endingAt: end, floor: range.lowerBound)
      {
        end = factor
      } else if sentence[end - 1].digit != nil || sentence[end - 1] == "万",
        let number = Clause.numberStart(sentence, endingAt: end, floor: range.lowerBound)
      {
        end = number
      } else if let year = Clause.yearStart(sentence, endingAt: end, floor: range.lowerBound) {
        end = year
      } else if end == range.upperBound, sentence[end - 1] == "上",
        HanNumeral.power(sentence[end]) != nil,
        tail.match(sentence, endingAt: end, floor: range.lowerBound) == nil
      {
        // 走访|上百户
        end -= 1
      } else if let match = tail.match(sentence, endingAt: end, floor: range.lowerBound),
        match.value != PhraseBook.lookalike
          || sentence[end - 1] == "的" && endsInOf(sentence, match.range, range.lowerBound),
        !reaches(sentence, match.range), !isPlan(sentence, match.range, range),
        !isWholeSum(sentence, match.range, range)
      {
        end = match.value == PhraseBook.lookalike ? end - 1 : match.range.lowerBound
        // 缺席一次|扣5分
        if sentence[end] == "扣", end - 3 > range.lowerBound, isOnce(sentence[end - 2]) { end -= 2 }
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
        if match.value != PhraseBook.lookalike, match.range.upperBound + 2 <= range.upperBound,
          !isNominal(sentence, at: match.range.upperBound)
        {
          var next = match.range.upperBound
          if sentence[next] == "了" || isResult(sentence, at: next) { next += 1 }
          let rest = next..<range.upperBound
          let isName = isRate && !isLight(sentence, match.range)
          // 支部现有|党员: what is there may be as plain as it likes.
          let isThere = sentence[match.range.upperBound - 1] == "有"
          // 职工每天|学习: what is done so often may be a verb.
          let isOften = sentence[match.range.lowerBound] == "每" && !isLight(sentence, rest)
          if !isName, isOften || isThere || !isVerb(sentence, rest) {
            if isThere || isOften || !isGeneric(sentence, rest) {
              // 改造|开工, 解决|或基本解决
              if rest.count > 4 || !isEnd(sentence, rest), sentence[next] != "或",
                !isPaper(sentence, rest)
                  && !(isA(.makers, sentence[match.range.lowerBound - 1])
                    && isMade(sentence, match.range, upTo: range.upperBound))
                  || !isBehindVerb(sentence, match.range.lowerBound, start, range.lowerBound)
              {
                start = next
              }
            } else if sentence[match.range.lowerBound] != "累", match.range.count > 1,
              match.range.lowerBound > start + 1,
              !isQuantity(sentence, rest),
              verbs.match(sentence, endingAt: match.range.lowerBound, floor: start) == nil
            {
              // 以工代赈方式|实施项目: a plain noun keeps its verb.
              start = match.range.lowerBound
            }
          }
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
    // 向企业推介|项目: behind a preposition any verb may be the clause's.
    let isLed = Clause.beginsWithPreposition(sentence, range)
    var p = range.lowerBound
    while true {
      p = isLed ? p + 1 : sentence.next(Role.office.bit, from: p, before: range.upperBound - 3) + 1
      guard p < range.upperBound - 2 else { return range.lowerBound }
      if let verb = front.match(sentence, at: p), verb.value == PhraseBook.verb,
        verb.range.count > 1, verb.range.upperBound + 2 <= range.upperBound,
        !isNominal(sentence, at: verb.range.upperBound), isOffice(sentence, p - 1) || isLed,
        !Clause.joins(sentence[verb.range.upperBound])
      {
        let rest = verb.range.upperBound..<range.upperBound
        // 法院|新收案件: a plain noun keeps its verb.
        if isGeneric(sentence, rest), !isLed || isA(.actors, sentence[p - 1]) {
          return verb.range.lowerBound
        }
        if !isGeneric(sentence, rest), !isVerb(sentence, rest) { return rest.lowerBound }
      }
      // 我村有|党员
      if sentence[p] == "有", !isLed,
        front.match(sentence, at: p).map({ $0.range.count == 1 }) ?? true
      {
        return p + 1
      }
    }
  }
}
