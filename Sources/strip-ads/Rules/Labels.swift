import Filters

/// The words that stand before the names and numbers of whom to reach: 微信, QQ群, 电话.
struct Labels: Sendable {
  /// A word, and what it says of what stands behind it.
  typealias Label = (text: [UInt8], weight: Int)

  private var words: [Label] = []
  /// A bit for what the last bytes of a word come to, by which most places are done with.
  private var ends = SIMD4<UInt64>()

  /// The highest weight of a word, and at least `least`.
  func highestWeight(atLeast least: Int) -> Int { words.reduce(least) { max($0, $1.weight) } }

  /// Adds words; of two that end at one place the one that came first is the label.
  mutating func add(_ more: [Label]) {
    for label in more where !label.text.isEmpty {
      words.append(label)
      let end = Self.end(of: label.text.span, at: label.text.count)
      ends[end >> 6] |= 1 << UInt64(end & 63)
    }
  }

  /// The word that ends at `end`; nil where none does.
  func label(in text: Span<UInt8>, endingAt end: Int) -> Label? {
    guard end > 0 else { return nil }
    let code = Self.end(of: text, at: end)
    if ends[code >> 6] >> UInt64(code & 63) & 1 == 0 { return nil }
    for label in words where label.text.count <= end {
      if text.starts(with: label.text.span, at: end - label.text.count) { return label }
    }
    return nil
  }

  /// What the last two bytes before `end` come to, from 0 to 255; one where there is one.
  private static func end(of text: Span<UInt8>, at end: Int) -> Int {
    let last = text[end - 1]
    return Int(last < 0x80 || end < 2 ? last : last &+ text[end - 2] &* 64)
  }
}
