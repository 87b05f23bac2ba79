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
  enum Mark {
    static let trigger: UInt16 = 1
    static let stop: UInt16 = 2
    static let run: UInt16 = 4
    static let goesOn: UInt16 = 8
    static let longUnit: UInt16 = 16
    static let classifier: UInt16 = 32
    static let digit: UInt16 = 64
    static let power: UInt16 = 128
    /// Written in numerals and nothing else.
    static let numeral: UInt16 = 256
    /// A mask and no numeral.
    static let mask: UInt16 = 512
    /// A unit of one glyph that counts after masks.
    static let maskUnit: UInt16 = 1024
    /// What words begin with that state no figure.
    static let word: UInt16 = 2048
    static let border: UInt16 = 4096
    /// What makes a figure of a bare numeral behind it ends so: a currency or a minus sign.
    static let before: UInt16 = 8192
  }

  /// What each code point is.
  private(set) var marks = [UInt16](repeating: 0, count: 1 << 16)
  /// Words whose numerals state no figure.
  let words: Lexicon
  /// Whether a trigger or stop of three bytes has these last two, of which six bits count each.
  private var endings = [UInt8](repeating: 0, count: 1 << 14)
  /// The first two glyphs of units that are longer, hashed; then those of units that count after masks, and those
  /// of words that state no figure.
  private var pairs = [UInt64](repeating: 0, count: 3 * 1024)

  /// What a figure can go on with behind its first character.
  private let followers: GlyphSet
  /// The same behind 一.
  private let followersOfOne: GlyphSet

  /// A test for figures that start with one of these characters.
  init(_ units: UnitBook, _ phrases: PhraseBook, starts: String) {
    words = phrases.notFigures
    var followers = GlyphSet(HanNumeral.starts + "余餘多来來点點分又个個半- —–~～至到\t\u{A0}\u{3000}")
    for code in UInt16(0x2000)...0x200A { followers.insert(Glyph(code: code)) }
    // 一个 and 一项 are articles: after 一 only what measures, or goes on with the numeral, can make a figure.
    followersOfOne = followers.union(units.starts(ofCounts: false)).withVariants
    self.followers =
      followers.union(units.starts(ofCounts: true)).union(followersOfOne).withVariants
    mark(starts, Mark.trigger | Mark.run)
    mark("。；！？", Mark.stop)
    mark("余餘多来來点點-–—－~～―‐−至到/ \t\u{A0}\u{3000}", Mark.run)
    for code in 0x2000...0x200A { marks[code] |= Mark.run }
    mark("半分又^/兆kKＫｋMＭGＧeE", Mark.goesOn)
    mark("0123456789０１２３４５６７８９", Mark.digit)
    mark("十拾百佰千仟万萬亿億", Mark.power)
    mark(MetricRules.borders, Mark.border)
    for glyph in starts.unicodeScalars.map({ Glyph($0) }) {
      let isNumeral =
        glyph.digit != nil || HanNumeral.digit(glyph) != nil || HanNumeral.power(glyph) != nil
      let isMask = Mask.isStart(glyph) && !isNumeral
      marks[Int(glyph.code)] |= (isNumeral ? Mark.numeral : 0) | (isMask ? Mark.mask : 0)
    }
    for (first, second) in words.beginnings {
      marks[Int(first.code)] |= Mark.word
      setPair(Self.hash(first, second) | 2 << 16)
    }
    for (word, number) in units.spellings { add(word, units[number]) }
    for code in 0x800..<marks.count where marks[code] & (Mark.trigger | Mark.stop) != 0 {
      endings[(code & 0x3F) << 8 | (code >> 6) & 0x3F] = 1
    }
    let prefixes = units.prefixSpellings.map(\.word)
    // A currency that is part of runs stands before the rest of them.
    for word in prefixes { mark(String(word.suffix(1)), Mark.goesOn) }
    for word in prefixes + ["负", "負", "-", "－", "−"] { mark(String(word.suffix(1)), Mark.before) }
  }

  /// Adds a unit in every way to write its first two glyphs.
  private mutating func add(_ spelling: String, _ unit: Unit) {
    let glyphs = spelling.unicodeScalars.prefix(2).map { Glyph($0) }
    guard let first = glyphs.first else { return }
    let second = glyphs.count > 1 ? glyphs[1] : nil
    add(first, spellingsOf: second, unit)
    for i in GlyphVariants.variants(of: first) {
      add(GlyphVariants.pairs[i].glyph, spellingsOf: second, unit)
    }
  }

  private mutating func add(_ first: Glyph, spellingsOf second: Glyph?, _ unit: Unit) {
    add(first, second, unit)
    guard let second else { return }
    for i in GlyphVariants.variants(of: second) { add(first, GlyphVariants.pairs[i].glyph, unit) }
  }

  private mutating func add(_ first: Glyph, _ second: Glyph?, _ unit: Unit) {
    if let second {
      marks[Int(first.code)] |= Mark.longUnit
      setPair(Self.hash(first, second))
      if unit.takesMasks { setPair(Self.hash(first, second) | 1 << 16) }
    } else {
      let isClassifier = unit.kind == .count && unit.factor == 1
      marks[Int(first.code)] |= isClassifier ? Mark.classifier : Mark.goesOn
      if unit.takesMasks { marks[Int(first.code)] |= Mark.maskUnit }
    }
  }

  private mutating func setPair(_ pair: Int) { pairs[pair >> 6] |= 1 << UInt64(pair & 63) }

  private mutating func mark(_ text: String, _ bits: UInt16) {
    for scalar in text.unicodeScalars { marks[Int(Glyph(scalar).code)] |= bits }
  }

  @inline(__always) private static func hash(_ first: Glyph, _ second: Glyph) -> Int {
    Int(first.code &* 0x9E37 ^ second.code)
  }

  /// Whether something of two glyphs or more may begin with these: units, those after masks, or words, by the plane.
  func isPair(_ first: Glyph, _ second: Glyph, plane: Int = 0) -> Bool {
    let pair = Self.hash(first, second) | plane << 16
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
    let endings = endings.span
    let end = line.count
    while i < end {
      // Two characters at a time, as long as both have three bytes and neither ends like one that is sought.
      while i &+ 8 <= end {
        let word = line.word64(at: i)
        guard word & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0,
          endings[Int(word >> 8 & 0x3F3F)] | endings[Int(word >> 32 & 0x3F3F)] == 0
        else { break }
        i &+= 6
      }
      let (glyph, length) = line.glyph(at: i, before: end)
      let mark = marks[Int(glyph.code)]
      if mark & (Mark.trigger | Mark.stop) != 0 {
        return mark & Mark.stop != 0 ? .stop : .trigger(glyph, length: length)
      }
      i &+= length
    }
    return .none
  }

  /// Whether what follows a trigger can make a figure of it: most 一 are no numeral.
  @inline(__always) func isPromising(_ glyph: Glyph, _ line: Span<UInt8>, _ next: Int) -> Bool {
    guard next < line.count else { return true }
    if glyph.digit != nil || !glyph.isHan { return true }
    let (follower, length) = line.glyph(at: next, before: line.count)
    guard glyph == "一" else {
      return followers.contains(follower)
        || marks[Int(glyph.code)] & Mark.power != 0 && next > 2 && isLevel(line, next - 3, next)
    }
    return followersOfOne.contains(follower)
      || followers.contains(follower) && endsClause(line, at: next + length)
  }

  /// How many bytes of a run are looked at, so that a line of nothing else stays cheap.
  private static let reach = 1024

  /// Past the run of characters at a hit where no figure can start in it; nil where one may.
  func end(ofHarmless glyph: Glyph, length: Int, in line: Span<UInt8>, at i: Int) -> Int? {
    var last = line.glyph(before: i)
    if last == " " { last = line.glyph(before: i - 1) }
    if marks[Int(last.code)] & Mark.before != 0 { return nil }
    return end(ofRun: glyph, length: length, in: line, at: i)
      ?? end(ofWordAt: i, glyph, length, in: line)
  }

  private func end(ofRun glyph: Glyph, length: Int, in line: Span<UInt8>, at i: Int) -> Int? {
    let end = line.count
    var p = i + length
    if glyph == "对" || glyph == "對" {
      return p < end && line.glyph(at: p, before: end).glyph == "折" ? nil : p
    }
    var seen = marks[Int(glyph.code)]
    // What all of the run is: a numeral, a mask.
    var common = seen
    while p < end {
      if p - i > Self.reach { return nil }
      let (next, length) = line.glyph(at: p, before: end)
      let mark = marks[Int(next.code)]
      if next == "年", common & Mark.numeral != 0, Self.isNamedYear(line, p + length) {
        return p + length
      }
      if mark & Mark.goesOn != 0 { return nil }
      if mark & (Mark.longUnit | Mark.classifier) != 0 {
        let q = p + length
        let second = q < end ? line.glyph(at: q, before: end).glyph : "\0"
        // **社区 is a name.
        if common & Mark.mask != 0, mark & Mark.maskUnit == 0, !isPair(next, second, plane: 1) {
          return p
        }
        if mark & Mark.longUnit != 0, isPair(next, second) { return nil }
        if mark & Mark.classifier != 0 {
          return glyph == "一" && p == i + 3 && !goesOnBehindClassifier(second)
            && !endsClause(line, at: q) ? p : nil
        }
      }
      if mark & Mark.run == 0, !isPoint(next, line, p + length) {
        return mayCount(next, line, p) || seen & Mark.power != 0 && isLevel(line, i, p) ? nil : p
      }
      seen |= mark
      common &= mark
      if seen & (Mark.digit | Mark.power) == Mark.digit | Mark.power { return nil }
      p += length
    }
    return seen & Mark.power != 0 && isLevel(line, i, end) ? nil : end
  }

  /// Whether a clause or the item of a list ends at byte `i`.
  func endsClause(_ line: Span<UInt8>, at i: Int) -> Bool {
    guard i < line.count else { return true }
    let glyph = line.glyph(at: i, before: line.count).glyph
    return glyph == "、" || marks[Int(glyph.code)] & Mark.border != 0
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
