import Testing

@testable import Filters

@Suite struct TextEncodingTests {
  static let encodings: [TextEncoding] = [
    .utf8, .gb18030, .utf16(littleEndian: true), .utf16(littleEndian: false),
  ]

  /// Decodes pieces as a reader would: what is cut waits for the next piece, what is invalid becomes U+FFFD.
  private func decoded(_ bytes: [UInt8], as encoding: TextEncoding, cutAt cuts: [Int]) -> [UInt8] {
    var output: [UInt8] = []
    var waiting: [UInt8] = []
    var start = 0
    for end in cuts + [bytes.count] {
      waiting += bytes[start..<end]
      start = end
      var done = 0
      reading: while true {
        let piece = waiting.span.extracting(done..<waiting.count)
        let verdict = encoding.decode(piece, atEnd: end == bytes.count, into: &output)
        done += verdict.validCount
        switch verdict.ending {
        case .whole, .cut: break reading
        case .invalid(let length):
          output += [0xEF, 0xBF, 0xBD]
          done += length
        }
      }
      waiting.removeFirst(done)
    }
    #expect(waiting.isEmpty)
    return output
  }

  /// The text in UTF-16, by the standard library.
  private func units(_ text: String, littleEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return littleEndian ? pair : pair.reversed()
    }
  }

  @Test(arguments: encodings)
  func `bytes cut at any place decode as the whole`(_ encoding: TextEncoding) {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for round in 0..<60 {
      let text = generator.text(length: 20)
      var bytes: [UInt8]
      switch encoding {
      case .utf8: bytes = Array(text.utf8)
      case .utf16(let littleEndian): bytes = units(text, littleEndian: littleEndian)
      case .gb18030:
        bytes = [0xB1, 0xA8, 0x81, 0x30, 0x81, 0x30, 0x61, 0xB8, 0xE6] + Array(text.utf8)
      }
      if round % 2 == 1 { bytes = generator.damaged(bytes) }
      let whole = decoded(bytes, as: encoding, cutAt: [])
      for cut in 0...bytes.count {
        let pieces = decoded(bytes, as: encoding, cutAt: [cut])
        if pieces != whole { Issue.record("seed \(seed) round \(round) cut \(cut): \(bytes)") }
      }
      let single = decoded(bytes, as: encoding, cutAt: Array(0..<bytes.count))
      if single != whole { Issue.record("seed \(seed) round \(round) byte by byte: \(bytes)") }
    }
  }

  @Test(arguments: encodings)
  func `check and decode give one verdict, and what is decoded is UTF-8`(_ encoding: TextEncoding) {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for round in 0..<2000 {
      let bytes = (0..<(round % 60)).map { _ in
        // Mostly the bytes that matter to one of the encodings.
        Bool.random(using: &generator)
          ? UInt8.random(in: 0x30...0x39, using: &generator)
          : UInt8.random(in: 0x7F...0xFF, using: &generator)
      }
      var output = Array("kept".utf8)
      let verdict = encoding.decode(bytes.span, atEnd: false, into: &output)
      let isSame = verdict == encoding.check(bytes.span)
      let isText = String(validating: output, as: UTF8.self)?.utf8.starts(with: "kept".utf8) == true
      if !isSame || !isText { Issue.record("seed \(seed): \(bytes)") }
    }
  }

  @Test(arguments: [true, false])
  func `UTF-16 of any text decodes to the text`(_ littleEndian: Bool) {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let text = generator.text(length: 40)
      let bytes = units(text, littleEndian: littleEndian)
      let output = decoded(bytes, as: .utf16(littleEndian: littleEndian), cutAt: [])
      #expect(output == Array(text.utf8), "seed \(seed)")
    }
  }

  @Test(
    arguments: [
      ([0x41, 0x00, 0x42], 2, .cut), ([0x00, 0xDC, 0x41, 0x00], 0, .invalid(length: 2)),
      ([0x00, 0xD8, 0x41, 0x00], 0, .invalid(length: 2)), ([0x00, 0xD8], 0, .cut),
      ([0x41, 0x00, 0x00, 0xD8, 0x00, 0xD8], 2, .invalid(length: 2)),
      ([0x3D, 0xD8, 0x00, 0xDE], 4, .whole), ([], 0, .whole),
    ] as [([UInt8], Int, Verdict.Ending)])
  func `lone halves and odd bytes of UTF-16 are not valid`(
    _ bytes: [UInt8], _ count: Int, _ ending: Verdict.Ending
  ) {
    let expected = Verdict(validCount: count, ending: ending)
    #expect(TextEncoding.utf16(littleEndian: true).check(bytes.span) == expected)
  }

  @Test func `a byte order mark tells the encoding, and only a whole one`() {
    func mark(_ bytes: [UInt8]) -> TextEncoding? { TextEncoding.mark(of: bytes.span)?.encoding }
    #expect(mark([0xEF, 0xBB, 0xBF, 0x61]) == .utf8)
    #expect(mark([0xFF, 0xFE]) == .utf16(littleEndian: true))
    #expect(mark([0xFE, 0xFF, 0x00]) == .utf16(littleEndian: false))
    for bytes in [[], [0xEF], [0xEF, 0xBB], [0xFF], [0xEF, 0xBB, 0xBE], [0x61, 0xFF, 0xFE]]
      as [[UInt8]]
    {
      #expect(mark(bytes) == nil)
    }
  }

  @Test(arguments: encodings)
  func `an encoding is known by its own name`(_ encoding: TextEncoding) {
    #expect(TextEncoding(named: encoding.name) == encoding)
    #expect(TextEncoding(named: encoding.name + "x") == nil)
  }
}
