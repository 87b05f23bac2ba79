// Quantities in two units: 1小时30分钟, 六斤八两, 两年零三个月, 三元五角. A whole and its parts make one figure:
//
//     parts of ten     in the whole's unit     3元5角 is 3.5元, 六斤八两 is 6.8斤
//     other parts      in the last unit        1小时30分钟 is 90分钟, 两年零三个月 is 27个月
//
// So the value is exact in both.

/// Which units are parts of which, and how many make one.
struct CompoundRule {
  /// For each unit of the book its parts and how many of them make one; empty for nearly all.
  private let parts: [[(part: Int, count: Int)]]

  /// The wholes, and how many of each part make one.
  private static let table: [(wholes: [String], parts: [(names: [String], count: Int)])] = [
    (["年"], [(["个月", "個月"], 12)]),
    (["周", "星期", "个星期", "個星期", "礼拜", "个礼拜"], [(["天"], 7)]),
    (
      ["天", "昼夜", "个昼夜"],
      [(["小时", "个小时", "小時", "個小時", "钟头", "个钟头"], 24), (["分钟", "分鐘", "分"], 1440)]
    ),
    (
      ["小时", "个小时", "小時", "個小時", "钟头", "个钟头"],
      [(["分钟", "分鐘", "分"], 60), (["秒", "秒钟"], 3600)]
    ),
    (["分钟", "分鐘", "分"], [(["秒", "秒钟"], 60)]),
    (["吨", "噸"], [(["公斤", "千克"], 1000)]),
    (["公斤", "千克"], [(["克"], 1000), (["两", "兩"], 10)]),
    (["斤", "市斤"], [(["两", "兩"], 10), (["克"], 500)]),
    (["两", "兩"], [(["钱"], 10)]),
    (["公里", "千米"], [(["米"], 1000)]),
    (["米"], [(["厘米", "公分"], 100), (["毫米"], 1000)]),
    (["厘米"], [(["毫米"], 10)]),
    (["丈"], [(["尺"], 10)]),
    (["尺"], [(["寸"], 10)]),
    (["英尺", "呎"], [(["英寸", "吋"], 12)]),
    (["亩"], [(["分", "分地"], 10)]),
    (["美元", "美金", "欧元", "英镑", "澳元", "加元"], [(["美分", "欧分", "便士", "分"], 100)]),
  ]

  /// The table with the numbers that the units have in a book.
  init(_ units: UnitBook) {
    var parts = [[(part: Int, count: Int)]](repeating: [], count: units.count)
    for (wholes, rows) in Self.table {
      for whole in wholes {
        guard let whole = units.lexicon.value(of: whole) else { continue }
        for (names, count) in rows {
          for name in names {
            if let part = units.lexicon.value(of: name) { parts[whole].append((part, count)) }
          }
        }
      }
    }
    self.parts = parts
  }

  /// Whether a unit has parts.
  func hasParts(_ unit: Int) -> Bool { !parts[unit].isEmpty }

  /// How many of a part make one whole, or nil.
  func count(of part: Int, in whole: Int) -> Int? {
    parts[whole].first { $0.part == part }?.count
  }

  /// The power of ten that a count is, or nil.
  static func power(of count: Int) -> Int? {
    switch count {
    case 10: 1
    case 100: 2
    case 1000: 3
    default: nil
    }
  }
}

extension FigureReader {
  /// Takes the parts that follow a whole into the figure.
  func readParts(_ sentence: borrowing Sentence, _ figure: inout Figure) {
    guard figure.form == .number, figure.sign == nil, let first = figure.unit,
      compounds.hasParts(first)
    else { return }
    // The unit that the value is in, and the last that was read.
    var scale = 0
    var whole = first
    while let unit = figure.unit {
      let end = figure.range.upperBound
      var start = sentence.skippingBlanks(end, most: 1)
      if sentence[start] == "零" || sentence[start] == "又" || sentence[start] == "〇" { start += 1 }
      var numeral = Numeral(end: start, value: .zero)
      guard
        sentence[start].digit != nil || HanNumeral.digit(sentence[start]) != nil
          || HanNumeral.power(sentence[start]) == 1,
        numerals.read(sentence, at: start, into: &numeral), numeral.upper == nil,
        let part = units.unit(sentence, at: numeral.end),
        let count = compounds.count(of: part.number, in: whole),
        numeral.value.isLess(than: Decimal(UInt128(count)))
      else { return }
      if let power = CompoundRule.power(of: count) {
        let size = numeral.value.scaled(by: -power - scale)
        guard let sum = figure.value.plus(size) else { return }
        figure.value.take(sum)
        scale += power
        figure.range = figure.range.lowerBound..<part.range.upperBound
        if unit == first, figure.unitRange.isEmpty { figure.unitStart = part.range.lowerBound }
      } else {
        guard scale == 0, let product = figure.value.times(count),
          let sum = product.plus(numeral.value)
        else { return }
        figure.value.take(sum)
        set(&figure, part.number, from: part.range.lowerBound, to: part.range.upperBound)
      }
      if numeral.isSurplus { figure.sign = .more }
      whole = part.number
    }
  }
}
