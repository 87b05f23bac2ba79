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
    var place = indexOfTrimmedStart()
    let opening: StaticString
    if starts(with: "第" as StaticString, at: place) {
      opening = "第"
    } else if starts(with: "（" as StaticString, at: place) {
      opening = "（"
    } else {
      opening = ""
    }
    place += opening.utf8CodeUnitCount
    let start = place
    while place < count {
      let width = numeralLength(at: place)
      if width == 0 { break }
      place += width
    }
    guard place > start else { return false }
    let closings: [StaticString] =
      switch opening.utf8CodeUnitCount {
      case 0: ["、"]
      default: starts(with: "（" as StaticString, at: start - 3) ? ["）"] : Self.parts
      }
    for closing in closings where starts(with: closing, at: place) { return true }
    return false
  }

  private static var parts: [StaticString] { ["章", "节", "讲", "课", "篇", "部分", "单元", "编"] }

  private static var brackets: [(StaticString, StaticString)] {
    [("【", "】"), ("（", "）"), ("(", ")"), ("[", "]"), ("〔", "〕"), ("〖", "〗")]
  }

  private func ends(with text: StaticString, before end: Int) -> Bool {
    starts(with: text, at: end - text.utf8CodeUnitCount)
  }
}
