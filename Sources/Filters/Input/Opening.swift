/// What the first bytes of an operand say about it.
struct Opening {
  private static let words: StaticString = "doc\treport/"
  private static let mark: StaticString = "\u{FEFF}"

  /// True behind a byte order mark.
  let isMarked: Bool
  /// True for a report stream, also one that was cut inside its first line.
  let isStream: Bool
  /// True while more bytes could still make it a stream, or show its mark.
  let isUndecided: Bool

  init(_ bytes: borrowing Span<UInt8>) {
    let isMarked = bytes.starts(with: Self.mark)
    let body = bytes.extracting((isMarked ? 3 : 0)..<bytes.count)
    let couldBe = body.count < Self.words.utf8CodeUnitCount && Self.words.starts(with: body)
    self.isMarked = isMarked
    // Four bytes are enough to know a cut stream by.
    isStream = body.starts(with: Self.words) || (couldBe && body.count >= 4)
    isUndecided = couldBe || (bytes.count < 3 && Self.mark.starts(with: bytes))
  }
}
