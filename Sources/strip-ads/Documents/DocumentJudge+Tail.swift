// What copies carry behind the report's end is advertising and furniture, but not each line of it says so. A line goes
// there, where nothing of the report follows, if
//
//     its words speak for advertising     and some line that went for what it is stands there
//     it is a row of a page's foot        likewise
//
// A short line that says nothing stays, for it may be a signature; but it does not keep what stands before it.

import Filters

/// The tail of advertising and furniture behind the report's end.
extension DocumentJudge {
  /// What stands behind the last line that stays for certain.
  struct Tail {
    /// How many lines went for what they are.
    var gone = 0
    /// How many of them are of a site's foot.
    var site = 0
  }

  /// Advertising or furniture went by the rule `name`.
  mutating func noteGone(_ name: Int) {
    tail.gone += 1
    if name == lines.rules.siteName { tail.site += 1 }
  }

  /// Whether what stands just before the record at hand went, or may go at the document's end.
  var mayBeTail: Bool {
    // What is printed on each page is out of sight.
    if isAfterDebris, isAfterAd { return true }
    for index in held.indices.reversed() {
      switch held[index].state {
      case .blank, .note, .removed: continue
      case .doubtful: return held[index].isTail || held[index].isWeak || !held[index].isHint
      case .row:
        let start = startOfGroup(endingAt: index)
        let points = points(ofGroup: start...index)
        return points > (held[start].followsDebris ? 0 : 1)
      case .foot: return true
      case .kept, .margin: return false
      }
    }
    return false
  }

  /// Holds a line of a tail until it is known whether the report goes on.
  mutating func holdTail(
    _ record: borrowing Record, _ finding: Finding, into output: inout Output
  ) throws(Failure) {
    if isSealed { return try keep(record, finding, into: &output) }
    let isBehindAd = followsAd
    if keptLines == 0, isAfterDebris, isBehindAd, finding.name == lines.rules.footName {
      return try remove(record, finding, .beside, into: &output)
    }
    if finding.name == lines.rules.footName { tail.site += 1 }
    isAfterDebris = false
    if finding.isUnknown { count(record, finding) }
    try hold(
      record,
      Held(
        state: .doubtful, reason: .tail, name: finding.name, isHint: true, isTail: true,
        isUnknown: finding.isUnknown, followsDebris: isBehindAd,
        isTrimmed: finding.isTrimmed), into: &output)
  }

  /// A row of navigation words that mean nothing alone stands in a tail.
  mutating func noteTail(_ index: Int) {
    held[index].isHint = true
    held[index].isTail = true
  }

  /// Holds a line of nothing but signs, such as ● ● ●, likewise.
  mutating func holdSigns(
    _ record: borrowing Record, _ finding: Finding, into output: inout Output
  ) throws(Failure) {
    // A row of pictures points to what is beside it.
    let isPictures = lines.folded.count == 0 && record.text.callsOut
    if keptLines == 0, !isPictures { return try keep(record, finding, into: &output) }
    let signs = Finding(
      lineClass: .doubtful, name: isPictures ? lines.rules.adName : lines.rules.navigationName,
      isTrimmed: finding.isTrimmed, isTail: !isPictures)
    try doubt(record, signs, into: &output)
  }

  /// Whether a line of the tail, or one that only names something, goes at the document's end.
  func goesAtEnd(_ index: Int) -> Bool {
    (held[index].name == lines.rules.ownerName ? tail.site : tail.gone) > 0
  }

  /// Counts the navigation rows near the end, which go too.
  mutating func countFoot() {
    for entry in held.reversed() {
      switch entry.state {
      case .kept, .margin, .row: return
      case .foot: tail.gone += 1
      case .blank, .doubtful, .note, .removed: continue
      }
    }
  }
}
