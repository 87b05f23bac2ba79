// What a mark of the pack may look like in a text:
//
//     ##paidbegin##       as the pack has it
//     ##PAIDBEGIN##       with the letters small, large, or the first one large
//     ## paidbegin ##     with a blank inside of the signs at its ends
//     ＃＃paidbegin＃＃     with these signs wide, where all of them are # $ < > or /

import Filters

/// The marks that are cut wherever they stand, in each way that they are written.
struct Marks: Sendable {
  /// All ways to write them.
  private(set) var texts: [[UInt8]] = []
  /// The last four bytes of each, by which most places are done with.
  private var tails: [UInt32] = []
  /// A bit for each byte that one ends in, but for wide signs.
  private var ends = SIMD4<UInt64>()
  /// A bit for each byte that a wide sign ends in with which one ends; other characters end in it too.
  private var wideEnds = SIMD4<UInt64>()

  /// The number of ways to write them.
  var count: Int { texts.count }

  /// Adds a mark of at least six bytes, in all the ways that it may be written.
  mutating func add(_ mark: [UInt8]) {
    let core = Self.core(of: mark)
    for letters in Self.cases(of: Array(mark[core])) {
      let head = Array(mark[..<core.lowerBound])
      let tail = Array(mark[core.upperBound...])
      note(head + letters + tail)
      if core.isEmpty { continue }
      let wide = Self.widened(head).flatMap { head in Self.widened(tail).map { (head, $0) } }
      if let wide { note(wide.0 + letters + wide.1) }
      for (head, tail) in [(head, tail), wide ?? (head, tail)] {
        let before: [UInt8] = head.isEmpty ? [] : [UInt8(ascii: " ")]
        let after: [UInt8] = tail.isEmpty ? [] : [UInt8(ascii: " ")]
        note(head + before + letters + after + tail)
      }
    }
  }

  /// Whether one may end in the byte at `i`.
  @inline(__always)
  func mayEnd(_ text: Span<UInt8>, at i: Int) -> Bool {
    let byte = text[i]
    let word = Int(byte >> 6)
    let bit = UInt64(byte & 63)
    if ends[word] >> bit & 1 != 0 { return true }
    return wideEnds[word] >> bit & 1 != 0 && i > 1 && text[i - 1] == 0xBC && text[i - 2] == 0xEF
  }

  /// The length of the mark that `text` ends with; nil where it ends with none.
  func length(atEndOf text: Span<UInt8>) -> Int? {
    guard text.count >= LiteralMatcher.shortest else { return nil }
    let tail = Self.tail(of: text)
    for index in tails.indices where tails[index] == tail {
      let mark = texts[index]
      if mark.count <= text.count, text.starts(with: mark.span, at: text.count - mark.count) {
        return mark.count
      }
    }
    return nil
  }

  private mutating func note(_ text: [UInt8]) {
    guard let last = text.last, !texts.contains(text) else { return }
    texts.append(text)
    tails.append(Self.tail(of: text.span))
    let bit: UInt64 = 1 << UInt64(last & 63)
    if text.suffix(3) == [0xEF, 0xBC, last] {
      wideEnds[Int(last) >> 6] |= bit
    } else {
      ends[Int(last) >> 6] |= bit
    }
  }

  private static func tail(of text: Span<UInt8>) -> UInt32 {
    var tail: UInt32 = 0
    for place in text.count - 4..<text.count { tail = tail << 8 | UInt32(text[place]) }
    return tail
  }

  /// What stands between the signs of ASCII at a mark's ends; empty where it is nothing but signs.
  private static func core(of mark: [UInt8]) -> Range<Int> {
    guard let first = mark.firstIndex(where: { !isSign($0) }),
      let last = mark.lastIndex(where: { !isSign($0) })
    else { return mark.count..<mark.count }
    return first..<last + 1
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte < 0x80 && !byte.isDigit && !(byte | 0x20).isSmallLetter
  }

  /// `letters` as they are, small, large, and with the first one large.
  private static func cases(of letters: [UInt8]) -> [[UInt8]] {
    let small = letters.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let large = small.map { $0.isSmallLetter ? $0 & 0xDF : $0 }
    var cases = [letters]
    let capital: [UInt8] = Array(large.prefix(1)) + small.dropFirst()
    for other in [small, large, capital] where !cases.contains(other) { cases.append(other) }
    return cases
  }

  /// Signs in their wide forms; nil where one has none that a mark is written with.
  private static func widened(_ signs: [UInt8]) -> [UInt8]? {
    var wide: [UInt8] = []
    for sign in signs {
      guard "#$</>".utf8.contains(sign) else { return nil }
      wide += [0xEF, 0xBC, sign + 0x60]
    }
    return wide
  }
}
