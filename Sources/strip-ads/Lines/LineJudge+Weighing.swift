import Filters

/// What speaks for a line's being advertising, and what for the report.
extension LineJudge {
  /// What is added for a short line that is made of little else than evidence: it is as good as a template.
  mutating func coverage() -> Int {
    guard evidence.score > 0, evidence.shieldPoints <= Self.doubtfulShield,
      folded.length <= Self.shortLine
    else {
      return 0
    }
    let bytes = folded.bytes
    let text = bytes.span.extracting(0..<folded.count)
    var total = 0
    var names = 0
    var place = 0
    while place < text.count {
      let width = text.edgeLength(at: place)
      if width == 0 {
        total += 1
        if text[place].isNameByte { names += 1 }
      }
      place += max(width, 1)
    }
    var covered = evidence.covered()
    if netNames.contact > 0 || netNames.link > 0 { covered += names + netNames.labelLength }
    return total == 0 ? 0 : min(covered, total) * Self.coverageScore / total
  }

  /// Whether the brackets of `range` hold advertising, and all there is of it in the line.
  mutating func isAdvertising(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
    // Most brackets hold nothing of the kind, and they are shorter than what is around them.
    readAgain(text.extracting(range))
    guard evidence.kinds >= 2, evidence.score >= Self.debrisScore else { return false }
    let head = text.extracting(0..<range.lowerBound)
    if !isInnocent(head) {
      // Of several brackets the last goes first.
      guard let other = head.bracketedEnd, other.lowerBound > 0, isAdvertising(other, in: head)
      else { return false }
    }
    return isInnocent(text.extracting(range.upperBound..<text.count))
  }

  /// Gathers in `clues` what speaks for the brackets of `range`, and makes the verdict theirs.
  mutating func explainBrackets(_ range: Range<Int>, in text: Span<UInt8>) {
    readAgain(text.extracting(range))
    verdict.score = evidence.score
    verdict.needed = Self.debrisScore
    verdict.neededBeside = Self.debrisScore
  }

  /// Whether `text` is nobody's advertising: little speaks for it, or it is a heading that only names its matter.
  private mutating func isInnocent(_ text: Span<UInt8>) -> Bool {
    readAgain(text)
    if evidence.score < Self.innocentScore { return true }
    return !evidence.hasCause && (evidence.kinds == 1 || text.isNumberedHeading)
  }

  /// Weighs `text`; `wholly`, with what speaks for the report even where nothing speaks against it.
  mutating func readAgain(_ text: Span<UInt8>, wholly: Bool = false) {
    folded.fold(text)
    hits.removeAll(keepingCapacity: true)
    let bytes = folded.bytes
    _ = rules.triggers.scan(bytes.span.extracting(0..<folded.count), into: &hits)
    weigh(text, wholly: wholly)
  }

  /// Adds what speaks for the report, but no words of what speaks against it: 不得 of 未经授权不得转载.
  mutating func weighShields() {
    isOfNotice = false
    let bytes = folded.bytes
    var found: [LiteralMatcher.Hit] = []
    swap(&found, &shieldHits)
    found.removeAll(keepingCapacity: true)
    _ = rules.shields.scan(bytes.span.extracting(0..<folded.count), into: &found)
    for hit in found {
      for index in rules.shieldAnchors(of: hit.literal) {
        let number = Int(rules.shielding[index])
        guard seen[number] != serial,
          case .shield(let weight, let isForNotices) = rules.effects[number],
          !isForNotices || place.isNotice, let range = match(number, at: hit.place),
          isForNotices || !evidence.isInPhrase(range)
        else { continue }
        seen[number] = serial
        if isForNotices { isOfNotice = true }
        if collectsClues { addClue(of: number, at: range) }
        evidence.addShield(weight)
      }
    }
    swap(&found, &shieldHits)
  }

  /// Adds what speaks for the report in how the line begins and ends.
  private mutating func weighEdges() {
    let bytes = folded.bytes
    let text = bytes.span.extracting(0..<folded.count)
    for opening in rules.openings where text.starts(with: opening.text.span) {
      if collectsClues { addEdgeClue(opening.weight, opening.text, "opening") }
      evidence.addShield(opening.weight)
      break
    }
    for ending in rules.endings where ending.text.count <= text.count {
      guard text.starts(with: ending.text.span, at: text.count - ending.text.count) else {
        continue
      }
      if collectsClues { addEdgeClue(ending.weight, ending.text, "ending") }
      return evidence.addShield(ending.weight)
    }
  }

  /// Weighs `line`, which was folded last.
  mutating func weigh(_ line: Span<UInt8>, wholly: Bool = false) {
    clues.removeAll(keepingCapacity: true)
    evidence.begin(rules.kinds.count)
    serial &+= 1
    for hit in hits {
      for index in rules.anchors(of: hit.literal) {
        let number = Int(rules.anchored[index])
        guard number >= 0, seen[number] != serial else { continue }
        guard case .evidence(let kind, let weight) = rules.effects[number],
          let range = match(number, at: hit)
        else { continue }
        seen[number] = serial
        if collectsClues { addClue(of: number, at: range) }
        let isNaming = rules.isNaming[kind]
        evidence.cover(
          range, kind: kind, isPhrase: !isNaming && rules.patterns.isPhrase(number))
        evidence.add(weight, to: kind, isNaming: isNaming)
      }
    }
    evidence.settle()
    let bytes = folded.bytes
    let text = bytes.span.extracting(0..<folded.count)
    netNames.read(text, rules: rules, isBroken: line.hasBrokenNumber)
    if collectsClues { addNetClues() }
    evidence.add(netNames.contact, to: rules.contactKind)
    evidence.add(netNames.link, to: rules.linkKind)
    weighForm(of: line)
    guard wholly || evidence.score + Self.coverageScore >= Self.doubtfulScore else { return }
    weighShields()
    weighEdges()
    if netNames.isOfficial { evidence.addShield(60) }
  }

  /// Weighs what `line` looks like, which says something beside other evidence alone.
  private mutating func weighForm(of line: Span<UInt8>) {
    if evidence.sum >= Self.menuGoods, line.isMenu {
      addForm("menu", Self.menuWeight, to: rules.menuKind, isNaming: false)
    }
    guard evidence.kinds > 0 else { return }
    if line.callsOut { addForm("shout", Self.shoutWeight, to: rules.shoutKind, isNaming: true) }
    if line.count <= Self.longestAddress, line.speaksToReader {
      addForm("reader", Self.readerWeight, to: rules.readerKind, isNaming: true)
    }
  }

  private mutating func addForm(_ name: String, _ weight: Int, to kind: Int, isNaming: Bool) {
    if collectsClues { addFormClue(name, weight) }
    evidence.add(weight, to: kind, isNaming: isNaming)
  }

  /// Whether what was found in `text` is enough between advertising.
  mutating func isWeak(_ text: Span<UInt8>, score: Int, shield: Int) -> Bool {
    guard score >= (evidence.hasCause ? Self.weakScore : Self.weakNaming),
      shield <= Self.weakShield, evidence.sum + Self.coverageScore >= Self.doubtfulScore,
      folded.length <= Self.longestWeak, folded.length > Self.longestLabel,
      // A number in front of a list's member, and an office's mail and telephone.
      folded.afterNumber == folded.core.lowerBound,
      !(1..<Self.wayOut).contains(netNames.contact),
      text.firstIndex(of: UInt8(ascii: "@"), from: 0) == text.count
    else { return false }
    return evidence.kinds > 1 || evidence.sum >= Self.weakLone || netNames.link >= Self.wayOut
  }
}
