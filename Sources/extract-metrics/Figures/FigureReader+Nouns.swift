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
    var (end, isWhole) = nounEnd(sentence, from: start)
    // 九大行业|中
    switch sentence[end - 1] {
    case "上", "中", "间", "里", "时": if end - start > 2 { end -= 1 }
    default: break
    }
    guard isWhole, end - start >= 2, end - start <= (isGreat ? 6 : 4),
      canBegin(sentence[start], sentence[start + 1])
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
    sentence[start - 1].isHan && !phrases.isA(.numbered, sentence[start - 1])
  }

  /// Whether a noun may begin so: not with what makes a place, a time or an order of the number.
  func canBegin(_ first: Glyph, _ second: Glyph) -> Bool {
    !phrases.isA(.unnamed, first) && HanNumeral.power(first) == nil
      && HanNumeral.digit(first) == nil && second.isHan
  }
}
