import Filters

// What short lines may be beside headings; most lines are body, and are told by a look at their ends.

extension ShapeReader {
  /// Whether the line's first character is one of those that dates, notes, attachments and tables of
  /// contents begin with.
  func mayOpenPart(_ text: Span<UInt8>, _ shape: LineShape) -> Bool {
    let (scalar, _) = text.scalar(at: shape.start)
    return styles.opensPart(folded(scalar))
  }

  /// Whether the line begins as 【篇1】 or 第一篇： do, ends with a number or a bracket not far behind a word such as
  /// 篇, or with a number behind the end of a title.
  func mayBePiece(_ text: Span<UInt8>, _ shape: LineShape) -> Bool {
    // 第, 【篇, 【第
    let (first, length) = text.scalar(at: shape.start)
    if first == 0x7B2C { return true }
    if first == 0x3010 || folded(first) == 0x28 {
      let (second, _) = text.scalar(at: shape.start + length)
      if second == 0x7BC7 || second == 0x7B2C { return true }
    }
    var i = shape.end
    var isNumber = false
    for count in 0..<8 where i > shape.start {
      repeat { i -= 1 } while i > shape.start && text[i] & 0xC0 == 0x80
      let scalar = folded(text.scalar(at: i).value)
      if styles.pieces.contains(where: { $0.last == scalar }) { return true }
      if isNumber, styles.mayEndTitle(scalar) { return true }
      isNumber = scalar >= 0x30 && scalar <= 0x39
      if count == 0, !isNumber, !closesBracket(scalar), text.numeral(.chinese, at: i) == nil {
        return false
      }
    }
    return false
  }

  /// Whether the line ends with 。 or ；, as body does: the reason to look no further at most lines.
  func endsWithStop(_ text: Span<UInt8>, _ shape: LineShape) -> Bool {
    let i = shape.end - 3
    guard i >= shape.start else { return false }
    let (scalar, length) = text.scalar(at: i)
    return length == 3 && (scalar == 0x3002 || scalar == 0xFF1B || scalar == 0xFF0C)
  }

  /// Whether the line begins with an editor's word and a colon or bracket: 编者按：, 【编者按】.
  func isEditorial(_ text: Span<UInt8>, _ shape: LineShape) -> Bool {
    let (first, length) = text.scalar(at: shape.start)
    let start = opensBracket(first) ? shape.start + length : shape.start
    for word in styles.words(.editorial) {
      guard let end = Outline.end(of: word, in: text, start..<shape.end) else { continue }
      let (next, _) = text.scalar(at: end)
      if isColon(next) || closesBracket(next) { return true }
    }
    return false
  }

  /// Reads what matters to titles.
  mutating func readTitleTraits(_ text: Span<UInt8>, _ shape: inout LineShape) {
    let line = titleLine(text, shape.start..<shape.end)
    shape.length = line.scalars.count
    shape.traits = line.traits(styles)
    shape.fingerprint = line.fingerprint(isTitle: shape.traits.contains(.titleForm))
  }

  /// What a part of a line would be, if it were a line.
  mutating func traits(of text: Span<UInt8>, _ range: Range<Int>) -> LineShape.Traits {
    titleLine(text, range).traits(styles)
  }

  private mutating func titleLine(_ text: Span<UInt8>, _ range: Range<Int>) -> TitleLine {
    // A local array is appended to without a look at who else may hold it.
    var row: [UInt32] = []
    swap(&row, &squeezed)
    row.removeAll(keepingCapacity: true)
    var i = range.lowerBound
    var blanks = 0
    while i < range.upperBound {
      let blank = text.blankLength(at: i)
      if blank > 0 {
        blanks += 1
        i += blank
        continue
      }
      let (scalar, length) = text.scalar(at: i)
      row.append(folded(scalar))
      i += max(length, 1)
    }
    squeezed = row
    return TitleLine(scalars: row, blanks: blanks)
  }
}
