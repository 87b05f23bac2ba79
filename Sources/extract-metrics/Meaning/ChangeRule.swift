/// Rise and fall: whether a figure tells by how much something grew or shrank.
struct ChangeRule: ~Copyable {
  private let phrases: PhraseBook
  private var words: Lexicon { phrases.changes }
  private var clauseWords: Lexicon { phrases.clauseChanges }
  private var links: Lexicon { phrases.links }
  private var signs: Lexicon { phrases.signsBefore }

  /// A rule with the words of a book.
  init(_ phrases: PhraseBook) { self.phrases = phrases }

  /// The change that a figure states, from the words between `floor` and it, and whether they say that it is a level.
  func change(
    of figure: Figure, in sentence: borrowing Sentence, floor: Int
  ) -> (change: Change, isLevel: Bool) {
    var p = figure.range.lowerBound
    var isLevel = false
    if sentence[p - 1] == " " { p -= 1 }
    for _ in 0..<5 {
      if let match = words.match(sentence, endingAt: p, floor: floor),
        match.value == PhraseBook.lookalike || match.range.count > 1 || p == figure.range.lowerBound
          || !isLevel
      {
        if match.value == PhraseBook.lookalike { break }
        if isLevel || isNoChange(match.range, of: figure, in: sentence, floor: floor) {
          return (.none, isLevel)
        }
        return (Change(rawValue: match.value) ?? .none, false)
      }
      let sign = signs.match(sentence, endingAt: p, floor: floor)
      if let link = links.match(sentence, endingAt: p, floor: floor),
        link.range.count >= sign?.range.count ?? 0
      {
        // 增长到 names the level reached, 增长约 the growth.
        let last = sentence[link.range.upperBound - 1]
        if last == "到" || last == "至" || last == "为" || last == "在" { isLevel = true }
        p = link.range.lowerBound
      } else if let sign, sign.value != PhraseBook.lookalike {
        p = sign.range.lowerBound
      } else {
        break
      }
    }
    if isLevel { return (.none, true) }
    let last = sentence[p - 1]
    if phrases.isA(.comparisons, last) || last == "大" || last == "小" || last == "出" || last == "了" {
      let since = sinceEarlier(sentence, floor..<p)
      if since != .none { return (since, false) }
    }
    return (over(sentence, floor..<figure.range.lowerBound, figure), false)
  }

  /// 比上年高9个百分点, 同比低9元: what differs from an earlier level has risen or fallen.
  private func sinceEarlier(_ sentence: borrowing Sentence, _ clause: Range<Int>) -> Change {
    var p = clause.upperBound - 1
    if sentence[p] == "出" || sentence[p] == "了" { p -= 1 }
    guard p - 2 >= clause.lowerBound else { return .none }
    let change: Change
    switch sentence[p] {
    case "高", "快", "大": change = .rise
    case "低", "慢", "小": change = .fall
    default: return .none
    }
    if sentence[p - 1] == "均" { p -= 1 }
    return comparesEarlier(sentence, clause.lowerBound..<p) ? change : .none
  }

  /// Whether a clause ends in an earlier level to compare with: 同比, 比上年, 较年初.
  private func comparesEarlier(_ sentence: borrowing Sentence, _ clause: Range<Int>) -> Bool {
    let p = clause.upperBound
    guard p - 2 >= clause.lowerBound else { return false }
    if sentence[p - 1] == "比", sentence[p - 2] == "同" || sentence[p - 2] == "环" { return true }
    guard Clause.endsInTime(sentence, p) else { return false }
    for q in stride(from: p - 2, through: max(clause.lowerBound, p - 9), by: -1)
    where sentence[q] == "比" || sentence[q] == "较" {
      return true
    }
    return false
  }

  /// Whether a word of change says of this figure that none is meant: 高于全国增幅3个百分点, 提升20个村的环境; but
  /// 较去年提升6位, and 提高12分, which is a mark.
  private func isNoChange(
    _ word: Range<Int>, of figure: Figure, in sentence: borrowing Sentence, floor: Int
  ) -> Bool {
    if figure.kind == .count {
      if sentence[figure.range.upperBound - 1] == "分"
        || comparesEarlier(sentence, floor..<word.lowerBound)
      {
        return false
      }
      switch sentence[word.lowerBound] {
      case "提", "加", "延", "改": return true
      case "缩": return sentence[word.lowerBound + 1] != "减"
      case "扩": return sentence[word.lowerBound + 1] == "大"
      default: return false
      }
    }
    guard sentence[word.upperBound - 1] == "幅" || sentence[word.upperBound - 1] == "速" else {
      return false
    }
    for p in stride(
      from: word.lowerBound - 1, through: max(floor, word.lowerBound - 16) + 1, by: -1)
    where sentence[p] == "于" || sentence[p] == "出" {
      switch sentence[p - 1] {
      case "高", "低", "快", "慢", "优", "大", "小": return true
      default: break
      }
    }
    return false
  }

  /// Whether a clause can be a verb and its object and no more, so that a percentage says how far it went: 降低成本|9%.
  private func isObject(_ sentence: borrowing Sentence, _ clause: Range<Int>) -> Bool {
    guard clause.count > 3, clause.count < 12 else { return false }
    for p in clause {
      switch sentence[p] {
      case "占", "达", "到", "至", "为", "率", "比", "度", "的", "完": return false
      default: guard sentence[p].isHan else { return false }
      }
    }
    return true
  }

  /// 新增…企业7227家: a word of change that opens the clause.
  private func over(
    _ sentence: borrowing Sentence, _ clause: Range<Int>, _ figure: Figure
  ) -> Change {
    guard sentence.allRoles & clauseWords.role.bit != 0, figure.kind != .age,
      !figure.isRelative || isObject(sentence, clause)
    else { return .none }
    var found = Change.none
    var p = clause.lowerBound
    while true {
      p = sentence.next(clauseWords.role.bit, from: p, before: clause.upperBound)
      guard p < clause.upperBound else { return found }
      if let match = clauseWords.match(sentence, at: p) {
        p = match.range.upperBound
        // 增加到2022年的|9亿人: a level.
        let isLevel = sentence[p] == "到" || sentence[p] == "至"
        let isNone =
          figure.isRelative && match.range.lowerBound != clause.lowerBound
          && sentence[match.range.lowerBound - 1] != "后"
          || isNoChange(match.range, of: figure, in: sentence, floor: clause.lowerBound)
        if isLevel {
          found = .none
        } else if isNone {
          continue
        } else if match.value != PhraseBook.lookalike {
          found = Change(rawValue: match.value) ?? .none
        }
      } else {
        p += 1
      }
    }
  }
}
