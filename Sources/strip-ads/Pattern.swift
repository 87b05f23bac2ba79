// A pattern of a pack:
//
//     甲乙        these characters, in this order (blanks, emoji, wide and capital letters do not matter,
//                 : and , stand for the wide ones too)
//     (甲|乙|)    one of these; an empty one may be missing (wildcards in it: Pattern+WrittenOut.swift)
//     …           up to sixteen characters, but not the end of a sentence
//     *           any characters, none too
//     #           a number, in Arabic or Chinese digits
//     @           a name of the net after at most four signs: letters and digits, at least four of them
//     ^ at the beginning, $ at the end: here the line begins, here it ends

import Filters

/// What a line may look like, and what it means if it does.
struct Pattern: Sendable {
  /// A part of a pattern.
  enum Element: Equatable, Sendable {
    /// One of `choices`; the longest text of it that fits is taken.
    case literals(Int)
    case gap, any, number, name
  }

  // Parts that are plain numbers cost nothing to look at; a choice among them would be counted as used and
  // as no longer used at each look.

  /// The parts, in order.
  private(set) var elements: [Element] = []
  /// The texts of those parts that are literals.
  private(set) var choices: [Choice] = []
  /// True if the line begins with it.
  private(set) var isAtStart: Bool
  /// True if the line ends with it.
  private(set) var isAtEnd: Bool
  /// The literals by which it is found: an index into `elements`; nil where all are too short.
  private(set) var anchor: Int?

  /// The literals by which it is found; nil where there are none.
  var anchors: [[UInt8]]? {
    guard let anchor, case .literals(let number) = elements[anchor] else { return nil }
    return choices[number].texts
  }

  /// How many literals it is found by.
  var anchorCount: Int { anchors?.count ?? 0 }

  /// The texts that a line of this pattern may begin with, behind signs and numerals; nil if it may begin with
  /// anything.
  var openings: [[UInt8]]? {
    var texts: [[UInt8]] = []
    for element in elements {
      switch element {
      case .literals(let number):
        let words = choices[number].texts.map { Array($0[$0.span.edgesLength...]) }
        texts += words.filter { !$0.isEmpty }
        if !choices[number].isOptional, !words.contains([]) { return texts }
      case .number: continue
      case .gap, .any, .name: return nil
      }
    }
    return nil
  }

  /// Whether a line of this pattern certainly has what `LiteralMatcher.Traits` calls letters.
  var hasLetters: Bool {
    elements.contains { element in
      guard case .literals(let number) = element, !choices[number].isOptional else { return false }
      return choices[number].texts.allSatisfy { text in text.contains { $0.isLetterSign } }
    }
  }

  /// Whether every character that it covers is one of its own.
  var isPhrase: Bool {
    elements.allSatisfy { element in
      if case .literals = element { return true }
      return false
    }
  }

  /// What must stand just behind the anchor and just before it.
  var neighbours: LiteralMatcher.Neighbours {
    guard let anchor else { return LiteralMatcher.Neighbours() }
    return LiteralMatcher.Neighbours(after: firsts(from: anchor + 1), before: lasts(before: anchor))
  }

  /// What it may begin with, as bits of `Choice`.
  var beginning: UInt64 { firsts(from: 0) }

  /// What it may end with, as bits of `Choice`.
  var ending: UInt64 { lasts(before: elements.count) }

  /// What the parts from `index` on may begin with; all bits where anything may stand there.
  private func firsts(from index: Int) -> UInt64 {
    var bits: UInt64 = 0
    for element in elements[index...] {
      switch element {
      case .literals(let number):
        bits |= choices[number].firsts
        if !choices[number].isOptional { return bits }
      case .number: return bits | Choice.numerals.firsts
      case .gap, .any, .name: return .max
      }
    }
    return .max
  }

  /// What the parts before `index` may end with; all bits where anything may stand there.
  private func lasts(before index: Int) -> UInt64 {
    var bits: UInt64 = 0
    for element in elements[..<index].reversed() {
      switch element {
      case .literals(let number):
        bits |= choices[number].lasts
        if !choices[number].isOptional { return bits }
      case .number: return bits | Choice.numerals.lasts
      case .gap, .any, .name: return .max
      }
    }
    return .max
  }

  /// Reads the pattern `source`; one that is a whole line may do without an anchor.
  init(_ source: String, wholeLine: Bool) throws(PatternFault) {
    var rest = Array(source.utf8)[...]
    isAtStart = wholeLine
    isAtEnd = wholeLine
    if rest.first == UInt8(ascii: "^") {
      isAtStart = true
      rest = rest.dropFirst()
    }
    if rest.last == UInt8(ascii: "$") {
      isAtEnd = true
      rest = rest.dropLast()
    }
    var literal: [UInt8] = []
    while let byte = rest.first {
      var element: Element?
      var choice: Choice?
      var width = 1
      switch byte {
      case UInt8(ascii: "*"): element = .any
      case UInt8(ascii: "#"): element = .number
      case UInt8(ascii: "@"): element = .name
      case UInt8(ascii: "("):
        guard let close = rest.firstIndex(of: UInt8(ascii: ")")) else {
          throw PatternFault(reason: "a ( has no )")
        }
        width = close + 1 - rest.startIndex
        choice = Self.choice(rest[(rest.startIndex + 1)..<close])
      case UInt8(ascii: ":"), UInt8(ascii: ","):
        choice = Choice(Self.widths(of: [byte]))
      default:
        if rest.starts(with: [0xE2, 0x80, 0xA6]) {
          element = .gap
          width = 3
        }
      }
      if let choice {
        close(&literal)
        append(choice)
      } else if let element {
        close(&literal)
        elements.append(element)
      } else {
        literal.append(byte)
      }
      rest = rest.dropFirst(width)
    }
    close(&literal)
    if wholeLine { trimEdges() }
    anchor = rarestAnchor()
    if anchor == nil { mergeForAnchor() }
    if anchor == nil, elements.isEmpty || !wholeLine {
      throw PatternFault(
        reason: "a pattern needs two Chinese characters or six letters in a row, and where it has "
          + "a choice of them, in every case")
    }
  }

  private mutating func close(_ literal: inout [UInt8]) {
    let folded = FoldedLine.fold(literal)
    if !folded.isEmpty { append(Choice([folded])) }
    literal.removeAll()
  }

  private mutating func append(_ choice: Choice) {
    elements.append(.literals(choices.count))
    choices.append(choice)
  }

  /// Whether a text has : or ,.
  private static func hasWidths(_ text: [UInt8]) -> Bool {
    text.contains(UInt8(ascii: ":")) || text.contains(UInt8(ascii: ","))
  }

  /// `text` with its : and , and with the wide ones of Chinese type.
  private static func widths(of text: [UInt8]) -> [[UInt8]] {
    guard hasWidths(text) else { return [text] }
    let wide = text.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: ":"): [0xEF, 0xBC, 0x9A]
      case UInt8(ascii: ","): [0xEF, 0xBC, 0x8C]
      default: [byte]
      }
    }
    return [wide, text]
  }

  private static func choice(_ text: ArraySlice<UInt8>) -> Choice {
    // Folding leaves the bars as they are.
    let folded = FoldedLine.fold(Array(text))
    let parts = folded.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    var texts = parts.map { Array($0) }
    if hasWidths(folded) { texts = texts.flatMap(widths(of:)) }
    return Choice(texts)
  }

  /// Takes away the punctuation at both ends, as is done with the line.
  private mutating func trimEdges() {
    if case .literals(let number)? = elements.first {
      let trimmed = choices[number].texts.map { text in Array(text[text.span.edgesLength...]) }
      choices[number] = Choice(trimmed, isOptional: choices[number].isOptional)
      if trimmed == [[]] { elements.removeFirst() }
    }
    if case .literals(let number)? = elements.last {
      let trimmed = choices[number].texts.map { text in Array(text[..<text.span.edgesStart]) }
      choices[number] = Choice(trimmed, isOptional: choices[number].isOptional)
      if trimmed == [[]] { elements.removeLast() }
    }
  }

  /// The most literals that neighbours are multiplied out into.
  private static let mergeLimit = 1024

  /// Multiplies neighbouring literals out where each by itself is too short: (加|进)(我|)群(聊|号).
  private mutating func mergeForAnchor() {
    for width in 2...4 {
      for start in elements.indices where start + width <= elements.count {
        guard let merged = product(elements[start..<start + width]) else { continue }
        elements.replaceSubrange(
          start..<start + width, with: CollectionOfOne(.literals(choices.count)))
        choices.append(Choice(merged))
        anchor = start
        return
      }
    }
  }

  private func product(_ elements: ArraySlice<Element>) -> [[UInt8]]? {
    guard leastLength(of: elements) >= LiteralMatcher.shortest else { return nil }
    var product: [[UInt8]] = [[]]
    for element in elements {
      guard case .literals(let number) = element else { return nil }
      let texts = choices[number].texts + (choices[number].isOptional ? [[]] : [])
      guard product.count * texts.count <= Self.mergeLimit else { return nil }
      product = product.flatMap { head in texts.map { head + $0 } }
    }
    return product
  }

  /// The fewest bytes that literals side by side have together; 0 where another part stands among them.
  private func leastLength(of elements: ArraySlice<Element>) -> Int {
    var length = 0
    for element in elements {
      guard case .literals(let number) = element else { return 0 }
      // The shortest text is the last.
      if !choices[number].isOptional { length += choices[number].texts.last?.count ?? 0 }
    }
    return length
  }

  private func rarestAnchor() -> Int? {
    var best = 0
    var anchor: Int?
    for (index, element) in elements.enumerated() {
      guard case .literals(let number) = element, !choices[number].isOptional else { continue }
      let rarity = choices[number].texts.map { Rarity.rarity(of: $0) }.min() ?? 0
      if rarity > best {
        best = rarity
        anchor = index
      }
    }
    return anchor
  }
}

/// Why a pattern of a pack cannot be used.
struct PatternFault: Error, Equatable {
  /// What is wrong.
  let reason: String
}
