import Filters

/// The outline of one document while it is read: decides for each held line what it is.
///
/// Lines are shown in order (`add`), then asked for in order (`pieces`); in between lies what can be
/// looked ahead at.
struct Outline {
  let styles: LabelStyles
  /// Sections of greater depth are text.
  var maxDepth = 1000
  /// Members of enumerations are looked for.
  var findsItems = true

  var reader: ShapeReader
  /// What is held, oldest first.
  var shapes = HeldShapes()
  var levels: Levels
  var series: ItemSeries
  /// The pieces of the line asked for last, in order.
  var pieces: [Piece] = []
  /// How many records of the document were given up already.
  var gone = 0
  /// The records, counted from the document's first, that are lines of a title.
  var titleLines = 0..<0
  /// The lines before this record belong to a table of contents.
  var contentsEnd = 0
  /// A line of the body has been met.
  var hasBody = false
  /// The last title is the head of one of several reports, and no line of its body has been met.
  var isBelowPiece = false
  /// No line with text has been decided yet.
  var isAtHead = true
  /// The line decided last was a heading and nothing else.
  var isBelowHeading = false
  /// It ended with a colon.
  var isBelowColon = false
  /// The last number taken of each style, in this part; 0 if none.
  var lastOrdinals: [Int]
  /// Whether the last section of each style had a title.
  var hadTitle: [Bool]
  /// How the last section's title ended, of each style, if it was short and stood before body; or 0.
  var titleEndings: [UInt64]
  /// Whether the list at hand of each style is one of clauses.
  var holdsClauses: [Bool]
  /// An attachment has been opened.
  var hasAttachment = false
  /// The last entry of a list of attachments below the text, and its style; -1 before the first.
  var attachmentList: (style: Int, ordinal: Int)?
  /// The last label of this part that was rather a figure.
  var lastFigure: Label?
  var items: [Item] = []
  /// The depth of what leads to the first member of a list of headings, if one was found in the line.
  var leadDepth: Int?
  /// The labels of a line that holds several, with the one that it begins with.
  var members: [Label] = []

  /// A member of an enumeration that was found in a line.
  struct Item {
    var label: Label
    var depth: Int
  }

  init(styles: LabelStyles) {
    self.styles = styles
    reader = ShapeReader(styles: styles)
    levels = Levels(styles.styles)
    series = ItemSeries(styles.styles)
    lastOrdinals = [Int](repeating: 0, count: styles.styles.count)
    hadTitle = [Bool](repeating: false, count: styles.styles.count)
    holdsClauses = hadTitle
    titleEndings = [UInt64](repeating: 0, count: styles.styles.count)
  }

  /// Holds a line.
  mutating func add(_ text: Span<UInt8>) {
    shapes.append(LineShape())
    reader.read(text, into: &shapes.newest)
  }

  /// Reads the line of the record held last but `back` once more, with those that continue it.
  mutating func replaceLine(back: Int, _ text: Span<UInt8>) {
    shapes[shapes.count - 1 - back] = reader.shape(text)
  }

  /// Holds a record that is not segmented here.
  mutating func add(_ role: LineShape.Role) {
    var shape = LineShape()
    shape.role = role
    shape.marks = reader.goneMarks + reader.marks.count..<reader.goneMarks + reader.marks.count
    shapes.append(shape)
  }

  /// Makes the blank lines held last part of the line before them.
  mutating func continueBlanks(_ count: Int) {
    for index in shapes.count - count..<shapes.count { shapes[index].role = .continuation }
  }

  /// Counts a record that need not be held, while none is.
  mutating func skip() { gone += 1 }

  /// Gives up the oldest records.
  mutating func removeFirst(_ count: Int) {
    shapes.removeFirst(count)
    gone += count
    reader.forgetMarks(
      before: shapes.first?.marks.lowerBound ?? reader.goneMarks + reader.marks.count)
  }

  /// Begins another document.
  mutating func reset() {
    shapes.removeAll()
    reader.reset()
    gone = 0
    titleLines = 0..<0
    contentsEnd = 0
    hasBody = false
    hasAttachment = false
    isBelowPiece = false
    isAtHead = true
    isBelowHeading = false
    isBelowColon = false
    beginPart()
  }

  /// Forgets the numbering, where another part of the document begins.
  mutating func beginPart() {
    levels.reset()
    series.close()
    attachmentList = nil
    lastFigure = nil
    for index in lastOrdinals.indices {
      lastOrdinals[index] = 0
      hadTitle[index] = false
      holdsClauses[index] = false
      titleEndings[index] = 0
    }
  }

  // What is asked about each line is mutating, though it changes nothing: for anything else the compiler copies the
  // whole outline, at each call.

  /// Decides what the held line `index` is and puts it into `pieces`.
  mutating func decide(_ index: Int, _ text: Span<UInt8>) {
    while !pieces.isEmpty { pieces.removeLast() }
    guard shapes[index].role == .line else { return }
    preferPoint(at: index, text)
    if !hasBody, titleLines.isEmpty { cutTitle(at: index, text) }
    if pieces.isEmpty { findTitle(at: index) }
    isAtHead = false
    if pieces.isEmpty, titleLines.contains(gone + index) {
      if gone + index == titleLines.lowerBound, hasBody { beginPart() }
      if gone + index == titleLines.lowerBound {
        isBelowPiece = shapes[index].traits.contains(.piece) && titleLines.count == 1
        if isBelowPiece { hasBody = false }
      }
      pieces.append(Piece(.title, from: shapes[index].start, to: shapes[index].end))
      return
    }
    if gone + index < contentsEnd {
      pieces.append(Piece(.text, from: shapes[index].start, to: shapes[index].end))
      return
    }
    if !hasBody { hasBody = opensBody(at: index, text) }
    if listsAttachments(at: index, text) {
      pieces.append(
        Piece(
          .text, depth: min(levels.depth, maxDepth), from: shapes[index].start,
          to: shapes[index].end))
      return
    }
    while let cut = placeOfNextLabel(at: index, text) {
      decideFirstPart(of: index, before: cut, text)
    }
    decideLabel(of: index, text)
  }

  /// Decides what a line of the body is, or a part of one that is a line by itself.
  mutating func decideLabel(of index: Int, _ text: Span<UInt8>) {
    let shape = shapes[index]
    if let label = shape.label, accepts(label, at: index) {
      let isNested = restartsInside(label, at: index)
      isBelowHeading = shape.sentence.endsLine
      isBelowColon = isBelowHeading && shape.sentence.stop == .colon
      if label.ordinal <= 1 || lastOrdinals[label.style] == 0 {
        holdsClauses[label.style] = beginsClauses(label, at: index)
      }
      lastOrdinals[label.style] = label.ordinal
      let item = holdingItem(of: label, at: index)
      let depth = levels.enter(
        label, isNested: isNested, keeping: levelsKept(above: label, at: index), inside: item)
      if item == nil { series.close() } else { series.beginParagraph() }
      if let second = secondMember(after: label, at: index, text) {
        noteMembers(from: label, second, at: index, text)
        takeMembers(at: index, depth: depth, text)
      } else {
        findItems(in: index, text)
        if depth <= maxDepth {
          appendSection(shape, text, depth: depth)
          return
        }
      }
    } else {
      isBelowHeading = false
      isBelowColon = false
      if shape.label?.doubt == .figure { lastFigure = shape.label }
      series.beginParagraph()
      findItems(in: index, text)
    }
    let depth = leadDepth ?? (shape.label == nil ? paragraphDepth(at: index) : levels.depth)
    appendText(from: shape.start, to: shape.end, depth: min(depth, maxDepth), text)
  }

  /// Whether the body has begun with the held line `index`: it is a heading, a long line, a sentence or an address.
  private mutating func opensBody(at index: Int, _ text: Span<UInt8>) -> Bool {
    let shape = shapes[index]
    if let label = shape.label {
      // A number alone may be the page's.
      let isPageNumber =
        shape.labelEnd == shape.end && styles.styles[label.style].need != .nothing
      return !isPageNumber && (accepts(label, at: index) || !isHeadingShaped(shape))
    }
    if !shape.traits.isDisjoint(with: [.noted, .editorial]) { return false }
    if Self.endsWithColon(shape, text) { return true }
    let isBody =
      shape.length > TitleLine.longest
      || text.sentence(from: shape.start, to: shape.end, semicolons: false).stop == .period
    return isBody && !isAside(shape, text)
  }

  /// 各位代表： opens the body.
  private static func endsWithColon(_ shape: LineShape, _ text: Span<UInt8>) -> Bool {
    text[shape.end - 1] == 0x3A
      || (shape.end - shape.start > 3 && text.scalar(at: shape.end - 3).value == 0xFF1A)
  }
}
