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
    guard let next = lineAfter(index), shapes[next].role == .line else { return }
    let shape = shapes[index]
    let place = items.last?.label.end ?? shape.bodyStart
    if let number = shapes[next].marks.first {
      let second = reader.mark(number)
      if second.ordinal == 2, second.start == shapes[next].start,
        !series.open.contains(where: { series.waits($0, for: second) }),
        let first = styles.unstoppedFirst(of: second, in: text, place..<shape.end)
      {
        begin(first, in: index)
      }
    }
    if let heading = shape.label, let second = shapes[next].label, second.ordinal == 2,
      second.style != heading.style, second.doubt == .none,
      styles.styles[second.style].need == .nothing,
      !levels.open.contains(where: { $0.isLike(second) }),
      let first = styles.unstoppedHeading(of: second, in: text, place..<shape.end)
    {
      enter(first, at: first)
    }
  }

  private func isSecond(_ next: Label, after label: Label) -> Bool {
    next.style == label.style && next.parts == label.parts && next.ordinal == 2
  }
}
