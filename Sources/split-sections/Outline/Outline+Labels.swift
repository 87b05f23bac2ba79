extension Outline {
  /// Whether a label that its own line does not speak against is one, by the lines around it.
  mutating func accepts(_ label: Label, at index: Int) -> Bool {
    let style = styles.styles[label.style]
    let shape = shapes[index]
    if isCell(index) { return false }
    if style.isOrdinalWord, !label.isClosed, shape.labelEnd == label.end,
      shape.labelEnd < shape.end
    {
      // 第十七条申请…: without a blank only where it goes on from the label before, or the next goes on from it.
      let last = lastOrdinals[label.style]
      let goesOn =
        label.ordinal == 1 || label.ordinal == last + 1
        || label.ordinal > last && hasNext(label, at: index)
      if !goesOn, style.body == .clause || label.ordinal <= last || !isHeadingShaped(shape) {
        return false
      }
    }
    if label.doubt != .none, !isProved(label, at: index) { return false }
    if style.need == .neighbour { return acceptsNamed(label, at: index) }
    if style.need == .above { return !levels.open.isEmpty && acceptsBullet(label, at: index) }
    if style.need == .below { return acceptsSign(label, at: index) }
    if style.need == .series { return acceptsLetter(label, at: index) }
    guard style.need == .sequence else { return true }
    if !style.isNumbered { return acceptsBullet(label, at: index) }
    if label.parts > 1 { return acceptsDecimal(label, at: index) }
    if label.outer != 0 { return acceptsWord(label, at: index) }
    guard isHeadingShaped(shape) else { return false }
    if label.ordinal > 1 { return goesOn(label) }
    if beginsRows(label, at: index) { return false }
    return finds(at: index) { next, shape in
      guard isHeadingShaped(shape) || next.parts > 1 else { return false }
      return (next.style == label.style && next.ordinal == 2)
        || (next.parts == 2 && next.outer == 1 && next.ordinal == 1 && isHeadingShaped(shape))
    }
  }

  /// Whether the next letter follows the first, with a body behind each or none, or a later one goes on from its last.
  private func acceptsLetter(_ label: Label, at index: Int) -> Bool {
    if label.ordinal > 1 { return goesOn(label) }
    return finds(at: index) { next, _ in next.style == label.style && next.ordinal == 2 }
  }

  /// Whether the number before it was the last of the style, or opened a section that is still open.
  private func goesOn(_ label: Label) -> Bool {
    lastOrdinals[label.style] + 1 == label.ordinal || goesOnFromLike(label)
      || levels.open.contains { $0.isLike(label) && $0.ordinal + 1 == label.ordinal }
  }

  /// Whether a figure alone stands below, so that the line names a table's row: 一、税收收入 above 136156.
  private func isCell(_ index: Int) -> Bool {
    guard reader.hasFigures, let next = lineAfter(index), shapes[next].isFigure else {
      return false
    }
    return isHeadingShaped(shapes[index])
  }

  /// Whether three lines follow each other with a number and two words parted by a blank, 1 开学 全体, as rows of a table.
  private func beginsRows(_ label: Label, at index: Int) -> Bool {
    guard shapes[index].sentence.hasBlank else { return false }
    var line = index
    for count in 1...2 {
      guard let next = lineAfter(line), let row = shapes[next].label, row.style == label.style,
        row.ordinal == label.ordinal + count, shapes[next].sentence.hasBlank
      else { return false }
      line = next
    }
    return true
  }

  /// Reads the label `3.` of 3.8项制度 where the decimal is none and that is one.
  mutating func preferPoint(at index: Int, _ text: Span<UInt8>) {
    let shape = shapes[index]
    guard let decimal = shape.label, decimal.parts == 2, !accepts(decimal, at: index),
      let label = styles.pointedLabel(in: text, insteadOf: decimal, before: shape.end),
      label.end < decimal.end, accepts(label, at: index)
    else { return }
    shapes[index].take(label, in: text)
  }

  /// 一、二季度 is a heading where 二、 follows; 二、三季度 also where it follows 一、 and looks like one;
  /// neither is where the same number comes again.
  private func isProved(_ label: Label, at index: Int) -> Bool {
    if label.doubt == .figure { return isNoFigure(label, at: index) }
    let goesOn = lastOrdinals[label.style] + 1 == label.ordinal
    for later in shapes[(index + 1)...] {
      guard let next = later.label, next.style == label.style,
        next.doubt == .none || isHeadingShaped(later)
      else { continue }
      if next.ordinal == label.ordinal { return false }
      if next.ordinal == label.ordinal + 1, goesOn || label.ordinal == 1 { return true }
      break
    }
    return goesOn && label.ordinal > 1 && isHeadingShaped(shapes[index])
  }

  /// Whether a label that may be a figure, 3.5月底前, goes on from an open heading, or as the first has the
  /// second behind it; not where the same number comes again.
  private func isNoFigure(_ label: Label, at index: Int) -> Bool {
    let goesOn = levels.open.contains { $0.isLike(label) && $0.ordinal + 1 == label.ordinal }
    let isFirst =
      label.ordinal == 1 && !(lastFigure?.style == label.style && lastFigure?.ordinal == 1)
    guard goesOn || isFirst else { return false }
    for later in shapes[(index + 1)...] {
      guard let next = later.label, next.style == label.style else { continue }
      if next.ordinal == label.ordinal { return false }
      return goesOn || next.ordinal == label.ordinal + 1
    }
    return goesOn
  }

  private func goesOnFromLike(_ label: Label) -> Bool {
    let like = styles.styles[label.style].like
    return like != label.style && lastOrdinals[like] + 1 == label.ordinal
  }

  /// 1.1 after 1, 1.2 after 1.1, or where its next sibling follows.
  private func acceptsDecimal(_ label: Label, at index: Int) -> Bool {
    let last = levels.open.last { $0.isLike(label) }
    if let last, last.outer == label.outer { return label.ordinal == last.ordinal + 1 }
    if label.ordinal == 1 {
      let parent = label.outer % 100
      if levels.open.contains(where: { $0.parts == label.parts - 1 && $0.ordinal == parent }) {
        return isHeadingShaped(shapes[index]) || hasNext(label, at: index)
      }
      if let last, last.outer + 1 == label.outer { return true }
    }
    return label.ordinal < 3 && hasNext(label, at: index)
  }

  /// 问题1： where another 问题 of a higher number follows; the later ones, and 问题1： again, where one was taken.
  private func acceptsNamed(_ label: Label, at index: Int) -> Bool {
    let last = lastOrdinals[label.style]
    if last > 0, label.ordinal == 1 || label.ordinal > last { return true }
    return finds(at: index) { next, _ in
      next.style == label.style && next.ordinal > label.ordinal
    }
  }

  /// 二重保障— after 一重保障—, or 一重保障— where 二重保障— follows; one that is written otherwise may miss.
  private func acceptsWord(_ label: Label, at index: Int) -> Bool {
    if label.ordinal > 1 {
      return levels.open.contains {
        $0.isLike(label) && $0.outer == label.outer && $0.ordinal < label.ordinal
      }
    }
    return finds(at: index) { next, _ in
      next.style == label.style && next.outer == label.outer && next.ordinal > 1
    }
  }

  private func hasNext(_ label: Label, at index: Int) -> Bool {
    finds(at: index) { next, _ in
      next.style == label.style && next.parts == label.parts && next.outer == label.outer
        && next.ordinal == label.ordinal + 1
    }
  }

  /// A bullet is one of several: another opened a section that is still open, or another follows soon.
  ///
  /// Between the title and the body —— begins the rest of the title.
  private func acceptsBullet(_ label: Label, at index: Int) -> Bool {
    if !hasBody, !titleLines.isEmpty, isHeadingShaped(shapes[index]) { return false }
    // - 1 - is the number of a page.
    if label.end - label.start < 3, shapes[index].sentence.length < 4 { return false }
    if levels.open.contains(where: { $0.style == label.style }) { return true }
    var seen = 0
    for later in shapes[(index + 1)...] where later.role == .line {
      if later.label?.style == label.style { return true }
      seen += 1
      if seen == 8 || later.label != nil { return false }
    }
    return false
  }

  /// ■ goes on, or begins a list right below a heading.
  private func acceptsSign(_ label: Label, at index: Int) -> Bool {
    levels.open.contains { $0.style == label.style }
      || isBelowHeading && !levels.open.isEmpty && acceptsBullet(label, at: index)
  }

  /// Short, without a stop inside or a full stop at its end.
  func isHeadingShaped(_ shape: LineShape) -> Bool {
    shape.sentence.endsLine && shape.sentence.stop != .period && shape.sentence.stop != .semicolon
      && shape.sentence.length > 0 && shape.sentence.length <= Self.longestTitle
  }

  /// Whether some label after the line `index` is as `wanted` says.
  private func finds(at index: Int, _ wanted: (Label, LineShape) -> Bool) -> Bool {
    for line in (index + 1)..<shapes.count {
      if let label = shapes[line].label, wanted(label, shapes[line]) { return true }
    }
    return false
  }

  /// Whether a label that numbers anew at an open level begins a list inside the heading at hand:
  /// so it is where that ends with a colon just above, 2、社团干事：, or the open list goes on after the new one has ended.
  mutating func restartsInside(_ label: Label, at index: Int) -> Bool {
    guard case .restart(let level) = levels.place(of: label) else { return false }
    if isBelowColon, level == levels.open.count - 1 { return true }
    var run = 1
    let resumed = levels.open[level].ordinal + 1
    for line in (index + 1)..<shapes.count {
      guard let next = shapes[line].label, shapes[line].role == .line else { continue }
      if next.style == label.style {
        if next.ordinal == run + 1 {
          run += 1
        } else {
          return next.ordinal == resumed && resumed > 1
        }
      } else if levels.open[..<level].contains(where: { $0.style == next.style }) {
        return false
      }
    }
    return false
  }

  /// Whether most of the list that begins with the line `index` has first sentences too long for titles:
  /// then those that are short enough are no titles either.
  mutating func beginsClauses(_ label: Label, at index: Int) -> Bool {
    var count = 0
    var long = 0
    for line in index..<shapes.count {
      guard let next = shapes[line].label, next.style == label.style else { continue }
      if count > 0, next.ordinal <= label.ordinal { break }
      count += 1
      let sentence = shapes[line].sentence
      let hasShortColon = sentence.colon > 0 && sentence.lengthToColon <= Self.longestPhrase
      if sentence.length > Self.longestTitle, !hasShortColon, !sentence.hasTitleBlank { long += 1 }
    }
    return count > 2 ? long * 2 > count : count == 2 && long == 2
  }
}
