// A numeral as reports write it, read from left to right:
//
//     numeral  = sum [surplus multiplier…]              30  1,200.5  3.5亿  二十多万  一百零三万五千
//     sum      = part…                                  each part a coefficient and a power of ten
//     vague    = (几 | 数) multiplier… | 十几            几十  数百  十几万
//     pair     = two digits that follow each other      三四十  五六百  两三
//     string   = three or more Chinese digits            二〇二五
//
// A last digit without a power takes the place under the one before it: 13万2 is 132000, 两千三百五 is 2350.

/// A number read from a sentence.
struct Numeral {
  /// Where it ends.
  var end: Int
  /// The number, or the lower end of a pair.
  var value: Decimal
  /// The upper end of a pair (两三, 五六十).
  var upper: Decimal?
  /// What it says of itself inside: more by 余, 多, 几 and 数, about by 来.
  var sign: Sign?
  /// Whether it holds no ASCII or full-width digit.
  var isHan = true
  /// Whether it is nothing but powers of ten from 百 up (百万, 千).
  var isBare = false
  /// Whether it is a row of Chinese digits without powers (二〇二五).
  var isString = false
  /// How many ASCII or full-width digits stand before its first point or power.
  var digitCount = 0
  /// Whether digits are grouped in thousands.
  var isGrouped = false
  /// Whether it has a decimal part.
  var hasPoint = false
  /// Whether it has a power of ten.
  var hasPower = false
  /// The powers of ten that follow Arabic digits, together: 8 for 亿.
  var scale = 0
}

/// Reads numerals; it knows the units that begin like a power of ten (千克, 百分点).
struct NumeralReader: ~Copyable {
  /// The units, for the places where 千 begins one.
  let units: Lexicon
  /// The words.
  let phrases: PhraseBook

  /// The numeral that starts at `i`, or nil.
  func read(_ sentence: borrowing Sentence, at i: Int) -> Numeral? {
    var numeral = Numeral(end: i, value: .zero)
    return read(sentence, at: i, into: &numeral) ? numeral : nil
  }

  /// Reads the numeral that starts at `i` into a fresh one; false where none does.
  func read(_ sentence: borrowing Sentence, at i: Int, into numeral: inout Numeral) -> Bool {
    switch sentence[i] {
    case "几", "幾", "数", "數":
      if sentence[i] == "数" || sentence[i] == "數",
        endsNoun(sentence[i - 1])
      {
        return false
      }
      if readVague(sentence, at: i, into: &numeral) { return true }
    default: break
    }
    var sum = NumeralSum()
    guard scan(sentence, at: i, into: &sum, &numeral, choosingUpper: false) else { return false }
    if sum.hasPair {
      var upper = NumeralSum()
      var other = Numeral(end: i, value: .zero)
      if scan(sentence, at: i, into: &upper, &other, choosingUpper: true) {
        numeral.upper = other.value
      }
    }
    return true
  }

  /// Whether 数 behind a glyph ends a noun: 人数|十人, 户数|百户.
  private func endsNoun(_ glyph: Glyph) -> Bool {
    phrases.isA(.tallies, glyph)
  }

  /// 几十, 数百, 几千万: the bare powers, and more.
  private func readVague(
    _ sentence: borrowing Sentence, at i: Int, into numeral: inout Numeral
  ) -> Bool {
    var p = i + 1
    var power = 0
    while let next = HanNumeral.power(sentence[p]), p < i + 6,
      p == i + 1 || !isUnit(sentence, at: p)
    {
      power += next
      p += 1
    }
    guard power > 0 else { return false }
    numeral.end = p
    numeral.value = Decimal(1, exponent: power)
    numeral.sign = .more
    numeral.hasPower = true
    return true
  }

  /// Whether a unit of two or more glyphs starts at `i`, so that its first is no power.
  private func isUnit(_ sentence: borrowing Sentence, at i: Int) -> Bool {
    guard let unit = units.match(sentence, at: i) else { return false }
    return unit.range.count > 1
  }

  private func scan(
    _ sentence: borrowing Sentence, at start: Int, into sum: inout NumeralSum,
    _ numeral: inout Numeral, choosingUpper: Bool
  ) -> Bool {
    var p = start
    var isSurplus = false
    var sign = Sign.more
    while true {
      let glyph = sentence[p]
      if glyph.digit != nil {
        guard sum.takesCoefficient, !isSurplus else { break }
        guard p == start || sum.hasPower || sum.hasZero else { break }
        guard let end = readDigits(sentence, at: p, into: &sum, &numeral) else { return false }
        p = end
      } else if let tens = HanNumeral.tens(glyph), sum.takesCoefficient, !isSurplus {
        guard sum.add(coefficient: Decimal(UInt128(tens))), sum.multiply(by: 1) else { break }
        p += 1
      } else if HanNumeral.digit(glyph) != nil {
        guard !isSurplus, numeral.isHan || sum.hasPower || sum.hasZero else { break }
        guard let end = readHanDigits(sentence, at: p, into: &sum, &numeral, choosingUpper) else {
          break
        }
        p = end
        if numeral.isString { break }
      } else if let power = HanNumeral.power(glyph) {
        // 3千克 and 5百分点 count units, 三千克 does not say 3000.
        if p > start, power < 4, isUnit(sentence, at: p) { break }
        guard sum.multiply(by: power, beforeUnit: mayMultiply(power, numeral, sentence, at: p))
        else {
          break
        }
        numeral.hasPower = true
        if !numeral.isHan { numeral.scale += power }
        if p == start, power > 1 { numeral.isBare = true }
        p += 1
      } else if glyph == "兆", p > start, !isSurplus, goesOnBehindBillions(sentence, at: p + 1) {
        guard sum.multiply(by: 12) else { break }
        numeral.hasPower = true
        if !numeral.isHan { numeral.scale += 12 }
        p += 1
      } else if HanNumeral.isPoint(glyph), numeral.isHan, p > start, !isSurplus {
        guard let end = readHanFraction(sentence, at: p + 1, into: &sum, &numeral) else { break }
        p = end
      } else if HanNumeral.isSurplus(glyph) || (glyph == "来" || glyph == "來"), p > start, !isSurplus
      {
        // 几 stands in a digit's place, 来 only after tens and hundreds.
        let isCome = glyph == "来" || glyph == "來"
        if isCome {
          guard mayCome(behind: sum, sentence, at: p) else { break }
          sign = .about
        }
        if glyph == "几" || glyph == "幾", sum.hasCoefficient || !sum.hasPower { break }
        isSurplus = true
        p += 1
      } else if glyph == " ", !numeral.isHan, p > start, !isSurplus,
        !sum.hasPower || isBlankSurplus(sentence, at: p + 1)
      {
        // 1000 万元, 360 余人
        let next = sentence.skippingBlanks(p, most: 2)
        let isLarge = HanNumeral.power(sentence[next]).map { $0 >= 4 } ?? false
        guard isLarge || isBlankSurplus(sentence, at: next) else { break }
        p = next
      } else if glyph == " ", !numeral.isHan, !isSurplus, sum.takesCoefficient {
        // 7万 5千
        let digits = p + 1
        guard sentence[digits].digit != nil, HanNumeral.power(sentence[digits + 1]) != nil else {
          break
        }
        p = digits
      } else if glyph == " ", isSurplus, numeral.isHan, HanNumeral.power(sentence[p + 1]) != nil {
        p += 1
      } else if glyph == " ", numeral.isHan, p > start, !isSurplus {
        let next = sentence.skippingBlanks(p)
        let isPart =
          HanNumeral.power(sentence[next]) != nil || HanNumeral.isPoint(sentence[next])
          || (HanNumeral.digit(sentence[next]) != nil && !sum.hasCoefficient)
          || (sum.hasPower && (isSeveral(sentence[next]) || isSplitSurplus(sentence, at: next)))
        guard isPart else { break }
        p = next
      } else {
        break
      }
    }
    guard p > start, let value = sum.total() else { return false }
    numeral.end = p
    numeral.value = value
    numeral.sign = isSurplus ? sign : nil
    if numeral.isBare, !sum.isBare { numeral.isBare = false }
    return true
  }

  private func isSeveral(_ glyph: Glyph) -> Bool { glyph == "几" || glyph == "幾" }

  /// One Chinese digit, a pair that follow each other, or a row.
  private func readHanDigits(
    _ sentence: borrowing Sentence, at start: Int, into sum: inout NumeralSum,
    _ numeral: inout Numeral, _ choosingUpper: Bool
  ) -> Int? {
    var p = start
    var hasZero = false
    while let digit = HanNumeral.digit(sentence[p]) {
      if digit == 0 { hasZero = true }
      p += 1
    }
    // 八|两 is a weight, 一两 a pair.
    if p - start > 1, sentence[p - 1] == "两" || sentence[p - 1] == "兩", sentence[p - 2] != "一",
      HanNumeral.power(sentence[p]) == nil
    {
      p -= 1
    }
    let length = p - start
    guard let first = HanNumeral.digit(sentence[start]) else { return nil }
    // 两 after tens is the weight: 三十两.
    if start > 0, length == 1, sentence[start] == "两" || sentence[start] == "兩", sum.hasPower,
      HanNumeral.power(sentence[p]) == nil
    {
      return nil
    }
    if first == 0, length == 1 || sum.hasPower {
      if !sum.hasPower, HanNumeral.isPoint(sentence[p]) {
        return sum.add(coefficient: .zero) ? start + 1 : nil
      }
      guard sum.hasPower else {
        // 零元 is a figure, 零件 and 零距离 are none.
        return sentence[p] == "元" && sum.add(coefficient: .zero) ? p : nil
      }
      sum.hasZero = true
      return start + 1
    }
    guard sum.takesCoefficient else { return nil }
    if length == 1 {
      return sum.add(coefficient: Decimal(UInt128(first)), isDigit: true) ? p : nil
    }
    if length == 2, let second = HanNumeral.digit(sentence[start + 1]), !hasZero,
      second == first + 1 || (first == 3 && second == 5)
    {
      sum.hasPair = true
      let chosen = choosingUpper ? second : first
      return sum.add(coefficient: Decimal(UInt128(chosen)), isDigit: true) ? p : nil
    }
    guard !sum.hasPower else { return nil }
    var value = Decimal.zero
    for q in start..<p {
      guard let digit = HanNumeral.digit(sentence[q]), value.append(digit) else { return nil }
    }
    numeral.isString = true
    return sum.add(coefficient: value) ? p : nil
  }

  /// The digits after 点.
  private func readHanFraction(
    _ sentence: borrowing Sentence, at start: Int, into sum: inout NumeralSum,
    _ numeral: inout Numeral
  ) -> Int? {
    var p = start
    if sentence[p] == " " { p = sentence.skippingBlanks(p) }
    var places = 0
    var value = Decimal.zero
    while let digit = HanNumeral.digit(sentence[p]) ?? sentence[p].digit, places < 30 {
      guard value.append(digit) else { return nil }
      places += 1
      p += 1
    }
    // 三点二十分 is a time of day.
    if places == 1, HanNumeral.power(sentence[p]) == 1 { return nil }
    guard places > 0, sum.add(fraction: value.scaled(by: -places)) else { return nil }
    numeral.hasPoint = true
    return p
  }
}
