import Testing

@testable import Filters

@Suite struct DriverTextTests {
  private static let pieces: [[Int]] = [[1], [2], [5, 3], [256 << 10]]

  @Test(
    "The lines' TEXTs, put together, are the source's lines", arguments: 0..<60 as Range<UInt64>)
  func lossless(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = generator.document() + "x"
    let run = PassFilter.rehearse("--input", "text", input: Array(text.utf8))
    var expected = "doc\treport/1\t-\n"
    // A mark at the beginning is no text.
    let body = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    for (index, line) in sourceLines(body).enumerated() {
      expected += "line\t\(index + 1)\t1\t\(escaped(line.text))\n"
    }
    expected += "end\tok\n"
    #expect(run.output == Array(expected.utf8), "seed \(seed)")
    #expect(run.status == .success)
    #expect(run.messages == "")
  }

  @Test(
    "A form of its own can give the text back byte for byte", arguments: 0..<60 as Range<UInt64>)
  func identity(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = Array(((seed % 3 == 0 ? "\u{FEFF}" : "") + generator.document(lines: 0...200)).utf8)
    for pieces in Self.pieces {
      for option in ["--line-buffered", "--quiet"] {
        let run = CopyFilter.rehearse("--input=text", option, input: text, pieces: pieces)
        #expect(run.output == text, "seed \(seed), pieces \(pieces)")
        #expect(run.status == .success)
      }
    }
  }

  @Test("The pieces in which a text comes change nothing", arguments: 0..<30 as Range<UInt64>)
  func chunking(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var text = Array(generator.document().utf8)
    if seed % 2 == 0 { text = generator.damaged(text) }
    for options in [
      ("--quiet", "--quiet"), ("--invalid", "replace"), ("--encoding", "gb18030"),
      ("--max-line", "9"),
    ] {
      let whole = HoldingFilter.rehearse(options.0, options.1, input: text)
      for pieces in Self.pieces {
        let cut = HoldingFilter.rehearse(options.0, options.1, input: text, pieces: pieces)
        #expect(cut.output == whole.output, "seed \(seed), pieces \(pieces), \(options)")
        #expect(cut.messages == whole.messages, "seed \(seed), pieces \(pieces), \(options)")
        #expect(cut.status == whole.status, "seed \(seed), pieces \(pieces), \(options)")
      }
    }
  }

  @Test("A text cut in two at any offset is read as the whole")
  func everyOffset() {
    var generator = SeededGenerator(seed: 3)
    for encoding in ["utf-8", "gb18030", "utf-16le", "utf-16be"] {
      let text = generator.document(lines: 6...6) + "字\r\n𠀀"
      let source: [UInt8] =
        switch encoding {
        case "utf-16le": text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case "utf-16be": text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        // 报告。 and a character of four bytes
        case "gb18030":
          [0xB1, 0xA8, 0xB8, 0xE6, 0xA1, 0xA3, 0x0D, 0x0A, 0x95, 0x32, 0x82, 0x36, 0x61]
        default: Array(text.utf8)
        }
      let whole = PassFilter.rehearse("--input=text", "--encoding", encoding, input: source)
      #expect(whole.status == .success, "\(encoding): \(whole.messages)")
      for offset in 1..<source.count {
        for option in ["--line-buffered", "--quiet"] {
          let cut = PassFilter.rehearse(
            "--input=text", "--encoding", encoding, option, input: source,
            pieces: [offset, source.count])
          #expect(cut.output == whole.output, "\(encoding) cut at \(offset)")
        }
      }
    }
  }

  @Test("That a text was judged to be GB18030 is said once, and not when it is quiet or told")
  func judged() {
    let source: [UInt8] = [0x61, 0x0A, 0xB1, 0xA8, 0x0A, 0xB1, 0xA8]
    for pieces in Self.pieces {
      for options in [("--input=auto", "--input=auto"), ("--line-buffered", "--input=text")] {
        let run = PassFilter.rehearse(options.0, options.1, input: source, pieces: pieces)
        #expect(
          run.text == "doc\treport/1\t-\nline\t1\t1\ta\nline\t2\t1\t报\nline\t3\t1\t报\nend\tok\n")
        #expect(run.messages.hasPrefix("pass: -: read as GB18030;"))
        #expect(run.messages.split(separator: "\n").count == 1)
        #expect(run.status == .success)
        #expect(
          PassFilter.rehearse(options.0, "--quiet", input: source, pieces: pieces).messages == "")
      }
      #expect(PassFilter.rehearse("--encoding=gbk", input: source, pieces: pieces).messages == "")
    }
  }

  @Test("Invalid text fails the document at its line, with what came before it")
  func invalid() {
    for option in ["--encoding=utf-8", "--encoding=auto"] {
      for pieces in Self.pieces {
        let run = PassFilter.rehearse(
          option, input: [0x61, 0x0A, 0x62, 0xFF, 0x0A, 0x63, 0x0A], pieces: pieces)
        #expect(
          run.text.hasPrefix(
            "doc\treport/1\t-\nline\t1\t1\ta\nend\tfailed\tline 2: byte 0xFF at offset 3 is not UTF-8"
          ))
        #expect(run.text.utf8.filter { $0 == 10 }.count == 3)
        #expect(run.messages.hasPrefix("pass: -:2: byte 0xFF at offset 3 is not UTF-8"))
        #expect(run.messages.contains("--encoding"))
        #expect(run.status == .failedDocument)
      }
    }
  }

  @Test(
    "A stream is taken as it is, and what is invalid in it is replaced on request",
    arguments: pieces)
  func replacedInStreams(pieces: [Int]) {
    let opening = Array("doc\treport/1\ta\nline\t1\t1\tx".utf8)
    let ending = Array("\nend\tok\n".utf8)
    let asIs = PassFilter.rehearse(input: opening + [0xFF] + ending, pieces: pieces)
    #expect(asIs.output == opening + [0xFF] + ending)
    #expect(asIs.messages == "")
    let replaced = PassFilter.rehearse(
      "--invalid=replace", input: opening + [0xFF] + ending, pieces: pieces)
    #expect(replaced.output == opening + [0xEF, 0xBF, 0xBD] + ending)
    #expect(replaced.messages == "pass: -: 1 invalid sequence was replaced by U+FFFD\n")
    #expect(replaced.status == .success)
    // Lines of a stream end in LF alone, however they are read.
    let returned = PassFilter.rehearse(
      "--invalid=replace", input: opening + [0x0D] + ending, pieces: pieces)
    #expect(returned.messages.contains("ends in a carriage return"))
  }

  @Test("What is replaced is counted")
  func replaced() {
    let run = PassFilter.rehearse(
      "--invalid=replace", "--encoding=utf-8", input: [0x61, 0xFF, 0xFF, 0x0A, 0xE5])
    #expect(
      run.text == "doc\treport/1\t-\nline\t1\t1\ta\u{FFFD}\u{FFFD}\nline\t2\t1\t\u{FFFD}\nend\tok\n"
    )
    #expect(run.messages == "pass: -: 3 invalid sequences were replaced by U+FFFD\n")
    #expect(run.status == .success)
  }

  @Test(
    "Marks, blank lines and odd ends",
    arguments: [
      ("\n", "line\t1\t1\t\n"), ("\r\n", "line\t1\t1\t\n"), ("\r", "line\t1\t1\t\\r\n"),
      ("\n\n", "line\t1\t1\t\nline\t2\t1\t\n"),
      ("a\rb\r\n", "line\t1\t1\ta\\rb\n"), ("\0\n", "line\t1\t1\t\\0\n"), ("\u{FEFF}", ""),
      ("\u{FEFF}a", "line\t1\t1\ta\n"),
      ("a\n\u{FEFF}b", "line\t1\t1\ta\nline\t2\t1\t\u{FEFF}b\n"), ("\r\r\n", "line\t1\t1\t\\r\n"),
      ("d", "line\t1\t1\td\n"),
    ])
  func odd(text: String, records: String) {
    for pieces in Self.pieces {
      for option in ["--line-buffered", "--quiet"] {
        let run = PassFilter.rehearse(option, input: Array(text.utf8), pieces: pieces)
        #expect(run.text == "doc\treport/1\t-\n" + records + "end\tok\n")
        #expect(run.status == .success)
      }
    }
  }

  @Test("A filter that fails a text is not asked again")
  func failing() {
    let run = FailingFilter.rehearse(input: Array("a\nFAIL\nb\n".utf8))
    #expect(run.text == "doc\treport/1\t-\nline\t1\t1\ta\nend\tfailed\tline 2: asked to\n")
    #expect(run.status == .failedDocument)
    let late = FailingFilter.rehearse(input: Array("LATE\nb\n".utf8))
    #expect(late.text.hasSuffix("line\t2\t1\tb\nend\tfailed\tasked to at the end\n"))
  }
}
