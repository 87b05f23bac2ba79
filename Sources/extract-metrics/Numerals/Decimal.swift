import Filters

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
    // Nearly every number is short.
    if digits < 1 << 58 {
      let small = UInt64(truncatingIfNeeded: digits)
      digits = UInt128(truncatingIfNeeded: small &* 10 &+ UInt64(truncatingIfNeeded: digit))
      return true
    }
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

  /// This number times itself so often, or nil where it has more than 38 digits.
  func power(_ exponent: Decimal) -> Decimal? {
    guard exponent.exponent == 0, let count = Int(exactly: exponent.digits), count < 65 else {
      return nil
    }
    var power = Decimal(1)
    for _ in 0..<count {
      guard let next = power.product(self), Self.exponents.contains(next.exponent) else {
        return nil
      }
      power = next
    }
    return power
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

  /// Whether this number is as large as another, of which neither is negative.
  func isEqual(to other: Decimal) -> Bool { !isLess(than: other) && !other.isLess(than: self) }

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
    if exponent == other.exponent { return digits < other.digits }
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
  func write(to text: inout ByteBuffer) {
    guard digits != 0 else { return text.append(UInt8(ascii: "0")) }
    if isNegative { text.append(UInt8(ascii: "-")) }
    var rest = digits
    var places = max(0, -exponent)
    while places > 0, let tenth = Self.tenth(of: rest) {
      rest = tenth
      places -= 1
    }
    if let small = Int(exactly: rest), places < 19 {
      Self.write(small, places: places, to: &text)
    } else {
      Self.write(rest, places: places, to: &text)
    }
    for _ in 0..<max(0, exponent) { text.append(UInt8(ascii: "0")) }
  }

  private static func write(_ digits: Int, places: Int, to text: inout ByteBuffer) {
    var power = 1
    for _ in 0..<places { power *= 10 }
    text.append(number: digits / power)
    guard places > 0 else { return }
    text.append(UInt8(ascii: "."))
    let fraction = digits % power
    power /= 10
    while fraction < power {
      text.append(UInt8(ascii: "0"))
      power /= 10
    }
    text.append(number: fraction)
  }

  /// The same for what does not fit a word: digit by digit, from the first.
  private static func write(_ digits: UInt128, places: Int, to text: inout ByteBuffer) {
    let powers = (0...38).map { count in (0..<count).reduce(UInt128(1)) { power, _ in power * 10 } }
    var place = max(places, powers.count - 1)
    while place > places, powers[place] > digits { place -= 1 }
    while place >= 0 {
      if place == places - 1 { text.append(UInt8(ascii: ".")) }
      let digit = place < powers.count ? digits / powers[place] % 10 : 0
      text.append(UInt8(ascii: "0") + UInt8(digit))
      place -= 1
    }
  }

  /// A tenth of a number that ends in zero, or nil.
  private static func tenth(of number: UInt128) -> UInt128? {
    if let small = UInt64(exactly: number) {
      let (quotient, last) = small.quotientAndRemainder(dividingBy: 10)
      return last == 0 ? UInt128(quotient) : nil
    }
    let (quotient, last) = number.quotientAndRemainder(dividingBy: 10)
    return last == 0 ? quotient : nil
  }
}
