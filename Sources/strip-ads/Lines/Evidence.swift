import Filters

/// What speaks for a line's being advertising, kind by kind, and what speaks for the report.
struct Evidence {
  /// The sum of all kinds, less what speaks for the report.
  var score: Int { max(0, sum - shield) }
  /// The sum of all kinds.
  var sum: Int { finds.reduce(0) { $0 + $1.value } }
  /// True if some kind does more than name what might be offered.
  private(set) var hasCause = false
  /// How many kinds of evidence there are.
  private(set) var kinds = 0
  private var shield = 0
  /// The parts of the line that the finds cover, and the kinds of these.
  private var parts: [(range: Range<Int>, kind: Int)] = []
  /// Those of them that are phrases without a gap and do more than name something.
  private var phrases: [Range<Int>] = []
  private var finds: [Finds] = []

  /// What was found of one kind.
  private struct Finds {
    /// The best find, and all others together.
    var best = 0
    var rest = 0
    /// How many stand side by side rather than in each other; as many as can be, until their places are known.
    var places = Int.max
    /// Where the last of these ends.
    var end = 0

    /// The best find and a third of the others; these are at most half of the best, or as much where they make three places.
    var value: Int { best + min(rest / 3, places > 2 ? best : best / 2) }
  }

  /// The most that speaks for the report.
  private static let shieldLimit = 160

  /// Begins anew, with `count` kinds.
  mutating func begin(_ count: Int) {
    kinds = 0
    hasCause = false
    shield = 0
    parts.removeAll(keepingCapacity: true)
    phrases.removeAll(keepingCapacity: true)
    if finds.count == count {
      for kind in 0..<count { finds[kind] = Finds() }
    } else {
      finds = [Finds](repeating: Finds(), count: count)
    }
  }

  /// Counts a find.
  mutating func add(_ weight: Int, to kind: Int, isNaming: Bool = false) {
    guard weight > 0 else { return }
    if !isNaming { hasCause = true }
    if finds[kind].best == 0 { kinds += 1 }
    if weight > finds[kind].best {
      finds[kind].rest += finds[kind].best
      finds[kind].best = weight
    } else {
      finds[kind].rest += weight
    }
  }

  /// Notes where a find of `kind` stands, and whether it is a phrase whose words say nothing by themselves.
  mutating func cover(_ range: Range<Int>, kind: Int, isPhrase: Bool) {
    parts.append((range, kind))
    if isPhrase { phrases.append(range) }
  }

  /// Tells finds that stand side by side from those that stand in each other, once all have their places.
  mutating func settle() {
    parts.sort { $0.range.upperBound < $1.range.upperBound }
    for part in parts { finds[part.kind].places = 0 }
    for part in parts where part.range.lowerBound >= finds[part.kind].end {
      finds[part.kind].places += 1
      finds[part.kind].end = part.range.upperBound
    }
  }

  /// Whether `range` is part of a phrase that was found, word by word.
  func isInPhrase(_ range: Range<Int>) -> Bool {
    phrases.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
  }

  /// How many bytes the finds cover.
  mutating func covered() -> Int {
    parts.sort { $0.range.lowerBound < $1.range.lowerBound }
    var end = 0
    var sum = 0
    for (range, _) in parts where range.upperBound > end {
      sum += range.upperBound - max(range.lowerBound, end)
      end = range.upperBound
    }
    return sum
  }

  /// Counts a word of the report.
  mutating func addShield(_ weight: Int) { shield = min(shield + weight, Self.shieldLimit) }

  /// What speaks for the report.
  var shieldPoints: Int { shield }
}
