import Filters

/// Finds the lines that a page's width broke off, as in text taken from a PDF file.
///
/// A line goes on in the next one if it reaches the right edge of the lines around it and the next one
/// neither has a label nor is indented as a paragraph is. At the end of a sentence it goes on only where
/// paragraphs are indented and the next line is not; over blank lines only where a page ends with them. Behind a
/// label that stands alone goes on what may be its title.
struct Unwrapper {
  /// Where a line's text begins and ends on the page, in columns of half a Chinese character.
  struct Extent {
    var left: Int
    var right: Int
  }

  /// Narrower pages are not known to break lines: 22 characters.
  static let narrowest = 44
  /// Lines that decide together where the right edge is.
  private static let neighbours = 32

  private var first: Extent?
  private var last = Extent(left: 0, right: 0)
  private var isLabelled = false
  /// The paragraph is a label and nothing else, 第一章, so that its title may follow.
  private var isLabelAlone = false
  /// The line is whole as it is: a report's title, or an entry of a table of contents with its page's number.
  private var isWhole = false
  private var endsSentence = false
  /// How many more “ than ” the paragraph has so far.
  private var quotations = 0
  /// The line breaks off where what follows belongs to it even if it looks like a label: 第（ 五）项, “一、甲； 二、乙”.
  private(set) var breaksOff = false
  private var widest = 0
  private var widestBefore = 0
  private var leftmost = Int.max
  private var leftmostBefore = Int.max
  private var seen = 0

  /// True while a paragraph may go on.
  var isOpen: Bool { first != nil }

  /// Begins a paragraph with a line; `isLabelled` says whether with a label, `isLabelAlone` whether with nothing else,
  /// `isTitle` whether it is a report's title.
  mutating func begin(
    _ text: Span<UInt8>, isLabelled: Bool, isLabelAlone: Bool, isTitle: Bool
  ) {
    self.isLabelled = isLabelled
    self.isLabelAlone = isLabelAlone
    quotations = 0
    note(text)
    isWhole = isTitle || Self.isEntry(text)
    first = last
  }

  /// Takes a line into the paragraph.
  mutating func goOn(_ text: Span<UInt8>) {
    isLabelAlone = false
    note(text)
    isWhole = Self.isEntry(text)
  }

  /// Ends the paragraph.
  mutating func end() { first = nil }

  /// Forgets the page.
  mutating func reset() { self = Unwrapper() }

  /// Whether `text`, which has no label, is the rest of the paragraph's last line.
  func goesOn(in text: Span<UInt8>) -> Bool {
    guard let first else { return false }
    if isLabelAlone { return text.isTitleBelowLabel }
    if isWhole { return false }
    let next = Self.extent(of: text)
    let edge = max(widest, widestBefore, next.right)
    // Digits are narrower than half a character in many fonts, and what is not laid out has lost the
    // indent of a paragraph's first line: both leave an eighth of the width open at most.
    guard next.right > next.left, last.right >= max(edge - edge / 8, Self.narrowest) else {
      return false
    }
    if next.left < first.left { return true }
    if endsSentence { return false }
    // Where paragraphs are indented, a line as far in as the first one is another first one.
    let isIndented = first.left > min(leftmost, leftmostBefore)
    if next.left <= last.left, !isIndented { return true }
    // Lines below a label may hang under its title.
    return isLabelled && (next.left > first.left || !isIndented)
  }

  /// How many form feeds begin `text`; each says that a page begins here.
  static func pageStarts(in text: Span<UInt8>) -> Int {
    var count = 0
    while count < text.count, text[count] == 0x0C { count += 1 }
    return count
  }

  /// Appends a line to those that it continues: blanks at the break go, except between two words.
  static func join(_ text: Span<UInt8>, to paragraph: inout [UInt8]) {
    let start = text.indexOfTrimmedStart()
    let end = text.indexOfTrimmedEnd(from: start)
    let kept = paragraph.span.indexOfTrimmedEnd()
    paragraph.removeLast(paragraph.count - kept)
    if start < end, let before = paragraph.last, before < 0x80, text[start] < 0x80 {
      paragraph.append(0x20)
    }
    paragraph.append(copying: text.extracting(start..<end))
  }

  private mutating func note(_ text: Span<UInt8>) {
    last = Self.extent(of: text)
    let end = Self.lastScalar(of: text)
    quotations = max(quotations + Self.quotations(in: text), 0)
    breaksOff = opensBracket(end) || quotations > 0 && !split_sections.endsSentence(end)
    endsSentence = Self.endsSentence(text) || (!isLabelled && Self.isBracketed(text))
    widest = max(widest, last.right)
    leftmost = min(leftmost, last.left)
    seen += 1
    if seen == Self.neighbours {
      widestBefore = widest
      leftmostBefore = leftmost
      widest = 0
      leftmost = .max
      seen = 0
    }
  }

  private static func extent(of text: Span<UInt8>) -> Extent {
    let start = text.indexOfTrimmedStart()
    let end = text.indexOfTrimmedEnd(from: start)
    let left = width(of: text, 0..<start)
    return Extent(left: left, right: left + width(of: text, start..<end))
  }

  /// Columns: two for a character of three or more bytes.
  private static func width(of text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var columns = 0
    for i in range {
      let byte = text[i]
      if byte >= 0xE2 { columns += 2 } else if byte < 0x80 || byte >= 0xC0 { columns += 1 }
    }
    return columns
  }

  private static func endsSentence(_ text: Span<UInt8>) -> Bool {
    let end = lastScalar(of: text)
    return end == 0 || split_sections.endsSentence(end) || isColon(end)
  }

  /// The last character that is no blank; 0 if there is none.
  private static func lastScalar(of text: Span<UInt8>) -> UInt32 {
    var i = text.indexOfTrimmedEnd() - 1
    while i > 0, text[i] & 0xC0 == 0x80 { i -= 1 }
    return i < 0 ? 0 : text.scalar(at: i).value
  }

  /// How many more “ than ” a line has.
  private static func quotations(in text: Span<UInt8>) -> Int {
    var count = 0
    // “ is E2 80 9C, ” E2 80 9D.
    for i in 0..<max(text.count - 2, 0) where text[i] == 0xE2 && text[i + 1] == 0x80 {
      if text[i + 2] == 0x9C { count += 1 } else if text[i + 2] == 0x9D { count -= 1 }
    }
    return count
  }

  /// Whether dots and a page's number end a line.
  private static func isEntry(_ text: Span<UInt8>) -> Bool {
    let end = text.indexOfTrimmedEnd()
    var i = end
    while i > 0, text[i - 1] >= 0x30, text[i - 1] <= 0x39 { i -= 1 }
    guard i < end, end - i < 4 else { return false }
    i = text.indexOfTrimmedEnd(from: 0, to: i)
    // Three dots, or the last bytes of … or of two ·.
    guard i > 2 else { return false }
    switch text[i - 1] {
    case 0x2E: return text[i - 2] == 0x2E && text[i - 3] == 0x2E
    case 0xA6: return text[i - 2] == 0x80
    case 0xB7: return text[i - 2] == 0xC2 && text[i - 3] == 0xB7
    default: return false
    }
  }

  /// Whether a line stands in brackets as a whole, as under a title: （2024年1月16日在…会议上）.
  private static func isBracketed(_ text: Span<UInt8>) -> Bool {
    let end = text.indexOfTrimmedEnd()
    guard end >= 3 else { return false }
    let (first, _) = text.scalar(at: text.indexOfTrimmedStart())
    let (last, _) = text.scalar(at: end - 3)
    return (first == 0xFF08 || first == 0x28) && (last == 0xFF09 || text[end - 1] == 0x29)
  }
}
