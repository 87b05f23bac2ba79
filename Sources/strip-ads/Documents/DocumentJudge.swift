// What may stand above a page's text comes here when it is known whether it does (PageHead.swift).
//
// What is decided about a line waits for what follows it, as far as a window reaches:
//
//     blank lines     before debris stay, behind it go; at a document's head and end all go
//     doubtful        goes beside debris, and where nothing but debris follows to the end
//     navigation      goes in groups worth three points at the head, and near the foot; beside debris where it is
//                     worth a point, and between debris in any case
//     anything else   stays and settles what stands before it
//
// Debris itself is out of sight for all of this, so that a second run finds what the first one found. Where
// the window is full, what is in doubt stays, and so does what follows in doubt: a second run would fill
// the window in the same way.

import Filters

/// Decides which lines of a document stay, one line after the other.
struct DocumentJudge: ~Copyable {
  /// What reads single lines.
  var lines: LineJudge
  /// What writes decisions down.
  var scribe: Scribe
  /// What may stand above the page's text.
  var head = PageHead()
  /// It is not over.
  var hasHead = false
  /// The records that wait.
  var window = Window()
  /// What is known of each of them.
  var held: [Held] = []
  /// The lines that stood beside the borders of pages.
  var running = RunningLines()
  /// The last of them may be a footer: it is not known yet whether a border follows.
  var hasPending = false

  /// The last line that is not blank went.
  var isAfterDebris = false
  /// What went there was advertising, and no page's number.
  var isAfterAd = false
  /// What stands behind the last line that stays for certain.
  var tail = Tail()
  /// A site's list of other texts has begun, and no line of the report has come since.
  var isInList = false
  /// The same for the lines that have left the window.
  var dropsBlanks = false
  /// Nothing in doubt is removed until a line of the report comes, for the window was full.
  var isSealed = false
  /// A group of navigation rows is open at the window's end.
  var hasOpenGroup = false
  /// The last line that stays broke off in the middle of a sentence.
  private var isInSentence = false
  /// The document is the notice of an office.
  var isNotice = false
  /// Where the record at hand stands.
  var place = LinePlace()
  /// The lines that stay for certain.
  var keptLines = 0
  /// Their bytes.
  var keptBytes = 0
  /// How many of them are still held.
  var heldKept = 0
  /// One of them was a paragraph.
  var hasBody = false
  /// A line that stays has left the window.
  var hasWritten = false

  /// The score that a doubtful line needs at a document's very beginning, where its title is.
  private static let headScore = 80

  /// A judge by `rules` whose decisions `scribe` writes down.
  init(_ rules: DebrisRules, _ scribe: Scribe) {
    lines = LineJudge(rules)
    self.scribe = scribe
  }

  /// Begins a document.
  mutating func open(_ document: borrowing Document, into output: inout Output) throws(Failure) {
    head.removeAll()
    hasHead = true
    window.removeAll()
    held.removeAll(keepingCapacity: true)
    running.removeAll()
    hasPending = false
    isAfterDebris = false
    isAfterAd = false
    isInList = false
    tail = Tail()
    dropsBlanks = false
    isSealed = false
    isInSentence = false
    isNotice = false
    place = LinePlace()
    hasOpenGroup = false
    keptLines = 0
    keptBytes = 0
    heldKept = 0
    hasBody = false
    hasWritten = false
    try scribe.open(document, into: &output)
  }

  /// Takes one record.
  mutating func receive(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    if hasHead, try holdHead(record, into: &output) { return }
    try judge(record, into: &output)
  }

  /// Judges one record.
  mutating func judge(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    scribe.see(record)
    guard record.kind.isAnnotated else { return try note(record, into: &output) }
    if record.kind == .section {
      return try keep(record, Finding(lineClass: .kept), into: &output)
    }
    // What an office writes in a notice does not stand behind what its site says of itself.
    place = LinePlace(
      isRest: isInSentence, isFirst: keptLines == 0, isNotice: isNotice && tail.site == 0,
      followsAd: mayBeTail)
    lines.place = place
    var finding = lines.read(record.text)
    if isInList || finding.isWeak || finding.isUnknown {
      finding = settled(listed(finding, record), record)
    }
    if try keepRest(record, finding, into: &output) { return }
    switch finding.lineClass {
    case .kept:
      let isNew = makesNotice(record, finding)
      if isNew { isNotice = true }
      // The first line that says so is no running one, but may be the title.
      if !isNew || keptLines == 0, try takeMargin(record, finding, into: &output) { return }
      try keep(record, finding, into: &output)
    case .blank: try holdBlank(record, into: &output)
    case .debris:
      if finding.name == lines.rules.pageName { meetBorder(number: lines.pageNumber) }
      try remove(record, finding, .itself, into: &output)
    case .doubtful: try doubt(record, finding, into: &output)
    case .navigation: try navigate(record, finding, into: &output)
    }
  }

  /// Keeps the rest of a sentence that the line before broke off, whatever its words are; true if it is one.
  ///
  /// In text out of a PDF file 公众号留言。 may be such a rest. Page numbers go from between the two.
  private mutating func keepRest(
    _ record: borrowing Record, _ finding: Finding, into output: inout Output
  ) throws(Failure) -> Bool {
    switch finding.lineClass {
    case .debris where finding.name == lines.rules.pageName: return false
    case .kept: isInSentence = breaksOff(record, finding)
    case .debris, .doubtful: isInSentence = place.isRest && breaksOff(record, finding)
    case .blank, .navigation: isInSentence = false
    }
    guard place.isRest, finding.lineClass == .debris || finding.lineClass == .doubtful,
      finding.name != lines.rules.markName
    else { return false }
    try keep(record, finding, into: &output)
    return true
  }

  /// Whether what stays of a line ends in the middle of a sentence.
  private func breaksOff(_ record: borrowing Record, _ finding: Finding) -> Bool {
    guard finding.isTrimmed else { return record.text.breaksOff }
    let rest = lines.trimmed.bytes
    return rest.span.breaksOff
  }

  // MARK: Classes of lines

  mutating func keep(
    _ record: borrowing Record, _ finding: Finding, into output: inout Output
  ) throws(Failure) {
    leaveBorder()
    closeGroup()
    isSealed = false
    settleDoubts()
    isAfterDebris = false
    isInList = false
    tail = Tail()
    if !window.isEmpty, window.hasRoom(for: record), hasOnlyBlanks {
      // What most lines meet: no need to hold them for that.
      try writeBlanks(into: &output)
    }
    count(record, finding)
    if !window.isEmpty {
      heldKept += 1
      try hold(record, Held(state: .kept, isTrimmed: finding.isTrimmed), into: &output)
      return try flush(into: &output)
    }
    dropsBlanks = false
    hasWritten = true
    try scribe.keep(record, isTrimmed: finding.isTrimmed, &lines, into: &output)
  }

  private var hasOnlyBlanks: Bool {
    for index in held.indices where held[index].state != .blank { return false }
    return true
  }

  /// Writes down the blank lines that are all that is held before a line that stays.
  private mutating func writeBlanks(into output: inout Output) throws(Failure) {
    for index in held.indices {
      if dropsBlanks { held[index].state = .removed }
      try write(index, into: &output)
    }
    window.removeAll()
    held.removeAll(keepingCapacity: true)
  }

  private mutating func holdBlank(
    _ record: borrowing Record, into output: inout Output
  ) throws(Failure) {
    if window.isEmpty, isAfterDebris {
      return try scribe.remove(record, scribe.blankName, .blank, &lines, into: &output)
    }
    // An over-long run of blank lines stays whole.
    if window.isEmpty, isSealed {
      return try scribe.keep(record, isTrimmed: false, &lines, into: &output)
    }
    try hold(
      record,
      Held(state: isAfterDebris ? .removed : .blank, reason: .blank, name: scribe.blankName),
      into: &output)
  }

  /// Removes a record, and what is in doubt beside it.
  mutating func remove(
    _ record: borrowing Record, _ finding: Finding, _ reason: Reason, into output: inout Output
  ) throws(Failure) {
    let isAd = lines.rules.isAdvertising(finding.name)
    if !isSealed { removeNeighbours(ofAd: isAd) }
    isAfterDebris = true
    isAfterAd = isAd
    if isAd { noteGone(finding.name) }
    if finding.name == lines.rules.relatedName { isInList = true }
    if keptLines == 0 { removeHead() }
    if window.isEmpty {
      dropsBlanks = true
      return try scribe.remove(record, finding.name, reason, &lines, into: &output)
    }
    if scribe.needsRemoved {
      if !window.hasRoom(for: record) { try compact(into: &output) }
      if window.hasRoom(for: record) {
        try hold(
          record, Held(state: .removed, reason: reason, name: finding.name), into: &output)
      } else {
        try scribe.remove(record, finding.name, reason, &lines, into: &output)
      }
    } else {
      try scribe.remove(record, finding.name, reason, &lines, into: &output)
    }
    try flush(into: &output)
  }

  mutating func doubt(
    _ record: borrowing Record, _ finding: Finding, into output: inout Output
  ) throws(Failure) {
    leaveBorder()
    closeGroup()
    if finding.isTail { return try holdTail(record, finding, into: &output) }
    if finding.isWeak { return try holdWeak(record, finding, into: &output) }
    if isSealed { return try keepSealed(record, finding, into: &output) }
    if isAfterDebris { return try remove(record, finding, .beside, into: &output) }
    if keptLines == 0, !hasDoubts, !finding.isHint, finding.score >= Self.headScore {
      return try remove(record, finding, .head, into: &output)
    }
    isAfterDebris = false
    try hold(
      record,
      Held(
        state: .doubtful, name: finding.name, isHint: finding.isHint, isTrimmed: finding.isTrimmed),
      into: &output)
  }

  /// Keeps a line in doubt because the window was full of such lines.
  mutating func keepSealed(
    _ record: borrowing Record, _ finding: Finding, into output: inout Output
  ) throws(Failure) {
    try keep(record, finding, into: &output)
    isSealed = true
  }
}
