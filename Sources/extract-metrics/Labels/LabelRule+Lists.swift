// Figures that stand in lists, and the names that they take from one another.

extension LabelRule {
  /// 事故12起，死亡9人，分别下降25%和18%: each takes the label of the figure that stands in its place.
  func respective(
    _ k: Int, _ clause: Int, _ figures: [Figure], _ sentence: borrowing Sentence
  ) -> Range<Int>? {
    var first = k
    while first > 0, k - first < Self.reachOverList, isMember(first, figures, sentence) {
      first -= 1
    }
    var last = k
    while last + 1 < figures.count, last - k < Self.reachOverList,
      isMember(last + 1, figures, sentence)
    {
      last += 1
    }
    let count = last - first + 1
    guard count > 1, first >= count, Clause.isComma(sentence[figures[first - 1].end]),
      figures[k].isRelative || figures[k].unit == figures[k - count].unit
    else { return nil }
    let lead = (figures[first - 1].end + 1)..<figures[first].range.lowerBound
    guard lead.count < 16,
      Clause.hasRespectively(sentence, lead)
        || isPaired(first, count, figures, sentence, lead),
      self.before(sentence, lead).range.isEmpty
    else { return nil }
    return figures[k - count].label
  }

  /// Whether as many rates follow as amounts with names of their own: 客运量9万人，货运量6万吨，增长5%、6%.
  private func isPaired(
    _ first: Int, _ count: Int, _ figures: [Figure], _ sentence: borrowing Sentence,
    _ lead: Range<Int>
  ) -> Bool {
    let amounts = figures[(first - count)..<first]
    guard !lead.contains(where: { Clause.joins(sentence[$0]) }),
      !continues(first - count, figures, sentence),
      figures[first..<(first + count)].allSatisfy(\.isRelative),
      amounts.allSatisfy({ !$0.isRelative && !$0.label.isEmpty })
    else { return false }
    return zip(amounts, amounts.dropFirst()).allSatisfy {
      Clause.isComma(sentence[$0.end]) && $0.label != $1.label
    }
  }

  /// Whether an amount stands in the clause right before that of another.
  private func continues(
    _ k: Int, _ figures: [Figure], _ sentence: borrowing Sentence
  ) -> Bool {
    guard k > 0, !figures[k - 1].isRelative else { return false }
    let floor = figures[k - 1].end
    return Clause.start(sentence, before: figures[k].range.lowerBound, floor: floor) <= floor + 1
  }

  /// What two figures in a row describe together: 5条|总长51公里的道路, 2座库容9万立方米的水库.
  func measuredNoun(
    _ k: Int, _ figures: [Figure], _ sentence: borrowing Sentence
  ) -> Range<Int>? {
    guard k + 1 < figures.count, figures[k + 1].kind == .measure || figures[k + 1].kind == .money,
      sentence[figures[k + 1].end] == "的", sentence[figures[k + 1].end + 1].isHan
    else { return nil }
    let amount = figures[k].end..<figures[k + 1].range.lowerBound
    guard !amount.isEmpty, isSized(sentence, amount) else { return nil }
    let limit = k + 2 < figures.count ? figures[k + 2].range.lowerBound : sentence.count
    let noun = after(
      sentence, figures[k + 1].end..<limit, unit: sentence[figures[k].range.upperBound - 1])
    return noun.isStrong ? noun.range : nil
  }

  /// Whether 的 ties both a figure and the one before it to names of their own: 涉及道路的6条、|水利的8条.
  func isDescribedAlike(_ k: Int, _ figures: [Figure], _ sentence: borrowing Sentence) -> Bool {
    sentence[figures[k].range.lowerBound - 1] == "的"
      && sentence[figures[k - 1].range.lowerBound - 1] == "的"
  }

  /// The name of its own that a figure of a list has among as many: 就业率、升学率分别为99%和98%.
  func ownName(
    _ k: Int, _ figures: [Figure], _ sentence: borrowing Sentence
  ) -> Range<Int>? {
    var first = k
    while first > 0, k - first < Self.reachOverList, isTouching(first, figures, sentence) {
      first -= 1
    }
    var last = k
    while last + 1 < figures.count, last - first < Self.reachOverList,
      isTouching(last + 1, figures, sentence)
    {
      last += 1
    }
    let start = figures[first].range.lowerBound
    let floor = first > 0 ? figures[first - 1].end : 0
    let lead = Clause.start(sentence, before: start, floor: floor)..<start
    guard last > first, Clause.hasRespectively(sentence, lead) else { return nil }
    let names = before(sentence, lead, isShared: true).range
    return names.isEmpty ? nil : item(k - first, of: last - first + 1, names, sentence)
  }

  /// Whether nothing but a mark or 和 parts a figure from the one before it.
  private func isTouching(
    _ k: Int, _ figures: [Figure], _ sentence: borrowing Sentence
  ) -> Bool {
    figures[k].range.lowerBound == figures[k - 1].end + 1
      && Clause.joins(sentence[figures[k - 1].end])
  }

  /// An item of a list that has so many, all of them names of amounts; nil where it is no such list.
  private func item(
    _ k: Int, of count: Int, _ names: Range<Int>, _ sentence: borrowing Sentence
  ) -> Range<Int>? {
    var found: Range<Int>?
    var start = names.lowerBound
    var n = 0
    for p in names.lowerBound...names.upperBound
    where p == names.upperBound || Clause.joins(sentence[p]) && isQuantity(sentence, start..<p) {
      guard p > start + 2, isQuantity(sentence, start..<p) else { return nil }
      if n == k { found = start..<p }
      n += 1
      start = p + 1
    }
    return n == count ? found : nil
  }

  /// What somebody did so many times: 领导先后9次开展|现场督查; nil where another name is to be had.
  func actedTimes(
    _ k: Int, _ before: Range<Int>, _ after: Following, _ figures: [Figure],
    _ sentence: borrowing Sentence
  ) -> Range<Int>? {
    let last = figures[k].range.upperBound - 1
    guard figures[k].unitStart == last, after.isWeak, after.range.count > 3,
      !after.isUpToFigure,
      sentence[after.range.lowerBound] != "获",
      before.isEmpty || sentence[before.upperBound] == "先"
        || isA(.actors, sentence[before.upperBound - 1])
        || isA(.authorities, sentence[before.upperBound - 1])
    else { return nil }
    let act = strippedFront(sentence, after.range)
    return act.isWeak || act.range.count < 2 ? nil : act.range
  }

  /// Whether a figure goes on a list whose names stand before their figures: 合作社9个、大户6个|的佳绩.
  func isJoinedAlike(
    _ k: Int, _ figures: [Figure], _ sentence: borrowing Sentence
  ) -> Bool {
    k > 0 && sentence[figures[k - 1].end] == "、"
      && figures[k - 1].label.upperBound == figures[k - 1].range.lowerBound
      && figures[k].range.lowerBound - figures[k - 1].end < Self.reachAfter
  }

  /// Whether a figure is only the other side of a comparison: 与上次普查的9万人|相比.
  func isCompared(
    _ k: Int, _ figures: [Figure], _ sentence: borrowing Sentence
  ) -> Bool {
    k > 0 && sentence.has(StaticGlyphs("相", "比"), at: figures[k].end)
  }

  /// The label of a figure before `k` that counts the same, and no people: 5家机构通过评审，全市共|6家.
  func namesake(
    _ k: Int, _ figures: [Figure], _ sentence: borrowing Sentence
  ) -> Range<Int>? {
    guard k > 0, let unit = figures[k].unit, unit == figures[k - 1].unit,
      !figures[k - 1].label.isEmpty
    else { return nil }
    switch sentence[figures[k].range.upperBound - 1] {
    case "人", "户", "口", "名", "位": return nil
    default: return figures[k - 1].label
    }
  }

  /// Whether a short range names a size, or one that 为 ends an amount: 总长, 日处理能力为.
  private func isSized(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    if range.count < 5 { return isSize(sentence, range) }
    let name = strippedTail(sentence, range)
    return range.count < 9 && name.count < range.count && isQuantity(sentence, name)
  }

  /// Whether a range says how large something is: 总长, 总面积, 库容.
  private func isSize(_ sentence: borrowing Sentence, _ range: Range<Int>) -> Bool {
    switch sentence[range.lowerBound] {
    case "总", "全", "长", "宽", "高", "深", "面", "容", "库", "占", "直", "重": return true
    default: return false
    }
  }

  /// Whether a figure goes on a list of rates or counts: 下降38.6%、上升2.8%, 减少3起和5人.
  func isMember(
    _ k: Int, _ figures: [Figure], _ sentence: borrowing Sentence
  ) -> Bool {
    isListed(k, figures, sentence)
      || figures[k].kind == .count && figures[k - 1].kind == .count
        && Clause.joins(sentence[figures[k - 1].end])
        && figures[k].range.lowerBound == figures[k - 1].end + 1
  }

  /// Whether a figure follows another of its unit with nothing but a mark or 和 between, and perhaps a word of change:
  /// 下降38.6%、上升2.8%.
  func isListed(
    _ k: Int, _ figures: [Figure], _ sentence: borrowing Sentence
  ) -> Bool {
    let end = figures[k - 1].end
    guard Clause.joins(sentence[end]), end < figures[k].range.lowerBound else { return false }
    let between = (end + 1)..<figures[k].range.lowerBound
    let isOfOneUnit =
      figures[k].unit == figures[k - 1].unit || figures[k].isRelative && figures[k - 1].isRelative
    return isOfOneUnit && (between.isEmpty || isChange(sentence, between))
  }

  /// What has a size that others follow: 长3公里、宽4米的|水泥路; nil where it stands alone.
  func sized(
    _ k: Int, _ figures: [Figure], _ sentence: borrowing Sentence
  ) -> Range<Int>? {
    guard figures[k].kind == .measure, isSize(figures[k], sentence) else { return nil }
    var last = k
    while last + 1 < figures.count, last - k < Self.reachOverList,
      figures[last + 1].range.lowerBound - figures[last].end <= 3,
      sentence[figures[last].end] == "、" || Clause.isComma(sentence[figures[last].end]),
      isSize(figures[last + 1], sentence)
    {
      last += 1
    }
    guard last > k, sentence[figures[last].end] == "的" else { return nil }
    let limit = last + 1 < figures.count ? figures[last + 1].range.lowerBound : sentence.count
    let unit = sentence[figures[last].range.upperBound - 1]
    let named = after(sentence, figures[last].end..<limit, unit: unit)
    return named.isStrong ? named.range : nil
  }

  /// Whether a figure stands behind the name of a dimension: 长9米, 宽约9米.
  private func isSize(_ figure: Figure, _ sentence: borrowing Sentence) -> Bool {
    let last = figure.range.lowerBound - 1
    return FigureReader.isDimension(sentence[sentence[last] == "约" ? last - 1 : last])
  }
}
