import Filters

/// Lines at the head and the foot of pages, which may come back on the next one.
extension DocumentJudge {
  /// Longer lines are not looked at.
  private static var longestMargin: Int { 160 }

  /// Takes a line that would stay, if it may be a running one; false where it cannot be.
  mutating func takeMargin(
    _ record: borrowing Record, _ finding: Finding, into output: inout Output
  ) throws(Failure) -> Bool {
    guard record.kind != .section, record.text.count <= Self.longestMargin else { return false }
    if record.text.hasFormFeed { meetBorder(number: nil) }
    if keptLines == 0 {
      let rest = lines.trimmed.bytes
      running.note(title: finding.isTrimmed ? rest.span : record.text)
      return false
    }
    guard !isSealed else { return false }
    // Of most short lines nothing is copied: a look at them tells that they are sentences or labels.
    if !finding.isTrimmed, !running.hasShape(record.text) { return false }
    guard let line = marginText(record, finding), running.mayRun(line.text.span, lines.rules)
    else { return false }
    closeGroup()
    // What is in doubt before it hangs on it as a line of the report.
    if hasDoubts { return false }
    settlePending()
    var entry = 0
    var runs = false
    if let number = line.number {
      (entry, runs) = running.meet(line.text.span, .numbered, number: number, lines: keptLines)
    } else if running.isAtBorder {
      (entry, runs) = running.meet(line.text.span, .header, lines: keptLines)
    }
    if runs {
      removeMargins(of: entry)
      let name = lines.rules.runningName
      try remove(record, Finding(lineClass: .debris, name: name), .repeated, into: &output)
      return true
    }
    running.leaveBorder()
    isAfterDebris = false
    tail = Tail()
    hasPending = entry == 0
    try hold(
      record,
      Held(
        state: .margin, reason: .repeated, name: lines.rules.runningName, entry: entry,
        isTrimmed: finding.isTrimmed), into: &output)
    return true
  }

  /// What a line says besides its page's number, which may stand in it.
  private mutating func marginText(
    _ record: borrowing Record, _ finding: Finding
  ) -> (text: [UInt8], number: Int?)? {
    if finding.isTrimmed {
      let page = lines.trimmed.cuts.first { $0.name == lines.rules.pageName }
      guard let page, let number = record.text.extracting(page.range).firstPageNumber
      else { return nil }
      meetBorder(number: number)
      return (lines.trimmed.bytes, number)
    }
    if let page = record.text.pageNumbered {
      return (Array(copying: record.text.extracting(page.rest)), page.number)
    }
    return (Array(copying: record.text), nil)
  }

  /// A page's border stands here; what stands just before it is at the page's foot.
  mutating func meetBorder(number: Int?) {
    running.meetBorder(number: number)
    if hasPending {
      hasPending = false
      if let index = held.lastIndex(where: { $0.state == .margin && $0.entry == 0 }) {
        let text = Array(copying: window.record(at: index).text)
        let (entry, runs) = running.meet(text.span, .footer, lines: keptLines)
        held[index].entry = entry
        if runs { removeMargins(of: entry) }
      }
    }
    for index in held.indices
    where held[index].state == .margin && running.isStale(held[index].entry) {
      stays(index)
    }
  }

  /// A line of the report stands here.
  mutating func leaveBorder() {
    running.leaveBorder()
    settlePending()
  }

  /// What did not stand before a border is no footer.
  private mutating func settlePending() {
    guard hasPending else { return }
    hasPending = false
    for index in held.indices where held[index].state == .margin && held[index].entry == 0 {
      stays(index)
    }
  }

  private mutating func removeMargins(of entry: Int) {
    for index in held.indices where held[index].state == .margin && held[index].entry == entry {
      goes(index, .repeated)
    }
  }

  /// All lines that might have come back stay.
  mutating func settleMargins() {
    hasPending = false
    for index in held.indices where held[index].state == .margin { stays(index) }
  }

  /// True if such a line is held.
  var hasMargins: Bool { held.contains { $0.state == .margin } }
}
