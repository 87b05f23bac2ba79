// The label that stands after its figure.

extension LabelRule {
  /// A label after its figure, and how it meets what follows.
  struct Following {
    /// Its glyphs; empty where there is none.
    var range = 0..<0
    /// Whether it begins with a verb.
    var isWeak = false
    /// Whether it reaches up to the next figure.
    var isUpToFigure = false
    /// Whether 的 ties it to its figure.
    var isAttached = false
    /// Whether it is a name of its own.
    var isStrong: Bool { !range.isEmpty && !isWeak }
  }

  /// The label that stands after a figure, in the glyphs up to the next figure or the sentence's end.
  ///
  /// The last glyph of the unit tells whether people or offices are counted, whose names end where they act.
  /// What follows from a level (9分以上的|取消资格) does not name it.
  func after(
    _ sentence: borrowing Sentence, _ range: Range<Int>, unit: Glyph, isLevel: Bool = false
  ) -> Following {
    var start = range.lowerBound
    var following = Following()
    // 45万人口: the noun takes the unit with it.
    if unit == "人", sentence[start] == "口", !isBound(sentence, at: start) {
      following.range = (start - 1)..<(start + 1)
      return following
    }
    while sentence[start].isBlank, start < range.upperBound { start += 1 }
    let isParted = start > range.lowerBound
    if sentence[start] == "的" {
      following.isAttached = true
      start += 1
    }
    // 十多年来|，: it says since when, and names nothing.
    if sentence[start] == "来", Clause.isBorder(sentence, at: start + 1) { return following }
    // 党员15人和|群众代表: what is joined to it is not counted.
    if start == range.lowerBound,
      Clause.joins(sentence[start]) || sentence.has(StaticGlyphs("以", "及"), at: start)
    {
      return following
    }
    // 2.5万套（间）危旧房
    let noun = Clause.afterUnitRemark(sentence, at: start)
    if sentence[noun].isHan { start = noun }
    // 六个方面的|问题
    if sentence.has(StaticGlyphs("方", "面", "的"), at: start), sentence[start + 3].isHan {
      start += 3
    }
    // 3亿元用于|学校改造
    if sentence.has(StaticGlyphs("用", "于"), at: start) { start += 2 }
    let limit = min(range.upperBound, start + Self.reachAfter)
    var p = start
    if p < limit, let match = stop.match(sentence, at: p), match.value != PhraseBook.lookalike,
      match.value != PhraseBook.deed
    {
      let isPersonal =
        isA(.counters, unit) || unit == "次" && isA(.counters, sentence[range.lowerBound - 2])
      following.isWeak = isPersonal || !leads(sentence, match)
      p = match.range.upperBound
      // 9人在全省比赛中|获奖: where it was is no name.
      if sentence[start] == "在", let act = placeEnd(sentence, p, limit: limit) {
        start = act
        p = act
      } else if sentence[start] == "为" || sentence[start] == "是", p == start + 1 {
        start = p
        following.isWeak = false
      } else if following.isWeak, let noun = nounBehindClause(sentence, p, limit: limit) {
        start = noun
        p = noun
        following.isWeak = false
      }
    }
    while p < limit {
      let glyph = sentence[p]
      // 吸引力强、带动面广的|场景
      if glyph == "、", let noun = nounBehindAttributes(sentence, p, limit: limit) {
        start = noun
        p = noun
        continue
      }
      // 16个县（市、区）中心
      if glyph == "（" || glyph == "(", p > start,
        let next = afterPlaces(sentence, at: p) ?? afterInsert(sentence, at: p),
        next + 1 < limit, sentence[next].isHan,
        stop.match(sentence, at: next)?.value ?? PhraseBook.lookalike == PhraseBook.lookalike
      {
        p = next
        continue
      }
      // 3名专|、兼职人员: one glyph is the beginning of a list's noun, 9户全国|、省示范户: a level too.
      if glyph == "、",
        p == start + 1 || p > start && Clause.endsInLevel(sentence, p, floor: start),
        sentence[p + 1].isHan, !sentence.has(.trigger, at: p + 1)
      {
        p += 1
        continue
      }
      if Clause.isBorder(sentence, at: p) || glyph == "、" || glyph == "（" || glyph == "("
        || glyph == "）" || glyph == ")" || glyph == "<"
      {
        break
      }
      // 20名幼儿|的入学问题: those who have something are counted, not what they have.
      if glyph == "的", p > start, p < start + 5, !following.isWeak, isA(.owners, sentence[p - 1]),
        front.match(sentence, at: start) == nil
      {
        break
      }
      if glyph.digit != nil, Clause.timeEnd(sentence, at: p) != nil { break }
      // 农户9户|户均增收8元: what each has is the next figure's.
      if isA(.counters, unit), phrases.averages.match(sentence, at: p) != nil { break }
      if let next = Clause.afterQuote(sentence, at: p, limit: limit) {
        // A quotation that ends the clause is an attribute: 专干“长宽高”；
        if p > start, Clause.isBorder(sentence, at: next) || sentence[next] == "、" { break }
        p = next
        continue
      }
      if p > start + 1, !following.isWeak, acts(sentence, p, unit, upTo: range.upperBound) { break }
      if let match = stop.match(sentence, at: p) {
        if !following.isWeak, ends(sentence, start, match, unit) { break }
        p = match.range.upperBound
      } else {
        p += 1
      }
    }
    p = min(p, limit)
    if isLevel, following.isAttached, front.match(sentence, at: start)?.value == PhraseBook.verb {
      following.isWeak = true
    }
    // 参会人数：35人　|参会单位：12家
    if isParted, Self.isColon(sentence[p]) { return Following() }
    // 3吨大米和|5桶食用油
    following.isUpToFigure = p == range.upperBound && !(p > start && Clause.joins(sentence[p - 1]))
    // 两个万亿|台阶, 50亿元|大关
    if isStep(p..<(p + 2), sentence) || p > start && isStep(start..<p, sentence) { p = start }
    following.range = strippedTail(sentence, start..<max(start, p))
    if following.isUpToFigure
      || isQuantity(sentence, following.range)
        && (isA(.counters, unit) || meetsFigure(sentence, p..<range.upperBound)),
      let end = nameEnd(sentence, following.range, unit)
    {
      following.range = strippedTail(sentence, start..<end)
      following.isUpToFigure = false
    }
    following.range = withoutPlace(sentence, following.range)
    // 认|为
    if following.isWeak, isScrap(sentence, following.range) {
      following.range = start..<start
    }
    return following
  }

  /// Past where something happens that goes on at `i`: 在全省比赛中|获奖; nil where nothing of two glyphs follows.
  private func placeEnd(_ sentence: borrowing Sentence, _ i: Int, limit: Int) -> Int? {
    var p = i
    while p + 2 < limit, sentence[p].isHan {
      if sentence[p] == "中", p > i + 1 {
        return sentence[p + 1].isHan && sentence[p + 2].isHan ? p + 1 : nil
      }
      p += 1
    }
    return nil
  }

  /// Whether a word that ends labels begins the name of what a unit of things counts: 5个|集中供水点.
  private func leads(_ sentence: borrowing Sentence, _ word: Lexicon.Match) -> Bool {
    guard word.value == PhraseBook.lead else { return false }
    let end = word.range.upperBound
    let isPlain = stop.match(sentence, at: end).map { $0.value == PhraseBook.lookalike } ?? true
    return isPlain && sentence[end].isHan && sentence[end + 1].isHan
  }

  /// Whether a figure ends a range and no clause does: 总投资|超过9亿元, but not 地方标准，覆盖9个行业.
  private func meetsFigure(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    range.upperBound < sentence.count
      && sentence.next(Role.border.bit, from: range.lowerBound, before: range.upperBound)
        >= range.upperBound
  }

  /// Where what is counted ends and an amount begins whose figure comes next: 11户企业|利润总额 3亿元.
  private func nameEnd(
    _ sentence: borrowing Sentence, _ range: Range<Int>, _ unit: Glyph
  ) -> Int? {
    guard range.count > 3 else { return nil }
    // 65岁以上老人|参保率
    let isPersonal = isA(.counters, unit) || unit == "岁"
    guard isPersonal || isA(.sitings, unit) else { return nil }
    // 为30人|发放农村救助金: what begins with a verb names nobody.
    if isPersonal, front.match(sentence, at: range.lowerBound)?.value == PhraseBook.verb {
      return nil
    }
    let isAmount = isQuantity(sentence, range)
    for p in stride(from: range.upperBound - 3, through: range.lowerBound, by: -1)
    where
      (isPersonal && isAmount && p > range.lowerBound && isA(.actors, sentence[p])
      || isActing(sentence, p, range.upperBound)) && !goesOn(sentence, p)
    {
      return p + 1
    }
    let isOffice = !isPersonal || unit == "家" || unit == "所"
    return isAmount && isOffice ? amountStart(sentence, range) : nil
  }

  /// Where the name of an amount begins: 12个项目|总投资, 6个商场|面积; nil where it begins with what is counted.
  private func amountStart(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Int? {
    for p in (range.lowerBound + 2)..<(range.upperBound - 1) {
      if sentence[p] == "总" {
        switch sentence[p + 1] {
        // 生产|总值 is one name.
        case "额", "值", "量", "数": continue
        default: return p
        }
      }
      if let noun = generic.match(sentence, at: p),
        noun.range.upperBound == range.upperBound || noun.value == PhraseBook.amount
      {
        return p
      }
    }
    return nil
  }

  /// Past a remark that is part of a name: 村级|（社区）服务站, 公安|（分）局.
  private func afterInsert(_ sentence: borrowing Sentence, at i: Int) -> Int? {
    Clause.afterQuote(sentence, at: i, limit: i + (sentence[i - 1] == "级" ? 6 : 3))
  }

  /// The noun that a clause of a verb describes, which goes on at `i`: 30家获得|认证的企业.
  private func nounBehindClause(
    _ sentence: borrowing Sentence, _ i: Int, limit: Int
  ) -> Int? {
    var p = i
    while p + 2 < limit, !Clause.isBorder(sentence, at: p), sentence[p] != "、" {
      if sentence[p] == "的" {
        return p > i + 1 && sentence[p + 1].isHan && sentence[p + 2].isHan ? p + 1 : nil
      }
      p += 1
    }
    return nil
  }

  /// The noun behind a list of attributes whose first ends at the mark `i`; nil where it ends in no adjective.
  private func nounBehindAttributes(
    _ sentence: borrowing Sentence, _ i: Int, limit: Int
  ) -> Int? {
    guard isA(.traits, sentence[i - 1]) else { return nil }
    var p = i + 1
    while p + 2 < limit, !Clause.isBorder(sentence, at: p) {
      if sentence[p] == "的" { return p + 1 }
      p += 1
    }
    return nil
  }
}
