import Filters

extension Span where Element == UInt8 {
  /// Whether this is a text that folding leaves as it is and that has no name or number of the net: nothing but
  /// Chinese characters, the punctuation that is everywhere, and at most two bytes of ASCII in a row.
  var isPlainProse: Bool {
    var place = 0
    var narrow = 0
    while place < count {
      let byte = self[place]
      if byte >= 0xE4, byte <= 0xE9 {
        narrow = 0
        place += 3
        continue
      }
      if byte < 0x80 {
        narrow += 1
        guard narrow < 3, byte.isDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "X")
        else { return false }
        place += 1
        continue
      }
      narrow = 0
      switch scalar(at: place).value {
      case 0x2014, 0x2018...0x201D, 0x2026, 0x3001...0x3011, 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A,
        0xFF1B, 0xFF1F:
        place += 3
      default: return false
      }
    }
    return true
  }
}
