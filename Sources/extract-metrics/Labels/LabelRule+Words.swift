// What the words of a label are to it: rates, light verbs, plain nouns, plans, offices.

extension LabelRule {
  /// Whether a glyph is of a class.
  @inline(__always) func isA(_ kind: GlyphClass, _ glyph: Glyph) -> Bool {
    phrases.isA(kind, glyph)
  }

  /// Whether a glyph is part of a word and leads to nothing: 占地, 公共, 使用.
  func isBound(_ sentence: borrowing Sentence, at i: Int) -> Bool {
    for start in (i - Self.reachOverWord)...i {
      if let word = bound.match(sentence, at: start), word.range.contains(i) { return true }
    }
    return false
  }

  /// Whether a word that begins at `i` or before it goes on behind it: 企业|业务, 基层组|织.
  func goesOn(_ sentence: borrowing Sentence, _ i: Int) -> Bool {
    for start in (i - 1)...i {
      if let word = bound.match(sentence, at: start), word.range.upperBound > i + 1 { return true }
    }
    return false
  }

  /// Whether 出 at `i` belongs to the verb before it: 排查|出|隐患, but not 排查|出租屋.
  func isResult(_ sentence: borrowing Sentence, at i: Int) -> Bool {
    sentence[i] == "出" && !isBound(sentence, at: i)
  }

  /// Whether what is left of a label names nothing: the rest of a word that was cut, or a length of time (两年平均).
  func isScrap(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    guard let first = range.first, range.count < 4 else { return false }
    if range.count == 1 { return sentence[first].isHan && !isA(.things, sentence[first]) }
    guard sentence[range.upperBound - 1] == "年" else { return false }
    let start = sentence[first] == "近" || sentence[first] == "这" ? first + 1 : first
    return start < range.upperBound - 1
      && (start..<range.upperBound - 1).allSatisfy {
        sentence[$0].digit != nil || HanNumeral.digit(sentence[$0]) != nil
      }
  }

  /// Whether a range says only where something is: 在全市|13个大队.
  func isWhere(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    guard range.count > 1, sentence[range.lowerBound] == "在",
      front.match(sentence, at: range.lowerBound) == nil
    else { return false }
    return isPlace(sentence, range) || isA(.wholes, sentence[range.upperBound - 1])
  }

  /// Whether a range says only per what a rate is: 每个单位|5万元.
  func isBase(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    guard let first = range.first, sentence.has(.each, at: first) else { return false }
    return phrases.rates.match(sentence, at: first + 1)?.range.upperBound == range.upperBound
  }

  /// Whether a range names a rate: 成功率, 满意度.
  func isRate(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    guard range.count > 3 else { return false }
    switch sentence[range.upperBound - 1] {
    case "率": return true
    case "度": return sentence[range.upperBound - 2] == "意" || sentence[range.upperBound - 2] == "晓"
    default: return false
    }
  }

  /// Whether a range is a verb that names nothing.
  func isLight(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    verbs.match(sentence, endingAt: range.upperBound, floor: range.lowerBound)?.value
      == PhraseBook.light
  }

  /// Whether a range is a word of rise or fall.
  func isChange(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    let floor = range.lowerBound
    return changes.match(sentence, endingAt: range.upperBound, floor: floor)?.range == range
  }

  /// Whether a range is one verb and nothing else.
  func isVerb(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    guard let verb = verbs.match(sentence, endingAt: range.upperBound, floor: range.lowerBound)
    else { return false }
    return verb.range == range && verb.value != PhraseBook.lookalike
  }

  /// Whether a range is one word that ends labels: 改造|开工.
  func isEnd(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    guard let word = stop.match(sentence, at: range.lowerBound) else { return false }
    return word.range == range && word.value != PhraseBook.lookalike
  }

  /// The verb that begins at `i`, with what says that it was done for the first time: 新|筹集.
  func verb(_ sentence: borrowing Sentence, at i: Int) -> Lexicon.Match? {
    if let match = front.match(sentence, at: i) {
      return match.value == PhraseBook.verb ? match : nil
    }
    guard sentence[i] == "新", let match = front.match(sentence, at: i + 1),
      match.value == PhraseBook.verb, match.range.count > 1
    else { return nil }
    return Lexicon.Match(range: i..<match.range.upperBound, value: match.value)
  }

  /// Whether a range is one noun that is no label by itself.
  func isGeneric(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    guard let match = generic.match(sentence, at: range.lowerBound) else { return false }
    return match.range.upperBound == range.upperBound && match.value != PhraseBook.amount
  }

  /// Whether an adverb that begins with a glyph says how much was done in all: 共, 已, 累计.
  static func isCounting(_ glyph: Glyph) -> Bool {
    switch glyph {
    case "共", "已", "累", "均", "总", "合": true
    default: false
    }
  }

  /// Whether 计划 and its like name the figure (招生计划) and do not lead to it (产量计划).
  func isPlan(
    _ sentence: borrowing Sentence, _ word: Range<Int>, _ range: Range<Int>
  ) -> Bool {
    guard word.count == 2, word.lowerBound > range.lowerBound else { return false }
    switch sentence[word.lowerBound] {
    case "计" where sentence[word.lowerBound + 1] == "划",
      "目" where sentence[word.lowerBound + 1] == "标":
      // 投资计划|的80%
      return sentence[word.upperBound] == "的"
        || !isQuantity(sentence, range.lowerBound..<word.lowerBound)
    default: return false
    }
  }

  /// Whether a range names a village, a town, a county, a stage of a building site.
  func isPlace(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    guard range.count > 1 else { return false }
    let last = sentence[range.upperBound - 1]
    if isA(.places, last) { return true }
    switch last {
    case "处": return sentence[range.upperBound - 2] == "等"
    case "期": return HanNumeral.digit(sentence[range.upperBound - 2]) != nil
    default: return false
    }
  }

  /// Whether a glyph ends the name of an office: 机关, but not 相关.
  func isOffice(_ sentence: borrowing Sentence, _ i: Int) -> Bool {
    guard sentence[i] == "关" else { return true }
    return sentence[i - 1] == "机" || sentence[i - 1] == "海"
  }
}
