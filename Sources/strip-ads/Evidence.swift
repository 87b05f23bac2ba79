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
  private var finds: [Finds] = []

  /// What was found of one kind.
  private struct Finds {
    /// The best find, and all others together.
    var best = 0
    var rest = 0
    /// How many stand side by side rather than in each other, and where the last of them ends.
    var places = 0
    var end = 0

    /// The best find, a third of the others; these at most half of the best if all stand at one place, else as much.
    var value: Int { best + min(rest / 3, places > 1 ? best : best / 2) }
  }

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
    if finds.count == count {
      for kind in 0..<count { finds[kind] = Finds() }
    } else {
      finds = [Finds](repeating: Finds(), count: count)
    }
  }

  /// Counts a find; one without a place stands beside all others.
  mutating func add(
    _ weight: Int, to kind: Int, at range: Range<Int>? = nil, isNaming: Bool = false
  ) {
    guard weight > 0 else { return }
    if !isNaming { hasCause = true }
    let before = finds[kind].value
    if finds[kind].best == 0 { kinds += 1 }
    if weight > finds[kind].best {
      finds[kind].rest += finds[kind].best
      finds[kind].best = weight
    } else {
      finds[kind].rest += weight
    }
    if let range {
      if range.lowerBound >= finds[kind].end { finds[kind].places += 1 }
      finds[kind].end = max(finds[kind].end, range.upperBound)
    } else {
      finds[kind].places += 2
    }
    sum += finds[kind].value - before
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

  /// What speaks for the report.
  var shieldPoints: Int { shield }
}
