import Filters

extension LabelStyles {
  /// Notes every place of `range` where a member of an enumeration may begin: the label of an item
  /// style at the range's start or after a stop, and a circled number anywhere; at most `limit`.
  func marks(in text: Span<UInt8>, _ range: Range<Int>, limit: Int, into marks: inout [Label]) {
    let end = range.upperBound
    let full = marks.count + limit
    var base = range.lowerBound
    // What lies before this place has been looked at.
    var next = takeMark(in: text, at: base, before: end, into: &marks)
    while base < end {
      var found = sieve.candidates(in: text, from: base, before: end)
      while let i = found.next() {
        if i < next { continue }
        if marks.count >= full { return }
        next = takeMark(behind: i, in: text, before: end, into: &marks)
      }
      base &+= 64
    }
  }

  /// Takes the label that begins behind the stop at `i`, or at `i` itself if its kind needs no stop
  /// before it; the place where the search goes on.
  private func takeMark(
    behind i: Int, in text: Span<UInt8>, before end: Int, into marks: inout [Label]
  ) -> Int {
    let (scalar, length) = text.scalar(at: i)
    if Self.isStop(scalar) {
      return takeMark(in: text, at: i + length, before: end, into: &marks)
    }
    // （1） may stand without a stop before it; （一） is too often a reference.
    if scalar == 0xFF08
      ? i + 3 < text.count && text[i + 3] >= 0x30 && text[i + 3] <= 0x39
      : scalar >= 0x2460 && scalar <= 0x2487
    {
      return take(in: text, at: i, before: end, into: &marks)
    }
    return i
  }

  /// Takes the label that may begin at `place`, behind one blank; the place where the search goes on.
  @inline(__always)
  private func takeMark(
    in text: Span<UInt8>, at place: Int, before end: Int, into marks: inout [Label]
  ) -> Int {
    guard place < end else { return place }
    let i = place + text.blankLength(at: place)
    return take(in: text, at: i, before: end, into: &marks)
  }

  @inline(__always)
  private func take(
    in text: Span<UInt8>, at i: Int, before end: Int, into marks: inout [Label]
  ) -> Int {
    guard mayGoOn(in: text, after: i), let label = itemLabel(in: text, at: i, before: end) else {
      return i
    }
    marks.append(label)
    return label.end
  }

  /// The label of a member of an enumeration at `i`, if it is no figure such as 1、2 or 1.5.
  @inline(__always)
  func itemLabel(in text: Span<UInt8>, at i: Int, before end: Int) -> Label? {
    guard let label = label(in: text, at: i, item: true), label.end <= end,
      label.ordinal < 100 || label.ordinal == Self.last,
      text[label.end - 1] == 0x2E
        ? !isDoubtful(label, in: text, before: end) : doubt(of: label, in: text) == .none,
      !isMention(label, in: text)
    else { return nil }
    return label
  }

  /// Whether a number in a ring or in brackets is spoken of, by what stands behind it: 针对问题①，….
  @inline(__always)
  private func isMention(_ label: Label, in text: Span<UInt8>) -> Bool {
    let (next, length) = text.scalar(at: label.end)
    switch next {
    // ， 。 ； ） 》 ” 的
    case 0xFF0C, 0x3002, 0xFF1B, 0xFF09, 0x300B, 0x201D, 0x7684, 0x2C, 0x3B, 0x29: break
    // 和 与 及 至 before another one
    case 0x548C, 0x4E0E, 0x53CA, 0x81F3:
      guard isRing(folded(text.scalar(at: label.end + length).value)) else { return false }
    default: return false
    }
    return isRing(lastScalar(in: text, before: label.end))
  }

  /// Whether `scalar` is a number in a ring or in brackets, or one of the brackets of such a number.
  private func isRing(_ scalar: UInt32) -> Bool {
    scalar == 0x28 || scalar == 0x29 || scalar == 0xFF09 || scalar >= 0x2460 && scalar <= 0x2487
  }

  /// Whether the character after an ideograph that begins labels is one that they have there; of figures,
  /// whether it is not another digit of many.
  @inline(__always)
  private func mayGoOn(in text: Span<UInt8>, after i: Int) -> Bool {
    guard i < text.count, text[i] >= 0xE4, text[i] <= 0xE9 else {
      return i &+ 3 > text.count || !isDigit(UInt32(text[i])) || !isDigit(UInt32(text[i &+ 2]))
    }
    let (next, _) = text.scalar(at: i &+ 3)
    if next < 0x10000, itemSecondBits[Int(next &>> 6)] &>> UInt64(next & 63) & 1 != 0 {
      return true
    }
    return text.blankLength(at: i &+ 3) > 0
  }

  /// Whether a member of an enumeration may begin after `scalar`.
  @inline(__always)
  private static func isStop(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x20, 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x3000: true
    case 0x3002, 0xFF1B, 0xFF1A, 0xFF0C, 0xFF01, 0xFF0E, 0xFF1F, 0x2026, 0x2014, 0xFF61: true
    case 0x201D, 0x2019, 0xFF09, 0x300B, 0x300D, 0x300F, 0x3011: true
    default: false
    }
  }

  /// The stops that are neither ASCII nor blanks.
  static let wideStops: [UInt32] = [
    0x3002, 0xFF1B, 0xFF1A, 0xFF0C, 0xFF01, 0xFF0E, 0xFF1F, 0x2026, 0x2014, 0xFF61,
    0x201D, 0x2019, 0xFF09, 0x300B, 0x300D, 0x300F, 0x3011,
  ]
}
