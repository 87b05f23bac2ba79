import Foundation
import Testing

@testable import Filters

@Suite struct JSONReaderTests {
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
    "[\"a\",\"b\"]", " 1", "1 ", "\n\t\r 1 \r\n\t", "[1,\n2]", "[-1]",
    "[{\"a\":[1,{\"b\":2}]},3]",
    "[0e1]", "[0e+1]", "[20e1]", "[123e65]", "[123.456e78]", "[1E22]", "[1E+2]", "[1E-2]", "[-123]",
    "[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]",
    "[123.456789]", "[1.0E+2]", "-0e-0", "[[] ]", "[ [ ] ]", "[\"\"]", "[false]", "[1,null,null,2]",
    "{\"a\":[]}", "{\"a\\u0000b\":0}", "{\"min\":-1.0e+28,\"max\":1.0e+28}",
    "{\"\\u20ac\":\"\\u00e9\"}",
    "{\n\"a\"\n:\n\"b\"\n}", "\"\\uD834\\uDD1E\"", "\"\\ud801\\udc37\"", "\"\\uDBFF\\uDFFF\"",
    "\"\\uFFFF\"", "\"\\uFEFF\"", "\"\\u200B\"", "\"\\u0061\\u30af\"", "\"\\\\u0000\"", "\"\\\\a\"",
    "\"a/*b*/c/*d//e\"", "\"new\\u00A0line\"", "\"\u{10FFFF}\"", "\"\u{FEFF}\"",
    "\"\u{E000}\u{D7FF}\"",
    "\"\u{80}\"", "\"'\"", "\" \"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "[\"\\\\\\\"\"]",
    "{\"a\":{\"b\":1},\"b\":{\"a\":1}}", "[{\"a\":1},{\"a\":2}]",
    "{\"a\":{\"a\":{\"a\":[{\"a\":0}]}}}",
    "{\"A\":1,\"a\":2}", "{\"é\":1,\"e\u{301}\":2}", "\t[\r\n]\r\n",
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
    "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":1}", "{\"\":0,\"\":0}",
    "[{\"b\":{\"x\":1,\"y\":2,\"x\":3}}]",
    "{\"a\":{},\"b\":[],\"a\":null}", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\ud800\"",
    "\"\\ud800a\"",
    "\"\\udc00\\ud800\"", "\"\\ud800\\n\"", "\"\\uD834\\u\"", "\"\\uD834\\uDd\"", "\"\\uD8\"",
    "\"\\u00A\"",
    "\"\\ud800\\u0041\"", "\"\\U0041\"", "\"\\0\"", "\"\\'\"", "\"\\\u{E9}\"", "\"\\\n\"",
    "[1.2.3]", "[.]", "[-.5]",
    "[2.e3]", "[2.e+3]", "[2.e-3]", "[0.1e]", "[0.e1]", "[0e]", "[0E+]", "[1eE2]", "[1.0e]",
    "[1.0e-]", "[9.e+]", "[1+2]",
    "[--1]", "[-NaN]", "[-foo]", "[- 1]", "[-012]", "[0x42]", "[0b1]", "[1e1.5]", "[Inf]", "[NaN]",
    "[\u{FF11}]", "[1a]", "[1,",
    "[\"\"", "[\"a", "[\"a\"", "[\"\\", "[\"\\u", "[tru]", "[nul]", "[fals]", "[1:2]", "[1\n,1\n,",
    "[{}", "[\"x\"]]", "[3[4]]",
    "[x", "[*]", "[\"a\",\n4\n,1,", "[1,,]", "[,]", "[   , \"\"]", "{\"a\":\"b\",,\"c\":\"d\"}",
    "{\"a\":\"b\"}#",
    "{\"a\":\"b\"}/**/", "{\"a\":\"b\"}//", "{\"x\"::\"b\"}", "{\"a\":1,b:2}", "{\"a\":", "{\"a",
    "{\"a\"", "{\"a\":1,", "{[:\"x\"}",
    "{'a':0}", "{\"id\":0,,,,,}", "{9999E9999:1}", "{x}", "{\"x\", null}", "<null>", "asd",
    "a\u{E5}", "[True]", "1]", "2@",
    "{}}", "[][", "{\"\":", "{\"a\":/*c*/\"b\"}", "\"\"}", "[\"", "[1,2,3", "{} []", "null null",
    "nulll", "\u{2060}[]", "\u{85}1",
    "\u{2028}1", "é", "[\u{C}]", "[\u{B}1]", "\u{1B}", "[\u{0}]", "\u{0}", "/", "\\", "[-]",
    "[-,1]", "{\"a\":-}",
    "{\"a\":tru}", "{null:1}", "[\"a\":1]", "{\"a\",1}", "\\u0031", "\"\u{8}\"",
  ]

  private func fault(_ bytes: [UInt8]) -> JSONReader.Fault? {
    do throws(JSONReader.Fault) {
      try JSONReader.check(bytes.span)
      return nil
    } catch {
      return error
    }
  }

  private func isValid(_ text: String) -> Bool { fault(Array(text.utf8)) == nil }

  @Test(
    "What is not UTF-8 is no JSON, wherever it stands",
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0x80, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xC1, 0xBF, 0x22],
      [0x22, 0xE0, 0x80, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xF0, 0x80, 0x80, 0x80, 0x22],
      [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xE4, 0xB8, 0x22], [0x22, 0xE4, 0xB8], [0xFF],
      [0x31, 0xFF],
      [0x5B, 0x31, 0x2C, 0xFF, 0x5D], [0x22, 0x5C, 0xE5, 0x22],
      [0x22, 0x5C, 0x75, 0x30, 0x30, 0xE5, 0x22],
      [0x7B, 0x22, 0xB9, 0x22, 0x3A, 0x30, 0x7D], [0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00],
      [0x00, 0x5B, 0x00, 0x5D],
      [0xE5], [0x22, 0xF8, 0x88, 0x80, 0x80, 0x80, 0x22],
    ] as [[UInt8]])
  func invalidText(bytes: [UInt8]) {
    #expect(fault(bytes) != nil)
  }

  @Test(
    "An error names the byte and what should stand there",
    arguments: [
      ("[1,]", 3, "a value should stand here, not ]"),
      ("[1 2]", 3, "a comma or ] should stand here, not 2"),
      ("{\"a\":1 \"b\"}", 7, "a comma or } should stand here, not \""),
      ("{\"a\" 1}", 5, "a colon should stand here, not 1"),
      ("{,}", 1, "a name in quotes or } should stand here, not ,"),
      ("{\"a\":1,}", 7, "a name in quotes should stand here, not }"),
      ("{} x", 3, "nothing should follow the value, not x"),
      ("tru", 0, "a value should stand here, not t"),
      ("[\u{1}]", 1, "a value or ] should stand here, not the byte 0x01"),
      ("\"a\tb\"", 2, "the control character 0x09 stands in a string; it must be escaped"),
      ("\"a", 2, "the text ends inside a string"),
      ("[1", 2, "the text ends, and a comma or ] should follow"),
      ("01", 0, "a number begins with a zero before other digits"),
      ("1.x", 2, "a digit should follow, not x"),
      ("-", 1, "a digit should follow, and the text ends"),
      ("\"\\x\"", 1, "a backslash stands before something other than \" \\ / b f n r t u"),
      ("\"\\u12g4\"", 1, "four hexadecimal digits should follow \\u"),
      ("\"\\ud800\"", 1, "half of a surrogate pair stands without the other half"),
      ("{\"键\":1,\"键\":2}", 9, "the name \"键\" stands twice in one object"),
      ("", 0, "the text ends, and a value should follow"),
    ])
  func faults(text: String, offset: Int, reason: String) {
    #expect(fault(Array(text.utf8)) == JSONReader.Fault(offset: offset, reason: reason))
  }

  @Test("A name that stands twice is found among few and among many, in linear time")
  func doubleNames() {
    for count in [2, 31, 32, 33, 34, 500, 200_000] {
      var names = (0..<count).map { "n\($0)" }
      let once = "{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
      #expect(isValid(once))
      names[count - 1] = "\\u006e\(count / 3)"
      let twice = "{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
      #expect(
        fault(Array(twice.utf8))?.reason.contains("n\(count / 3)\"") == true
          || count / 3 == count - 1)
    }
  }

  @Test("A text that comes line by line is read as in one piece", arguments: valid)
  func lines(text: String) throws {
    func tokens(_ pieces: [[UInt8]]) throws -> [String] {
      var reader = JSONReader()
      var found: [String] = []
      for piece in pieces {
        reader.beginLine(piece.span)
        while true {
          let token = try reader.next(piece.span)
          if token == .endOfLine { break }
          let bytes = Array(piece[reader.range])
          found.append("\(token) \(String(decoding: bytes, as: UTF8.self))")
        }
      }
      let isComplete = reader.isComplete
      #expect(isComplete)
      return found
    }
    let bytes = Array(text.utf8)
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) }
    #expect(try tokens(lines) == tokens([bytes]))
  }

  @Test("What RFC 8259 allows is allowed", arguments: valid)
  func accepts(text: String) {
    #expect(isValid(text))
  }

  @Test("What RFC 8259 does not allow is not", arguments: invalid)
  func rejects(text: String) {
    #expect(!isValid(text))
  }

  @Test("Values nest so deep and no deeper")
  func depth() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")] {
      let each = open.hasPrefix("[{") ? 2 : 1
      let most = JSONReader.maximumDepth / each
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
      #expect(fault(part) != nil, "\(trimmed) cut at \(count)")
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
      // The other parser takes a comma at an array's or object's end, which RFC 8259 does not.
      var squeezed = text.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
      squeezed.append(0)
      if zip(squeezed, squeezed.dropFirst()).contains(where: {
        $0.0 == 0x2C && ($0.1 == 0x5D || $0.1 == 0x7D)
      }) {
        continue
      }
      // The other parser knows binary numbers and Unicode strings: those that it cannot hold it refuses.
      guard let string = String(validating: text, as: UTF8.self),
        !string.lowercased().contains("e"),
        !string.contains("\\u"), string.utf8.count < 30
      else { continue }
      let other =
        (try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)) != nil
      if fault(text)?.reason.hasSuffix("twice in one object") == true { continue }
      #expect((fault(text) == nil) == other, "seed \(seed): \(string.debugDescription)")
    }
  }
}
