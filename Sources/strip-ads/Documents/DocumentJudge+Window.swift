import Filters

extension Span where Element == UInt8 {
  /// Whether this is a paragraph of a text: a sentence of thirty characters or more.
  fileprivate var isBodyText: Bool {
    count >= 90 && starts(with: "。", at: indexOfTrimmedEnd() - 3)
  }
}

/// How decisions leave the window.
extension DocumentJudge {
  /// The document's foot begins so far before its end.
  private static var footLines: Int { 12 }
  private static var footBytes: Int { 1200 }

  /// Counts a record that stays for certain, by what stays of it.
  mutating func count(_ record: borrowing Record, _ finding: Finding) {
    keptLines += 1
    guard finding.isTrimmed else { return count(record.text) }
    let rest = lines.trimmed.bytes
    count(rest.span)
  }

  private mutating func count(_ text: Span<UInt8>) {
    keptBytes += text.count
    if !hasBody { hasBody = text.isBodyText }
  }

  /// Notes how much of a record stays, if it does.
  private func measure(_ entry: inout Held, _ record: borrowing Record) {
    guard entry.isTrimmed else { return measure(&entry, record.text) }
    let rest = lines.trimmed.bytes
    measure(&entry, rest.span)
  }

  private func measure(_ entry: inout Held, _ text: Span<UInt8>) {
    entry.length = text.count
    entry.isBody = !hasBody && text.isBodyText
  }

  /// Lets an annotation go its way, behind what is held.
  mutating func note(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    if window.isEmpty { return try scribe.note(record, into: &output) }
    try hold(record, Held(state: .note), into: &output)
  }

  /// Holds a record back.
  mutating func hold(
    _ record: borrowing Record, _ entry: Held, into output: inout Output
  ) throws(Failure) {
    var entry = entry
    entry.place = place
    measure(&entry, record)
    if !window.hasRoom(for: record) { try compact(into: &output) }
    if !window.hasRoom(for: record), hasMargins {
      settleMargins()
      try flush(into: &output)
    }
    if !window.hasRoom(for: record) {
      try giveUp(into: &output)
      // What is in doubt now stays as those before it did.
      if entry.state == .doubtful || entry.state == .row || entry.state == .blank
        || entry.state == .margin
      {
        if entry.state != .blank, !entry.isUnknown { keptLines += 1 }
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
      case .blank, .doubtful, .row, .foot, .margin:
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
  mutating func compact(into output: inout Output) throws(Failure) {
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
  mutating func flush(into output: inout Output) throws(Failure) {
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
      case .doubtful, .row, .margin: break loop
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

  /// Writes a record that is held down, as it was decided.
  mutating func write(_ index: Int, into output: inout Output) throws(Failure) {
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
    lines.place = entry.place
    switch entry.state {
    case .removed:
      try scribe.remove(record, entry.name, entry.reason, &lines, into: &output)
    case .note: try scribe.note(record, into: &output)
    case .kept, .blank, .doubtful, .row, .foot, .margin:
      if entry.isTrimmed { _ = lines.read(record.text) }
      try scribe.keep(record, isTrimmed: entry.isTrimmed, &lines, into: &output)
    }
  }

  /// The document ends: what is held is decided and written down.
  mutating func close(_ ending: borrowing Ending, into output: inout Output) throws(Failure) {
    if hasHead { try endHead(isWhole: ending == .ok, into: &output) }
    closeGroup()
    settleMargins()
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
    try scribe.close(ending)
  }
}
