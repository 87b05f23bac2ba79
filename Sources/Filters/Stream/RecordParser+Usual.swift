// Nearly all records of a stream are these, without escapes:
//
//     line TAB LINE TAB COL TAB TEXT                     no more columns than that
//     text TAB LINE TAB COL TAB DEPTH TAB TEXT           no more columns than that
//     section TAB LINE TAB COL TAB DEPTH TAB …
//     metric TAB LINE TAB COL TAB …
//
// Read straight through they take a quarter to a half of the time. Whatever is not exactly so is left to the
// general way, which knows what is wrong with it.

extension RecordParser {
  /// Reads `raw` if it is one of the usual records; false, and nothing read, if it is anything else.
  mutating func parseUsual(_ raw: Span<UInt8>) -> Bool {
    guard raw.count >= 9 else { return false }
    let type = raw.word64(at: 0)
    let kind: RecordKind
    var place: Int
    switch type & 0xFF_FFFF_FFFF {
    case Self.line: (kind, place) = (.line, 5)
    case Self.text: (kind, place) = (.text, 5)
    default:
      if type == Self.section {
        (kind, place) = (.section, 8)
      } else if type & 0xFF_FFFF_FFFF_FFFF == Self.metric {
        (kind, place) = (.metric, 7)
      } else {
        return false
      }
    }
    var head = RecordHead(kind: kind)
    let line = place
    guard let number = Self.number(raw, &place), number > 0 else { return false }
    head.line = number
    let column = place
    guard let number = Self.number(raw, &place), number > 0 else { return false }
    head.column = number
    let depth = place
    if kind.hasDepth {
      guard let number = Self.number(raw, &place), number <= Self.maximumDepth else { return false }
      head.depth = number
    }
    if kind == .line || kind == .text {
      guard Self.isPlain(raw, from: place) else { return false }
      take(head, line: line, column: column, depth: depth, rest: place)
      takeLast(raw.count)
      return true
    }
    guard raw[raw.count &- 1] != UInt8(ascii: "\r") else { return false }
    take(head, line: line, column: column, depth: depth, rest: place)
    return takeColumns(raw, from: place)
  }

  /// The types with their TAB, as words.
  private static var line: UInt64 { 0x09_656E_696C }
  private static var text: UInt64 { 0x09_7478_6574 }
  private static var metric: UInt64 { 0x09_6369_7274_656D }
  private static var section: UInt64 { 0x096E_6F69_7463_6573 }

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
