import Foundation
import Testing

@testable import Filters

@Suite struct JSONStringTests {
  private func written(_ bytes: [UInt8]) -> [UInt8] {
    var buffer = ByteBuffer(capacity: 16)
    buffer.append(escapingJSON: bytes.span)
    return Array(copying: buffer.bytes)
  }

  private func meaning(_ inside: [UInt8]) -> [UInt8] {
    var buffer = ByteBuffer(capacity: 16)
    buffer.append(unescapingJSON: inside.span)
    return Array(copying: buffer.bytes)
  }

  @Test("What is escaped means what it was", arguments: 0..<40 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = Array((generator.text(length: 60) + generator.columnText()).utf8)
    #expect(meaning(written(text)) == text, "seed \(seed)")
  }

  @Test(
    "Every escape means its character",
    arguments: [
      ("\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\u{8}\u{C}\n\r\t"), ("\\u0000\\u0041\\u00e9", "\0Aé"),
      ("\\u4E2d\\u07ff\\uffff", "中\u{7FF}\u{FFFF}"),
      ("\\uD83D\\uDE00x\\udbff\\udfff", "😀x\u{10FFFF}"),
    ])
  func escapes(inside: String, text: String) {
    #expect(meaning(Array(inside.utf8)) == Array(text.utf8))
  }

  @Test("Every character reads back, at every place of a word")
  func everyByte() throws {
    for byte in UInt8(0)...0x7F {
      for place in 0..<10 {
        var bytes = [UInt8](repeating: 0x61, count: 11)
        bytes[place] = byte
        let json = Data([0x22] + written(bytes) + [0x22])
        let read =
          try JSONSerialization.jsonObject(with: json, options: .fragmentsAllowed) as? String
        #expect(read.map { Array($0.utf8) } == bytes, "byte \(byte) at \(place)")
      }
    }
  }

  @Test(
    "Escapes are the shortest there are, and only where they must be",
    arguments: [
      ("\"\\/", "\\\"\\\\/"), ("\u{8}\t\n\u{C}\r", "\\b\\t\\n\\f\\r"),
      ("\0\u{1}\u{1F}\u{B}", "\\u0000\\u0001\\u001f\\u000b"),
      ("字𠀀\u{7F}\u{80}\u{2028}", "字𠀀\u{7F}\u{80}\u{2028}"), ("", ""),
    ])
  func shortest(text: String, json: String) {
    #expect(written(Array(text.utf8)) == Array(json.utf8))
  }
}
