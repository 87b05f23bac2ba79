/// Wildcards inside a choice: 来自(网络|公众号*) is two patterns, 来自(网络) and 来自公众号*; so is 微信(群|$).
extension Pattern {
  /// One pattern is written out into so many at most.
  private static let mostWrittenOut = 64

  /// The patterns without a wildcard inside a choice that together say what `source` says.
  static func writtenOut(_ source: String) throws(PatternFault) -> [String] {
    var open = [Array(source.utf8)]
    guard hasWildChoice(open[0]) else { return [source] }
    var done: [String] = []
    while let next = open.popLast() {
      if let parts = try partsOfFirstWildChoice(next) {
        open += parts.reversed()
      } else {
        done.append(String(decoding: next, as: UTF8.self))
      }
      if open.count + done.count > mostWrittenOut {
        throw PatternFault(
          reason: "its choices hold too many of * # @ …; write them in rows of their own")
      }
    }
    return done
  }

  /// What `source` becomes where its first choice with a wildcard is taken apart: the choice without its
  /// wildcards, then one pattern for each alternative that has some; nil where there is no such choice.
  private static func partsOfFirstWildChoice(
    _ source: [UInt8]
  ) throws(PatternFault) -> [[UInt8]]? {
    var start: Int?
    for place in source.indices {
      if source[place] == UInt8(ascii: "(") { start = place }
      guard source[place] == UInt8(ascii: ")"), let open = start else { continue }
      start = nil
      let parts = source[(open + 1)..<place].split(
        separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      let plain = parts.filter { !hasWildcard($0) }
      if plain.count == parts.count { continue }
      let head = Array(source[..<open])
      let tail = Array(source[(place + 1)...])
      if !head.isEmpty && parts.contains([lineStart]) || !tail.isEmpty && parts.contains([lineEnd])
      {
        throw PatternFault(
          reason:
            "^ and $ say where the line begins and ends, and something stands beyond them here;"
            + " write each alternative as a pattern of its own")
      }
      var patterns: [[UInt8]] = []
      if !plain.isEmpty {
        let choice = Array(plain.joined(separator: [UInt8(ascii: "|")]))
        patterns.append(head + [UInt8(ascii: "(")] + choice + [UInt8(ascii: ")")] + tail)
      }
      for part in parts where hasWildcard(part) { patterns.append(head + Array(part) + tail) }
      return patterns
    }
    return nil
  }

  private static let lineStart = UInt8(ascii: "^")
  private static let lineEnd = UInt8(ascii: "$")

  /// Whether one of * # @ … ^ $ stands in brackets, or may: an … is told by its first byte alone.
  private static func hasWildChoice(_ source: [UInt8]) -> Bool {
    var isInside = false
    for byte in source {
      switch byte {
      case UInt8(ascii: "("): isInside = true
      case UInt8(ascii: ")"): isInside = false
      case UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "@"), lineStart, lineEnd, 0xE2:
        if isInside { return true }
      default: break
      }
    }
    return false
  }

  private static func hasWildcard(_ part: ArraySlice<UInt8>) -> Bool {
    if part == [lineStart] || part == [lineEnd] { return true }
    let ellipsis: [UInt8] = [0xE2, 0x80, 0xA6]
    for place in part.indices {
      switch part[place] {
      case UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "@"): return true
      case 0xE2 where part[place...].starts(with: ellipsis): return true
      default: break
      }
    }
    return false
  }
}
