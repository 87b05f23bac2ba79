import Filters

/// What is known of a pattern before it is looked for.
extension PatternBook {
  /// The literals by which a pattern is found; nil where it has none that are long enough.
  func anchor(of number: Int) -> Choice? {
    let shape = shapes[number]
    guard shape.hasAnchor, case .literals(let choice) = elements[shape.anchor] else { return nil }
    return choices[choice]
  }

  /// The texts that a line of a pattern may begin with, behind signs and numerals; nil if it may begin with
  /// anything.
  func openings(of number: Int) -> [[UInt8]]? {
    var texts: [[UInt8]] = []
    for element in parts(of: number) {
      switch element {
      case .literals(let choice):
        var mayBeEmpty = choices[choice].isOptional
        for text in choices.texts(of: choices[choice]) {
          let word = Array(text[text.span.edgesLength...])
          if word.isEmpty { mayBeEmpty = true } else { texts.append(word) }
        }
        if !mayBeEmpty { return texts }
      case .number: continue
      case .gap, .any, .name: return nil
      }
    }
    return nil
  }

  /// Whether a line of a pattern certainly has what `LiteralMatcher.Traits` calls letters.
  func hasLetters(_ number: Int) -> Bool {
    parts(of: number).contains { element in
      guard case .literals(let choice) = element, !choices[choice].isOptional else { return false }
      return choices.texts(of: choices[choice]).allSatisfy { $0.contains { $0.isLetterSign } }
    }
  }

  /// Whether every character that a pattern covers is one of its own.
  func isPhrase(_ number: Int) -> Bool {
    parts(of: number).allSatisfy { element in
      if case .literals = element { return true }
      return false
    }
  }

  /// What must stand just behind the anchor of a pattern and just before it.
  func neighbours(of number: Int) -> LiteralMatcher.Neighbours {
    let shape = shapes[number]
    guard shape.hasAnchor else { return LiteralMatcher.Neighbours() }
    return LiteralMatcher.Neighbours(
      after: firsts(of: shape.anchor + 1..<shape.end),
      before: lasts(of: shape.first..<shape.anchor))
  }

  /// What a pattern may begin with, as bits of `Choice`.
  func beginning(of number: Int) -> UInt64 { firsts(of: shapes[number].first..<shapes[number].end) }

  /// What a pattern may end with, as bits of `Choice`.
  func ending(of number: Int) -> UInt64 { lasts(of: shapes[number].first..<shapes[number].end) }

  /// The parts of a pattern.
  func parts(of number: Int) -> ArraySlice<Pattern.Element> {
    elements[shapes[number].first..<shapes[number].end]
  }

  /// What the parts at `range` may begin with; all bits where anything may stand there.
  private func firsts(of range: Range<Int>) -> UInt64 {
    var bits: UInt64 = 0
    for index in range {
      switch elements[index] {
      case .literals(let choice):
        bits |= choices[choice].firsts
        if !choices[choice].isOptional { return bits }
      case .number: return bits | Self.numerals.firsts
      case .gap, .any, .name: return .max
      }
    }
    return .max
  }

  /// What the parts at `range` may end with; all bits where anything may stand there.
  private func lasts(of range: Range<Int>) -> UInt64 {
    var bits: UInt64 = 0
    for index in range.reversed() {
      switch elements[index] {
      case .literals(let choice):
        bits |= choices[choice].lasts
        if !choices[choice].isOptional { return bits }
      case .number: return bits | Self.numerals.lasts
      case .gap, .any, .name: return .max
      }
    }
    return .max
  }

  /// What the digits begin and end with, Arabic and Chinese.
  private static let numerals: (firsts: UInt64, lasts: UInt64) = {
    var bits: (firsts: UInt64, lasts: UInt64) = (0, 0)
    for character in "0123456789〇一二三四五六七八九十百千万" {
      let text = Array(character.utf8)
      bits.firsts |= Choice.firstBit(text.span, at: 0)
      bits.lasts |= Choice.lastBit(text.span, before: text.count)
    }
    return bits
  }()
}
