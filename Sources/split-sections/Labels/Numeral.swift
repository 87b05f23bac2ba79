import Filters

// The numbers that labels carry, each written in a pack's pattern by its own first member:
//
//     {一}  一 … 九百九十九, 〇 inside, 壹 for 一         {①}  ① … ㊿        {A}  A … Z, full-width too
//     {壹}  壹 … 玖拾玖                        {⑴}  ⑴ … ⒇        {a}  a … z, full-width too
//     {1}   1 … 9999, full-width too           {⒈}  ⒈ … ⒛        {Ⅰ}  Ⅰ … Ⅻ
//     {1.1} 1.1, 5.1.2, 5.1.2.3                {㈠}  ㈠ … ㈩           {甲}  甲 … 癸
//     {1-1} 1-1, 5-1-2

/// A kind of number that a label may carry.
enum NumeralKind: UInt32, CaseIterable {
  case chinese, formal, digits, decimal, circled, bracketed, dotted, bracketedChinese
  case upper, lower, roman, stem, dashed

  /// How a pack writes the kind.
  var pattern: String.UnicodeScalarView {
    let pattern =
      switch self {
      case .chinese: "一"
      case .formal: "壹"
      case .digits: "1"
      case .decimal: "1.1"
      case .circled: "①"
      case .bracketed: "⑴"
      case .dotted: "⒈"
      case .bracketedChinese: "㈠"
      case .upper: "A"
      case .lower: "a"
      case .roman: "Ⅰ"
      case .stem: "甲"
      case .dashed: "1-1"
      }
    return pattern.unicodeScalars
  }

  /// Every character that can begin a number of the kind, as ranges.
  var starts: [ClosedRange<UInt32>] {
    switch self {
    // Programs that make traditional characters of simplified ones write 壹 for 一.
    case .chinese: "一壹二三四五六七八九十百".unicodeScalars.map { $0.value...$0.value }
    case .formal: "壹贰叁肆伍陆柒捌玖拾貳參陸".unicodeScalars.map { $0.value...$0.value }
    case .digits, .decimal, .dashed: [0x30...0x39, 0xFF10...0xFF19]
    case .circled: [0x2460...0x2473, 0x3251...0x325F, 0x32B1...0x32BF, 0x2776...0x277F]
    case .bracketed: [0x2474...0x2487]
    case .dotted: [0x2488...0x249B]
    case .bracketedChinese: [0x3220...0x3229]
    case .upper: [0x41...0x5A, 0xFF21...0xFF3A]
    case .lower: [0x61...0x7A, 0xFF41...0xFF5A]
    case .roman: [0x2160...0x216B]
    case .stem: Self.stems.map { $0...$0 }
    }
  }
}

/// A number read at some place of a text.
struct Numeral {
  /// Its value; of a decimal the last part.
  var value: Int
  /// The place after it.
  var end: Int
  /// How many parts it has: 2 for 1.1, 1 for every other kind.
  var parts = 1
  /// The parts of a decimal before the last, as one number.
  var outer = 0
}

extension Span where Element == UInt8 {
  /// The number of `kind` that begins at `i`, if one does.
  func numeral(_ kind: NumeralKind, at i: Int) -> Numeral? {
    switch kind {
    case .chinese: return chineseNumeral(at: i)
    case .formal: return chineseNumeral(at: i, formal: true)
    case .digits: return digits(at: i)
    case .decimal: return decimal(at: i)
    case .dashed: return isDashed(at: i) ? decimal(at: i, point: 0x2D) : nil
    case .circled, .bracketed, .dotted, .bracketedChinese, .upper, .lower, .roman, .stem:
      let (value, length) = scalar(at: i)
      guard let number = kind.number(of: value) else { return nil }
      return Numeral(value: number, end: i + length)
    }
  }

  /// Whether a year such as 2024年 or 2024— stands at `i`: a title or a body may begin with it.
  func isYear(at i: Int) -> Bool {
    guard let year = digits(at: i), year.value > 1900, year.value < 2100 else { return false }
    let (next, _) = scalar(at: year.end)
    return next == 0x5E74 || next == 0x2014 || next == 0x2D || next == 0x81F3
  }

  private func digits(at i: Int) -> Numeral? {
    var value = 0
    var position = i
    var count = 0
    while count < 5 {
      let (scalar, length) = self.scalar(at: position)
      guard let digit = digitValue(scalar) else { break }
      value = value * 10 + digit
      position += length
      count += 1
    }
    guard count > 0, count < 5, value > 0 else { return nil }
    return Numeral(value: value, end: position)
  }

  /// Whether a dash follows one or two digits: hardly any line begins so.
  private func isDashed(at i: Int) -> Bool {
    i + 2 < count && (self[i + 1] == 0x2D || self[i + 2] == 0x2D)
  }

  /// Reads 1.2 and 1.2.3, or the same with another mark for a point; 1.0 is the whole that 1.1 is a part of, with one
  /// part itself.
  private func decimal(at i: Int, point mark: UInt32 = 0x2E) -> Numeral? {
    guard var number = digits(at: i), number.value < 100 else { return nil }
    if let end = zeroEnd(at: number.end) {
      number.end = end
      return number
    }
    while number.parts < 6 {
      let (point, length) = scalar(at: number.end)
      guard folded(point) == mark, let next = digits(at: number.end + length),
        next.value < 100
      else { break }
      number.outer = number.outer * 100 + number.value
      number.value = next.value
      number.end = next.end
      number.parts += 1
    }
    return number.parts > 1 ? number : nil
  }

  /// The place after .0 at `i`, where no other figure follows.
  private func zeroEnd(at i: Int) -> Int? {
    guard i + 1 < count, self[i] == 0x2E, self[i + 1] == 0x30 else { return nil }
    let (next, _) = scalar(at: i + 2)
    return next == 0x2E || (next >= 0x30 && next <= 0x39) ? nil : i + 2
  }

  /// Reads 一 … 九百九十九 and their like; digits without units only where 〇 stands among them.
  private func chineseNumeral(at i: Int, formal: Bool = false) -> Numeral? {
    var total = 0
    var digit = 0
    var lastUnit = 10_000
    // What the characters mean where none is a unit: 一〇一.
    var positional = 0
    var position = i
    var count = 0
    var hasZero = false
    while count < 8 {
      let (scalar, length) = self.scalar(at: position)
      guard let token = formal ? formalToken(scalar) : chineseToken(scalar) else { break }
      if token >= 10 {
        guard token < lastUnit else { break }
        total += (digit == 0 ? 1 : digit) * token
        lastUnit = token
        digit = 0
      } else {
        guard token == 0 ? count > 0 : digit == 0 || hasZero else { break }
        positional = positional * 10 + token
        if token == 0 { hasZero = true } else { digit = token }
      }
      position += length
      count += 1
      // 第 十 一 條: a blank may stand between two characters of the number.
      let blank = blankLength(at: position)
      if blank > 0 {
        let (next, _) = self.scalar(at: position + blank)
        if formal ? formalToken(next) != nil : chineseToken(next) != nil { position += blank }
      }
    }
    let value = hasZero && lastUnit == 10_000 ? positional : total + digit
    guard value > 0, value < 10_000 else { return nil }
    return Numeral(value: value, end: position)
  }
}

extension NumeralKind {
  /// The number that one character stands for, if it is of the kind.
  fileprivate func number(of scalar: UInt32) -> Int? {
    switch (self, scalar) {
    case (.circled, 0x2460...0x2473): Int(scalar - 0x245F)
    case (.circled, 0x3251...0x325F): Int(scalar - 0x323C)
    case (.circled, 0x32B1...0x32BF): Int(scalar - 0x328D)
    case (.circled, 0x2776...0x277F): Int(scalar - 0x2775)
    case (.bracketed, 0x2474...0x2487): Int(scalar - 0x2473)
    case (.dotted, 0x2488...0x249B): Int(scalar - 0x2487)
    case (.bracketedChinese, 0x3220...0x3229): Int(scalar - 0x321F)
    case (.upper, 0x41...0x5A): Int(scalar - 0x40)
    case (.upper, 0xFF21...0xFF3A): Int(scalar - 0xFF20)
    case (.lower, 0x61...0x7A): Int(scalar - 0x60)
    case (.lower, 0xFF41...0xFF5A): Int(scalar - 0xFF40)
    case (.roman, 0x2160...0x216B): Int(scalar - 0x215F)
    case (.stem, 0x4E00...0x9FFF): Self.stems.firstIndex(of: scalar).map { $0 + 1 }
    default: nil
    }
  }

  /// 甲 乙 丙 丁 戊 己 庚 辛 壬 癸.
  fileprivate static let stems: [UInt32] = [
    0x7532, 0x4E59, 0x4E19, 0x4E01, 0x620A, 0x5DF1, 0x5E9A, 0x8F9B, 0x58EC, 0x7678,
  ]
}

private func digitValue(_ scalar: UInt32) -> Int? {
  if scalar >= 0x30, scalar <= 0x39 { return Int(scalar - 0x30) }
  if scalar >= 0xFF10, scalar <= 0xFF19 { return Int(scalar - 0xFF10) }
  return nil
}

/// A digit's value, or 10, 100, 1000 for a unit.
private func chineseToken(_ scalar: UInt32) -> Int? {
  switch scalar {
  case 0x3007, 0x25CB, 0x96F6: 0
  case 0x4E00, 0x58F9: 1
  case 0x4E8C: 2
  case 0x4E09: 3
  case 0x56DB: 4
  case 0x4E94: 5
  case 0x516D: 6
  case 0x4E03: 7
  case 0x516B: 8
  case 0x4E5D: 9
  case 0x5341: 10
  case 0x767E: 100
  case 0x5343: 1000
  default: nil
  }
}

private func formalToken(_ scalar: UInt32) -> Int? {
  switch scalar {
  case 0x58F9: 1
  case 0x8D30, 0x8CB3: 2
  case 0x53C1, 0x53C3: 3
  case 0x8086: 4
  case 0x4F0D: 5
  case 0x9646, 0x9678: 6
  case 0x67D2: 7
  case 0x634C: 8
  case 0x7396: 9
  case 0x62FE: 10
  default: nil
  }
}
