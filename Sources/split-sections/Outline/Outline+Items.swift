import Filters

extension Outline {
  /// Finds the members of enumerations in the held line `index`, after its heading's label.
  mutating func findItems(in index: Int, _ text: Span<UInt8>) {
    if !items.isEmpty { items.removeAll(keepingCapacity: true) }
    leadDepth = nil
    let shape = shapes[index]
    guard findsItems else { return }
    if !shape.marks.isEmpty { takeMarks(of: index, text, within: shape.bodyStart..<shape.end) }
    takeUnstopped(in: index, text)
  }

  /// Adds the members of enumerations that stand within a range of the held line `index`.
  mutating func takeMarks(of index: Int, _ text: Span<UInt8>, within range: Range<Int>) {
    let shape = shapes[index]
    for number in shape.marks {
      let mark = reader.mark(number)
      guard mark.start >= range.lowerBound, mark.end <= range.upperBound else { continue }
      let beginsLine = mark.start == shape.start
      if let depth = series.goOn(with: mark, beginsLine: beginsLine) {
        levels.close(inside: depth)
        items.append(Item(label: mark, depth: depth))
      } else if mark.ordinal == 1
        ? isFollowed(number, in: index) && !isQuoted(mark, in: index, text)
        : beginsLine && isFollowedBelow(mark, after: index)
      {
        begin(mark, in: index)
      } else if mark.ordinal == 1, let label = firstOfList(mark, in: index, text) {
        enter(label, at: mark)
      }
    }
  }

  /// A quotation goes on for so many bytes at most, before a mark and behind it.
  private static let longestQuotation = 2048

  /// Whether a mark stands in a quotation that begins before it and ends behind it in the line.
  private mutating func isQuoted(_ mark: Label, in index: Int, _ text: Span<UInt8>) -> Bool {
    // Within bounds, so that a long line of many lists takes linear time.
    let end = min(shapes[index].end, mark.start + Self.longestQuotation)
    var open = 0
    // Quotation marks are E2 80 9C and its like, E3 80 8A and its like.
    var i = text.firstIndex(
      of: 0x80, from: max(shapes[index].bodyStart, mark.start - Self.longestQuotation) + 1)
    while i + 1 < end {
      let (scalar, _) = text.scalar(at: i - 1)
      if opensQuotation(scalar) {
        if i < mark.start { open += 1 }
      } else if closesQuotation(scalar), open > 0 {
        if i > mark.start { return true }
        open -= 1
      }
      if open == 0, i > mark.start { return false }
      i = text.firstIndex(of: 0x80, from: i + 1)
    }
    return false
  }

  mutating func begin(_ mark: Label, in index: Int) {
    let beginsLine = mark.start == shapes[index].start
    let outer = series.open.indices.last {
      // At a line's start a first member of the same style begins the list anew.
      !(beginsLine && series.open[$0].style == mark.style) && resumes($0, after: index)
    }
    let depth = series.begin(
      with: mark, beginsLine: beginsLine, base: levels.depth, inside: outer)
    items.append(Item(label: mark, depth: depth))
  }

  /// The depth of an ordinary paragraph: that of the member of a series that goes on after it, or the
  /// section's.
  mutating func paragraphDepth(at index: Int) -> Int {
    guard !series.open.isEmpty, items.first?.label.start != shapes[index].start else {
      return levels.depth
    }
    for level in series.open.indices.reversed() where !series.open[level].isActive {
      if resumes(level, after: index) { return series.open[level].depth }
    }
    return levels.depth
  }

  /// Whether the second member of a series follows its first, the mark `number` of line `index`.
  ///
  /// A first member met on the way wants a second of its own.
  private mutating func isFollowed(_ number: Int, in index: Int) -> Bool {
    let first = reader.mark(number)
    var wanted = 1
    var like: Int? = styles.styles[first.style].like
    var left = 256
    var line = index
    var next = number + 1
    while left > 0 {
      while next >= shapes[line].marks.upperBound {
        line += 1
        guard line < shapes.count, !isBarrier(line) else { return false }
        next = max(next, shapes[line].marks.lowerBound)
      }
      let mark = reader.mark(next)
      // The style that counts on for this one (首先 … 第二) must do so in the same line.
      let isLike = line == index && mark.style == like
      if mark.style == first.style || isLike {
        if mark.ordinal == 1, mark.style == first.style {
          wanted += 1
        } else if mark.ordinal == 1 {
          // 首先 … 第一 … 第二: that style counts for itself.
          like = nil
        } else if mark.ordinal == 2 || (mark.ordinal == 3 && wanted == 1) {
          wanted -= 1
        }
        if wanted == 0 { return true }
      }
      next += 1
      left -= 1
    }
    return false
  }

  /// The least rank of a style whose lists stand inside members: 一、 and （一） are always above them.
  static let innerRank = 12

  /// Whether no enumeration goes on beyond the held record `line`: a heading that returns to an open
  /// level ends it, a list of another style may stand inside a member.
  private func isBarrier(_ line: Int) -> Bool {
    if shapes[line].role == .segmented || shapes[line].opensAttachment { return true }
    guard let label = shapes[line].label else { return false }
    let need = styles.styles[label.style].need
    if need == .sequence || need == .series || need == .above || label.doubt == .figure {
      return false
    }
    if styles.styles[label.style].rank < Self.innerRank { return true }
    return levels.open.contains { $0.style == label.style }
  }

  /// The depth of the member of an enumeration in which a list of a new style stands: the enumeration
  /// goes on at the start of a later line, or a member of it held a list before.
  mutating func holdingItem(of label: Label, at index: Int) -> Int? {
    let style = styles.styles[label.style]
    // Letters are outer only where no enumeration is open.
    if series.open.isEmpty || style.rank < Self.innerRank && style.need != .series { return nil }
    series.beginParagraph()
    switch levels.place(of: label) {
    case .sibling(let level), .restart(let level):
      // The list goes on inside the member.
      let depth = levels.open[level].depth
      return series.open.last { $0.depth < depth && $0.inner == label.style }?.depth
    case .nested:
      let holder = series.open.indices.last {
        series.open[$0].inner >= 0 || resumes($0, after: index)
      }
      guard let holder else { return nil }
      series.note(inner: label.style, of: holder)
      return series.open[holder].depth
    }
  }

  /// Whether the open series `level` goes on at the start of a later line, before it begins anew.
  private func resumes(_ level: Int, after index: Int) -> Bool {
    let waiting = series.open[level]
    guard !waiting.isActive, waiting.beginsLines,
      let next = nextAtLine(waiting.style, after: index)
    else { return false }
    return series.waits(waiting, for: next)
  }

  /// Whether a member that begins its line goes on at the start of a later one, though its first was not read:
  /// 第二，… 第三，….
  private func isFollowedBelow(_ mark: Label, after index: Int) -> Bool {
    nextAtLine(mark.style, after: index)?.ordinal == mark.ordinal + 1
  }

  /// The next mark of a style at a line's start that no heading keeps apart from the line `index`.
  private func nextAtLine(_ style: Int, after index: Int) -> Label? {
    for line in (index + 1)..<max(shapes.count, index + 1) {
      if isBarrier(line) { return nil }
      guard let number = shapes[line].marks.first else { continue }
      let next = reader.mark(number)
      if next.style == style, next.start == shapes[line].start { return next }
    }
    return nil
  }
}
