/// A figure made unreadable: `**`, `*万`, `XX`, ×× – with the power of ten that may follow.
struct Mask {
  /// What is printed for the value: the mask and its power.
  let range: Range<Int>
  /// Where the unit can start.
  let end: Int
  /// Whether 余 or 多 follows.
  let isSurplus: Bool

  /// The characters that masks are made of.
  static let starts = "*＊×✕XxＸ○●□■△某"

  /// Whether masks are made of a glyph.
  static func isStart(_ glyph: Glyph) -> Bool {
    switch glyph {
    case "*", "＊", "×", "✕", "X", "x", "Ｘ", "○", "●", "□", "■", "△", "某": true
    default: false
    }
  }

  /// The mask that starts at `i`; nil where the characters are part of a word or a formula.
  init?(_ sentence: borrowing Sentence, at i: Int) {
    var first = i
    // 2*: part of the digits is masked.
    while sentence[first].digit != nil, first < i + 9 { first += 1 }
    let sample = sentence[first]
    guard Self.isStart(sample),
      first == i || sample == "*" || sample.isLetter && Self.isPartial(sentence, at: first)
    else { return nil }
    var p = first
    while sentence[p] == sample || (sentence[p].digit != nil && p > i && sample == "*")
      || (sentence[p] == "." && sentence[p + 1] == sample && p > i)
    {
      p += 1
    }
    if sample.isLetter || sample == "Ｘ" {
      guard !sentence[i - 1].isLetter, sentence[i - 1].digit == nil, !sentence[p].isLetter,
        sentence[p].digit == nil
      else { return nil }
    }
    let maskEnd = p
    var isSurplus = false
    if sentence[p] == "余" || sentence[p] == "多" || sentence[p] == "餘" {
      isSurplus = true
      p += 1
    }
    var valueEnd = maskEnd
    while let power = HanNumeral.power(sentence[p]), power > 1, sentence[p + 1] != "分" {
      p += 1
      if !isSurplus { valueEnd = p }
    }
    if !isSurplus, sentence[p] == "余" || sentence[p] == "多" || sentence[p] == "餘" {
      isSurplus = true
      p += 1
    }
    range = i..<valueEnd
    end = p
    self.isSurplus = isSurplus
  }

  /// Whether letters that hide the last of some digits start at `i`: 1x万人.
  private static func isPartial(_ sentence: borrowing Sentence, at i: Int) -> Bool {
    var p = i
    while sentence[p] == sentence[i] { p += 1 }
    return HanNumeral.power(sentence[p]).map { $0 >= 4 } ?? false
  }

  /// Whether the mask hides a figure and not a name: **名党员 and 党员**名, but **社区, **人民医院, ****年.
  func isFigure(in sentence: borrowing Sentence, _ unit: Unit, _ unitRange: Range<Int>) -> Bool {
    let first = sentence[unitRange.lowerBound]
    if unitRange.count == 1, first == "年" || first == "月" || first == "日" { return false }
    guard sentence[range.lowerBound] != "某" || !sentence[unitRange.upperBound].isHan else {
      return false
    }
    // **个人 and **个体 go on a name.
    if first == "个", sentence[unitRange.upperBound] == "人" || sentence[unitRange.upperBound] == "体"
    {
      return false
    }
    // A noun or a rare classifier after a mask is more often the rest of a name.
    guard unit.takesMasks else { return false }
    // 7*24小时 is a product.
    if unit.kind == .duration, sentence[range.upperBound - 1].digit != nil { return false }
    guard unit.isWeak else { return true }
    let next = sentence[unitRange.upperBound]
    return unitRange.count == 1 && !next.isHan && next != "“" && next != "《"
  }
}
