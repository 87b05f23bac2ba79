import Filters

/// The patterns of all rules, laid out for looking at them: their parts side by side, so that no pattern is copied, and
/// its arrays counted as used, when one of its anchors is found.
struct PatternBook: Sendable {
  /// Where a pattern's parts are, and what else it is.
  struct Shape {
    var first: Int
    var end: Int
    /// The part by which it is found; the first where there is none.
    var anchor: Int
    var hasAnchor: Bool
    var isAtStart: Bool
    var isAtEnd: Bool
  }

  /// The most bytes that `…` stands for: sixteen Chinese characters.
  static let gapLimit = 48
  /// The most bytes that may stand before a name: four signs.
  static let signLimit = 12

  /// The patterns.
  private(set) var shapes: [Shape] = []
  /// Their parts; the number in `.literals` counts `choices`.
  private(set) var elements: [Pattern.Element] = []
  /// The literals among these.
  private(set) var choices = Choices()

  /// Adds a pattern, which goes by its place among those added.
  mutating func add(_ pattern: borrowing Pattern) {
    let first = elements.count
    let base = choices.count
    for element in pattern.elements {
      if case .literals(let number) = element {
        elements.append(.literals(base + number))
      } else {
        elements.append(element)
      }
    }
    for choice in pattern.choices {
      choices.add(
        pattern.texts[choice.places], of: pattern.bytes.span, isOptional: choice.isOptional)
    }
    shapes.append(
      Shape(
        first: first, end: elements.count, anchor: first + (pattern.anchor ?? 0),
        hasAnchor: pattern.anchor != nil, isAtStart: pattern.isAtStart, isAtEnd: pattern.isAtEnd))
  }

  /// The part of `text` that pattern `number` covers, its anchor standing at `place`; nil if it does not fit.
  ///
  /// A pattern without an anchor is tried at the line's beginning. `starts` are the places where a line
  /// may be said to begin, nil where that is not to be looked at; `end` is where it ends. Linear.
  func match(
    _ number: Int, _ text: Span<UInt8>, at place: Int, starts: (Int, Int)?, end: Int
  ) -> Range<Int>? {
    let shape = shapes[number]
    guard let lower = backward(shape, text, from: place, starts: starts) else { return nil }
    guard let upper = forward(shape, text, from: place, end: end) else { return nil }
    return lower < upper ? lower..<upper : nil
  }

  private func forward(
    _ shape: Shape, _ text: Span<UInt8>, from place: Int, end: Int
  ) -> Int? {
    var place = place
    var slack = 0
    for index in shape.anchor..<shape.end {
      switch elements[index] {
      case .gap: slack = max(slack, Self.gapLimit)
      case .any: slack = text.count
      case .literals(let number):
        let choice = choices[number]
        if choice.isOptional, slack > 0, index < shape.end - 1 { continue }
        if shape.isAtEnd, slack > 0, index == shape.end - 1 {
          // What stands at the line's end is looked for there and nowhere else.
          if let found = choices.length(of: choice, in: text, before: end), end - found >= place {
            guard end - found - place <= slack else { return nil }
            place = end
            slack = 0
          } else if !choice.isOptional {
            return nil
          }
          continue
        }
        guard
          let found = choices.next(
            of: choice, in: text, from: place, through: min(place + slack, end), end: end,
            inSentence: slack == Self.gapLimit)
        else { return nil }
        place = found
        slack = 0
      case .number:
        let limit = min(place + slack, end - 1)
        while place <= limit, text.numeralLength(at: place) == 0 { place += 1 }
        guard place <= limit else { return nil }
        while place < end {
          let width = text.numeralLength(at: place)
          if width == 0 { break }
          place += width
        }
        slack = 0
      case .name:
        let limit = min(place + max(slack, Self.signLimit), end - 1)
        while place <= limit, !text[place].isNameByte {
          // Signs may stand before it, and words only where the pattern has a gap.
          let width = slack > 0 ? 1 : text.edgeLength(at: place)
          if width == 0 { return nil }
          place += width
        }
        guard place <= limit else { return nil }
        let start = place
        while place < end, text[place].isNameByte { place += 1 }
        guard place - start >= 4 else { return nil }
        slack = 0
      }
    }
    if shape.isAtEnd, end - place > slack { return nil }
    return place
  }

  private func backward(
    _ shape: Shape, _ text: Span<UInt8>, from place: Int, starts: (Int, Int)?
  ) -> Int? {
    let start = shape.isAtStart ? starts?.0 ?? 0 : 0
    var place = place
    var slack = 0
    for index in stride(from: shape.anchor - 1, through: shape.first, by: -1) {
      switch elements[index] {
      case .gap: slack = max(slack, Self.gapLimit)
      case .any: slack = text.count
      case .literals(let number):
        let choice = choices[number]
        if choice.isOptional, slack > 0 { continue }
        if shape.isAtStart, slack > 0, index == shape.first, let starts {
          // What stands at the line's beginning is looked for there and nowhere else.
          return beginning(with: choice, in: text, before: place, slack, starts)
        }
        guard
          let found = choices.last(
            of: choice, in: text, from: place, downTo: max(place - slack, start),
            inSentence: slack == Self.gapLimit),
          found >= start
        else { return nil }
        place = found
        slack = 0
      case .number:
        let limit = max(place - slack, start + 1)
        while place >= limit, text.numeralLengthBefore(place) == 0 { place -= 1 }
        guard place >= limit else { return nil }
        while place > start {
          let width = text.numeralLengthBefore(place)
          if width == 0 { break }
          place -= width
        }
        slack = 0
      case .name:
        let limit = max(place - max(slack, Self.signLimit), start + 1)
        while place >= limit, !text[place - 1].isNameByte { place -= 1 }
        guard place >= limit else { return nil }
        let upper = place
        while place > start, text[place - 1].isNameByte { place -= 1 }
        guard upper - place >= 4 else { return nil }
        slack = 0
      }
    }
    guard shape.isAtStart, let starts else { return place }
    let fits = place - starts.0 <= slack || (place >= starts.1 && place - starts.1 <= slack)
    return fits ? place : nil
  }

  /// The first of `starts` where one of a choice stands that ends at most `slack` bytes before `place`.
  private func beginning(
    with choice: Choice, in text: Span<UInt8>, before place: Int, _ slack: Int,
    _ starts: (Int, Int)
  ) -> Int? {
    func begins(at start: Int) -> Bool {
      guard let found = choices.length(of: choice, in: text, at: start, end: place) else {
        return false
      }
      return place - start - found <= slack
    }
    return begins(at: starts.0) ? starts.0 : begins(at: starts.1) ? starts.1 : nil
  }
}

extension UInt8 {
  /// True for what net names are made of.
  @inline(__always) var isNameByte: Bool {
    isDigit || isSmallLetter || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
  }
}

extension Span where Element == UInt8 {
  /// Where the character behind the one at `place` begins; beyond the end at the end.
  @inline(__always)
  func nextCharacter(after place: Int) -> Int {
    // Nearly all have three bytes.
    if self[place] & 0xF0 == 0xE0 { return place + 3 }
    var next = place + 1
    while next < count, self[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  /// Where the character that ends before `place` begins; below 0 at the beginning.
  @inline(__always)
  func characterBefore(_ place: Int) -> Int {
    if place >= 3, self[place - 3] & 0xF0 == 0xE0 { return place - 3 }
    var next = place - 1
    while next > 0, self[next] & 0xC0 == 0x80 { next -= 1 }
    return next
  }

  /// Whether 。！？； stands at `place`.
  @inline(__always)
  func endsSentence(at place: Int) -> Bool {
    guard place >= 0, place + 3 <= count, self[place] == 0xE3 || self[place] == 0xEF
    else { return false }
    switch (self[place], self[place + 1], self[place + 2]) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x9B): return true
    default: return false
    }
  }

  /// The length of the digit, Arabic or Chinese, that begins at `place`, or 0.
  func numeralLength(at place: Int) -> Int {
    let (value, width) = scalar(at: place)
    return Self.isNumeral(value) ? width : 0
  }

  /// The length of the digit that ends before `end`, or 0.
  func numeralLengthBefore(_ end: Int) -> Int {
    guard end > 0 else { return 0 }
    if self[end - 1] < 0x80 { return self[end - 1].isDigit ? 1 : 0 }
    return end >= 3 && numeralLength(at: end - 3) == 3 ? 3 : 0
  }

  private static func isNumeral(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39: true
    // 〇 一 二 三 四 五 六 七 八 九 十 百 千 万
    case 0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D: true
    case 0x5341, 0x767E, 0x5343, 0x4E07: true
    default: false
    }
  }
}
