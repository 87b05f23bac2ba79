/// A byte as messages show it: `0xB5`.
func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.count == 1 ? "0x0" + digits : "0x" + digits
}
