// What folding does:
//
//     blanks, form feeds, emoji, dingbats, ∨ * ` ~
//                                        dropped: 加 ❤ 微 信 is read as 加微信
//     ➕                                 加
//     A–Z, Ａ–Ｚ, ０–９                    small and narrow: ＱＱ is read as qq
//     ＠ ． ／ ＋ －                        narrow
//     everything else                     as it is, invalid UTF-8 too

import Filters

/// A line as the rules read it: without blanks and ornaments, letters small, wide characters narrow.
struct FoldedLine {
  /// The folded bytes, and behind them what earlier lines left.
  private(set) var bytes: [UInt8] = []
  /// How many folded bytes there are.
  private(set) var count = 0
  /// The number of their characters.
  private(set) var length = 0
  /// The part of them between the punctuation at the ends.
  private(set) var core = 0..<0
  /// Where the core begins behind an enumerator such as 3、 or （3）.
  private(set) var afterNumber = 0

  /// Reads another line; the storage is used again.
  mutating func fold(_ line: Span<UInt8>) {
    if bytes.count < line.count {
      bytes = [UInt8](repeating: 0, count: line.count * 2)
    }
    var text = bytes.mutableSpan
    let size = Self.fold(line, into: &text)
    count = size.bytes
    length = size.characters
    findCore()
  }

  /// Turns `parts`, pieces of folded bytes in order, into pieces of `line`, from which they were folded.
  static func locate(_ parts: inout [TrimmedLine.Cut], in line: Span<UInt8>) {
    var place = 0
    var end = 0
    var next = 0
    var start = 0
    while place < line.count, next < parts.count {
      let (value, width) = line.scalar(at: place)
      let isByte = value == 0xFFFD && width == 1
      let folded = isByte || narrow(value) != nil ? 1 : isOrnament(value) ? 0 : width
      if folded > 0, end <= parts[next].range.lowerBound { start = place }
      end += folded
      place += width
      if end >= parts[next].range.upperBound {
        parts[next].range = start..<place
        next += 1
      }
    }
  }

  /// The folded bytes of `text`.
  static func fold(_ text: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    append(foldedOf: text.span, to: &folded)
    return folded
  }

  /// Appends the folded bytes of `text` to `bytes`.
  static func append(foldedOf text: Span<UInt8>, to bytes: inout [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: text.count))
    var span = bytes.mutableSpan
    let size = fold(text, into: &span, at: start)
    bytes.removeLast(text.count - size.bytes)
  }

  /// Folds `line` into `text` at `start` and answers how many bytes and characters it became.
  private static func fold(
    _ line: Span<UInt8>, into text: inout MutableSpan<UInt8>, at start: Int = 0
  ) -> (bytes: Int, characters: Int) {
    var place = 0
    var end = start
    var characters = 0
    while place < line.count {
      let lead = line[place]
      // The characters that Chinese is written with; they stay as they are.
      if lead >= 0xE4, lead <= 0xE9, place &+ 2 < line.count {
        text[end] = lead
        text[end &+ 1] = line[place &+ 1]
        text[end &+ 2] = line[place &+ 2]
        end &+= 3
        place &+= 3
        characters &+= 1
        continue
      }
      let (value, width) = line.scalar(at: place)
      if value == 0xFFFD, width == 1 {
        text[end] = lead
        end &+= 1
        characters &+= 1
      } else if let byte = narrow(value) {
        text[end] = byte
        end &+= 1
        characters &+= 1
      } else if value == heavyPlus {
        // As long as what it stands for.
        text[end] = 0xE5
        text[end &+ 1] = 0x8A
        text[end &+ 2] = 0xA0
        end &+= 3
        characters &+= 1
      } else if !isOrnament(value) {
        for next in 0..<width { text[end &+ next] = line[place &+ next] }
        end &+= width
        characters &+= 1
      }
      place &+= width
    }
    return (end - start, characters)
  }

  /// The ASCII byte that a character is read as; nil where it is read as itself or not at all.
  private static func narrow(_ value: UInt32) -> UInt8? {
    switch value {
    case 0x20, 0x09, 0x0C, 0x2A, 0x60, 0x7E: nil
    case 0x41...0x5A: UInt8(value + 0x20)
    case 0...0x7F: UInt8(value)
    case 0xFF10...0xFF19: UInt8(value - 0xFF10 + 0x30)
    case 0xFF21...0xFF3A: UInt8(value - 0xFF21 + 0x61)
    case 0xFF41...0xFF5A: UInt8(value - 0xFF41 + 0x61)
    case 0xFF0B, 0xFF0D...0xFF0F, 0xFF20: UInt8(value - 0xFEE0)
    default: nil
    }
  }

  /// ➕, which is written for 加.
  private static let heavyPlus: UInt32 = 0x2795

  /// Whether folding drops a character: a blank, an emoji, or another ornament.
  static func isOrnament(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x09, 0x0C, 0x2A, 0x60, 0x7E, 0xA0, 0xAD, 0x3000, 0xFEFF: true
    case 0x2000...0x200F, 0x2028...0x202F, 0x2060...0x206F: true
    case heavyPlus: false
    case 0x2190...0x21FF, 0x2227...0x2228, 0x2580...0x27BF, 0x2B00...0x2BFF, 0xFE00...0xFE0F: true
    case 0x1F000...0x1FAFF: true
    default: false
    }
  }

  /// Whether folding drops or changes one of the characters of `text`.
  static func changes(_ text: Span<UInt8>) -> Bool {
    var place = 0
    while place < text.count {
      let lead = text[place]
      if lead < 0x80 {
        if narrow(UInt32(lead)) != lead { return true }
        place += 1
      } else if lead >= 0xE4, lead <= 0xE9 {
        place += 3
      } else {
        let (value, width) = text.scalar(at: place)
        if narrow(value) != nil || isOrnament(value) || value == heavyPlus { return true }
        place += width
      }
    }
    return false
  }

  private mutating func findCore() {
    let bytes = self.bytes
    let text = bytes.span.extracting(0..<count)
    let start = text.edgesLength
    let found = start..<max(start, text.edgesStart)
    core = found
    afterNumber = Self.skipEnumerator(text, found)
  }

  private static func skipEnumerator(_ text: Span<UInt8>, _ core: Range<Int>) -> Int {
    var place = core.lowerBound
    while place < core.upperBound, place < core.lowerBound + 2, text[place].isDigit { place += 1 }
    guard place > core.lowerBound, place < core.upperBound else { return core.lowerBound }
    let start = place
    while place < core.upperBound {
      let width = text.edgeLength(at: place)
      if width == 0 { break }
      place += width
    }
    return place > start && place < core.upperBound ? place : core.lowerBound
  }
}

extension UInt8 {
  /// True for 0 to 9.
  @inline(__always) var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  /// True for a to z; folded text has no capitals.
  @inline(__always) var isSmallLetter: Bool { self >= 0x61 && self <= 0x7A }
}

extension Span where Element == UInt8 {
  /// The length of the punctuation mark that begins at `place`, or 0.
  func edgeLength(at place: Int) -> Int {
    let (value, width) = scalar(at: place)
    return Self.isEdge(value) ? width : 0
  }

  /// The length of the punctuation mark that ends before `end`, or 0.
  func edgeLengthBefore(_ end: Int) -> Int {
    guard end > 0 else { return 0 }
    if self[end - 1] < 0x80 { return edgeLength(at: end - 1) == 1 ? 1 : 0 }
    return end >= 3 && edgeLength(at: end - 3) == 3 ? 3 : 0
  }

  /// How far the punctuation at the beginning reaches.
  var edgesLength: Int {
    var start = 0
    while start < count {
      let width = edgeLength(at: start)
      if width == 0 { break }
      start += width
    }
    return start
  }

  /// Where the punctuation at the end begins.
  var edgesStart: Int {
    var end = count
    while end > 0 {
      let width = edgeLengthBefore(end)
      if width == 0 { break }
      end -= width
    }
    return end
  }

  private static func isEdge(_ value: UInt32) -> Bool {
    switch value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7F: true
    case 0x2010...0x2027, 0x2030...0x205F, 0x3001...0x301F, 0xFF01...0xFF0F: true
    case 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65: true
    // − ─ ━ and the small forms, ﹣ among them.
    case 0x2212, 0x2500, 0x2501, 0xFE50...0xFE6B: true
    // What stands for a picture in a font of a page's own.
    case 0xE000...0xF8FF: true
    default: false
    }
  }
}
