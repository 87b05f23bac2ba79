// What goes on after a unit: 两年半, 三个多月, 元/人, 3元5角.

extension FigureReader {
  /// What can follow the unit: 半, 多 before a second unit, a slash and another unit.
  func readRest(_ sentence: borrowing Sentence, _ figure: inout Figure) {
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
      } else if figure.kind == .duration || figure.kind == .measure || figure.kind == .age
        || figure.kind == .multiple && notFigures.match(sentence, at: end) == nil
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
      guard let base, !sentence[base - 1].isLetter || !sentence[base].isLetter else { return }
      figure.unitRange = figure.unitStart..<base
      figure.unit = nil
      figure.range = figure.range.lowerBound..<base
      end = base
    }
  }

  /// Whether a mark leads to what a unit is counted by: 元/人, 元/生•年.
  static func isPer(_ glyph: Glyph, first: Bool) -> Bool {
    switch glyph {
    case "/", "／": true
    case "•", "·": !first
    default: false
    }
  }

  /// Takes smaller units that belong to the figure: 七成六, 三成半, 3元5角, 50元6角3分, 三米九.
  func readTenths(_ sentence: borrowing Sentence, _ figure: inout Figure) -> Bool {
    guard figure.form == .number else { return false }
    let end = figure.range.upperBound
    switch sentence[end - 1] {
    case "成":
      let p = sentence.skippingBlanks(end, most: 1)
      let isPlain = sentence[p + 1].digit == nil && sentence[p + 1] != "."
      let tenths =
        sentence[p] == "半"
        ? 5 : HanNumeral.digit(sentence[p]) ?? (isPlain && p == end ? sentence[p].digit : nil)
      guard let tenths, HanNumeral.power(sentence[p + 1]) == nil, sentence[p + 1] != "是",
        sentence[p + 1] != "、", units.unit(sentence, at: p + 1) == nil
      else { return false }
      take(Decimal(UInt128(tenths), exponent: -1), to: p + 1, &figure)
      return true
    case "米":
      // 三米九, 一米八三, 1米75
      guard sentence[end - 2] != "方", sentence[end - 2] != "平",
        let digit = sentence[end].digit ?? HanNumeral.digit(sentence[end])
      else { return false }
      var p = end + 1
      var tenths = Decimal(UInt128(digit), exponent: -1)
      if let second = sentence[end].digit == nil
        ? HanNumeral.digit(sentence[p]) : sentence[p].digit
      {
        tenths = Decimal(UInt128(digit * 10 + second), exponent: -2)
        p += 1
      }
      // 三米五高, but not 三米五高速护栏.
      let isSize = Self.isDimension(sentence[p]) && !sentence[p + 1].isHan
      guard isSize || Self.endsShort(sentence[p]), sentence[p] != "." else { return false }
      take(tenths, to: p, &figure)
      return true
    case "元", "圆", "块", "塊", "蚊": return readDimes(sentence, &figure)
    case "角":
      // 两角五分 is 25 cents.
      guard let cents = small(sentence, at: end, "分", "分") else { return false }
      figure.value = (figure.value.times(10) ?? figure.value).plus(cents.value) ?? figure.value
      figure.kind = .money
      figure.unit = nil
      figure.unitRange = (cents.end - 1)..<cents.end
      figure.range = figure.range.lowerBound..<cents.end
      return true
    default: return false
    }
  }

  /// 三元五角, 五块六, 三块零四, 五块七毛八: dimes and cents, whose last unit is often left out.
  private func readDimes(_ sentence: borrowing Sentence, _ figure: inout Figure) -> Bool {
    let end = figure.range.upperBound
    let isYuan = sentence[end - 1] == "元" || sentence[end - 1] == "圆"
    guard figure.kind == .money || !isYuan else { return false }
    if let dimes = small(sentence, at: end, "角", "毛") ?? small(sentence, at: end, "毫", "毫") {
      take(dimes.value.scaled(by: -1), to: dimes.end, &figure)
      if let cents = small(sentence, at: dimes.end, "分", "分") ?? last(sentence, at: dimes.end) {
        take(cents.value.scaled(by: -2), to: cents.end, &figure)
      }
    } else if sentence[end] == "零",
      let cents = small(sentence, at: end + 1, "分", "分")
        ?? (isYuan ? nil : last(sentence, at: end + 1))
    {
      take(cents.value.scaled(by: -2), to: cents.end, &figure)
    } else if !isYuan, let dimes = last(sentence, at: end) {
      take(dimes.value.scaled(by: -1), to: dimes.end, &figure)
    } else {
      return false
    }
    if figure.kind != .money, let yuan {
      set(&figure, yuan, from: end - 1, to: figure.range.upperBound)
    }
    return true
  }

  /// A digit that ends a sum of money: 五块|六.
  private func last(
    _ sentence: borrowing Sentence, at i: Int
  ) -> (value: Decimal, end: Int)? {
    guard let digit = sentence[i].digit ?? HanNumeral.digit(sentence[i]), digit > 0 else {
      return nil
    }
    return Self.endsShort(sentence[i + 1]) ? (Decimal(UInt128(digit)), i + 1) : nil
  }

  /// Whether a figure may end before a glyph without its last unit: 五块六|左右.
  private static func endsShort(_ next: Glyph) -> Bool {
    switch next {
    case "至", "到", "左", "以", "的": true
    default: !next.isHan && next.digit == nil && HanNumeral.digit(next) == nil
    }
  }

  static func isDimension(_ glyph: Glyph) -> Bool {
    switch glyph {
    case "高", "长", "宽", "深", "厚": true
    default: false
    }
  }

  /// Adds the size of a smaller unit that ends a figure.
  func take(_ part: Decimal, to end: Int, _ figure: inout Figure) {
    figure.value = figure.value.plus(part) ?? figure.value
    figure.range = figure.range.lowerBound..<end
  }

  /// One digit and a unit.
  func small(
    _ sentence: borrowing Sentence, at i: Int, _ unit: Glyph, _ other: Glyph
  ) -> (value: Decimal, end: Int)? {
    guard let digit = sentence[i].digit ?? HanNumeral.digit(sentence[i]),
      sentence[i + 1] == unit || sentence[i + 1] == other
    else { return nil }
    return (Decimal(UInt128(digit)), i + 2)
  }
}
