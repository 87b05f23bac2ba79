import Filters

extension Span where Element == UInt8 {
  /// Whether this is a number of at most four digits between two of `signs`, with other punctuation outside at most.
  func isPageNumber(between signs: [[UInt8]]) -> Bool {
    if signs.isEmpty { return false }
    var place = 0
    var isAfterSign = false
    while place < count, digitLength(at: place) == 0 {
      if let width = signLength(at: place, of: signs) {
        isAfterSign = true
        place += width
      } else if let width = ornamentLength(at: place) {
        place += width
      } else {
        guard edgeLength(at: place) > 0 else { return false }
        isAfterSign = false
        place += edgeLength(at: place)
      }
    }
    guard isAfterSign else { return false }
    var digits = 0
    while place < count {
      let width = digitLength(at: place)
      if width > 0 { digits += 1 }
      if signLength(at: place, of: signs) != nil { break }
      guard let next = width > 0 ? width : ornamentLength(at: place) else { return false }
      place += next
    }
    guard (1...4).contains(digits), place < count else { return false }
    while place < count {
      let width =
        signLength(at: place, of: signs) ?? ornamentLength(at: place) ?? edgeLength(at: place)
      if width == 0 { return false }
      place += width
    }
    return true
  }

  /// Whether this is one character, of those that are no text: punctuation or an ornament.
  var isSign: Bool {
    guard count > 0 else { return false }
    let (_, width) = scalar(at: 0)
    return width == count && (ornamentLength(at: 0) != nil || edgeLength(at: 0) > 0)
  }

  /// The length of a digit at `place`, which may be wide; 0 where none stands there.
  private func digitLength(at place: Int) -> Int {
    if self[place].isDigit { return 1 }
    let (value, width) = scalar(at: place)
    return (0xFF10...0xFF19).contains(value) ? width : 0
  }

  private func signLength(at place: Int, of signs: [[UInt8]]) -> Int? {
    for sign in signs where starts(with: sign.span, at: place) { return sign.count }
    return nil
  }

  /// The length of a blank or ornament at `place`; nil where none stands there.
  private func ornamentLength(at place: Int) -> Int? {
    let (value, width) = scalar(at: place)
    return FoldedLine.isOrnament(value) ? width : nil
  }
}
