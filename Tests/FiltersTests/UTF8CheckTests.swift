import Testing

@testable import Filters

@Suite struct UTF8CheckTests {
  /// Surroundings that lead a sequence through every path of the check.
  static let surroundings: [(before: String, after: String)] = [
    ("", ""), ("a", "b"), (String(repeating: "a", count: 70), String(repeating: "b", count: 70)),
    (String(repeating: "报告", count: 17), String(repeating: "增长", count: 17)),
    (String(repeating: "é", count: 33), String(repeating: "界1", count: 20)),
  ]

  /// What the standard library says: the valid bytes before the first error and the error's kind.
  private func truth(_ bytes: [UInt8]) -> Verdict {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return Verdict(validCount: bytes.count, ending: .whole)
    } catch {
      let place = error.byteOffsets
      // A sequence that the end cuts is an error to the standard library.
      let isCut = place.upperBound == bytes.count && canGoOn(Array(bytes[place]))
      return Verdict(
        validCount: place.lowerBound, ending: isCut ? .cut : .invalid(length: place.count))
    }
  }

  /// Whether some continuation makes these bytes one valid character, tried by brute force.
  private func canGoOn(_ bytes: [UInt8]) -> Bool {
    let tails: [[UInt8]] = [
      [0x80], [0x80, 0x80], [0xBF, 0x80], [0x80, 0x80, 0x80], [0x90, 0x80, 0x80],
    ]
    return tails.contains { tail in
      var decoder = UTF8()
      var iterator = (bytes + tail).makeIterator()
      guard case .scalarValue = decoder.decode(&iterator) else { return false }
      guard case .emptyInput = decoder.decode(&iterator) else { return false }
      return true
    }
  }

  @Test func `one, two and three bytes of every kind get the verdict of the standard library`() {
    for first in UInt8.min...UInt8.max {
      #expect(UTF8Check.check([first].span) == truth([first]))
      for second in UInt8.min...UInt8.max {
        let bytes = [first, second]
        if UTF8Check.check(bytes.span) != truth(bytes) { Issue.record("\(bytes)") }
      }
    }
    // Three bytes: every second byte, and third bytes at the borders of what matters.
    for first in UInt8(0xC0)...0xFF {
      for second in UInt8.min...UInt8.max {
        for third: UInt8 in [0, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xE4, 0xFF] {
          let bytes = [first, second, third]
          if UTF8Check.check(bytes.span) != truth(bytes) { Issue.record("\(bytes)") }
        }
      }
    }
  }

  @Test func `exactly the scalars of Unicode are valid, by count over all three-byte sequences`() {
    var valid = 0
    var bytes: [UInt8] = [0, 0, 0]
    for first in UInt8(0x80)...0xFF {
      for second in UInt8.min...UInt8.max {
        for third in UInt8.min...UInt8.max {
          bytes[0] = first
          bytes[1] = second
          bytes[2] = third
          if UTF8Check.check(bytes.span).ending == .whole { valid += 1 }
        }
      }
    }
    // One character of three bytes, or one of two bytes and one of ASCII.
    #expect(valid == (0x10000 - 0x800 - 0x800) + (0x800 - 0x80) * 0x80)
  }

  @Test(arguments: surroundings.indices)
  func `sequences at the borders are judged alike at every alignment`(_ which: Int) {
    let (before, after) = Self.surroundings[which]
    let leads: [UInt8] = [
      0x80, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF4,
      0xF5, 0xFF,
    ]
    let seconds: [UInt8] = [0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xF0]
    for shift in 0..<33 {
      let head = Array(String(repeating: "x", count: shift).utf8) + Array(before.utf8)
      for lead in leads {
        for second in seconds {
          for rest: [UInt8] in [[], [0x80], [0x80, 0xBF], [0x80, 0xC2], [0x7F]] {
            let bytes = head + [lead, second] + rest + Array(after.utf8)
            let verdict = UTF8Check.check(bytes.span)
            if verdict != truth(bytes) { Issue.record("\(shift) \(lead) \(second) \(rest)") }
          }
        }
      }
    }
  }

  @Test func `random texts, whole, damaged and cut, get the verdict of the standard library`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for round in 0..<1500 {
      let text = Array(generator.text(length: Int.random(in: 0...120, using: &generator)).utf8)
      #expect(UTF8Check.check(text.span) == Verdict(validCount: text.count, ending: .whole))
      let damaged = generator.damaged(text)
      for bytes in [damaged, Array(text.dropLast()), Array(damaged.dropFirst(round % 40))] {
        if UTF8Check.check(bytes.span) != truth(bytes) {
          Issue.record("seed \(seed) round \(round): \(bytes)")
        }
      }
    }
  }

  @Test func `random bytes get the verdict of the standard library`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for round in 0..<3000 {
      let bytes = (0..<(round % 80)).map { _ in UInt8.random(in: 0...255, using: &generator) }
      if UTF8Check.check(bytes.span) != truth(bytes) { Issue.record("seed \(seed): \(bytes)") }
    }
  }

  @Test func `a text cut at any byte is valid up to the cut character`() {
    let text = "一、2024年GDP增长5.2%；é與𠮷野家。"
    let bytes = Array(String(repeating: text, count: 4).utf8)
    for cut in 0...bytes.count {
      let verdict = UTF8Check.check(bytes.span.extracting(0..<cut))
      let isBorder = cut == bytes.count || bytes[cut] & 0xC0 != 0x80
      #expect(verdict.ending == (isBorder ? .whole : .cut))
      #expect(isBorder ? verdict.validCount == cut : cut - verdict.validCount < 4)
    }
  }
}
