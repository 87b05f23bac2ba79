import Filters

@testable import split_sections

/// A record of the filter's output, its columns unescaped.
struct SplitRecord: CustomStringConvertible {
  let columns: [String]

  var type: String { columns[0] }
  var line: Int { Int(columns[1]) ?? 0 }
  var column: Int { Int(columns[2]) ?? 0 }
  /// What the record holds of its line.
  var content: String {
    switch type {
    case "line", "title": columns[3]
    case "text": columns[4]
    case "section": columns[5] + columns[6] + columns[7]
    default: ""
    }
  }
  var description: String { columns.joined(separator: "|") }

  init(_ row: Substring) {
    columns = row.split(separator: "\t", omittingEmptySubsequences: false).map { column in
      var text = ""
      var escaped = false
      for scalar in column.unicodeScalars {
        if escaped {
          let meant: Unicode.Scalar =
            switch scalar {
            case "t": "\t"
            case "n": "\n"
            case "r": "\r"
            case "0": "\0"
            default: scalar
            }
          text.unicodeScalars.append(meant)
          escaped = false
        } else if scalar == "\\" {
          escaped = true
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
      return text
    }
  }
}

/// Splits a text and gives the records between `doc` and `end`.
func split(_ text: String, _ options: String...) -> [SplitRecord] {
  split(Array(text.utf8), options)
}

/// Splits bytes and gives the records between `doc` and `end`.
func split(_ bytes: [UInt8], _ options: [String]) -> [SplitRecord] {
  let run =
    switch options.count {
    case 0: SplitSections.rehearse(input: bytes)
    case 1: SplitSections.rehearse(options[0], input: bytes)
    default: SplitSections.rehearse(options[0], options[1], input: bytes)
    }
  return run.text.unicodeScalars.split(separator: "\n").map { SplitRecord(Substring($0)) }
    .filter { $0.type != "doc" && $0.type != "end" }
}

/// The titles and sections of a text, each as `DEPTH KIND LABEL TITLE` without the label's blanks.
func outline(_ text: String, _ options: String...) -> [String] {
  split(Array(text.utf8), options).compactMap { record in
    switch record.type {
    case "title": return "0 title \(record.columns[3])"
    case "section":
      let label = record.columns[5].filter { !$0.isWhitespace }
      return "\(record.columns[3]) \(record.columns[4]) \(label) \(record.columns[6])"
    default: return nil
    }
  }
}
