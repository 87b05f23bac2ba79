import Filters

/// The choices of all patterns, their texts one behind the other; looked for without comparing each of them.
struct Choices: Sendable {
  /// Where a text is, and its first and last eight bytes, by which nearly all that do not fit are told.
  private struct Entry {
    var start: Int32
    var length: Int32
    var head: UInt64
    var tail: UInt64
    /// How many bits of these say nothing.
    var missing: UInt64

    init(_ text: Span<UInt8>, start: Int) {
      self.start = Int32(start)
      length = Int32(text.count)
      head = text.head(at: 0)
      tail = text.tail(before: text.count)
      missing = UInt64(8 * (8 - min(text.count, 8)))
    }

    /// Where it is among the bytes.
    var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
  }

  private var all: [Choice] = []
  private var entries: [Entry] = []
  private var bytes: [UInt8] = []

  /// How many choices there are.
  var count: Int { all.count }

  /// The choice `number`, in the order in which they were added.
  subscript(number: Int) -> Choice { all[number] }

  /// Adds a choice of `texts`, parts of `source` of which none is empty, the longest first.
  mutating func add(_ texts: ArraySlice<Range<Int>>, of source: Span<UInt8>, isOptional: Bool) {
    let first = entries.count
    var firsts: UInt64 = 0
    var lasts: UInt64 = 0
    for range in texts {
      let text = source.extracting(range)
      firsts |= Choice.firstBit(text, at: 0)
      lasts |= Choice.lastBit(text, before: text.count)
      entries.append(Entry(text, start: bytes.count))
      for byte in range { bytes.append(source[byte]) }
    }
    all.append(
      Choice(
        entries: first..<entries.count, isOptional: isOptional, firsts: firsts, lasts: lasts))
  }

  /// The texts of a choice.
  func texts(of choice: Choice) -> [[UInt8]] {
    choice.entries.map { Array(bytes[entries[$0].range]) }
  }

  /// Calls `body` with each text of a choice, which is cheaper where there are many.
  func forEachText(of choice: Choice, _ body: (Span<UInt8>) -> Void) {
    for index in choice.entries { body(bytes.span.extracting(entries[index].range)) }
  }

  /// The length of the longest text that stands at `place` and ends by `end`.
  @inline(__always)
  func length(of choice: Choice, in line: Span<UInt8>, at place: Int, end: Int) -> Int? {
    guard place < end, choice.firsts & Choice.firstBit(line, at: place) != 0 else { return nil }
    return compare(choice.entries, line, at: place, end: end)
  }

  @inline(never)
  private func compare(
    _ places: Range<Int>, _ line: Span<UInt8>, at place: Int, end: Int
  ) -> Int? {
    let entries = self.entries.span.extracting(places)
    // Behind the line's last eight bytes the missing ones are taken for zeros, which no text has.
    let word = line.head(at: place)
    for index in entries.indices where (word ^ entries[index].head) &<< entries[index].missing == 0
    {
      let length = Int(entries[index].length)
      guard place + length <= end else { continue }
      if length <= 8 || stands(entries[index].range, in: line, at: place) { return length }
    }
    return nil
  }

  /// The length of the longest text that ends before `end`.
  @inline(__always)
  func length(of choice: Choice, in line: Span<UInt8>, before end: Int) -> Int? {
    guard end > 0, choice.lasts & Choice.lastBit(line, before: end) != 0 else { return nil }
    return compare(choice.entries, line, before: end)
  }

  @inline(never)
  private func compare(_ places: Range<Int>, _ line: Span<UInt8>, before end: Int) -> Int? {
    let entries = self.entries.span.extracting(places)
    let word = line.tail(before: end)
    for index in entries.indices where (word ^ entries[index].tail) &>> entries[index].missing == 0
    {
      let length = Int(entries[index].length)
      guard length <= end else { continue }
      if length <= 8 || stands(entries[index].range, in: line, at: end - length) { return length }
    }
    return nil
  }

  /// The end of the first text that stands at a place up to `limit` and ends by `end`; nil where none does.
  ///
  /// `inSentence`, none is looked for behind a sentence's end; texts that need not stand there, at `place` alone.
  func next(
    of choice: Choice, in line: Span<UInt8>, from place: Int, through limit: Int, end: Int,
    inSentence: Bool
  ) -> Int? {
    if choice.isOptional {
      return place + (length(of: choice, in: line, at: place, end: end) ?? 0)
    }
    var place = place
    while place <= limit, place < end {
      if choice.firsts & Choice.firstBit(line, at: place) != 0,
        let length = compare(choice.entries, line, at: place, end: end)
      {
        return place + length
      }
      if inSentence, line.endsSentence(at: place) { return nil }
      place = line.nextCharacter(after: place)
    }
    return nil
  }

  /// The beginning of the last text that ends at a place down to `limit`; see `next`.
  func last(
    of choice: Choice, in line: Span<UInt8>, from place: Int, downTo limit: Int, inSentence: Bool
  ) -> Int? {
    if choice.isOptional { return place - (length(of: choice, in: line, before: place) ?? 0) }
    var place = place
    while place >= limit, place > 0 {
      if choice.lasts & Choice.lastBit(line, before: place) != 0,
        let length = compare(choice.entries, line, before: place)
      {
        return place - length
      }
      if inSentence, line.endsSentence(at: place - 3) { return nil }
      place = line.characterBefore(place)
    }
    return nil
  }

  private func stands(_ text: Range<Int>, in line: Span<UInt8>, at place: Int) -> Bool {
    line.starts(with: bytes.span.extracting(text), at: place)
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
