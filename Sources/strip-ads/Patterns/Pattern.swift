// A pattern of a pack:
//
//     甲乙        these characters, in this order (blanks, emoji, wide and capital letters do not matter,
//                 : and , stand for the wide ones too)
//     (甲|乙|)    one of these; an empty one may be missing (wildcards in it: Pattern+WrittenOut.swift)
//     …           up to sixteen characters, but not the end of a sentence
//     *           any characters, none too
//     #           a number, in Arabic or Chinese digits
//     @           a name of the net after at most four signs: letters and digits, at least four of them
//     ^ at the beginning, $ at the end: here the line begins, here it ends; in a choice too: 微信(群|$)

import Filters

/// What a line may look like: one pattern of a pack while it is read; its storage serves for the next one.
struct Pattern {
  /// A part of a pattern.
  enum Element: Equatable, Sendable {
    /// One of the texts of a choice; the longest that fits is taken.
    case literals(Int)
    case gap, any, number, name
  }

  /// Texts of which one stands at a place.
  struct Texts {
    /// Their places among `texts`.
    var places: Range<Int>
    /// True if none of them need stand there.
    var isOptional: Bool
  }

  /// The parts, in order.
  private(set) var elements: [Element] = []
  /// The texts of those parts that are literals.
  private(set) var choices: [Texts] = []
  /// Where the texts are in `bytes`; none is empty, and of a choice the longest comes first.
  private(set) var texts: [Range<Int>] = []
  /// What folding made of the pattern's literals.
  private(set) var bytes: [UInt8] = []
  /// True if the line begins with it.
  private(set) var isAtStart = false
  /// True if the line ends with it.
  private(set) var isAtEnd = false
  /// The literals by which it is found: an index into `elements`; nil where all are too short.
  private(set) var anchor: Int?
  /// The pattern as the pack has it.
  private var source: [UInt8] = []

  /// Reads the pattern `word`; one that is a whole line may do without an anchor.
  mutating func read(_ word: String, wholeLine: Bool) throws(PatternFault) {
    begin(word)
    isAtStart = wholeLine
    isAtEnd = wholeLine
    var place = 0
    var end = source.count
    if source.first == UInt8(ascii: "^") {
      isAtStart = true
      place += 1
    }
    if end > place, source[end - 1] == UInt8(ascii: "$") {
      isAtEnd = true
      end -= 1
    }
    var literal = place
    while place < end {
      let width = try signLength(at: place, end: end)
      if width > 0 {
        append(literal: literal..<place)
        append(sign: place..<place + width)
        literal = place + width
      }
      place += max(width, 1)
    }
    append(literal: literal..<end)
    if wholeLine { trimEdges() }
    anchor = rarestAnchor()
    if anchor == nil { mergeForAnchor() }
    if anchor == nil, elements.isEmpty || !wholeLine {
      throw PatternFault(
        reason: "a pattern needs two Chinese characters or six letters in a row, and where it has "
          + "a choice of them, in every case")
    }
    for choice in choices { sort(choice.places) }
  }

  private mutating func begin(_ word: String) {
    source.removeAll(keepingCapacity: true)
    source.append(contentsOf: word.utf8)
    elements.removeAll(keepingCapacity: true)
    choices.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// The length of a part that is more than its own characters; 0 where there is none at `place`.
  private func signLength(at place: Int, end: Int) throws(PatternFault) -> Int {
    switch source[place] {
    case UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: ":"),
      UInt8(ascii: ","):
      return 1
    case UInt8(ascii: "("):
      guard let close = source[place..<end].firstIndex(of: UInt8(ascii: ")")) else {
        throw PatternFault(reason: "a ( has no )")
      }
      return close + 1 - place
    case 0xE2 where place + 2 < end && source[place + 1] == 0x80 && source[place + 2] == 0xA6:
      return 3
    default:
      return 0
    }
  }

  private mutating func append(sign range: Range<Int>) {
    switch source[range.lowerBound] {
    case UInt8(ascii: "*"): elements.append(.any)
    case UInt8(ascii: "#"): elements.append(.number)
    case UInt8(ascii: "@"): elements.append(.name)
    case UInt8(ascii: "("): append(choice: range.lowerBound + 1..<range.upperBound - 1)
    case UInt8(ascii: ":"), UInt8(ascii: ","): append(choice: range)
    default: elements.append(.gap)
    }
  }

  private mutating func append(literal range: Range<Int>) {
    let text = fold(range)
    if text.isEmpty { return }
    texts.append(text)
    appendChoice(texts.count - 1..<texts.count, isOptional: false)
  }

  /// Appends what is parted by bars at `range` of the source.
  private mutating func append(choice range: Range<Int>) {
    // Folding leaves the bars as they are.
    let folded = fold(range)
    let first = texts.count
    var isOptional = false
    var start = folded.lowerBound
    for place in folded.lowerBound...folded.upperBound {
      guard place == folded.upperBound || bytes[place] == UInt8(ascii: "|") else { continue }
      if start == place { isOptional = true } else { append(text: start..<place) }
      start = place + 1
    }
    appendChoice(first..<texts.count, isOptional: isOptional)
  }

  private mutating func appendChoice(_ places: Range<Int>, isOptional: Bool) {
    elements.append(.literals(choices.count))
    choices.append(Texts(places: places, isOptional: isOptional))
  }

  /// Appends a text, and one with the wide : and , of Chinese type where it has narrow ones.
  private mutating func append(text range: Range<Int>) {
    texts.append(range)
    guard
      range.contains(where: { bytes[$0] == UInt8(ascii: ":") || bytes[$0] == UInt8(ascii: ",") })
    else { return }
    let start = bytes.count
    for place in range {
      switch bytes[place] {
      case UInt8(ascii: ":"): bytes += [0xEF, 0xBC, 0x9A]
      case UInt8(ascii: ","): bytes += [0xEF, 0xBC, 0x8C]
      default: bytes.append(bytes[place])
      }
    }
    texts.append(start..<bytes.count)
  }

  /// Folds a part of the source onto the end of `bytes`.
  private mutating func fold(_ range: Range<Int>) -> Range<Int> {
    var folded: [UInt8] = []
    swap(&folded, &bytes)
    let start = folded.count
    FoldedLine.append(foldedOf: source.span.extracting(range), to: &folded)
    swap(&folded, &bytes)
    return start..<bytes.count
  }

  /// Takes away the punctuation at both ends, as is done with the line.
  private mutating func trimEdges() {
    if case .literals(let number)? = elements.first {
      trim(number) { text, range in
        range.lowerBound + min(text.edgesLength, range.count)..<range.upperBound
      }
      if choices[number].places.isEmpty { elements.removeFirst() }
    }
    if case .literals(let number)? = elements.last {
      trim(number) { text, range in
        range.lowerBound..<range.lowerBound + text.edgesStart
      }
      if choices[number].places.isEmpty { elements.removeLast() }
    }
  }

  private mutating func trim(_ number: Int, _ part: (Span<UInt8>, Range<Int>) -> Range<Int>) {
    var end = choices[number].places.lowerBound
    for place in choices[number].places {
      let trimmed = part(bytes.span.extracting(texts[place]), texts[place])
      if trimmed.isEmpty {
        choices[number].isOptional = true
      } else {
        texts[end] = trimmed
        end += 1
      }
    }
    choices[number].places = choices[number].places.lowerBound..<end
  }

  /// Puts the longest texts first.
  private mutating func sort(_ places: Range<Int>) {
    for start in places {
      var place = start
      while place > places.lowerBound, texts[place - 1].count < texts[place].count {
        texts.swapAt(place - 1, place)
        place -= 1
      }
    }
  }

  private func rarestAnchor() -> Int? {
    var best = 0
    var anchor: Int?
    for (index, element) in elements.enumerated() {
      guard case .literals(let number) = element, !choices[number].isOptional else { continue }
      let rarity =
        texts[choices[number].places].map { Rarity.rarity(of: bytes.span.extracting($0)) }
        .min() ?? 0
      if rarity > best {
        best = rarity
        anchor = index
      }
    }
    return anchor
  }
}

/// Literals side by side that are too short each: (加|进)(我|)群(聊|号) is looked for as all that it may be.
extension Pattern {
  /// The most texts that neighbours are multiplied out into.
  private static let mergeLimit = 1024

  /// Makes an anchor of the first few neighbours that have one together.
  mutating func mergeForAnchor() {
    for width in 2...4 {
      for start in elements.indices where start + width <= elements.count {
        guard let product = product(start..<start + width) else { continue }
        elements.replaceSubrange(
          start..<start + width, with: CollectionOfOne(.literals(choices.count)))
        choices.append(Texts(places: product, isOptional: false))
        anchor = start
        return
      }
    }
  }

  /// Appends all texts that the parts at `range` may be together; nil where these are too short or too many.
  private mutating func product(_ range: Range<Int>) -> Range<Int>? {
    guard leastLength(of: range) >= LiteralMatcher.shortest else { return nil }
    var heads = texts.count..<texts.count + 1
    texts.append(bytes.count..<bytes.count)
    for element in elements[range] {
      guard case .literals(let number) = element else { return nil }
      let choice = choices[number]
      let count = choice.places.count + (choice.isOptional ? 1 : 0)
      guard heads.count * count <= Self.mergeLimit else { return nil }
      let first = texts.count
      for head in heads {
        for place in choice.places { append(texts[head], texts[place]) }
        if choice.isOptional { texts.append(texts[head]) }
      }
      heads = first..<texts.count
    }
    return heads
  }

  private mutating func append(_ head: Range<Int>, _ tail: Range<Int>) {
    let start = bytes.count
    for place in head { bytes.append(bytes[place]) }
    for place in tail { bytes.append(bytes[place]) }
    texts.append(start..<bytes.count)
  }

  /// The fewest bytes that literals side by side have together; 0 where another part stands among them.
  private func leastLength(of range: Range<Int>) -> Int {
    var length = 0
    for element in elements[range] {
      guard case .literals(let number) = element else { return 0 }
      let choice = choices[number]
      if !choice.isOptional { length += texts[choice.places].map(\.count).min() ?? 0 }
    }
    return length
  }
}

/// Why a pattern of a pack cannot be used.
struct PatternFault: Error, Equatable {
  /// What is wrong.
  let reason: String
}
