/// The open headings of a document part, outermost first, and how a new label finds its depth.
///
/// Depth comes from the order in which styles appear: the first style met opens a level, a style not
/// open nests below the deepest one, a style that is open returns to its level.
struct Levels {
  /// An open heading.
  struct Level {
    var style: Int
    var ordinal: Int
    var depth: Int
    /// The parts of a decimal number, and all but the last as one number.
    var parts: Int
    var outer: Int

    /// Whether a label is of the kind that opened the level.
    func isLike(_ label: Label) -> Bool { style == label.style && parts == label.parts }
  }

  private(set) var open: [Level] = []
  /// For each pair of styles, whether the second has stood below the first in this part.
  private var holds: [Bool]
  private let styles: [LabelStyles.Style]

  init(_ styles: [LabelStyles.Style]) {
    self.styles = styles
    holds = [Bool](repeating: false, count: styles.count * styles.count)
  }

  /// The depth of the deepest open heading; 0 before the first.
  var depth: Int { open.last?.depth ?? 0 }

  /// Where a label of a style belongs.
  enum Place: Equatable {
    /// It takes the place of the heading open at this index.
    case sibling(Int)
    /// It numbers anew at a level that is open: a parallel list there, or a nested one.
    case restart(Int)
    /// It opens a level after so many open ones.
    case nested(Int)
  }

  /// The place of a label among the open headings.
  func place(of label: Label) -> Place {
    let style = styles[label.style]
    for index in open.indices.reversed() where open[index].isLike(label) {
      if !style.isNumbered || label.parts > 1 || open[index].ordinal + 1 == label.ordinal {
        return .sibling(index)
      }
    }
    if label.ordinal > 1 {
      for index in open.indices.reversed()
      where open[index].ordinal + 1 == label.ordinal && isAlike(open[index].style, label.style) {
        return .sibling(index)
      }
    }
    if let index = open.lastIndex(where: { $0.isLike(label) }) {
      return label.ordinal == 1 ? .restart(index) : .sibling(index)
    }
    return .nested(countAbove(label))
  }

  /// Opens the heading and gives its depth; `isNested` is the answer to a restart, `item` the depth of
  /// the member of an enumeration in which a new level stands; `known` so many headings stay open above a new
  /// level, where the lines below say so.
  mutating func enter(
    _ label: Label, isNested: Bool = false, keeping known: Int? = nil, inside item: Int? = nil
  ) -> Int {
    let kept: Int
    var depth = 0
    switch place(of: label) {
    case .sibling(let index):
      kept = index
      depth = open[index].depth
    case .restart(let index):
      kept = isNested ? open.count : index
      if !isNested { depth = open[index].depth }
    case .nested(let count): kept = known ?? count
    }
    open.removeLast(open.count - kept)
    for level in open where level.style != label.style {
      holds[level.style * styles.count + label.style] = true
    }
    if depth == 0 { depth = min(max(self.depth, item ?? 0) + 1, 1000) }
    open.append(
      Level(
        style: label.style, ordinal: label.ordinal, depth: depth, parts: label.parts,
        outer: label.outer))
    return depth
  }

  /// Whether a label of a style has stood below one of another in this part.
  func hasHeld(_ style: Int, below outer: Int) -> Bool { holds[outer * styles.count + style] }

  /// How many open headings stand above the first of the innermost ones whose styles are inner to that of a label by
  /// custom.
  func countOuter(than label: Label) -> Int {
    let rank = styles[label.style].rank
    return (open.lastIndex { styles[$0.style].rank <= rank } ?? -1) + 1
  }

  /// Closes the headings that stand inside a member of an enumeration, where the next one begins.
  mutating func close(inside item: Int) {
    while let last = open.last, last.depth > item { open.removeLast() }
  }

  /// Closes every heading, for a new part.
  mutating func reset() {
    open.removeAll(keepingCapacity: true)
    for index in holds.indices { holds[index] = false }
  }

  /// The greatest rank of the styles that stand above others wherever they are met.
  static let partRank = 3

  /// The greatest rank of the styles that number the parts of a report.
  static let outerRank = 10

  /// How many open headings stay open above a style that is not among them.
  private func countAbove(_ label: Label) -> Int {
    let style = styles[label.style]
    let rank = style.rank
    var count = open.count
    while count > 0 {
      let deepest = open[count - 1].style
      let isOuter = rank <= Self.partRank && styles[deepest].rank > rank
      let isDeeperDecimal = deepest == label.style && open[count - 1].parts > label.parts
      // 1.1 — 1.2 — 2., but where 1.2 stands below 一、, 1. begins a list in it.
      let isBelowPlain =
        style.isPlain && open[count - 1].parts > 1
        && (label.ordinal > 1 || count == 1)
      // 一、 … —— … （一）: bullets below a heading hold no headings of the outer styles.
      let isBehindBullets =
        count > 1 && !styles[deepest].isNumbered && rank < Outline.innerRank
        && rank < styles[deepest].rank
      // 问题一： 问题二： 一、: such a list holds no parts of the report.
      let isBehindNamed = styles[deepest].need == .neighbour && rank < styles[deepest].rank - 1
      // （三） … 三、: the list that counts on began before what was read, or inside a line.
      let isLate =
        label.ordinal > 1 && style.isNumbered && rank <= Self.outerRank
        && rank < styles[deepest].rank && !hasHeld(label.style, below: deepest)
      guard
        isOuter || isLate || isDeeperDecimal || isBelowPlain || isBehindBullets || isBehindNamed
          || hasHeld(deepest, below: label.style)
      else { break }
      count -= 1
    }
    return count
  }

  private func isAlike(_ one: Int, _ other: Int) -> Bool {
    one == other || styles[one].like == other || styles[other].like == one
  }
}
