// The figures of a sentence: what starts at each of its numerals, and what is passed over.

extension MetricFinder {
  /// Reads all figures of the sentence.
  mutating func readFigures() {
    figures.removeAll(keepingCapacity: true)
    var figure = Figure(range: 0..<0, unitStart: 0)
    var floor = 0
    var i = 0
    while true {
      i = sentence.next(Role.opening.bit, from: i, before: sentence.count)
      guard i < sentence.count else { return }
      let skipped = skipEnd(at: i)
      guard sentence.has(.trigger, at: i) else {
        i = skipped ?? i + 1
        continue
      }
      switch rules.reader.read(sentence, at: i, floor: floor, into: &figure) {
      case .figure where skipped.map { goesOn(figure, behind: $0) } ?? true:
        if Clause.joins(sentence[figure.range.lowerBound - 1]) {
          rules.reader.readShared(sentence, before: figure, floor: floor, into: &figures)
        } else if sentence.allRoles & Role.listing.bit != 0, figure.form == .number {
          rules.reader.readNamed(sentence, before: figure, floor: floor, into: &figures)
        }
        figures.append(figure)
        floor = figure.range.upperBound
        i = floor
      case .figure: i = skipped ?? i + 1
      case .none(let resume): i = skipped ?? max(i + 1, resume)
      }
    }
  }

  /// Whether a figure only begins like a word that ends at `end`: the unit of 三公里 begins in 三公, and 一点 is no word in
  /// 一点五亿.
  private func goesOn(_ figure: Figure, behind end: Int) -> Bool {
    figure.range.upperBound > end
      && (figure.unitStart < end || HanNumeral.isPoint(sentence[end - 1]))
  }

  /// Past a phrase, a short quotation, a title of a document, or a label in brackets.
  @inline(__always) private func skipEnd(at i: Int) -> Int? {
    switch sentence[i] {
    case "“": return quotationEnd(at: i, closing: "”", most: 18)
    case "\"": return quotationEnd(at: i, closing: "\"", most: 14)
    case "《": return quotationEnd(at: i, closing: "》", most: 60)
    case "（", "(":
      guard let numeral = rules.reader.numerals.read(sentence, at: i + 1),
        sentence[numeral.end] == "）" || sentence[numeral.end] == ")"
      else { return nil }
      return numeral.end + 1
    case "<": return Clause.tagEnd(sentence, at: i)
    case "第": return FalseFigure.ordinalEnd(sentence, at: i, rules.reader)
    default: break
    }
    return rules.phrases.notFigures.match(sentence, at: i)?.range.upperBound
  }

  private func quotationEnd(at i: Int, closing: Glyph, most: Int) -> Int? {
    var p = i + 1
    while p < min(sentence.count, i + most) {
      if sentence[p] == closing { return p + 1 }
      if sentence.has(.border, at: p) { return nil }
      p += 1
    }
    return nil
  }
}
