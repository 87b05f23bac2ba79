/// Qualifiers: which of the words around a figure says how it is meant.
struct SignRule: ~Copyable {
  private let phrases: PhraseBook
  private var before: Lexicon { phrases.signsBefore }
  private var after: Lexicon { phrases.signsAfter }
  private var links: Lexicon { phrases.links }

  /// A rule with the words of a book.
  init(_ phrases: PhraseBook) { self.phrases = phrases }

  /// The sign of a figure that no figure before reaches beyond `floor`, and where its qualifier after it ends.
  func sign(
    of figure: Figure, in sentence: borrowing Sentence, floor: Int
  ) -> (sign: Sign, end: Int) {
    let end = figure.range.upperBound
    var qualifierEnd = end
    var trailing: Sign?
    if let match = after.match(sentence, at: end), let sign = Sign(number: match.value),
      figure.unit == nil || !addsUp(sentence, at: end)
    {
      trailing = sign
      qualifierEnd = match.range.upperBound
    }
    // 半小时内: within that time.
    if trailing == nil, figure.kind == .duration, sentence[end] == "内",
      sentence[end + 1] != "设", sentence[end + 1] != "部"
    {
      trailing = .atMost
      qualifierEnd = end + 1
    }
    if let inside = figure.sign, trailing != .about { return (inside, qualifierEnd) }
    if let trailing { return (trailing, qualifierEnd) }
    return (leading(sentence, figure.range.lowerBound, floor: floor) ?? .equal, qualifierEnd)
  }

  /// Whether a plus sign at `i` adds something to what is measured, and says nothing of it: 3000元+提成.
  private func addsUp(_ sentence: borrowing Sentence, at i: Int) -> Bool {
    guard sentence[i] == "+" || sentence[i] == "＋" else { return false }
    return sentence[i + 1].isHan && sentence[i + 1] != "的"
  }

  /// The nearest qualifier before a figure: next to it, behind linking words, or 至少 over a verb.
  private func leading(_ sentence: borrowing Sentence, _ start: Int, floor: Int) -> Sign? {
    var p = start
    if sentence[p - 1] == " " { p -= 1 }
    for count in 0..<4 {
      if let match = before.match(sentence, endingAt: p, floor: floor) {
        guard match.value != PhraseBook.lookalike else { return nil }
        // 上百家, but 上|升至60% and 规上|3家.
        if match.range.count == 1, sentence[match.range.lowerBound] == "上",
          count > 0
            || HanNumeral.power(sentence[start]) == nil
              && HanNumeral.power(sentence[start + 1]) == nil
        {
          return nil
        }
        return Sign(number: match.value)
      }
      guard let link = links.match(sentence, endingAt: p, floor: floor) else { break }
      // 低于上年|2.9%: what it is compared with stands between.
      if Clause.endsInTime(sentence, link.range.upperBound),
        sentence[link.range.lowerBound - 1] == "于"
      {
        return nil
      }
      p = link.range.lowerBound
    }
    // 至少召开1次: two or more glyphs, at most four glyphs away, nothing but a verb between; adverbs farther away:
    // 至少到联系点走访1次.
    for gap in 1...8 where p - gap > floor {
      let glyph = sentence[p - gap]
      guard glyph.isHan else { break }
      guard let match = before.match(sentence, endingAt: p - gap, floor: floor),
        match.range.count > 1, let sign = Sign(number: match.value)
      else { continue }
      if gap > 4, sentence[match.range.lowerBound] == "不" { return nil }
      return sign == .atLeast || sign == .atMost ? sign : nil
    }
    return nil
  }
}
