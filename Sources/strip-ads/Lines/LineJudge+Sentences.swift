import Filters

/// Sentences of the report with advertising glued to them in one line.
extension LineJudge {
  /// What a line came to.
  struct Verdict: Equatable {
    /// What its evidence came to.
    var score = 0
    /// What it would have needed.
    var needed = 0
    /// The same at a document's head and tail and beside debris.
    var neededBeside = 0
    /// Whether there was a name, number or address of the net in it.
    var leadsOut = false
  }

  /// A sentence for which so much speaks is the report's wherever it stands; advertising begins and ends in asides.
  static let ownPoints = 35
  /// What advertising behind sentences that shield it needs beyond what takes a line.
  static let surePoints = 15
  /// What a sentence needs that names what might be offered.
  static let namingPoints = 55

  /// Cuts from `text`, which is debris or in doubt by `finding`, no more than what stands before and behind the sentences
  /// of the report in it; where that is not debris by itself, they keep all of it.
  mutating func spareSentences(of text: Span<UInt8>, from finding: Finding) -> Finding {
    text.findSentences(into: &sentences)
    guard sentences.count > 1, !place.isFirst || !isTeaser(text) else { return finding }
    let known = (verdict, clues)
    let ranges = sentences
    let (lead, leadPoints) = countLead(of: text, ranges)
    var points = leadPoints
    var end = ranges.count
    while end > lead, let found = reportPoints(of: text.extracting(ranges[end - 1])),
      found >= Self.ownPoints
    {
      points = max(points, found)
      end -= 1
    }
    let isOwn = points >= Self.ownPoints
    if lead == end {
      if isOwn { return Finding(lineClass: .kept) }
    } else if lead > 0 || end < ranges.count {
      let piece = ranges[lead].lowerBound..<ranges[end - 1].upperBound
      if let spared = cut(piece, from: text, isOwn: isOwn) { return spared }
    }
    (verdict, clues) = known
    // The number of a page is read from it.
    folded.fold(text)
    return finding
  }

  /// Cuts from `text`, which stays by what speaks for the report in its first sentences, the advertising behind these;
  /// nil where that is not beyond doubt, or leads nowhere.
  mutating func cutShielded(from text: Span<UInt8>) -> Finding? {
    text.findSentences(into: &sentences)
    guard sentences.count > 1 else { return nil }
    let known = (verdict, clues)
    let ranges = sentences
    let (lead, points) = countLead(of: text, ranges)
    if lead > 0, lead < ranges.count, points >= Self.ownPoints {
      verdict = Verdict()
      let piece = ranges[lead].lowerBound..<text.count
      if let spared = cut(piece, from: text, isOwn: true), !parts.isEmpty,
        verdict.leadsOut, verdict.score >= verdict.needed + Self.surePoints
      {
        return spared
      }
      parts.removeAll(keepingCapacity: true)
    }
    (verdict, clues) = known
    folded.fold(text)
    return nil
  }

  /// How many sentences at the beginning of `text` are the report's, and the most that speaks for one of them.
  private mutating func countLead(
    of text: Span<UInt8>, _ sentences: [Range<Int>]
  ) -> (count: Int, points: Int) {
    var count = 0
    var points = 0
    while count < sentences.count,
      let found = reportPoints(of: text.extracting(sentences[count]))
    {
      points = max(points, found)
      count += 1
    }
    return (count, points)
  }

  /// Cuts `piece` where it is debris by itself and what stands around it is none; nil where the line goes as a whole.
  private mutating func cut(
    _ piece: Range<Int>, from text: Span<UInt8>, isOwn: Bool
  ) -> Finding? {
    guard isReport(text.extracting(0..<piece.lowerBound)),
      isReport(text.extracting(piece.upperBound..<text.count))
    else { return nil }
    let found = readAlone(text.extracting(piece))
    guard found.lineClass == .debris, parts.isEmpty else {
      parts.removeAll(keepingCapacity: true)
      return isOwn ? Finding(lineClass: .kept) : nil
    }
    // What a page's width broke off before and behind the line may be the report's, whatever it says.
    if !place.isRest || piece.lowerBound > 0 && !text.breaksOff {
      parts.append(TrimmedLine.Cut(range: piece, name: found.name))
    }
    return Finding(lineClass: .kept)
  }

  /// Whether a site quotes the report's first words in `text` and leads over to the report.
  private mutating func isTeaser(_ text: Span<UInt8>) -> Bool {
    folded.fold(text)
    let bytes = folded.bytes
    let whole = bytes.span.extracting(0..<folded.count)
    for word in rules.teasers where whole.contains(word.span) { return true }
    return false
  }

  /// What speaks for the report in a sentence; nil where that is not enough, or something speaks against it.
  mutating func reportPoints(of sentence: Span<UInt8>) -> Int? {
    readAgain(sentence, wholly: true)
    guard !folded.core.isEmpty, !evidence.hasCause else { return nil }
    let points = evidence.shieldPoints
    guard points >= (evidence.kinds > 0 ? Self.namingPoints : 0), !leadsOver(beyond: points)
    else { return nil }
    // Last, for it reads the sentence with all care once more.
    return isReport(sentence) ? points : nil
  }

  /// Whether the text that was folded last has words that lead over to advertising, and weigh more than `points`.
  private func leadsOver(beyond points: Int) -> Bool {
    let bytes = folded.bytes
    let text = bytes.span.extracting(0..<folded.count)
    let bits = text.characterBits
    for pitch in rules.pitches where pitch.bits & ~bits == 0 && pitch.weight > points {
      if text.contains(pitch.text.span) { return true }
    }
    return false
  }

  /// Whether a text would stay as it is if it were a line.
  private mutating func isReport(_ text: Span<UInt8>) -> Bool {
    if text.count == 0 { return true }
    let finding = readAlone(text)
    defer { parts.removeAll(keepingCapacity: true) }
    return finding.lineClass == .kept && parts.isEmpty
  }

  /// Judges a part of a line as if it were the line.
  private mutating func readAlone(_ text: Span<UInt8>) -> Finding {
    clues.removeAll(keepingCapacity: true)
    return readWhole(text)
  }
}
