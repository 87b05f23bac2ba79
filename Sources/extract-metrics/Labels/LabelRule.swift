// What a figure counts, as the shortest phrase of its sentence. Where the phrase stands:
//
//     召开 党工委会议 44次          before the figure, without the verb and adverbs at its front
//     4个 村，16个 社区             after it, up to a verb, a mark, or the next figure
//     接访 98批686人次              figures that touch share one
//     生产总值 5万亿元、增长 5%      a figure with only a verb of change takes the label before it
//
// Every search ends at the clause or after a fixed number of glyphs, so that a line of any length stays cheap.

/// Finds what figures count.
struct LabelRule: ~Copyable {
  /// How far a label may reach before its figure.
  static let reachBefore = 48
  /// How far a label may reach after its figure.
  static let reachAfter = 30
  /// How many glyphs of a word may stand before the one that is bound in it.
  static let reachOverWord = 5
  /// How many clauses that name nothing are passed over.
  static let reachOverClauses = 3
  /// How many figures of a list are looked at, so that a line of nothing else stays cheap.
  static let reachOverList = 8

  /// The words, and the classes of glyphs.
  let phrases: PhraseBook
  /// What labels do not start with.
  var front: Lexicon { phrases.labelFront }
  /// What labels start after.
  var inner: Lexicon { phrases.labelInner }
  /// What labels do not end with.
  var tail: Lexicon { phrases.labelTail }
  /// Where comparisons begin.
  var cut: Lexicon { phrases.labelCut }
  /// Where labels behind their figure end.
  var stop: Lexicon { phrases.labelStop }
  /// Nouns that name nothing alone.
  var generic: Lexicon { phrases.labelGeneric }
  /// Verbs, by their end.
  var verbs: Lexicon { phrases.labelVerbs }
  /// Words of rise and fall, by their end.
  var changes: Lexicon { phrases.changes }

  /// Words in which a glyph leads to nothing.
  var bound: Lexicon { phrases.labelBound }

  /// A rule with the words of a book.
  init(_ phrases: PhraseBook) { self.phrases = phrases }

  /// A label that may stand, and whether it is only a verb.
  struct Candidate {
    /// Its glyphs; empty where there is none.
    var range = 0..<0
    /// Whether a noun elsewhere would be better.
    var isWeak = false
    /// Whether it is a name of its own.
    var isStrong: Bool { !range.isEmpty && !isWeak }
  }

  /// The label of the figure at `k`, whose clause starts at `clause`; those before it have theirs.
  ///
  /// The base is what `RateRule` says of it.
  func label(
    of k: Int, among figures: [Figure], clause: Int, base: Range<Int>,
    in sentence: borrowing Sentence
  ) -> Range<Int> {
    let start = figures[k].range.lowerBound
    let floor = k > 0 ? figures[k - 1].end : 0
    let key = key(sentence, before: start, floor: floor)
    if !key.isEmpty { return key }
    // 8个社区、|14个村: what stands before the mark belongs to the figure before.
    let isListed =
      k > 0 && clause == floor && Clause.joins(sentence[start - 1])
    // 收入、利润五年|分别增长: a length of time before 分别 has the whole list.
    let isShared = sentence.has(StaticGlyphs("分", "别"), at: figures[k].end)
    // 23家企业|争取贷款2亿元: what the figure before counts does not count here.
    let taken =
      k > 0 && clause == floor && figures[k - 1].label.lowerBound == floor
        && figures[k - 1].label.upperBound < start
        && generic.match(sentence, at: figures[k - 1].label.upperBound)?.value ?? PhraseBook.amount
          == PhraseBook.amount
      ? figures[k - 1].label.upperBound : clause + (isBehind(sentence, clause, floor) ? 1 : 0)
    let lead = max(clause, taken)
    let before =
      isListed
      ? Candidate()
      : before(
        sentence, lead..<originStart(sentence, lead..<start, figures[k].end), isShared: isShared,
        base: base)
    // Figures that touch share what follows the last.
    var last = k
    while last + 1 < figures.count, figures[last + 1].range.lowerBound == figures[last].end {
      last += 1
    }
    let limit = last + 1 < figures.count ? figures[last + 1].range.lowerBound : sentence.count
    let unit = sentence[figures[last].range.upperBound - 1]
    let after = after(
      sentence, figures[last].end..<limit, unit: unit,
      isLevel: figures[k].end > figures[k].range.upperBound)
    let meetsFigure =
      !after.range.isEmpty && after.isUpToFigure && limit < sentence.count
      && sentence[limit - 1] != "的"
    let isJoined = k > 0 && clause == floor && !before.isStrong

    let isTouched =
      last + 1 < figures.count && figures[last + 1].range.lowerBound == figures[k].end + 1
      || k > 0 && start == floor + 1
    if isTouched, let name = ownName(k, figures, sentence) { return name }
    if let name = sized(k, figures, sentence) { return name }
    if let list = namedList(sentence, clause..<start, after.range) { return list }
    if isCompared(k, figures, sentence) { return inherited(k, clause, figures, sentence) }
    // 板栗、核桃等|60亩: where nothing follows, the list is the name.
    if sentence[start - 1] == "等", !before.range.isEmpty, after.range.isEmpty,
      figures[k].noun.isEmpty
    {
      return before.range
    }
    if before.range.isEmpty, let label = respective(k, clause, figures, sentence) { return label }
    // 45岁以上的占|七成, 35岁以下|12名, 600分以上|23人: the figure before is all the name there is.
    if k > 0, clause == floor, before.range.isEmpty, !after.isStrong,
      let band = band(figures[k - 1], upTo: start, sentence)
    {
      return band
    }
    // 30%|的品牌; but 合格率 95% 的目标 is told by 合格率.
    if figures[k].kind == .percent, after.isAttached, after.isStrong, !meetsFigure,
      !isQuantity(sentence, before.range),
      before.range.isEmpty || !isGeneric(sentence, after.range)
    {
      return after.range
    }
    switch figures[k].kind {
    case .money, .percent, .measure, .multiple, .age, .duration:
      // 李庄村|30亩苗圃: a place only says where.
      if figures[k].kind == .measure, after.isStrong, !meetsFigure,
        before.range.upperBound == start,
        isPlace(sentence, before.range)
      {
        return after.range
      }
      // 为家里带来1万多元|的纯收入: the verb's object stands behind.
      if before.isStrong,
        !(after.isAttached && after.isStrong && endsInVerb(sentence, before.range))
      {
        return before.range
      }
      // 发展30亩以上的|大户9户: a verb alone names nothing.
      if after.isAttached, after.isStrong, figures[k].kind == .measure { return after.range }
      // 8个项目和5公里|管网改造: each has its name behind it.
      let isParallel = k > 0 && figures[k - 1].label.lowerBound >= figures[k - 1].range.upperBound
      if isJoined, !after.isAttached, !(isParallel && after.isStrong && !meetsFigure) {
        let label =
          self.isListed(k, figures, sentence)
          ? figures[k - 1].label : labelBefore(k, figures, sentence)
        if !label.isEmpty { return label }
      }
      if after.isStrong, !meetsFigure || before.range.isEmpty { return after.range }
      if !before.range.isEmpty { return before.range }
      if isJoined, !figures[k - 1].label.isEmpty { return figures[k - 1].label }
      if !after.range.isEmpty { return after.range }
    case .count:
      // 人口超过100万|的城市: what a level is stated of is named before it.
      if after.isAttached, before.isStrong,
        figures[k].sign ?? .equal != .equal && before.range.upperBound < start
          || isJoinedAlike(k, figures, sentence)
      {
        return before.range
      }
      if isGreat(figures[k], sentence) { return figures[k].noun }
      if let noun = measuredNoun(k, figures, sentence) { return noun }
      if after.isStrong, !(meetsFigure && before.isStrong) { return after.range }
      if unit == "次", let act = actedTimes(k, before.range, after, figures, sentence) { return act }
      if before.isStrong { return before.range }
      // 辖|4镇: where nothing else is named, the unit is what is counted.
      let own = figures[k].range.upperBound - 1
      if after.range.isEmpty, isA(.places, sentence[own]) { return own..<(own + 1) }
      // 纺织、电器等10户|投产企业: those before are examples.
      if sentence[start - 1] == "等", !after.range.isEmpty { return after.range }
      if !figures[k].noun.isEmpty { return figures[k].noun }
      if isJoined, !figures[k - 1].label.isEmpty,
        before.range.isEmpty
          || !isDescribedAlike(k, figures, sentence)
            && !(before.range.upperBound == start && isJoinedAlike(k, figures, sentence))
      {
        return figures[k - 1].label
      }
      if !before.range.isEmpty { return before.range }
      if !after.range.isEmpty, !after.isAttached || !after.isWeak { return after.range }
    }
    let place = wholePlace(sentence, clause..<start)
    if !place.isEmpty { return namesake(k, figures, sentence) ?? place }
    let label = inherited(k, clause, figures, sentence)
    if label.isEmpty, !after.range.isEmpty { return after.range }
    return label.isEmpty ? pace(sentence, clause..<start) : label
  }

  /// Whether a label ends in a verb that governs what is behind it: 为家里带来.
  private func endsInVerb(_ sentence: borrowing Sentence, _ label: Range<Int>) -> Bool {
    guard label.count > 3,
      let verb = verbs.match(sentence, endingAt: label.upperBound, floor: label.lowerBound)
    else { return false }
    return verb.range.count > 1 && verb.value != PhraseBook.lookalike
  }

  /// 增速, 降幅: the word of change itself, where nothing says what changes.
  func pace(_ sentence: borrowing Sentence, _ clause: Range<Int>) -> Range<Int> {
    for p in clause.dropLast() where isPace(sentence, at: p) { return p..<(p + 2) }
    return 0..<0
  }

  /// Whether a word stands at `i` that says how much something changes, and not what: 增幅, 降速.
  func isPace(_ sentence: borrowing Sentence, at i: Int) -> Bool {
    guard sentence[i + 1] == "幅" || sentence[i + 1] == "速" else { return false }
    switch sentence[i] {
    case "增", "降", "涨", "跌", "升", "减": return true
    default: return false
    }
  }

  /// Whether a range is such a word and nothing else: 年增幅, 增长率.
  func isPace(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    let end = range.upperBound
    switch range.count {
    case 2: return isPace(sentence, at: range.lowerBound)
    case 3:
      return sentence[range.lowerBound] == "年" && isPace(sentence, at: end - 2)
        || sentence[end - 1] == "率" && isGrowth(sentence[range.lowerBound])
          && isChange(sentence, range.lowerBound..<(end - 1))
    default: return false
    }
  }

  /// Whether a word of change that begins so makes no name with 率: 增长率, but 核减率.
  private func isGrowth(_ glyph: Glyph) -> Bool {
    switch glyph {
    case "增", "递", "提", "上", "升", "涨", "下", "降", "跌", "减": true
    default: false
    }
  }

  /// Whether a clause goes on behind a figure with 后, 内 or 者: 剔除14天后|达标率, 9元以下者|交纳.
  private func isBehind(_ sentence: borrowing Sentence, _ clause: Int, _ floor: Int) -> Bool {
    guard clause == floor else { return false }
    switch sentence[clause] {
    case "后", "内", "者": return true
    default: return false
    }
  }

  /// Whether a label says only of what a figure is a share, or that a step was taken: 占全省, 台阶.
  func isShareOrStep(_ label: Range<Int>, _ sentence: borrowing Sentence) -> Bool {
    sentence[label.lowerBound] == "占" || isStep(label, sentence)
  }

  /// Whether a label only says that a step was taken: 台阶, 大关, 万亿大台阶.
  func isStep(_ label: Range<Int>, _ sentence: borrowing Sentence) -> Bool {
    guard label.count > 1, label.count < 7 else { return false }
    let word = label.upperBound - 2
    return sentence.has(StaticGlyphs("台", "阶"), at: word)
      || sentence.has(StaticGlyphs("大", "关"), at: word)
      || sentence.has(StaticGlyphs("关", "口"), at: word)
  }

  /// Whether a figure has 大 and its noun, so that nothing else can name it: 六大科技专项.
  private func isGreat(_ figure: Figure, _ sentence: borrowing Sentence) -> Bool {
    figure.noun.count > 1 && sentence[figure.noun.lowerBound - 1] == "大"
  }

  /// Whether a label ends like the name of a rate or an amount.
  func isQuantity(_ sentence: borrowing Sentence, _ label: Range<Int>) -> Bool {
    !label.isEmpty && isA(.amounts, sentence[label.upperBound - 1])
      && !sentence.has(StaticGlyphs("制", "度"), at: label.upperBound - 2)
  }

  /// 需求清单、资源清单、项目清单等3个清单: the list itself is the better name.
  private func namedList(
    _ sentence: borrowing Sentence, _ clause: Range<Int>, _ after: Range<Int>
  ) -> Range<Int>? {
    let end = clause.upperBound - 1
    guard clause.count > 4, sentence[end] == "等", !after.isEmpty, after.count < 6,
      end - clause.lowerBound > after.count, clause.contains(where: { sentence[$0] == "、" })
    else { return nil }
    for q in 0..<after.count
    where sentence[end - after.count + q] != sentence[after.lowerBound + q] { return nil }
    let start = strippedFront(sentence, clause.lowerBound..<end).range
    return start.isEmpty ? nil : start
  }
}
