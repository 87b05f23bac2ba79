@testable import Filters

/// Random report streams and documents; what they are made of is as odd as the contract allows.
extension SeededGenerator {
  /// One of the values.
  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &self)]
  }

  /// True once in `times`.
  mutating func once(in times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

  /// A text of a few characters, often with some that need an escape; empty now and then.
  mutating func columnText(below length: Int = 12) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      text += pick([
        "a", "1", " ", "。", "全年", "\t", "\n", "\r", "\0", "\\", "\\n", "é", "𠀀", "\u{A0}", "\"",
        "\u{1}",
      ])
    }
    return text
  }

  /// A text as it stands in a column.
  mutating func column(below length: Int = 12) -> String { escaped(columnText(below: length)) }

  /// A record that is valid inside a document, with its LF.
  mutating func record() -> String {
    let place = "\t\(Int.random(in: 1...99, using: &self))\t\(Int.random(in: 1...9, using: &self))"
    var record: String
    switch Int.random(in: 0..<12, using: &self) {
    case 0, 1: record = "line\(place)\t\(column())"
    case 2: record = "cut\(place)\t\(column(below: 3))\t\(column())"
    case 3: record = "title\(place)\t\(column())"
    case 4, 5:
      let kind = pick(["heading", "runin", "item"])
      record =
        "section\(place)\t\(depth())\t\(kind)\t\(column(below: 2))\t\(column())\t\(column(below: 1))"
    case 6, 7: record = "text\(place)\t\(depth())\t\(column())"
    case 8:
      record =
        "metric\(place)\t\(column(below: 3))\t\(metricValue())\t人次\t>=\tcount\t\t+\t\(column(below: 2))"
    case 9:
      record = pick(["x-mood", "x-", "future", "Line", "lines"])
      for _ in 0..<Int.random(in: 0...3, using: &self) { record += "\t" + column(below: 3) }
    case 10: return pick(["#", "# doc\treport/1", "#\\q\t\t"]) + "\n"
    default: record = "x-odd\t\\q\t\\"
    }
    // Columns of a newer minor version.
    if once(in: 8) { record += "\t" + column(below: 2) }
    return record + "\n"
  }

  /// The VALUE of a metric.
  mutating func metricValue() -> String {
    pick([
      "84", "-0.50", "123456789012345678901234567890.12", "3..5", "1.5..2.25", "1/3", "**", "*万",
      "", "1e5", "007",
    ])
  }

  private mutating func depth() -> Int { pick([0, 1, 1, 2, 2, 3, 4, 7, 60, 1000]) }

  /// A whole document: metas, records, an end; one in four has failed.
  mutating func streamDocument() -> String {
    var stream =
      pick(["doc\treport/1\t", "doc\treport/1\t", "doc\treport/1.3\t"]) + column(below: 4)
    stream += once(in: 6) ? "\tnew\n" : "\n"
    for key in 0..<Int.random(in: 0...2, using: &self) {
      let value = pick(["1", "\"a\\\\u4e00\"", "{\"a\":[1,{}, null ]}", "[]", "1.50e+400", "true"])
      stream += "meta\tk\(key)\(column(below: 1))\t\(value)\n"
    }
    for _ in 0..<Int.random(in: 0...14, using: &self) { stream += record() }
    return stream
      + pick(["end\tok\n", "end\tok\n", "end\tok\tnew\n", "end\tfailed\t\(column())\n"])
  }

  /// Some documents, one after the other.
  mutating func stream(documents: ClosedRange<Int> = 0...4) -> String {
    var stream = ""
    for _ in 0..<Int.random(in: documents, using: &self) { stream += streamDocument() }
    return stream
  }

  /// A stream in which things are wrong: lines lost, doubled, cut short or from nowhere.
  mutating func brokenStream() -> String {
    var stream = ""
    for line in self.stream(documents: 1...4).utf8.split(
      separator: 10, omittingEmptySubsequences: false)
    {
      let line = String(decoding: line, as: UTF8.self)
      switch Int.random(in: 0..<24, using: &self) {
      case 0: break
      case 1: stream += line + "\n" + line + "\n"
      case 2:
        stream += String(decoding: line.utf8.prefix(line.utf8.count / 2), as: UTF8.self) + "\n"
      case 3:
        stream +=
          line + pick(["\r\n", "\n\n", "\\q\n", "\ndoc\treport/2\tnext\n", "\ndoc\n", "\nend\n"])
      case 4:
        stream += pick([
          "line\t0\t1\tx\n", "text\t1\t1\t1001\tx\n", "cut\t1\t1\tx\n", "doc\n", "end\tmaybe\n",
        ])
      default: stream += line + "\n"
      }
    }
    return stream
  }

  /// A plain text: lines of all lengths, blank ones too, LF and CRLF, at times no end to the last one.
  mutating func document(lines: ClosedRange<Int> = 0...8) -> String {
    var text = ""
    for _ in 0..<Int.random(in: lines, using: &self) {
      switch Int.random(in: 0..<6, using: &self) {
      case 0: break
      case 1: text += pick([" ", "\t", "\u{3000}\u{3000}", "\0", "\r", "\\"])
      case 2: text += pick(["doc\treport", "#", "end\tok", "a\rb", "\u{FEFF}x"])
      case 3:
        for _ in 0..<Int.random(in: 1...40, using: &self) { text += pick(["字", "，", "2", "ab"]) }
      default:
        for _ in 0..<Int.random(in: 1...12, using: &self) {
          text += pick(["字", "，", "2", "ab", "é", "\t", "𠀀"])
        }
      }
      text += pick(["\n", "\n", "\n", "\r\n"])
    }
    if once(in: 3) { text += pick(["字", "a", "\r", " "]) }
    return text
  }
}

/// A text as it stands in a column; written from the contract's words, not by the code under test.
func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": result += "\\\\"
    case "\t": result += "\\t"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\0": result += "\\0"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// The text that stands in a column.
func unescaped(_ column: String) -> String {
  var result = ""
  var isEscape = false
  for scalar in column.unicodeScalars {
    if isEscape {
      let meanings: [Unicode.Scalar: Unicode.Scalar] = [
        "t": "\t", "n": "\n", "r": "\r", "0": "\0", "\\": "\\",
      ]
      result.unicodeScalars.append(meanings[scalar] ?? "?")
      isEscape = false
    } else if scalar == "\\" {
      isEscape = true
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// The lines of a text with their ends, as the contract parts them.
func sourceLines(_ text: String) -> [(text: String, end: String)] {
  var lines: [(text: String, end: String)] = []
  var line: [UInt8] = []
  for byte in text.utf8 {
    if byte != UInt8(ascii: "\n") {
      line.append(byte)
    } else if line.last == UInt8(ascii: "\r") {
      lines.append((String(decoding: line.dropLast(), as: UTF8.self), "\r\n"))
      line = []
    } else {
      lines.append((String(decoding: line, as: UTF8.self), "\n"))
      line = []
    }
  }
  if !line.isEmpty { lines.append((String(decoding: line, as: UTF8.self), "")) }
  return lines
}
