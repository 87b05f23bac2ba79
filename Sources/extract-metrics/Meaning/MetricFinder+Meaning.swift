import Filters

// What the figures of a sentence mean: qualifier, label, rise or fall, base.

extension MetricFinder {
  /// Says of each figure what it means, and makes a metric of it.
  mutating func describe(_ line: Span<UInt8>) {
    guard !isAdvertisement else { return }
    for k in figures.indices {
      let floor = k > 0 ? figures[k - 1].end : 0
      let (sign, end) = rules.signs.sign(of: figures[k], in: sentence, floor: floor)
      figures[k].sign = sign
      // 分别不高于53和|32微克
      if k > 0, sign == .equal, figures[k - 1].sign ?? .equal != .equal, isShared(k) {
        figures[k].sign = figures[k - 1].sign
      }
      // 3户（八人）: what holds a figure is no remark.
      let remark = Clause.afterUnitRemark(sentence, at: end)
      let isFigure = k + 1 < figures.count && figures[k + 1].range.lowerBound < remark
      figures[k].end = isFigure ? end : remark
    }
    var change = Change.none
    var per = 0..<0
    for k in figures.indices {
      let start = figures[k].range.lowerBound
      let floor = k > 0 ? figures[k - 1].end : 0
      let clause = Clause.start(sentence, before: start, floor: floor)
      let base = rules.rates.base(
        before: start, isCount: figures[k].kind == .count, in: sentence, floor: clause)
      figures[k].label = rules.labels.label(
        of: k, among: figures, clause: clause, base: base, in: sentence)
      // Copied once for all that is asked of it now.
      let figure = figures[k]
      let own = rules.changes.change(of: figure, in: sentence, floor: clause)
      let goesOn =
        k > 0 && clause == floor
        && (start == floor || sentence[floor] == "、" || sentence[floor] == "和"
          || sentence[floor] == "，")
      if own.change != .none || own.isLevel || !goesOn || !carries(change, to: k, floor) {
        change = own.change
      }
      // 年均分别增长5%、6%
      if !base.isEmpty || !(goesOn && start == floor + 1 || isRaised(k)) { per = base }
      append(figure, line, change, per)
    }
  }

  /// Whether a figure is what another of its unit rises or falls to: 每月60元|提高到90元.
  private func isRaised(_ k: Int) -> Bool {
    guard k > 0, figures[k].unit == figures[k - 1].unit else { return false }
    let between = figures[k - 1].end..<figures[k].range.lowerBound
    guard (2...6).contains(between.count) else { return false }
    let last = sentence[between.upperBound - 1]
    return (last == "到" || last == "至") && between.allSatisfy { sentence[$0].isHan }
  }

  /// Whether a figure stands behind another of its unit with nothing but a mark between, and 分别 before both.
  private func isShared(_ k: Int) -> Bool {
    let last = figures[k - 1].range
    guard figures[k].range.lowerBound == last.upperBound + 1,
      Clause.joins(sentence[last.upperBound]), figures[k].unit == figures[k - 1].unit,
      figures[k].unitRange == figures[k - 1].unitRange || figures[k].unit != nil
    else { return false }
    return Clause.hasRespectively(
      sentence, max(0, last.lowerBound - RateRule.reach)..<last.lowerBound)
  }

  /// Whether the sentence is a seller's.
  private var isAdvertisement: Bool {
    guard sentence.allRoles & Role.advertising.bit != 0 else { return false }
    var i = 0
    while true {
      i = sentence.next(Role.advertising.bit, from: i, before: sentence.count)
      guard i < sentence.count else { return false }
      if rules.phrases.advertising.match(sentence, at: i) != nil { return true }
      i += 1
    }
  }

  /// Whether a change goes on over a list: 分别增长5%、6%; 新增企业3家、院士5人; 新增276户462人.
  private func carries(_ change: Change, to k: Int, _ floor: Int) -> Bool {
    guard change != .none else { return false }
    if figures[k].range.lowerBound == floor + 1 {
      return figures[k].unit == figures[k - 1].unit
        || figures[k].isRelative && figures[k - 1].isRelative
        || figures[k].kind == .count && figures[k - 1].kind == .count
    }
    guard sentence[floor] == "、" || figures[k].range.lowerBound == floor else { return false }
    // 新增绿地90亩、总面积达800亩: a level.
    switch sentence[figures[k].range.lowerBound - 1] {
    case "达", "到", "至", "为", "是": return false
    default: break
    }
    // 新增基地90亩、茶园80亩
    let isMeasured = figures[k].kind == .measure && figures[k].unit == figures[k - 1].unit
    return figures[k].kind == figures[k - 1].kind && (figures[k].kind == .count || isMeasured)
  }

  private mutating func append(
    _ figure: Figure, _ line: Span<UInt8>, _ change: Change, _ per: Range<Int>
  ) {
    let start = text.count
    writeValue(of: figure, line)
    let middle = text.count
    text.append(UInt8(ascii: "\t"))
    let unitStart = text.count
    if let unit = figure.unit {
      let names = rules.units.names
      text.append(escaping: names.span.extracting(rules.units[unit].name))
    } else {
      text.append(escaping: line.extracting(sentence.bytes(figure.unitRange)))
    }
    let unitEnd = text.count
    let sign = figure.sign ?? .equal
    text.append(UInt8(ascii: "\t"))
    text.append(sign.symbol)
    text.append(UInt8(ascii: "\t"))
    text.append(figure.kind.name)
    metrics.append(
      Metric(
        text: sentence.bytes(figure.range), value: start..<middle, unit: unitStart..<unitEnd,
        columns: start..<text.count, sign: sign, kind: figure.kind,
        per: sentence.bytes(per), change: change, label: sentence.bytes(figure.label),
        size: figure.size))
  }

  private mutating func writeValue(of figure: Figure, _ line: Span<UInt8>) {
    switch figure.form {
    case .number: figure.value.write(to: &text)
    case .range:
      figure.value.write(to: &text)
      text.append("..")
      figure.other.write(to: &text)
    case .fraction:
      figure.value.write(to: &text)
      text.append(UInt8(ascii: "/"))
      figure.other.write(to: &text)
    case .mask: text.append(line.extracting(sentence.bytes(figure.mask)))
    }
  }
}
