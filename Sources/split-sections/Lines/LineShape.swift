import Filters

/// All that is known of one held record by itself; decisions look at shapes, not at text.
struct LineShape {
  /// What a record is to the outline.
  enum Role {
    /// A line without text.
    case blank
    /// A line to be segmented.
    case line
    /// A line that goes on from the one before it, and is part of that one.
    case continuation
    /// A record that belongs to the one before it.
    case annotation
    /// A record that is segmented already.
    case segmented
  }

  var role = Role.blank
  /// It is a figure and nothing else, as in a table's cell.
  var isFigure = false
  /// The line's text without its outer blanks.
  var start = 0
  var end = 0
  /// The label of a heading at its start, if one can be read there.
  var label: Label?
  /// The place after the label's blanks.
  var labelEnd = 0
  /// The first sentence after the label.
  var sentence = Sentence()
  /// Where the marks of this line are, counted from the first of the document.
  var marks = 0..<0
  /// What matters to titles, of short lines only.
  var traits = Traits()
  /// The characters of a short line without its blanks; of others `Self.long`.
  var length = Self.long
  /// Stands for the line's characters without blanks and trailing page number, of short lines.
  var fingerprint: UInt64 = 0

  static let long = 1_000

  /// What a short line may be beside a heading.
  struct Traits: OptionSet {
    let rawValue: UInt32

    /// It could be a line of a title by its form.
    static let titleForm = Traits(rawValue: 1)
    /// Its last word is one that titles end with.
    static let titleEnding = Traits(rawValue: 2)
    /// It opens an attachment.
    static let attachment = Traits(rawValue: 4)
    /// It opens a table of contents.
    static let contents = Traits(rawValue: 8)
    /// It is a date or a note in brackets, as under a letter.
    static let signOff = Traits(rawValue: 16)
    /// It begins as the rest of a title does: 的通知.
    static let continuation = Traits(rawValue: 32)
    /// It ends in the middle of a title: an open 《, 关于, 印发.
    static let isOpen = Traits(rawValue: 64)
    /// It has a 《 that stays open, or a 》 that was open before it.
    static let opensQuotation = Traits(rawValue: 8192)
    static let closesQuotation = Traits(rawValue: 16384)
    /// It is set with a blank between its characters.
    static let isSpaced = Traits(rawValue: 128)
    /// It could be a title by its form, but for a colon: 张三：如何防范风险.
    static let quotedTitleForm = Traits(rawValue: 512)
    /// It is a remark in brackets that belongs to the title above it: （试行）.
    static let titleNote = Traits(rawValue: 1024)
    /// It is a row of what a page says of the document, such as its 索引号.
    static let noted = Traits(rawValue: 2048)
    /// It is headed as one of several reports: 工作总结篇1.
    static let piece = Traits(rawValue: 4096)
    /// It ends with a colon, as 各位代表： does, and is no note.
    static let address = Traits(rawValue: 32768)
    /// It is the number of an issue, as below the name of a periodical: 第6期.
    static let issue = Traits(rawValue: 65536)
    /// It begins as an editor's note does: 编者按：.
    static let editorial = Traits(rawValue: 262144)
    /// It is a word that ends titles, and too short to be one: 请示.
    static let bareEnding = Traits(rawValue: 131072)
    /// It ends with a page number after dots or a blank.
    static let pageNumber = Traits(rawValue: 256)

    /// It is a title by its form and its end, and nothing of it stays open.
    var isWholeTitle: Bool {
      isSuperset(of: [.titleForm, .titleEnding])
        && isDisjoint(with: [.isOpen, .opensQuotation, .closesQuotation])
    }
  }

  /// The place after the label, or the line's start.
  var bodyStart: Int { label == nil ? start : labelEnd }

  /// It is 附件 or 附件1： and nothing else.
  var opensAttachment: Bool { traits.contains(.attachment) && !holdsAttachmentTitle }

  /// It is 附件1： and the attachment's title.
  var holdsAttachmentTitle: Bool { traits.isSuperset(of: [.attachment, .quotedTitleForm]) }

  /// Takes the label at the line's start.
  mutating func take(_ new: Label, in text: Span<UInt8>) {
    label = new
    labelEnd = text.indexOfTrimmedStart(from: new.end, to: end)
    sentence = text.sentence(from: labelEnd, to: end, semicolons: false)
    if new.isBold(in: text) { sentence.takeBold(text) }
  }
}

/// Makes shapes of lines, with memory that is used again.
struct ShapeReader {
  let styles: LabelStyles
  /// The marks of all lines held, oldest first.
  private(set) var marks: [Label] = []
  /// How many marks of older lines are gone.
  private(set) var goneMarks = 0
  /// A short line's characters, in memory that is used again.
  var squeezed: [UInt32] = []
  /// A table of contents has begun.
  private var hasContents = false
  /// A line that is a figure has been met.
  private(set) var hasFigures = false
  /// So many more lines are looked at as titles: those at the start, and those below a sign-off.
  private var titlesWanted = ShapeReader.front

  /// The lines at a document's start that are looked at as titles.
  private static let front = 40
  /// The same after a line that a title may follow.
  private static let afterSignOff = 8

  /// The most marks that one line can have: beyond them text stays text.
  static let mostMarks = 4096
  /// A line of more bytes is body.
  static let mostTitleBytes = 360

  init(styles: LabelStyles) { self.styles = styles }

  /// Whether a line begins with a label that needs no other beside it.
  func isLabelled(_ text: Span<UInt8>) -> Bool {
    let start = text.indexOfTrimmedStart()
    guard let label = styles.label(in: text, at: start, item: false) else {
      return styles.label(in: text, at: start, item: true) != nil
    }
    return !styles.styles[label.style].need.isOfSeries
      && !styles.isDoubtful(label, in: text, before: text.indexOfTrimmedEnd(from: start))
  }

  /// Whether a line is the label of a heading and nothing else, 第一章, and what follows such a label is a title.
  func isLabelAlone(_ text: Span<UInt8>) -> Bool {
    let start = text.indexOfTrimmedStart()
    guard let label = styles.label(in: text, at: start, item: false) else { return false }
    let style = styles.styles[label.style]
    return label.end == text.indexOfTrimmedEnd(from: start) && style.body == .title
      && style.need == .nothing
  }

  /// Reads one line.
  mutating func shape(_ text: Span<UInt8>) -> LineShape {
    var shape = LineShape()
    read(text, into: &shape)
    return shape
  }

  /// Reads one line into a fresh shape, which is too large to be copied without need.
  mutating func read(_ text: Span<UInt8>, into shape: inout LineShape) {
    shape.marks = goneMarks + marks.count..<goneMarks + marks.count
    if text.isEmpty { return }
    shape.start = text.indexOfTrimmedStart()
    shape.end = text.indexOfTrimmedEnd(from: shape.start)
    guard shape.start < shape.end else { return }
    shape.role = .line
    if let label = styles.lineLabel(in: text, at: shape.start, before: shape.end),
      !label.isOfPiece(in: text)
    {
      shape.take(label, in: text)
    }
    if isFigure(text, shape.start..<shape.end) {
      shape.isFigure = true
      hasFigures = true
    }
    styles.marks(
      in: text, shape.bodyStart..<shape.end, limit: Self.mostMarks, into: &marks)
    let first = shape.marks.lowerBound - goneMarks
    if first < marks.count {
      if shape.label == nil, shape.end - shape.start <= Self.mostTitleBytes {
        forgetMarksOfRow(first, text, shape)
      }
      styles.addUnstopped(
        to: &marks, from: first, in: text, shape.bodyStart, heading: shape.label)
    }
    shape.marks = shape.marks.lowerBound..<goneMarks + marks.count
    // Of labelled lines only a table of contents wants to know more.
    if shape.end - shape.start <= Self.mostTitleBytes,
      shape.label.map({ $0.doubt == .figure }) ?? true || hasContents,
      !endsWithStop(text, shape),
      titlesWanted > 0 || hasContents || mayOpenPart(text, shape) || mayBePiece(text, shape)
    {
      readTitleTraits(text, &shape)
      if shape.traits.contains(.contents) { hasContents = true }
      if shape.opensAttachment || !shape.traits.isDisjoint(with: [.contents, .signOff, .piece]) {
        titlesWanted = max(titlesWanted, Self.afterSignOff)
      }
    }
    if titlesWanted > 0, isEditorial(text, shape) { shape.traits.insert(.editorial) }
    titlesWanted -= 1
  }

  /// Forgets the marks from `first` on if they stand in a row of a table.
  private mutating func forgetMarksOfRow(_ first: Int, _ text: Span<UInt8>, _ shape: LineShape) {
    let beginsLine = first < marks.count && marks[first].start == shape.start
    let line = shape.start..<shape.end
    if beginsLine || text.firstIndex(of: 0x09, from: shape.start) < shape.end,
      styles.isRow(text, line)
    {
      marks.removeLast(marks.count - first)
    }
  }

  /// Whether the line is a number of four digits or more, a shorter one with a point, or a percentage.
  private func isFigure(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count < 24 else { return false }
    var digits = 0
    var points = 0
    for i in range {
      switch text[i] {
      case 0x30...0x39: if points == 0 { digits += 1 }
      case 0x2E: points += 1
      case 0x2C, 0x20, 0x7C: break
      case 0x25: return digits > 0 && points < 2 && i + 1 == range.upperBound
      default: return false
      }
    }
    return points == 0 ? digits > 3 : points == 1 && digits > 2
  }

  /// The mark of a number counted from the document's first.
  func mark(_ number: Int) -> Label { marks[number - goneMarks] }

  /// Forgets the marks before `number`.
  mutating func forgetMarks(before number: Int) {
    let count = min(max(number - goneMarks, 0), marks.count)
    marks.removeFirst(count)
    goneMarks += count
  }

  /// Forgets everything.
  mutating func reset() {
    marks.removeAll(keepingCapacity: true)
    goneMarks = 0
    hasContents = false
    hasFigures = false
    titlesWanted = Self.front
  }
}
