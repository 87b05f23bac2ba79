// What pages print where they say whence a text is:
//
//     来源：浙江日报 时间：2024-01-05 【字体：大 中 小】【打印】
//     [------- the document's own ---]^[--- the page's own ----]

import Filters

/// The labels with which rows of provenance begin, such as 来源.
struct Provenance: Sendable {
  /// What follows the first character of each, by that character.
  private var labels: [UInt32: [[UInt8]]] = [:]
  /// A bit for each character that one begins with.
  private var beginnings: UInt64 = 0

  /// What navigation words in brackets must be worth: 【打印】【关闭】.
  private static let bracketed = 2

  /// Adds a label, without its colon.
  mutating func add(_ label: [UInt8]) {
    let (first, width) = label.span.scalar(at: 0)
    labels[first, default: []].append(Array(label[width...]))
    beginnings |= Choice.firstBit(label.span, at: 0)
  }

  /// Whether `text` begins with a label and its colon, or with a date and has such a label behind it.
  func begins(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0 else { return false }
    guard text[0].isDigit else { return hasLabel(text, at: 0) }
    var place = text.dateLength
    if place == 0 { return false }
    while place < text.count {
      if hasLabel(text, at: place) { return true }
      place = text.nextCharacter(after: place)
    }
    return false
  }

  /// Whether a label and its colon begin there; blanks may part them, and its characters, as in 作　者：甲.
  private func hasLabel(_ text: Span<UInt8>, at start: Int) -> Bool {
    guard beginnings & Choice.firstBit(text, at: start) != 0 else { return false }
    let (first, width) = text.scalar(at: start)
    guard let labels = labels[first] else { return false }
    return labels.contains { label in
      var place = start + width
      var read = 0
      while read < label.count {
        text.skipGaps(&place)
        let next = label.span.nextCharacter(after: read)
        guard text.starts(with: label.span.extracting(read..<next), at: place) else { return false }
        place += next - read
        read = next
      }
      text.skipGaps(&place)
      return text.isColon(at: place)
    }
  }

  /// Where the page's own words begin that end a row of provenance, with the blanks or the bar before them; nil where none do.
  ///
  /// One of them must be a word that only web pages have, or they stand in brackets behind a blank: 来源：网站 微博 微信 has neither,
  /// and 审核：依次点击【登录】【打印】 goes on to them.
  func startOfTools(in text: Span<UInt8>, by navigation: borrowing NavigationWords) -> Int? {
    var place = 0
    var end = 0
    while place < text.count {
      let next = text.nextCharacter(after: place)
      let isGap = text.nameGap(at: place) > 0
      if !isGap { end = next }
      let isBracket = next < text.count && text.isOpeningBracket(at: next)
      // Behind a colon stands what it announces.
      if end > 0, next < text.count, isGap || isBracket, !text.endsInColon(before: end) {
        var folded: [UInt8] = []
        FoldedLine.append(foldedOf: text.extracting(next..<text.count), to: &folded)
        if let row = navigation.read(folded.span), !row.hasDate,
          row.isOwn || isBracket && isGap && row.points >= Self.bracketed
        {
          return end
        }
      }
      place = next
    }
    return nil
  }
}

extension Span where Element == UInt8 {
  fileprivate func isColon(at place: Int) -> Bool {
    starts(with: ":", at: place) || starts(with: "：", at: place)
  }

  fileprivate func skipGaps(_ place: inout Int) {
    while nameGap(at: place) > 0 { place += nameGap(at: place) }
  }

  fileprivate func endsInColon(before end: Int) -> Bool {
    self[end - 1] == UInt8(ascii: ":") || end >= 3 && starts(with: "：", at: end - 3)
  }

  fileprivate func isOpeningBracket(at place: Int) -> Bool {
    let (value, _) = scalar(at: place)
    // [ ［ 【 〖
    return value == 0x5B || value == 0xFF3B || value == 0x3010 || value == 0x3016
  }
}
