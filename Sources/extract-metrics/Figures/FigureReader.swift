/// What stands where a figure might start.
enum Reading {
  /// A figure.
  case figure
  /// None; the next one can start here.
  case none(resume: Int)
}

/// Reads one figure: numeral or mask, what is added to it, and its unit.
struct FigureReader: ~Copyable {
  /// The units.
  let units: UnitBook
  /// The numerals.
  let numerals: NumeralReader
  /// The number of %.
  let percent: Int?
  /// The number of ‰.
  let permille: Int?
  /// The number of 元.
  let yuan: Int?

  /// The words.
  let phrases: PhraseBook
  /// What may follow a slash.
  var bases: Lexicon { phrases.rates }
  /// Where a noun that is counted ends.
  var stops: Lexicon { phrases.labelStop }
  /// Words that only begin like a figure or its half: 半径.
  var notFigures: Lexicon { phrases.notFigures }
  /// What mottoes count.
  var mottoes: Lexicon { phrases.mottoes }
  /// Qualifiers before a figure.
  var signsBefore: Lexicon { phrases.signsBefore }
  /// Qualifiers behind one.
  var signsAfter: Lexicon { phrases.signsAfter }

  /// A reader with the units and the words of books.
  init(_ units: UnitBook, _ phrases: PhraseBook) {
    self.units = units
    self.phrases = phrases
    yuan = units.lexicon.value(of: "元")
    numerals = NumeralReader(units: units.lexicon, phrases: phrases)
    percent = units.lexicon.value(of: "%")
    permille = units.lexicon.value(of: "‰")
  }

  /// Reads what starts at `i` into `figure`, the end of the figure before being `floor`.
  func read(
    _ sentence: borrowing Sentence, at i: Int, floor: Int, into figure: inout Figure
  ) -> Reading {
    let glyph = sentence[i]
    if Mask.isStart(glyph) || glyph.digit != nil, let mask = Mask(sentence, at: i) {
      return read(mask, in: sentence, at: i, into: &figure)
    }
    if readOneHalf(sentence, at: i, into: &figure) { return .figure }
    if glyph == "半" { return readHalf(sentence, at: i, into: &figure) }
    let prefix = currency(sentence, before: i, floor: floor)
    if prefix == nil, let end = FalseFigure.codeEnd(sentence, at: i) { return .none(resume: end) }
    var numeral = Numeral(end: i, value: .zero)
    guard numerals.read(sentence, at: i, into: &numeral) else {
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
    if readShare(sentence, at: i, numeral, into: &figure) { return .figure }
    if readQuotient(sentence, at: i, numeral, into: &figure) { return .figure }
    if readPower(sentence, at: i, numeral, into: &figure) { return .figure }
    if let end = DateRule.end(sentence, at: i, numeral, numerals) { return .none(resume: end) }
    if let end = FalseFigure.runEnd(sentence, at: i, numeral) { return .none(resume: end) }
    if FalseFigure.isBuilding(sentence[numeral.end]),
      let end = FalseFigure.addressEnd(sentence, at: numeral.end)
    {
      return .none(resume: end)
    }
    figure = Figure(range: start..<numeral.end, unitStart: numeral.end)
    figure.value = numeral.value
    figure.sign = numeral.sign
    if let upper = numeral.upper {
      figure.form = .range
      figure.other = upper
    }
    let hasUnit = readUnit(sentence, &figure, numeral)
    if readUpperEnd(sentence, &figure, numeral, hasUnit: hasUnit) {
      return finish(&figure, in: sentence, numeral, prefix)
    }
    if hasUnit {
      let end = figure.range.upperBound
      readParts(sentence, &figure)
      readRest(sentence, &figure)
      // 五块六到五块七毛八
      if figure.range.upperBound > end {
        _ = readUpperEnd(sentence, &figure, numeral, hasUnit: true)
      }
    }
    let isNamed = !hasUnit && prefix == nil && readNoun(sentence, &figure, numeral)
    return finish(&figure, in: sentence, numeral, prefix, hasUnit: hasUnit || isNamed)
  }

  private func finish(
    _ figure: inout Figure, in sentence: borrowing Sentence, _ numeral: Numeral,
    _ prefix: (range: Range<Int>, number: Int)?, hasUnit: Bool = true
  ) -> Reading {
    let resume = figure.range.upperBound
    if !hasUnit {
      guard let prefix else {
        guard isAlone(sentence, resume, numeral) || isLevel(sentence, figure, numeral) else {
          return .none(resume: resume)
        }
        figure.range = negated(sentence, &figure)..<resume
        return .figure
      }
      figure.unit = prefix.number
      figure.kind = units[prefix.number].kind
      figure.unitStart = resume
      figure.range = prefix.range.lowerBound..<resume
      return .figure
    }
    figure.range = negated(sentence, &figure)..<resume
    if let unit = figure.unit {
      let rule = units[unit]
      // 1.2企业文化 at the start of a line is the number of a heading.
      if rule.isWeak, rule.kind == .count, !numeral.isHan,
        sentence.opensLine(figure.range.lowerBound), sentence[figure.range.upperBound].isHan
      {
        return .none(resume: numeral.end)
      }
      // 211工程, 305会议室: a noun right behind three digits has a number for a name.
      if rule.needsNeighbour {
        guard isLarge(figure, numeral) || isBeside(figure, rule, sentence) else {
          return .none(resume: resume)
        }
      } else if !rule.takesMasks, numeral.digitCount > 2, !numeral.hasPower, !numeral.isGrouped {
        return .none(resume: resume)
      }
      // 三小时五分: a part counts where its whole does.
      let isPart = figure.unitStart > sentence.skippingBlanks(numeral.end)
      guard
        !rule.isWeak || !numeral.isHan || numeral.hasPower || numeral.hasPoint || isPart
          || isBeside(figure, rule, sentence)
      else {
        return .none(resume: resume)
      }
      if rule.factor != 1 { multiply(&figure, by: rule, numeral) }
    }
    if FalseFigure.refuses(figure, in: sentence, numeral, phrases)
      || isMotto(figure, sentence, numeral)
    {
      return .none(resume: resume)
    }
    return .figure
  }

  /// 五个坚持, 四个到位: a small number of what mottoes count, and nothing behind it.
  private func isMotto(
    _ figure: Figure, _ sentence: borrowing Sentence, _ numeral: Numeral
  ) -> Bool {
    let end = figure.range.upperBound
    guard numeral.isHan, figure.form == .number, sentence[end - 1] == "个",
      figure.value.isLess(than: Decimal(20)), let motto = mottoes.match(sentence, at: end)
    else { return false }
    return !sentence[motto.range.upperBound].isHan
  }

  /// Whether a number without a unit states a figure where it ends: 投资2.5亿, 420万困难群众.
  private func isAlone(
    _ sentence: borrowing Sentence, _ end: Int, _ numeral: Numeral
  ) -> Bool {
    guard !numeral.isHan, numeral.hasPower else { return false }
    let next = sentence[end]
    if !next.isHan { return !next.isLetter && next.digit == nil }
    if next == "的" || next == "以" { return true }
    // Only from 万 on: 3千 and 5百 begin names.
    guard numeral.scale >= 4, !sentence.has(.trigger, at: end) else { return false }
    // 100万大学生, but not 3万大关.
    if next == "大" {
      return sentence[end + 1] == "学" || sentence[end + 1] == "病" || sentence[end + 1] == "众"
    }
    return !phrases.isA(.grades, next)
  }

  /// Whether a bare power of ten ends its clause behind a word that says it is reached: 逾千万, 破亿.
  private func isLevel(
    _ sentence: borrowing Sentence, _ figure: Figure, _ numeral: Numeral
  ) -> Bool {
    numeral.isBare && !figure.value.isLess(than: Decimal(1, exponent: 4))
      && HanNumeral.isReached(behind: sentence[figure.range.lowerBound - 1])
      && (Clause.isBorder(sentence, at: figure.range.upperBound)
        || sentence[figure.range.upperBound] == "、")
  }

  /// Counts in what a unit stands for: 成 and 折 are tenths, 打 a dozen.
  func multiply(_ figure: inout Figure, by rule: Unit, _ numeral: Numeral) {
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
  func negated(_ sentence: borrowing Sentence, _ figure: inout Figure) -> Int {
    let start = figure.range.lowerBound
    var p = start - 1
    if sentence[p] == " " { p -= 1 }
    switch sentence[p] {
    case "下":
      // 零下5度
      guard sentence[p - 1] == "零",
        sentence[figure.range.upperBound - 1] == "度"
          || sentence[figure.range.upperBound - 1] == "℃"
      else { return start }
      p -= 1
    case "负", "負":
      switch sentence[p - 1] {
      case "抱", "担", "擔", "肩", "辜", "自", "胜", "欺", "背", "减", "減", "增": return start
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
    _ sentence: borrowing Sentence, before i: Int, floor: Int
  ) -> (range: Range<Int>, number: Int)? {
    let end = sentence[i - 1] == " " ? i - 1 : i
    guard let match = units.prefixes.match(sentence, endingAt: end, floor: floor),
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
    // 四大|板块, 12|企业
    let isGreat = sentence[start] == "大"
    if unit.range.count > 1, isGreat || !units[unit.number].takesMasks {
      figure.noun = (isGreat ? start + 1 : start)..<unit.range.upperBound
    }
    return true
  }

  /// Gives a figure its unit, which ends it.
  func set(_ figure: inout Figure, _ unit: Int, from start: Int, to end: Int) {
    figure.unit = unit
    figure.kind = units[unit].kind
    figure.unitStart = start
    figure.range = figure.range.lowerBound..<end
  }

  /// Adds one half: 两年半.
  func add(half figure: inout Figure) {
    figure.value = figure.value.plus(Decimal(5, exponent: -1)) ?? figure.value
  }

  /// A mask and its unit, where both stand as figures do.
  private func read(
    _ mask: Mask, in sentence: borrowing Sentence, at i: Int, into figure: inout Figure
  ) -> Reading {
    let start = sentence.skippingBlanks(mask.end)
    guard let unit = units.unit(sentence, at: start),
      mask.isFigure(in: sentence, units[unit.number], unit.range)
    else { return .none(resume: mask.end) }
    figure = Figure(range: i..<unit.range.upperBound, unitStart: start)
    figure.form = .mask
    figure.mask = mask.range
    figure.unit = unit.number
    figure.kind = units[unit.number].kind
    figure.sign = mask.isSurplus ? .more : nil
    return .figure
  }
}
