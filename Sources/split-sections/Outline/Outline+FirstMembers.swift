import Filters

// First members of lists that stand in the line of what leads to them, while the second begins a line of its own.

extension Outline {
  /// The heading's label at a mark in the line of another heading, 三、要求 1、多学。, or behind the words that lead to
  /// it, 汇报如下：一、概况。, where the next one goes on from it, 2、多干。.
  mutating func firstOfList(_ mark: Label, in index: Int, _ text: Span<UInt8>) -> Label? {
    let shape = shapes[index]
    guard let label = styles.lineLabel(in: text, at: mark.start, before: shape.end),
      !levels.open.contains(where: { $0.isLike(label) }),
      let next = shapes[(index + 1)...].first(where: {
        $0.label.map { shape.label != nil || $0.style == label.style } ?? false
      })?.label
    else { return nil }
    return isSecond(next, after: label) ? label : nil
  }

  /// Opens the section of the first member of a list that goes on in headings.
  mutating func enter(_ label: Label, at mark: Label) {
    if items.isEmpty { leadDepth = levels.depth }
    lastOrdinals[label.style] = 1
    items.append(Item(label: mark, depth: levels.enter(label)))
  }

  /// Adds the first member, with no stop before it, of what the next line goes on from: an enumeration, or a list in
  /// the line of a heading.
  mutating func takeUnstopped(in index: Int, _ text: Span<UInt8>) {
    // Hardly any line is followed by a second member: that is asked first, without a copy of a shape.
    guard let next = lineAfter(index), shapes[next].role == .line else { return }
    if let number = shapes[next].marks.first {
      takeUnstopped(before: reader.mark(number), atLine: next, in: index, text)
    } else if shapes[next].label?.ordinal == 2, let second = shapes[next].label,
      let heading = shapes[index].label
    {
      takeUnstopped(before: second, below: heading, in: index, text)
    }
  }

  private mutating func takeUnstopped(
    before second: Label, atLine next: Int, in index: Int, _ text: Span<UInt8>
  ) {
    guard second.ordinal == 2, second.start == shapes[next].start,
      !series.open.contains(where: { series.waits($0, for: second) }),
      let first = styles.unstoppedFirst(of: second, in: text, freePart(of: index))
    else { return }
    begin(first, in: index)
  }

  private mutating func takeUnstopped(
    before second: Label, below heading: Label, in index: Int, _ text: Span<UInt8>
  ) {
    guard second.style != heading.style, second.doubt == .none,
      styles.styles[second.style].need == .nothing,
      !levels.open.contains(where: { $0.isLike(second) }),
      let first = styles.unstoppedHeading(of: second, in: text, freePart(of: index))
    else { return }
    enter(first, at: first)
  }

  /// The part of a line behind the last member found in it.
  private func freePart(of index: Int) -> Range<Int> {
    let start = items.last?.label.end ?? shapes[index].bodyStart
    return start..<max(start, shapes[index].end)
  }

  private func isSecond(_ next: Label, after label: Label) -> Bool {
    next.style == label.style && next.parts == label.parts && next.ordinal == 2
  }
}
