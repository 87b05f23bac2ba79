// Halves: 一半, 对折, 半小时, 半百元.

extension FigureReader {
  /// 一半, 对折, 半折: fifty per cent.
  func readOneHalf(
    _ sentence: borrowing Sentence, at i: Int, into figure: inout Figure
  ) -> Bool {
    switch sentence[i] {
    case "一":
      guard sentence[i + 1] == "半", units.unit(sentence, at: i + 2) == nil else { return false }
    case "对", "對", "半": guard sentence[i + 1] == "折" else { return false }
    default: return false
    }
    guard sentence[i - 1] != "另", sentence[i - 1] != "前" else { return false }
    figure = Figure(range: i..<(i + 2), unitStart: i + 2)
    figure.value = Decimal(50)
    figure.unit = percent
    figure.kind = .percent
    return true
  }

  /// 半小时, 半个月; 一半 and 对折 are words of their own.
  func readHalf(
    _ sentence: borrowing Sentence, at i: Int, into figure: inout Figure
  ) -> Reading {
    figure = Figure(range: i..<(i + 1), unitStart: i + 1)
    figure.value = Decimal(5, exponent: -1)
    // 半百元: fifty.
    if sentence[i + 1] == "百" {
      figure = Figure(range: i..<(i + 2), unitStart: i + 2)
      figure.value = Decimal(50)
    }
    let numeral = Numeral(end: figure.range.upperBound, value: figure.value)
    guard readUnit(sentence, &figure, numeral), let unit = figure.unit,
      !units[unit].isWeak || units[unit].factor != 1
    else { return .none(resume: numeral.end) }
    if units[unit].factor != 1 { multiply(&figure, by: units[unit], numeral) }
    if FalseFigure.refuses(figure, in: sentence, numeral, phrases) {
      return .none(resume: figure.range.upperBound)
    }
    return .figure
  }
}
