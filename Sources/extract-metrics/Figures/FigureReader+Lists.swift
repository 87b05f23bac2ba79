// Numerals that share the unit of the last of them: 分别为11、24、35微克.

extension FigureReader {
  /// The most numerals before the last.
  private static let mostShared = 8

  /// Adds the numerals of a list before the figure that ends it, where 分别 tells that each of them is one, or the unit
  /// is of differences.
  func readShared(
    _ sentence: borrowing Sentence, before last: Figure, floor: Int, into figures: inout [Figure]
  ) {
    var start = last.range.lowerBound
    guard start > floor + 1, Clause.joins(sentence[start - 1]), sentence[start - 2].digit != nil,
      last.form == .number, last.noun.isEmpty, last.unit.map({ units[$0].factor == 1 }) ?? true,
      numberEnd(sentence, from: start) == last.unitStart
    else { return }
    let first = figures.count
    while figures.count - first < Self.mostShared, start > floor + 1,
      Clause.joins(sentence[start - 1]),
      let begin = numberStart(sentence, before: start - 1, floor: floor)
    {
      var numeral = Numeral(end: begin, value: .zero)
      guard numerals.read(sentence, at: begin, into: &numeral), numeral.end == start - 1,
        numeral.upper == nil
      else { break }
      var figure = Figure(range: begin..<numeral.end, unitStart: numeral.end)
      figure.value = numeral.value
      figure.unit = last.unit
      figure.unitRange = last.unitRange
      figure.kind = last.kind
      figures.append(figure)
      start = begin
    }
    let isDifference = sentence[last.range.upperBound - 1] == "点" && last.kind == .percent
    let clause = Clause.start(sentence, before: start, floor: floor)
    guard isDifference || Clause.hasRespectively(sentence, clause..<start) else {
      figures.removeLast(figures.count - first)
      return
    }
    figures[first...].reverse()
  }

  /// Adds the numerals of a list of names before the figure that ends it: 养牛9、养羊12、养鹿3|户.
  func readNamed(
    _ sentence: borrowing Sentence, before last: Figure, floor: Int, into figures: inout [Figure]
  ) {
    let start = last.range.lowerBound
    guard last.noun.isEmpty, last.unit.map({ units[$0].factor == 1 }) ?? false else { return }
    var name = nameStart(sentence, before: start, floor: floor)..<start
    guard name.count > 1, sentence[name.lowerBound - 1] == "、",
      sentence[name.lowerBound - 2].digit != nil, numberEnd(sentence, from: start) == last.unitStart
    else { return }
    let first = figures.count
    while figures.count - first < Self.mostShared, sentence[name.lowerBound - 1] == "、",
      let begin = numberStart(sentence, before: name.lowerBound - 1, floor: floor),
      isNamed(sentence, begin)
    {
      let before = nameStart(sentence, before: begin, floor: floor)..<begin
      var numeral = Numeral(end: begin, value: .zero)
      // 1号楼、2号楼 and 项目1、项目2 are numbered.
      guard before.count > 1, !isSame(sentence, before, name),
        numerals.read(sentence, at: begin, into: &numeral), numeral.end == name.lowerBound - 1,
        numeral.upper == nil
      else { break }
      var figure = Figure(range: begin..<numeral.end, unitStart: numeral.end)
      figure.value = numeral.value
      figure.unit = last.unit
      figure.kind = last.kind
      figures.append(figure)
      name = before
    }
    figures[first...].reverse()
  }

  /// Where the Chinese characters start that end at `end`, none of a numeral.
  private func nameStart(_ sentence: borrowing Sentence, before end: Int, floor: Int) -> Int {
    var p = end
    while p > floor, end - p < 9, sentence[p - 1].isHan, !sentence.has(.trigger, at: p - 1) {
      p -= 1
    }
    return p
  }

  private func isSame(_ sentence: borrowing Sentence, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { sentence[$0] == sentence[$1] }
  }

  /// Where the digits that start at `i` end, with a point among them.
  private func numberEnd(_ sentence: borrowing Sentence, from i: Int) -> Int {
    var p = i
    while sentence[p].digit != nil || sentence[p] == "." && sentence[p + 1].digit != nil { p += 1 }
    return p
  }

  /// Where a number of digits that ends at `end` starts; nil where none does, or it is part of a code.
  private func numberStart(_ sentence: borrowing Sentence, before end: Int, floor: Int) -> Int? {
    var p = end
    while p > floor,
      sentence[p - 1].digit != nil
        || sentence[p - 1] == "." && p < end && sentence[p - 2].digit != nil
    {
      p -= 1
    }
    let before = sentence[p - 1]
    guard p < end, p > floor, before.isHan || Clause.joins(before) || before.isBlank,
      !FalseFigure.isOrdinal(sentence, before: p, phrases)
    else { return nil }
    return p
  }
}
