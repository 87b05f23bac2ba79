/// One line of a stream, as bytes.
typealias Line = [UInt8]

/// A stream taken apart as docs/stream.md says, for looking at what a program wrote.
struct StreamReading {
  /// A document with its lines, `doc` and `end` among them.
  struct Document: Equatable {
    var lines: [Line]
    /// True if an `end` record closed it.
    var hasEnd = false

    /// Its last record says that all is well.
    var isWhole: Bool { hasEnd && lines.last?.columns[1] == Array("ok".utf8) }
    /// The message of `end failed`; nil where the document did not fail.
    var failure: String? {
      guard hasEnd, let columns = lines.last?.columns, columns[1] == Array("failed".utf8) else {
        return nil
      }
      return columns.count > 2 ? columns[2].text : ""
    }
  }

  /// The columns of each known type, the type among them.
  static let widths: [String: Int] = [
    "doc": 3, "meta": 3, "line": 4, "cut": 5, "title": 4, "section": 8, "text": 5, "metric": 11,
    "end": 2,
  ]

  private(set) var documents: [Document] = []
  /// The first thing that is wrong; nil where nothing is.
  private(set) var fault: String?

  init(_ bytes: [UInt8]) {
    var isOpen = false
    if let last = bytes.last, last != 10 { fault = "the last line has no line feed" }
    if String(validating: bytes, as: UTF8.self) == nil { note("the output is not UTF-8") }
    for (index, line) in bytes.lines.enumerated() {
      let columns = line.columns
      let type = columns[0].text
      if let reason = Self.fault(in: line, columns) {
        note("line \(index + 1) of the output (\(line.shown)): \(reason)")
        // Only shown, never looked at again.
        if Self.widths[type] ?? 0 > columns.count { continue }
      }
      if type == "doc" {
        if isOpen { note("line \(index + 1) of the output: doc stands inside a document") }
        documents.append(Document(lines: [line]))
        isOpen = true
      } else if !isOpen {
        note("line \(index + 1) of the output (\(line.shown)) stands outside a document")
      } else {
        documents[documents.count - 1].lines.append(line)
        if type == "end" {
          documents[documents.count - 1].hasEnd = true
          isOpen = false
        }
      }
    }
    if isOpen { note("the last document has no end record") }
  }

  private mutating func note(_ reason: String) {
    if fault == nil { fault = reason }
  }

  /// What is wrong with one line; nil where nothing is.
  static func fault(in line: Line, _ columns: [Line]) -> String? {
    if line.last == 13 { return "it ends in a carriage return" }
    if line.first == UInt8(ascii: "#") { return nil }
    let type = columns[0].text
    if type.isEmpty { return "it has no type" }
    if columns.count > 10_000 { return "it has more than 10,000 columns" }
    guard let width = widths[type] else { return nil }
    if columns.count < width { return "\(type) has \(width) columns" }
    if let bad = columns.first(where: { !$0.hasProperEscapes }) {
      return "an unknown escape in \(bad.shown)"
    }
    if type == "end", !["ok", "failed"].contains(columns[1].text) {
      return "end says ok or failed"
    }
    guard ["line", "cut", "title", "section", "text", "metric"].contains(type) else { return nil }
    guard let row = columns[1].number, let column = columns[2].number, row > 0, column > 0 else {
      return "LINE and COL are numbers from 1"
    }
    if type == "section" || type == "text" {
      guard let depth = columns[3].number, depth <= 1000 else { return "DEPTH is 0 to 1000" }
    }
    if type == "section", !["heading", "runin", "item"].contains(columns[4].text) {
      return "KIND is heading, runin or item"
    }
    return nil
  }
}

extension [UInt8] {
  /// The lines, without their line feeds.
  var lines: [Line] {
    var parts = split(separator: 10, omittingEmptySubsequences: false).map { Line($0) }
    if parts.last?.isEmpty == true { parts.removeLast() }
    return parts
  }

  /// The columns of a line.
  var columns: [Line] { split(separator: 9, omittingEmptySubsequences: false).map { Line($0) } }

  /// The type of a record.
  var type: String { prefix { $0 != 9 }.map { $0 }.text }

  /// As text.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// As a message shows it: short, on one line, with TABs to be seen.
  var shown: String {
    let short = count > 60 ? Array(prefix(60)) + Array("…".utf8) : self
    var result = "\u{201C}"
    for scalar in short.text.unicodeScalars {
      switch scalar {
      case "\t": result += "→"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\u{201D}"
  }

  /// The number that the bytes write as the stream writes numbers; nil otherwise.
  var number: Int? {
    guard let first, allSatisfy({ (0x30...0x39).contains($0) }), count < 18 else { return nil }
    return count > 1 && first == 0x30 ? nil : Int(text)
  }

  /// True if a backslash stands only where the stream has one.
  var hasProperEscapes: Bool {
    var rest = self[...]
    while let slash = rest.firstIndex(of: 0x5C) {
      guard slash + 1 < endIndex, Array("\\tnr0".utf8).contains(self[slash + 1]) else {
        return false
      }
      rest = self[(slash + 2)...]
    }
    return true
  }
}
