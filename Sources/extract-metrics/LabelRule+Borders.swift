// Where a label before its figure begins or ends inside its clause.

extension LabelRule {
  /// Where a comparison begins that a word of change ends: 升学率|比上届提高, 电价|较周边低.
  func comparison(
    _ sentence: borrowing Sentence, _ range: Range<Int>, upTo end: Int
  ) -> Int? {
    guard range.upperBound < end, comparesBy(sentence, range.upperBound..<end) else { return nil }
    var p = range.upperBound - 2
    while p > range.lowerBound {
      if sentence.has(.hinge, at: p), sentence[p] == "比" || sentence[p] == "较",
        isComparing(sentence, at: p)
      {
        return p
      }
      p -= 1
    }
    return nil
  }

  /// Whether a word of change or of comparison stands in a range.
  private func comparesBy(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    for p in range {
      switch sentence[p] {
      case "增", "减", "升", "降", "高", "低", "多", "少", "涨", "跌", "快", "慢", "长", "短", "缩", "扩", "下":
        return true
      default: break
      }
    }
    return false
  }

  private func isComparing(_ sentence: borrowing Sentence, at p: Int) -> Bool {
    switch sentence[p - 1] {
    case "占", "对", "同", "环", "相", "评", "可", "计", "正", "反", "百", "无", "性", "入", "差": return false
    default: break
    }
    switch sentence[p + 1] {
    case "例", "重", "率", "值", "赛", "较", "拼", "分", "武", "对", "选", "价", "特", "亚", "学", "大", "好", "强",
      "高", "多",
      "少", "低", "快", "慢", "真", "量", "为":
      return false
    default: return true
    }
  }

  /// Past where something is: 在学生中|团员.
  func afterPlace(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Range<Int> {
    guard range.count > 4, sentence[range.lowerBound] == "在",
      front.match(sentence, at: range.lowerBound) == nil
    else { return range }
    for p in (range.lowerBound + 3)..<(range.upperBound - 1)
    where sentence[p] == "中" || sentence[p] == "上" {
      return (p + 1)..<range.upperBound
    }
    return range
  }

  /// Where a share of something begins: 占|全部投资的; nil where a label is no share.
  func shareStart(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int? {
    guard range.count > 2 else { return nil }
    for p in range.lowerBound..<min(range.lowerBound + 4, range.upperBound - 2)
    where sentence[p] == "占" {
      switch sentence[p + 1] {
      case "地", "用", "道", "领", "线", "有", "比", "股", "补": return nil
      default: break
      }
      // 约|占全国, but 可再生能源占 is a share that has a name.
      return isLead(sentence, range.lowerBound..<p) ? p : nil
    }
    return nil
  }

  /// Whether a list is of short names, all of which are counted: 鸡、鸭、鹅, 党员、群众.
  func isShortList(
    _ sentence: borrowing Sentence, _ range: Range<Int>, lastItem: Int
  ) -> Bool {
    range.upperBound - lastItem < 5 && range.count < 12
      && front.match(sentence, at: lastItem)?.value != PhraseBook.verb
  }

  /// Whether a range says what is a share of what: 女党员占党员总数.
  func isOwnShare(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    for p in range.dropFirst(2) where sentence[p] == "占" { return true }
    return false
  }

  /// Whether a range is nothing but words that a label does not start with.
  private func isLead(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    var p = range.lowerBound
    while p < range.upperBound {
      guard let match = front.match(sentence, at: p, most: range.upperBound - p),
        match.value != PhraseBook.lookalike
      else { return false }
      p = match.range.upperBound
    }
    return true
  }

  /// Past what does something and its verb: 公司共上缴|税金, 全镇已发放|补贴.
  func afterAdverb(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int {
    guard range.count > 4 else { return range.lowerBound }
    // 机关共|办案: two glyphs behind it are the verb itself.
    let last = range.upperBound - 3
    if sentence.has(.hinge, at: last), isAdverb(sentence, at: last),
      front.match(sentence, at: last + 1).map({ $0.value == PhraseBook.lookalike }) ?? true
    {
      return last + 1
    }
    var start = range.lowerBound
    for p in (range.lowerBound + 1)..<(range.upperBound - 3)
    where sentence.has(.hinge, at: p) && isAdverb(sentence, at: p) {
      guard let verb = front.match(sentence, at: p + 1), verb.value != PhraseBook.lookalike,
        verb.range.count > 1, !isNominal(sentence, at: verb.range.upperBound),
        verb.range.upperBound + 2 <= range.upperBound
      else { continue }
      let rest = verb.range.upperBound..<range.upperBound
      // 系统共|查办案件: a plain noun keeps its verb.
      if isGeneric(sentence, rest) {
        start = p + 1
      } else if !isVerb(sentence, rest) {
        start = rest.lowerBound
      }
    }
    return start
  }

  private func isAdverb(_ sentence: borrowing Sentence, at p: Int) -> Bool {
    switch sentence[p] {
    case "共":
      switch sentence[p - 1] {
      case "公", "中", "总", "一": return false
      default: return sentence[p + 1] != "同" && sentence[p + 1] != "建"
      }
    case "已": return sentence[p - 1] != "不" && sentence[p - 1] != "而"
    default: return false
    }
  }

  /// Past what brings something about: 这一模式可使|办事效率.
  func afterCause(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int {
    for p in stride(from: range.upperBound - 3, through: range.lowerBound, by: -1)
    where sentence.has(.hinge, at: p) {
      switch sentence[p] {
      case "使":
        switch sentence[p + 1] {
        case "用", "馆", "命", "者", "节": continue
        default: break
        }
        switch sentence[p - 1] {
        case "大", "天", "行", "即", "驱", "出": continue
        default: return p + 1
        }
      case "让":
        switch sentence[p + 1] {
        case "利", "渡", "步", "座", "与": continue
        default: break
        }
        switch sentence[p - 1] {
        case "转", "出", "谦", "受", "退", "礼": continue
        default: return p + 1
        }
      default: continue
      }
    }
    return range.lowerBound
  }

  /// Past a verb that 了 ends: 铺通了|水泥路.
  func afterParticle(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int {
    for p in stride(from: range.upperBound - 3, to: range.lowerBound, by: -1)
    where sentence.has(.hinge, at: p) && sentence[p] == "了" && sentence[p + 1] != "解"
      && sentence[p - 1] != "为"
    {
      return p + 1
    }
    return range.lowerBound
  }

  /// 全村, 全县: what is counted where a clause names nothing else.
  func wholePlace(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Range<Int> {
    for p in range where sentence[p] == "全" && p + 1 < range.upperBound {
      // 高于全县, 占全省
      if p > range.lowerBound, ["于", "占", "出", "比", "较"].contains(sentence[p - 1]) { break }
      switch sentence[p + 1] {
      case "村", "镇", "乡", "县", "市", "区", "省", "校", "院", "局", "厂", "园", "国", "班", "社", "组":
        return p..<(p + 2)
      default: break
      }
    }
    return 0..<0
  }

  /// Whether what follows a verb at `i` makes a noun of it: 查处|数, 采购|量, 调解|员.
  func isNominal(_ sentence: borrowing Sentence, at i: Int) -> Bool {
    switch sentence[i] {
    case "性", "型", "式", "化", "类": return true
    case "人" where sentence[i + 1] == "数": return true
    case "用" where sentence[i + 1] == "品": return true
    case "数", "率", "量", "额", "度", "费", "金", "员", "者", "点", "站", "机", "器", "厂", "线", "网", "车", "室",
      "库", "品",
      "力", "权", "证", "单", "书", "表", "组", "队", "面", "期", "所", "商", "业":
      break
    default: return false
    }
    let next = sentence[i + 1]
    return !next.isHan || next == "和" || next == "及" || next == "与" || next == "的"
      || sentence.has(.trigger, at: i + 1)
  }

  /// Whether a word of one glyph more often begins a noun than leads to one: 被|告, 可|再生, 现|金.
  func isShy(_ sentence: borrowing Sentence, _ word: Range<Int>) -> Bool {
    guard word.count == 1 else { return false }
    switch sentence[word.lowerBound] {
    case "被", "可", "现", "要", "应", "需", "须", "自", "只", "以", "会", "近", "约": break
    default: return false
    }
    guard let next = front.match(sentence, at: word.upperBound) else { return true }
    return next.range.count < 2 || next.value == PhraseBook.lookalike
  }
}
