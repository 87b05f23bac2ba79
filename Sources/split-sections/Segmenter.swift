import Filters

/// Holds back the records of a document as far as the window reaches, and writes them segmented.
struct Segmenter: ~Copyable {
  private var outline: Outline
  private var window = Window()
  private var annotations = Annotations()

  /// Begins with a document; `tree` has it drawn for eyes instead of written as a stream.
  init(_ outline: Outline) { self.outline = outline }

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
      if outline.shapes[index].role == .line {
        place(index + 1..<next)
        try Self.write(index, of: window, &outline, &annotations, into: &output)
      } else {
        // A line without text has no record after segmentation.
        if outline.shapes[index].role != .blank { try output.pass(window.record(at: index)) }
        for other in (index + 1)..<next { try output.pass(window.record(at: other)) }
      }
      index = next
    }
    window.removeFirst(index)
    outline.removeFirst(index)
  }

  /// Where the records `range` go, which follow the line before them.
  private mutating func place(_ range: Range<Int>) {
    annotations.place(window, range, of: window.record(at: range.lowerBound - 1).line)
  }

  /// Writes a line's pieces, each followed by the records that annotate it.
  private static func write(
    _ index: Int, of window: borrowing Window, _ outline: inout Outline,
    _ annotations: inout Annotations, into output: inout Output
  ) throws(Failure) {
    let line = window.record(at: index)
    outline.decide(index, line.text)
    var column = line.column
    var counted = 0
    for (number, piece) in outline.pieces.enumerated() {
      column += line.text.scalarCount(counted..<piece.start)
      counted = piece.start
      try output.write(piece, of: line.text, line.line, column)
      guard annotations.remain else { continue }
      let isLast = number + 1 == outline.pieces.count
      let limit = isLast ? .max : column + line.text.scalarCount(piece.start..<piece.end)
      while let other = annotations.next(before: limit, all: isLast) {
        try output.pass(window.record(at: other))
      }
    }
    while let other = annotations.next(before: .max, all: true) {
      try output.pass(window.record(at: other))
    }
  }
}

extension Output {
  /// Writes one piece of a line as its record.
  mutating func write(
    _ piece: Piece, of text: Span<UInt8>, _ line: Int, _ column: Int
  ) throws(Failure) {
    let kind: SectionKind
    switch piece.kind {
    case .title: return try title(line, column, text.extracting(piece.start..<piece.end))
    case .text:
      return try self.text(
        line, column, depth: piece.depth, text.extracting(piece.start..<piece.end))
    case .heading: kind = .heading
    case .runin: kind = .runin
    case .item: kind = .item
    }
    try section(
      line, column, depth: piece.depth, kind: kind,
      label: text.extracting(piece.start..<piece.title),
      title: text.extracting(piece.title..<piece.stop),
      stop: text.extracting(piece.stop..<piece.end))
  }
}
