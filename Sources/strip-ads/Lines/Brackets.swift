import Filters

extension Span where Element == UInt8 {
  /// The part in brackets with which the text ends or, failing that, begins; nil where it is all or nothing.
  var bracketedEnd: Range<Int>? {
    let end = indexOfTrimmedEnd()
    let start = indexOfTrimmedStart()
    for (open, close) in Self.brackets {
      if ends(with: close, before: end) {
        var place = end - close.utf8CodeUnitCount
        while place > start, !starts(with: open, at: place) { place -= 1 }
        if place > start { return place..<end }
      }
      if starts(with: open, at: start) {
        var place = start
        while place < end, !starts(with: close, at: place) { place += 1 }
        let stop = place + close.utf8CodeUnitCount
        if stop < end { return start..<stop }
      }
    }
    return nil
  }

  /// Whether the text begins as headings do: 第三讲, 一、 or （二）.
  var isNumberedHeading: Bool {
    let start = indexOfTrimmedStart()
    if starts(with: "（" as StaticString, at: start) { return isNumber(from: start + 3, ["）"]) }
    if starts(with: "第" as StaticString, at: start) {
      return isNumber(from: start + 3, ["章", "节", "讲", "课", "篇", "部分", "单元", "编"])
    }
    return isNumber(from: start, ["、"])
  }

  /// Whether a numeral stands at `start` and one of `closings` behind it.
  private func isNumber(from start: Int, _ closings: [StaticString]) -> Bool {
    var place = start
    while place < count {
      let width = numeralLength(at: place)
      if width == 0 { break }
      place += width
    }
    return place > start && closings.contains { starts(with: $0, at: place) }
  }

  private static var brackets: [(StaticString, StaticString)] {
    [("【", "】"), ("（", "）"), ("(", ")"), ("[", "]"), ("〔", "〕"), ("〖", "〗")]
  }

  private func ends(with text: StaticString, before end: Int) -> Bool {
    starts(with: text, at: end - text.utf8CodeUnitCount)
  }
}
