// What is decided about a line waits for what follows it, as far as a window reaches:
//
//     blank lines     before debris stay, behind it go; at a document's head and end all go
//     doubtful        goes beside debris, and where nothing but debris follows to the end
//     navigation      goes in groups worth three points at the head, and near the foot
//     anything else   stays and settles what stands before it
//
// Debris itself is out of sight for all of this, so that a second run finds what the first one found. Where
// the window is full, what is in doubt stays, and so does what follows in doubt: a second run would fill
// the window in the same way.

import Filters

/// Decides which lines of a document stay, one line after the other.
struct DocumentJudge: ~Copyable {
  private var lines: LineJudge
  private var scribe: Scribe
  private var window = Window()
  private var held: [Held] = []

  /// The last line that is not blank went.
  private var isAfterDebris = false
  /// The same for the lines that have left the window.
  private var dropsBlanks = false
  /// Nothing in doubt is removed until a line of the report comes, for the window was full.
  private var isSealed = false
  /// A group of navigation rows is open at the window's end.
  private var hasOpenGroup = false
  /// The lines and bytes that stay for certain.
  private var keptLines = 0
  private var keptBytes = 0
  /// How many of them are still held.
  private var heldKept = 0
  /// A line that stays has left the window.
  private var hasWritten = false

  /// The document's head reaches so far, and its foot begins so far before its end.
  private static let headLines = 15
  private static let headBytes = 1200
  private static let footLines = 12
  private static let footBytes = 1200
  /// What a group of navigation rows must be worth, and how many words a row must have to go by itself.
  private static let groupPoints = 3
  private static let rowWords = 3
  /// The score that a doubtful line needs at a document's very beginning, where its title is.
  private static let headScore = 80

  /// A judge by `rules` whose decisions `scribe` writes down.
  init(_ rules: DebrisRules, _ scribe: Scribe) {
    lines = LineJudge(rules)
    self.scribe = scribe
  }

  /// Begins a document.
  mutating func open(_ document: borrowing Document, into output: inout Output) throws(Failure) {
    window.removeAll()
    held.removeAll(keepingCapacity: true)
    isAfterDebris = false
    dropsBlanks = false
    isSealed = false
    hasOpenGroup = false
    keptLines = 0
    keptBytes = 0
    heldKept = 0
    hasWritten = false
    try scribe.open(document, into: &output)
  }

  /// Judges one record.
  mutating func receive(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    guard record.kind.isAnnotated else { return try note(record, into: &output) }
    if record.kind == .section {
      return try keep(record, Finding(lineClass: .kept), into: &output)
    }
    let finding = lines.read(record.text)
    switch finding.lineClass {
    case .kept: try keep(record, finding, into: &output)
    case .blank: try holdBlank(record, into: &output)
    case .debris: try remove(record, finding, into: &output)
    case .doubtful: try doubt(record, finding, into: &output)
    case .navigation: try navigate(record, finding, into: &output)
    }
  }

  // MARK: Classes of lines

  private mutating func note(_ record: borrowing Record, into output: inout Output) throws(Failure)
  {
    if window.isEmpty { return try scribe.note(record, into: &output) }
    try hold(record, Held(state: .note), into: &output)
  }

  private mutating func keep(
    _ record: borrowing Record, _ finding: Finding, into output: inout Output
  ) throws(Failure) {
    closeGroup()
    isSealed = false
    settleDoubts()
    isAfterDebris = false
    if !window.isEmpty, window.hasRoom(for: record), hasOnlyBlanks {
      // What most lines meet: no need to hold them for that.
      try writeBlanks(into: &output)
    }
    if !window.isEmpty {
      heldKept += 1
      try hold(record, Held(state: .kept, isTrimmed: finding.isTrimmed), into: &output)
      count(record)
      return try flush(into: &output)
    }
    count(record)
    dropsBlanks = false
    hasWritten = true
    try scribe.keep(record, finding.isTrimmed ? lines.trimmed : nil, into: &output)
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

  private mutating func count(_ record: borrowing Record) {
    keptLines += 1
    keptBytes += record.text.count
  }

  private mutating func holdBlank(
    _ record: borrowing Record, into output: inout Output
  ) throws(Failure) {
    if window.isEmpty, isAfterDebris { return try scribe.removeBlank(record, into: &output) }
    // An over-long run of blank lines stays whole.
    if window.isEmpty, isSealed { return try scribe.keep(record, nil, into: &output) }
    try hold(
      record, Held(state: isAfterDebris ? .removed : .blank, name: scribe.blankName), into: &output)
  }

  private mutating func remove(
    _ record: borrowing Record, _ finding: Finding, into output: inout Output
  ) throws(Failure) {
    if !isSealed { removeNeighbours() }
    isAfterDebris = true
    if keptLines == 0 { removeHead() }
    if window.isEmpty {
      dropsBlanks = true
      return try scribe.remove(record, finding.name, into: &output)
    }
    if scribe.needsRemoved {
      if !window.hasRoom(for: record) { try compact(into: &output) }
      if window.hasRoom(for: record) {
        try hold(record, Held(state: .removed, name: finding.name), into: &output)
      } else {
        try scribe.remove(record, finding.name, into: &output)
      }
    } else {
      try scribe.remove(record, finding.name, into: &output)
    }
    try flush(into: &output)
  }

  private mutating func doubt(
    _ record: borrowing Record, _ finding: Finding, into output: inout Output
  ) throws(Failure) {
    closeGroup()
    if isSealed { return try keepSealed(record, finding, into: &output) }
    if isAfterDebris || (keptLines == 0 && !hasDoubts && finding.score >= Self.headScore) {
      return try remove(record, finding, into: &output)
    }
    isAfterDebris = false
    try hold(
      record, Held(state: .doubtful, name: finding.name, isTrimmed: finding.isTrimmed),
      into: &output)
  }

  private mutating func navigate(
    _ record: borrowing Record, _ finding: Finding, into output: inout Output
  ) throws(Failure) {
    let row = finding.row
    if row.points >= Self.groupPoints, row.words >= Self.rowWords {
      return try remove(record, finding, into: &output)
    }
    if isSealed { return try keepSealed(record, finding, into: &output) }
    if row.words == 0, !hasOpenGroup { return try keep(record, finding, into: &output) }
    if isAfterDebris, row.points > 0 { return try remove(record, finding, into: &output) }
    isAfterDebris = false
    hasOpenGroup = true
    try hold(
      record,
      Held(
        state: .row, name: finding.name, points: row.points, lines: keptLines, bytes: keptBytes,
        isTrimmed: finding.isTrimmed), into: &output)
  }

  /// Keeps a line in doubt because the window was full of such lines.
  private mutating func keepSealed(
    _ record: borrowing Record, _ finding: Finding, into output: inout Output
  ) throws(Failure) {
    try keep(record, finding, into: &output)
    isSealed = true
  }

  // MARK: What a line means for those before it

  private var hasDoubts: Bool {
    held.contains { $0.state == .doubtful || $0.state == .row || $0.state == .foot }
  }

  /// What is still in doubt stays, for a line of the report follows.
  private mutating func settleDoubts() {
    for index in held.indices where held[index].state == .doubtful {
      held[index].state = .kept
      heldKept += 1
      keptLines += 1
    }
  }

  /// What is in doubt just before debris goes with it.
  private mutating func removeNeighbours() {
    var index = held.count
    while index > 0 {
      index -= 1
      switch held[index].state {
      case .blank, .note, .removed: continue
      case .doubtful: held[index].state = .removed
      case .row:
        // The whole open group goes, or nothing of it.
        let start = startOfGroup(endingAt: index)
        guard held[start...index].contains(where: { $0.points > 0 }) else { return }
        removeGroup(start...index)
        index = start
      case .kept, .foot: return
      }
    }
  }

  private func startOfGroup(endingAt end: Int) -> Int {
    var start = end
    var index = end
    while index > 0 {
      index -= 1
      switch held[index].state {
      case .row: start = index
      case .blank, .note, .removed: continue
      case .kept, .doubtful, .foot: return start
      }
    }
    return start
  }

  private mutating func removeGroup(_ range: ClosedRange<Int>) {
    for index in range where held[index].state == .row { held[index].state = .removed }
    hasOpenGroup = false
  }

  /// The blank lines at the very beginning go with debris.
  private mutating func removeHead() {
    for index in held.indices {
      if held[index].state == .blank { held[index].state = .removed }
      guard held[index].state == .removed || held[index].state == .note else { return }
    }
  }

  /// The group of navigation rows is whole: what it is worth is known.
  private mutating func closeGroup() {
    guard hasOpenGroup else { return }
    hasOpenGroup = false
    guard let end = held.lastIndex(where: { $0.state == .row }) else { return }
    let start = startOfGroup(endingAt: end)
    var points = 0
    for index in start...end where held[index].state == .row { points += held[index].points }
    if points < Self.groupPoints {
      for index in start...end where held[index].state == .row {
        held[index].state = points > 0 ? .doubtful : .kept
        if points == 0 {
          heldKept += 1
          keptLines += 1
        }
      }
    } else if keptLines <= Self.headLines, keptBytes <= Self.headBytes {
      removeGroup(start...end)
      removeNeighbours(before: start)
      isAfterDebris = true
      if keptLines == 0 { removeHead() }
    } else {
      for index in start...end where held[index].state == .row { held[index].state = .foot }
    }
  }

  private mutating func removeNeighbours(before start: Int) {
    var index = start
    while index > 0 {
      index -= 1
      switch held[index].state {
      case .blank, .note, .removed: continue
      case .doubtful: held[index].state = .removed
      case .row, .kept, .foot: return
      }
    }
  }

  // MARK: The window

  private mutating func hold(
    _ record: borrowing Record, _ entry: Held, into output: inout Output
  ) throws(Failure) {
    if !window.hasRoom(for: record) { try compact(into: &output) }
    if !window.hasRoom(for: record) {
      try giveUp(into: &output)
      // What is in doubt now stays as those before it did.
      var entry = entry
      if entry.state == .doubtful || entry.state == .row || entry.state == .blank {
        if entry.state != .blank { keptLines += 1 }
        entry.state = .kept
        heldKept += 1
      }
      window.append(record)
      held.append(entry)
      if entry.state == .kept || entry.state == .note { try flush(into: &output) }
      return
    }
    window.append(record)
    held.append(entry)
  }

  /// The window is full: all that is in doubt stays.
  private mutating func giveUp(into output: inout Output) throws(Failure) {
    for index in held.indices {
      switch held[index].state {
      case .blank, .doubtful, .row, .foot:
        held[index].state = .kept
        heldKept += 1
      case .kept, .removed, .note: break
      }
    }
    hasOpenGroup = false
    isSealed = true
    isAfterDebris = false
    try flush(into: &output)
  }

  /// Makes room by writing down what is to be removed, before what stands ahead of it.
  private mutating func compact(into output: inout Output) throws(Failure) {
    guard held.contains(where: { $0.state == .removed }) else { return }
    var rest = Window()
    var entries: [Held] = []
    for index in held.indices {
      if held[index].state == .removed {
        try Self.write(held[index], window, index, &lines, &scribe, into: &output)
      } else {
        rest.append(window.record(at: index))
        entries.append(held[index])
      }
    }
    window = rest
    held = entries
  }

  /// Writes down what is decided, as far as nothing before it is not.
  private mutating func flush(into output: inout Output) throws(Failure) {
    var count = 0
    loop: while count < held.count {
      switch held[count].state {
      case .kept, .removed, .note: break
      case .blank:
        if dropsBlanks {
          held[count].state = .removed
        } else if hasWritten || isHeadSettled(from: count) {
          guard heldKept > 0 else { break loop }
        } else {
          break loop
        }
      case .foot:
        let entry = held[count]
        guard keptLines - entry.lines > Self.footLines || keptBytes - entry.bytes > Self.footBytes
        else { break loop }
        held[count].state = .kept
        heldKept += 1
      case .doubtful, .row: break loop
      }
      try write(count, into: &output)
      count += 1
    }
    if count == held.count {
      window.removeAll()
      held.removeAll(keepingCapacity: true)
    } else {
      window.removeFirst(count)
      held.removeFirst(count)
    }
  }

  /// At the head blank lines stay only if the first line that is not blank stays.
  private func isHeadSettled(from start: Int) -> Bool {
    for index in start..<held.count where held[index].state != .blank && held[index].state != .note
    {
      return held[index].state == .kept
    }
    return false
  }

  private mutating func write(_ index: Int, into output: inout Output) throws(Failure) {
    let entry = held[index]
    if entry.state == .kept {
      heldKept -= 1
      hasWritten = true
      dropsBlanks = false
    } else if entry.state == .removed, entry.name != scribe.blankName {
      dropsBlanks = true
    }
    try Self.write(entry, window, index, &lines, &scribe, into: &output)
  }

  private static func write(
    _ entry: Held, _ window: borrowing Window, _ index: Int, _ lines: inout LineJudge,
    _ scribe: inout Scribe, into output: inout Output
  ) throws(Failure) {
    let record = window.record(at: index)
    switch entry.state {
    case .removed: try scribe.remove(record, entry.name, into: &output)
    case .note: try scribe.note(record, into: &output)
    case .kept, .blank, .doubtful, .row, .foot:
      if entry.isTrimmed { _ = lines.read(record.text) }
      try scribe.keep(record, entry.isTrimmed ? lines.trimmed : nil, into: &output)
    }
  }

  /// The document ends: what is held is decided and written down.
  mutating func close(_ ending: borrowing Ending, into output: inout Output) throws(Failure) {
    closeGroup()
    if ending == .ok { removeFoot() }
    for index in held.indices where held[index].state == .doubtful || held[index].state == .foot {
      held[index].state = .kept
      heldKept += 1
    }
    try flush(into: &output)
    // What is left are the blank lines at the end, and what went behind them.
    let hasDebris = isAfterDebris || held.contains { $0.state == .removed }
    for index in held.indices {
      if held[index].state == .blank, ending == .ok, hasDebris { held[index].state = .removed }
      try write(index, into: &output)
    }
    window.removeAll()
    held.removeAll(keepingCapacity: true)
    try scribe.close(ending, into: &output)
  }

  /// The navigation near the end goes, and what is in doubt with nothing but debris behind it.
  private mutating func removeFoot() {
    for index in held.indices where held[index].state == .foot { held[index].state = .removed }
    for index in held.indices.reversed() {
      switch held[index].state {
      case .blank, .note, .removed: continue
      case .doubtful: held[index].state = .removed
      case .kept, .row, .foot: return
      }
    }
  }
}
