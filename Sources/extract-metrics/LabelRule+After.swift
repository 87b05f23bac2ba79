// The label that stands after its figure.

extension LabelRule {
  /// A label after its figure, and how it meets what follows.
  struct Following {
    /// Its glyphs; empty where there is none.
    var range = 0..<0
    /// Whether it begins with a verb.
    var isWeak = false
    /// Whether it reaches up to the next figure.
    var isUpToFigure = false
    /// Whether 的 ties it to its figure.
    var isAttached = false
    /// Whether it is a name of its own.
    var isStrong: Bool { !range.isEmpty && !isWeak }
  }

  /// The label that stands after a figure, in the glyphs up to the next figure or the sentence's end.
  func after(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Following {
    var start = range.lowerBound
    var following = Following()
    while sentence[start].isBlank, start < range.upperBound { start += 1 }
    if sentence[start] == "的" {
      following.isAttached = true
      start += 1
    }
    // 2.5万套（间）危旧房
    if sentence[start] == "（", let next = Clause.afterQuote(sentence, at: start, limit: start + 4),
      sentence[next].isHan
    {
      start = next
    }
    // 3亿元用于|学校改造
    if sentence.has(StaticGlyphs("用", "于"), at: start) { start += 2 }
    let limit = min(range.upperBound, start + Self.reachAfter)
    var p = start
    if p < limit, let match = stop.match(sentence, at: p), match.value != PhraseBook.lookalike {
      following.isWeak = true
      p = match.range.upperBound
      if sentence[start] == "为" || sentence[start] == "是", p == start + 1 {
        start = p
        following.isWeak = false
      }
    }
    while p < limit {
      let glyph = sentence[p]
      if Clause.isBorder(sentence, at: p) || glyph == "、" || glyph == "（" || glyph == "("
        || glyph == "）" || glyph == ")"
      {
        break
      }
      if Clause.yearEnd(sentence, at: p) != nil { break }
      if let next = Clause.afterQuote(sentence, at: p, limit: limit) {
        // A quotation that ends the clause is an attribute: 专干“长宽高”；
        if p > start, Clause.isBorder(sentence, at: next) || sentence[next] == "、" { break }
        p = next
        continue
      }
      if let match = stop.match(sentence, at: p) {
        if match.value != PhraseBook.lookalike, !following.isWeak { break }
        p = match.range.upperBound
      } else {
        p += 1
      }
    }
    p = min(p, limit)
    following.isUpToFigure = p == range.upperBound
    following.range = strippedTail(sentence, start..<max(start, p))
    return following
  }
}
