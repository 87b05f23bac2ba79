/// A generator whose seed a failing test can print, so that the failure can be had again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SeededGenerator64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// Characters of the kinds that reports have, and some that they hardly ever have.
  mutating func text(length: Int) -> String {
    let kinds: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x4E00...0x9FFF, 0x4E00...0x9FFF, 0xFF01...0xFF5E, 0x3000...0x3011, 0xA0...0xFF,
      0x800...0x9FF, 0xD700...0xD7FF, 0xE000...0xE0FF, 0x1F300...0x1F5FF, 0x10FF00...0x10FFFF,
      9...10,
    ]
    var text = ""
    while text.unicodeScalars.count < length {
      let kind = kinds.randomElement(using: &self) ?? 0x20...0x7E
      // Runs of one kind, as texts have them.
      for _ in 0..<Int.random(in: 1...12, using: &self) {
        if let scalar = Unicode.Scalar(UInt32.random(in: kind, using: &self)) {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    return text
  }

  /// The same bytes with a few changed, lost or doubled.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &self) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &self)
      switch Int.random(in: 0..<4, using: &self) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(bytes[place], at: place)
      case 2: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &self)
      default: bytes[place] = UInt8.random(in: 0...255, using: &self)
      }
    }
    return bytes
  }
}
