// The unsafe reads of the core. Each load checks its bounds; it is called unsafe only because not
// every type may be made of any bytes, and every pattern of bits is a word.

/// Reading whole words.
extension Span where Element == UInt8 {
  /// The eight bytes at `i`, the first in the lowest bits; traps unless `i + 8 <= count`.
  @inlinable @inline(__always)
  public func word64(at i: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self))
  }

  /// The four bytes at `i`, the first in the lowest bits; traps unless `i + 4 <= count`.
  @inlinable @inline(__always)
  public func word32(at i: Int) -> UInt32 {
    UInt32(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: i, as: UInt32.self))
  }

  /// The sixteen bytes at `i`; traps unless `i + 16 <= count`.
  @inlinable @inline(__always)
  public func bytes16(at i: Int) -> SIMD16<UInt8> {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: i, as: SIMD16<UInt8>.self)
  }
}

// Sixteen bytes compared with a constant of their own type are one or two machine instructions; a mask has
// no cheap question for "any", so its bits are looked at as two words.

extension SIMD16<UInt8> {
  /// The first eight bytes and the last eight, each with the first of them in the lowest bits.
  @inlinable @inline(__always)
  public var words: (low: UInt64, high: UInt64) {
    let words = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return (UInt64(littleEndian: words[0]), UInt64(littleEndian: words[1]))
  }
}

extension SIMDMask<SIMD16<Int8>> {
  /// Whether it says yes to one of the bytes.
  @inlinable @inline(__always)
  public var isAny: Bool {
    let words = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return words[0] | words[1] != 0
  }
}

/// Constants that say the same thing about all eight bytes of a word.
@usableFromInline
enum EachByte {
  /// The lowest bit of each byte.
  @inlinable @inline(__always) static var low: UInt64 { 0x0101_0101_0101_0101 }
  /// The highest bit of each byte.
  @inlinable @inline(__always) static var high: UInt64 { 0x8080_8080_8080_8080 }
  /// Every byte the same.
  @inlinable @inline(__always) static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* low }
}
