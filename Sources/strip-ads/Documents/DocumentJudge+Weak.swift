import Filters

/// Lines for which too little speaks but between advertising: 快来看看吧 among calls to follow.
extension DocumentJudge {
  /// What a line is where it stands: one for which too little speaks stays unless it stands behind advertising.
  func settled(_ finding: Finding, _ record: borrowing Record) -> Finding {
    if finding.isUnknown {
      return makesNotice(record, finding)
        ? Finding(lineClass: .kept, isTrimmed: finding.isTrimmed) : finding
    }
    // A document's title only names its matter.
    let isTitle = finding.isHint && keptLines == 0
    guard finding.isWeak, isSealed || isTitle || !followsAd else { return finding }
    if isInList, !isSealed, mayBeTail {
      return Finding(
        lineClass: .doubtful, name: finding.name, isTrimmed: finding.isTrimmed, isHint: true,
        isTail: true)
    }
    return Finding(lineClass: .kept, isTrimmed: finding.isTrimmed)
  }

  /// Holds such a line until it is known what stands behind it.
  mutating func holdWeak(
    _ record: borrowing Record, _ finding: Finding, into output: inout Output
  ) throws(Failure) {
    isAfterDebris = false
    try hold(
      record,
      Held(
        state: .doubtful, name: finding.name, isWeak: true, followsDebris: true,
        isTrimmed: finding.isTrimmed),
      into: &output)
  }

  /// Whether advertising stands just before the record at hand, or such a line behind advertising.
  var followsAd: Bool {
    // What is printed on each page is out of sight.
    if isAfterDebris, isAfterAd { return true }
    for index in held.indices.reversed() {
      switch held[index].state {
      case .blank, .note, .removed: continue
      case .doubtful:
        return held[index].isWeak || held[index].isTail && held[index].followsDebris
      case .kept, .row, .foot, .margin: return false
      }
    }
    return false
  }

  /// Whether a line in doubt goes with what goes behind it.
  func canGo(_ index: Int, besideAd isAd: Bool) -> Bool { isAd || !held[index].isWeak }
}
