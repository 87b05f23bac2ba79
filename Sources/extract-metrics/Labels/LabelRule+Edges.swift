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
    case "把", "被", "让": return true
    case "对", "向", "给", "使": return clause.count < 2 || !isBound(sentence, at: last)
    default: return false
    }
  }
}
