import Filters

/// Holds back the records of a document as far as the window reaches, and gives them segmented: as a
/// stream, or as a tree for eyes.
struct Segmenter: ~Copyable {
  private var outline: Outline
  private var window = Window()
  private var writer: PieceWriter
  private let unwraps: Bool
  private var unwrapper = Unwrapper()
  /// The lines joined to one, and how many continue the first.
  private var paragraph: [UInt8] = []
  private var continuations = 0
  /// The blank lines behind them, which belong to the paragraph if it goes on over the end of a page.
  private var blanks = 0
  /// A paragraph goes on over so many blank lines at most.
  private static let mostBlanks = 8

  /// Begins with an outline, and with the tree that is to be drawn instead of a stream; `unwraps` says
  /// whether lines that a page's width broke off are joined first.
  init(_ outline: Outline, tree: OutlineTree? = nil, unwraps: Bool = false) {
    self.outline = outline
    self.unwraps = unwraps
    writer = PieceWriter(tree: tree, unwraps: unwraps)
  }

  /// Takes the next record.
  mutating func receive(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    if window.isEmpty, record.kind != .line {
      // What is segmented already waits for nothing.
      outline.skip()
      return try writer.pass(record, into: &output)
    }
    if !window.hasRoom(for: record) {
      endParagraph()
      try release(max(window.count / 2, 1), into: &output)
      if !window.hasRoom(for: record) { try release(window.count, into: &output) }
    }
    switch record.kind {
    case .line:
      if unwraps { addWrapped(record.text) } else { outline.add(record.text) }
    case .title, .section, .text:
      endParagraph()
      outline.add(.segmented)
    default:
      endParagraph()
      outline.add(.annotation)
    }
    window.append(record)
  }

  /// Writes all that is held and begins anew.
  mutating func finish(into output: inout Output) throws(Failure) {
    endParagraph()
    try release(window.count, into: &output)
    try writer.finish(into: &output)
    outline.reset()
  }

  /// Begins a document; forgets all that is held.
  mutating func open(_ document: borrowing Document, into output: inout Output) throws(Failure) {
    try writer.open(document.id, into: &output)
    window.removeAll()
    outline.reset()
    unwrapper.reset()
    continuations = 0
    blanks = 0
  }

  // MARK: Unwrapping

  /// Holds a line that may be the rest of the one before it.
  private mutating func addWrapped(_ whole: Span<UInt8>) {
    // A form feed is where the page ends, not text.
    let pages = Unwrapper.pageStarts(in: whole)
    let text = whole.extracting(pages..<whole.count)
    if text.indexOfTrimmedStart() == text.count, unwrapper.isOpen, blanks < Self.mostBlanks {
      // Where a page ends in the middle of a paragraph there are blank lines.
      blanks += 1
      return outline.add(text)
    }
    let isLabelled = outline.reader.isLabelled(text)
    if unwrapper.isOpen, !isLabelled || unwrapper.breaksOff, blanks == 0 || pages > 0,
      unwrapper.goesOn(in: text)
    {
      unwrapper.goOn(text)
      Unwrapper.join(text, to: &paragraph)
      outline.continueBlanks(blanks)
      continuations += blanks + 1
      blanks = 0
      outline.add(.continuation)
      return
    }
    endParagraph()
    outline.add(text)
    paragraph.removeAll(keepingCapacity: true)
    Unwrapper.join(text, to: &paragraph)
    unwrapper.begin(
      text, isLabelled: isLabelled,
      isLabelAlone: isLabelled && outline.reader.isLabelAlone(text),
      isTitle: outline.isWholeTitleAtHead(text))
  }

  /// The paragraph at hand is whole: what was joined is read as one line.
  private mutating func endParagraph() {
    unwrapper.end()
    if continuations > 0 {
      let whole = paragraph
      outline.replaceLine(back: continuations + blanks, whole.span)
    }
    continuations = 0
    blanks = 0
  }

  // MARK: Writing

  /// Writes the oldest `count` records, and those that continue or annotate the last of them.
  private mutating func release(_ count: Int, into output: inout Output) throws(Failure) {
    var index = 0
    while index < count {
      var next = index + 1
      while next < window.count, outline.shapes[next].role == .continuation { next += 1 }
      let joined = next
      while next < window.count, outline.shapes[next].role == .annotation { next += 1 }
      switch outline.shapes[index].role {
      case .line:
        try writer.write(
          index..<joined, of: window, annotatedTo: next, by: &outline, into: &output)
      case .blank, .continuation:
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
