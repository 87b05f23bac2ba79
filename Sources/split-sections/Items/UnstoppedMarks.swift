import Filters

// First members with no stop before them, known by the second: 原因一是…；二是…, 工作总结一、概况…。二、打算.

extension LabelStyles {
  /// So many bytes before a second member its first is looked for.
  private static let longestMember = 4096

  /// Adds to the marks of a line, which begin with the one at `first`, those of first members that have no stop
  /// before them; `heading` is the label at the line's start, and `start` where its text begins.
  func addUnstopped(
    to marks: inout [Label], from first: Int, in text: Span<UInt8>, _ start: Int, heading: Label?
  ) {
    var number = first
    while number < marks.count {
      let mark = marks[number]
      number += 1
      guard mark.ordinal == 2 else { continue }
      let before = marks[first..<(number - 1)].last {
        $0.style == mark.style || styles[$0.style].like == mark.style
      }
      guard before?.ordinal != 1,
        let found = unstoppedFirst(of: mark, in: text, (before?.end ?? start)..<mark.start),
        heading.map({ $0.ordinal != 1 || text[$0.start] != text[found.start] }) ?? true
      else { continue }
      // Not far before the second one: looked for from there, a line of many lists takes linear time.
      var place = number - 1
      while place > first, marks[place - 1].start > found.start { place -= 1 }
      marks.insert(found, at: place)
      number += 1
    }
  }

  /// The first member before the second one, `mark`, within a range that ends there or with the line before it.
  func unstoppedFirst(of mark: Label, in text: Span<UInt8>, _ range: Range<Int>) -> Label? {
    let start = range.lowerBound
    var i = max(start, range.upperBound - Self.longestMember)
    while i < range.upperBound, text[i] & 0xC0 == 0x80 { i += 1 }
    var before: UInt32 = 0
    while i < range.upperBound {
      let (scalar, length) = text.scalar(at: i)
      if let label = itemLabel(in: text, at: i, before: range.upperBound),
        label.style == mark.style,
        label.ordinal == 1,
        needsLead(label, in: text)
          ? hasLead(text, from: start, before: i)
          : i > start && !isJoined(before) && !(isWord(label, in: text) && endsWord(before))
      {
        return label
      }
      before = scalar
      i += max(length, 1)
    }
    return nil
  }

  /// The heading's label before the second one, `mark`, within the line before it.
  func unstoppedHeading(of mark: Label, in text: Span<UInt8>, _ range: Range<Int>) -> Label? {
    var i = range.lowerBound
    var before: UInt32 = 0
    while i < range.upperBound {
      let (scalar, length) = text.scalar(at: i)
      if i > range.lowerBound, !isJoined(before),
        let label = lineLabel(in: text, at: i, before: range.upperBound), label.doubt == .none,
        label.style == mark.style, label.ordinal == 1, label.parts == mark.parts
      {
        return label
      }
      before = scalar
      i += max(length, 1)
    }
    return nil
  }

  /// Whether a label is a word that only a stop or a lead before it makes a member, as 一抓 or 首先, and neither a
  /// number with its stop or bracket, 一、 or （一）, nor 一是.
  private func needsLead(_ label: Label, in text: Span<UInt8>) -> Bool {
    if styles[label.style].need == .lead { return true }
    return isWord(label, in: text) ? !hasNumber(label, in: text) : !isPunctuated(label, in: text)
  }

  /// Whether a label is a number with its stop or in brackets: 一、, （一）, 1.
  func isPunctuated(_ label: Label, in text: Span<UInt8>) -> Bool {
    let last = lastScalar(in: text, before: label.end)
    guard last == 0x3001 || last == 0x2E || closesBracket(last) else { return false }
    return opensBracket(text.scalar(at: label.start).value) || hasNumber(label, in: text)
  }

  private func hasNumber(_ label: Label, in text: Span<UInt8>) -> Bool {
    text.numeral(.chinese, at: label.start) != nil || text.numeral(.digits, at: label.start) != nil
  }

  /// Whether a label ends with a character and no stop, as 一是 does.
  private func isWord(_ label: Label, in text: Span<UInt8>) -> Bool {
    isIdeograph(lastScalar(in: text, before: label.end))
  }

  /// Whether `scalar` and 一 behind it may be a word, 不一, 合一, 三一, or a quotation begins between them.
  private func endsWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    // “ 「 『 begin what is quoted; 一 二 三 四 六 七 八 九 不 如 每 某 任 另 合 归 歸 划 劃 高 大 这 這 那
    case 0x201C, 0x300C, 0x300E, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x516D, 0x4E03, 0x516B, 0x4E5D,
      0x4E0D, 0x5982, 0x6BCF,
      0x67D0, 0x4EFB, 0x53E6, 0x5408, 0x5F52, 0x6B78, 0x5212, 0x5283, 0x9AD8, 0x5927,
      0x8FD9, 0x9019, 0x90A3:
      return true
    default: return false
    }
  }

  /// Whether a number behind `scalar` belongs to what stands before it: 第一、, 十一、, 统一、, 附件1、, 第三条（一）.
  private func isJoined(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 || isDigit(scalar) { return scalar != 0x20 }
    switch scalar {
    // 第 统 統 唯 专 專 单 單 同 万 萬 逐 其 之 初 周 期 五 十 百 零 〇
    case 0x7B2C, 0x7EDF, 0x7D71, 0x552F, 0x4E13, 0x5C08, 0x5355, 0x55AE, 0x540C, 0x4E07, 0x842C,
      0x9010, 0x5176, 0x4E4B, 0x521D, 0x5468, 0x671F, 0x4E94, 0x5341, 0x767E, 0x96F6, 0x3007:
      return true
    // 件 表 图 圖 号 號 条 條 款 项 項 — –
    case 0x4EF6, 0x8868, 0x56FE, 0x5716, 0x53F7, 0x865F, 0x6761, 0x689D, 0x6B3E, 0x9879, 0x9805,
      0x2014, 0x2013:
      return true
    default: return false
    }
  }

  private func hasLead(_ text: Span<UInt8>, from start: Int, before end: Int) -> Bool {
    for word in leads {
      var i = end
      var matched = 0
      while matched < word.count {
        i -= 3
        guard i >= start, text.scalar(at: i).value == word[word.count - 1 - matched] else { break }
        matched += 1
      }
      if matched == word.count { return true }
    }
    return false
  }
}
