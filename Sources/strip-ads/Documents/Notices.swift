import Filters

/// By which lines at its head a document is known as the notice of an office.
struct Notices: Sendable {
  private struct Ending {
    var text: [UInt8]
    /// True if a colon must follow, as in 各有关单位：.
    var hasColon: Bool
  }

  private var endings: [Ending] = []

  /// The longest line that is looked at: a title, or whom it is for.
  private static let longestLine = 180

  /// Adds what such a line ends with.
  mutating func add(ending: [UInt8]) {
    let end = ending.span.countWithoutColon
    endings.append(Ending(text: Array(ending[..<end]), hasColon: end < ending.count))
  }

  /// Whether `line` is the title of a notice, or says whom it is for.
  func announces(_ line: Span<UInt8>) -> Bool {
    if endings.isEmpty || line.count > Self.longestLine { return false }
    let start = line.indexOfTrimmedStart()
    let whole = line.extracting(start..<line.indexOfTrimmedEnd(from: start))
    let end = whole.countWithoutColon
    for ending in endings where ending.hasColon == (end < whole.count) {
      if whole.starts(with: ending.text.span, at: end - ending.text.count) { return true }
    }
    return false
  }
}

extension DocumentJudge {
  /// A notice says that it is one, and whom it is for, in so many lines.
  private static var noticeLines: Int { 10 }

  /// Whether a line that stays is the first to say that the document is a notice.
  func makesNotice(_ record: borrowing Record, _ finding: Finding) -> Bool {
    guard !isNotice, keptLines < Self.noticeLines, announces(record, finding) else { return false }
    // Those in doubt may stay; a second run, which finds no more of them before the line, must not find it too late.
    return keptLines + held.count { $0.isInDoubt } < Self.noticeLines
  }

  /// Whether what stays of a line says that the document is a notice.
  func announces(_ record: borrowing Record, _ finding: Finding) -> Bool {
    guard finding.isTrimmed else { return lines.rules.notices.announces(record.text) }
    let rest = lines.trimmed.bytes
    return lines.rules.notices.announces(rest.span.extracting(0..<rest.span.endBeforeReturns))
  }
}

extension Span where Element == UInt8 {
  /// How much of the text there is without the colon at its end.
  fileprivate var countWithoutColon: Int {
    if let last = indices.last, self[last] == UInt8(ascii: ":") { return last }
    return starts(with: "：", at: count - 3) ? count - 3 : count
  }
}
