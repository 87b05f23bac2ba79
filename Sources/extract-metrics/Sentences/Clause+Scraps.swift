// What stands at the edge of a label and is no part of it: remarks, notes, prepositions, scraps of words.

extension Clause {
  /// Past a remark in brackets that opens what is left of a label: 加装|（更新）电梯.
  static func afterRemark(_ sentence: borrowing Sentence, at i: Int) -> Int? {
    let closing: Glyph
    switch sentence[i] {
    case "（": closing = "）"
    case "(": closing = ")"
    default: return nil
    }
    for p in (i + 1)..<(i + 16) where sentence[p] == closing { return p + 1 }
    return nil
  }

  /// Past a unit in brackets that repeats a figure's own: 119批（次）, 3.1万套（间）.
  static func afterUnitRemark(_ sentence: borrowing Sentence, at i: Int) -> Int {
    guard let end = afterRemark(sentence, at: i), end - i < 5, sentence[i + 1].isHan else {
      return i
    }
    return end
  }

  /// Where the mark of a footnote that ends at `end` opens: 总收入[2].
  static func noteStart(_ sentence: borrowing Sentence, endingAt end: Int, floor: Int) -> Int? {
    guard sentence[end - 1] == "]" || sentence[end - 1] == "］" else { return nil }
    var p = end - 1
    while p > floor, sentence[p - 1].digit != nil { p -= 1 }
    guard p > floor, p < end - 1, sentence[p - 1] == "[" || sentence[p - 1] == "［" else {
      return nil
    }
    return p - 1
  }

  /// Where the other factor of a product starts: 规格为|3×5米.
  static func factorStart(_ sentence: borrowing Sentence, endingAt end: Int, floor: Int) -> Int? {
    guard sentence[end - 1].isTimes else { return nil }
    var p = end - 1
    while p > floor, sentence[p - 1].digit != nil || sentence[p - 1] == "." { p -= 1 }
    return p < end - 1 ? p : nil
  }

  /// Where a number without a unit that something is said to be starts: 死亡率为|1.3/10万.
  static func numberStart(_ sentence: borrowing Sentence, endingAt end: Int, floor: Int) -> Int? {
    var p = end - 1
    while p > floor,
      sentence[p - 1].digit != nil || sentence[p - 1] == "." || sentence[p - 1] == "/"
    { p -= 1 }
    guard p > floor, sentence[p].digit != nil else { return nil }
    switch sentence[p - 1] {
    case "为", "达", "到", "至", "是": return p
    default: return nil
    }
  }

  /// Whether a range begins with what an act is directed to: 向企业, 为群众, 对村民.
  static func beginsWithPreposition(
    _ sentence: borrowing Sentence, _ range: Range<Int>
  ) -> Bool {
    switch sentence[range.lowerBound] {
    case "向", "为", "对", "给", "替": true
    default: false
    }
  }

  /// Whether a range begins with what something is compared with: 比上年, 较全省, 超过计划.
  static func beginsWithComparison(
    _ sentence: borrowing Sentence, _ range: Range<Int>
  ) -> Bool {
    switch sentence[range.lowerBound] {
    case "比", "较": true
    case "超": sentence[range.lowerBound + 1] == "过"
    default: false
    }
  }

  /// Whether a clause only says under what view the next ones speak: 从年龄结构看, 分产业看.
  static func isView(_ sentence: borrowing Sentence, _ clause: Range<Int>) -> Bool {
    guard clause.count > 2, sentence[clause.upperBound - 1] == "看" else { return false }
    switch sentence[clause.lowerBound] {
    case "从", "分", "按", "就": return true
    default: return false
    }
  }
}
