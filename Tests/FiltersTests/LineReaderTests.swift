import Testing

@testable import Filters

@Suite struct LineReaderTests {
  /// Pieces in which the same bytes may come.
  static let pieces: [[Int]] = [[1], [2], [3, 1], [7], [64], [256 << 10]]

  /// What a reader says about `bytes`: each line with its end, and the fault.
  private func read(
    _ bytes: [UInt8], _ intake: Intake = Intake(), pieces: [Int] = [256 << 10]
  ) -> [String] {
    var reader = LineReader(ByteSource(bytes, pieces: pieces), intake)
    var said: [String] = []
    do throws(InputFault) {
      said.append("\(try reader.begin())")
    } catch {
      return ["\(error)"]
    }
    while true {
      switch reader.next() {
      case .line(let end):
        said.append(String(decoding: Array(copying: reader.line), as: UTF8.self) + "|\(end)")
      case .end:
        said.append("\(reader.lineNumber)")
        return said
      case .fault(let fault):
        said.append(fault.reason + " in \(fault.line)")
        return said
      }
    }
  }

  private func bytes(_ text: String, _ encoding: String, isMarked: Bool) -> [UInt8] {
    let text = isMarked ? "\u{FEFF}" + text : text
    return switch encoding {
    case "utf-16le": text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "utf-16be": text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    default: Array(text.utf8)
    }
  }

  private func expected(_ text: String) -> [String] {
    sourceLines(text).map { line in
      line.text + (line.end == "\n" ? "|lf" : line.end == "\r\n" ? "|crlf" : "|none")
    }
  }

  @Test(
    "A text is its lines, in every encoding and in any pieces",
    arguments: ["utf-8", "utf-16le", "utf-16be"], 0..<25 as Range<UInt64>)
  func lines(encoding: String, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = generator.document(lines: 1...8) + "end"
    for isMarked in [true, false] {
      var intake = Intake()
      intake.form = .text
      if !isMarked || seed % 2 == 0 { intake.encoding = TextEncoding(named: encoding) }
      let source = bytes(text, encoding, isMarked: isMarked)
      let isMark = isMarked && encoding == "utf-8"
      let wanted =
        ["text(hasByteOrderMark: \(isMark))"] + expected(text) + ["\(sourceLines(text).count)"]
      for isLive in [false, true] {
        intake.isLive = isLive
        for replaces in [false, true] {
          intake.replacesInvalid = replaces
          for pieces in Self.pieces {
            #expect(
              read(source, intake, pieces: pieces) == wanted, "seed \(seed), pieces \(pieces)")
          }
        }
      }
    }
  }

  @Test(
    "GB18030 is found out, in any pieces, live or not", arguments: LineReaderTests.pieces,
    [false, true])
  func gb18030(pieces: [Int], isLive: Bool) {
    var intake = Intake()
    intake.isLive = isLive
    // 报告。 in GB18030, behind a line of ASCII
    let source =
      Array("a\r\n1".utf8) + [0xB1, 0xA8, 0xB8, 0xE6, 0xA1, 0xA3, 0x0A] + Array("b".utf8)
    #expect(
      read(source, intake, pieces: pieces) == [
        "text(hasByteOrderMark: false)", "a|crlf", "1报告。|lf", "b|none", "3",
      ])
  }

  @Test(
    "An invalid byte is told with its offset, whatever stands before it",
    arguments: [0, 1, 2, 5, 300])
  func invalidByte(length: Int) {
    for (encoding, name) in [(nil, nil), (TextEncoding.utf8, "utf-8")] {
      for pieces in Self.pieces {
        for isLive in [false, true] {
          var intake = Intake()
          intake.encoding = encoding
          intake.isLive = isLive
          let source =
            Array(("x\n" + String(repeating: "a", count: length)).utf8) + [0xFF, 0x41, 0x0A]
          let said = read(source, intake, pieces: pieces)
          #expect(said.count == 3, "\(said)")
          #expect(said.dropFirst().first == "x|lf")
          #expect(
            said.last?.hasPrefix("byte 0xFF at offset \(length + 2) is not UTF-8") == true,
            "\(said)")
          #expect(said.last?.hasSuffix("in 2") == true, "\(said) \(name ?? "")")
        }
      }
    }
  }

  @Test("A later byte that contradicts the judgement is an error with its offset")
  func lateContradiction() {
    // The first MiB is UTF-8; what follows was read together with it and is not.
    for extra in [0, 1, 5, 100_000] {
      var source = [UInt8](repeating: UInt8(ascii: "a"), count: Intake.judged + extra)
      source[10] = 0x0A
      source += [0xB1, 0xA8, 0x0A]
      let said = read(source)
      #expect(said.count == 3)
      #expect(
        said.last?.hasPrefix("byte 0xB1 at offset \(Intake.judged + extra) is not UTF-8") == true)
    }
  }

  @Test("The judgement is never made on a cut character")
  func cutJudgement() {
    for shift in 0..<4 {
      for character in ["字", "𠀀"] {
        var text = String(repeating: "a", count: shift) + "\n"
        while text.utf8.count < Intake.judged + 9 {
          text += String(repeating: character, count: 1000)
        }
        let said = read(Array(text.utf8))
        #expect(said.count == 4)
        #expect(said.last == "2")
      }
    }
  }

  @Test(
    "Each invalid sequence becomes one U+FFFD on request",
    arguments: [
      ([0x61, 0xFF, 0x62], "a\u{FFFD}b"), ([0xE5, 0xAD], "\u{FFFD}"),
      ([0xE5, 0xAD, 0x0A, 0xC0, 0x80], "\u{FFFD}"),
      ([0xF0, 0x9F, 0x98, 0x41, 0xED, 0xA0], "\u{FFFD}A\u{FFFD}\u{FFFD}"),
    ] as [([UInt8], String)])
  func replacement(source: [UInt8], expected: String) {
    var intake = Intake()
    intake.replacesInvalid = true
    intake.encoding = .utf8
    let said = Self.pieces.map { read(source, intake, pieces: $0) }
    for other in said { #expect(other == said[0]) }
    #expect(said[0][1].hasPrefix(expected + "|"))
  }

  @Test("Replacing much takes no more than a little per byte", .timeLimit(.minutes(1)))
  func manyReplacements() {
    var intake = Intake()
    intake.replacesInvalid = true
    for encoding in [TextEncoding.utf8, .gb18030, .utf16(littleEndian: true)] {
      intake.encoding = encoding
      let pair: [UInt8] = encoding == .utf8 || encoding == .gb18030 ? [0xFF, 0xFF] : [0x00, 0xDC]
      var source: [UInt8] = []
      for _ in 0..<5000 { source += pair }
      var reader = LineReader(ByteSource(source), intake)
      _ = try? reader.begin()
      _ = reader.next()
      let replacements = reader.replacements
      #expect(replacements == (encoding == .utf8 || encoding == .gb18030 ? 10000 : 5000))
    }
  }

  @Test(
    "A line of the greatest length passes, one byte more does not",
    arguments: LineReaderTests.pieces)
  func longLines(pieces: [Int]) {
    var intake = Intake()
    intake.maximumLine = 5
    intake.encoding = .utf8
    #expect(read(Array("12345\n12345".utf8), intake, pieces: pieces).last == "2")
    for text in ["123456\n", "123456", "1\n123456789\n"] {
      let said = read(Array(text.utf8), intake, pieces: pieces)
      #expect(said.last?.hasPrefix("the line is longer than 5 bytes") == true)
    }
    // Which of two faults is told must not hang on the pieces.
    let said = read(Array("123456".utf8) + [0xFF, 0x0A], intake, pieces: pieces)
    #expect(said.last?.hasPrefix("the line is longer") == true)
    let other = read(Array("1234".utf8) + [0xFF] + Array("123456\n".utf8), intake, pieces: pieces)
    #expect(other.last?.hasPrefix("byte 0xFF") == true)
  }

  @Test(
    "The first bytes tell a stream from a text",
    arguments: [
      ("", "nothing"), ("d", "text"), ("doc", "text"), ("doc\t", "stream"),
      ("doc\treport", "stream"),
      ("doc\treport/", "stream"), ("doc\treport/9\tx\n", "stream"), ("doc\treport\t", "text"),
      ("doc report/1", "text"), ("\ndoc\treport/1\tx\n", "text"), ("#\ndoc\treport/1\tx\n", "text"),
      ("\u{FEFF}doc\treport/1\tx\n", "markedStream"), ("\u{FEFF}doc\t", "markedStream"),
      ("\u{FEFF}doc", "text"), ("\u{FEFF}", "text"), ("DOC\treport/1\tx\n", "text"),
    ])
  func openings(text: String, content: String) {
    for pieces in Self.pieces {
      for isLive in [false, true] {
        var intake = Intake()
        intake.isLive = isLive
        let said = read(Array(text.utf8), intake, pieces: pieces)
        #expect(said[0].hasPrefix(content), "\(said) in \(pieces)")
      }
    }
  }

  @Test("After a line too long the next one is found", arguments: LineReaderTests.pieces)
  func skipping(pieces: [Int]) throws {
    var intake = Intake()
    intake.form = .stream
    intake.maximumLine = 4
    var reader = LineReader(ByteSource(Array("abcdefgh\nxy\n123456".utf8), pieces: pieces), intake)
    _ = try reader.begin()
    guard case .fault = reader.next() else {
      Issue.record("the long line passed")
      return
    }
    try reader.skipLine()
    _ = reader.next()
    let line = Array(copying: reader.line)
    let number = reader.lineNumber
    #expect(line == Array("xy".utf8))
    #expect(number == 2)
    guard case .fault(let fault) = reader.next() else {
      Issue.record("the last line passed")
      return
    }
    #expect(fault.line == 3)
    try reader.skipLine()
    guard case .end = reader.next() else {
      Issue.record("something stands behind the end")
      return
    }
  }
}
