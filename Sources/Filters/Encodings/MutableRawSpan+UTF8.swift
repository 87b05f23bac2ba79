/// Writing UTF-8 into room that is known to be large enough; a store beyond the room traps.
extension MutableRawSpan {
  /// Writes eight bytes at `i`, the lowest bits first.
  @inline(__always)
  mutating func store(_ word: UInt64, at i: Int) {
    storeBytes(of: word.littleEndian, toByteOffset: i, as: UInt64.self)
  }

  /// Writes a character at `i` (and up to three bytes of no meaning after it) and gives its length.
  @inline(__always)
  mutating func store(scalar: UInt32, at i: Int) -> Int {
    let tail = 0x80 | scalar & 0x3F
    if scalar < 0x80 {
      store(four: scalar, at: i)
      return 1
    }
    if scalar < 0x800 {
      store(four: 0xC0 | scalar &>> 6 | tail &<< 8, at: i)
      return 2
    }
    let second = 0x80 | scalar &>> 6 & 0x3F
    if scalar < 0x10000 {
      store(four: 0xE0 | scalar &>> 12 | second &<< 8 | tail &<< 16, at: i)
      return 3
    }
    let first = 0xF0 | scalar &>> 18 | (0x80 | scalar &>> 12 & 0x3F) &<< 8
    store(four: first | second &<< 16 | tail &<< 24, at: i)
    return 4
  }

  /// Writes four bytes at `i`, the lowest bits first.
  @inline(__always)
  mutating func store(four: UInt32, at i: Int) {
    storeBytes(of: four.littleEndian, toByteOffset: i, as: UInt32.self)
  }
}
