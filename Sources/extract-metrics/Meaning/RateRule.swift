/// The base of a rate: 每月2次, 年均增长5%, 每千人4.7个.
struct RateRule: ~Copyable {
  private let phrases: PhraseBook
  private var bases: Lexicon { phrases.rates }
  private var averages: Lexicon { phrases.averages }
  private var links: Lexicon { phrases.links }

  /// How far before its figure 每 may stand.
  static let reach = 16

  /// A rule with the words of a book.
  init(_ phrases: PhraseBook) { self.phrases = phrases }

  /// The glyphs of the base of a figure that starts at `start`, from the words between `floor` and it; empty where it is no rate.
  func base(
    before start: Int, isCount: Bool, in sentence: borrowing Sentence, floor: Int
  ) -> Range<Int> {
    let low = max(floor, start - Self.reach)
    let bits = Role.each.bit | averages.role.bit
    guard sentence.allRoles & bits != 0 else { return 0..<0 }
    var p = start - 1
    while true {
      p = sentence.last(bits, from: p, downTo: low) - 1
      guard p >= low else { return 0..<0 }
      if sentence.has(.each, at: p), let base = bases.match(sentence, at: p + 1),
        base.range.upperBound <= start
      {
        guard isOpen(sentence, base.range.upperBound..<start) else { return 0..<0 }
        return outer(base.range, sentence, floor: low) ?? plain(base.range, sentence)
      }
      // 年均增长: the averages of time may stand before a verb, those of heads only next to the figure.
      if let average = averages.match(sentence, at: p), average.range.upperBound <= start,
        !isState(sentence, at: average.range.upperBound)
      {
        let base = average.range.lowerBound..<(average.range.upperBound - 1)
        let isTime = isTime(sentence[base.lowerBound])
        // 人均办理案件12件 counts, 人均收入 names an amount.
        let rest = average.range.upperBound..<start
        if isTime || isCount || isLinked(sentence, rest) || isActed(sentence, rest) {
          return base
        }
      }
    }
  }

  /// Whether what is averaged does not add up with time: 年均|浓度, 月均|气温, 年均|值.
  private func isState(_ sentence: borrowing Sentence, at i: Int) -> Bool {
    switch (sentence[i], sentence[i + 1]) {
    case ("值", _), ("浓", "度"), ("温", "度"), ("气", "温"), ("湿", "度"), ("水", "位"), ("气", "压"),
      ("风", "速"):
      true
    default: false
    }
  }

  /// The base without the classifier that only leads to its noun: 每个|单位, 每名|党员.
  private func plain(_ base: Range<Int>, _ sentence: borrowing Sentence) -> Range<Int> {
    switch sentence[base.lowerBound] {
    case "个", "個", "名", "位":
      guard let noun = bases.match(sentence, at: base.lowerBound + 1),
        noun.range.upperBound == base.upperBound
      else { return base }
      return noun.range
    default: return base
    }
  }

  /// The base of a base: 每|人每月, 每|公里每年; nil where there is none.
  private func outer(
    _ base: Range<Int>, _ sentence: borrowing Sentence, floor: Int
  ) -> Range<Int>? {
    let each = base.lowerBound - 1
    for p in stride(from: each - 2, through: max(floor, each - 4), by: -1)
    where sentence.has(.each, at: p) {
      guard let outer = bases.match(sentence, at: p + 1), outer.range.upperBound >= each else {
        return nil
      }
      return outer.range.lowerBound..<max(outer.range.upperBound, base.upperBound)
    }
    return nil
  }

  private func isTime(_ glyph: Glyph) -> Bool {
    glyph == "年" || glyph == "月" || glyph == "日" || glyph == "周" || glyph == "季"
  }

  /// Whether nothing that names another thing stands between 每月 and the figure.
  private func isOpen(_ sentence: borrowing Sentence, _ between: Range<Int>) -> Bool {
    for p in between {
      switch sentence[p] {
      case "，", "。", "；", "：": return false
      default: break
      }
    }
    return true
  }

  /// Whether a verb and its object follow, so that each has so much of it: 亩均|施用肥料.
  private func isActed(_ sentence: borrowing Sentence, _ between: Range<Int>) -> Bool {
    guard let verb = phrases.labelFront.match(sentence, at: between.lowerBound) else {
      return false
    }
    return verb.value == PhraseBook.verb && verb.range.count > 1
      && verb.range.upperBound + 2 <= between.upperBound
  }

  private func isLinked(_ sentence: borrowing Sentence, _ between: Range<Int>) -> Bool {
    var p = between.upperBound
    while p > between.lowerBound {
      if sentence[p - 1].isBlank {
        p -= 1
      } else if let link = links.match(sentence, endingAt: p, floor: between.lowerBound) {
        p = link.range.lowerBound
      } else {
        return false
      }
    }
    return true
  }
}
