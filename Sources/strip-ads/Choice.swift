import Filters

/// Texts of which one stands at a place; found without comparing each of them.
struct Choice: Equatable, Sendable {
  /// The texts, the longest first.
  let texts: [[UInt8]]
  /// True if none of them need stand there.
  let isOptional: Bool
  /// The hashes of the characters that the texts begin with, and the last bytes that they end with.
  let firsts: UInt64
  /// See `firsts`.
  let lasts: UInt64
  /// The first eight bytes of each text, by which nearly all that do not fit are told.
  private let heads: [Head]

  private struct Head: Equatable, Sendable {
    var word: UInt64
    var mask: UInt64

    init(_ text: [UInt8]) {
      word = 0
      for place in 0..<min(text.count, 8) { word |= UInt64(text[place]) << UInt64(8 * place) }
      mask = text.count >= 8 ? .max : 1 << UInt64(8 * text.count) - 1
    }
  }

  /// A choice of `texts`; an empty text among them makes it optional.
  init(_ texts: [[UInt8]], isOptional: Bool = false) {
    var present = texts
    present.removeAll { $0.isEmpty }
    if present.count > 1 { present.sort { $0.count > $1.count } }
    self.texts = present
    self.isOptional = isOptional || present.count < texts.count
    var firsts: UInt64 = 0
    var lasts: UInt64 = 0
    for text in present {
      firsts |= Self.firstBit(text.span, at: 0)
      lasts |= Self.lastBit(text.span, before: text.count)
    }
    heads = present.map { Head($0) }
    self.firsts = firsts
    self.lasts = lasts
  }

  /// The digits, Arabic and Chinese.
  static let numerals = Choice(
    [
      "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "〇", "一", "二", "三", "四", "五", "六", "七", "八",
      "九",
      "十", "百", "千", "万",
    ].map { Array($0.utf8) })

  /// The length of the longest text that stands at `place` and ends by `end`.
  @inline(__always)
  func length(in line: Span<UInt8>, at place: Int, end: Int) -> Int? {
    guard place < end, firsts & Self.firstBit(line, at: place) != 0 else { return nil }
    return compare(line, at: place, end: end)
  }

  @inline(never)
  private func compare(_ line: Span<UInt8>, at place: Int, end: Int) -> Int? {
    let heads = self.heads.span
    // Behind the line's last eight bytes the missing ones are taken for zeros, which no text has.
    let word = line.head(at: place)
    for index in heads.indices where word & heads[index].mask == heads[index].word {
      let text = texts[index]
      guard place + text.count <= end else { continue }
      if text.count <= 8 || line.starts(with: text.span, at: place) { return text.count }
    }
    return nil
  }

  /// The length of the longest text that ends before `end`.
  func length(in line: Span<UInt8>, before end: Int) -> Int? {
    guard end > 0, lasts & Self.lastBit(line, before: end) != 0 else { return nil }
    for text in texts where text.count <= end && line.starts(with: text.span, at: end - text.count)
    {
      return text.count
    }
    return nil
  }

  /// One bit for the character at `place`.
  @inline(__always)
  static func firstBit(_ line: Span<UInt8>, at place: Int) -> UInt64 {
    let lead = line[place]
    guard lead >= 0xE0, place + 2 < line.count else { return 1 << UInt64(lead & 63) }
    return 1 << UInt64((line[place + 1] &* 5 ^ line[place + 2]) & 63)
  }

  /// One bit for the byte before `end`.
  @inline(__always)
  static func lastBit(_ line: Span<UInt8>, before end: Int) -> UInt64 {
    1 << UInt64(line[end - 1] & 63)
  }
}

extension Span where Element == UInt8 {
  /// The eight bytes at `place`, the first in the lowest bits; zeros stand for those beyond the end.
  fileprivate func head(at place: Int) -> UInt64 {
    if place + 8 <= count { return word64(at: place) }
    var word: UInt64 = 0
    for next in place..<count { word |= UInt64(self[next]) << UInt64(8 * (next - place)) }
    return word
  }
}
