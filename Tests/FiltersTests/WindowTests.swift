import Testing

@testable import Filters

@Suite struct WindowTests {
  private func check(
    _ window: borrowing Window, _ model: [[UInt8]], seed: UInt64
  ) throws {
    let count = window.count
    let isEmpty = window.isEmpty
    #expect(count == model.count, "seed \(seed)")
    #expect(isEmpty == model.isEmpty)
    for index in 0..<window.count {
      let held = window.record(at: index)
      let raw = Array(copying: held.raw)
      #expect(raw == model[index], "seed \(seed), record \(index)")
      var parser = RecordParser()
      try parser.parse(raw.span)
      let fresh = parser.record(raw.span)
      let isSame =
        held.kind == fresh.kind && held.line == fresh.line && held.column == fresh.column
        && held.depth == fresh.depth && held.columnCount == fresh.columnCount
      #expect(isSame, "seed \(seed), record \(index)")
      for column in 0..<fresh.columnCount {
        let same = held.column(column).isEqual(to: fresh.column(column))
        #expect(same, "seed \(seed), record \(index), column \(column)")
      }
    }
  }

  @Test("It gives back what it was given", arguments: 0..<25 as Range<UInt64>)
  func model(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var window = Window()
    var model: [[UInt8]] = []
    for _ in 0..<120 {
      if generator.once(in: 3) {
        let count = Int.random(in: 0...model.count, using: &generator)
        window.removeFirst(count)
        model.removeFirst(count)
      } else if generator.once(in: 40) {
        window.removeAll()
        model = []
      } else {
        let line = Array(generator.record().utf8.dropLast())
        var parser = RecordParser()
        try parser.parse(line.span)
        window.append(parser.record(line.span))
        model.append(line)
      }
    }
    try check(window, model, seed: seed)
  }

  @Test("It has room for 256 records and no more")
  func mostRecords() throws {
    var window = Window()
    let line = Array("x-a".utf8)
    var parser = RecordParser()
    try parser.parse(line.span)
    for _ in 0..<Window.maximumCount {
      let hasRoom = window.hasRoom(for: parser.record(line.span))
      #expect(hasRoom)
      window.append(parser.record(line.span))
    }
    var hasRoom = window.hasRoom(for: parser.record(line.span))
    #expect(!hasRoom)
    window.removeFirst()
    hasRoom = window.hasRoom(for: parser.record(line.span))
    #expect(hasRoom)
  }

  @Test("It has room for 256 KiB and no more, and for one larger record alone")
  func mostBytes() throws {
    var window = Window()
    let large = Array("x-a\t".utf8) + [UInt8](repeating: 65, count: Window.maximumBytes)
    let half = Array("x-b\t".utf8) + [UInt8](repeating: 65, count: Window.maximumBytes / 2 - 4)
    let tiny = Array("x-c".utf8)
    func hasRoom(_ line: [UInt8]) throws -> Bool {
      var parser = RecordParser()
      try parser.parse(line.span)
      return window.hasRoom(for: parser.record(line.span))
    }
    func append(_ line: [UInt8]) throws {
      var parser = RecordParser()
      try parser.parse(line.span)
      window.append(parser.record(line.span))
    }
    #expect(try hasRoom(large))
    try append(large)
    #expect(try !hasRoom(tiny))
    window.removeFirst()
    try append(half)
    #expect(try hasRoom(half))
    try append(half)
    #expect(try !hasRoom(tiny))
    #expect(try !hasRoom(half))
    window.removeFirst()
    #expect(try hasRoom(half))
  }

  @Test("Room hangs on what is held, not on what was")
  func roomAfterRemoval() throws {
    var window = Window()
    var parser = RecordParser()
    let large = Array("x-a\t".utf8) + [UInt8](repeating: 65, count: 60 << 10)
    let tiny = Array("x-c".utf8)
    for line in [large, tiny, tiny, tiny, tiny] {
      try parser.parse(line.span)
      window.append(parser.record(line.span))
    }
    // Little enough that its bytes need not be given up at once.
    window.removeFirst()
    let next = Array("x-b\t".utf8) + [UInt8](repeating: 66, count: Window.maximumBytes - 100)
    try parser.parse(next.span)
    let hasRoom = window.hasRoom(for: parser.record(next.span))
    #expect(hasRoom)
  }

  @Test("A line of plain text stays one, with what ended it")
  func plainLine() {
    var window = Window()
    let line = Array("字\t\\".utf8)
    let fields = [Field(0, 0), Field(0, 0), Field(0, 0), Field(0, line.count)]
    let head = RecordHead(kind: .line, line: 7, column: 1)
    window.append(
      Record(
        head, lineEnd: .crlf, isPlain: true, hasEscapes: false, raw: line.span, decoded: line.span,
        fields: fields.span))
    let held = window.record(at: 0)
    let isPlain = held.isPlain && held.lineEnd == .crlf && held.line == 7
    let text = Array(copying: held.text)
    #expect(isPlain)
    #expect(text == line)
  }
}
