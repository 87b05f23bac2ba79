// What stands behind a power of ten, 余 or 来, and decides whether it belongs to the numeral.

extension NumeralReader {
  /// Whether 来 at `i` says about: behind tens, hundreds and thousands, and behind a round number with a unit after it.
  func mayCome(behind sum: NumeralSum, _ sentence: borrowing Sentence, at i: Int) -> Bool {
    if sum.lastPower == 0 { return sentence[i - 1].digit == 0 && leadsToUnit(sentence, at: i + 1) }
    return sum.lastPower <= 4 && !sum.hasCoefficient
  }

  /// Whether more than nine of 百 or 千 at `i` may be counted: 86.4千公顷, 500百万元.
  func mayMultiply(
    _ power: Int, _ numeral: Numeral, _ sentence: borrowing Sentence, at i: Int
  ) -> Bool {
    guard !numeral.isHan, power < 4 else { return false }
    if sentence[i + 1] == "万" { return power > 1 && leadsToUnit(sentence, at: i + 2) }
    return power == 3 && leadsToUnit(sentence, at: i + 1)
  }

  /// Whether a unit goes on at `i`, perhaps behind 余 or 多: 12千吨, 12千余份.
  func leadsToUnit(_ sentence: borrowing Sentence, at i: Int) -> Bool {
    let start = HanNumeral.isSurplus(sentence[i]) ? i + 1 : i
    return units.match(sentence, at: start) != nil
  }

  /// Whether 兆 is a power of ten, as it is between numerals and before money, and no unit of data.
  func goesOnBehindBillions(_ sentence: borrowing Sentence, at i: Int) -> Bool {
    switch sentence[i] {
    case "元", "圆", "圓", "美", "日", "韩", "韓", "台", "新", "港", "亿", "億": true
    case "字", "比", "瓦", "赫", "帕", "焦", "欧": false
    default: sentence[i].digit != nil || HanNumeral.digit(sentence[i]) != nil
    }
  }

  /// Whether a surplus with blanks around it goes on to a power: 十 余 万.
  func isSplitSurplus(_ sentence: borrowing Sentence, at i: Int) -> Bool {
    guard sentence[i] == "余" || sentence[i] == "多", sentence[i + 1] == " " else { return false }
    return HanNumeral.power(sentence[i + 2]) != nil
  }

  /// Whether a surplus that a blank parts from its digits leads to a unit or a power: 360 余人, 30 多万.
  func isBlankSurplus(_ sentence: borrowing Sentence, at i: Int) -> Bool {
    guard sentence[i] == "余" || sentence[i] == "多" || sentence[i] == "餘" else { return false }
    let next = sentence.skippingBlanks(i + 1, most: 1)
    return HanNumeral.power(sentence[next]) != nil || units.match(sentence, at: next) != nil
  }
}
