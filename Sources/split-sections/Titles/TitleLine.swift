/// A short line as titles see it: its characters with their width folded and without blanks.
struct TitleLine {
  let scalars: [UInt32]
  let blanks: Int

  /// The most characters that a line of a title has.
  static let longest = 60
  /// The same of a line that ends as titles end.
  static let longestWithEnding = 90

  /// What the line may be beside a heading.
  func traits(_ styles: LabelStyles) -> LineShape.Traits {
    var traits = LineShape.Traits()
    if isWord(of: styles.contents) { traits.insert(.contents) }
    traits.formUnion(attachmentTraits(styles))
    if isDate || isNote { traits.insert(.signOff) }
    if isNote, scalars.count <= 14,
      ends(with: styles.words(.titleNote), before: scalars.count - 1)
    {
      traits.insert(.titleNote)
    }
    if isNoted(styles.notes) {
      traits.insert(.noted)
      if isHeadline(styles) { traits.insert(.quotedTitleForm) }
    } else if scalars.last == 0x3A {
      traits.insert(.address)
    }
    if pageNumberStart < scalars.count { traits.insert(.pageNumber) }
    if isIssueNumber { traits.insert(.issue) }
    if scalars.count == 2, endsLikeTitle(styles) { traits.formUnion([.titleEnding, .bareEnding]) }
    if hasTitleForm(styles), !traits.contains(.signOff), !traits.contains(.contents) {
      let isPiece = isPiece(styles)
      traits.insert(scalars.contains(0x3A) && !isPiece ? .quotedTitleForm : .titleForm)
      if isPiece {
        traits.formUnion([.piece, .titleEnding])
      } else if endsLikeTitle(styles) {
        traits.insert(.titleEnding)
      }
      if scalars[0] == 0x7684 || scalars[0] == 0x66A8 { traits.insert(.continuation) }
      let quotations = unclosedQuotations
      if quotations > 0 { traits.insert(.opensQuotation) }
      if quotations < 0 { traits.insert(.closesQuotation) }
      if quotations > 0 || endsOpen { traits.insert(.isOpen) }
      if scalars.count > 2, blanks >= scalars.count - 2 { traits.insert(.isSpaced) }
    }
    return traits
  }

  /// Stands for the characters before a page number, of a title for those behind its tag.
  func fingerprint(isTitle: Bool) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in (isTitle ? tagEnd : 0)..<pageNumberStart {
      hash = (hash ^ UInt64(scalars[index])) &* 0x0000_0100_0000_01B3
    }
    return hash
  }

  /// No stop, no address, some Chinese, and nothing that begins a note, a greeting or the body.
  func hasTitleForm(_ styles: LabelStyles) -> Bool {
    let hasEnding = endsLikeTitle(styles)
    let longest = hasEnding ? Self.longestWithEnding : Self.longest
    guard scalars.count >= 2, scalars.count <= longest else { return false }
    // Two characters alone are a button of a web page, unless they are spaced.
    guard scalars.count > 2 || blanks > 0,
      !isNoFirst(scalars[0]) || isMasked || tagEnd > 0 && endsLikeTitle(styles, at: endWithoutCount)
    else { return false }
    var commas = 0
    var ideographs = 0
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      // 。 ; @ = | > → 〔 » ›, and [ but for a tag
      case 0x3002, 0x3B, 0x40, 0x3D, 0x7C, 0x3E, 0x2192, 0x3014, 0xBB, 0x203A: return false
      case 0x5B: if index > 0, index != footnoteStart { return false }
      case 0x3A: if index < 2 || index + 3 > scalars.count { return false }
      case 0x21, 0x3F: if index + 1 < scalars.count, !hasEnding { return false }
      case 0x2C: commas += 1
      default: if isIdeograph(scalar) { ideographs += 1 }
      }
    }
    guard let last = scalars.last, last != 0x2C, last != 0x3001,
      last != 0x2E || endsLikeTitle(styles, at: scalars.count - 1),
      commas < 3
    else { return false }
    if let colon = scalars.firstIndex(of: 0x3A),
      commas > 0 || ends(with: styles.notes, before: colon)
    {
      return false
    }
    if isDispatch || isIssueNumber || isPageNumber || isDated
      || isMade(of: styles.words(.frame))
    {
      return false
    }
    if styles.greetings.contains(where: { scalars.starts(with: $0) }) { return false }
    // 现报告如下
    if scalars.suffix(2).elementsEqual([0x5982, 0x4E0B]) { return false }
    return ideographs >= 6 || (ideographs >= 2 && ideographs * 2 >= scalars.count)
  }

  /// What a title does not begin with: — （ 【 [ - ● ■ • * # @.
  private func isNoFirst(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2014, 0x28, 0x3010, 0x5B, 0x2D, 0x25CF, 0x25A0, 0x2022, 0x2A, 0x23, 0x40: true
    default: false
    }
  }

  /// Whether it begins with a name that was struck out: **县工作报告.
  private var isMasked: Bool { scalars[0] == 0x2A && scalars[1] == 0x2A }

  /// The place behind a word in brackets that stands before the rest, 【总结】某局年度工作总结, or 0.
  var tagEnd: Int {
    let close: UInt32
    switch scalars.first {
    case 0x28: close = 0x29
    case 0x3010: close = 0x3011
    case 0x5B: close = 0x5D
    default: return 0
    }
    guard let end = scalars.firstIndex(of: close), end + 4 < scalars.count else { return 0 }
    return end + 1
  }

  /// Whether its last word is one that titles end with, but for a remark in brackets.
  func endsLikeTitle(_ styles: LabelStyles) -> Bool {
    endsLikeTitle(styles, at: endWithoutBracket)
  }

  private func endsLikeTitle(_ styles: LabelStyles, at end: Int) -> Bool {
    guard end > 0 else { return false }
    return styles.mayEndTitle(scalars[end - 1]) && ends(with: styles.titleEndings, before: end)
  }

  /// Whether it begins with one of `words` and a colon.
  private func isNoted(_ words: [[UInt32]]) -> Bool {
    guard let colon = scalars.firstIndex(of: 0x3A) else { return false }
    return words.contains { $0.count == colon && scalars.starts(with: $0) }
  }

  /// Whether a title stands behind a word for one: 标题：某局工作总结.
  private func isHeadline(_ styles: LabelStyles) -> Bool {
    guard isNoted(styles.words(.headline)),
      let colon = scalars.firstIndex(of: 0x3A)
    else { return false }
    let title = TitleLine(scalars: Array(scalars[(colon + 1)...]), blanks: 0)
    return title.hasTitleForm(styles) && title.endsLikeTitle(styles)
  }

  func ends(with words: [[UInt32]], before end: Int) -> Bool {
    for word in words where word.count <= end {
      if scalars[(end - word.count)..<end].elementsEqual(word) { return true }
    }
    return false
  }

  /// The end before a last remark in brackets: 办法（试行）, 报告【精选5篇】, 公报[1].
  var endWithoutBracket: Int {
    let open: UInt32
    switch scalars.last {
    case 0x29: open = 0x28
    case 0x3011: open = 0x3010
    case 0x5D: return footnoteStart ?? scalars.count
    default: return scalars.count
    }
    guard let start = scalars.lastIndex(of: open), start > 0 else { return scalars.count }
    return start
  }

  /// Where the number of a footnote in square brackets begins, at the line's end.
  private var footnoteStart: Int? {
    guard scalars.last == 0x5D, let start = scalars.lastIndex(of: 0x5B), start > 0,
      start + 2 < scalars.count,
      scalars[(start + 1)..<(scalars.count - 1)].allSatisfy(isPartOfNumber)
    else { return nil }
    return start
  }

  /// The same, and before the count of a collection: 工作总结5篇.
  private var endWithoutCount: Int {
    let end = endWithoutBracket
    guard end > 2, scalars[end - 1] == 0x7BC7 else { return end }
    let digits = scalars[..<(end - 1)].reversed().prefix(while: isPartOfNumber).count
    return digits > 0 ? end - 1 - digits : end
  }

  /// How many more 《 than 》 it has.
  private var unclosedQuotations: Int {
    scalars.reduce(0) { $0 + ($1 == 0x300A ? 1 : $1 == 0x300B ? -1 : 0) }
  }

  /// Whether its last word wants another line: 关于, 印发, 和.
  private var endsOpen: Bool {
    // 关于 關於 印发 印發 转发 轉發 和 的 与
    guard scalars.count > 2 else { return false }
    switch (scalars[scalars.count - 2], scalars[scalars.count - 1]) {
    case (0x5173, 0x4E8E), (0x95DC, 0x65BC), (0x5370, 0x53D1), (0x5370, 0x767C), (0x8F6C, 0x53D1),
      (_, 0x548C), (_, 0x7684), (_, 0x4E0E), (_, 0x53CA):
      return true
    default: return false
    }
  }

  private func isWord(of words: [[UInt32]]) -> Bool {
    words.contains { scalars.count == $0.count && scalars.elementsEqual($0) }
  }

  /// Whether it is a row of `words` and nothing else.
  private func isMade(of words: [[UInt32]]) -> Bool {
    var rest = scalars[...]
    while let first = rest.first,
      let word = words.first(where: { $0[0] == first && rest.starts(with: $0) })
    {
      rest.removeFirst(word.count)
    }
    return rest.isEmpty
  }

  /// Whether it is a date: 2018年12月7日, 二〇〇四年六月二十六日.
  private var isDate: Bool {
    guard scalars.count >= 6, scalars.count <= 14, scalars.last == 0x65E5 else { return false }
    return scalars.contains(0x5E74) && scalars.contains(0x6708)
  }

  /// Whether a digit or a Chinese numeral is written.
  func isPartOfNumber(_ scalar: UInt32) -> Bool {
    scalar >= 0x30 && scalar <= 0x39
      || "〇○一二三四五六七八九十百".unicodeScalars.lazy.map(\.value).contains(scalar)
  }

  /// Whether it stands in brackets as a whole: （此件公开发布）.
  private var isNote: Bool { scalars.first == 0x28 && scalars.last == 0x29 }

  /// Where dots and a page number begin at the line's end, or the end.
  private var pageNumberStart: Int {
    var index = scalars.count
    while index > 0, scalars[index - 1] >= 0x30, scalars[index - 1] <= 0x39 { index -= 1 }
    let digits = scalars.count - index
    guard digits > 0, digits < 4 else { return scalars.count }
    let number = index
    while index > 0, isLeader(scalars[index - 1]) { index -= 1 }
    // A number without dots may be part of the words: 附件1.
    return index < number || blanks > 0 ? index : scalars.count
  }

  /// Whether a row of such characters leads to a page number, as dots and dashes do.
  private func isLeader(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x2026, 0xB7, 0x22EF, 0x2D, 0x2014: true
    default: false
    }
  }
}
