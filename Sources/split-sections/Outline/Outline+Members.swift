import Filters

// Lines that begin with a label and hold those that go on from it: （1）抓学习；（2）抓管理；（3）抓落实。

extension Outline {
  /// Notes the labels of the held line `index` that go on from the one it begins with, the first of them
  /// `second`.
  mutating func noteMembers(from label: Label, _ second: Label, at index: Int, _ text: Span<UInt8>)
  {
    members.removeAll(keepingCapacity: true)
    members.append(label)
    var next: Label? = second
    while let member = next {
      members.append(member)
      next = self.member(after: member, in: index, text)
    }
  }

  /// The second of several labels in the held line `index`, which begins with `label`.
  mutating func secondMember(after label: Label, at index: Int, _ text: Span<UInt8>) -> Label? {
    guard findsItems, let next = member(after: label, in: index, text),
      !goesOnBelow(label, at: index)
    else { return nil }
    return next
  }

  /// Opens the sections of the members found in the line `index`, the first of which has been opened at
  /// `depth`, and puts them among `items` with the enumerations inside them.
  mutating func takeMembers(at index: Int, depth: Int, _ text: Span<UInt8>) {
    items.removeAll(keepingCapacity: true)
    var depth = depth
    for number in members.indices {
      let member = members[number]
      if number > 0 {
        depth = levels.enter(member)
        lastOrdinals[member.style] = member.ordinal
        series.close()
      }
      items.append(Item(label: member, depth: depth))
      let isLast = number + 1 == members.count
      let end = isLast ? shapes[index].end : members[number + 1].start
      takeMarks(of: index, text, within: member.end..<end)
    }
  }

  /// The label in the line `index` that goes on from `label`, behind the end of a sentence.
  private mutating func member(after label: Label, in index: Int, _ text: Span<UInt8>) -> Label? {
    if styles.styles[label.style].isOrdinalWord { return nil }
    let end = shapes[index].end
    // A digit's place is quickly found; other labels begin where marks do.
    if text[label.start] >= 0x30, text[label.start] <= 0x39 {
      var digit = label.ordinal + 1
      while digit > 9 { digit /= 10 }
      var i = text.firstIndex(of: UInt8(0x30 + digit), from: label.end)
      while i < end {
        if Self.mayEndSentence(text[i - 1]),
          let next = member(after: label, at: i, before: end, text)
        {
          return next
        }
        i = text.firstIndex(of: UInt8(0x30 + digit), from: i + 1)
      }
      return nil
    }
    for number in shapes[index].marks {
      let start = reader.mark(number).start
      if start >= label.end, let next = member(after: label, at: start, before: end, text) {
        return next
      }
    }
    return nil
  }

  /// Whether a stop that ends a sentence, or a blank, may end with this byte: most digits stand in figures.
  private static func mayEndSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x20, 0x21, 0x3B, 0x3F: true
    // 。 ； ！ ？ ｡ and wide blanks
    case 0x80...0x8A, 0x9B, 0x9F, 0xA0, 0xA1: true
    default: false
    }
  }

  private mutating func member(
    after label: Label, at i: Int, before end: Int, _ text: Span<UInt8>
  ) -> Label? {
    guard
      Self.isBehindSentence(text, before: i, from: label.end)
        || text.numeral(.circled, at: i) != nil
        || Self.isBehindEntry(text, before: i, from: label.end),
      let next = styles.lineLabel(in: text, at: i, before: end),
      next.style == label.style, next.ordinal == label.ordinal + 1, next.parts == label.parts,
      // Inside a line 2.5万元 is a figure.
      next.doubt != .figure || next.style != styles.pointed
    else { return nil }
    return next
  }

  /// Whether a few words without a stop stand between a label and a blank before `i`: 1.田径  2.游泳.
  private static func isBehindEntry(_ text: Span<UInt8>, before i: Int, from start: Int) -> Bool {
    guard i - start <= longestPhrase * 3 else { return false }
    let end = text.indexOfTrimmedEnd(from: start, to: i)
    guard end < i else { return false }
    let entry = text.sentence(
      from: text.indexOfTrimmedStart(from: start, to: end), to: end, semicolons: true)
    return entry.length > 0 && entry.stop == .none && entry.commas == 0 && !entry.hasBlank
  }

  /// Whether 。 or ； stands before `i`, or such a stop and blanks.
  static func isBehindSentence(_ text: Span<UInt8>, before i: Int, from start: Int) -> Bool {
    var i = i
    while i > start {
      var first = i - 1
      while first > start, text[first] & 0xC0 == 0x80 { first -= 1 }
      let scalar = text.scalar(at: first).value
      if text.blankLength(at: first) == 0 {
        return split_sections.endsSentence(scalar) || isSemicolon(scalar)
      }
      i = first
    }
    return false
  }

  /// Whether the next line with a label of the style goes on from `label`, so that those in its own line
  /// count something else.
  private mutating func goesOnBelow(_ label: Label, at index: Int) -> Bool {
    for line in (index + 1)..<shapes.count {
      guard let next = shapes[line].label, next.style == label.style else { continue }
      return next.ordinal == label.ordinal + 1
    }
    return false
  }
}
