import Filters

/// Where the current record stands among the sections of its document: a path like `1.4.2`, and a title.
struct SectionPath: ~Copyable {
  /// A section that is open.
  private struct Level {
    let depth: Int
    /// How many sections of the next level it had so far.
    var children = 0
    /// Where its part of the path ends.
    let pathEnd: Int
    /// Its title, or the nearest one around it, in `titles`.
    let title: Range<Int>
  }

  private var levels: [Level] = []
  private var topSections = 0

  /// The path of the innermost open section; empty where none is open.
  private(set) var path = ByteBuffer(capacity: 64)
  /// The titles of the open sections, one after the other.
  private(set) var titles = ByteBuffer(capacity: 256)
  /// The title of the innermost open section that has one, in `titles`.
  var title: Range<Int> { levels.last?.title ?? 0..<0 }

  /// A title begins a part of the document, in which sections are counted afresh.
  mutating func beginPart() {
    closeSections(from: 0)
    topSections = 0
  }

  /// Closes the sections that a section or text of this depth does not stand in; true if there were any.
  mutating func close(_ kind: RecordKind, depth: Int) -> Bool {
    var first = levels.count
    let least = kind == .section ? depth : depth + 1
    while first > 0, levels[first - 1].depth >= least { first -= 1 }
    guard first < levels.count else { return false }
    closeSections(from: first)
    return true
  }

  /// Opens a section in the innermost open one: counts it and goes there.
  mutating func open(depth: Int, title: Span<UInt8>) {
    let number: Int
    if levels.isEmpty {
      topSections += 1
      number = topSections
    } else {
      levels[levels.count - 1].children += 1
      number = levels[levels.count - 1].children
      path.append(UInt8(ascii: "."))
    }
    path.append(number: number)
    let start = titles.count
    titles.append(title.extracting(title.trimmedRange))
    let own = start..<titles.count
    levels.append(Level(depth: depth, pathEnd: path.count, title: own.isEmpty ? self.title : own))
  }

  private mutating func closeSections(from first: Int) {
    levels.removeLast(levels.count - first)
    path.removeLast(path.count - (levels.last?.pathEnd ?? 0))
    titles.removeLast(titles.count - (levels.last?.title.upperBound ?? 0))
  }
}
