/// Where in the outline a reader is: the numbers of the sections around him, and the title of the innermost.
struct SectionPath {
  private struct Level {
    let depth: Int
    var number: Int
  }

  private var levels: [Level] = []
  private var topCount = 0
  /// The numbers from the outermost section to the innermost: `1.4.2`; empty outside any.
  private(set) var number: [UInt8] = []
  /// The title of the innermost section that has one.
  private(set) var title: [UInt8] = []

  /// Enters a section: it nests under the nearest earlier one of smaller depth.
  mutating func enter(depth: Int, title: Span<UInt8>) {
    var count = 0
    var isSibling = false
    while let last = levels.last, last.depth >= depth {
      count = last.number
      isSibling = true
      levels.removeLast()
    }
    if levels.isEmpty {
      topCount += 1
      levels.append(Level(depth: depth, number: topCount))
    } else {
      levels.append(Level(depth: depth, number: isSibling ? count + 1 : 1))
    }
    self.title = []
    for i in title.indices { self.title.append(title[i]) }
    number = Array(levels.map { String($0.number) }.joined(separator: ".").utf8)
  }

  /// A new title begins a new part: no section is open.
  mutating func leaveAll() {
    levels = []
    number = []
    title = []
  }
}
