import Filters

/// What one record will hold of a line: places in its text.
struct Piece {
  /// What kind of record it will be.
  enum Kind { case title, text, section(SectionKind) }

  var kind: Kind
  var depth = 0
  /// LABEL, or TEXT of a title or text, begins here.
  var start: Int
  /// TITLE begins here.
  var title = 0
  /// STOP begins here.
  var stop = 0
  /// The record's text ends here, where the next one's begins.
  var end: Int

  init(_ kind: Kind, depth: Int = 0, from start: Int, to end: Int) {
    self.kind = kind
    self.depth = depth
    self.start = start
    self.end = end
  }
}

extension Outline {
  /// The most characters that a sentence has which serves as a title.
  static let longestTitle = 45
  /// The same where the one before of the same style had a title.
  static let longestSecondTitle = 64
  /// The most characters of a title before a colon, and of a title of a clause style.
  static let longestPhrase = 15
  /// The most characters of a clause's title that ends with a full stop, as a sentence hardly can.
  static let shortestPhrase = 8

  /// Appends the section of a labelled line, what follows it and the items in it.
  mutating func appendSection(_ shape: LineShape, _ text: Span<UInt8>, depth: Int) {
    var section = Piece(.section(.runin), depth: depth, from: shape.start, to: shape.labelEnd)
    section.title = shape.labelEnd
    section.stop = shape.labelEnd
    let sentence = shape.sentence
    let limit = items.first?.label.start ?? shape.end
    let style = shape.label?.style ?? 0
    let ending = titleEndings[style]
    let body = styles.styles[style].body
    let isClause = body == .clause || holdsClauses[style]
    if shape.labelEnd == shape.end {
      if styles.styles[style].need == .alone { section.title = shape.start }
      section.kind = .section(.heading)
    } else if body == .entry {
      section.kind = .section(.runin)
    } else if let bracket = Self.bracketTitle(shape, text, isClause) {
      section.stop = bracket
      section.end = text.indexOfTrimmedStart(from: bracket, to: shape.end)
    } else if sentence.colon > 0, sentence.lengthToColon <= Self.longestPhrase,
      sentence.lengthToColon > 0, !isClause, sentence.colon < limit,
      !Self.isRemark(text, from: shape.labelEnd, to: sentence.colon),
      Self.hasMore(after: sentence.colon, shape, text)
    {
      Self.takeTitle(&section, to: sentence.colon, limit: limit, text, shape)
    } else if sentence.comma > 0, sentence.comma < limit, ending != 0,
      sentence.lengthToComma <= Self.shortestPhrase, !isClause,
      Self.ending(of: text, before: sentence.comma) == ending
    {
      // 煤炭方面，… after 电力方面。…: what the one before did with its title holds for this one.
      Self.takeTitle(&section, to: sentence.comma, limit: limit, text, shape)
    } else if sentence.end >= limit, !items.isEmpty {
      // The enumeration begins inside the first sentence: what leads to it is the title, if short.
      let end = text.indexOfTrimmedEnd(from: shape.labelEnd, to: limit)
      let lead = text.sentence(from: shape.labelEnd, to: end, semicolons: false)
      if lead.length > 0, lead.length <= Self.longestTitle, !isClause {
        section.stop = lead.end
        section.end = limit
      }
    } else if isTitle(sentence, of: style, isClause: isClause) {
      section.stop = sentence.end
      section.end = text.indexOfTrimmedStart(from: sentence.stopEnd, to: shape.end)
      section.kind = .section(sentence.endsLine ? .heading : .runin)
    } else if sentence.hasTitleBlank, !isClause {
      section.stop = text.placeBehindBlank(of: sentence)
      section.end = section.stop
    }
    hadTitle[style] = section.stop > section.title
    let isShort =
      section.end < shape.end
      && text.scalarCount(section.title..<section.stop) <= Self.shortestPhrase
    titleEndings[style] = isShort ? Self.ending(of: text, before: section.stop) : 0
    pieces.append(section)
    appendText(from: section.end, to: shape.end, depth: depth, text)
  }

  /// The last two Chinese characters before `end` as one number.
  private static func ending(of text: Span<UInt8>, before end: Int) -> UInt64 {
    guard end >= 6 else { return 0 }
    let (first, _) = text.scalar(at: end - 6)
    let (second, _) = text.scalar(at: end - 3)
    return isIdeograph(first) && isIdeograph(second) ? UInt64(first) << 32 | UInt64(second) : 0
  }

  private static func takeTitle(
    _ section: inout Piece, to colon: Int, limit: Int, _ text: Span<UInt8>, _ shape: LineShape
  ) {
    let (_, length) = text.scalar(at: colon)
    let isBold = shape.label?.isBold(in: text) ?? false
    section.stop = isBold && text.isBoldMark(at: colon - 2) ? colon - 2 : colon
    var end = colon + length
    if isBold, section.stop == colon, text.isBoldMark(at: end) { end += 2 }
    section.end = text.indexOfTrimmedStart(from: end, to: min(limit, shape.end))
  }

  /// Whether what stands before a colon is a remark to the label alone: 第一阶段（3月1日—3月10日）：动员部署.
  private static func isRemark(_ text: Span<UInt8>, from start: Int, to colon: Int) -> Bool {
    guard folded(text.scalar(at: start).value) == 0x28 else { return false }
    var i = start
    while i < colon {
      let (scalar, length) = text.scalar(at: i)
      i += max(length, 1)
      if folded(scalar) == 0x29 { return text.indexOfTrimmedStart(from: i, to: colon) == colon }
    }
    return false
  }

  private static func hasMore(after colon: Int, _ shape: LineShape, _ text: Span<UInt8>) -> Bool {
    colon + text.scalar(at: colon).length < shape.end
  }

  /// Whether a first sentence works as a heading.
  private mutating func isTitle(_ sentence: Sentence, of style: Int, isClause: Bool) -> Bool {
    guard sentence.length > 0 else { return false }
    if isClause {
      return sentence.stop == .none
        ? sentence.length <= Self.longestPhrase
        : sentence.length <= Self.shortestPhrase && !sentence.endsLine
    }
    return sentence.length <= (hadTitle[style] ? Self.longestSecondTitle : Self.longestTitle)
  }

  /// The end of a clause's title in brackets: 第一条 【目的】, 第一条（目的）.
  private static func bracketTitle(_ shape: LineShape, _ text: Span<UInt8>, _ isClause: Bool)
    -> Int?
  {
    guard isClause else { return nil }
    let (open, _) = text.scalar(at: shape.labelEnd)
    guard open == 0x3010 || open == 0xFF08 || open == 0x28 else { return nil }
    var i = shape.labelEnd
    var count = 0
    while i < shape.end, count < 24 {
      let (scalar, length) = text.scalar(at: i)
      i += max(length, 1)
      count += 1
      if closesBracket(scalar) { return i }
    }
    return nil
  }

  /// Appends text with the items found in it.
  mutating func appendText(from start: Int, to end: Int, depth: Int, _ text: Span<UInt8>) {
    var position = start
    var depth = depth
    for (index, item) in items.enumerated() {
      if item.depth > maxDepth || item.label.start < position { continue }
      if position < item.label.start {
        pieces.append(Piece(.text, depth: depth, from: position, to: item.label.start))
      }
      var next = end
      for later in items[(index + 1)...] where later.depth <= maxDepth {
        next = later.label.start
        break
      }
      var piece = Piece(.section(.item), depth: item.depth, from: item.label.start, to: next)
      piece.title = text.indexOfTrimmedStart(from: item.label.end, to: next)
      let trimmed = text.indexOfTrimmedEnd(from: piece.title, to: next)
      let sentence = text.sentence(from: piece.title, to: trimmed, semicolons: true)
      piece.stop = sentence.end
      piece.end =
        sentence.endsLine ? next : text.indexOfTrimmedStart(from: sentence.stopEnd, to: next)
      if sentence.hasTitleBlank, sentence.commas > 0, styles.isPunctuated(item.label, in: text) {
        // 一、工作目标 确保…，…。: where a whole report is one line, the blank stands for a line's end.
        piece.stop = text.placeBehindBlank(of: sentence)
        piece.end = piece.stop
      }
      pieces.append(piece)
      position = piece.end
      depth = item.depth
    }
    if position < end { pieces.append(Piece(.text, depth: depth, from: position, to: end)) }
  }
}
