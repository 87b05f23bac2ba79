import Filters

// Stops are frequent and marks are rare, and a branch that guesses wrongly costs more than a look into
// a table. So the sieve asks a table twice about each character that may be a stop, about that
// character and about the one behind it, and branches only where both fit:
//
//     bit 0  a stop           bit 4  what may stand behind a stop: a mark's beginning, or a blank
//     bit 1  （               bit 5  what may stand behind it: a digit
//     bit 2  ①, ⑴             bit 6  what may stand behind them: anything

/// Finds the few places of a text where a mark of an enumeration can begin.
struct MarkSieve {
  /// What characters are, by a hash of their bytes; two of one hash only cost time.
  private var properties = [UInt8](repeating: 0x40, count: 1 << 12)

  /// The sieve for marks that begin with the characters `starts`.
  init(starts: some Sequence<UInt32>) {
    for scalar in [0x21, 0x29, 0x2C, 0x3A, 0x3B, 0x3F] as [UInt32] { add(scalar, 0x01) }
    for scalar in LabelStyles.wideStops { add(scalar, 0x01) }
    for scalar in [0x09, 0x20, 0x3000] as [UInt32] { add(scalar, 0x11) }
    add(0xA0, 0x10)
    for scalar: UInt32 in 0x2000...0x200A { add(scalar, 0x10) }
    for scalar in starts { add(scalar, 0x10) }
    add(0xFF08, 0x02)
    for scalar: UInt32 in 0x30...0x39 { add(scalar, 0x20) }
    for scalar: UInt32 in 0x2460...0x2487 { add(scalar, 0x04) }
  }

  private mutating func add(_ scalar: UInt32, _ property: UInt8) {
    guard let character = Unicode.Scalar(scalar) else { return }
    var key: UInt32 = 0
    for (place, byte) in character.utf8.prefix(3).enumerated() {
      key |= UInt32(byte) &<< UInt32(8 * place)
    }
    properties[Self.hash(key)] |= property
  }

  @inline(__always)
  private static func hash(_ key: UInt32) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B1) &>> 20)
  }

  /// What the character is whose first four bytes are `word`.
  @inline(__always)
  private func property(_ word: UInt32) -> UInt8 {
    let lead = word & 0xFF
    let mask: UInt32 = lead < 0x80 ? 0xFF : lead < 0xE0 ? 0xFFFF : 0xFF_FFFF
    return properties[Self.hash(word & mask)]
  }

  /// Of the 64 bytes from `base` those that may be a stop before a mark, or a mark.
  ///
  /// The bit 8 × k + w stands for the byte 8 × w + k; bytes from `end` on do not count.
  @inline(__always)
  func candidates(in text: Span<UInt8>, from base: Int, before end: Int) -> UInt64 {
    var stops: UInt64 = 0
    if base &+ 64 <= end {
      for w in 0..<8 {
        stops |= Self.possibleStops(text.word64(at: base &+ 8 &* w)) &>> UInt64(7 &- w)
      }
    } else {
      var w = 0
      while base &+ 8 &* w < end {
        stops |= Self.possibleStops(text, at: base &+ 8 &* w, before: end) &>> UInt64(7 &- w)
        w &+= 1
      }
    }
    var found: UInt64 = 0
    while stops != 0 {
      let bit = UInt64(stops.trailingZeroBitCount)
      stops &= stops &- 1
      let i = base &+ Int(bit & 7) &* 8 &+ Int(bit &>> 3)
      guard i &+ 8 <= text.count else {
        found |= 1 &<< bit
        continue
      }
      let word = text.word64(at: i)
      let behind = word &>> (word & 0x80 == 0 ? 8 : 24)
      let fits =
        property(UInt32(truncatingIfNeeded: word))
        & property(UInt32(truncatingIfNeeded: behind)) &>> 4
      found |= (fits == 0 ? 0 : 1) &<< bit
    }
    return found
  }

  /// The high bit of each of the eight bytes from `base` that can begin a stop.
  @inline(__always)
  private static func possibleStops(
    _ text: Span<UInt8>, at base: Int, before end: Int
  ) -> UInt64 {
    let left = end &- base
    if left >= 8 { return possibleStops(text.word64(at: base)) }
    var word: UInt64 = 0
    if end >= 8 {
      word = text.word64(at: end &- 8) &>> UInt64(64 &- 8 &* left)
    } else {
      for k in 0..<left { word |= UInt64(text[base &+ k]) &<< UInt64(8 &* k) }
    }
    return possibleStops(word) & (1 &<< UInt64(8 &* left) &- 1)
  }

  /// The high bit of each byte that is ASCII, E2, E3 or EF, and of a few others.
  @inline(__always)
  private static func possibleStops(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x0101_0101_0101_0101
    // Each is zero in the bytes that are meant; a byte above a zero may be meant wrongly.
    let e2OrE3 = (word ^ 0xE2E2_E2E2_E2E2_E2E2) & ~low
    let ef = word ^ 0xEFEF_EFEF_EFEF_EFEF
    let isE2OrE3 = (e2OrE3 &- low) & ~e2OrE3
    let isEF = (ef &- low) & ~ef
    return (isE2OrE3 | isEF | ~word) & 0x8080_8080_8080_8080
  }
}
