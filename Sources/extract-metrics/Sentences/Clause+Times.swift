// Times that lead to a label or follow it: 2025年, 一季度, 9月3日至5日.

extension Clause {
  /// Where a year that ends at `end` starts (2025年, 2025 年度, 2025年以来).
  static func yearStart(_ sentence: borrowing Sentence, endingAt end: Int, floor: Int) -> Int? {
    var p = end
    switch sentence[p - 1] {
    case "度", "底", "末", "初", "起": p -= 1
    case "来" where sentence[p - 2] == "以", "后" where sentence[p - 2] == "以": p -= 2
    default: break
    }
    guard sentence[p - 1] == "年" else { return nil }
    p -= sentence[p - 2].isBlank ? 2 : 1
    let digits = p
    while p > floor, sentence[p - 1].digit != nil { p -= 1 }
    guard digits - p >= 2 else { return nil }
    return periodStart(sentence, endingAt: p, floor: floor) ?? p
  }

  /// Where a period of years starts whose last year begins at `i`: |2020至2023年, |2020年—2023年.
  private static func periodStart(
    _ sentence: borrowing Sentence, endingAt i: Int, floor: Int
  ) -> Int? {
    guard i > floor, RangeRule.joint(sentence, at: i - 1) != nil else { return nil }
    var p = i - 1
    while p > floor, sentence[p - 1] == sentence[i - 1] { p -= 1 }
    if sentence[p - 1] == "年" { p -= 1 }
    guard p - 4 >= floor, (p - 4..<p).allSatisfy({ sentence[$0].digit != nil }),
      sentence[p - 5].digit == nil
    else { return nil }
    return p - 4
  }

  /// Past 春节期间, “十四五”时期 in a range; nil where it has none, and 期间费用 has none.
  static func periodEnd(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int? {
    guard range.count > 3 else { return nil }
    for p in stride(from: range.upperBound - 2, to: range.lowerBound + 1, by: -1)
    where sentence[p] == "期" && sentence[p + 1] == "间"
      || sentence[p] == "时" && sentence[p + 1] == "期"
    {
      return p + 2
    }
    return nil
  }

  /// Where a year that starts at `i` ends; it may be masked (20**年, 20xx年), or the first of a period (2020至2023年).
  static func yearEnd(_ sentence: borrowing Sentence, at i: Int, isLast: Bool = false) -> Int? {
    var p = i
    while p < i + 5, sentence[p].digit != nil || p > i + 1 && Mask.isStart(sentence[p]) { p += 1 }
    guard p - i == 4 else { return nil }
    if sentence[p].isBlank { p += 1 }
    // 2020至|2023年
    if !isLast, let joint = RangeRule.joint(sentence, at: p) {
      return yearEnd(sentence, at: p + joint, isLast: true)
    }
    guard sentence[p] == "年" else { return nil }
    p += 1
    switch sentence[p] {
    case "度", "底", "末", "初": return p + 1
    default: return p
    }
  }

  /// Where a time that starts at `i` ends: a year, 一季度, 5—6月, 12月底前, 9月3日至10月8日; nil where none stands.
  static func timeEnd(_ sentence: borrowing Sentence, at i: Int) -> Int? {
    var p = i
    var end: Int?
    var hasMonth = false
    while true {
      if let year = yearEnd(sentence, at: p) {
        p = year
      } else {
        let first = sentence[p] == "第" || sentence[p] == "前" ? p + 1 : p
        var q = digitsEnd(sentence, from: first)
        guard q > first else { return end }
        if let joint = RangeRule.joint(sentence, at: q) {
          let upper = digitsEnd(sentence, from: q + joint)
          if upper > q + joint { q = upper }
        }
        switch sentence[q] {
        case "季" where sentence[q + 1] == "度": p = q + 2
        case "个" where sentence[p] == "前" && sentence[q + 1] == "月": p = q + 2
        case "月":
          hasMonth = true
          p = sentence[q + 1] == "份" ? q + 2 : q + 1
        case "年" where end == nil && q < first + 3:
          // 四年间, 5年来
          switch sentence[q + 1] {
          case "间", "来", "内": return q + 2
          default: return end
          }
        case "日" where hasMonth || sentence[first].digit != nil: p = q + 1
        default: return end
        }
      }
      p = timeTailEnd(sentence, at: p)
      end = p
      if let joint = RangeRule.joint(sentence, at: p) { p += joint }
      // 11月至|次年|4月
      if sentence.has(StaticGlyphs("次", "年"), at: p) { p += 2 }
    }
  }

  /// Past 7×24小时, which says that somebody is always there.
  static func hoursEnd(_ sentence: borrowing Sentence, at i: Int) -> Int? {
    let times = digitsEnd(sentence, from: i)
    guard times > i, sentence[times].isTimes else { return nil }
    let end = digitsEnd(sentence, from: times + 1)
    return end > times + 1 && sentence.has(StaticGlyphs("小", "时"), at: end) ? end + 2 : nil
  }

  private static func digitsEnd(_ sentence: borrowing Sentence, from i: Int) -> Int {
    var p = i
    while p < i + 3, isEnumerating(sentence[p]) { p += 1 }
    return p
  }

  /// Past 底, 末, 以来 and the like.
  private static func timeTailEnd(_ sentence: borrowing Sentence, at i: Int) -> Int {
    var p = i
    switch sentence[p] {
    case "底", "末", "初": p += 1
    default: break
    }
    switch sentence[p] {
    // 2012年|前10个月
    case "前" where isEnumerating(sentence[p + 1]): return p
    case "前", "起", "止": return p + 1
    case "以" where sentence[p + 1] == "来" || sentence[p + 1] == "前": return p + 2
    default: return p
    }
  }

  /// Whether a time ends at `end`: 2024年, 去年, 原来, 目前.
  static func endsInTime(_ sentence: borrowing Sentence, _ end: Int) -> Bool {
    if yearStart(sentence, endingAt: end, floor: 0) != nil { return true }
    switch sentence[end - 1] {
    case "年":
      return sentence[end - 2] == "去" || sentence[end - 2] == "上" || sentence[end - 2] == "今"
    case "来": return sentence[end - 2] == "原"
    case "前":
      return sentence[end - 2] == "目" || sentence[end - 2] == "当" || sentence[end - 2] == "此"
    case "期": return sentence[end - 2] == "同"
    case "在": return sentence[end - 2] == "现"
    case "初", "底", "末": return sentence[end - 2] == "年" || sentence[end - 2] == "月"
    default: return false
    }
  }
}
