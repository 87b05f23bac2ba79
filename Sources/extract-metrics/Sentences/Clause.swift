/// Where clauses, list items and quotations begin and end.
enum Clause {
  /// Whether a clause ends at `i`: at a mark, or at the sentence's end.
  static func isBorder(_ sentence: borrowing Sentence, at i: Int) -> Bool {
    i >= sentence.count || sentence.has(.border, at: i)
  }

  /// Whether a mark is a comma.
  static func isComma(_ glyph: Glyph) -> Bool { glyph == "，" || glyph == "," }

  /// Whether what stands before a mark may name what is counted behind it.
  static func leadsOn(_ glyph: Glyph) -> Bool {
    isComma(glyph) || glyph == "（" || glyph == "(" || glyph == "：" || glyph == ":"
  }

  /// Whether a mark or word joins the members of a list.
  static func joins(_ glyph: Glyph) -> Bool {
    switch glyph {
    case "、", "和", "及", "与", "或", "+", "＋": true
    default: false
    }
  }

  /// The start of the clause that `end` is in: after the mark before it, never below `floor`.
  static func start(_ sentence: borrowing Sentence, before end: Int, floor: Int) -> Int {
    var p = end
    // Where tags begin that lead up to what asks.
    var bound = end
    let low = max(floor, end - LabelRule.reachBefore)
    while true {
      p = sentence.last(Role.border.bit | Role.closing.bit, from: p, downTo: low)
      if p <= low || sentence.has(.border, at: p - 1) || sentence[p - 1] == "（"
        || sentence[p - 1] == "("
      {
        return max(p, low)
      }
      // <td>|党员</td><td>: one tag begins the clause, those behind it only lead to the figure.
      if let tag = tagStart(sentence, endingAt: p, floor: floor) {
        guard (p..<bound).allSatisfy({ sentence[$0].isBlank }) else { return p }
        p = max(low, tag)
        bound = p
        continue
      }
      guard let opening = beforeQuote(sentence, endingAt: p, floor: low) else {
        // （含6岁以下儿童）|救助9例: a bracket that a figure before stands in.
        if sentence[p - 1] == "）" || sentence[p - 1] == ")" { return p }
        p -= 1
        continue
      }
      p = opening
    }
  }

  /// Where the quotation, title or parenthesis opens that ends at `end`; nil where none does.
  static func beforeQuote(
    _ sentence: borrowing Sentence, endingAt end: Int, floor: Int
  ) -> Int? {
    let opening: Glyph
    var reach = 40
    switch sentence[end - 1] {
    case "”": opening = "“"
    case "》": opening = "《"
    case "）":
      opening = "（"
      reach = 30
    case ")":
      opening = "("
      reach = 30
    default: return nil
    }
    for p in stride(from: end - 2, through: max(floor, end - reach), by: -1)
    where sentence[p] == opening { return p }
    return nil
  }

  /// Where the tag opens that ends at `end`: |</td>; nil where none does.
  static func tagStart(_ sentence: borrowing Sentence, endingAt end: Int, floor: Int) -> Int? {
    guard end > floor, sentence[end - 1] == ">" else { return nil }
    for p in stride(from: end - 2, through: max(floor, end - reachOverTag), by: -1) {
      if sentence[p] == "<" { return isTag(sentence, at: p) ? p : nil }
      if sentence[p] == ">" { return nil }
    }
    return nil
  }

  /// The end of the tag that opens at `i`: </td>|; nil where none does.
  static func tagEnd(_ sentence: borrowing Sentence, at i: Int) -> Int? {
    guard sentence[i] == "<", isTag(sentence, at: i) else { return nil }
    return (i + 2..<i + reachOverTag).first { sentence[$0] == ">" }.map { $0 + 1 }
  }

  /// How many glyphs of a tag are looked at.
  private static let reachOverTag = 80

  private static func isTag(_ sentence: borrowing Sentence, at i: Int) -> Bool {
    sentence[i + 1].isLetter || sentence[i + 1] == "/" && sentence[i + 2].isLetter
  }

  /// Where a parenthesis of more than a few glyphs that ends at `end` opens; nil where none does.
  static func longParenthesis(
    _ sentence: borrowing Sentence, endingAt end: Int, floor: Int
  ) -> Int? {
    guard sentence[end - 1] == "）" || sentence[end - 1] == ")",
      let opening = beforeQuote(sentence, endingAt: end, floor: floor),
      end - opening > 6 || isRemark(sentence[opening + 1])
    else { return nil }
    return opening
  }

  /// Whether what a bracket begins with says how something was counted: （按人数）, （含旧存）.
  private static func isRemark(_ first: Glyph) -> Bool {
    first == "按" || first == "含" || first == "不"
  }

  /// The end of the quotation, title or short parenthesis that opens at `i`.
  static func afterQuote(_ sentence: borrowing Sentence, at i: Int, limit: Int) -> Int? {
    guard sentence.has(.quotation, at: i) else { return nil }
    let closing: Glyph
    var reach = 40
    switch sentence[i] {
    case "“": closing = "”"
    case "《": closing = "》"
    case "（":
      closing = "）"
      reach = 8
    case "(":
      closing = ")"
      reach = 8
    default: return nil
    }
    var p = i + 1
    while p < min(limit, i + reach) {
      if sentence[p] == closing { return p + 1 }
      p += 1
    }
    return nil
  }

  /// The start of the last item of a list with 、, or nil where there is no list.
  static func lastItem(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int? {
    var found: Int?
    var p = range.lowerBound
    while true {
      p = sentence.next(
        Role.listing.bit | Role.quotation.bit, from: p, before: range.upperBound)
      guard p < range.upperBound else { break }
      if sentence[p] == "、", HanNumeral.digit(sentence[p - 1]) == nil, p > range.lowerBound,
        !endsInLevel(sentence, p, floor: range.lowerBound)
      {
        found = p + 1
      }
      p = afterQuote(sentence, at: p, limit: range.upperBound) ?? p + 1
    }
    guard let found, range.upperBound - found >= 2 else { return nil }
    return found
  }

  private static func isLevel(_ glyph: Glyph) -> Bool {
    glyph == "市" || glyph == "州" || glyph == "县" || glyph == "区"
  }

  /// Whether the item of a list that ends at `i` only says of what level the last one is: 省级、市级示范社, 国家、省、市标兵.
  static func endsInLevel(_ sentence: borrowing Sentence, _ i: Int, floor: Int) -> Bool {
    switch sentence[i - 1] {
    case "级": (i + 2..<i + 5).contains { sentence[$0] == "级" }
    case "央": i - 2 == floor || sentence[i - 3] == "、" || sentence[i - 3] == "在"
    case "国", "省":
      i - 1 == floor || sentence[i - 2] == "、" || sentence[i - 2] == "全"
        || sentence[i + 2] == "、" && isLevel(sentence[i + 1])
    case "家": i - 2 >= floor && sentence[i - 2] == "国"
    case let glyph: isLevel(glyph) && i - 1 > floor && sentence[i - 2] == "、"
    }
  }

  /// Past the label of a section at the start of a range: （一）, (2), 3., 四、, 第五条 before a blank.
  static func afterEnumerator(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int {
    var p = range.lowerBound
    while p < range.upperBound, sentence[p].isBlank { p += 1 }
    let isBracketed = sentence[p] == "（" || sentence[p] == "("
    let isOrdinal = sentence[p] == "第"
    if isBracketed || isOrdinal { p += 1 }
    let digits = p
    while p < min(range.upperBound, digits + 4), isEnumerating(sentence[p]) { p += 1 }
    guard p > digits else { return range.lowerBound }
    switch sentence[p] {
    case "章", "节", "条":
      // 三节课 is no label, and 第三节课 none either.
      let isLabel = isOrdinal && sentence[p + 1].isBlank
      return isLabel ? min(p + 2, range.upperBound) : range.lowerBound
    case "）", ")": return isBracketed ? min(p + 1, range.upperBound) : range.lowerBound
    case "、" where isEnumerating(sentence[p + 1]): return range.lowerBound
    case "、", ".", "．": return isBracketed ? range.lowerBound : min(p + 1, range.upperBound)
    default: return range.lowerBound
    }
  }

  /// Whether a glyph stands in the number of a section or a month.
  static func isEnumerating(_ glyph: Glyph) -> Bool {
    glyph.digit != nil || HanNumeral.digit(glyph) != nil || HanNumeral.power(glyph) == 1
  }

  /// Where the noun starts after the last 的, or nil where none leaves a noun of two glyphs.
  static func afterLastOf(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int? {
    var found: Int?
    var p = range.lowerBound
    while true {
      p = sentence.next(Role.of.bit | Role.quotation.bit, from: p, before: range.upperBound - 2)
      guard p < range.upperBound - 2 else { break }
      if sentence[p] == "的", sentence[p + 1] != "士", p > range.lowerBound { found = p + 1 }
      p = afterQuote(sentence, at: p, limit: range.upperBound) ?? p + 1
    }
    return found
  }

  /// Whether 分别 stands in a range.
  static func hasRespectively(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    for p in range where sentence[p] == "分" && sentence[p + 1] == "别" { return true }
    return false
  }
}
