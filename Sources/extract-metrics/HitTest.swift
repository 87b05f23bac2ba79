import Filters

// Whether a figure may start at a character, told from the bytes of a line. A figure is a run and what goes on
// after it:
//
//     run      numerals, masks, 余 多 来, points, dashes, blanks        12  3—5  两百多  **
//     goes on  a unit, 半, 分之, 又, a letter for thousands             个  公里  分之
//
// A run that ends in anything else states none, except that digits with a power need no unit (2.5亿) and a
// currency may stand before. 一 with a classifier is an article unless the number goes on behind it (一个半).

/// Tells where no figure can start, so that most sentences with numerals need not be read.
struct HitTest: ~Copyable {
  /// What a glyph is to the test, one bit each.
  private enum Mark {
    static let trigger: UInt8 = 1
    static let stop: UInt8 = 2
    static let run: UInt8 = 4
    static let goesOn: UInt8 = 8
    static let longUnit: UInt8 = 16
    static let classifier: UInt8 = 32
    static let digit: UInt8 = 64
    static let power: UInt8 = 128
  }

  private var marks = [UInt8](repeating: 0, count: 1 << 16)
  /// The first two glyphs of units that are longer, hashed.
  private var pairs = [UInt64](repeating: 0, count: 1024)
  /// The last bytes of what can make a figure of a bare numeral behind it: currencies and minus signs.
  private var isBefore = [Bool](repeating: false, count: 256)

  /// A test for figures that start with one of these characters.
  init(_ units: UnitBook, starts: String) {
    mark(starts, Mark.trigger | Mark.run)
    mark("。；！？", Mark.stop)
    mark("余餘多来來点點-–—－~～―‐−至到/ \t\u{A0}\u{3000}", Mark.run)
    for code in 0x2000...0x200A { marks[code] |= Mark.run }
    mark("半分又kKＫｋMＭGＧeE", Mark.goesOn)
    mark("0123456789０１２３４５６７８９", Mark.digit)
    mark("十拾百佰千仟万萬亿億", Mark.power)
    for (word, number) in units.spellings { add(word, units[number]) }
    for word in units.prefixSpellings.map(\.word) + ["负", "負", "-", "－", "−"] {
      if let last = word.utf8.last { isBefore[Int(last)] = true }
    }
    // A currency that is part of runs stands before the rest of them.
    for word in units.prefixSpellings.map(\.word) {
      if let last = word.unicodeScalars.last { marks[Int(Glyph(last).code)] |= Mark.goesOn }
    }
  }

  private mutating func add(_ spelling: String, _ unit: Unit) {
    let glyphs = spelling.unicodeScalars.prefix(2).map { Glyph($0) }
    guard let first = glyphs.first else { return }
    if glyphs.count > 1 {
      marks[Int(first.code)] |= Mark.longUnit
      let pair = Self.hash(first, glyphs[1])
      pairs[pair >> 6] |= 1 << UInt64(pair & 63)
    } else {
      let isClassifier = unit.kind == .count && unit.factor == 1
      marks[Int(first.code)] |= isClassifier ? Mark.classifier : Mark.goesOn
    }
  }

  private mutating func mark(_ text: String, _ bits: UInt8) {
    for scalar in text.unicodeScalars { marks[Int(Glyph(scalar).code)] |= bits }
  }

  @inline(__always) private static func hash(_ first: Glyph, _ second: Glyph) -> Int {
    Int(first.code &* 0x9E37 ^ second.code)
  }

  private func isPair(_ first: Glyph, _ second: Glyph) -> Bool {
    let pair = Self.hash(first, second)
    return pairs[pair >> 6] & (1 << UInt64(pair & 63)) != 0
  }

  /// What the scan of a line has come to.
  enum Hit: Equatable {
    /// A character that a figure can start with, the character's length.
    case trigger(Glyph, length: Int)
    /// A mark that ends a sentence, of three bytes.
    case stop
    /// The line's end.
    case none
  }

  /// Moves `i` to the next character at or after it that a figure can start with, or that ends a sentence.
  @inline(__always) func next(in line: Span<UInt8>, from i: inout Int) -> Hit {
    let marks = marks.span
    let end = line.count
    while i < end {
      var glyph = Glyph(code: 0)
      var length = 3
      let word = i &+ 4 <= end ? line.word32(at: i) : 0
      if word & 0x00C0_C0F0 == 0x0080_80E0 {
        let code = (word & 0x0F) << 12 | (word >> 2) & 0x0FC0 | (word >> 16) & 0x3F
        glyph = Glyph(code: UInt16(truncatingIfNeeded: code))
      } else {
        (glyph, length) = line.glyph(at: i, before: end)
      }
      let mark = marks[Int(glyph.code)]
      if mark & (Mark.trigger | Mark.stop) != 0 {
        return mark & Mark.stop != 0 ? .stop : .trigger(glyph, length: length)
      }
      i &+= length
    }
    return .none
  }

  /// How many bytes of a run are looked at, so that a line of nothing else stays cheap.
  private static let reach = 1024

  /// Past the run of characters at a hit where no figure can start in it; nil where one may.
  func end(ofHarmless glyph: Glyph, length: Int, in line: Span<UInt8>, at i: Int) -> Int? {
    let end = line.count
    if i > 0 {
      let last = line[i - 1] == 0x20 && i > 1 ? line[i - 2] : line[i - 1]
      if isBefore[Int(last)] { return nil }
    }
    var p = i + length
    if glyph == "对" || glyph == "對" {
      return p < end && line.glyph(at: p, before: end).glyph == "折" ? nil : p
    }
    var seen = marks[Int(glyph.code)]
    while p < end {
      if p - i > Self.reach { return nil }
      let (next, length) = line.glyph(at: p, before: end)
      let mark = marks[Int(next.code)]
      if mark & Mark.goesOn != 0 { return nil }
      if mark & (Mark.longUnit | Mark.classifier) != 0 {
        let q = p + length
        let second = q < end ? line.glyph(at: q, before: end).glyph : "\0"
        if mark & Mark.longUnit != 0, isPair(next, second) { return nil }
        if mark & Mark.classifier != 0 {
          return glyph == "一" && p == i + 3 && !goesOnBehindClassifier(second) ? p : nil
        }
      }
      if mark & Mark.run == 0, !isPoint(next, line, p + length) { return p }
      seen |= mark
      if seen & (Mark.digit | Mark.power) == Mark.digit | Mark.power { return nil }
      p += length
    }
    return end
  }

  private func goesOnBehindClassifier(_ glyph: Glyph) -> Bool {
    marks[Int(glyph.code)] & (Mark.run | Mark.goesOn) != 0 || glyph == "／"
  }

  /// Whether a point or comma has a digit behind it.
  private func isPoint(_ glyph: Glyph, _ line: Span<UInt8>, _ next: Int) -> Bool {
    switch glyph {
    case ".", "．", ",", "，":
      next < line.count && line.glyph(at: next, before: line.count).glyph.digit != nil
    default: false
    }
  }
}
