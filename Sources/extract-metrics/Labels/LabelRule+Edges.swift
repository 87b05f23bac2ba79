// What stands at the edge of a label, told by the classes of characters of the pack.

extension LabelRule {
  /// Past a remark of nothing but sorts of places: 16个县（市、区）中心.
  func afterPlaces(_ sentence: borrowing Sentence, at i: Int) -> Int? {
    guard let end = Clause.afterRemark(sentence, at: i) else { return nil }
    for p in (i + 1)..<(end - 1)
    where !isA(.areas, sentence[p]) && sentence[p] != "、" && !Clause.isComma(sentence[p]) {
      return nil
    }
    return end
  }

  /// Whether a plain noun names people, whom verbs are about: 成立|党员突击队.
  func namesPeople(_ sentence: borrowing Sentence, _ word: Range<Int>) -> Bool {
    isA(.people, sentence[word.lowerBound])
  }

  /// Whether what ends in 目的 is a word and 的 behind it: 项目|的, 科目|的.
  func endsInOf(_ sentence: borrowing Sentence, _ word: Range<Int>, _ floor: Int) -> Bool {
    let end = word.upperBound
    guard end - 3 >= floor, sentence.has(StaticGlyphs("目", "的"), at: end - 2) else { return false }
    return isA(.headings, sentence[end - 3])
  }

  /// Whether a word names a sum and is all that there is: 总价值, but 物资|总价值.
  func isWholeSum(_ sentence: borrowing Sentence, _ word: Range<Int>, _ range: Range<Int>) -> Bool {
    word.lowerBound == range.lowerBound && word.count > 2 && sentence[word.lowerBound] == "总"
  }

  /// Whether a range is the short name of a paper, of which a verb before it says what it is for: 整改|通知书, 宣传|手册.
  @inline(__always) func isPaper(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    (2...3).contains(range.count) && isA(.papers, sentence[range.upperBound - 1])
  }

  /// Whether a verb behind one of making, which `makers` end, is part of the name of what is made: 增设|接待窗口, but not 新建|改建道路.
  func isMade(_ sentence: borrowing Sentence, _ verb: Range<Int>, upTo end: Int) -> Bool {
    let last = sentence[verb.upperBound - 1]
    guard verb.count == 2, (2...4).contains(end - verb.upperBound), !isA(.makers, last) else {
      return false
    }
    return last != "善" && last != "全" && last != "实"
  }

  /// Whether a verb ends at `i`, either that of the label's start or one behind it.
  func isBehindVerb(_ sentence: borrowing Sentence, _ i: Int, _ start: Int, _ floor: Int) -> Bool {
    if start > floor, i == start { return true }
    let verb = verbs.match(sentence, endingAt: i, floor: start)
    return verb.map { $0.value != PhraseBook.lookalike } ?? false
  }

  /// Whether a number says that something happens once: 缺席|一次, 旷工|半天.
  func isOnce(_ glyph: Glyph) -> Bool {
    glyph == "一" || glyph == "1" || glyph == "半" || glyph == "每"
  }

  /// Whether a word is the 及 of a verb and joins nothing: 惠及, 涉及.
  func reaches(_ sentence: borrowing Sentence, _ word: Range<Int>) -> Bool {
    word.count == 1 && sentence[word.lowerBound] == "及"
      && isA(.reachers, sentence[word.lowerBound - 1])
  }

  /// Whether a clause ends in a preposition, so that what it governs stands behind: 对|95家企业.
  func endsInPreposition(_ sentence: borrowing Sentence, _ clause: Range<Int>) -> Bool {
    guard !clause.isEmpty else { return false }
    let last = clause.upperBound - 1
    switch sentence[last] {
    case "把", "被", "让", "对", "向", "给", "使": return clause.count < 2 || !isBound(sentence, at: last)
    default: return false
    }
  }

  /// Without the word that says in, on or among what is named: 两家方舱医院|里, 46名女棋手|中, but 5所高中.
  func withoutPlace(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Range<Int> {
    guard range.count > 2 else { return range }
    switch sentence[range.upperBound - 1] {
    case "里", "中", "上":
      let word = tail.match(sentence, endingAt: range.upperBound, floor: range.lowerBound)
      if word?.value == PhraseBook.lookalike { return range }
      return range.lowerBound..<(range.upperBound - (sentence[range.upperBound - 2] == "之" ? 2 : 1))
    default: return range
    }
  }
}
