import Filters

/// Lines and pieces that go by exact templates.
extension LineJudge {
  /// The number in the line that was read last.
  var pageNumber: Int? {
    let bytes = folded.bytes
    return bytes.span.extracting(0..<folded.count).firstPageNumber
  }

  /// What `text`, which was folded last, is worth as a row of navigation; nil if it is none.
  func navigationRow(of text: Span<UInt8>) -> NavigationWords.Row? {
    let bytes = folded.bytes
    if let row = rules.navigation.read(bytes.span.extracting(0..<folded.count)) { return row }
    if text.isTagRow { return NavigationWords.Row(words: 3, points: 3) }
    if text.isEntry { return NavigationWords.Row(words: 1, points: 1) }
    if text.isTrail { return NavigationWords.Row(words: 2, points: 2) }
    return rules.navigation.readWithUnknown(text)
  }

  /// The first rule whose template is the whole line.
  mutating func findTemplates() -> Int? {
    guard folded.length <= Self.longestLine else { return nil }
    var guarded: Int?
    let (first, last) = edges
    for hit in hits {
      for index in rules.anchors(of: hit.literal) {
        let number = Int(rules.anchored[index])
        guard number >= 0, case .line(let isGuarded) = rules.effects[number],
          rules.rules[number].mayCover(first, last), match(number, at: hit) != nil
        else { continue }
        if isOfFoot(rules.rules[number].name) {
          footRule = number
        } else if !isGuarded {
          return official || speaksForNotice ? nil : number
        } else {
          guarded = number
        }
      }
    }
    if folded.count <= Self.longestRow, let found = findUnanchored() {
      if !found.isGuarded { return speaksForNotice ? nil : found.rule }
      guarded = found.rule
    }
    guard let guarded, !official else { return nil }
    evidence.begin(rules.kinds.count)
    serial &+= 1
    weighShields()
    return evidence.shieldPoints < Self.guardingShield ? guarded : nil
  }

  /// Whether the line stands in the notice of an office and is the notice's own.
  private var speaksForNotice: Bool {
    mutating get {
      guard place.isNotice else { return false }
      evidence.begin(rules.kinds.count)
      serial &+= 1
      weighShields()
      return isOfNotice
    }
  }

  /// What the line begins with, with its number or without, and what it ends with, as bits of `Choice`.
  private var edges: (first: UInt64, last: UInt64) {
    let bytes = folded.bytes
    let text = bytes.span.extracting(0..<folded.count)
    let core = folded.core
    guard !core.isEmpty, folded.afterNumber < text.count else { return (.max, .max) }
    let first = Choice.firstBit(text, at: core.lowerBound)
    return (
      first | Choice.firstBit(text, at: folded.afterNumber),
      Choice.lastBit(text, before: core.upperBound)
    )
  }

  /// The first rule without an anchor whose template is the whole line, or the last guarded one.
  private mutating func findUnanchored() -> (rule: Int, isGuarded: Bool)? {
    let bytes = folded.bytes
    let text = bytes.span.extracting(0..<folded.count)
    let start = folded.core.lowerBound
    let other = folded.afterNumber
    let first = start < text.count ? Choice.firstBit(text, at: start) : .max
    let second = other < text.count ? Choice.firstBit(text, at: other) : .max
    guard rules.beginnings & (first | second) != 0 else { return nil }
    var guarded: Int?
    for number in rules.unanchored {
      guard case .line(let isGuarded) = rules.effects[number] else { continue }
      let beginning = rules.rules[number].beginning
      let isFound =
        beginning & first != 0 && match(number, at: start) != nil
        || other != start && beginning & second != 0 && match(number, at: other) != nil
      guard isFound else { continue }
      if isOfFoot(rules.rules[number].name) {
        footRule = number
        continue
      }
      if !isGuarded { return (number, false) }
      guarded = number
    }
    return guarded.map { ($0, true) }
  }

  /// Whether an address in the line is one that is never advertising.
  private var official: Bool {
    mutating get {
      let bytes = folded.bytes
      netNames.read(bytes.span.extracting(0..<folded.count), rules: rules)
      return netNames.isOfficial
    }
  }

  /// Puts the pieces that go from inside the line into `parts`.
  mutating func findInline(in text: Span<UInt8>) {
    for hit in hits {
      for index in rules.anchors(of: hit.literal) {
        let number = Int(rules.anchored[index])
        guard number >= 0, rules.effects[number] == .inline else { continue }
        guard let range = match(number, at: hit) else { continue }
        if collectsClues { addClue(of: number, at: range) }
        parts.append(TrimmedLine.Cut(range: range, name: rules.rules[number].name))
      }
    }
    guard !parts.isEmpty else { return }
    parts.sort { $0.range.lowerBound < $1.range.lowerBound }
    var kept = 0
    for part in parts {
      // The first of those that overlap or touch is cut; a later round sees what is then left.
      if kept > 0, part.range.lowerBound <= parts[kept - 1].range.upperBound { continue }
      parts[kept] = part
      kept += 1
    }
    parts.removeLast(parts.count - kept)
    FoldedLine.locate(&parts, in: text)
  }

  /// Puts the page's own words at the end of a row of provenance into `parts`; a row of nothing else is navigation.
  mutating func findTools(in text: Span<UInt8>) {
    let start = text.indexOfTrimmedStart()
    let row = text.extracting(start..<text.indexOfTrimmedEnd(from: start))
    guard row.count <= Self.longestProvenance, rules.provenance.begins(row) else { return }
    let bytes = folded.bytes
    guard rules.navigation.read(bytes.span.extracting(0..<folded.count)) == nil,
      let place = rules.provenance.startOfTools(in: row, by: rules.navigation)
    else { return }
    parts.append(
      TrimmedLine.Cut(range: start + place..<start + row.count, name: rules.navigationName))
  }

  /// Puts the rows of scraps in the line into `parts`.
  mutating func findScramble(in text: Span<UInt8>) {
    if text.firstIndex(of: UInt8(ascii: " "), from: 0) == text.count { return }
    var place = 0
    while let range = text.scramble(from: place) {
      parts.append(TrimmedLine.Cut(range: range, name: rules.scrambleName))
      place = range.upperBound
    }
  }

  // Mutating, for else the compiler copies the judge for each call.

  /// What a rule covers of the folded text, one of whose literals was found there.
  mutating func match(_ number: Int, at hit: LiteralMatcher.Hit) -> Range<Int>? {
    let bytes = folded.bytes
    let range = hit.place..<hit.place + rules.triggers.length(of: hit.literal)
    guard
      rules.rules[number].neighbours.stand(
        in: bytes.span.extracting(0..<folded.count), beside: range)
    else { return nil }
    return match(number, at: hit.place)
  }

  /// What a rule covers of the folded text, its anchor standing at `place`.
  mutating func match(_ number: Int, at place: Int) -> Range<Int>? {
    let bytes = folded.bytes
    return rules.patterns.match(
      number, bytes.span.extracting(0..<folded.count), at: place,
      starts: (folded.core.lowerBound, folded.afterNumber), end: folded.core.upperBound)
  }
}
