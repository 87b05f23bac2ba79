extension Options {
  /// The last argument, or the default, as a canonical number; `BYTES` may end in K, M or G, powers of 1024.
  public func number(of option: Option) throws(Misuse) -> Int? {
    guard let text = value(of: option) else { return nil }
    var digits = Array(text.utf8)
    var unit = 1
    if option.kind == .bytes, let power = digits.last.flatMap(Self.power) {
      unit = power
      digits.removeLast()
    }
    guard !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      digits.count == 1 || digits[0] != 0x30
    else {
      let wanted =
        option.kind == .bytes
        ? "a number of bytes such as 4096, 512K, 64M or 2G" : "a number such as 0, 1 or 20"
      throw Misuse(
        option.longName + " takes " + wanted + ", not '" + Operand(Array(text.utf8)).text + "'")
    }
    var value = 0
    for digit in digits {
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(Int(digit - 0x30))
      guard !overflow, !carry else { throw Self.tooLarge(option, text) }
      value = sum
    }
    let (scaled, overflow) = value.multipliedReportingOverflow(by: unit)
    guard !overflow else { throw Self.tooLarge(option, text) }
    return scaled
  }

  private static func power(_ suffix: UInt8) -> Int? {
    switch suffix {
    case UInt8(ascii: "K"), UInt8(ascii: "k"): 1 << 10
    case UInt8(ascii: "M"), UInt8(ascii: "m"): 1 << 20
    case UInt8(ascii: "G"), UInt8(ascii: "g"): 1 << 30
    default: nil
    }
  }

  private static func tooLarge(_ option: Option, _ text: String) -> Misuse {
    Misuse(option.longName + ": " + text + " is too large; the most is " + String(Int.max))
  }
}
