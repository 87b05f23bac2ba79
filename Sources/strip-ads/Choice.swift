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
  /// What is looked at of each text.
  private let entries: [Entry]

  /// The first and last eight bytes of a text, by which nearly all that do not fit are told.
  private struct Entry: Equatable, Sendable {
    var length: Int
    var head: UInt64 = 0
    var tail: UInt64 = 0
    var headMask: UInt64
    var tailMask: UInt64

    init(_ text: Span<UInt8>) {
      length = text.count
      head = text.head(at: 0)
      tail = text.tail(before: length)
      let missing = UInt64(8 * (8 - min(length, 8)))
      headMask = .max >> missing
      tailMask = .max << missing
    }
  }

  /// A choice of `texts`; an empty text among them makes it optional.
  init(_ texts: [[UInt8]], isOptional: Bool = false) {
    var present = texts
    present.removeAll { $0.isEmpty }
    if present.count > 1 { present.sort { $0.count > $1.count } }
    self.isOptional = isOptional || present.count < texts.count
    var firsts: UInt64 = 0
    var lasts: UInt64 = 0
    var entries: [Entry] = []
    entries.reserveCapacity(present.count)
    for text in present {
      firsts |= Self.firstBit(text.span, at: 0)
      lasts |= Self.lastBit(text.span, before: text.count)
      entries.append(Entry(text.span))
    }
    self.texts = present
    self.firsts = firsts
    self.lasts = lasts
    self.entries = entries
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
    let entries = self.entries.span
    // Behind the line's last eight bytes the missing ones are taken for zeros, which no text has.
    let word = line.head(at: place)
    for index in entries.indices where word & entries[index].headMask == entries[index].head {
      let length = entries[index].length
      guard place + length <= end else { continue }
      if length <= 8 || stands(index, in: line, at: place) { return length }
    }
    return nil
  }

  /// The length of the longest text that ends before `end`.
  @inline(__always)
  func length(in line: Span<UInt8>, before end: Int) -> Int? {
    guard end > 0, lasts & Self.lastBit(line, before: end) != 0 else { return nil }
    return compare(line, before: end)
  }

  @inline(never)
  private func compare(_ line: Span<UInt8>, before end: Int) -> Int? {
    let entries = self.entries.span
    let word = line.tail(before: end)
    for index in entries.indices where word & entries[index].tailMask == entries[index].tail {
      let length = entries[index].length
      guard length <= end else { continue }
      if length <= 8 || stands(index, in: line, at: end - length) { return length }
    }
    return nil
  }

  /// The end of the first text that stands at a place up to `limit` and ends by `end`; nil where none does.
  ///
  /// `inSentence`, none is looked for behind a sentence's end; texts that need not stand there, at `place` alone.
  func next(
    in line: Span<UInt8>, from place: Int, through limit: Int, end: Int, inSentence: Bool
  ) -> Int? {
    if isOptional { return place + (length(in: line, at: place, end: end) ?? 0) }
    var place = place
    while place <= limit, place < end {
      if firsts & Self.firstBit(line, at: place) != 0,
        let length = compare(line, at: place, end: end)
      {
        return place + length
      }
      if inSentence, line.endsSentence(at: place) { return nil }
      place = line.nextCharacter(after: place)
    }
    return nil
  }

  /// The beginning of the last text that ends at a place down to `limit`; see `next`.
  func last(in line: Span<UInt8>, from place: Int, downTo limit: Int, inSentence: Bool) -> Int? {
    if isOptional { return place - (length(in: line, before: place) ?? 0) }
    var place = place
    while place >= limit, place > 0 {
      if lasts & Self.lastBit(line, before: place) != 0, let length = compare(line, before: place) {
        return place - length
      }
      if inSentence, line.endsSentence(at: place - 3) { return nil }
      place = line.characterBefore(place)
    }
    return nil
  }

  private func stands(_ index: Int, in line: Span<UInt8>, at place: Int) -> Bool {
    let text = texts[index]
    return line.starts(with: text.span, at: place)
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

  /// The eight bytes before `end`, the last in the highest bits; zeros stand for those before the beginning.
  fileprivate func tail(before end: Int) -> UInt64 {
    if end >= 8 { return word64(at: end - 8) }
    var word: UInt64 = 0
    for next in 0..<end { word = word >> 8 | UInt64(self[next]) << 56 }
    return word
  }
}
