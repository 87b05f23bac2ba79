/// The Chinese characters that numerals are written with.
enum HanNumeral {
  /// The digit that a character stands for: 零 to 九 in every spelling, 两 among them.
  static func digit(_ glyph: Glyph) -> Int? {
    switch glyph {
    case "零", "〇", "○": 0
    case "一", "壹", "弌", "幺": 1
    case "二", "贰", "貳", "两", "兩", "俩", "倆", "弍": 2
    case "三", "叁", "參", "叄", "仨", "弎": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆", "陸": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  /// The power of ten of a multiplier: 十 百 千 万 亿 in every spelling.
  static func power(_ glyph: Glyph) -> Int? {
    switch glyph {
    case "十", "拾": 1
    case "百", "佰": 2
    case "千", "仟": 3
    case "万", "萬": 4
    case "亿", "億": 8
    default: nil
    }
  }

  /// The tens that one character holds: 廿 20, 卅 30, 卌 40.
  static func tens(_ glyph: Glyph) -> Int? {
    switch glyph {
    case "廿": 2
    case "卅": 3
    case "卌": 4
    default: nil
    }
  }

  /// Whether a character means "and some more" after a numeral.
  static func isSurplus(_ glyph: Glyph) -> Bool {
    switch glyph {
    case "余", "餘", "多", "几", "幾": true
    default: false
    }
  }

  /// Whether a character is the decimal point of a Chinese numeral.
  static func isPoint(_ glyph: Glyph) -> Bool { glyph == "点" || glyph == "點" }

  /// What a numeral can start with, for the scan: digits of all kinds, multipliers, 几 and 数.
  static let starts =
    "0123456789０１２３４５６７８９零〇一壹二贰貳两兩俩倆三叁參叄四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億廿卅卌几幾数數"

  /// Whether a glyph ends a word that says that a power of ten is reached: 逾千万, 破亿.
  static func isReached(behind glyph: Glyph) -> Bool {
    switch glyph {
    case "逾", "破", "超", "过", "近", "达", "上": true
    default: false
    }
  }
}
