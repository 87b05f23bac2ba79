/// Writes numbers in Chinese by rules of its own: the independent half of the numeral tests.
struct SpelledNumber {
  /// The ways in which one number can be written.
  struct Style: CustomStringConvertible {
    var digits: [String]
    var tens: String
    var hundreds: String
    var thousands: String
    var myriad: String
    var hundredMillion: String
    /// Whether 2 before 百, 千, 万 and 亿 is 两.
    var usesLiang: Bool
    /// Whether 10 to 19 at the front begin with 一.
    var keepsLeadingOne: Bool
    var description: String { digits[1] + tens + hundreds + myriad + (usesLiang ? "两" : "") }
  }

  static let plain = Style(
    digits: ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"], tens: "十", hundreds: "百",
    thousands: "千", myriad: "万", hundredMillion: "亿", usesLiang: false, keepsLeadingOne: false)
  static let styles: [Style] = {
    var spoken = plain
    spoken.usesLiang = true
    var full = plain
    full.keepsLeadingOne = true
    var ring = plain
    ring.digits[0] = "〇"
    let banker = Style(
      digits: ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"], tens: "拾", hundreds: "佰",
      thousands: "仟", myriad: "万", hundredMillion: "亿", usesLiang: false, keepsLeadingOne: true)
    let traditional = Style(
      digits: ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"], tens: "十", hundreds: "百",
      thousands: "千", myriad: "萬", hundredMillion: "億", usesLiang: false, keepsLeadingOne: false)
    let traditionalBanker = Style(
      digits: ["零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"], tens: "拾", hundreds: "佰",
      thousands: "仟", myriad: "萬", hundredMillion: "億", usesLiang: false, keepsLeadingOne: true)
    return [plain, spoken, full, ring, banker, traditional, traditionalBanker]
  }()

  /// A whole number below 10^12 in words.
  static func words(_ number: Int, _ style: Style) -> String {
    if number == 0 { return style.digits[0] }
    var text = ""
    var isAfterGap = false
    let groups = [
      (number / 100_000_000, style.hundredMillion), (number / 10_000 % 10_000, style.myriad),
      (number % 10_000, ""),
    ]
    for (group, name) in groups {
      if group == 0 {
        isAfterGap = !text.isEmpty
        continue
      }
      if !text.isEmpty, isAfterGap || group < 1000 { text += style.digits[0] }
      let isLast = name.isEmpty
      text += below10000(group, style, isFirst: text.isEmpty, hasName: !isLast) + name
      isAfterGap = false
    }
    return text
  }

  private static func below10000(
    _ number: Int, _ style: Style, isFirst: Bool, hasName: Bool
  ) -> String {
    var text = ""
    var hasGap = false
    let places = [
      (1000, style.thousands), (100, style.hundreds), (10, style.tens), (1, ""),
    ]
    for (size, name) in places {
      let digit = number / size % 10
      if digit == 0 {
        hasGap = !text.isEmpty
        continue
      }
      if hasGap { text += style.digits[0] }
      hasGap = false
      let isLeadingTen = size == 10 && digit == 1 && text.isEmpty && isFirst
      if isLeadingTen, !style.keepsLeadingOne {
        text += name
      } else if style.usesLiang, digit == 2, size >= 100 || (size == 1 && hasName && number == 2) {
        text += "两" + name
      } else {
        text += style.digits[digit] + name
      }
    }
    return text
  }
}
