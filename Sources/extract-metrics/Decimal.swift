/// An exact decimal number: up to 38 digits and a power of ten.
///
/// Nothing is ever rounded; what does not fit is nil.
struct Decimal: Equatable {
  /// The digits, without sign and point.
  private(set) var digits: UInt128
  /// The power of ten that the digits are multiplied by.
  private(set) var exponent: Int
  /// Whether a minus stands before the number.
  var isNegative = false

  /// The number `digits` · 10^`exponent`.
  init(_ digits: UInt128, exponent: Int = 0) {
    self.digits = digits
    self.exponent = exponent
  }

  /// The powers of ten beyond which a number is no figure of a report.
  static let exponents = -64...64

  /// Zero.
  static let zero = Decimal(0)

  /// Whether the number is zero.
  var isZero: Bool { digits == 0 }

  /// Appends a digit on the right; false, and nothing changed, where 38 digits are full.
  mutating func append(_ digit: Int) -> Bool {
    let (product, tooLarge) = digits.multipliedReportingOverflow(by: 10)
    guard !tooLarge else { return false }
    let (sum, overflow) = product.addingReportingOverflow(UInt128(digit))
    guard !overflow else { return false }
    digits = sum
    return true
  }

  /// This number times a power of ten.
  func scaled(by power: Int) -> Decimal {
    var scaled = self
    scaled.exponent += power
    return scaled
  }

  /// This number times a small whole number, or nil.
  func times(_ factor: Int) -> Decimal? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: UInt128(factor))
    guard !overflow else { return nil }
    var result = Decimal(product, exponent: exponent)
    result.isNegative = isNegative
    return result
  }

  /// The product of two numbers, or nil where it has more than 38 digits.
  func product(_ other: Decimal) -> Decimal? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: other.digits)
    return overflow ? nil : Decimal(product, exponent: exponent + other.exponent)
  }

  /// Takes the size of another number and keeps its own sign.
  mutating func take(_ size: Decimal) {
    digits = size.digits
    exponent = size.exponent
  }

  /// The sum of two numbers of which neither is negative, or nil where it has more than 38 digits.
  func plus(_ other: Decimal) -> Decimal? {
    if isZero { return other }
    if other.isZero { return self }
    let common = min(exponent, other.exponent)
    guard let left = aligned(to: common), let right = other.aligned(to: common) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Decimal(sum, exponent: common)
  }

  /// The number that a plain text of digits with at most one point writes; nil for anything else.
  init?(_ text: String) {
    self.init(0)
    var hasPoint = false
    var count = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "-"), count == 0, !isNegative {
        isNegative = true
      } else if byte == UInt8(ascii: "."), !hasPoint, count > 0 {
        hasPoint = true
      } else if (0x30...0x39).contains(byte), append(Int(byte) - 0x30) {
        count += 1
        if hasPoint { exponent -= 1 }
      } else {
        return nil
      }
    }
    guard count > 0, text.utf8.last != UInt8(ascii: ".") else { return nil }
  }

  /// Whether this number is below another, signs and all.
  func isBelow(_ other: Decimal) -> Bool {
    if isNegative != other.isNegative { return isNegative && !(isZero && other.isZero) }
    return isNegative ? other.isLess(than: self) : isLess(than: other)
  }

  /// Whether this number is smaller than another; both count as positive.
  func isLess(than other: Decimal) -> Bool {
    let common = min(exponent, other.exponent)
    guard let left = aligned(to: common) else { return false }
    guard let right = other.aligned(to: common) else { return true }
    return left < right
  }

  private func aligned(to common: Int) -> UInt128? {
    guard exponent - common <= 38 else { return nil }
    var result = digits
    for _ in 0..<(exponent - common) {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = product
    }
    return result
  }

  /// Appends the number as plain text: no exponent, no trailing zero after a point.
  func write(to text: inout [UInt8]) {
    guard digits != 0 else {
      text.append(UInt8(ascii: "0"))
      return
    }
    if isNegative { text.append(UInt8(ascii: "-")) }
    let start = text.count
    var rest = digits
    var places = -exponent
    while places > 0, rest % 10 == 0 {
      rest /= 10
      places -= 1
    }
    // From the last digit to the first, then turned round.
    for _ in 0..<max(0, exponent) { text.append(UInt8(ascii: "0")) }
    while rest > 0 || places >= 0 {
      if let small = UInt64(exactly: rest) {
        text.append(UInt8(ascii: "0") + UInt8(small % 10))
        rest = UInt128(small / 10)
      } else {
        text.append(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
      }
      places -= 1
      if places == 0 { text.append(UInt8(ascii: ".")) }
    }
    text[start...].reverse()
  }
}
