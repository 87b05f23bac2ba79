// Who is counted, and what they do: 20名干部|下沉社区, 22名毕业生|签约, 15个法院|新收案件.

extension LabelRule {
  /// Whether a word of [label-stop], or of its companions, ends the name that began at `start`.
  func ends(
    _ sentence: borrowing Sentence, _ start: Int, _ word: Lexicon.Match, _ unit: Glyph
  ) -> Bool {
    let range = word.range
    switch word.value {
    case PhraseBook.lookalike: return false
    case PhraseBook.deed: return range.lowerBound > start && isDone(sentence, range, unit)
    default: return range.count == 1 || !isNominal(sentence, at: range.upperBound)
    }
  }

  /// Whether those whose name ends before a word do it: 22名毕业生|签约, but not 3名企业下岗职工.
  private func isDone(
    _ sentence: borrowing Sentence, _ deed: Range<Int>, _ unit: Glyph
  ) -> Bool {
    guard isA(.counters, unit) || unit == "个" || unit == "所" else { return false }
    let before = sentence[deed.lowerBound - 1]
    guard isA(.actors, before) || isA(.sites, before) else { return false }
    // 企业|下岗女职工, 学校|毕业生: it tells what kind of people are meant.
    for end in deed.upperBound..<(deed.upperBound + 3) {
      switch sentence[end] {
      case "人", "员", "工", "者", "师", "生", "民", "众", "女", "兵", "户", "业", "属": return false
      case let glyph where !glyph.isHan: return true
      default: break
      }
    }
    return true
  }

  /// Whether somebody ends at `i` and does what the next figure counts: 15个法院|新收案件数, 4个村|发展林果.
  func isActing(_ sentence: borrowing Sentence, _ i: Int, _ end: Int) -> Bool {
    guard isA(.actors, sentence[i]) || isA(.sites, sentence[i]),
      let verb = verb(sentence, at: i + 1),
      verb.range.count > 1, verb.range.upperBound + 1 < end
    else { return false }
    let rest = verb.range.upperBound..<end
    return isQuantity(sentence, rest) || !isGeneric(sentence, rest)
  }

  /// Whether a verb begins at `i` behind somebody who is counted: 20名干部|下沉社区, 67个贫困户|结成了对子.
  ///
  /// The next figure begins at `end`, or the sentence ends there.
  func acts(
    _ sentence: borrowing Sentence, _ i: Int, _ unit: Glyph, upTo end: Int
  ) -> Bool {
    guard isA(.actors, sentence[i - 1]) else { return false }
    // 69名患者|配用了助视器, 26个村|通了公路
    if sentence[i + 1] == "了" || sentence[i + 2] == "了" { return true }
    // 3户农户|人均收入
    if sentence[i + 1] == "均" || sentence[i + 2] == "均" { return true }
    guard let verb = front.match(sentence, at: i), verb.value != PhraseBook.lookalike,
      verb.range.count > 1
    else { return false }
    if isA(.counters, unit) || Self.isShare(unit) { return true }
    // 11个部门|抽调21名干部
    if verb.range.upperBound == end, end < sentence.count { return true }
    // 交由9个承办单位|办理，
    return sentence[verb.range.upperBound] == "了"
      || sentence.has(.office, at: i - 1) && !isA(.places, sentence[i - 1])
        && Clause.isBorder(sentence, at: verb.range.upperBound)
  }

  /// Whether a figure is a share by its last glyph: 30%, 七成, 三分之一.
  private static func isShare(_ last: Glyph) -> Bool {
    last == "%" || last == "成" || last.digit != nil || HanNumeral.digit(last) != nil
  }
}
