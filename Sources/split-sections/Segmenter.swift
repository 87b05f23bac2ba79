import Filters

/// Holds back the records of a document as far as the window reaches, and gives them segmented: as a
/// stream, or as a tree for eyes.
struct Segmenter: ~Copyable {
  private var outline: Outline
  private var window = Window()
  private var writer: PieceWriter

  /// Begins with an outline, and with the tree that is to be drawn instead of a stream.
  init(_ outline: Outline, tree: OutlineTree? = nil) {
    self.outline = outline
    writer = PieceWriter(tree: tree)
  }

  /// Takes the next record.
  mutating func receive(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    if !window.hasRoom(for: record) {
      try release(max(window.count / 2, 1), into: &output)
      if !window.hasRoom(for: record) { try release(window.count, into: &output) }
    }
    switch record.kind {
    case .line: outline.add(record.text)
    case .title, .section, .text: outline.add(.segmented)
    default: outline.add(.annotation)
    }
    window.append(record)
  }

  /// Writes all that is held and begins anew.
  mutating func finish(into output: inout Output) throws(Failure) {
    try release(window.count, into: &output)
    try writer.finish(into: &output)
    outline.reset()
  }

  /// Forgets all that is held.
  mutating func reset() {
    window.removeAll()
    outline.reset()
  }

  /// Writes the oldest `count` records, and those that annotate the last of them.
  private mutating func release(_ count: Int, into output: inout Output) throws(Failure) {
    var index = 0
    while index < count {
      var next = index + 1
      while next < window.count, outline.shapes[next].role == .annotation { next += 1 }
      switch outline.shapes[index].role {
      case .line:
        try writer.write(index, of: window, annotatedTo: next, by: &outline, into: &output)
      case .blank:
        // A line without text has no record after segmentation; what annotates it stays.
        try writer.pass(window, index + 1..<next, into: &output)
      case .annotation, .segmented:
        try writer.pass(window, index..<next, into: &output)
      }
      index = next
    }
    window.removeFirst(index)
    outline.removeFirst(index)
  }
}
