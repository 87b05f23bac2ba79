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
      let low = bytes.words128(at: i)
      let high = bytes.words128(at: i &+ 16)
      if !anyHighBit(low | high), bytes[i &- 1] < 0x80 {
        i &+= 32
        continue
      }
      let wrong =
        faults(low, after: bytes.words128(at: i &- 1), bytes.words128(at: i &- 2))
        | faults(high, after: bytes.words128(at: i &+ 15), bytes.words128(at: i &+ 14))
      if anyHighBit(wrong) { return i }
      i &+= 32
    }
    return i
  }

  @inline(__always)
  private static func anyHighBit(_ words: SIMD2<UInt64>) -> Bool {
    (words[0] | words[1]) & EachByte.high != 0
  }

  /// Sets bit 7 of the bytes that are wrong or leads that need a closer look; `second` and `third`
  /// are the same bytes read one and two earlier.
  @inline(__always)
  private static func faults(
    _ block: SIMD2<UInt64>, after second: SIMD2<UInt64>, _ third: SIMD2<UInt64>
  ) -> SIMD2<UInt64> {
    let seven = SIMD2<UInt64>(repeating: EachByte.all(0x7F))
    // In bit 7 of each byte: a continuation is 10xxxxxx, a lead 11xxxxxx, of three or more
    // 111xxxxx, of four 1111xxxx. Sums and whole vectors only: shifts and lane-wise operands are
    // not compiled to vector code.
    let bit6 = block &+ block
    let bit5 = bit6 &+ bit6
    let bit4 = bit5 &+ bit5
    let third6 = third &+ third
    let isLead = block & bit6
    let isContinuation = block ^ isLead
    let isAsked = (second & (second &+ second)) | (third & third6 & (third6 &+ third6))
    let isFour = isLead & bit5 & bit4
    // C0, C1, E0 and (needlessly) E1 differ from C0 in bits 5 and 0 alone. Adding 7F to the low
    // seven bits sets bit 7 unless they are zero.
    let narrow =
      (block & SIMD2<UInt64>(repeating: EachByte.all(0xDE)))
      ^ SIMD2<UInt64>(repeating: EachByte.all(0xC0))
    let surrogate = block ^ SIMD2<UInt64>(repeating: EachByte.all(0xED))
    let isNotNarrow = ((narrow & seven) &+ seven) | narrow
    let isNotSurrogate = ((surrogate & seven) &+ seven) | surrogate
    return (isContinuation ^ isAsked) | isFour | ~(isNotNarrow & isNotSurrogate)
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
