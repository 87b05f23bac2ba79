// Both ends of a range: 5%—6%, 3至5个.

extension FigureReader {
  /// 5%—6%, 3至5个: reads the other end of a range; false where there is none.
  func readUpperEnd(
    _ sentence: borrowing Sentence, _ figure: inout Figure, _ numeral: Numeral, hasUnit: Bool
  ) -> Bool {
    guard figure.form == .number, let start = RangeRule.other(sentence, after: figure) else {
      return false
    }
    var upper = Numeral(end: start, value: .zero)
    guard numerals.read(sentence, at: start, into: &upper), upper.upper == nil else { return false }
    var other = Figure(range: start..<upper.end, unitStart: upper.end)
    other.value = upper.value
    guard readUnit(sentence, &other, upper) else { return false }
    readParts(sentence, &other)
    readRest(sentence, &other)
    guard !hasUnit || other.unit == figure.unit else { return false }
    var lower = figure.value
    if !hasUnit, !numeral.hasPower, upper.scale > 0,
      lower.scaled(by: upper.scale).isLess(than: upper.value)
    {
      lower = lower.scaled(by: upper.scale)
    }
    guard lower.isLess(than: other.value) else { return false }
    // 增加12亿元至85亿元: nobody gives a range so wide.
    if hasUnit, figure.kind != .percent, let least = lower.times(4),
      least.isLess(than: other.value),
      RangeRule.isStep(sentence, before: figure.range.lowerBound)
    {
      return false
    }
    figure.form = .range
    figure.value = lower
    figure.other = other.value
    figure.unit = other.unit
    figure.unitRange = other.unitRange
    figure.kind = other.kind
    figure.unitStart = other.unitStart
    figure.range = figure.range.lowerBound..<other.range.upperBound
    figure.sign = figure.sign ?? upper.sign
    return true
  }
}
