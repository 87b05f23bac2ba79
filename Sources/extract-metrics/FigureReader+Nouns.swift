// Nouns that no pack has, where only what is counted can stand: 三大主导产业, 聚焦5领域，.

extension FigureReader {
  /// Takes a noun after a small whole number as the figure's unit; false where none can stand.
  ///
  /// The noun must go right up to a mark: what ends a clause is counted, what goes on may be part of a name.
  func readNoun(
    _ sentence: borrowing Sentence, _ figure: inout Figure, _ numeral: Numeral
  ) -> Bool {
    guard figure.form == .number, !numeral.hasPoint, numeral.sign == nil, !numeral.isString,
      numeral.digitCount < 3, figure.value.isLess(than: Decimal(100)),
      !figure.value.isLess(than: Decimal(2))
    else { return false }
    let isGreat = sentence[figure.range.upperBound] == "大"
    let start = figure.range.upperBound + (isGreat ? 1 : 0)
    guard isGreat || sentence[start - 1].code < 0x80 && isNamed(sentence, figure.range.lowerBound)
    else {
      return false
    }
    let (end, isWhole) = nounEnd(sentence, from: start)
    guard isWhole, end - start >= 2, end - start <= (isGreat ? 6 : 4),
      Self.canBegin(sentence[start], sentence[start + 1])
    else { return false }
    figure.unit = nil
    figure.kind = .count
    figure.unitStart = start
    figure.unitRange = start..<end
    figure.noun = figure.unitRange
    figure.range = figure.range.lowerBound..<end
    return true
  }

  /// Whether a figure is large enough for a unit that small numbers seldom count: 3000路.
  func isLarge(_ figure: Figure, _ numeral: Numeral) -> Bool {
    numeral.hasPower || !figure.value.isLess(than: Decimal(1000))
  }

  /// Whether a unit stands next to what it counts: 三面|锦旗, or at a clause's end 锦旗|三面.
  func isBeside(
    _ figure: Figure, _ rule: Unit, _ sentence: borrowing Sentence
  ) -> Bool {
    let start = figure.range.lowerBound
    let end = figure.range.upperBound
    // 二 counts nothing: 二期 is the second.
    guard !rule.beside.isEmpty, sentence[start] != "二" else { return false }
    if units.has(sentence[end], in: rule.beside) { return true }
    return units.has(sentence[start - 1], in: rule.beside)
      && (Clause.isBorder(sentence, at: end) || sentence[end] == "、"
        || sentence[end].digit == nil
          && !sentence[end].isHan)
  }

  /// Where the Chinese characters from `start` on end, and whether at a mark that ends what is counted.
  private func nounEnd(_ sentence: borrowing Sentence, from start: Int) -> (Int, Bool) {
    var p = start
    while sentence[p].isHan, !sentence.has(.trigger, at: p), p < start + 12 {
      switch sentence[p] {
      case "和", "及", "与", "等", "的", "是": return (p, p > start)
      default: break
      }
      // 十大湿地|全面建成
      if p > start + 1, let stop = stops.match(sentence, at: p), stop.value != PhraseBook.lookalike
      {
        return (p, stop.range.count > 1)
      }
      p += 1
    }
    switch sentence[p] {
    case "、", "“", "（", "：", "，", "。", "；", "！", "？", "\0": return (p, true)
    default: return (p, false)
    }
  }

  /// Whether a Chinese character that names no number (图3, 附件2, 双11) stands before a figure.
  func isNamed(_ sentence: borrowing Sentence, _ start: Int) -> Bool {
    guard sentence[start - 1].isHan else { return false }
    switch sentence[start - 1] {
    case "图", "表", "件", "注", "例", "题", "节", "章", "页", "款", "条", "编", "附", "第", "双", "号", "序", "线",
      "路", "型", "版", "类", "级", "档", "栋", "楼", "区", "段", "组", "班", "队", "前", "后", "每", "这", "那", "其":
      return false
    default: return true
    }
  }

  /// Whether a noun may begin so: not with what makes a place, a time or an order of the number.
  static func canBegin(_ first: Glyph, _ second: Glyph) -> Bool {
    switch first {
    case "每", "各", "某", "该", "本", "此", "这", "那", "其", "并", "且", "而", "或", "被", "把", "由", "从", "对",
      "向", "给", "让", "使", "未", "不",
      "无", "没", "有", "号", "月", "日", "时", "点", "分", "秒", "路", "级", "楼", "线", "版", "期", "届", "年", "周",
      "季", "型",
      "类",
      "位", "强", "比", "加", "减", "乘", "除", "前", "后", "上", "下", "中", "内", "外", "左", "右", "多", "余", "几",
      "折",
      "世", "字", "成", "倍", "以", "之", "至", "到", "为", "在", "将", "已", "都", "均", "也", "会", "区", "幅", "批",
      "家",
      "代", "精", "报", "召", "开", "大", "小", "力", "致":
      return false
    default: return HanNumeral.power(first) == nil && HanNumeral.digit(first) == nil && second.isHan
    }
  }
}
