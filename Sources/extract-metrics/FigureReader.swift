/// What stands where a figure might start.
enum Reading {
  /// A figure.
  case figure(Figure)
  /// None; the next one can start here.
  case none(resume: Int)
}

/// Reads one figure: numeral or mask, what is added to it, and its unit.
struct FigureReader {
  /// The units.
  let units: UnitBook
  /// The numerals.
  let numerals: NumeralReader
  private let percent: Int?
  private let permille: Int?

  private let bases: Lexicon

  /// A reader with the units of a book, and the bases that may follow a slash.
  init(_ units: UnitBook, bases: Lexicon) {
    self.units = units
    self.bases = bases
    numerals = NumeralReader(units: units.lexicon)
    percent = units.lexicon.value(of: "%")
    permille = units.lexicon.value(of: "‰")
  }

  /// What starts at `i`, the end of the figure before being `floor`.
  func read(_ sentence: borrowing Sentence, at i: Int, floor: Int) -> Reading {
    if Mask.isStart(sentence[i]) || sentence[i].digit != nil,
      let mask = Mask(sentence, at: i)
    {
      return read(mask, in: sentence, at: i)
    }
    if let half = readOneHalf(sentence, at: i) { return .figure(half) }
    if sentence[i] == "半" { return readHalf(sentence, at: i) }
    let prefix = currency(sentence, before: i)
    if prefix == nil, let end = FalseFigure.codeEnd(sentence, at: i) { return .none(resume: end) }
    guard var numeral = numerals.read(sentence, at: i) else {
      return .none(resume: FalseFigure.digitsEnd(sentence, at: i))
    }
    var start = i
    if sentence[i - 1] == ".", !numeral.isHan, !numeral.hasPoint, !sentence[i - 2].isHan,
      !sentence[i - 2].isLetter, i - 1 >= floor
    {
      // .5元
      numeral.value = numeral.value.scaled(by: -numeral.digitCount)
      start = i - 1
    }
    if let end = FalseFigure.idiomEnd(sentence, at: i, numeral) { return .none(resume: end) }
    if let share = readShare(sentence, at: i, numeral) { return .figure(share) }
    if let quotient = readQuotient(sentence, at: i, numeral) { return .figure(quotient) }
    if let end = DateRule.end(sentence, at: i, numeral, numerals) { return .none(resume: end) }
    if let end = FalseFigure.runEnd(sentence, at: i, numeral) { return .none(resume: end) }
    var figure = Figure(range: start..<numeral.end, unitStart: numeral.end)
    figure.value = numeral.value
    figure.sign = numeral.isSurplus ? .more : nil
    if let upper = numeral.upper {
      figure.form = .range
      figure.other = upper
    }
    let hasUnit = readUnit(sentence, &figure, numeral)
    if readUpperEnd(sentence, &figure, numeral, hasUnit: hasUnit) {
      return finish(figure, in: sentence, numeral, prefix)
    }
    if hasUnit { readRest(sentence, &figure) }
    return finish(figure, in: sentence, numeral, prefix, hasUnit: hasUnit)
  }

  private func finish(
    _ read: Figure, in sentence: borrowing Sentence, _ numeral: Numeral,
    _ prefix: (range: Range<Int>, number: Int)?, hasUnit: Bool = true
  ) -> Reading {
    var figure = read
    let resume = figure.range.upperBound
    if !hasUnit {
      guard let prefix else {
        // 投资2.5亿: nothing but the number, in a place where only a number can stand.
        let next = sentence[resume]
        guard !numeral.isHan, numeral.hasPower, !next.isHan || next == "的" || next == "以",
          !next.isLetter, next.digit == nil
        else { return .none(resume: resume) }
        figure.range = negated(sentence, &figure)..<resume
        return .figure(figure)
      }
      figure.unit = prefix.number
      figure.kind = units[prefix.number].kind
      figure.unitStart = resume
      figure.range = prefix.range.lowerBound..<resume
      return .figure(figure)
    }
    figure.range = negated(sentence, &figure)..<resume
    if let unit = figure.unit {
      let rule = units[unit]
      // 1.2企业文化 at the start of a line is the number of a heading.
      if rule.isWeak, rule.kind == .count, !numeral.isHan,
        sentence.opensLine(figure.range.lowerBound)
      {
        return .none(resume: numeral.end)
      }
      guard !rule.isWeak || !numeral.isHan || numeral.hasPower || numeral.hasPoint else {
        return .none(resume: resume)
      }
      if rule.factor != 1 { multiply(&figure, by: rule, numeral) }
    }
    if FalseFigure.refuses(figure, in: sentence, numeral) { return .none(resume: resume) }
    return .figure(figure)
  }

  private func multiply(_ figure: inout Figure, by rule: Unit, _ numeral: Numeral) {
    // 七五折 and 75折 name hundredths, 九折 tenths.
    if rule.factor == 10, numeral.isString || numeral.digitCount == 2 && !numeral.hasPoint,
      figure.value.isLess(than: Decimal(100)), !figure.value.isLess(than: Decimal(11))
    {
      return
    }
    figure.value = figure.value.times(rule.factor) ?? figure.value
    figure.other = figure.other.times(rule.factor) ?? figure.other
  }

  /// Takes a minus before the figure into it.
  private func negated(_ sentence: borrowing Sentence, _ figure: inout Figure) -> Int {
    let start = figure.range.lowerBound
    var p = start - 1
    if sentence[p] == " " { p -= 1 }
    switch sentence[p] {
    case "负", "負":
      switch sentence[p - 1] {
      case "抱", "担", "擔", "肩", "辜", "自", "胜", "欺", "背": return start
      default: break
      }
    case "-", "－", "−":
      guard p == start - 1, sentence[p - 1].digit == nil, !sentence[p - 1].isLetter,
        sentence[p - 1] != "-", sentence[p - 1] != "%"
      else { return start }
    default: return start
    }
    figure.value.isNegative = true
    return p
  }

  private func currency(
    _ sentence: borrowing Sentence, before i: Int
  ) -> (range: Range<Int>, number: Int)? {
    let end = sentence[i - 1] == " " ? i - 1 : i
    guard let match = units.prefixes.match(sentence, endingAt: end),
      !sentence[match.range.lowerBound - 1].isLetter || !sentence[match.range.lowerBound].isLetter
    else { return nil }
    return (match.range, match.value)
  }

  /// Reads the unit after the numeral, blanks between them allowed.
  func readUnit(
    _ sentence: borrowing Sentence, _ figure: inout Figure, _ numeral: Numeral
  ) -> Bool {
    let start = sentence.skippingBlanks(figure.range.upperBound)
    guard let unit = units.unit(sentence, at: start, afterDigits: !numeral.isHan) else {
      return false
    }
    // 一千克 is a kilogram; 一千个 is a thousand; the reader has left the first 千 to the unit.
    figure.unitStart = start
    figure.unit = unit.number
    figure.kind = units[unit.number].kind
    figure.range = figure.range.lowerBound..<unit.range.upperBound
    return true
  }

  /// What can follow the unit: 半, 多 before a second unit, a slash and another unit.
  private func readRest(_ sentence: borrowing Sentence, _ figure: inout Figure) {
    var end = figure.range.upperBound
    let isGe = sentence[end - 1] == "个" || sentence[end - 1] == "個"
    if readTenths(sentence, &figure) { return }
    switch sentence[end] {
    case "半":
      if isGe, sentence[end + 1] == "天" {
        // 3个半天 are three times half a day.
        figure.unit = nil
        figure.kind = .duration
        figure.unitRange = end..<(end + 2)
        figure.range = figure.range.lowerBound..<(end + 2)
      } else if isGe, let unit = units.unit(sentence, at: end + 1) {
        add(half: &figure)
        set(&figure, unit.number, from: end + 1, to: unit.range.upperBound)
      } else if isGe, sentence[end + 1] == "月", let unit = units.lexicon.value(of: "个月") {
        add(half: &figure)
        set(&figure, unit, from: end + 1, to: end + 2)
      } else if figure.kind == .duration || figure.kind == .measure
        || (isGe && !sentence[end + 1].isHan)
      {
        add(half: &figure)
        figure.range = figure.range.lowerBound..<(end + 1)
      }
    case "多", "余":
      if isGe, sentence[end + 1] == "月", let unit = units.lexicon.value(of: "个月") {
        set(&figure, unit, from: end - 1, to: end + 2)
        figure.sign = .more
      } else if isGe, let unit = units.unit(sentence, at: end + 1),
        units[unit.number].kind == .duration
      {
        set(&figure, unit.number, from: end + 1, to: unit.range.upperBound)
        figure.sign = .more
      }
    default: break
    }
    end = figure.range.upperBound
    while Self.isPer(sentence[end], first: figure.unit != nil) {
      let base =
        units.unit(sentence, at: end + 1)?.range.upperBound
        ?? bases.match(sentence, at: end + 1)?.range.upperBound
      guard let base else { return }
      figure.unitRange = figure.unitStart..<base
      figure.unit = nil
      figure.range = figure.range.lowerBound..<base
      end = base
    }
  }

  /// Whether a mark leads to what a unit is counted by: 元/人, 元/生•年.
  private static func isPer(_ glyph: Glyph, first: Bool) -> Bool {
    switch glyph {
    case "/", "／": true
    case "•", "·": !first
    default: false
    }
  }

  /// Takes smaller units that belong to the figure: 七成六, 三成半, 3元5角, 50元6角3分, 三米九.
  private func readTenths(_ sentence: borrowing Sentence, _ figure: inout Figure) -> Bool {
    guard figure.form == .number else { return false }
    let end = figure.range.upperBound
    switch sentence[end - 1] {
    case "成":
      let p = sentence.skippingBlanks(end, most: 1)
      let tenths = sentence[p] == "半" ? 5 : HanNumeral.digit(sentence[p])
      guard let tenths, HanNumeral.power(sentence[p + 1]) == nil, sentence[p + 1] != "是",
        sentence[p + 1] != "、", units.unit(sentence, at: p + 1) == nil
      else { return false }
      take(Decimal(UInt128(tenths), exponent: -1), to: p + 1, &figure)
      return true
    case "米":
      // 三米九
      guard sentence[end - 2] != "方",
        let digit = sentence[end].digit ?? HanNumeral.digit(sentence[end]),
        !sentence[end + 1].isHan, sentence[end + 1].digit == nil
      else { return false }
      take(Decimal(UInt128(digit), exponent: -1), to: end + 1, &figure)
      return true
    case "元", "块":
      guard figure.kind == .money, let dimes = small(sentence, at: end, "角", "毛") else {
        return false
      }
      take(dimes.value.scaled(by: -1), to: dimes.end, &figure)
      if let cents = small(sentence, at: dimes.end, "分", "分") {
        take(cents.value.scaled(by: -2), to: cents.end, &figure)
      }
      return true
    default: return false
    }
  }

  private func take(_ part: Decimal, to end: Int, _ figure: inout Figure) {
    figure.value = figure.value.plus(part) ?? figure.value
    figure.range = figure.range.lowerBound..<end
  }

  /// One digit and a unit.
  private func small(
    _ sentence: borrowing Sentence, at i: Int, _ unit: Glyph, _ other: Glyph
  ) -> (value: Decimal, end: Int)? {
    guard let digit = sentence[i].digit ?? HanNumeral.digit(sentence[i]),
      sentence[i + 1] == unit || sentence[i + 1] == other
    else { return nil }
    return (Decimal(UInt128(digit)), i + 2)
  }

  private func set(_ figure: inout Figure, _ unit: Int, from start: Int, to end: Int) {
    figure.unit = unit
    figure.kind = units[unit].kind
    figure.unitStart = start
    figure.range = figure.range.lowerBound..<end
  }

  private func add(half figure: inout Figure) {
    figure.value = figure.value.plus(Decimal(5, exponent: -1)) ?? figure.value
  }

  /// 5%—6%, 3至5个: reads the other end of a range; false where there is none.
  private func readUpperEnd(
    _ sentence: borrowing Sentence, _ figure: inout Figure, _ numeral: Numeral, hasUnit: Bool
  ) -> Bool {
    guard figure.form == .number, let start = RangeRule.other(sentence, after: figure) else {
      return false
    }
    guard let upper = numerals.read(sentence, at: start), upper.upper == nil else { return false }
    var other = Figure(range: start..<upper.end, unitStart: upper.end)
    other.value = upper.value
    guard readUnit(sentence, &other, upper), !hasUnit || other.unit == figure.unit else {
      return false
    }
    readRest(sentence, &other)
    var lower = figure.value
    if !hasUnit, !numeral.hasPower, upper.scale > 0,
      lower.scaled(by: upper.scale).isLess(than: upper.value)
    {
      lower = lower.scaled(by: upper.scale)
    }
    guard lower.isLess(than: other.value) else { return false }
    figure.form = .range
    figure.value = lower
    figure.other = other.value
    figure.unit = other.unit
    figure.unitRange = other.unitRange
    figure.kind = other.kind
    figure.unitStart = other.unitStart
    figure.range = figure.range.lowerBound..<other.range.upperBound
    figure.sign = figure.sign ?? (upper.isSurplus ? .more : nil)
    return true
  }

  /// 百分之五, 三分之一, 一又二分之一.
  private func readShare(
    _ sentence: borrowing Sentence, at i: Int, _ first: Numeral
  ) -> Figure? {
    var whole: Numeral?
    var lower = first
    let joint = sentence.skippingBlanks(lower.end, most: 2)
    if sentence[joint] == "又",
      let next = numerals.read(sentence, at: sentence.skippingBlanks(joint + 1, most: 2))
    {
      whole = first
      lower = next
    }
    guard let start = shareStart(sentence, after: lower.end),
      let upper = numerals.read(sentence, at: start), upper.upper == nil
    else { return nil }
    var figure = Figure(range: i..<upper.end, unitStart: upper.end)
    figure.kind = .percent
    figure.sign = upper.isSurplus ? .more : nil
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
    if let whole {
      guard let product = whole.value.product(lower.value), let sum = product.plus(upper.value)
      else { return nil }
      figure.value.take(sum)
    }
    return figure
  }

  /// 3/4亩: two whole numbers, a slash and a unit.
  private func readQuotient(
    _ sentence: borrowing Sentence, at i: Int, _ first: Numeral
  ) -> Figure? {
    guard !first.isHan, !first.hasPoint, first.digitCount < 3, sentence[first.end] == "/",
      let second = numerals.read(sentence, at: first.end + 1), !second.isHan, !second.hasPoint,
      second.digitCount < 3, let unit = units.unit(sentence, at: second.end)
    else { return nil }
    var figure = Figure(range: i..<second.end, unitStart: second.end)
    figure.form = .fraction
    figure.value = first.value
    figure.other = second.value
    figure.range = negated(sentence, &figure)..<second.end
    set(&figure, unit.number, from: second.end, to: unit.range.upperBound)
    return figure
  }

  private func shareStart(_ sentence: borrowing Sentence, after end: Int) -> Int? {
    var p = sentence.skippingBlanks(end)
    guard sentence[p] == "分" else { return nil }
    p = sentence.skippingBlanks(p + 1)
    guard sentence[p] == "之" else { return nil }
    return sentence.skippingBlanks(p + 1)
  }

  /// 一半, 对折: fifty per cent.
  private func readOneHalf(_ sentence: borrowing Sentence, at i: Int) -> Figure? {
    switch sentence[i] {
    case "一":
      guard sentence[i + 1] == "半", units.unit(sentence, at: i + 2) == nil else { return nil }
    case "对", "對": guard sentence[i + 1] == "折" else { return nil }
    default: return nil
    }
    guard sentence[i - 1] != "另", sentence[i - 1] != "了", sentence[i - 1] != "前" else { return nil }
    var figure = Figure(range: i..<(i + 2), unitStart: i + 2)
    figure.value = Decimal(50)
    figure.unit = percent
    figure.kind = .percent
    return figure
  }

  /// 半小时, 半个月; 一半 and 对折 are words of their own.
  private func readHalf(_ sentence: borrowing Sentence, at i: Int) -> Reading {
    var figure = Figure(range: i..<(i + 1), unitStart: i + 1)
    figure.value = Decimal(5, exponent: -1)
    let numeral = Numeral(end: i + 1, value: figure.value)
    guard readUnit(sentence, &figure, numeral), let unit = figure.unit,
      !units[unit].isWeak || units[unit].factor != 1
    else { return .none(resume: i + 1) }
    if units[unit].factor != 1 { multiply(&figure, by: units[unit], numeral) }
    if FalseFigure.refuses(figure, in: sentence, numeral) {
      return .none(resume: figure.range.upperBound)
    }
    return .figure(figure)
  }

  /// A mask and its unit, where both stand as figures do.
  private func read(_ mask: Mask, in sentence: borrowing Sentence, at i: Int) -> Reading {
    let start = sentence.skippingBlanks(mask.end)
    guard let unit = units.unit(sentence, at: start),
      mask.isFigure(in: sentence, units[unit.number], unit.range)
    else { return .none(resume: mask.end) }
    var figure = Figure(range: i..<unit.range.upperBound, unitStart: start)
    figure.form = .mask
    figure.mask = mask.range
    figure.unit = unit.number
    figure.kind = units[unit.number].kind
    figure.sign = mask.isSurplus ? .more : nil
    return .figure(figure)
  }
}
