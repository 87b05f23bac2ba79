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

  /// A choice of `texts`; an empty text among them makes it optional.
  init(_ texts: [[UInt8]], isOptional: Bool = false) {
    let present = texts.filter { !$0.isEmpty }
    self.texts = present.sorted { $0.count > $1.count }
    self.isOptional = isOptional || present.count < texts.count
    var firsts: UInt64 = 0
    var lasts: UInt64 = 0
    for text in present {
      firsts |= Self.firstBit(text.span, at: 0)
      lasts |= Self.lastBit(text.span, before: text.count)
    }
    self.firsts = firsts
    self.lasts = lasts
  }

  /// The length of the longest text that stands at `place` and ends by `end`.
  func length(in line: Span<UInt8>, at place: Int, end: Int) -> Int? {
    guard place < end, firsts & Self.firstBit(line, at: place) != 0 else { return nil }
    for text in texts where place + text.count <= end && line.starts(with: text.span, at: place) {
      return text.count
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
