// Most records of a stream are these, with no more columns than that and no escapes:
//
//     line TAB LINE TAB COL TAB TEXT
//     text TAB LINE TAB COL TAB DEPTH TAB TEXT
//
// Read straight through they take a quarter of the time. Whatever is not exactly so is left to the general way,
// which knows what is wrong with it.

extension RecordParser {
  /// Reads `raw` if it is one of the usual records; false, and nothing read, if it is anything else.
  mutating func parseUsual(_ raw: Span<UInt8>) -> Bool {
    guard raw.count >= 9 else { return false }
    let type = raw.word64(at: 0) & 0xFF_FFFF_FFFF
    let isText = type == Self.text
    guard isText || type == Self.line else { return false }
    var place = 5
    guard let line = Self.number(raw, &place), line > 0 else { return false }
    let column = place
    guard let columnNumber = Self.number(raw, &place), columnNumber > 0 else { return false }
    let depth = place
    var depthNumber = 0
    if isText {
      guard let number = Self.number(raw, &place), number <= Self.maximumDepth else { return false }
      depthNumber = number
    }
    guard Self.isPlain(raw, from: place) else { return false }
    take(
      RecordHead(
        kind: isText ? .text : .line, line: line, column: columnNumber, depth: depthNumber),
      column: column, depth: depth, text: place, end: raw.count)
    return true
  }

  /// The types with their TAB, as words.
  private static var line: UInt64 { 0x09_656E_696C }
  private static var text: UInt64 { 0x09_7478_6574 }

  /// The canonical number at `place`, which goes on behind the TAB that ends it.
  @inline(__always)
  private static func number(_ raw: Span<UInt8>, _ place: inout Int) -> Int? {
    let start = place
    var value = 0
    while place < raw.count {
      let digit = raw[place] &- UInt8(ascii: "0")
      if digit > 9 { break }
      value = value &* 10 &+ Int(digit)
      place &+= 1
    }
    let digits = place &- start
    guard digits > 0, digits < 10, place < raw.count, raw[place] == UInt8(ascii: "\t"),
      digits == 1 || raw[start] != UInt8(ascii: "0")
    else { return nil }
    place &+= 1
    return value
  }

  /// Whether no TAB and no backslash stands from `start` on, and no carriage return at the end.
  @inline(__always)
  private static func isPlain(_ raw: Span<UInt8>, from start: Int) -> Bool {
    let count = raw.count
    if start == count { return true }
    if raw[count &- 1] == UInt8(ascii: "\r") { return false }
    var place = start
    if count &- place >= 32 {
      while place &+ 32 <= count {
        if columnMarks.standIn(raw, at: place) { return false }
        place &+= 32
      }
      // What is left is looked at with some of what was.
      return place == count || !columnMarks.standIn(raw, at: count &- 32)
    }
    while place < count {
      if columnMarks.contains(raw[place]) { return false }
      place &+= 1
    }
    return true
  }
}
