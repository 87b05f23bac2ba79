// Blanks are what parts words on a line: TAB, space, and the wide spaces of Chinese typesetting.
//
//     09, 20                U+0009, U+0020
//     C2 A0                 U+00A0
//     E2 80 80 … E2 80 8A   U+2000–U+200A
//     E3 80 80              U+3000

/// Blanks at either end of a piece of text.
extension Span where Element == UInt8 {
  /// The length of the blank that begins at `i`, or 0; `i` may be the end.
  @inlinable
  public func blankLength(at i: Int) -> Int {
    guard i >= 0, i < count else { return 0 }
    let byte = self[i]
    if byte == 0x20 || byte == 0x09 { return 1 }
    return byte < 0xC2 || byte > 0xE3 ? 0 : wideBlankLength(at: i)
  }

  /// The length of the blank that ends before `end`, or 0; `end` may be 0.
  @inlinable
  public func blankLengthBefore(_ end: Int) -> Int {
    guard end > 0, end <= count else { return 0 }
    let byte = self[end &- 1]
    if byte == 0x20 || byte == 0x09 { return 1 }
    // The last bytes of wide blanks: 80 to 8A, and A0.
    guard byte >= 0x80, byte <= 0x8A || byte == 0xA0 else { return 0 }
    if end >= 2, wideBlankLength(at: end &- 2) == 2 { return 2 }
    if end >= 3, wideBlankLength(at: end &- 3) == 3 { return 3 }
    return 0
  }

  /// The first place at or after `start` and before `end` where no blank begins, or `end`.
  public func indexOfTrimmedStart(from start: Int = 0, to end: Int? = nil) -> Int {
    let end = Swift.min(end ?? count, count)
    var i = Swift.max(start, 0)
    while i < end {
      let length = blankLength(at: i)
      if length == 0 || i &+ length > end { break }
      i &+= length
    }
    return Swift.min(i, end)
  }

  /// The last place at or before `end` and after `start` where no blank ends, or `start`.
  public func indexOfTrimmedEnd(from start: Int = 0, to end: Int? = nil) -> Int {
    let start = Swift.max(start, 0)
    var i = Swift.min(end ?? count, count)
    while i > start {
      let length = blankLengthBefore(i)
      if length == 0 || i &- length < start { break }
      i &-= length
    }
    return Swift.max(i, start)
  }

  /// The length of the blank of two or three bytes that begins at `i`, or 0.
  @usableFromInline
  func wideBlankLength(at i: Int) -> Int {
    switch self[i] {
    case 0xC2: return i &+ 1 < count && self[i &+ 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard i &+ 2 < count, self[i &+ 1] == 0x80 else { return 0 }
      return self[i &+ 2] >= 0x80 && self[i &+ 2] <= 0x8A ? 3 : 0
    case 0xE3:
      return i &+ 2 < count && self[i &+ 1] == 0x80 && self[i &+ 2] == 0x80 ? 3 : 0
    default: return 0
    }
  }
}
