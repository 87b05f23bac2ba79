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

  private static var brackets: [(StaticString, StaticString)] {
    [("【", "】"), ("（", "）"), ("(", ")"), ("[", "]"), ("〔", "〕"), ("〖", "〗")]
  }

  private func ends(with text: StaticString, before end: Int) -> Bool {
    starts(with: text, at: end - text.utf8CodeUnitCount)
  }
}
