import Filters

/// Checks JSON text that comes from elsewhere: the values of `meta` records.
enum JSONText {
  /// Values nest so deep at the most.
  static let maximumDepth = 1000

  /// True if `text` is one JSON value by RFC 8259; it is UTF-8 already.
  static func isValid(_ text: Span<UInt8>) -> Bool {
    // The open brackets: true for an object.
    var open: [Bool] = []
    var place = skipBlanks(text, 0)
    while true {
      // A value begins here.
      guard place < text.count else { return false }
      switch text[place] {
      case UInt8(ascii: "{"):
        if open.count == maximumDepth { return false }
        open.append(true)
        place = skipBlanks(text, place + 1)
        if place < text.count, text[place] == UInt8(ascii: "}") { break }
        guard let value = takeKey(text, place) else { return false }
        place = value
        continue
      case UInt8(ascii: "["):
        if open.count == maximumDepth { return false }
        open.append(false)
        place = skipBlanks(text, place + 1)
        if place < text.count, text[place] == UInt8(ascii: "]") { break }
        continue
      default:
        guard let end = takeScalar(text, place) else { return false }
        place = skipBlanks(text, end)
      }
      // A value has ended, or an empty object or array is about to.
      while let isObject = open.last {
        guard place < text.count else { return false }
        let byte = text[place]
        place = skipBlanks(text, place + 1)
        if byte == UInt8(ascii: ",") {
          if isObject {
            guard let value = takeKey(text, place) else { return false }
            place = value
          }
          break
        }
        guard byte == UInt8(ascii: isObject ? "}" : "]") else { return false }
        open.removeLast()
      }
      if open.isEmpty { return place == text.count }
    }
  }

  /// Where the string, number or word that begins at `start` ends; the text is valid.
  static func endOfScalar(_ text: Span<UInt8>, from start: Int) -> Int {
    takeScalar(text, start) ?? text.count
  }

  private static func skipBlanks(_ text: Span<UInt8>, _ start: Int) -> Int {
    var place = start
    while place < text.count {
      switch text[place] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        place += 1
      default: return place
      }
    }
    return place
  }

  /// Where the value of a member begins whose name stands at `start`.
  private static func takeKey(_ text: Span<UInt8>, _ start: Int) -> Int? {
    guard let end = takeString(text, start) else { return nil }
    let colon = skipBlanks(text, end)
    guard colon < text.count, text[colon] == UInt8(ascii: ":") else { return nil }
    return skipBlanks(text, colon + 1)
  }

  private static func takeScalar(_ text: Span<UInt8>, _ start: Int) -> Int? {
    switch text[start] {
    case UInt8(ascii: "\""): takeString(text, start)
    case UInt8(ascii: "t"): text.starts(with: "true", at: start) ? start + 4 : nil
    case UInt8(ascii: "f"): text.starts(with: "false", at: start) ? start + 5 : nil
    case UInt8(ascii: "n"): text.starts(with: "null", at: start) ? start + 4 : nil
    default: takeNumber(text, start)
    }
  }

  private static func takeString(_ text: Span<UInt8>, _ start: Int) -> Int? {
    guard start < text.count, text[start] == UInt8(ascii: "\"") else { return nil }
    var place = start + 1
    while place < text.count {
      let byte = text[place]
      place += 1
      if byte == UInt8(ascii: "\"") { return place }
      if byte < 0x20 { return nil }
      guard byte == UInt8(ascii: "\\") else { continue }
      guard place < text.count else { return nil }
      switch text[place] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
        UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
        place += 1
      case UInt8(ascii: "u"):
        guard place + 4 < text.count else { return nil }
        for digit in place + 1...place + 4 where !isHexadecimal(text[digit]) { return nil }
        place += 5
      default: return nil
      }
    }
    return nil
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  /// Where the number that begins at `start` ends.
  static func takeNumber(_ text: Span<UInt8>, _ start: Int) -> Int? {
    var place = start
    if place < text.count, text[place] == UInt8(ascii: "-") { place += 1 }
    let whole = takeDigits(text, place)
    // No digits, or a zero before others.
    guard whole > place, whole == place + 1 || text[place] != UInt8(ascii: "0") else { return nil }
    place = whole
    if place < text.count, text[place] == UInt8(ascii: ".") {
      let fraction = takeDigits(text, place + 1)
      guard fraction > place + 1 else { return nil }
      place = fraction
    }
    if place < text.count, text[place] | 0x20 == UInt8(ascii: "e") {
      var power = place + 1
      if power < text.count, text[power] == UInt8(ascii: "+") || text[power] == UInt8(ascii: "-") {
        power += 1
      }
      place = takeDigits(text, power)
      guard place > power else { return nil }
    }
    return place
  }

  private static func takeDigits(_ text: Span<UInt8>, _ start: Int) -> Int {
    var place = start
    while place < text.count, text[place] &- UInt8(ascii: "0") <= 9 { place += 1 }
    return place
  }
}
