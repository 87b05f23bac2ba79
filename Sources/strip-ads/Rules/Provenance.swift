// What pages print where they say whence a text is:
//
//     来源：浙江日报 时间：2024-01-05 【字体：大 中 小】【打印】
//     [------- the document's own ---]^[--- the page's own ----]

import Filters

/// The labels with which rows of provenance begin, such as 来源.
struct Provenance: Sendable {
  private var labels: [[UInt8]] = []
  /// A bit for each character that one begins with.
  private var beginnings: UInt64 = 0

  /// What navigation words in brackets must be worth: 【打印】【关闭】.
  private static let bracketed = 2

  /// Adds a label, without its colon.
  mutating func add(_ label: [UInt8]) {
    labels.append(label)
    beginnings |= Choice.firstBit(label.span, at: 0)
  }

  /// Whether `text` begins with a label and its colon, or with a date and has such a label behind it.
  func begins(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0 else { return false }
    if text[0].isDigit { return text.dateLength > 0 && hasLabel(text) }
    guard beginnings & Choice.firstBit(text, at: 0) != 0 else { return false }
    return labels.contains { text.starts(with: $0.span) && text.isColon(at: $0.count) }
  }

  private func hasLabel(_ text: Span<UInt8>) -> Bool {
    var place = 0
    while place < text.count {
      if text.isColon(at: place) {
        let isLabel = labels.contains {
          place >= $0.count && text.starts(with: $0.span, at: place - $0.count)
        }
        if isLabel { return true }
      }
      place = text.nextCharacter(after: place)
    }
    return false
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

  fileprivate func endsInColon(before end: Int) -> Bool {
    self[end - 1] == UInt8(ascii: ":") || end >= 3 && starts(with: "：", at: end - 3)
  }

  fileprivate func isOpeningBracket(at place: Int) -> Bool {
    let (value, _) = scalar(at: place)
    // [ ［ 【 〖
    return value == 0x5B || value == 0xFF3B || value == 0x3010 || value == 0x3016
  }
}
