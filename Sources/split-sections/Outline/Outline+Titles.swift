import Filters

extension Outline {
  /// Finds the lines of a title that begin at the held line `index`: the document's own before the
  /// body, an attachment's after it.
  mutating func findTitle(at index: Int) {
    guard gone + index >= titleLines.upperBound, gone + index >= contentsEnd else { return }
    let traits = shapes[index].traits
    if traits.contains(.contents) {
      contentsEnd = gone + endOfContents(at: index)
      return
    }
    if let end = endOfBareContents(at: index) {
      contentsEnd = gone + end
      return
    }
    if traits.contains(.attachment), let end = endOfAttachmentTitle(at: index) {
      titleLines = gone + index..<gone + end
      hasAttachment = true
      return
    }
    if traits.contains(.quotedTitleForm), !traits.contains(.attachment), !hasBody,
      titleLines.isEmpty, isFirstTitle(at: index),
      isQuotedTitle(at: index)
    {
      titleLines = gone + index..<gone + index + 1
      return
    }
    guard traits.contains(.titleForm), shapes[index].label.map({ !accepts($0, at: index) }) ?? true
    else { return }
    if isBelowPiece && !hasBody
      ? isTitleOfPiece(at: index)
      : hasBody || !titleLines.isEmpty ? isSecondTitle(at: index) : isFirstTitle(at: index)
    {
      titleLines = gone + index..<gone + endOfTitle(at: index)
    }
  }

  /// Whether a line near the document's start is a title and all of it.
  mutating func isWholeTitleAtHead(_ text: Span<UInt8>) -> Bool {
    guard gone == 0, shapes.count < Self.head else { return false }
    let start = text.indexOfTrimmedStart()
    let end = text.indexOfTrimmedEnd(from: start)
    guard start < end, end - start <= ShapeReader.mostTitleBytes else { return false }
    // A line of a paragraph may end so where the page does: 为做好防汛工作，根据年度安排.
    if text.sentence(from: start, to: end, semicolons: true).commas > 0 { return false }
    return reader.traits(of: text, start..<end).isWholeTitle
  }

  /// So many lines at a document's start are looked at as whole titles before they are joined.
  private static let head = 12

  /// The next held line with text after `index`.
  func lineAfter(_ index: Int) -> Int? {
    // A loop of its own: a search among shapes copies each of them.
    var line = index + 1
    while line < shapes.count {
      let role = shapes[line].role
      if role == .line || role == .segmented { return line }
      line += 1
    }
    return nil
  }

  private func lineBefore(_ index: Int) -> Int? {
    shapes[..<index].lastIndex { $0.role == .line || $0.role == .segmented }
  }

  /// Before the body a line of the form of a title is one, unless a better one follows before the body.
  func isFirstTitle(at index: Int) -> Bool {
    if comesAgain(index) { return false }
    if isMasthead(index) { return false }
    let end = endOfTitle(at: index)
    let hasEnding = shapes[end - 1].traits.contains(.titleEnding)
    // 工作报告 alone may be the page's name for its kind.
    let isKind = hasEnding && end == index + 1 && shapes[index].length <= Self.longestKind
    if hasEnding, !isKind { return true }
    var line = end - 1
    for _ in 0..<16 {
      guard let next = lineAfter(line), shapes[next].label == nil,
        shapes[next].length < LineShape.long, shapes[next].role == .line
      else { return true }
      let traits = shapes[next].traits
      if traits.contains(.piece) { return true }
      if traits.contains(.titleForm), traits.contains(.titleEnding) || traits.contains(.isOpen),
        shapes[endOfTitle(at: next) - 1].traits.contains(.titleEnding),
        !isKind || shapes[next].length > Self.longestKind
      {
        return false
      }
      line = next
    }
    return true
  }

  /// Whether the line is the name of a periodical, above the number of its issue and a line that may be the title.
  private func isMasthead(_ index: Int) -> Bool {
    guard let next = lineAfter(index), shapes[next].traits.contains(.issue) else { return false }
    var line = next
    for _ in 0..<5 {
      guard let below = lineAfter(line), shapes[below].label == nil, shapes[below].role == .line
      else { return false }
      if shapes[below].traits.contains(.titleForm) { return true }
      line = below
      if shapes[below].length == LineShape.long, !shapes[below].traits.contains(.editorial) {
        return false
      }
    }
    return false
  }

  /// Whether the same words come again before the body: then these are the page's, and those the report's.
  private func comesAgain(_ index: Int) -> Bool {
    var line = index
    for _ in 0..<16 {
      guard let next = lineAfter(line), shapes[next].label == nil, shapes[next].role == .line,
        shapes[next].length <= TitleLine.longestWithEnding
      else { return false }
      let traits = shapes[next].traits
      if traits.contains(.titleForm), shapes[next].fingerprint == shapes[index].fingerprint {
        return true
      }
      if traits.contains(.address) { return false }
      line = next
    }
    return false
  }

  /// Whether a report's own title begins below its head among several.
  private func isTitleOfPiece(at index: Int) -> Bool {
    shapes[index].traits.contains(.piece)
      || shapes[endOfTitle(at: index) - 1].traits.contains(.titleEnding) && isFirstTitle(at: index)
  }

  /// The most characters of a title that only names a kind of report.
  private static let longestKind = 4

  /// A line with a colon is a title only at the very top and not as a paragraph before a list.
  private func isQuotedTitle(at index: Int) -> Bool {
    guard gone == 0, lineBefore(index) == nil, shapes[index].start == 0,
      let next = lineAfter(index)
    else { return false }
    return shapes[next].label == nil || shapes[index].traits.contains(.noted)
  }

  /// After the body a title stands below a sign-off, or alone before a list that begins anew; the head of
  /// one of several reports stands anywhere.
  private func isSecondTitle(at index: Int) -> Bool {
    let traits = shapes[index].traits
    if traits.contains(.piece) { return beginsPart(after: index) }
    let isTitle =
      traits.contains(.titleEnding) || traits.contains(.isSpaced) || traits.contains(.isOpen)
      || shapes[endOfTitle(at: index) - 1].traits.contains(.titleEnding)
    guard isTitle, let before = lineBefore(index), shapes[before].traits.contains(.signOff)
    else { return false }
    return beginsPart(after: index)
  }

  /// Whether numbering begins anew, or a long paragraph stands, soon after `index`.
  private func beginsPart(after index: Int) -> Bool {
    var line = index
    for _ in 0..<6 {
      guard let next = lineAfter(line) else { return false }
      if let label = shapes[next].label { return label.ordinal <= 1 }
      if shapes[next].length >= LineShape.long { return true }
      line = next
    }
    return false
  }

  /// The place after the last line of the title whose first line is `index`.
  func endOfTitle(at index: Int) -> Int {
    guard index < shapes.count else { return shapes.count }
    var last = index
    var line = index
    var isQuoted = shapes[index].traits.contains(.opensQuotation)
    var isWhole =
      shapes[index].traits.contains(.titleEnding) && !shapes[index].traits.contains(.isOpen)
    for _ in 0..<3 {
      guard let next = lineAfter(line), next - line <= 2, shapes[next].role == .line else { break }
      let traits = shapes[next].traits
      if traits.contains(.titleNote), line == last { return next + 1 }
      let isEnd = traits.contains(.bareEnding) && shapes[line].traits.contains(.isOpen)
      guard traits.contains(.titleForm) || isEnd, !traits.contains(.piece),
        shapes[next].label == nil, !comesAgain(next)
      else { break }
      // A second line with an ending of its own goes on only from the very next line, or below a 篇1.
      let isSecond =
        traits.contains(.titleEnding)
        && (next == line + 1 || shapes[line].traits.contains(.piece))
      if isWhole, !traits.contains(.continuation), !isSecond { break }
      line = next
      if traits.contains(.opensQuotation) { isQuoted = true }
      if traits.contains(.closesQuotation) { isQuoted = false }
      if traits.contains(.titleEnding) || traits.contains(.continuation) {
        last = next
        isWhole = !traits.contains(.isOpen) && !isQuoted
      }
    }
    return last + 1
  }

  /// A line of ……, with which the contents of a sample end.
  private static let ellipsis = TitleLine(scalars: [0x2026, 0x2026], blanks: 0)
    .fingerprint(isTitle: false)

  /// The place after a table of contents whose heading is the line `index`: where its first entry
  /// comes again, or that entry's label where it is written otherwise, or where …… stands.
  private func endOfContents(at index: Int) -> Int {
    guard var first = lineAfter(index) else { return index + 1 }
    // A date may stand above the entries.
    if shapes[first].traits.contains(.noted), let next = lineAfter(first) { first = next }
    let entry = shapes[first].fingerprint
    var end = first
    var lastEntry = first
    var sameLabel: Int?
    while let next = lineAfter(end), shapes[next].length <= TitleLine.longest,
      shapes[next].role == .line
    {
      if shapes[next].fingerprint == entry { return next }
      if shapes[next].fingerprint == Self.ellipsis { return next + 1 }
      if sameLabel == nil, isSameLabel(first, next) { sameLabel = next }
      if shapes[next].label != nil { lastEntry = next }
      end = next
    }
    return sameLabel ?? (comesBack(first, after: end) ? lastEntry + 1 : first)
  }

  /// Whether the first entry of a table of contents comes again below the report's title and first paragraphs.
  private func comesBack(_ entry: Int, after end: Int) -> Bool {
    guard shapes[entry].label != nil else { return false }
    var line = end
    for _ in 0..<Self.mostFirstParagraphs {
      guard let next = lineAfter(line), shapes[next].role == .line else { return false }
      if shapes[next].label != nil {
        return isSameLabel(entry, next) && shapes[next].fingerprint == shapes[entry].fingerprint
      }
      line = next
    }
    return false
  }

  /// So many paragraphs may stand between a table of contents and the first heading.
  private static let mostFirstParagraphs = 12

  /// The place after a table of contents that begins without a word for it with the line `index`, nil if it is none:
  /// headings and nothing else up to where the first comes again.
  mutating func endOfBareContents(at index: Int) -> Int? {
    guard levels.open.isEmpty, let label = shapes[index].label, label.ordinal == 1,
      label.parts <= 1
    else { return nil }
    var line = index
    var entries = 0
    while let next = lineAfter(line), shapes[next].label != nil, isHeadingShaped(shapes[next]) {
      entries += 1
      if entries > 2, isSameLabel(index, next),
        shapes[index].sentence.length == shapes[next].sentence.length
      {
        return next
      }
      line = next
    }
    return nil
  }

  private func isSameLabel(_ one: Int, _ other: Int) -> Bool {
    guard let one = shapes[one].label, let other = shapes[other].label else { return false }
    return one.style == other.style && one.ordinal == other.ordinal && one.parts == other.parts
  }

  /// Whether a word stands in the line that only an editor uses, who presents the report below.
  mutating func isAside(_ shape: LineShape, _ text: Span<UInt8>) -> Bool {
    var i = shape.start
    while i < shape.end {
      let (scalar, length) = text.scalar(at: i)
      if styles.asideStarts.contains(folded(scalar)),
        styles.words(.aside).contains(where: {
          Self.end(of: $0, in: text, i..<shape.end) != nil
        })
      {
        return true
      }
      i += max(length, 1)
    }
    return false
  }

  /// The place after a word at the start of a range, if it stands there.
  static func end(of word: [UInt32], in text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var i = range.lowerBound
    for wanted in word {
      guard i < range.upperBound else { return nil }
      let (scalar, length) = text.scalar(at: i)
      guard folded(scalar) == wanted else { return nil }
      i += length
    }
    return i
  }
}
