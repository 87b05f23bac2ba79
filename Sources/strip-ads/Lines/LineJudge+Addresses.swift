import Filters

/// Addresses of hosts of the pack inside sentences of the report: they go, and the sentences stay.
extension LineJudge {
  /// The brackets around an address open so many bytes before it at most.
  private static let longestLead = 48
  /// They close so many bytes behind it at most.
  private static let longestTail = 240

  /// Puts the addresses in `text`, a line that stays, into `parts`, with the brackets and codes that are theirs.
  mutating func findAddresses(in text: Span<UInt8>) {
    guard !place.isNotice else { return }
    let known = clues
    var found: [TrimmedLine.Cut] = []
    var told: [Clue] = []
    var lead = SentenceLead()
    var start = 0
    while let address = text.address(from: start) {
      start = address.upperBound
      guard let host = rules.host(of: text.extracting(address)), host.weight > 0,
        lead.isSentence(text, upTo: address.lowerBound)
      else { continue }
      let piece = widened(address, in: text)
      start = max(start, piece.upperBound)
      if let last = found.last, last.range.upperBound >= piece.lowerBound { continue }
      if collectsClues {
        told.append(
          Clue(kind: Array("link".utf8), weight: host.weight, source: [], text: host.text))
      }
      found.append(TrimmedLine.Cut(range: piece, name: rules.linkName))
    }
    // What is left must be a sentence, and no label.
    guard let first = found.first, let last = found.last,
      text.extracting(0..<first.range.lowerBound).hasClauseMark
        || text.extracting(last.range.upperBound..<text.count).hasClauseMark
    else {
      clues = known
      return
    }
    clues = told
    parts = found
  }

  /// Puts the addresses in `text`, which is debris, into `parts`, if what is left without them is a sentence of the
  /// report; else nothing.
  mutating func sparesAddressed(_ text: Span<UInt8>) -> Bool {
    let known = (verdict, clues)
    findAddresses(in: text)
    if parts.isEmpty { return false }
    let found = parts
    let told = clues
    var rest: [UInt8] = []
    var place = 0
    for part in found {
      rest.append(copying: text.extracting(place..<part.range.lowerBound))
      place = part.range.upperBound
    }
    rest.append(copying: text.extracting(place..<text.count))
    guard let points = reportPoints(of: rest.span), points >= Self.ownPoints else {
      parts.removeAll(keepingCapacity: true)
      (verdict, clues) = known
      // The number of a page is read from it.
      folded.fold(text)
      return false
    }
    parts = found
    clues = told
    return true
  }

  /// An address with the brackets that hold it alone, or with the label before and the code behind it.
  private mutating func widened(_ address: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    var piece = address
    let lead = text.startOfClause(before: address.lowerBound)
    if lead < address.lowerBound, isTemplate(text.extracting(lead..<address.upperBound)) {
      piece = lead..<address.upperBound
    }
    let next = text.indexOfTrimmedStart(from: address.upperBound)
    let tail = next + (text.isTextMark(at: next, of: ["，", ",", "、"]) ?? 0)
    let end = text.endOfClause(from: tail)
    if tail < end, isTemplate(text.extracting(tail..<end)) { piece = piece.lowerBound..<end }
    if let brackets = brackets(around: piece, in: text) { return brackets }
    // Of two commas one goes with the clause between them.
    let isClause = text.isTextMark(at: piece.upperBound, of: ["，", "。", "；"]) != nil
    if isClause, text.isTextMark(at: piece.lowerBound - 3, of: ["，", "；"]) != nil {
      piece = piece.lowerBound - 3..<piece.upperBound
    }
    return piece
  }

  /// The brackets that hold an address alone, or with what makes them advertising; nil where they hold more.
  private mutating func brackets(
    around address: Range<Int>, in text: Span<UInt8>
  ) -> Range<Int>? {
    let least = max(0, address.lowerBound - Self.longestLead)
    for (open, close) in Self.pairs {
      var start = address.lowerBound
      while start > least, !text.starts(with: open, at: start) { start -= 1 }
      guard text.starts(with: open, at: start) else { continue }
      let from = start + open.utf8CodeUnitCount
      var end = address.upperBound
      let most = min(text.count, end + Self.longestTail)
      while end < most, !text.starts(with: close, at: end) { end += 1 }
      guard end < most else { continue }
      let inside = text.extracting(from..<end)
      let isAlone =
        inside.indexOfTrimmedStart() + from == address.lowerBound
        && inside.indexOfTrimmedEnd() + from == address.upperBound
      if isAlone || isTemplate(inside) { return start..<end + close.utf8CodeUnitCount }
    }
    return nil
  }

  /// Whether a text is debris by a template.
  private mutating func isTemplate(_ text: Span<UInt8>) -> Bool {
    let finding = readWhole(text)
    defer { parts.removeAll(keepingCapacity: true) }
    return finding.lineClass == .debris && finding.name != rules.adName && parts.isEmpty
  }

  private static var pairs: [(open: StaticString, close: StaticString)] {
    [("（", "）"), ("(", ")"), ("【", "】"), ("[", "]"), ("〔", "〕"), ("<", ">"), ("“", "”")]
  }
}

extension DebrisRules {
  /// The whole host of the pack that an address of the net leads to; nil where that is a name alone, without a way on
  /// it, or is known by its ending at best.
  func host(of address: Span<UInt8>) -> Hosts.Host? {
    let start = address.schemeLength
    var end = start
    while end < address.count, address[end].isHostByte { end += 1 }
    guard start > 0 || end + 1 < address.count else { return nil }
    var host: [UInt8] = []
    for place in start..<end {
      let byte = address[place]
      host.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    let known = hosts.longest(endOf: host.span)
    return known?.text.first == UInt8(ascii: ".") ? nil : known
  }
}

extension Span where Element == UInt8 {
  /// The first address of the net at `start` or behind it; it may lack its https://.
  func address(from start: Int) -> Range<Int>? {
    var place = start
    while place < count {
      guard self[place].isHostByte, self[place] != UInt8(ascii: "-") else {
        place += 1
        continue
      }
      var end = place
      var hasPoint = false
      while end < count, self[end].isAddressSign {
        if self[end] == UInt8(ascii: ".") { hasPoint = true }
        end += 1
      }
      let next = Swift.max(end, place + 1)
      while end > place, !self[end - 1].isWordByte, self[end - 1] != UInt8(ascii: "/"),
        self[end - 1] != UInt8(ascii: "=")
      {
        end -= 1
      }
      if hasPoint, end > place { return place..<end }
      place = next
    }
    return nil
  }

  /// Whether a mark that parts or ends clauses stands in the text.
  fileprivate var hasClauseMark: Bool {
    var place = 0
    while place < count {
      if isTextMark(at: place, of: ["，", "。", "；", "！", "？"]) != nil { return true }
      place += 1
    }
    return false
  }

  /// What parts and ends clauses, and brackets.
  private static var clauseMarks: [StaticString] {
    ["，", "。", "；", "、", "！", "？", ",", "（", "）", "(", ")", "【", "】", "[", "]"]
  }

  /// How long a clause may be that is looked at for what belongs to an address.
  private static var longestClause: Int { 240 }

  /// Where the clause begins that `end` stands in; `end` itself where that is too far away.
  fileprivate func startOfClause(before end: Int) -> Int {
    var place = end
    let least = Swift.max(0, end - Self.longestClause)
    while place > least {
      let isWide = place >= 3 && self[place - 1] >= 0x80
      if isTextMark(at: isWide ? place - 3 : place - 1, of: Self.clauseMarks) != nil {
        return place
      }
      place -= 1
    }
    return least == 0 ? 0 : end
  }

  /// Where the clause ends that begins at `start`; `start` itself where that is too far away.
  fileprivate func endOfClause(from start: Int) -> Int {
    var place = start
    let most = Swift.min(count, start + Self.longestClause)
    while place < most {
      if isTextMark(at: place, of: Self.clauseMarks) != nil { return place }
      place += 1
    }
    return most == count ? indexOfTrimmedEnd(from: Swift.min(start, count)) : start
  }

  /// The length of one of `marks` that stands at `place`; nil where none does.
  fileprivate func isTextMark(at place: Int, of marks: [StaticString]) -> Int? {
    guard place >= 0, place < count else { return nil }
    for mark in marks where starts(with: mark, at: place) { return mark.utf8CodeUnitCount }
    return nil
  }
}

/// What stands before the addresses of a line, read once however many they are.
private struct SentenceLead {
  /// So many ideographs stand before an address that is part of a sentence.
  private static let ideographs = 6

  private var place = 0
  private var depth = 0
  private var found = 0
  private var isLabel = true

  /// Whether so many ideographs outside of titles and labels in brackets stand before `end`, which never goes back.
  mutating func isSentence(_ text: Span<UInt8>, upTo end: Int) -> Bool {
    while place < end {
      let (value, width) = text.scalar(at: place)
      switch value {
      case 0x300A, 0x300C, 0x3010: depth += 1
      case 0x300B, 0x300D, 0x3011: depth -= 1
      case 0x4E00...0x9FFF where depth <= 0: found += 1
      case 0x3002, 0xFF0C, 0xFF1B, 0xFF08, 0x28: isLabel = isLabel && found < Self.ideographs
      // A label and its colon begin no sentence.
      case 0xFF1A, 0x3A: if isLabel { found = 0 }
      default: break
      }
      place += width
    }
    return found >= Self.ideographs
  }
}

extension UInt8 {
  /// A letter or a digit of ASCII.
  fileprivate var isWordByte: Bool { isDigit || (self | 0x20).isSmallLetter }

  /// What the name of a host is made of.
  fileprivate var isHostByte: Bool {
    isWordByte || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
  }

  /// What an address of the net is made of.
  fileprivate var isAddressSign: Bool {
    isWordByte || "-._~:/?#@&=%+!".utf8.contains(self)
  }
}
