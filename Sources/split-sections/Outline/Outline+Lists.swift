// Lists that end where another one begins beside them, told by whether they go on below.

extension Outline {
  /// How many headings stay open above the first label of a new list, where lists before it end there; else nil.
  mutating func levelsKept(above label: Label, at index: Int) -> Int? {
    let style = styles.styles[label.style]
    guard label.ordinal == 1, let last = levels.open.last, case .nested = levels.place(of: label)
    else { return nil }
    if style.rank <= Levels.partRank { return levelsResumed(after: index) }
    if style.need == .neighbour {
      return isParallel(last, to: label, at: index) ? levels.open.count - 1 : nil
    }
    return endsLists(before: label, at: index) ? levels.countOuter(than: label) : nil
  }

  /// How many headings stay open above 第一部分 that stands below 二、 and has 三、 behind it; nil where none goes on.
  private func levelsResumed(after index: Int) -> Int? {
    for count in (0..<levels.open.count).reversed() {
      let level = levels.open[count]
      if styles.styles[level.style].rank < Self.innerRank,
        comesLater(level, after: index)
      {
        return count + 1
      }
    }
    return nil
  }

  /// Whether the next label like that of an open heading has a later number, whatever lies between.
  private func comesLater(_ level: Levels.Level, after index: Int) -> Bool {
    for later in shapes[(index + 1)...] {
      if let next = later.label, level.isLike(next) { return next.ordinal > level.ordinal }
    }
    return false
  }

  /// Whether 收获三： has no 收获四： below 不足一：, so that the lists stand side by side.
  private func isParallel(_ last: Levels.Level, to label: Label, at index: Int) -> Bool {
    let style = styles.styles[last.style]
    return last.ordinal > 1 && style.need == .neighbour
      && style.rank == styles.styles[label.style].rank
      && !levels.hasHeld(label.style, below: last.style) && !goesOn(last, after: index)
  }

  /// Whether the lists of inner styles that stand before the first 一、 end there, as none of them goes on after it.
  private func endsLists(before label: Label, at index: Int) -> Bool {
    let style = styles.styles[label.style]
    guard styles.styles[style.like].need == .nothing, style.body == .title,
      style.rank <= Levels.outerRank,
      let last = levels.open.last, styles.styles[last.style].rank > style.rank
    else { return false }
    let lists = levels.open[levels.countOuter(than: label)...]
    guard let outermost = lists.first, outermost.ordinal > 1,
      !levels.hasHeld(label.style, below: outermost.style),
      lists.allSatisfy({ $0.parts == 1 && styles.styles[$0.style].need == .nothing })
    else { return false }
    return !goesOn(outermost, after: index)
  }

  /// Whether the next label like that of an open heading goes on from it.
  private func goesOn(_ level: Levels.Level, after index: Int) -> Bool {
    for later in shapes[(index + 1)...] {
      if let next = later.label, level.isLike(next) { return next.ordinal == level.ordinal + 1 }
    }
    return false
  }
}
