// Where a label before its figure begins or ends inside its clause.

extension LabelRule {
  /// Where a comparison begins that a word of change ends: 升学率|比上届提高, 电价|较周边低.
  func comparison(
    _ sentence: borrowing Sentence, _ range: Range<Int>, upTo end: Int
  ) -> Int? {
    guard range.upperBound < end,
      (range.upperBound..<end).contains(where: { isA(.comparisons, sentence[$0]) })
    else { return nil }
    var p = range.upperBound - 2
    while p > range.lowerBound {
      if sentence.has(.hinge, at: p), sentence[p] == "比" || sentence[p] == "较",
        !isBound(sentence, at: p)
      {
        return p
      }
      p -= 1
    }
    return nil
  }

  /// Where it is told from what level something rises or falls: 保障标准|从每月|9元提高到; the range's end where it is not.
  func originStart(_ sentence: borrowing Sentence, _ range: Range<Int>, _ end: Int) -> Int {
    switch sentence[end] {
    case "提", "增", "升", "降", "减", "扩", "缩", "下", "上", "调", "核", "延": break
    case "发" where sentence.has(StaticGlyphs("展", "到"), at: end + 1): break
    default: return range.upperBound
    }
    guard range.count > 4 else { return range.upperBound }
    // 由改革开放初期的|9亩扩大到, 由十年前的不足|9个发展到
    let tail = (range.upperBound - 3)..<range.upperBound
    let reach = tail.contains { sentence[$0] == "的" } ? 16 : 8
    for p in stride(
      from: range.upperBound - 2, to: max(range.lowerBound + 1, range.upperBound - reach), by: -1)
    where sentence[p] == "从" || sentence[p] == "由" {
      return isBound(sentence, at: p) ? range.upperBound : p
    }
    return range.upperBound
  }

  /// What a comparison says to have grown or shrunk: 比上年增加|投资, 较上年少|支出; empty where it does not.
  func changedObject(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Range<Int> {
    let none = range.lowerBound..<range.lowerBound
    guard range.count > 4 else { return none }
    for p in stride(from: range.upperBound - 2, to: range.lowerBound + 2, by: -1) {
      guard let word = changes.match(sentence, endingAt: p, floor: range.lowerBound),
        word.value != PhraseBook.lookalike, !isPace(sentence, at: word.range.lowerBound),
        !sentence.has(StaticGlyphs("比", "例"), at: p)
      else { continue }
      if word.range.count > 1 || front.match(sentence, at: p)?.value == PhraseBook.verb {
        return p..<range.upperBound
      }
    }
    return none
  }

  /// Past where something is: 在学生中|团员.
  func afterPlace(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Range<Int> {
    guard range.count > 4, sentence[range.lowerBound] == "在",
      front.match(sentence, at: range.lowerBound) == nil
    else { return range }
    for p in (range.lowerBound + 3)..<(range.upperBound - 1)
    where sentence[p] == "中" || sentence[p] == "上" {
      return (p + 1)..<range.upperBound
    }
    return range
  }

  /// Where a share of something begins: 占|全部投资的; nil where a label is no share.
  func shareStart(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int? {
    guard range.count > 2 else { return nil }
    for p in range.lowerBound..<min(range.lowerBound + 4, range.upperBound - 2)
    where sentence[p] == "占" {
      if isBound(sentence, at: p) { return nil }
      // 约|占全国, but 可再生能源占 is a share that has a name.
      return isLead(sentence, range.lowerBound..<p) ? p : nil
    }
    return nil
  }

  /// Where an amount is said to reach part of something else: 支出率|达全年资金.
  func reachStart(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int? {
    range.dropFirst(2).first { sentence[$0] == "达" && isA(.amounts, sentence[$0 - 1]) }
  }

  /// Whether a figure states what all members of a list come to: 低保金、救助金共计.
  func isTotal(_ sentence: borrowing Sentence, _ list: Range<Int>, upTo end: Int) -> Bool {
    guard list.upperBound + 1 < end, sentence[list.upperBound + 1] == "计" else { return false }
    switch sentence[list.upperBound] {
    case "共", "合", "总", "累": return !list.contains { sentence[$0] == "等" }
    default: return false
    }
  }

  /// Whether a list is of short names, all of which are counted: 鸡、鸭、鹅, 党员、群众.
  func isShortList(
    _ sentence: borrowing Sentence, _ range: Range<Int>, lastItem: Int
  ) -> Bool {
    range.upperBound - lastItem < 5 && range.count < 12
      && front.match(sentence, at: lastItem)?.value != PhraseBook.verb
      && sentence[lastItem - 2].digit == nil
  }

  /// Whether a list is the name of one trade, whose amount is told: 运输、仓储和邮政业增加值.
  func isJointName(
    _ sentence: borrowing Sentence, _ range: Range<Int>, lastItem: Int
  ) -> Bool {
    isQuantity(sentence, range) && lastItem - range.lowerBound < 9
      && (lastItem..<range.upperBound).contains { sentence[$0] == "和" }
      && front.match(sentence, at: range.lowerBound) == nil
  }

  /// Whether a range says what is a share of what: 女党员占党员总数.
  func isOwnShare(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    for p in range.dropFirst(2) where sentence[p] == "占" { return true }
    return false
  }

  /// Whether a range is nothing but words that a label does not start with.
  private func isLead(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    var p = range.lowerBound
    while p < range.upperBound {
      guard let match = front.match(sentence, at: p, most: range.upperBound - p),
        match.value != PhraseBook.lookalike
      else { return false }
      p = match.range.upperBound
    }
    return true
  }

  /// Past what does something and its verb: 公司共上缴|税金, 全镇已发放|补贴.
  func afterAdverb(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int {
    guard range.count > 4 else { return range.lowerBound }
    // 机关共|办案: two glyphs behind it are the verb itself, more behind somebody's name: 队伍共|接处警.
    for last in max(range.lowerBound + 1, range.upperBound - 5)...(range.upperBound - 3)
    where sentence.has(.hinge, at: last) && isAdverb(sentence, at: last)
      && (last == range.upperBound - 3
        || last == range.upperBound - 4 && isA(.authorities, sentence[last - 1])
        || sentence[last] == "共" && sentence.has(.office, at: last - 1))
      && front.match(sentence, at: last + 1).map({ $0.value == PhraseBook.lookalike }) ?? true
    {
      return last + 1
    }
    var start = range.lowerBound
    for p in (range.lowerBound + 1)..<(range.upperBound - 3)
    where sentence.has(.hinge, at: p) && isAdverb(sentence, at: p) {
      guard let verb = front.match(sentence, at: p + 1), verb.value != PhraseBook.lookalike,
        verb.range.count > 1, !isNominal(sentence, at: verb.range.upperBound),
        verb.range.upperBound + 2 <= range.upperBound
      else { continue }
      let rest = verb.range.upperBound..<range.upperBound
      // 系统共|查办案件: a plain noun keeps its verb.
      if isGeneric(sentence, rest) {
        start = p + 1
      } else if !isVerb(sentence, rest) {
        start = rest.lowerBound
      }
    }
    return start
  }

  /// Past what has so much of it on the average, and what is done with that: 水稻亩均施用|肥料.
  func afterAverage(
    _ sentence: borrowing Sentence, _ label: Range<Int>, base: Range<Int>
  ) -> Range<Int> {
    // 机插秧每亩|节约成本, but 每吨煤均价
    let start = base.upperBound
    // 均价每公斤|9元
    if start == label.upperBound, base.lowerBound > label.lowerBound + 2,
      sentence.has(.each, at: base.lowerBound - 1)
    {
      return strippedTail(sentence, label.lowerBound..<(base.lowerBound - 1))
    }
    if base.lowerBound > label.lowerBound + 1, sentence.has(.each, at: base.lowerBound - 1),
      start + 3 < label.upperBound,
      verb(sentence, at: start) != nil || isChange(sentence, start..<(start + 2))
    {
      return start..<label.upperBound
    }
    let act = start + 1
    guard label.contains(base.upperBound), sentence[base.upperBound] == "均", act < label.upperBound,
      let verb = verb(sentence, at: act), verb.range.count > 1,
      verb.range.upperBound + 2 <= label.upperBound,
      !isNominal(sentence, at: verb.range.upperBound),
      !isGeneric(sentence, verb.range.upperBound..<label.upperBound)
    else { return label }
    return verb.range.upperBound..<label.upperBound
  }

  private func isAdverb(_ sentence: borrowing Sentence, at p: Int) -> Bool {
    (sentence[p] == "共" || sentence[p] == "已") && !isBound(sentence, at: p)
  }

  /// Past what brings something about: 这一模式可使|办事效率.
  func afterCause(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int {
    for p in stride(from: range.upperBound - 3, through: range.lowerBound, by: -1)
    where sentence.has(.hinge, at: p) && (sentence[p] == "使" || sentence[p] == "让")
      && !isBound(sentence, at: p)
    {
      return p + 1
    }
    return range.lowerBound
  }

  /// Past a verb that 了 ends: 铺通了|水泥路.
  func afterParticle(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int {
    for p in stride(from: range.upperBound - 3, to: range.lowerBound, by: -1)
    where sentence.has(.hinge, at: p) && sentence[p] == "了" && !isBound(sentence, at: p) {
      return p + 1
    }
    return range.lowerBound
  }

  /// 全村, 全县: what is counted where a clause names nothing else.
  func wholePlace(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Range<Int> {
    // 比第七次全国普查的|3人: what is compared with is no place.
    switch sentence[range.lowerBound] {
    case "比", "较", "与": return 0..<0
    default: break
    }
    for p in range where (sentence[p] == "全" || sentence[p] == "我") && p + 1 < range.upperBound {
      // 高于全县, 占全省
      if p > range.lowerBound, ["于", "占", "出", "比", "较"].contains(sentence[p - 1]) { break }
      if isA(.wholes, sentence[p + 1]) { return p..<(p + 2) }
    }
    return 0..<0
  }

  /// Whether what follows a verb at `i` makes a noun of it: 查处|数, 采购|量, 调解|员.
  func isNominal(_ sentence: borrowing Sentence, at i: Int) -> Bool {
    let glyph = sentence[i]
    let next = sentence[i + 1]
    if isA(.suffixes, glyph) || glyph == "人" && next == "数" || glyph == "用" && next == "品" {
      return true
    }
    guard isA(.nouns, glyph) else { return false }
    // 接待|费支出
    if let noun = generic.match(sentence, at: i + 1), noun.range.count > 1,
      noun.value != PhraseBook.amount
    {
      return true
    }
    return !next.isHan || next == "和" || next == "及" || next == "与" || next == "的"
      || sentence.has(.trigger, at: i + 1)
  }

  /// Whether a word of one glyph more often begins a noun than leads to one: 被|告, 可|再生, 现|金.
  func isShy(_ sentence: borrowing Sentence, _ word: Range<Int>) -> Bool {
    guard word.count == 1 else { return false }
    switch sentence[word.lowerBound] {
    case "被", "可", "现", "要", "应", "需", "须", "自", "只", "以", "会", "近", "约": break
    default: return false
    }
    guard let next = front.match(sentence, at: word.upperBound) else { return true }
    return next.range.count < 2 || next.value == PhraseBook.lookalike
  }
}
