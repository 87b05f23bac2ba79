import Filters

/// What a line means for those before it that are in doubt.
extension DocumentJudge {
  /// Has a record go that is held.
  mutating func goes(_ index: Int, _ reason: Reason) {
    held[index].state = .removed
    held[index].reason = reason
  }

  /// True if something that is held may go or stay.
  var hasDoubts: Bool {
    held.contains { $0.state == .doubtful || $0.state == .row || $0.state == .foot }
  }

  /// What is still in doubt stays, for a line of the report follows.
  mutating func settleDoubts() {
    for index in held.indices where held[index].state == .doubtful { stays(index) }
  }

  /// Has a line that was in doubt stay.
  mutating func stays(_ index: Int) {
    held[index].state = .kept
    heldKept += 1
    // That a line of which nothing is known stays was certain before.
    guard !held[index].isUnknown else { return }
    keptLines += 1
    keptBytes += held[index].length
    hasBody = hasBody || held[index].isBody
    // It is one more before what waits behind it.
    for later in held.indices[(index + 1)...] {
      held[later].lines += 1
      held[later].bytes += held[index].length
    }
  }

  /// What is in doubt just before debris goes with it.
  mutating func removeNeighbours(ofAd isAd: Bool) {
    var index = held.count
    while index > 0 {
      index -= 1
      switch held[index].state {
      case .blank, .note, .removed: continue
      case .doubtful:
        guard !held[index].isTail, canGo(index, besideAd: isAd) else { return }
        goes(index, held[index].isWeak ? .between : .beside)
      case .row:
        // The whole open group goes, or nothing of it; one that is worth nothing, with debris on both sides.
        let start = startOfGroup(endingAt: index)
        guard held[start...index].contains(where: { $0.points > 0 || $0.followsDebris }) else {
          return
        }
        removeGroup(start...index)
        index = start
      case .kept, .foot, .margin: return
      }
    }
  }

  /// The blank lines at the very beginning go with debris.
  mutating func removeHead() {
    for index in held.indices {
      if held[index].state == .blank { held[index].state = .removed }
      guard held[index].state == .removed || held[index].state == .note else { return }
    }
  }

  /// What is in doubt just before `start` goes with the rows that begin there.
  mutating func removeNeighbours(before start: Int) {
    var index = start
    while index > 0 {
      index -= 1
      switch held[index].state {
      case .blank, .note, .removed: continue
      case .doubtful:
        guard !held[index].isTail, canGo(index, besideAd: true) else { return }
        goes(index, held[index].isWeak ? .between : .beside)
      case .row, .kept, .foot, .margin: return
      }
    }
  }

  /// The navigation near the end goes, and what is in doubt with nothing but debris behind it.
  mutating func removeFoot() {
    countFoot()
    for index in held.indices where held[index].state == .foot { goes(index, .group) }
    for index in held.indices.reversed() {
      switch held[index].state {
      case .blank, .note, .removed: continue
      case .doubtful where held[index].isUnknown: continue
      case .doubtful:
        if held[index].isHint, !held[index].isWeak, !goesAtEnd(index) { return }
        goes(index, .tail)
      case .kept, .row, .foot, .margin: return
      }
    }
  }
}
