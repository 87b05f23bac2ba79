import Filters

/// A site's list of other texts, which follows a heading by the rule `related`.
extension DocumentJudge {
  /// What a line is that would stay: one of a site's list of other texts is in doubt.
  func listed(_ finding: Finding, _ record: borrowing Record) -> Finding {
    let isKept = finding.lineClass == .kept || finding.isUnknown
    guard isInList, isKept, !isSealed, record.kind != .section else { return finding }
    let rest = lines.trimmed.bytes
    return listed(finding, finding.isTrimmed ? rest.span : record.text)
  }

  private func listed(_ finding: Finding, _ text: Span<UInt8>) -> Finding {
    var found = Finding(
      lineClass: .doubtful, name: lines.rules.relatedName, isTrimmed: finding.isTrimmed)
    found.isWeak = lines.rules.mayBeListed(text)
    if found.isWeak { return found }
    // Titles of any matter go at the document's end alone, and so do the names of other sites, above what a site
    // says of itself.
    if !finding.isUnknown, !lines.rules.mayBeTitle(text) {
      guard lines.rules.menu.mayBeLink(text) else { return finding }
      found.name = lines.rules.ownerName
    }
    found.isHint = true
    found.isTail = true
    return found
  }
}

extension DebrisRules {
  /// Whether a text has a word that titles have.
  func isOfTitles(_ text: Span<UInt8>) -> Bool {
    var hits: [LiteralMatcher.Hit] = []
    _ = running.scan(text, into: &hits)
    return !hits.isEmpty
  }

  /// Whether a line may be a title of any matter: it is short, no sentence, label, heading or date, and nothing that a
  /// report ends with.
  func mayBeTitle(_ line: Span<UInt8>) -> Bool {
    let text = line.extracting(line.runningRange)
    guard text.count >= 18, text.count <= 120, !text.isNumberedHeading, !text.hasDate,
      text.isOneClause, !text.hasMark(of: ["。", "；", "："])
    else { return false }
    return !tailWords.contains { $0.weight < 0 && text.contains($0.text.span) }
  }

  /// Whether a line may be the title of another text: it is short, no sentence, label or heading, and says what titles say.
  func mayBeListed(_ line: Span<UInt8>) -> Bool {
    if line.count <= 150, line.hasBullet || line.isFileName { return true }
    let text = line.extracting(line.runningRange)
    guard text.count >= 12, text.count <= 150, !text.isNumberedHeading,
      !text.hasMark(of: ["。", "；", "，", "：", "！", "？"])
    else { return false }
    return isOfTitles(text)
  }
}

extension Span where Element == UInt8 {
  /// Whether one of the wide marks stands in the text.
  fileprivate func hasMark(of marks: [StaticString]) -> Bool {
    for place in indices where self[place] >= 0xE3 {
      for mark in marks where starts(with: mark, at: place) { return true }
    }
    return false
  }
}
