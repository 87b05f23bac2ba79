// Each record has a line and a column, so numbers are written as often as anything else. One of up to eight
// digits is taken apart in a single word: into halves of four digits, then into pairs, then into digits, each
// step for all parts at once. A part times 10486 and shifted by 20 is its hundredth, times 103 and shifted by
// 10 its tenth, exactly for all parts that can be.

/// Writing numbers.
extension ByteBuffer {
  /// Adds a number in decimal digits at the end.
  public mutating func append(number: Int) {
    if number >= 0, number < 10 { return append(UInt8(ascii: "0") &+ UInt8(number)) }
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: number.magnitude)
  }

  /// Adds the type of a record, its LINE and its COL, each number behind a TAB.
  @inline(__always)
  mutating func append(head type: StaticString, _ line: Int, _ column: Int) {
    let length = type.utf8CodeUnitCount
    guard line > 0, line < 100_000_000, column > 0, column < 100_000_000 else {
      append(type)
      append(UInt8(ascii: "\t"))
      append(number: line)
      append(UInt8(ascii: "\t"))
      return append(number: column)
    }
    // Two numbers of eight digits and their TABs.
    if capacity - tail < length + 18 { reserve(length + 18) }
    unsafe (memory + tail).copyMemory(from: type.utf8Start, byteCount: length)
    tail &+= length
    place(UInt8(ascii: "\t"))
    place(UInt64(line), withZeros: false)
    place(UInt8(ascii: "\t"))
    place(UInt64(column), withZeros: false)
  }

  private mutating func append(digitsOf number: UInt) {
    let high = number / 100_000_000
    if high > 0 { append(digitsOf: high) }
    if capacity - tail < 8 { reserve(8) }
    // Zeros at the front are only written behind other digits.
    place(UInt64(number % 100_000_000), withZeros: high > 0)
  }

  /// Adds a byte for which there is room.
  @inline(__always)
  private mutating func place(_ byte: UInt8) {
    unsafe (memory + tail).storeBytes(of: byte, as: UInt8.self)
    tail &+= 1
  }

  /// Adds a number below 100,000,000, for which there is room: in eight digits, or in as many as it has, but
  /// none for 0.
  @inline(__always)
  private mutating func place(_ number: UInt64, withZeros: Bool) {
    let digits = Self.eightDigits(number)
    let zeros = withZeros ? 0 : digits.trailingZeroBitCount &>> 3
    let text = (digits | EachByte.all(UInt8(ascii: "0"))) &>> UInt64(zeros &* 8)
    unsafe (memory + tail).storeBytes(of: text.littleEndian, as: UInt64.self)
    tail &+= 8 &- zeros
  }

  /// The digits of a number below 100,000,000, the first in the lowest byte.
  @inline(__always)
  private static func eightDigits(_ number: UInt64) -> UInt64 {
    let halves = number / 10_000 | (number % 10_000) &<< 32
    let hundreds = (halves &* 10_486) &>> 20 & 0x7F_0000_007F
    let pairs = hundreds | (halves &- hundreds &* 100) &<< 16
    let tens = (pairs &* 103) &>> 10 & 0x000F_000F_000F_000F
    return tens | (pairs &- tens &* 10) &<< 8
  }
}
