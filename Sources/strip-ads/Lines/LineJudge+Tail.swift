import Filters

/// Lines of the tail of advertising and furniture that copies carry behind the report's end.
extension LineJudge {
  /// Whether the rule takes rows of a page's foot, which may be the report's elsewhere.
  func isOfFoot(_ name: Int) -> Bool { name == rules.footName || name == rules.ownerName }

  /// What speaks for more advertising in `text`, which stands behind some; nil where it may be the report's.
  ///
  /// It is little by itself, and may be nothing: it counts where nothing of the report follows.
  mutating func tailPoints(_ text: Span<UInt8>) -> Int? {
    guard !place.isFirst, !place.isRest, !place.isNotice, text.count <= Self.longestRow,
      !text.isNumberedHeading, !text.breaksOff
    else { return nil }
    let known = (verdict, clues)
    readAgain(text, wholly: true)
    let words = tailWordPoints(of: text)
    let points = text.isNameRow ? Self.tailScore : max(0, evidence.score + words)
    let shield = evidence.shieldPoints
    let isSentence = text.endsSentence
    let isFound =
      points < Self.tailScore
      ? words >= 0 && shield <= Self.weakShield && !isSentence && text.isOneClause && saysNothing
      : shield <= Self.doubtfulShield || text.isNameRow
        || shield <= Self.weakShield && points >= 2 * Self.tailScore
        || shield <= Self.tailShield && (evidence.hasCause || text.beginsWithEmoji)
    guard isFound else {
      (verdict, clues) = known
      return nil
    }
    verdict = Verdict(score: points, needed: Self.tailScore, neededBeside: Self.tailScore)
    return points
  }

  /// What the words of the pack for such lines come to in the text that was folded last, and what it looks like.
  private mutating func tailWordPoints(of text: Span<UInt8>) -> Int {
    let bytes = folded.bytes
    let whole = bytes.span.extracting(0..<folded.count)
    var points = 0
    for word in rules.tailWords where whole.contains(word.text.span) {
      points += word.weight
      if collectsClues { addTailClue(word.weight, word.text) }
    }
    if text.hasBullet || text.isFileName { points += Self.shoutWeight }
    return points
  }

  /// Whether the text that was folded last is neither a member of a list nor a date nor a row of numbers; what counts
  /// visitors says nothing either.
  private var saysNothing: Bool {
    let bytes = folded.bytes
    let text = bytes.span.extracting(0..<folded.count)
    var digits = 0
    for place in text.indices where text[place].isDigit { digits += 1 }
    if digits == folded.length { return digits >= Self.leastCounter }
    return folded.length > 1 && folded.length <= Self.longestUnknown
      && folded.afterNumber == folded.core.lowerBound && digits * 2 < folded.length
      && !text.hasDate
  }
}

extension Span where Element == UInt8 {
  /// Whether the text ends as sentences do.
  fileprivate var endsSentence: Bool {
    let end = indexOfTrimmedEnd()
    guard end >= 3 else { return false }
    return starts(with: "。", at: end - 3) || starts(with: "；", at: end - 3)
  }

  /// Whether a year and a month stand in the text.
  var hasDate: Bool {
    let signs: [StaticString] = ["年", "月"]
    return signs.allSatisfy { sign in
      indices.contains { starts(with: sign, at: $0) }
    }
  }
}
