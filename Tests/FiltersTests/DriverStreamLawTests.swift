import Testing

@testable import Filters

/// What holds of every stream, however it comes and wherever it is cut.
@Suite struct DriverStreamLawTests {
  /// The sizes in which a stream may come.
  static let pieces: [[Int]] = [[1], [2, 3], [17], [256 << 10]]

  @Test(
    "A valid stream passes byte for byte, through windows too", arguments: 0..<60 as Range<UInt64>)
  func identity(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let stream = generator.stream(documents: 0...30)
    let hasFailed = stream.utf8.split(separator: 10).contains {
      $0.starts(with: Array("end\tfailed".utf8))
    }
    for run in [
      PassFilter.rehearse(input: Array(stream.utf8)),
      HoldingFilter.rehearse(input: Array(stream.utf8)),
      FailingFilter.rehearse("--line-buffered", input: Array(stream.utf8)),
    ] {
      #expect(run.output == Array(stream.utf8), "seed \(seed)")
      #expect(run.status == (hasFailed ? .failedDocument : .success), "seed \(seed)")
      #expect(run.messages == "", "seed \(seed)")
    }
  }

  @Test("The pieces in which a stream comes change nothing", arguments: 0..<40 as Range<UInt64>)
  func chunking(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let stream = Array((seed % 2 == 0 ? generator.brokenStream() : generator.stream()).utf8)
    let whole = CopyFilter.rehearse(input: stream)
    for pieces in Self.pieces {
      for option in ["--line-buffered", "--quiet"] {
        let cut = CopyFilter.rehearse(option, input: stream, pieces: pieces)
        #expect(cut.output == whole.output, "seed \(seed), pieces \(pieces)")
        #expect(cut.messages == whole.messages, "seed \(seed), pieces \(pieces)")
        #expect(cut.status == whole.status, "seed \(seed), pieces \(pieces)")
      }
    }
  }

  @Test("A stream cut in two at any offset is read as the whole")
  func everyOffset() {
    var generator = SeededGenerator(seed: 7)
    let stream = Array((generator.streamDocument() + generator.streamDocument()).utf8)
    for offset in 1..<stream.count {
      let run = PassFilter.rehearse(input: stream, pieces: [offset, stream.count])
      #expect(run.output == stream, "cut at \(offset)")
    }
  }

  @Test("Streams one after the other give what each gives", arguments: 0..<60 as Range<UInt64>)
  func concatenation(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let streams = (0..<3).map { _ in
      // A stream that does not end its last document is not the same stream before another.
      Array(
        ((seed % 2 == 0 ? generator.brokenStream() : generator.stream())
          + generator.streamDocument()).utf8)
    }
    let whole = FailingFilter.rehearse("--input", "stream", input: Array(streams.joined()))
    let parts = streams.map { FailingFilter.rehearse("--input", "stream", input: $0) }
    #expect(whole.output == parts.flatMap(\.output), "seed \(seed)")
    #expect(whole.status.rawValue == parts.map(\.status.rawValue).max(), "seed \(seed)")
    let shown = CopyFilter.rehearse("--input", "stream", input: Array(streams.joined()))
    let shownParts = streams.flatMap { CopyFilter.rehearse("--input", "stream", input: $0).output }
    #expect(shown.output == shownParts, "seed \(seed)")
  }

  @Test(
    "What comes out of a broken stream is whole: passing it again changes nothing",
    arguments: 0..<60 as Range<UInt64>)
  func repaired(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let once = PassFilter.rehearse(input: Array(generator.brokenStream().utf8))
    let twice = PassFilter.rehearse(input: once.output)
    #expect(twice.output == once.output, "seed \(seed)")
    #expect(twice.messages == "", "seed \(seed)")
    let opened = once.text.split(separator: "\n").filter { $0.hasPrefix("doc\t") }.count
    let closed = once.text.split(separator: "\n").filter { $0.hasPrefix("end\t") }.count
    #expect(opened == closed, "seed \(seed)")
  }

  @Test(
    "A stream cut at any byte is noticed, but at its documents' borders",
    arguments: 0..<8 as Range<UInt64>)
  func truncation(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let stream = Array(
      (generator.streamDocument() + generator.streamDocument()).replacing(
        "end\tfailed\t", with: "end\tok\t"
      ).utf8)
    var borders: Set<Int> = []
    var start = 0
    for end in stream.indices where stream[end] == 10 {
      if stream[start...end].starts(with: Array("end\t".utf8)) { borders.insert(end + 1) }
      start = end + 1
    }
    #expect(borders.count == 2)
    for count in 4...stream.count {
      let run = PassFilter.rehearse(input: Array(stream.prefix(count)))
      if borders.contains(count) {
        #expect(run.status == .success, "seed \(seed), cut at \(count)")
        #expect(run.output == Array(stream.prefix(count)))
      } else {
        #expect(run.status == .failedDocument, "seed \(seed), cut at \(count)")
        #expect(run.told.count == 1, "seed \(seed), cut at \(count)")
        let last = run.text.utf8.split(separator: 10).last.map {
          String(decoding: $0, as: UTF8.self)
        }
        #expect(last?.hasPrefix("end\tfailed\ttruncated") == true, "seed \(seed), cut at \(count)")
        // What came whole has gone out.
        let whole = stream.prefix(count).lastIndex(of: 10).map { $0 + 1 } ?? 0
        #expect(run.output.starts(with: stream.prefix(whole)), "seed \(seed), cut at \(count)")
      }
    }
  }

  @Test(
    "Damaged streams are no trap, and every document is closed", arguments: 0..<60 as Range<UInt64>)
  func damage(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let stream = generator.damaged(
      generator.damaged(Array(generator.stream(documents: 1...3).utf8)))
    let run = PassFilter.rehearse("--input", "stream", input: stream)
    let lines = run.output.split(separator: 10)
    let opened = lines.filter { $0.starts(with: Array("doc\t".utf8)) }.count
    let closed = lines.filter { $0.starts(with: Array("end\t".utf8)) }.count
    #expect(opened == closed, "seed \(seed)")
    #expect(run.output.isEmpty || run.output.last == 10)
  }
}
