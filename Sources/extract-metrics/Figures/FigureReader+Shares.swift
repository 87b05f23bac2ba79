// Parts of a whole: 百分之五, 三分之一, 3/4亩, 1/3.

extension FigureReader {
  /// 百分之五, 三分之一, 一又二分之一.
  func readShare(
    _ sentence: borrowing Sentence, at i: Int, _ first: Numeral, into figure: inout Figure
  ) -> Bool {
    let joint = sentence.skippingBlanks(first.end, most: 2)
    guard sentence[joint] == "分" || sentence[joint] == "又" || sentence[joint].isBlank else {
      return false
    }
    var whole: Numeral?
    var lower = first
    if sentence[joint] == "又",
      let next = numerals.read(sentence, at: sentence.skippingBlanks(joint + 1, most: 2))
    {
      whole = first
      lower = next
    }
    guard let start = shareStart(sentence, after: lower.end),
      let upper = numerals.read(sentence, at: start), upper.upper == nil
    else { return false }
    figure = Figure(range: i..<upper.end, unitStart: upper.end)
    figure.kind = .percent
    figure.sign = upper.sign
    figure.value = upper.value
    figure.range = negated(sentence, &figure)..<upper.end
    if let unit = units.unit(sentence, at: upper.end),
      [.money, .measure, .duration].contains(units[unit.number].kind)
    {
      // 三分之二亩: a part of a unit.
      figure.form = .fraction
      figure.other = lower.value
      set(&figure, unit.number, from: upper.end, to: unit.range.upperBound)
    } else if whole == nil, lower.value == Decimal(1, exponent: 2) {
      figure.unit = percent
    } else if whole == nil, lower.value == Decimal(1, exponent: 3) {
      figure.unit = permille
    } else {
      figure.form = .fraction
      figure.other = lower.value
    }
    if figure.form == .number, figure.unit == percent { readUpperShare(sentence, &figure) }
    if let whole {
      guard let product = whole.value.product(lower.value), let sum = product.plus(upper.value)
      else { return false }
      figure.value.take(sum)
    }
    return true
  }

  /// 百分之五至十, 百分之五到百分之十: takes the other end of a range of shares.
  private func readUpperShare(_ sentence: borrowing Sentence, _ figure: inout Figure) {
    guard var start = RangeRule.other(sentence, after: figure) else { return }
    if let hundred = numerals.read(sentence, at: start), hundred.value == Decimal(1, exponent: 2),
      let share = shareStart(sentence, after: hundred.end)
    {
      start = share
    }
    guard let upper = numerals.read(sentence, at: start), upper.upper == nil,
      figure.value.isLess(than: upper.value),
      units.unit(sentence, at: sentence.skippingBlanks(upper.end)) == nil
    else { return }
    figure.form = .range
    figure.other = upper.value
    figure.range = figure.range.lowerBound..<upper.end
    figure.unitStart = upper.end
  }

  /// 2^10个, 10^4立方米: a number times itself, and a unit.
  func readPower(
    _ sentence: borrowing Sentence, at i: Int, _ base: Numeral, into figure: inout Figure
  ) -> Bool {
    guard !base.isHan, sentence[base.end] == "^" else { return false }
    var p = base.end + 1
    var isInverse = false
    while sentence[p] == "-", p < base.end + 3 {
      isInverse.toggle()
      p += 1
    }
    guard let exponent = numerals.read(sentence, at: p), !exponent.isHan, !exponent.hasPoint,
      exponent.digitCount < 3, let unit = units.unit(sentence, at: exponent.end),
      let power = base.value.power(exponent.value)
    else { return false }
    figure = Figure(range: i..<exponent.end, unitStart: exponent.end)
    figure.value = isInverse ? Decimal(1) : power
    if isInverse {
      figure.form = .fraction
      figure.other = power
    }
    figure.range = negated(sentence, &figure)..<exponent.end
    set(&figure, unit.number, from: exponent.end, to: unit.range.upperBound)
    return true
  }

  /// 3/4亩, 占1/3: two whole numbers, a slash, and a unit or what makes a share of them.
  func readQuotient(
    _ sentence: borrowing Sentence, at i: Int, _ first: Numeral, into figure: inout Figure
  ) -> Bool {
    if readRate(sentence, at: i, first, into: &figure) { return true }
    guard !first.isHan, !first.hasPoint, first.digitCount < 3, sentence[first.end] == "/",
      let second = numerals.read(sentence, at: first.end + 1), !second.isHan, !second.hasPoint,
      second.digitCount < 3
    else { return false }
    figure = Figure(range: i..<second.end, unitStart: second.end)
    figure.form = .fraction
    figure.value = first.value
    figure.other = second.value
    // 自9/10起: what is counted comes whole.
    if let unit = units.unit(sentence, at: second.end), units[unit.number].kind != .count {
      figure.range = negated(sentence, &figure)..<second.end
      set(&figure, unit.number, from: second.end, to: unit.range.upperBound)
      return true
    }
    figure.kind = .percent
    guard first.value.isLess(than: second.value) else { return false }
    // 1/3的党员, 全年支出的1/3; 11/12的 may be a day.
    let isSmall = second.digitCount == 1
    if isSmall, sentence[second.end] == "的" { return true }
    return isShare(sentence, figure.range, isPart: isSmall && sentence[i - 1] == "的")
  }

  /// 506.59/10万: so many in a power of ten, which with its slash is the unit.
  private func readRate(
    _ sentence: borrowing Sentence, at i: Int, _ first: Numeral, into figure: inout Figure
  ) -> Bool {
    guard !first.isHan, !first.hasPower, sentence[first.end] == "/" || sentence[first.end] == "／",
      let base = numerals.read(sentence, at: first.end + 1), base.upper == nil, base.sign == nil,
      base.hasPower || first.hasPoint,
      [4, 5, 6].contains(where: { base.value.isEqual(to: Decimal(1, exponent: $0)) })
    else { return false }
    figure = Figure(range: i..<base.end, unitStart: first.end)
    figure.value = first.value
    figure.kind = .percent
    figure.unitRange = first.end..<base.end
    // 3.2/10万人
    if sentence[base.end] == "人" {
      figure.unitRange = first.end..<(base.end + 1)
      figure.range = i..<(base.end + 1)
    }
    return true
  }

  /// Whether a proper fraction is a share and no date: 占1/3, 约2/3的企业, 1/4以上.
  ///
  /// A part of something, with 的 before it, needs nothing else.
  private func isShare(
    _ sentence: borrowing Sentence, _ fraction: Range<Int>, isPart: Bool
  ) -> Bool {
    let next = sentence[fraction.upperBound]
    guard next.digit == nil, !next.isLetter, next != "/", next != ".", next != "-" else {
      return false
    }
    if isPart { return true }
    var start = fraction.lowerBound
    if sentence[start - 1].isBlank { start -= 1 }
    if let sign = signsBefore.match(sentence, endingAt: start), sign.value != PhraseBook.lookalike {
      return true
    }
    // 占, 占到, 占了, 占比, 达, 达到
    var verb = start - 1
    if ["到", "了", "比"].contains(sentence[verb]) { verb -= 1 }
    if sentence[verb] == "占" || sentence[verb] == "达" { return true }
    // 12/25前后 and 9/10起 are times.
    guard next == "以" || next == "左" else { return false }
    return signsAfter.match(sentence, at: fraction.upperBound) != nil
  }

  /// Where the upper part of a share starts, behind 分之.
  func shareStart(_ sentence: borrowing Sentence, after end: Int) -> Int? {
    var p = sentence.skippingBlanks(end)
    guard sentence[p] == "分" else { return nil }
    p = sentence.skippingBlanks(p + 1)
    guard sentence[p] == "之" else { return nil }
    return sentence.skippingBlanks(p + 1)
  }
}
