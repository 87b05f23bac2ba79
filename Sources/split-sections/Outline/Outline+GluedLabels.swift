import Filters

// Chapters and articles that share a line: 第一章 总则 第一条 为了…, 第二条 …。第三条 ….

extension Outline {
  /// The place in the line `index`, which begins with the label of a chapter or article, where the next such label
  /// begins.
  mutating func placeOfNextLabel(at index: Int, _ text: Span<UInt8>) -> Int? {
    guard let style = shapes[index].label?.style, styles.styles[style].isOrdinalWord,
      let label = shapes[index].label
    else { return nil }
    let shape = shapes[index]
    // 第 is E7 AC AC.
    var i = text.firstIndex(of: 0xAC, from: shape.labelEnd)
    while i < shape.end {
      if text[i - 1] == 0xE7, let next = styles.lineLabel(in: text, at: i - 1, before: shape.end),
        goesOn(with: next, from: label, at: index, text)
      {
        return next.start
      }
      i = text.firstIndex(of: 0xAC, from: i + 1)
    }
    return nil
  }

  /// Whether 第二章, or 第一条 in it, follows 第一章 in its line.
  func goesOnInLine(_ label: Label, at index: Int, _ text: Span<UInt8>) -> Bool {
    let end = shapes[index].end
    let rank = styles.styles[label.style].rank
    var i = text.firstIndex(of: 0xAC, from: label.end)
    while i < end {
      if text[i - 1] == 0xE7, let next = styles.lineLabel(in: text, at: i - 1, before: end),
        styles.styles[next.style].isOrdinalWord
      {
        let isInner = styles.styles[next.style].rank > rank && next.ordinal == 1
        return isInner || next.style == label.style && next.ordinal == 2
      }
      i = text.firstIndex(of: 0xAC, from: i + 1)
    }
    return false
  }

  /// Decides what the part of a line before `cut` is, and makes the rest a line by itself.
  mutating func decideFirstPart(of index: Int, before cut: Int, _ text: Span<UInt8>) {
    let shape = shapes[index]
    shapes[index].end = text.indexOfTrimmedEnd(from: shape.start, to: cut)
    if let label = shape.label { shapes[index].take(label, in: text) }
    decideLabel(of: index, text)
    pieces[pieces.count - 1].end = cut
    shapes[index].start = cut
    shapes[index].end = shape.end
    if let label = styles.lineLabel(in: text, at: cut, before: shape.end) {
      shapes[index].take(label, in: text)
    }
  }

  private mutating func goesOn(
    with next: Label, from label: Label, at index: Int, _ text: Span<UInt8>
  ) -> Bool {
    let style = styles.styles[next.style]
    guard style.isOrdinalWord, style.need == .nothing, next.outer == 0 else { return false }
    if next.style == label.style {
      guard next.ordinal == label.ordinal + 1,
        Self.isBehindSentence(text, before: next.start, from: label.end)
      else { return false }
    } else {
      // The first article of a chapter, behind the chapter's title.
      let start = shapes[index].labelEnd
      guard style.rank > styles.styles[label.style].rank,
        next.ordinal == lastOrdinals[next.style] + 1, next.start - start <= Self.longestPhrase * 8
      else { return false }
      let title = text.sentence(
        from: start, to: text.indexOfTrimmedEnd(from: start, to: next.start), semicolons: true)
      guard title.stop == .none, title.commas == 0, title.length > 0,
        title.length <= Self.longestPhrase
      else { return false }
    }
    // What stands below must not be the same one.
    let below = shapes[(index + 1)...].first { $0.label?.style == next.style }?.label
    return below.map { $0.ordinal != next.ordinal } ?? true
  }
}
