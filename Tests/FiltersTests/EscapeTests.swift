import Testing

@testable import Filters

@Suite struct EscapeTests {
  private func written(_ bytes: [UInt8]) throws -> [UInt8] {
    var output = Output(.memory)
    try output.write(escaping: bytes.span)
    try output.flush()
    return output.kept
  }

  @Test("What is escaped reads back as it was", arguments: 0..<40 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = generator.columnText(below: 60)
    let column = try written(Array(text.utf8))
    #expect(String(decoding: column, as: UTF8.self) == escaped(text), "seed \(seed)")
    var parser = RecordParser()
    let record = Array("x\t".utf8) + column
    try parser.parse(record.span)
    let read = Array(copying: parser.record(record.span).column(1))
    #expect(read == Array(text.utf8), "seed \(seed)")
  }

  @Test("Every byte is escaped or stands for itself, at every place of a word")
  func everyByte() throws {
    let letters: [UInt8: Character] = [9: "t", 10: "n", 13: "r", 0: "0", 92: "\\"]
    for byte in UInt8.min...UInt8.max {
      for place in 0..<10 {
        var bytes = [UInt8](repeating: 0x80, count: 10)
        bytes[place] = byte
        var expected = bytes
        if let letter = letters[byte]?.asciiValue {
          expected.replaceSubrange(place...place, with: [92, letter])
        }
        #expect(try written(bytes) == expected, "byte \(byte) at \(place)")
      }
    }
  }

  @Test("Only five letters are escapes")
  func meanings() {
    let known = (UInt8.min...UInt8.max).filter { Escape.meaning(of: $0) != nil }
    #expect(known == Array("0\\nrt".utf8))
    for letter in known {
      #expect(Escape.meaning(of: letter).flatMap(Escape.letter) == letter)
    }
  }
}
