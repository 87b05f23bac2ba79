/// The parts of a numeral, added up as its powers of ten come by.
struct NumeralSum {
  private var coefficient: Decimal?
  private var coefficientIsDigit = false
  /// Below 万.
  private var section = Decimal.zero
  private var sectionPower = 4
  /// From 万 to below 亿.
  private var myriads = Decimal.zero
  private var hundredMillions = Decimal.zero
  /// From 兆 on.
  private var billions = Decimal.zero
  /// The last power met, 0 at the start.
  private(set) var lastPower = 0
  /// Whether any power was met.
  private(set) var hasPower = false
  /// Whether powers are all there is.
  private(set) var isBare = true
  /// Whether two neighbouring digits stand for a range.
  var hasPair = false
  /// Whether 零 stands since the last power.
  var hasZero = false

  /// Whether a coefficient waits for its power.
  var hasCoefficient: Bool { coefficient != nil }
  /// Whether a coefficient may come now.
  var takesCoefficient: Bool { coefficient == nil }

  /// Takes digits; a single one may stand for the next lower power.
  mutating func add(coefficient value: Decimal, isDigit: Bool = false) -> Bool {
    guard coefficient == nil else { return false }
    coefficient = value
    coefficientIsDigit = isDigit
    isBare = false
    return true
  }

  /// Takes what stands after the point.
  mutating func add(fraction: Decimal) -> Bool {
    // 两千三点一 is 2300.1.
    let isShorthand = coefficientIsDigit && !hasZero && lastPower >= 2
    let whole = (coefficient ?? .zero).scaled(by: isShorthand ? lastPower - 1 : 0)
    guard let sum = whole.plus(fraction) else { return false }
    coefficient = sum
    coefficientIsDigit = false
    isBare = false
    return true
  }

  /// Takes a power of ten; false where it cannot stand here.
  ///
  /// Only where what follows is a unit may more than nine of it be counted: 86.4千公顷, 500百万元.
  mutating func multiply(by power: Int, beforeUnit: Bool = false) -> Bool {
    switch power {
    case 1, 2, 3:
      // 1200十二 is no number; 3百 and 1.5千 are.
      if let coefficient, !coefficient.isLess(than: Decimal(10)),
        !(beforeUnit && lastPower == 0)
      {
        return false
      }
      guard power < sectionPower, coefficient != nil || lastPower == 0 || hasZero || power == 1
      else { return false }
      guard let sum = section.plus((coefficient ?? Decimal(1)).scaled(by: power)) else {
        return false
      }
      section = sum
      coefficient = nil
      sectionPower = power
    case 4:
      guard let count = sectionTotal() else { return false }
      if count.isZero {
        guard !myriads.isZero || lastPower == 0 else { return false }
        myriads = myriads.isZero ? Decimal(1, exponent: 4) : myriads.scaled(by: 4)
      } else {
        guard myriads.isZero else { return false }
        myriads = count.scaled(by: 4)
      }
      closeSection()
    case 12:
      guard billions.isZero, let count = total(), !count.isZero else { return false }
      billions = count.scaled(by: 12)
      hundredMillions = .zero
      myriads = .zero
      closeSection()
    default:
      guard let rest = sectionTotal(), let count = myriads.plus(rest) else { return false }
      if count.isZero {
        guard lastPower == 0 || lastPower == 8, billions.isZero else { return false }
        hundredMillions =
          lastPower == 0 ? Decimal(1, exponent: 8) : hundredMillions.scaled(by: 8)
      } else {
        guard hundredMillions.isZero else { return false }
        hundredMillions = count.scaled(by: 8)
      }
      myriads = .zero
      closeSection()
    }
    guard
      max(billions.exponent, hundredMillions.exponent, myriads.exponent)
        < Decimal.exponents.upperBound
    else {
      return false
    }
    lastPower = power
    hasPower = true
    hasZero = false
    return true
  }

  private mutating func closeSection() {
    section = .zero
    sectionPower = 4
    coefficient = nil
  }

  /// The section with its last coefficient, which takes the place under the last power where no 零 stands between.
  private func sectionTotal(atEnd: Bool = false) -> Decimal? {
    guard let coefficient else { return section }
    // 两百五万 is 2500000, but in 5亿1万 the one belongs to its own power.
    let isShorthand = coefficientIsDigit && !hasZero && lastPower >= 2 && (atEnd || lastPower < 4)
    return section.plus(isShorthand ? coefficient.scaled(by: lastPower - 1) : coefficient)
  }

  /// The whole number, or nil where it has too many digits.
  func total() -> Decimal? {
    guard hasPower else { return coefficient ?? .zero }
    guard let rest = sectionTotal(atEnd: true), let low = myriads.plus(rest),
      let middle = hundredMillions.plus(low)
    else { return nil }
    return billions.plus(middle)
  }
}
