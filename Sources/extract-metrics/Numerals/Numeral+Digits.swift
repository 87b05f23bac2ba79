// Arabic digits in numerals.

extension NumeralReader {
  /// 1200, 1,200, 12.5, １２．５, 12·5% – and 100k, 1.2M before Chinese text.
  func readDigits(
    _ sentence: borrowing Sentence, at start: Int, into sum: inout NumeralSum,
    _ numeral: inout Numeral
  ) -> Int? {
    var value = Decimal.zero
    var p = start
    let isWide = sentence[p].code > 0xFF
    while let digit = sentence[p].digit {
      guard value.append(digit) else { return nil }
      p += 1
      let comma: Glyph = isWide ? "，" : ","
      if sentence[p] == comma, p - start <= 3 || numeral.isGrouped, isGroup(sentence, at: p + 1) {
        numeral.isGrouped = true
        p += 1
      } else if sentence[p].isBlank, p - start <= 3 || sentence[p - 4].isBlank,
        isBlankGroup(sentence, start, p)
      {
        numeral.isGrouped = true
        p += 1
      }
    }
    if numeral.isHan { numeral.digitCount = p - start }
    numeral.isHan = false
    if sentence[p] == "." || sentence[p] == "．" || isMiddlePoint(sentence, at: p),
      sentence[p + 1].digit != nil
    {
      p += 1
      var places = 0
      while let digit = sentence[p].digit {
        guard value.append(digit) else { return nil }
        p += 1
        places += 1
      }
      value = value.scaled(by: -places)
      numeral.hasPoint = true
    }
    if sentence[p] == "e" || sentence[p] == "E", let power = sentence[p + 1].digit,
      sentence[p + 2].isHan
    {
      value = value.scaled(by: power)
      p += 2
    }
    if let power = thousands(sentence[p]),
      canFollowThousands(sentence[p + 1]) || sentence[p].code > 0xFF
        || (power == 3 && sentence[p + 1] == "\0")
    {
      value = value.scaled(by: power)
      p += 1
    }
    return sum.add(coefficient: value, isDigit: p == start + 1) ? p : nil
  }

  /// Whether · stands for a point, as older print has it: 43·1万, 增长12·5%; in 3·15 and 12·9运动 it parts a date.
  private func isMiddlePoint(_ sentence: borrowing Sentence, at i: Int) -> Bool {
    guard sentence[i] == "·" else { return false }
    var p = i + 1
    while sentence[p].digit != nil { p += 1 }
    switch sentence[p] {
    case "万", "亿", "千", "百", "%", "％", "‰", "元", "倍", "吨", "亩", "米", "级": return p > i + 1
    case "公": return sentence[p + 1] != "祭" && sentence[p + 1] != "安"
    case "美", "港", "欧", "日": return sentence[p + 1] == "元"
    case "个": return sentence[p + 1] == "百"
    default: return false
    }
  }

  /// Whether a blank at `i` parts the thousands of a number that stands without blanks in its text: 全县10 678名.
  private func isBlankGroup(_ sentence: borrowing Sentence, _ start: Int, _ i: Int) -> Bool {
    guard sentence[start - 1].isHan, sentence[start].digit != 0, isGroup(sentence, at: i + 1) else {
      return false
    }
    var end = i + 4
    while end < i + 16, sentence[end].isBlank, isGroup(sentence, at: end + 1) { end += 4 }
    guard
      sentence[sentence.skippingBlanks(end, most: 1)].isHan
        || sentence[end] == "." && sentence[end + 1].digit != nil
    else { return false }
    switch sentence[start - 1] {
    case "图", "表", "件", "第", "注", "例", "题", "号": return false
    default: return true
    }
  }

  /// Three digits and no fourth.
  private func isGroup(_ sentence: borrowing Sentence, at i: Int) -> Bool {
    sentence[i].digit != nil && sentence[i + 1].digit != nil && sentence[i + 2].digit != nil
      && sentence[i + 3].digit == nil
  }

  /// 100k元 has a thousand in it, 5G工厂 no milliard.
  private func canFollowThousands(_ glyph: Glyph) -> Bool {
    switch glyph {
    case "元", "美", "港", "欧", "日", "个", "個": true
    default: false
    }
  }

  private func thousands(_ glyph: Glyph) -> Int? {
    switch glyph {
    case "k", "K", "Ｋ", "ｋ": 3
    case "M", "Ｍ": 6
    case "G", "Ｇ": 9
    default: nil
    }
  }
}
