import Filters

extension Span where Element == UInt8 {
  /// What there is of the text without a form feed at its beginning and the blanks around it.
  var runningRange: Range<Int> {
    let start = hasFormFeed ? 1 : 0
    let from = indexOfTrimmedStart(from: start)
    return from..<Swift.max(from, indexOfTrimmedEnd(from: from))
  }

  /// Whether a new page begins with this line.
  var hasFormFeed: Bool { !isEmpty && self[0] == 0x0C }

  /// Whether this is a sentence or a part of one, a row of a table, or what a label begins or ends: nothing that
  /// stands at the head or the foot of each page.
  var isSentenceOrLabel: Bool {
    var place = 0
    var gaps = 0
    while place < count {
      let (value, width) = scalar(at: place)
      switch value {
      // TAB , : ; ! ? and their wide forms, 、 。
      case 0x09, 0x21, 0x2C, 0x3A, 0x3B, 0x3F, 0xFF01, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F, 0x3001,
        0x3002:
        return true
      case 0x20, 0x3000:
        // Blanks in a row are one gap; a row of a table has several.
        if place > 0, blankLength(at: place - 1) == 0 { gaps += 1 }
      default: break
      }
      place += Swift.max(width, 1)
    }
    return gaps > 2 || beginsLabel
  }

  /// Whether it begins like a heading, a member of a list, an annex or what stands at a table.
  private var beginsLabel: Bool {
    for opening in ["（", "(", "附", "表", "图", "注", "续"] as [StaticString]
    where starts(with: opening) {
      return true
    }
    var place = starts(with: "第") ? 3 : 0
    let start = place
    while numeralLength(at: place) > 0 { place += numeralLength(at: place) }
    guard place > start, place < count else { return false }
    if start > 0 { return true }
    return self[place] == UInt8(ascii: ".") || self[place] == UInt8(ascii: ")")
      || starts(with: "．", at: place) || starts(with: "）", at: place)
  }

  /// The number that a page's line has at its end or its beginning, parted from the rest, and the rest.
  var pageNumbered: (number: Int, rest: Range<Int>)? {
    let text = runningRange
    var end = text.upperBound
    while end > text.lowerBound, edgeLengthBefore(end) > 0 { end -= edgeLengthBefore(end) }
    if end >= 3, starts(with: "页", at: end - 3) { end -= 3 }
    var start = end
    while start > text.lowerBound, self[start - 1].isDigit { start -= 1 }
    if let number = number(in: start..<end) {
      if start >= 3, starts(with: "第", at: start - 3) { start -= 3 }
      var rest = start
      while rest > text.lowerBound, edgeLengthBefore(rest) > 0 { rest -= edgeLengthBefore(rest) }
      let stop = indexOfTrimmedEnd(from: text.lowerBound, to: rest)
      if stop < start, stop > text.lowerBound { return (number, text.lowerBound..<stop) }
    }
    end = text.lowerBound
    while end < text.upperBound, self[end].isDigit { end += 1 }
    let rest = indexOfTrimmedStart(from: end)
    guard rest > end, rest < text.upperBound, let number = number(in: text.lowerBound..<end)
    else { return nil }
    return (number, rest..<text.upperBound)
  }

  /// The first number in the text, as a page's; nil where there is none of at most four digits.
  var firstPageNumber: Int? {
    var start = 0
    while start < count, !self[start].isDigit { start += 1 }
    var end = start
    while end < count, self[end].isDigit { end += 1 }
    return end - start <= 4 ? number(in: start..<end) : nil
  }

  private func number(in range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 4 else { return nil }
    var number = 0
    for place in range { number = number * 10 + Int(self[place]) - 0x30 }
    return number
  }
}
