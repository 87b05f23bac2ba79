// The label of a figure whose own clause names nothing: that of a figure or a clause before it.

extension LabelRule {
  /// The label of the figure before `k`, or of one further back where that is only a share: 占全省的5%、增长6%.
  func labelBefore(
    _ k: Int, _ figures: [Figure], _ sentence: borrowing Sentence
  ) -> Range<Int> {
    var j = k - 1
    guard j >= 0 else { return 0..<0 }
    // 受理案件9件（含旧存2件），增长5%: what stands in brackets is told in passing.
    if let opening = Clause.beforeQuote(sentence, endingAt: figures[j].end + 1, floor: 0),
      figures[k].range.lowerBound > figures[j].end
    {
      while j > 0, k - j < Self.reachOverList, figures[j].range.lowerBound > opening { j -= 1 }
    }
    // The share itself changes by points.
    let isChangeOfShare =
      sentence[figures[k].range.upperBound - 1] == "点"
      && pace(sentence, figures[j].end..<figures[k].range.lowerBound).isEmpty
    if isChangeOfShare, !isOfPlan(figures[j], sentence) { return figures[j].label }
    // 事故1起，死亡2人，减少1起: the last that was counted so.
    if figures[k].kind == .count, figures[j].unit != figures[k].unit,
      let same = (max(0, k - Self.reachOverList)..<j).last(where: {
        figures[$0].unit == figures[k].unit && figures[$0].kind == .count
      })
    {
      j = same
    }
    while j > 0, k - j < Self.reachOverList, !figures[j].label.isEmpty,
      isShareOrStep(figures[j].label, sentence)
        || isPart(figures[j], sentence)
    {
      // 完成预算数6亿元的40%: neither is what the rest tells of.
      let isBehindWhole = figures[j].range.lowerBound == figures[j - 1].end + 1
      j -= isBehindWhole && j > 1 && isPart(figures[j], sentence) ? 2 : 1
    }
    // 30岁以下的占12%，31至45岁: one age is not named by another.
    if figures[k].kind == .age {
      while j > 0, k - j < Self.reachOverList, isAge(figures[j].label, figures[..<k]) { j -= 1 }
      if isAge(figures[j].label, figures[..<k]) { return 0..<0 }
    }
    guard !figures[j].label.isEmpty, sentence[figures[j].label.lowerBound] == "占" else {
      return figures[j].label
    }
    let floor = j > 0 ? figures[j - 1].end : 0
    let clause = Clause.start(sentence, before: figures[j].range.lowerBound, floor: floor)
    guard clause > floor, Clause.isComma(sentence[clause - 1]) else { return figures[j].label }
    let owner = before(
      sentence, Clause.start(sentence, before: clause - 1, floor: floor)..<(clause - 1))
    return owner.range.isEmpty ? figures[j].label : owner.range
  }

  /// The figure before one that starts at `start`, where it tells which of those before are meant: 35岁以下|12名.
  func band(
    _ figure: Figure, upTo start: Int, _ sentence: borrowing Sentence
  ) -> Range<Int>? {
    let isScore =
      figure.end > figure.range.upperBound && sentence[figure.range.upperBound - 1] == "分"
    guard figure.kind == .age || isScore else { return nil }
    let isNamed = figure.label.upperBound == figure.range.lowerBound
    guard sentence[figure.end] == "的" || figure.end == start && !isNamed else { return nil }
    // 年龄35岁以下的|143人
    let isAge = isNamed && sentence[figure.label.upperBound - 1] == "龄"
    return (isAge ? figure.label : figure.range).lowerBound..<figure.end
  }

  /// Whether a label is one of the ages before: 35岁以下.
  private func isAge(_ label: Range<Int>, _ figures: ArraySlice<Figure>) -> Bool {
    !label.isEmpty
      && figures.suffix(Self.reachOverList).contains {
        $0.kind == .age && $0.range.lowerBound == label.lowerBound
      }
  }

  /// Whether 的 ties a percentage to a whole of its own: 完成计划的120%, but not 由上年的91%.
  private func isPart(_ figure: Figure, _ sentence: borrowing Sentence) -> Bool {
    let end = figure.range.lowerBound - 1
    if isOfPlan(figure, sentence) { return true }
    return figure.kind == .percent && sentence[end] == "的" && !Clause.endsInTime(sentence, end)
  }

  /// Whether a percentage says how much of a plan was done: 完成年初预算36.7%.
  private func isOfPlan(_ figure: Figure, _ sentence: borrowing Sentence) -> Bool {
    guard figure.kind == .percent, figure.label.count > 1 else { return false }
    let last = figure.label.upperBound - 1
    switch (sentence[last - 1], sentence[last]) {
    case ("预", "算"), ("算", "数"), ("计", "划"), ("目", "标"), ("任", "务"): return true
    default: return false
    }
  }

  /// The label of the clause before, for a figure whose own clause names nothing.
  func inherited(
    _ k: Int, _ clause: Int, _ figures: [Figure],
    _ sentence: borrowing Sentence
  ) -> Range<Int> {
    let floor = k > 0 ? figures[k - 1].range.upperBound : 0
    var clause = clause
    // 按可比价格计算, 与上年相比: a clause that names nothing passes on what the one before it names.
    for _ in 0..<Self.reachOverClauses {
      guard clause > 0, Clause.leadsOn(sentence[clause - 1]) else { break }
      let previous = Clause.start(sentence, before: clause - 1, floor: floor)
      if k > 0, previous == floor { break }
      let label = before(sentence, previous..<(clause - 1)).range
      if !label.isEmpty || previous >= clause { return label }
      clause = previous
    }
    return labelBefore(k, figures, sentence)
  }
}
