import Filters

/// What speaks for a line's being advertising, kind by kind, and what speaks for the report.
struct Evidence {
  /// The sum of all kinds, less what speaks for the report.
  var score: Int { max(0, sum - shield) }
  /// True if some kind does more than name what might be offered.
  private(set) var hasCause = false
  /// How many kinds of evidence there are.
  private(set) var kinds = 0
  private var sum = 0
  private var shield = 0
  /// The parts of the line that the finds cover.
  private var parts: [Range<Int>] = []
  /// Those of them that are phrases without a gap.
  private var phrases: [Range<Int>] = []
  private var best: [Int] = []
  private var rest: [Int] = []

  /// The most that speaks for the report.
  private static let shieldLimit = 160

  /// Begins anew, with `count` kinds.
  mutating func begin(_ count: Int) {
    kinds = 0
    hasCause = false
    sum = 0
    shield = 0
    parts.removeAll(keepingCapacity: true)
    phrases.removeAll(keepingCapacity: true)
    if best.count == count {
      for kind in 0..<count {
        best[kind] = 0
        rest[kind] = 0
      }
    } else {
      best = [Int](repeating: 0, count: count)
      rest = best
    }
  }

  /// Counts a find: the best of a kind in full, others by a third, all together at most one and a half of the best.
  mutating func add(_ weight: Int, to kind: Int, isNaming: Bool = false) {
    guard weight > 0 else { return }
    if !isNaming { hasCause = true }
    let before = value(kind)
    if best[kind] == 0 { kinds += 1 }
    if weight > best[kind] {
      rest[kind] += best[kind]
      best[kind] = weight
    } else {
      rest[kind] += weight
    }
    sum += value(kind) - before
  }

  /// Notes where a find stands, and whether it is a phrase without a gap.
  mutating func cover(_ range: Range<Int>, isPhrase: Bool) {
    parts.append(range)
    if isPhrase { phrases.append(range) }
  }

  /// Whether `range` is part of a phrase that was found, word by word.
  func isInPhrase(_ range: Range<Int>) -> Bool {
    phrases.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
  }

  /// How many bytes the finds cover.
  mutating func covered() -> Int {
    parts.sort { $0.lowerBound < $1.lowerBound }
    var end = 0
    var sum = 0
    for part in parts where part.upperBound > end {
      sum += part.upperBound - max(part.lowerBound, end)
      end = part.upperBound
    }
    return sum
  }

  /// Counts a word of the report.
  mutating func addShield(_ weight: Int) { shield = min(shield + weight, Self.shieldLimit) }

  private func value(_ kind: Int) -> Int { best[kind] + min(rest[kind] / 3, best[kind] / 2) }

  /// What speaks for the report.
  var shieldPoints: Int { shield }
}
