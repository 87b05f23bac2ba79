/// The enumerations that are open in running text, outermost first.
struct ItemSeries {
  /// One enumeration: 一是 … 二是 … 三是.
  struct Series {
    var style: Int
    var last: Int
    var depth: Int
    /// A member of it began in the paragraph at hand, so that what follows stands inside that member.
    var isActive: Bool
    /// Its members begin lines, so that a member inside a line is not one of them.
    var beginsLines: Bool
    /// The style of the headings that stand inside members; -1 if none was met.
    var inner = -1
  }

  private(set) var open: [Series] = []
  private let styles: [LabelStyles.Style]

  init(_ styles: [LabelStyles.Style]) { self.styles = styles }

  /// A new paragraph begins: members of earlier ones hold it no longer, but their series may go on.
  mutating func beginParagraph() {
    for index in open.indices { open[index].isActive = false }
  }

  /// A heading closes every enumeration.
  mutating func close() { open.removeAll(keepingCapacity: true) }

  /// The depth of the member that holds the place at hand, if one does.
  var activeDepth: Int? { open.last { $0.isActive }?.depth }

  /// Takes a mark as the next member of an open series; its depth, or nil if no series waits for it.
  ///
  /// Where several wait, a mark at a line's start goes to one whose members begin lines, and one
  /// inside a line to one whose members do not.
  mutating func goOn(with mark: Label, beginsLine: Bool) -> Int? {
    let fitting = open.indices.last {
      open[$0].beginsLines == beginsLine && waits(open[$0], for: mark)
    }
    guard let index = fitting ?? open.indices.last(where: { waits(open[$0], for: mark) }) else {
      return nil
    }
    open.removeLast(open.count - index - 1)
    open[index].last = mark.ordinal
    open[index].isActive = true
    return open[index].depth
  }

  /// Opens a series inside the member at hand, or below a section of depth `base`.
  ///
  /// With `outer`, the series of that index waits for another member and holds this one.
  mutating func begin(with mark: Label, beginsLine: Bool, base: Int, inside outer: Int?) -> Int {
    var depth = base + 1
    if let active = open.lastIndex(where: { $0.isActive }) {
      open.removeLast(open.count - active - 1)
      depth = open[active].depth + 1
    } else if let outer, outer < open.count {
      open.removeLast(open.count - outer - 1)
      depth = open[outer].depth + 1
    } else {
      close()
    }
    depth = min(depth, 1000)
    open.append(
      Series(
        style: mark.style, last: mark.ordinal, depth: depth, isActive: true,
        beginsLines: beginsLine))
    return depth
  }

  /// Notes that headings of a style stand inside the members of the series `index`.
  mutating func note(inner style: Int, of index: Int) { open[index].inner = style }

  /// Whether `mark` is the next member of `series`.
  func waits(_ series: Series, for mark: Label) -> Bool {
    guard series.style == mark.style || styles[series.style].like == mark.style else {
      return false
    }
    if mark.ordinal == LabelStyles.last { return series.last >= 2 && series.last < mark.ordinal }
    if mark.ordinal == series.last + 1 { return true }
    // A word such as 再次 may follow 首先 at once; of a numbered series one member may be missing.
    return series.style == mark.style && series.last < LabelStyles.last
      && mark.ordinal == series.last + 2
  }
}
