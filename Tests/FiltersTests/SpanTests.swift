import Testing

@testable import Filters

@Suite struct SpanTests {
  @Test func `a byte is found where a plain search finds it`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for round in 0..<400 {
      // Few kinds of bytes, those next to the wanted one among them, so that near misses happen.
      let bytes = (0..<(round % 100)).map { _ in
        [9, 10, 11, 0x8A, 0x0B, 0, 255].randomElement(using: &generator) ?? UInt8(0)
      }
      for from in 0...bytes.count {
        let expected = bytes[from...].firstIndex(of: 10) ?? bytes.count
        if bytes.span.firstIndex(of: 10, from: from) != expected {
          Issue.record("seed \(seed) from \(from): \(bytes)")
        }
      }
    }
    let bytes: [UInt8] = [1, 2, 1]
    #expect(bytes.span.firstIndex(of: 1, from: 7) == 3)
    #expect(bytes.span.firstIndex(of: 1, from: -1) == 0)
  }

  @Test func `characters are counted as the standard library counts scalars`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for length in [0, 1, 2, 7, 8, 30, 100, 3000] {
      let text = generator.text(length: length)
      let bytes = Array(text.utf8)
      #expect(bytes.span.scalarCount(0..<bytes.count) == text.unicodeScalars.count, "seed \(seed)")
    }
    // Nothing but continuations, more words than one byte can count.
    let bytes = [UInt8](repeating: 0xBF, count: 255 * 8 * 3 + 5) + [0x41]
    #expect(bytes.span.scalarCount(0..<bytes.count) == 1)
    #expect(bytes.span.scalarCount(-5..<bytes.count + 5) == 1)
    #expect(bytes.span.scalarCount(bytes.count + 1..<bytes.count + 5) == 0)
  }

  @Test func `reading character by character gives the scalars of a text`() {
    var generator = SeededGenerator(seed: 1)
    let text = generator.text(length: 2000)
    let bytes = Array(text.utf8)
    var scalars: [UInt32] = []
    var i = 0
    while i < bytes.count {
      let (value, length) = bytes.span.scalar(at: i)
      scalars.append(value)
      i += length
    }
    #expect(scalars == text.unicodeScalars.map(\.value))
  }

  @Test func `reading damaged bytes goes on and agrees with the check`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let bytes = generator.damaged(Array(generator.text(length: 12).utf8))
      for i in bytes.indices {
        let (value, length) = bytes.span.scalar(at: i)
        let piece = bytes.span.extracting(i..<i + length)
        let isValid = UTF8Check.check(piece).ending == .whole
        if !isValid, (value, length) != (0xFFFD, 1) { Issue.record("seed \(seed): \(bytes)") }
        let isLonger = (1...4).contains { n in
          i + n <= bytes.count && UTF8Check.check(bytes.span.extracting(i..<i + n)).ending == .whole
        }
        if isLonger != isValid { Issue.record("seed \(seed) at \(i): \(bytes)") }
      }
      #expect(bytes.span.scalar(at: bytes.count) == (0xFFFD, 0))
    }
  }

  @Test func `exactly the listed characters are blanks, seen from both sides`() {
    let blanks: Set<UInt32> = Set([9, 0x20, 0xA0, 0x3000] + (0x2000...0x200A))
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // Beyond the first plane a sample is enough.
      if value > 0xFFFF, value % 257 != 0 { continue }
      let bytes = Array(String(Character(scalar)).utf8)
      let length = blanks.contains(value) ? bytes.count : 0
      let around = [0xE3] + bytes + [0x80]
      if around.span.blankLength(at: 1) != length { Issue.record("U+\(String(value, radix: 16))") }
      if bytes.span.blankLengthBefore(bytes.count) != length {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }

  @Test(arguments: [[0xE3], [0xE3, 0x80], [0xC2], [0xE2, 0x80], [0x80, 0x80], []] as [[UInt8]])
  func `a cut blank is none`(_ bytes: [UInt8]) {
    for i in -1...bytes.count + 1 {
      #expect(bytes.span.blankLength(at: i) == 0)
      #expect(bytes.span.blankLengthBefore(i) == 0)
    }
    #expect(bytes.span.indexOfTrimmedStart() == 0)
    #expect(bytes.span.indexOfTrimmedEnd() == bytes.count)
  }

  @Test(arguments: [
    (" \u{3000}\t一 二\u{A0}\u{2003}", "一 二"), ("", ""), (" \u{3000} ", ""), ("三", "三"),
    ("\u{200B}四", "\u{200B}四"),
  ])
  func `trimming takes the blanks at both ends and no others`(_ text: String, _ kept: String) {
    let bytes = Array(text.utf8)
    let start = bytes.span.indexOfTrimmedStart()
    let end = bytes.span.indexOfTrimmedEnd(from: start)
    #expect(String(decoding: bytes[start..<end], as: UTF8.self) == kept)
  }

  @Test func `trimming stays in its range even where the range cuts a blank`() {
    let bytes = Array("\u{3000}\u{3000}".utf8)
    #expect(bytes.span.indexOfTrimmedStart(from: 0, to: 4) == 3)
    #expect(bytes.span.indexOfTrimmedEnd(from: 1, to: 6) == 3)
  }

  @Test func `bytes stand at a place exactly if a plain comparison says so`() {
    let bytes = Array("一、2024年一季度：GDP增长5.2%，一季度".utf8)
    for i in 0...bytes.count {
      for length in 0...bytes.count {
        let wanted = Array(bytes.prefix(length))
        let expected = bytes[i...].starts(with: wanted)
        #expect(bytes.span.starts(with: wanted.span, at: i) == expected)
        #expect(
          bytes.span.extracting(i...).isEqual(to: wanted.span) == (bytes[i...] == wanted[...]))
      }
      #expect(bytes.span.starts(with: "一季度", at: i) == bytes[i...].starts(with: "一季度".utf8))
    }
    // #expect cannot take a span apart, hence the comparisons with true and false.
    #expect(bytes.span.starts(with: "一", at: -1) == false)
    #expect(bytes.span.starts(with: "", at: bytes.count + 1) == false)
    #expect(bytes.span.extracting(0..<3).isEqual(to: "一") == true)
    #expect(bytes.span.isEqual(to: "一") == false)
  }
}
