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

  private let phrases: PhraseBook
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
  func label(
    of k: Int, among figures: [Figure], clause: Int, in sentence: borrowing Sentence
  ) -> Range<Int> {
    let start = figures[k].range.lowerBound
    let floor = k > 0 ? figures[k - 1].end : 0
    // 8个社区、|14个村: what stands before the mark belongs to the figure before.
    let isListed =
      k > 0 && clause == floor && Clause.joins(sentence[start - 1])
    let before =
      isListed ? Candidate() : before(sentence, clause..<start)
    // Figures that touch share what follows the last.
    var last = k
    while last + 1 < figures.count, figures[last + 1].range.lowerBound == figures[last].end {
      last += 1
    }
    let limit = last + 1 < figures.count ? figures[last + 1].range.lowerBound : sentence.count
    let after = after(sentence, figures[last].end..<limit)
    let meetsFigure =
      !after.range.isEmpty && after.isUpToFigure && limit < sentence.count
      && sentence[limit - 1] != "的"
    let isJoined = k > 0 && clause == floor && !before.isStrong

    if let list = namedList(sentence, clause..<start, after.range) { return list }
    switch figures[k].kind {
    case .money, .percent, .measure, .multiple, .age, .duration:
      if before.isStrong { return before.range }
      if isJoined, !figures[k - 1].label.isEmpty, !after.isAttached {
        return figures[k - 1].label
      }
      if after.isStrong, !meetsFigure || before.range.isEmpty { return after.range }
      if !before.range.isEmpty { return before.range }
      if isJoined, !figures[k - 1].label.isEmpty { return figures[k - 1].label }
      if !after.range.isEmpty { return after.range }
    case .count:
      if after.isStrong, !(meetsFigure && before.isStrong) { return after.range }
      if before.isStrong { return before.range }
      if !figures[k].noun.isEmpty { return figures[k].noun }
      if isJoined, !figures[k - 1].label.isEmpty { return figures[k - 1].label }
      if !before.range.isEmpty { return before.range }
      if !after.range.isEmpty { return after.range }
    }
    return inherited(k, clause, figures, sentence)
  }

  /// The label of the clause before, for a figure whose own clause names nothing.
  private func inherited(
    _ k: Int, _ clause: Int, _ figures: [Figure],
    _ sentence: borrowing Sentence
  ) -> Range<Int> {
    guard clause > 0, Clause.isComma(sentence[clause - 1]) || sentence[clause - 1] == "（" else {
      return k > 0 ? figures[k - 1].label : 0..<0
    }
    let floor = k > 0 ? figures[k - 1].range.upperBound : 0
    let previous = Clause.start(sentence, before: clause - 1, floor: floor)
    if k > 0, previous == floor { return figures[k - 1].label }
    return before(sentence, previous..<(clause - 1)).range
  }

  /// 需求清单、资源清单、项目清单等3个清单: the list itself is the better name.
  private func namedList(
    _ sentence: borrowing Sentence, _ clause: Range<Int>, _ after: Range<Int>
  ) -> Range<Int>? {
    let end = clause.upperBound - 1
    guard clause.count > 4, sentence[end] == "等", !after.isEmpty, after.count < 6,
      end - clause.lowerBound > after.count
    else { return nil }
    for q in 0..<after.count
    where sentence[end - after.count + q] != sentence[after.lowerBound + q] { return nil }
    let start = strippedFront(sentence, clause.lowerBound..<end).range
    return start.isEmpty ? nil : start
  }
}
