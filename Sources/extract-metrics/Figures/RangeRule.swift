/// The dashes and words between the two ends of a range.
enum RangeRule {
  /// Where the upper end can start after the figure read so far; nil where no range goes on.
  static func other(_ sentence: borrowing Sentence, after figure: Figure) -> Int? {
    var p = sentence.skippingBlanks(figure.range.upperBound, most: 1)
    guard let length = joint(sentence, at: p) else { return nil }
    let isWord = sentence[p] == "至" || sentence[p] == "到"
    p = sentence.skippingBlanks(p + length, most: 1)
    // 从5%到6% tells of two figures.
    if isWord, startsWithFrom(sentence, figure.range.lowerBound) { return nil }
    return p
  }

  /// The length of a dash or word that joins the ends of a range at `i`.
  static func joint(_ sentence: borrowing Sentence, at i: Int) -> Int? {
    switch sentence[i] {
    case "-", "–", "—", "－", "~", "～", "―", "‐", "−":
      sentence[i + 1] == sentence[i] ? 2 : 1
    case "至", "到": 1
    default: nil
    }
  }

  /// 增加|12亿元至85亿元: whether what stands before a figure says that it is a step, and what follows 至 the level reached.
  static func isStep(_ sentence: borrowing Sentence, before start: Int) -> Bool {
    let p = sentence[start - 1] == "了" || sentence[start - 1] == "约" ? start - 2 : start - 1
    return switch (sentence[p - 1], sentence[p]) {
    case ("增", "加"), ("减", "少"), ("提", "高"), ("上", "升"), ("下", "降"), ("降", "低"), ("增", "长"): true
    default: false
    }
  }

  private static func startsWithFrom(_ sentence: borrowing Sentence, _ i: Int) -> Bool {
    for p in stride(from: i - 1, through: max(0, i - 8), by: -1) {
      switch sentence[p] {
      case "从", "由", "從": return true
      case "，", "。", "、", "；": return false
      default: break
      }
    }
    return false
  }
}
