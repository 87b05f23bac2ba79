import Filters

/// Rows of navigation words, which go in groups.
extension DocumentJudge {
  /// The document's head reaches so far at most, and not beyond the first paragraph.
  private static var headLines: Int { 30 }
  private static var headBytes: Int { 1600 }

  /// What a group of navigation rows must be worth.
  private static var groupPoints: Int { 3 }
  /// How many words a row must have to go by itself.
  private static var rowWords: Int { 3 }

  /// A row goes by itself, or waits for what the group is worth that it is part of.
  mutating func navigate(
    _ record: borrowing Record, _ finding: Finding, into output: inout Output
  ) throws(Failure) {
    let row = finding.row
    if row.hasDate, keptLines > 0 { return try keep(record, finding, into: &output) }
    if row.points >= Self.groupPoints, row.words >= Self.rowWords {
      return try remove(record, finding, .itself, into: &output)
    }
    if isSealed { return try keepSealed(record, finding, into: &output) }
    if row.headsList, row.words == 1, keptLines > 0 { isInList = true }
    if row.words == 0, !hasOpenGroup { return try holdSigns(record, finding, into: &output) }
    if isAfterDebris, row.points > 0 {
      return try remove(record, finding, .beside, into: &output)
    }
    let followsDebris = isAfterDebris
    isAfterDebris = false
    leaveBorder()
    hasOpenGroup = true
    try hold(
      record,
      Held(
        state: .row, name: finding.name, points: row.points, followsDebris: followsDebris,
        lines: keptLines, bytes: keptBytes, isTrimmed: finding.isTrimmed), into: &output)
  }

  /// Where the group begins that ends with the record `end`.
  func startOfGroup(endingAt end: Int) -> Int {
    var start = end
    var index = end
    while index > 0 {
      index -= 1
      switch held[index].state {
      case .row: start = index
      case .blank, .note, .removed: continue
      case .kept, .doubtful, .foot, .margin: return start
      }
    }
    return start
  }

  /// What the rows of a group are worth together.
  func points(ofGroup range: ClosedRange<Int>) -> Int {
    var points = 0
    for index in range where held[index].state == .row { points += held[index].points }
    return points
  }

  mutating func removeGroup(_ range: ClosedRange<Int>) {
    for index in range where held[index].state == .row { goes(index, .group) }
    noteGone(lines.rules.navigationName)
    hasOpenGroup = false
    isAfterDebris = true
    isAfterAd = true
  }

  /// The group of navigation rows is whole: what it is worth is known.
  mutating func closeGroup() {
    guard hasOpenGroup else { return }
    hasOpenGroup = false
    guard let end = held.lastIndex(where: { $0.state == .row }) else { return }
    let start = startOfGroup(endingAt: end)
    let points = points(ofGroup: start...end)
    if points < Self.groupPoints, points > 0, held[start].followsDebris {
      removeGroup(start...end)
      if keptLines == 0 { removeHead() }
    } else if points < Self.groupPoints {
      for index in start...end where held[index].state == .row {
        held[index].state = points > 0 || tail.gone > 0 ? .doubtful : .kept
        if points == 0, tail.gone > 0 {
          noteTail(index)
        } else if points == 0 {
          stays(index)
        }
      }
    } else if !hasBody, keptLines <= Self.headLines, keptBytes <= Self.headBytes {
      removeGroup(start...end)
      removeNeighbours(before: start)
      if keptLines == 0 { removeHead() }
    } else {
      for index in start...end where held[index].state == .row { held[index].state = .foot }
    }
  }
}
