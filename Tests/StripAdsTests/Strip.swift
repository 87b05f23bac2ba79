import Filters

@testable import strip_ads

/// What strip-ads makes of `text`.
func strip(_ text: String, pieces: [Int] = [256 << 10]) -> String {
  StripAds.rehearse(input: Array(text.utf8), pieces: pieces).text
}

/// A record of the filter's output, its columns unescaped.
struct StripRecord {
  let columns: [String]

  var type: String { columns[0] }
  var line: Int { Int(columns[1]) ?? 0 }
  var column: Int { Int(columns[2]) ?? 0 }
  /// RULE of a cut.
  var rule: String { type == "cut" ? columns[3] : "" }
  var text: String { columns.last ?? "" }

  init(_ row: Substring) {
    columns = row.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false).map {
      unescaped($0)
    }
  }
}

/// The text that stands escaped in a column of a stream.
func unescaped(_ column: Substring.UnicodeScalarView) -> String {
  var text = String.UnicodeScalarView()
  var isEscaped = false
  for scalar in column {
    if isEscaped {
      switch scalar {
      case "t": text.append("\t")
      case "n": text.append("\n")
      case "r": text.append("\r")
      case "0": text.append("\0")
      default: text.append(scalar)
      }
      isEscaped = false
    } else if scalar == "\\" {
      isEscaped = true
    } else {
      text.append(scalar)
    }
  }
  return String(text)
}

/// The line and cut records of `text` with `--records --cuts`.
func records(_ text: String) -> [StripRecord] {
  StripAds.rehearse("--records", "--cuts", input: Array(text.utf8)).text
    .split(separator: "\n").map { StripRecord($0) }
    .filter { $0.type == "line" || $0.type == "cut" }
}

/// A report of plain prose; nothing in it is debris.
let prose = [
  "一年来，在上级党组织的领导下，全体干部职工团结一心，较好地完成了全年各项任务，现报告如下。",
  "一、主要做法",
  "坚持把思想建设放在首位，组织集中学习二十余次，参加人数达到三百余人次，撰写心得体会八十余篇。",
  "深入村组走访农户四百余户，收集问题线索五十六条，已办结五十一条，其余正在推进。",
  "二、存在的问题",
  "创新意识不够强，个别工作满足于完成任务，与群众的期待相比还有差距，需要在今后认真加以改进。",
]

/// `prose` with `lines` in its middle.
func document(around lines: String...) -> String {
  (prose[..<3] + lines + prose[3...]).joined(separator: "\n") + "\n"
}
