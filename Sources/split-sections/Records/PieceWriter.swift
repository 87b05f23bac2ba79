import Filters

/// Writes the pieces of lines, and the records that annotated those lines, in their places.
struct PieceWriter {
  private var tree: OutlineTree?
  private var annotations = Annotations()
  /// Lines joined to one.
  private var joined: [UInt8] = []

  private let unwraps: Bool

  /// Writes a stream, or draws a tree instead; `unwraps` says whether form feeds are no text.
  init(tree: OutlineTree?, unwraps: Bool) {
    self.tree = tree
    self.unwraps = unwraps
  }

  /// Begins a document.
  mutating func open(_ name: Span<UInt8>, into output: inout Output) throws(Failure) {
    try tree?.open(name, into: &output)
  }

  /// Writes what is left of a document.
  mutating func finish(into output: inout Output) throws(Failure) {
    try tree?.flush(into: &output)
  }

  /// Writes the pieces that the outline finds in the held lines `lines`, which are one line; each piece
  /// is followed by those of the records before `end` that annotate it.
  mutating func write(
    _ lines: Range<Int>, of window: borrowing Window, annotatedTo end: Int,
    by outline: inout Outline, into output: inout Output
  ) throws(Failure) {
    let line = window.record(at: lines.lowerBound)
    annotations.place(window, lines.upperBound..<end, of: line.line)
    if lines.count == 1 {
      let pages = unwraps ? Unwrapper.pageStarts(in: line.text) : 0
      let text = line.text.extracting(pages..<line.text.count)
      outline.decide(lines.lowerBound, text)
      try write(outline.pieces, of: text, line.line, line.column, window, into: &output)
    } else {
      joined.removeAll(keepingCapacity: true)
      for index in lines {
        let text = window.record(at: index).text
        let pages = Unwrapper.pageStarts(in: text)
        Unwrapper.join(text.extracting(pages..<text.count), to: &joined)
      }
      let text = joined
      outline.decide(lines.lowerBound, text.span)
      try write(outline.pieces, of: text.span, line.line, 1, window, into: &output)
    }
  }

  private mutating func write(
    _ pieces: [Piece], of text: Span<UInt8>, _ line: Int, _ first: Int,
    _ window: borrowing Window, into output: inout Output
  ) throws(Failure) {
    var column = first
    var counted = 0
    for number in pieces.indices {
      let piece = pieces[number]
      if piece.start > counted {
        column += text.scalarCount(counted..<piece.start)
        counted = piece.start
      }
      try write(piece, of: text, line, column, into: &output)
      guard annotations.remain else { continue }
      let isLast = number + 1 == pieces.count
      let limit = isLast ? .max : column + text.scalarCount(piece.start..<piece.end)
      while let other = annotations.next(before: limit, all: isLast) {
        try pass(window, other..<other + 1, into: &output)
      }
    }
  }

  /// Passes held records on as they are.
  mutating func pass(
    _ window: borrowing Window, _ range: Range<Int>, into output: inout Output
  ) throws(Failure) {
    for index in range { try pass(window.record(at: index), into: &output) }
  }

  /// Passes a record on as it is.
  mutating func pass(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    guard tree != nil else { return try output.pass(record) }
    switch record.kind {
    case .title:
      try tree?.take(record.line, depth: 0, label: record.label, title: record.text, into: &output)
    case .section:
      try tree?.take(
        record.line, depth: record.depth, label: record.label, title: record.title, into: &output)
    case .text: tree?.count(record.line, record.text)
    default: break
    }
  }

  private mutating func write(
    _ piece: Piece, of text: Span<UInt8>, _ line: Int, _ column: Int, into output: inout Output
  ) throws(Failure) {
    let whole = text.extracting(piece.start..<piece.end)
    switch piece.kind {
    case .title:
      guard tree != nil else { return try output.title(line, column, whole) }
      try tree?.take(line, depth: 0, label: text.extracting(0..<0), title: whole, into: &output)
    case .text:
      guard tree != nil else {
        return try output.text(line, column, depth: piece.depth, whole)
      }
      tree?.count(line, whole)
    case .section(let kind):
      let label = text.extracting(piece.start..<piece.title)
      let title = text.extracting(piece.title..<piece.stop)
      guard tree != nil else {
        return try output.section(
          line, column, depth: piece.depth, kind: kind, label: label, title: title,
          stop: text.extracting(piece.stop..<piece.end))
      }
      try tree?.take(line, depth: piece.depth, label: label, title: title, into: &output)
    }
  }
}
