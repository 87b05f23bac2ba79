import Filters

// Titles that share a line with what stands below them elsewhere, as where a page lost its line ends:
// 某站工作报告一、概况, 某站工作报告各位代表：.

extension Outline {
  /// Takes the document's title off the line `index`, if body follows it there; the rest is then a line by itself.
  mutating func cutTitle(at index: Int, _ text: Span<UInt8>) {
    let shape = shapes[index]
    guard shape.label == nil, gone + index >= contentsEnd, !isAside(shape, text) else { return }
    var i = shape.start
    var before: UInt32 = 0
    for _ in 0..<TitleLine.longest where i < shape.end {
      if styles.mayEndTitle(folded(before)) || closesBracket(before),
        let start = startOfBody(at: i, of: index, text),
        reader.traits(of: text, shape.start..<i).isWholeTitle
      {
        return cutTitle(at: index, before: start, text)
      }
      let (scalar, length) = text.scalar(at: i)
      before = scalar
      i += max(length, 1)
    }
  }

  private mutating func cutTitle(at index: Int, before start: Int, _ text: Span<UInt8>) {
    pieces.append(Piece(.title, from: shapes[index].start, to: start))
    titleLines = gone + index..<gone + index + 1
    hasBody = true
    shapes[index].start = start
    shapes[index].traits = []
    shapes[index].length = LineShape.long
    if let label = styles.lineLabel(in: text, at: start, before: shapes[index].end) {
      shapes[index].take(label, in: text)
    }
  }

  /// Where body begins at `i` behind a title, or behind blanks there: it is a greeting, the first of several
  /// headings, or whole sentences behind a blank.
  private mutating func startOfBody(at i: Int, of index: Int, _ text: Span<UInt8>) -> Int? {
    let shape = shapes[index]
    let start = text.indexOfTrimmedStart(from: i, to: shape.end)
    guard start < shape.end else { return nil }
    if isGreeting(text, start..<shape.end) { return start }
    if let label = styles.lineLabel(in: text, at: start, before: shape.end), label.ordinal == 1 {
      return isFirst(label, at: index, text) ? start : nil
    }
    guard start > i || beginsPreface(at: start, of: shape, text) else { return nil }
    let sentence = text.sentence(from: start, to: shape.end, semicolons: false)
    return sentence.stop == .period && sentence.length > Self.shortestPhrase ? start : nil
  }

  /// Whether a first sentence begins at `i` in a paragraph with lists, as where a whole report is one line:
  /// 某局工作总结2023年，…, 某校预案为了….
  private func beginsPreface(at i: Int, of shape: LineShape, _ text: Span<UInt8>) -> Bool {
    guard shape.length == LineShape.long, !shape.marks.isEmpty else { return false }
    return text.isYear(at: i)
      || styles.words(.preface).contains {
        Self.end(of: $0, in: text, i..<shape.end) != nil
      }
  }

  /// Whether a word of greeting stands at a range's start, and a colon or ！ soon behind it.
  private func isGreeting(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard styles.greetings.contains(where: { Self.end(of: $0, in: text, range) != nil }) else {
      return false
    }
    var i = range.lowerBound
    for _ in 0..<TitleLine.longest where i < range.upperBound {
      let (scalar, length) = text.scalar(at: i)
      if isColon(scalar) || folded(scalar) == 0x21 { return true }
      if endsSentence(scalar) { return false }
      i += max(length, 1)
    }
    return false
  }

  /// Whether the next label of its style goes on from a first one, in the same line or below.
  private mutating func isFirst(_ label: Label, at index: Int, _ text: Span<UInt8>) -> Bool {
    guard styles.styles[label.style].need == .nothing, label.doubt == .none else { return false }
    if secondMember(after: label, at: index, text) != nil { return true }
    if styles.styles[label.style].isOrdinalWord, goesOnInLine(label, at: index, text) {
      return true
    }
    let next = shapes[(index + 1)...].first { $0.label?.style == label.style }?.label
    return next?.ordinal == 2 && next?.parts == label.parts
  }
}
