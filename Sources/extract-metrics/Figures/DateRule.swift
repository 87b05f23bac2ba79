/// Dates, years and times of day, which state no figure.
enum DateRule {
  /// The end of a date whose numeral starts at `i`; nil where none stands.
  static func end(
    _ sentence: borrowing Sentence, at i: Int, _ numeral: Numeral,
    _ numerals: borrowing NumeralReader
  ) -> Int? {
    let p = sentence.skippingBlanks(numeral.end, most: 1)
    if let end = single(sentence, at: i, unitAt: p, numeral, numerals) { return end }
    // 2021—2025年, 5至9月
    guard let joint = RangeRule.joint(sentence, at: p) else { return nil }
    let start = sentence.skippingBlanks(p + joint, most: 1)
    guard let upper = numerals.read(sentence, at: start) else { return nil }
    if isYear(numeral), isYear(upper) { return upper.end }
    let q = sentence.skippingBlanks(upper.end, most: 1)
    return single(sentence, at: start, unitAt: q, upper, numerals)
  }

  /// Whether a numeral can be a year of our time: four digits in a row.
  static func isYear(_ numeral: Numeral) -> Bool {
    if numeral.hasPoint || numeral.hasPower || numeral.isGrouped || numeral.sign != nil {
      return false
    }
    guard numeral.isString || (!numeral.isHan && numeral.digitCount == 4) else { return false }
    return !numeral.value.isLess(than: Decimal(1000)) && numeral.value.isLess(than: Decimal(3000))
  }

  private static func single(
    _ sentence: borrowing Sentence, at i: Int, unitAt p: Int, _ numeral: Numeral,
    _ numerals: borrowing NumeralReader
  ) -> Int? {
    let isPlain = !numeral.hasPoint && !numeral.isGrouped && numeral.sign == nil
    if numeral.hasPoint, isLabelled(sentence, unitAt: p), numeral.sign == nil,
      sentence.opensLine(i)
    {
      return p + 1
    }
    switch sentence[p] {
    case "年":
      if isYear(numeral) { return p + 1 }
      return isPlain && isNamedYear(sentence, at: i, after: p + 1, numeral, numerals) ? p + 1 : nil
    case "月":
      return isPlain && sentence[p + 1] != "龄" && numeral.value.isLess(than: Decimal(13))
        ? p + 1 : nil
    case "日":
      return isPlain && sentence[p + 1] != "历" && sentence[p + 1] != "元" && sentence[p + 1] != "圆"
        && numeral.value.isLess(than: Decimal(32)) && !isTerm(sentence, from: i, to: p)
        ? p + 1 : nil
    case "号", "號", "届", "季": return isPlain ? p + 1 : nil
    case "时", "時":
      return isPlain && numeral.value.isLess(than: Decimal(25)) ? timeEnd(sentence, at: p + 1) : nil
    case "点", "點":
      return isPlain && sentence[p + 1] != "位" && numeral.value.isLess(than: Decimal(25))
        ? timeEnd(sentence, at: p + 1) : nil
    default: return nil
    }
  }

  /// Whether what stands before a unit may be a line's label and a date: 4.23日, 1.2023年.
  private static func isLabelled(_ sentence: borrowing Sentence, unitAt p: Int) -> Bool {
    switch sentence[p] {
    case "年": sentence[p - 5] == "." || sentence[p - 5] == "．"
    case "月", "日": true
    default: false
    }
  }

  /// 98年, 五年来, 近三年, 一年: names of times rather than lengths.
  private static func isNamedYear(
    _ sentence: borrowing Sentence, at i: Int, after end: Int, _ numeral: Numeral,
    _ numerals: borrowing NumeralReader
  ) -> Bool {
    switch sentence[end] {
    case "度", "级", "代", "末", "初", "底", "版", "来", "前", "后", "间", "期", "规", "计", "行", "以":
      if sentence[end] == "以" {
        return sentence[end + 1] == "来" || sentence[end + 1] == "前" || sentence[end + 1] == "后"
      }
      return sentence[end] != "行" || sentence[end + 1] == "动"
    default: break
    }
    if let month = numerals.read(sentence, at: end), sentence[month.end] == "月" { return true }
    if numeral.isBare { return true }
    switch sentence[i - 1] {
    case "近", "这", "去", "来", "后", "前", "每", "头", "历", "全", "多", "几", "往", "下", "上", "未", "的", "，",
      "键", "要":
      return numeral.isHan || sentence[i - 1] == "近"
    default: break
    }
    // 一年以上, 一年半, 一年零三个月
    let isQualified =
      switch sentence[end] {
      case "以", "多", "半", "左": true
      case "零", "又": HanNumeral.digit(sentence[end + 1]) != nil || sentence[end + 1].digit != nil
      default: false
      }
    if numeral.isHan, numeral.value == Decimal(1), !numeral.hasPower { return !isQualified }
    // Two digits that could be a year's last ones: 98年, but not 70年 of a republic.
    return !numeral.isHan && numeral.digitCount == 2 && sentence[i].code == Glyph("0").code
  }

  /// 30日内, 15日以上: a length of time, where no month stands before.
  private static func isTerm(_ sentence: borrowing Sentence, from i: Int, to p: Int) -> Bool {
    guard sentence[i - 1] != "月" else { return false }
    return sentence[p + 1] == "内"
      || (sentence[p + 1] == "以" && sentence[p + 2] != "来")
        && sentence[p + 2] != "前" && sentence[p + 2] != "后"
  }

  /// The end of the minutes at `i`, or `i` where none stand: 2点30分, 三点二十分.
  private static func timeEnd(_ sentence: borrowing Sentence, at i: Int) -> Int {
    var p = i
    while sentence[p].digit != nil || HanNumeral.digit(sentence[p]) != nil
      || HanNumeral.power(sentence[p]) == 1
    {
      p += 1
    }
    return p > i && sentence[p] == "分" ? p + 1 : i
  }
}
