import Foundation
import Testing

@testable import Filters

@Suite struct OutputTests {
  private func text(_ body: (inout Output) throws(Failure) -> Void) throws -> String {
    var output = Output(.memory)
    try body(&output)
    try output.flush()
    return String(decoding: output.kept, as: UTF8.self)
  }

  /// Whether pipes can be made as large as the pieces want them.
  private static var enlargesPipes: Bool {
    let pipe = Pipe()
    return withExtendedLifetime(pipe) {
      System.enlargePipe(pipe.fileHandleForWriting.fileDescriptor)
    }
  }

  @Test("What is no enlarged pipe gets pieces that any pipe takes at once")
  func smallPieces() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try #require(FileHandle(forWritingAtPath: path))
    var writer = ByteWriter(.descriptor(file.fileDescriptor))
    let portion = [UInt8](repeating: 0x61, count: 1000)
    for _ in 0..<70 { try writer.append(portion.span) }
    #expect(try file.offset() == UInt64(ByteWriter.pieceSize))
    try writer.flush()
    #expect(try file.offset() == 70_000)
  }

  @Test(
    "Full pieces are written, and what is left waits for the next",
    .enabled(if: enlargesPipes, "this machine does not enlarge pipes"))
  func pieces() throws {
    let pipe = Pipe()
    let reader = pipe.fileHandleForReading
    var writer = ByteWriter(.descriptor(pipe.fileHandleForWriting.fileDescriptor))
    var expected: [UInt8] = []
    // Whether so many bytes wait in the pipe, and no more.
    func read(_ count: Int) -> Bool {
      let bytes = Array(reader.readData(ofLength: count))
      defer { expected.removeFirst(min(count, expected.count)) }
      return bytes == Array(expected.prefix(count)) && !System.isReady(reader.fileDescriptor)
    }
    let piece = ByteWriter.largePieceSize
    // In small portions.
    for number in 0..<140 {
      let portion = [UInt8](repeating: UInt8(number), count: 1000)
      expected += portion
      try writer.append(portion.span)
    }
    #expect(read(piece))
    // What is left goes ahead of a large portion.
    let large = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 >> 5) }
    let left = expected.count
    expected += large
    try writer.append(large.span)
    #expect(read(left + piece))
    try writer.flush()
    #expect(read(200_000 - piece))
    #expect(expected.isEmpty)
  }

  @Test("Every record has the columns of the contract, escaped")
  func records() throws {
    let odd = Array("a\tb\\".utf8)
    let empty: [UInt8] = []
    #expect(
      try text { output throws(Failure) in try output.line(3, 1, odd.span) }
        == "line\t3\t1\ta\\tb\\\\\n")
    #expect(
      try text { output throws(Failure) in try output.cut(3, 2, rule: empty.span, text: odd.span) }
        == "cut\t3\t2\t\ta\\tb\\\\\n")
    #expect(
      try text { output throws(Failure) in try output.title(1, 1, odd.span) }
        == "title\t1\t1\ta\\tb\\\\\n")
    #expect(
      try text { output throws(Failure) in try output.text(1, 9, depth: 0, odd.span) }
        == "text\t1\t9\t0\ta\\tb\\\\\n")
    for (kind, name) in [(SectionKind.heading, "heading"), (.runin, "runin"), (.item, "item")] {
      let section = try text { output throws(Failure) in
        try output.section(
          1, 2, depth: 3, kind: kind, label: odd.span, title: empty.span, stop: odd.span)
      }
      #expect(section == "section\t1\t2\t3\t\(name)\ta\\tb\\\\\t\ta\\tb\\\\\n")
    }
    let metric = try text { output throws(Failure) in
      let one = Array("1".utf8)
      try output.metric(
        4, 16, text: odd.span, value: one.span, unit: empty.span, sign: one.span, kind: one.span,
        per: empty.span, change: one.span, label: odd.span)
    }
    #expect(metric == "metric\t4\t16\ta\\tb\\\\\t1\t\t1\t1\t\t1\ta\\tb\\\\\n")
  }

  @Test("What is written is read back as the same record")
  func readBack() throws {
    let bytes = try text { output throws(Failure) in
      let label = Array("（一）\u{3000}".utf8)
      try output.section(
        12, 34, depth: 56, kind: .item, label: label.span, title: label.span, stop: label.span)
    }
    let line = Array(bytes.utf8.dropLast())
    var parser = RecordParser()
    try parser.parse(line.span)
    let record = parser.record(line.span)
    let numbers = [record.line, record.column, record.depth]
    let isItem = record.kind == .section && record.sectionKind.isEqual(to: "item")
    let hasLabel = record.label.isEqual(to: "（一）\u{3000}")
    let hasTitle = record.title.isEqual(to: record.stop) && !record.title.isEmpty
    #expect(numbers == [12, 34, 56])
    #expect(isItem && hasLabel && hasTitle)
  }

  @Test("Another TEXT takes the place of the old one; all other columns stay")
  func editing() {
    let stream = """
      doc\treport/1\tx
      line\t1\t1\told
      line\t2\t5\told\\\\\tnew column\\n
      cut\t1\t1\trule\\t\told
      title\t1\t1\told
      text\t1\t1\t4\told
      metric\t1\t1\told\t1\t\t=\tcount\t\t\tlabel
      section\t1\t1\t1\titem\tl\tt\ts
      meta\tk\t1
      x-odd\t\\q
      # note
      end\tok

      """
    let expected = """
      doc\treport/1\tx
      line\t1\t1\tn\\te\\\\w
      line\t2\t5\tn\\te\\\\w\tnew column\\n
      cut\t1\t1\trule\\t\tn\\te\\\\w
      title\t1\t1\tn\\te\\\\w
      text\t1\t1\t4\tn\\te\\\\w
      metric\t1\t1\tn\\te\\\\w\t1\t\t=\tcount\t\t\tlabel
      section\t1\t1\t1\titem\tl\tt\ts
      meta\tk\t1
      x-odd\t\\q
      # note
      end\tok

      """
    #expect(EditingFilter.rehearse(input: Array(stream.utf8)).text == expected)
    #expect(
      EditingFilter.rehearse(input: Array("a\nb".utf8)).text
        == "doc\treport/1\t-\nline\t1\t1\tn\\te\\\\w\nline\t2\t1\tn\\te\\\\w\nend\tok\n")
  }

  @Test("Much output is all there, in order")
  func large() throws {
    let piece = [UInt8](repeating: 65, count: 70_000)
    let written = try text { output throws(Failure) in
      for number in 0..<10 {
        try output.write(number: number)
        try output.write(piece.span)
        try output.write("\n")
      }
    }
    let lines = written.split(separator: "\n")
    #expect(lines.count == 10)
    for (number, line) in lines.enumerated() {
      #expect(line.utf8.count == 70_001)
      #expect(line.hasPrefix("\(number)A"))
    }
  }
}
