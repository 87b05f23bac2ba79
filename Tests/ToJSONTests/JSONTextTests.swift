import Foundation
import Testing

@testable import Filters
@testable import to_json

@Suite struct JSONTextTests {
  static let valid: [String] = [
    "0", "-0", "1", "-1", "10", "1.5", "-0.0", "0.10", "1e5", "1E5", "1e+5", "1e-5", "1.5E+10",
    "1e400", "-1e-400",
    "123456789012345678901234567890", "true", "false", "null", "\"\"", "\"a\"", "\"字\"", "\"𠀀\"",
    "\"\\\"\"",
    "\"\\\\\"", "\"\\/\"", "\"\\b\\f\\n\\r\\t\"", "\"\\u0000\"", "\"\\uAbC9\"",
    "\"\\ud83d\\ude00\"", "\"\u{7F}\"",
    "\"\u{2028}\"", "\"/\"", "[]", "[ ]", "[1]", "[1,2]", "[ 1 , 2 ]", "[[]]", "[[],[]]",
    "[[[1]],{}]", "{}", "{ }",
    "{\"a\":1}", "{ \"a\" : 1 }", "{\"a\":{\"a\":{}}}", "{\"\":\"\"}", "{\"a\":[],\"b\":[{}]}",
    "[null,true,false]",
    "[\"a\",\"b\"]", " 1", "1 ", "\n\t\r 1 \r\n\t", "[1,\n2]", "{\"a\":1,\"a\":2}", "[-1]",
    "[{\"a\":[1,{\"b\":2}]},3]",
  ]

  static let invalid: [String] = [
    "", " ", "01", "-", "+1", "-01", "00", "1.", ".5", "1.e5", "1e", "1e+", "1e+-5", "0x1", "1_000",
    "١", "1 2", "NaN",
    "Infinity", "-Infinity", "True", "TRUE", "tru", "truee", "nul", "nulls", "'a'", "\"", "\"a",
    "a", "\"\n\"", "\"\t\"",
    "\"\0\"", "\"\u{1F}\"", "\"\\a\"", "\"\\x41\"", "\"\\u\"", "\"\\u12\"", "\"\\u123\"",
    "\"\\u123g\"", "\"\\u 123\"",
    "\"\\\"", "\"a\"b", "\"\"\"", "[", "]", "[1", "1]", "[1,]", "[,1]", "[,]", "[1,,2]", "[1 2]",
    "[1;2]", "[}", "{]",
    "[1}", "{\"a\":1]", "{", "}", "{\"a\"}", "{\"a\":}", "{:1}", "{\"a\" 1}", "{a:1}", "{1:1}",
    "{'a':1}", "{\"a\":1,}",
    "{,\"a\":1}", "{\"a\":1 \"b\":2}", "{\"a\":1,,\"b\":2}", "{\"a\"::1}", "{\"a\":1}}", "[]]",
    "[][]", "{}{}", "[],", ",", ":",
    "// c\n1", "1 // c", "/**/1", "\u{FEFF}1", "\u{A0}1", "1\u{3000}", "1\u{0}", "1\u{B}", "\u{C}1",
    "[1]x", "{\"a\":1}x",
    "{\"a\":tru}", "{null:1}", "[\"a\":1]", "{\"a\",1}", "\\u0031", "\"\u{8}\"",
  ]

  private func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return JSONText.isValid(bytes.span)
  }

  @Test("What RFC 8259 allows is allowed", arguments: valid)
  func accepts(text: String) {
    #expect(isValid(text))
  }

  @Test("What RFC 8259 does not allow is not", arguments: invalid)
  func rejects(text: String) {
    #expect(!isValid(text))
  }

  @Test("Values nest a thousand deep and no deeper")
  func depth() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")] {
      let each = open.hasPrefix("[{") ? 2 : 1
      let most = JSONText.maximumDepth / each
      func nested(_ count: Int) -> String {
        String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
      }
      #expect(isValid(nested(most)))
      #expect(!isValid(nested(most + 1)))
      #expect(!isValid(nested(100_000)))
    }
    #expect(!isValid(String(repeating: "[", count: 1_000_000)))
  }

  @Test("Every valid text cut short is invalid, unless it is a number", arguments: valid)
  func cut(text: String) {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let first = trimmed.first, !first.isNumber, first != "-" else { return }
    for count in 0..<trimmed.utf8.count {
      let part = Array(trimmed.utf8.prefix(count))
      let isWhole = JSONText.isValid(part.span)
      #expect(!isWhole, "\(trimmed) cut at \(count)")
    }
  }

  @Test("Damaged texts get the verdict of another parser", arguments: 0..<40 as Range<UInt64>)
  func mutations(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(count))
    }
    let alphabet = Array("{}[]:,\"\\u0019aetrfnl.+-E /\n".utf8)
    for _ in 0..<60 {
      var text = Array(Self.valid[random(Self.valid.count)].utf8)
      for _ in 0...random(3) where !text.isEmpty {
        let place = random(text.count)
        switch random(3) {
        case 0: text.remove(at: place)
        case 1: text.insert(alphabet[random(alphabet.count)], at: place)
        default: text[place] = alphabet[random(alphabet.count)]
        }
      }
      // The other parser takes a comma at an array's end, which RFC 8259 does not.
      var squeezed = text.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
      squeezed.append(0)
      if zip(squeezed, squeezed.dropFirst()).contains(where: { $0 == (0x2C, 0x5D) }) { continue }
      // The other parser knows binary numbers and Unicode strings: those that it cannot hold it refuses.
      guard let string = String(validating: text, as: UTF8.self),
        !string.lowercased().contains("e"),
        !string.contains("\\u"), string.utf8.count < 30
      else { continue }
      let other =
        (try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)) != nil
      let ours = JSONText.isValid(text.span)
      #expect(ours == other, "seed \(seed): \(string.debugDescription)")
    }
  }
}
