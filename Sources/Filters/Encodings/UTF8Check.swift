// Well-formed UTF-8 (Unicode, table 3-7), by the first byte of a character:
//
//     00–7F                            one byte
//     C2–DF  80–BF                     two; C0 and C1 would be overlong
//     E0     A0–BF  80–BF              three; less would be overlong
//     E1–EC, EE, EF  80–BF  80–BF
//     ED     80–9F  80–BF              more would be a surrogate
//     F0     90–BF  80–BF  80–BF       four; less would be overlong
//     F1–F3  80–BF  80–BF  80–BF
//     F4     80–8F  80–BF  80–BF       more would be beyond U+10FFFF
//
// Two speeds. Thirty-two bytes at once: a byte must be a continuation exactly if one of the three
// bytes before it asks for one, and no byte may be one of those leads whose second byte has borders
// of its own. Where a block fails this (which is not yet an error), its characters are checked one
// by one. Blocks need not begin at a character; the three bytes before the block say what it must
// begin with.

/// The strict check that bytes are UTF-8.
public enum UTF8Check {
  /// How far `bytes` are UTF-8.
  ///
  /// The length of an invalid part is what Unicode recommends to replace by one U+FFFD: the longest
  /// beginning of a valid character, or one byte. Linear.
  public static func check(_ bytes: Span<UInt8>) -> Verdict {
    let count = bytes.count
    var i = 0
    while i < count {
      let block = skipPlainBlocks(bytes, from: i)
      let goal = min(count, block &+ 32)
      // Back to the beginning of the character before, which the border of the block may have cut.
      i = max(block &- 1, 0)
      while i > 0, bytes[i] & 0xC0 == 0x80 { i &-= 1 }
      while i < goal {
        let (length, ending) = character(in: bytes, at: i)
        if ending != .whole { return Verdict(validCount: i, ending: ending) }
        i &+= length
      }
    }
    return Verdict(validCount: count, ending: .whole)
  }

  /// The first block from `start` on that needs a closer look, or that is not full; what stands
  /// before it is valid, but for a character that may go on there.
  private static func skipPlainBlocks(_ bytes: Span<UInt8>, from start: Int) -> Int {
    let last = bytes.count &- 32
    var i = start
    // At the very beginning there is nothing before the block to look at.
    if i < 2 { return i }
    while i <= last {
      // The block and the two bytes before it, so that one check of bounds serves all loads.
      let block = bytes.extracting(i &- 2..<i &+ 32)
      let wrong =
        faults(block.bytes16(at: 2), after: block.bytes16(at: 1), block.bytes16(at: 0))
        .| faults(block.bytes16(at: 18), after: block.bytes16(at: 17), block.bytes16(at: 16))
      if wrong.isAny { return i }
      i &+= 32
    }
    return i
  }

  /// The bytes that are wrong, or leads that need a closer look; `second` and `third` are the same
  /// bytes read one and two earlier.
  @inline(__always)
  private static func faults(
    _ block: SIMD16<UInt8>, after second: SIMD16<UInt8>, _ third: SIMD16<UInt8>
  ) -> SIMDMask<SIMD16<Int8>> {
    // As signed bytes the continuations, 80 to BF, are the lowest.
    let isContinuation = SIMD16<Int8>(truncatingIfNeeded: block) .< SIMD16<Int8>(repeating: -64)
    let isAsked =
      (second .>= SIMD16<UInt8>(repeating: 0xC0)) .| (third .>= SIMD16<UInt8>(repeating: 0xE0))
    let isFour = block .>= SIMD16<UInt8>(repeating: 0xF0)
    // C0, C1, E0 and (needlessly) E1 differ from C0 in bits 5 and 0 alone.
    let isNarrow =
      (block & SIMD16<UInt8>(repeating: 0xDE)) .== SIMD16<UInt8>(repeating: 0xC0)
    let maySurrogate = block .== SIMD16<UInt8>(repeating: 0xED)
    return (isContinuation .^ isAsked) .| isFour .| isNarrow .| maySurrogate
  }

  /// The length of the character at `i` and `.whole`; or how far it is one, and why no further.
  private static func character(
    in bytes: Span<UInt8>, at i: Int
  ) -> (length: Int, ending: Verdict.Ending) {
    let lead = bytes[i]
    let length: Int
    var lower: UInt8 = 0x80
    var upper: UInt8 = 0xBF
    switch lead {
    case 0x00...0x7F: return (1, .whole)
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { lower = 0xA0 }
      if lead == 0xED { upper = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { lower = 0x90 }
      if lead == 0xF4 { upper = 0x8F }
    default: return (1, .invalid(length: 1))
    }
    for k in 1..<length {
      if i &+ k == bytes.count { return (k, .cut) }
      let byte = bytes[i &+ k]
      if byte < lower || byte > upper { return (k, .invalid(length: k)) }
      lower = 0x80
      upper = 0xBF
    }
    return (length, .whole)
  }
}
