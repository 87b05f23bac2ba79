import Filters

/// Lines for which too little speaks but between advertising: 快来看看吧 among calls to follow.
extension DocumentJudge {
  /// What a line is where it stands: one for which too little speaks stays unless it stands behind advertising.
  func settled(_ finding: Finding) -> Finding {
    // A document's title only names its matter.
    let isTitle = finding.isHint && keptLines == 0
    guard finding.isWeak, isSealed || isTitle || !followsAd else { return finding }
    return Finding(lineClass: .kept, isTrimmed: finding.isTrimmed)
  }

  /// What a line is that would stay: one of a site's list of other texts is in doubt.
  func listed(_ finding: Finding, _ record: borrowing Record) -> Finding {
    guard isInList, finding.lineClass == .kept, !finding.isTrimmed, !isSealed,
      record.kind != .section, lines.rules.mayBeListed(record.text)
    else { return finding }
    return Finding(lineClass: .doubtful, name: lines.rules.relatedName, isWeak: true)
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
  private var followsAd: Bool {
    if isAfterDebris { return isAfterAd }
    for entry in held.reversed() {
      switch entry.state {
      case .blank, .note, .removed: continue
      case .doubtful: return entry.isWeak
      case .kept, .row, .foot, .margin: return false
      }
    }
    return false
  }

  /// Whether a line in doubt goes with what goes behind it.
  func canGo(_ index: Int, besideAd isAd: Bool) -> Bool { isAd || !held[index].isWeak }
}

extension DocumentJudge {
  /// Whether what stays of a line says that the document is a notice.
  func announces(_ record: borrowing Record, _ finding: Finding) -> Bool {
    guard finding.isTrimmed else { return lines.rules.notices.announces(record.text) }
    let rest = lines.trimmed.bytes
    return lines.rules.notices.announces(rest.span.extracting(0..<rest.span.endBeforeReturns))
  }
}

extension DebrisRules {
  /// Whether a line may be the title of another text: it is short, no sentence, label or heading, and says what titles say.
  func mayBeListed(_ line: Span<UInt8>) -> Bool {
    let text = line.extracting(line.runningRange)
    guard text.count >= 12, text.count <= 150, !text.isNumberedHeading else { return false }
    for place in text.indices where text[place] >= 0xE3 {
      for mark in ["。", "；", "，", "：", "！", "？"] as [StaticString]
      where text.starts(with: mark, at: place) {
        return false
      }
    }
    var hits: [LiteralMatcher.Hit] = []
    _ = running.scan(text, into: &hits)
    return !hits.isEmpty
  }
}
