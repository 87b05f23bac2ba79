import Foundation
import Testing

@testable import Filters
@testable import to_json

@Suite struct JSONStringTests {
  private func written(_ bytes: [UInt8]) throws -> [UInt8] {
    var output = Output(.memory)
    try JSONString.write(bytes.span, &output)
    try output.flush()
    return output.kept
  }

  @Test("Every character reads back, at every place of a word")
  func everyByte() throws {
    for byte in UInt8(0)...0x7F {
      for place in 0..<10 {
        var bytes = [UInt8](repeating: 0x61, count: 11)
        bytes[place] = byte
        let json = Data([0x22] + (try written(bytes)) + [0x22])
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
  func shortest(text: String, json: String) throws {
    #expect(try written(Array(text.utf8)) == Array(json.utf8))
  }
}
