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
    if traits.contains(.attachment), hasBody, isAttachment(at: index) {
      titleLines = gone + index..<gone + endOfTitle(at: lineAfter(index) ?? index + 1)
      return
    }
    guard traits.contains(.titleForm), shapes[index].label.map({ !accepts($0, at: index) }) ?? true
    else { return }
    if hasBody ? isSecondTitle(at: index) : isFirstTitle(at: index) {
      titleLines = gone + index..<gone + endOfTitle(at: index)
    }
  }

  /// The next held line with text after `index`.
  private func lineAfter(_ index: Int) -> Int? {
    guard index + 1 < shapes.count else { return nil }
    return shapes[(index + 1)...].firstIndex { $0.role == .line || $0.role == .segmented }
  }

  private func lineBefore(_ index: Int) -> Int? {
    shapes[..<index].lastIndex { $0.role == .line || $0.role == .segmented }
  }

  /// A line of the form of a title before the body is one, unless a better one follows at once.
  private func isFirstTitle(at index: Int) -> Bool { true }

  /// After the body a title stands below a sign-off, or alone before a list that begins anew.
  private func isSecondTitle(at index: Int) -> Bool {
    let traits = shapes[index].traits
    guard traits.contains(.titleEnding) || traits.contains(.isSpaced) || traits.contains(.isOpen),
      let before = lineBefore(index), shapes[before].traits.contains(.signOff)
    else { return false }
    return beginsPart(after: index)
  }

  private func isAttachment(at index: Int) -> Bool {
    guard let next = lineAfter(index) else { return false }
    return shapes[next].traits.contains(.titleForm) && shapes[next].label == nil
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
  private func endOfTitle(at index: Int) -> Int {
    guard index < shapes.count else { return shapes.count }
    var last = index
    var line = index
    var isWhole = shapes[index].traits.contains(.titleEnding) && !shapes[index].traits.contains(.isOpen)
    for _ in 0..<3 {
      guard let next = lineAfter(line), next - line <= 2, shapes[next].role == .line else { break }
      let traits = shapes[next].traits
      guard traits.contains(.titleForm), shapes[next].label == nil else { break }
      if isWhole, !traits.contains(.continuation) { break }
      line = next
      if traits.contains(.titleEnding) || traits.contains(.continuation) {
        last = next
        isWhole = !traits.contains(.isOpen)
      }
    }
    return last + 1
  }

  /// The place after a table of contents whose heading is the line `index`: where its first entry
  /// comes again, or where the lines that look like entries end.
  private func endOfContents(at index: Int) -> Int {
    guard let first = lineAfter(index) else { return index + 1 }
    let entry = shapes[first].fingerprint
    var end = first
    while let next = lineAfter(end), shapes[next].length <= TitleLine.longest,
      shapes[next].role == .line
    {
      if shapes[next].fingerprint == entry { return next }
      end = next
    }
    return first
  }
}
