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

  /// The sixteen bytes at `i` as two words in the machine's own order; traps unless `i + 16 <=
  /// count`.
  @inlinable @inline(__always)
  func words128(at i: Int) -> SIMD2<UInt64> {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: i, as: SIMD2<UInt64>.self)
  }

  /// The thirty-two bytes at `i` as four words in the machine's own order; traps unless `i + 32 <=
  /// count`.
  @inlinable @inline(__always)
  func words256(at i: Int) -> SIMD4<UInt64> {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: i, as: SIMD4<UInt64>.self)
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
