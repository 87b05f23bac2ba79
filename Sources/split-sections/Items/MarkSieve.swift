import Filters

// Stops are frequent and marks are rare, and a branch that guesses wrongly costs more than a look into
// a table. So the sieve asks a table twice about each character that may be a stop, about that
// character and about the one behind it, and branches only where both fit:
//
//     bit 0  a stop           bit 4  what may stand behind a stop: a mark's beginning, or a blank
//     bit 1  （               bit 5  what may stand behind it: a digit
//     bit 2  ①, ⑴             bit 6  what may stand behind them: anything

/// Where stops before a mark, or marks, may be among 64 bytes, to be taken in order.
///
/// The bit w of lane k stands for the byte 16 × w + k; the lanes 0 to 7 are the bytes of `low`.
struct Candidates {
  fileprivate let base: Int
  fileprivate var low: UInt64
  fileprivate var high: UInt64
  private var part = 0

  fileprivate init(base: Int, low: UInt64, high: UInt64) {
    self.base = base
    self.low = low
    self.high = high
  }

  /// Takes the next place; nil behind the last.
  @inline(__always)
  mutating func next() -> Int? {
    while low | high != 0 {
      let mask: UInt64 = 0x0101_0101_0101_0101 &<< UInt64(part)
      if low & mask != 0 { return Self.take(mask, of: &low) &+ base }
      if high & mask != 0 { return Self.take(mask, of: &high) &+ base &+ 8 }
      part &+= 1
    }
    return nil
  }

  /// Takes the lowest bit of those in `mask`, as the byte that it stands for.
  @inline(__always)
  private static func take(_ mask: UInt64, of bits: inout UInt64) -> Int {
    let bit = (bits & mask).trailingZeroBitCount
    bits &= ~(1 &<< UInt64(bit))
    return place(of: bit)
  }

  /// The byte that a bit of one half stands for, counted from the half's first.
  @inline(__always)
  fileprivate static func place(of bit: Int) -> Int { (bit & 7) &* 16 &+ bit &>> 3 }
}

/// Finds the few places of a text where a mark of an enumeration can begin.
struct MarkSieve {
  /// What characters are, by a hash of their bytes; two of one hash only cost time.
  private var properties = [UInt8](repeating: 0x40, count: 1 << 12)

  /// The sieve for marks that begin with the characters `starts`.
  init(starts: some Sequence<UInt32>) {
    for scalar in [0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F] as [UInt32] { add(scalar, 0x01) }
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

  /// Of the 64 bytes from `base` those that may be a stop before a mark, or a mark; bytes from `end` on do not
  /// count.
  @inline(__always)
  func candidates(in text: Span<UInt8>, from base: Int, before end: Int) -> Candidates {
    var stops: SIMD16<UInt8>
    if base &+ 64 <= text.count {
      let block = text.extracting(base..<base &+ 64)
      stops = Self.possibleStops(block.bytes16(at: 0), 1)
      stops |= Self.possibleStops(block.bytes16(at: 16), 2)
      stops |= Self.possibleStops(block.bytes16(at: 32), 4)
      stops |= Self.possibleStops(block.bytes16(at: 48), 8)
    } else {
      stops = Self.lastStops(text, from: base)
    }
    let words = stops.words
    return Candidates(
      base: base, low: fitting(words.low, in: text, from: base, before: end),
      high: fitting(words.high, in: text, from: base &+ 8, before: end))
  }

  /// The same of less than 64 bytes, the last of a text.
  private static func lastStops(_ text: Span<UInt8>, from base: Int) -> SIMD16<UInt8> {
    var stops = SIMD16<UInt8>()
    var weight: UInt8 = 1
    var place = base
    while place &+ 16 <= text.count {
      stops |= possibleStops(text.bytes16(at: place), weight)
      weight &<<= 1
      place &+= 16
    }
    var last = SIMD16<UInt8>(repeating: UInt8(ascii: "0"))
    for lane in 0..<text.count &- place { last[lane] = text[place &+ lane] }
    return stops | possibleStops(last, weight)
  }

  /// Those of possible stops that fit together with what is behind them.
  @inline(__always)
  private func fitting(
    _ stops: UInt64, in text: Span<UInt8>, from base: Int, before end: Int
  ) -> UInt64 {
    var stops = stops
    var found: UInt64 = 0
    while stops != 0 {
      let bit = stops.trailingZeroBitCount
      stops &= stops &- 1
      let i = base &+ Candidates.place(of: bit)
      guard i &+ 8 <= text.count else {
        if i < end { found |= 1 &<< UInt64(bit) }
        continue
      }
      let word = text.word64(at: i)
      let behind = word &>> (word & 0x80 == 0 ? 8 : 24)
      let fits =
        property(UInt32(truncatingIfNeeded: word))
        & property(UInt32(truncatingIfNeeded: behind)) &>> 4
      found |= (fits == 0 || i >= end ? 0 : 1) &<< UInt64(bit)
    }
    return found
  }

  /// `weight` for each byte that can begin a stop, else 0.
  @inline(__always)
  private static func possibleStops(_ bytes: SIMD16<UInt8>, _ weight: UInt8) -> SIMD16<UInt8> {
    // Of ASCII what comes before the digits, and : ; > ? behind them; E2 and E3, and EF.
    let isNarrow =
      (bytes .< SIMD16<UInt8>(repeating: 0x30))
      .| ((bytes & SIMD16<UInt8>(repeating: 0xFA)) .== SIMD16<UInt8>(repeating: 0x3A))
    let isWide =
      ((bytes & SIMD16<UInt8>(repeating: 0xFE)) .== SIMD16<UInt8>(repeating: 0xE2))
      .| (bytes .== SIMD16<UInt8>(repeating: 0xEF))
    return SIMD16<UInt8>().replacing(
      with: SIMD16<UInt8>(repeating: weight), where: isNarrow .| isWide)
  }
}
