// The tokens of more than one byte: words, strings, numbers.

extension JSONReader {
  /// Takes a word that is a value.
  mutating func takeWord(
    _ word: StaticString, _ token: Token, _ line: Span<UInt8>
  ) throws(Fault) -> Token {
    guard line.starts(with: word, at: place) else { throw unexpected(line) }
    range = place..<place + word.utf8CodeUnitCount
    place = range.upperBound
    return token
  }

  /// Takes a string, quotes and escapes checked; `range` is what is between the quotes.
  mutating func takeString(_ line: Span<UInt8>) throws(Fault) {
    let start = place + 1
    let text = line.extracting(0..<limit)
    hasEscapes = false
    var stop = text.firstIndexOfJSONStop(from: start)
    while stop < limit {
      switch text[stop] {
      case UInt8(ascii: "\""):
        range = start..<stop
        place = stop + 1
        return
      case UInt8(ascii: "\\"):
        hasEscapes = true
        stop = text.firstIndexOfJSONStop(from: try endOfEscape(line, stop))
      case let byte:
        throw Fault(
          offset: stop,
          reason:
            "the control character \(hexadecimal(byte)) stands in a string; it must be escaped")
      }
    }
    place = limit
    if limit < line.count { throw notText(line) }
    throw Fault(offset: limit, reason: "the text ends inside a string")
  }

  /// Where the escape ends whose backslash stands at `start`.
  private func endOfEscape(_ line: Span<UInt8>, _ start: Int) throws(Fault) -> Int {
    guard start + 1 < limit else {
      if limit < line.count { throw notText(line) }
      throw Fault(offset: limit, reason: "the text ends inside a string")
    }
    switch line[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return start + 2
    case UInt8(ascii: "u"):
      guard let unit = line.fourHexDigits(at: start + 2) else {
        throw Fault(offset: start, reason: "four hexadecimal digits should follow \\u")
      }
      if unit & 0xF800 != 0xD800 { return start + 6 }
      // A character beyond U+FFFF takes two: first D800 to DBFF, then DC00 to DFFF.
      if unit & 0x0400 == 0, line.starts(with: "\\u", at: start + 6),
        let low = line.fourHexDigits(at: start + 8), low & 0xFC00 == 0xDC00
      {
        return start + 12
      }
      throw Fault(offset: start, reason: "half of a surrogate pair stands without the other half")
    default:
      throw Fault(
        offset: start, reason: "a backslash stands before something other than \" \\ / b f n r t u")
    }
  }

  /// Takes a number.
  mutating func takeNumber(_ line: Span<UInt8>) throws(Fault) {
    let start = place
    if line[place] == UInt8(ascii: "-") { place += 1 }
    let whole = place
    try takeDigits(line)
    if line[whole] == UInt8(ascii: "0"), place > whole + 1 {
      throw Fault(offset: whole, reason: "a number begins with a zero before other digits")
    }
    if place < limit, line[place] == UInt8(ascii: ".") {
      place += 1
      try takeDigits(line)
    }
    if place < limit, line[place] | 0x20 == UInt8(ascii: "e") {
      place += 1
      if place < limit, line[place] == UInt8(ascii: "+") || line[place] == UInt8(ascii: "-") {
        place += 1
      }
      try takeDigits(line)
    }
    range = start..<place
  }

  private mutating func takeDigits(_ line: Span<UInt8>) throws(Fault) {
    let start = place
    while place < limit, line[place] &- UInt8(ascii: "0") <= 9 { place += 1 }
    if place == start {
      throw Fault(offset: place, reason: "a digit should follow, \(found(line))")
    }
  }
}
