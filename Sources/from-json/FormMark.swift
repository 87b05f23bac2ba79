import Filters

/// The forms of JSON that are read.
enum JSONForm {
  case raw, nested, rows
}

/// Tells the form of an input by its first line that is not blank, and the next one where that is only a brace.
struct FormMark {
  /// The line number of a brace that stood alone; 0 where none did.
  private(set) var brace = 0

  /// The form that the line tells; nil where the next one must.
  mutating func form(_ line: Span<UInt8>, _ number: Int) -> JSONForm? {
    var place = line.indexBehindJSONBlanks(0)
    if brace == 0 {
      if RowsMark.isAt(line) { return .rows }
      guard place < line.count, line[place] == UInt8(ascii: "{") else { return .raw }
      place = line.indexBehindJSONBlanks(place + 1)
      if place == line.count {
        brace = number
        return nil
      }
    }
    return line.starts(with: "\"report\"", at: place) ? .nested : .raw
  }
}

/// What the first row of a document begins with.
enum RowsMark {
  private static var words: [StaticString] {
    ["{", "\"type\"", ":", "\"doc\"", ",", "\"version\"", ":", "\"report/1"]
  }

  /// True if the line begins so, with blanks between the words or without.
  static func isAt(_ line: Span<UInt8>) -> Bool {
    var place = 0
    for word in words {
      place = line.indexBehindJSONBlanks(place)
      guard line.starts(with: word, at: place) else { return false }
      place += word.utf8CodeUnitCount
    }
    return true
  }
}

extension Span<UInt8> {
  /// The first place at or after `start` that is no blank of JSON; the count where there is none.
  func indexBehindJSONBlanks(_ start: Int) -> Int {
    var place = start
    while place < count {
      switch self[place] {
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      default: return place
      }
    }
    return place
  }
}
