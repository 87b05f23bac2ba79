import Filters

extension LabelStyles {
  /// The heading's label at a line's start, with what speaks against it; nil if its own line decides that
  /// there is none.
  func lineLabel(in text: Span<UInt8>, at start: Int, before end: Int) -> Label? {
    let picture = text[start] == 0xF0 ? ornament(in: text, at: start) : 0
    guard var label = label(in: text, at: start + picture, item: false), label.end <= end else {
      return nil
    }
    label.start = start
    if isDoubtful(label, in: text, before: end) {
      return pointedLabel(in: text, insteadOf: label, before: end)
    }
    label.doubt = doubt(of: label, in: text)
    label.isClosed = isClosed(label, in: text)
    return label
  }

  /// The bytes of the picture that stands before a label, 🌟一、, and of the blanks behind it.
  private func ornament(in text: Span<UInt8>, at i: Int) -> Int {
    // Pictures are F0 9F and two more bytes; what selects their colours may follow.
    guard i + 4 < text.count, text[i + 1] == 0x9F else { return 0 }
    var next = i + 4
    if text.scalar(at: next).value == 0xFE0F { next += 3 }
    return text.indexOfTrimmedStart(from: next, to: text.count) - i
  }

  private func isClosed(_ label: Label, in text: Span<UInt8>) -> Bool {
    isLabelStop(folded(lastScalar(in: text, before: label.end)))
  }

  /// The number and its point in 3.5月底前, 4.10%以上 and 5.100人, where what reads as `label` is none.
  func pointedLabel(
    in text: Span<UInt8>, insteadOf label: Label, before end: Int
  ) -> Label? {
    guard let style = pointed, label.parts <= 2,
      let number = text.numeral(.digits, at: label.start), number.value < 200
    else { return nil }
    let (point, length) = text.scalar(at: number.end)
    guard point == 0x2E || point == 0xFF0E,
      let figure = text.numeral(.digits, at: number.end + length),
      figure.end < end, text.blankLength(at: figure.end) == 0
    else { return nil }
    return Label(
      style: style, ordinal: number.value, start: label.start, end: number.end + length,
      doubt: .figure)
  }

  /// Whether what reads as a heading's label is rather a quantity, a date, a reference or plain text,
  /// by what follows it.
  func isDoubtful(_ label: Label, in text: Span<UInt8>, before end: Int) -> Bool {
    let style = styles[label.style]
    if style.need == .blank { return label.end < end && text.blankLength(at: label.end) == 0 }
    if style.need == .alone { return label.end < end }
    // A row of a table: 问题1：学习不深 TAB 张三 TAB 已完成.
    if style.need == .neighbour, text.firstIndex(of: 0x09, from: label.end) < end { return true }
    guard style.isNumbered else { return false }
    if label.end < end, hasCells(text, label.end..<end) { return true }
    if label.ordinal > (style.isOrdinalWord ? 2000 : 199) { return true }
    if style.isOrdinalWord, label.outer == 0 {
      return !isClosed(label, in: text) && isReference(text, at: label.end, before: end)
    }
    let (printed, _) = text.scalar(at: label.end)
    let last = lastScalar(in: text, before: label.end)
    switch last {
    case 0x2E, 0xFF0E:
      return isDigit(printed) && !text.isYear(at: label.end)
    case 0x2C, 0xFF0C, 0x3A, 0xFF1A:
      return isDigit(printed) && !text.isYear(at: label.end)
    case 0x30...0x39, 0xFF10...0xFF19:
      // A bare number: 3个社区, 15172.500, 3D, 12:30, 1/2.
      if text.blankLength(at: label.end) > 0 { return isMeasured(label, text, before: end) }
      return !(isIdeograph(printed) || beginsTitle(printed)) || isUnit(printed)
        || isMeasured(label, text, before: end)
    default:
      return false
    }
  }

  /// 第三条的规定, 第一节和第二节: the label of another place, not of this one; but 第二章项目管理, 第三章规划目标.
  private func isReference(_ text: Span<UInt8>, at i: Int, before end: Int) -> Bool {
    guard i < end else { return false }
    let (scalar, length) = text.scalar(at: i)
    switch scalar {
    // 的 第 所 之 至 到 和 及 与 與 或 款
    case 0x7684, 0x7B2C, 0x6240, 0x4E4B, 0x81F3, 0x5230, 0x548C, 0x53CA, 0x4E0E, 0x8207, 0x6216,
      0x6B3E:
      return true
    // 、 ， 。 ； ） 》 ” 」
    case 0x3001, 0xFF0C, 0x3002, 0xFF1B, 0xFF09, 0x300B, 0x201D, 0x300D, 0x29, 0x2C:
      return true
    // 规定, but not 规划
    case 0x89C4, 0x898F: return text.scalar(at: i + length).value == 0x5B9A
    // 项, but not 项目
    case 0x9879, 0x9805: return text.scalar(at: i + length).value != 0x76EE
    // 中的, 中规, 中，, but not 中小
    case 0x4E2D:
      let (next, _) = text.scalar(at: i + length)
      return !isIdeograph(next) || next == 0x7684 || next == 0x89C4 || next == 0x898F
    default: return false
    }
  }

  /// Whether a number follows at once, so that this may be a list of numbers, 五、六个人 and 1、2号楼, or
  /// a figure; but also 一、二季度工作 and 5、7月15日前.
  func doubt(of label: Label, in text: Span<UInt8>) -> Label.Doubt {
    // The last byte of 、 first: most labels end otherwise.
    guard text[label.end - 1] == 0x81, lastScalar(in: text, before: label.end) == 0x3001,
      styles[label.style].isNumbered
    else { return .none }
    if let next = text.numeral(.chinese, at: label.end) {
      return next.value == label.ordinal + 1 && next.value < 11 ? .list : .none
    }
    if let next = text.numeral(.digits, at: label.end) {
      guard next.value > label.ordinal, next.value < 200 else { return .none }
      return text.scalar(at: next.end).value == 0x3001 ? .list : .figure
    }
    return .none
  }

  /// A bare number before another number, or in a row of a table: 1 张三 男 45岁, 1日 张三 李四.
  private func isMeasured(_ label: Label, _ text: Span<UInt8>, before end: Int) -> Bool {
    let i = text.indexOfTrimmedStart(from: label.end, to: end)
    let (scalar, _) = text.scalar(at: i)
    if isDigit(scalar), !text.isYear(at: i) { return true }
    // 1 张三 男 45岁: a row of a table.
    var parts = 0
    var position = i
    while position < end {
      if text[position] == 0x09 { return true }
      let blank = text.blankLength(at: position)
      if blank > 0 {
        parts += 1
        position = text.indexOfTrimmedStart(from: position, to: end)
        if parts > 1 { return !holdsSentence(text, position..<end) }
      } else {
        position += 1
      }
    }
    return false
  }

  /// Whether a line is a row of a table, whose labels and numbers are no structure.
  func isRow(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    // Hardly any line has cells, so its label is read last.
    guard hasCells(text, range) else { return false }
    guard let label = label(in: text, at: range.lowerBound, item: false) else {
      return text.firstIndex(of: 0x09, from: range.lowerBound) < range.upperBound
    }
    return styles[label.style].isNumbered && hasCells(text, label.end..<range.upperBound)
  }

  /// Whether a table's cells stand in a range behind its first: 税收收入 TAB 1 TAB 99.9, or 税收收入 99.90.
  ///
  /// A short number alone may be a page's, in a table of contents.
  private func hasCells(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= ShapeReader.mostTitleBytes else { return false }
    if text.firstIndex(of: 0x09, from: range.lowerBound) < range.upperBound {
      let start = text.indexOfTrimmedStart(from: range.lowerBound, to: range.upperBound)
      let tab = text.firstIndex(of: 0x09, from: start)
      let next = text.indexOfTrimmedStart(from: tab, to: range.upperBound)
      if text.firstIndex(of: 0x09, from: next) < range.upperBound { return true }
    }
    let last = text[range.upperBound - 1]
    // The cells of Markdown's tables end with bars.
    if last == 0x7C {
      return text.firstIndex(of: 0x7C, from: range.lowerBound) < range.upperBound - 1
    }
    return (last == 0x25 || isDigit(UInt32(last))) && endsWithSum(text, range)
  }

  /// Whether the last word behind a blank is a sum or a percentage: 9,999, 99.90, 9.9%.
  private func endsWithSum(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var i = range.upperBound - 1
    var hasPoint = text[i] == 0x25
    if hasPoint { i -= 1 }
    while i > range.lowerBound, isDigit(UInt32(text[i])) || text[i] == 0x2E || text[i] == 0x2C {
      if !isDigit(UInt32(text[i])) { hasPoint = true }
      i -= 1
    }
    return hasPoint && i > range.lowerBound
      && text.indexOfTrimmedEnd(from: range.lowerBound, to: i + 1) <= i
  }

  /// Whether a comma or a full stop stands in a range, as in no row of a table.
  private func holdsSentence(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      let (scalar, length) = text.scalar(at: i)
      if isComma(scalar) || endsSentence(scalar) { return true }
      i += max(length, 1)
    }
    return false
  }

  func lastScalar(in text: Span<UInt8>, before end: Int) -> UInt32 {
    var i = end - 1
    while i > 0, text[i] & 0xC0 == 0x80 { i -= 1 }
    return text.scalar(at: i).value
  }

  /// Whether a digit is written, narrow or wide.
  func isDigit(_ scalar: UInt32) -> Bool {
    (scalar >= 0x30 && scalar <= 0x39) || (scalar >= 0xFF10 && scalar <= 0xFF19)
  }

  /// Whether a title may begin with `scalar`, though it is no Chinese character: “ 《 Ⅰ … Ⅻ.
  private func beginsTitle(_ scalar: UInt32) -> Bool {
    scalar == 0x201C || scalar == 0x300A || (scalar >= 0x2160 && scalar <= 0x216B)
  }

  /// Whether a number before `scalar` counts or measures something.
  private func isUnit(_ scalar: UInt32) -> Bool { units.contains(scalar) }
}
