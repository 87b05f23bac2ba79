/// A set of bytes that cannot stand as they are in some form of text: all below a limit, and two others.
struct StopBytes {
  private let limit: UInt64
  private let one: UInt64
  private let other: UInt64

  /// All bytes below `limit`, which is at most 0x80, and `one` and `other`.
  @inline(__always)
  init(below limit: UInt8, _ one: UInt8, _ other: UInt8) {
    self.limit = EachByte.all(limit)
    self.one = EachByte.all(one)
    self.other = EachByte.all(other)
  }

  /// What a column of a stream must escape, and some control characters that it need not.
  @inline(__always) static var column: StopBytes {
    StopBytes(below: 14, UInt8(ascii: "\\"), UInt8(ascii: "\\"))
  }

  /// What the inside of a JSON string must escape.
  @inline(__always) static var jsonString: StopBytes {
    StopBytes(below: 0x20, UInt8(ascii: "\\"), UInt8(ascii: "\""))
  }

  /// The high bit of each byte that stops; those above the first may be marked wrongly, the first never.
  @inline(__always)
  func marks(_ word: UInt64) -> UInt64 {
    let ones = word ^ one
    let others = word ^ other
    let hits =
      ((word &- limit) & ~word) | ((ones &- EachByte.low) & ~ones)
      | ((others &- EachByte.low) & ~others)
    return hits & EachByte.high
  }

  /// Those of sixteen bytes that stop.
  @inline(__always)
  func marks(_ bytes: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    (bytes .< SIMD16(repeating: UInt8(truncatingIfNeeded: limit)))
      .| (bytes .== SIMD16(repeating: UInt8(truncatingIfNeeded: one)))
      .| (bytes .== SIMD16(repeating: UInt8(truncatingIfNeeded: other)))
  }

  /// Whether one of the 32 bytes from `place` on stops.
  @inline(__always)
  func standIn(_ bytes: Span<UInt8>, at place: Int) -> Bool {
    (marks(bytes.bytes16(at: place)) .| marks(bytes.bytes16(at: place &+ 16))).isAny
  }

  /// Whether `byte` stops.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte < UInt8(truncatingIfNeeded: limit) || byte == UInt8(truncatingIfNeeded: one)
      || byte == UInt8(truncatingIfNeeded: other)
  }
}
