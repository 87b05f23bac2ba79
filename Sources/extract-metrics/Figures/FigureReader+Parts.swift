// Quantities in two units: 1小时30分钟, 六斤八两, 两年零三个月, 三元五角. A whole and its parts make one figure:
//
//     parts of ten     in the whole's unit     3元5角 is 3.5元, 六斤八两 is 6.8斤
//     other parts      in the last unit        1小时30分钟 is 90分钟, 两年零三个月 is 27个月
//
// So the value is exact in both.

extension UnitBook {
  /// Whether a unit has parts.
  func hasParts(_ unit: Int) -> Bool { !parts[unit].isEmpty }

  /// How many of a part make one whole, or nil.
  func count(of part: Int, in whole: Int) -> Int? {
    parts[whole].last { $0.part == part }?.count
  }
}

extension FigureReader {
  /// Takes the parts that follow a whole into the figure.
  func readParts(_ sentence: borrowing Sentence, _ figure: inout Figure) {
    guard figure.form == .number, figure.sign == nil, let first = figure.unit,
      units.hasParts(first)
    else { return }
    // The unit that the value is in, and the last that was read.
    var scale = 0
    var whole = first
    while let unit = figure.unit {
      let end = figure.range.upperBound
      var start = sentence.skippingBlanks(end, most: 1)
      if sentence[start] == "零" || sentence[start] == "又" || sentence[start] == "〇" { start += 1 }
      var numeral = Numeral(end: start, value: .zero)
      guard
        sentence[start].digit != nil || HanNumeral.digit(sentence[start]) != nil
          || HanNumeral.power(sentence[start]) == 1,
        numerals.read(sentence, at: start, into: &numeral), numeral.upper == nil,
        let part = units.unit(sentence, at: numeral.end),
        let count = units.count(of: part.number, in: whole),
        numeral.value.isLess(than: Decimal(UInt128(count)))
      else { return }
      if let power = Self.power(of: count) {
        let size = numeral.value.scaled(by: -power - scale)
        guard let sum = figure.value.plus(size) else { return }
        figure.value.take(sum)
        scale += power
        figure.range = figure.range.lowerBound..<part.range.upperBound
        if unit == first, figure.unitRange.isEmpty { figure.unitStart = part.range.lowerBound }
      } else {
        guard scale == 0, let product = figure.value.times(count),
          let sum = product.plus(numeral.value)
        else { return }
        figure.value.take(sum)
        // 分 alone is a mark, but a time behind 小时.
        let kind = figure.kind
        set(&figure, part.number, from: part.range.lowerBound, to: part.range.upperBound)
        if figure.kind == .count { figure.kind = kind }
      }
      if let sign = numeral.sign { figure.sign = sign }
      whole = part.number
    }
  }

  /// The power of ten that a count is, or nil.
  private static func power(of count: Int) -> Int? {
    switch count {
    case 10: 1
    case 100: 2
    case 1000: 3
    default: nil
    }
  }
}
