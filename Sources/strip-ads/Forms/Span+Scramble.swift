import Filters

// Forums mix scraps of ASCII into what they show, out of sight, so that copies are spoilt:
//
//     8 `" K# \; ~1 d1.首部。主要包括标题等内容。+ Q' u; D- J* g
//
// No report has such a row: tokens of one to three characters, of which several are odd (a sign beside a letter or a
// digit, or signs that do not belong together), with letters and with signs of several kinds.

extension Span where Element == UInt8 {
  /// The next row of such scraps from `start` on, with the blanks around it; a token that touches the text stays.
  func scramble(from start: Int) -> Range<Int>? {
    var place = start
    while place < count {
      guard self[place].isVisibleASCII else {
        place += 1
        continue
      }
      var row = ScrapRow(at: place)
      while place < count, self[place].isVisibleASCII {
        let token = place
        while place < count, self[place].isVisibleASCII { place += 1 }
        let touches =
          token > 0 && self[token - 1] >= 0x80 || place < count && self[place] >= 0x80
        if touches || place - token > ScrapRow.longestToken {
          if row.isScramble { break }
          row = ScrapRow(at: place)
        } else {
          row.add(extracting(token..<place))
          row.range = row.range.lowerBound..<place
        }
        while place < count, self[place] == UInt8(ascii: " ") { place += 1 }
        if row.isEmpty { row.range = place..<place }
      }
      if row.isScramble { return withBlanks(row.range) }
    }
    return nil
  }

  /// A range and the blanks behind it, and those before it where nothing else is behind it.
  private func withBlanks(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while end < count, self[end] == UInt8(ascii: " ") { end += 1 }
    if end == count { while start > 0, self[start - 1] == UInt8(ascii: " ") { start -= 1 } }
    return start..<end
  }
}

/// Tokens of ASCII in a row, and what there is in them.
private struct ScrapRow {
  static let longestToken = 3

  /// Where they stand.
  var range: Range<Int>
  private var tokens = 0
  private var odd = 0
  private var withLetter = 0
  /// The signs in odd ones, a bit each.
  private var signs: UInt64 = 0

  init(at place: Int) { range = place..<place }

  var isEmpty: Bool { tokens == 0 }

  /// Whether there is enough of them to be no words, formulas or marks.
  var isScramble: Bool {
    tokens >= 6 && odd >= 3 && odd * 4 >= tokens && withLetter >= 2 && signs.nonzeroBitCount >= 3
  }

  mutating func add(_ token: Span<UInt8>) {
    var bits: UInt64 = 0
    var letters = 0
    var digits = 0
    for i in token.indices {
      switch token[i] {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      case let sign: bits |= 1 << UInt64(sign & 63)
      }
    }
    tokens += 1
    if letters > 0 { withLetter += 1 }
    guard bits != 0, token.count > 1 else { return }
    if letters + digits == token.count - 1, token[token.count - 1].endsLabel { return }
    odd += 1
    signs |= bits
  }
}

extension UInt8 {
  fileprivate var isVisibleASCII: Bool { self > 0x20 && self < 0x7F }

  /// Whether it ends a label or a figure: 1. a) 5%
  fileprivate var endsLabel: Bool {
    switch self {
    case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "%"): true
    default: false
    }
  }
}
