import Filters

/// What sort of quantity a unit measures: the KIND of a metric record.
enum Kind: String, CaseIterable {
  case count, money, percent, measure, duration, age, multiple

  /// What a record says for it.
  var name: StaticString {
    switch self {
    case .count: "count"
    case .money: "money"
    case .percent: "percent"
    case .measure: "measure"
    case .duration: "duration"
    case .age: "age"
    case .multiple: "multiple"
    }
  }
}

/// A unit of units.pack; its texts lie in the book, so that looking one up copies a few words.
struct Unit {
  /// Where the book has the name that metrics give it.
  let name: Range<Int>
  /// The first glyph of its spelling.
  let first: Glyph?
  /// What it measures.
  let kind: Kind
  /// Whether it counts only after Arabic digits, masks and numerals from ten up, because 一起 and 一面 are words.
  let isWeak: Bool
  /// Whether it counts after masks too; names of places do not, because masks stand in names.
  let takesMasks: Bool
  /// What the numeral is multiplied by: ten for 成, twelve for 打.
  let factor: Int
  /// Whether it stands before its number, as ¥ does.
  let isPrefix: Bool
  /// Where the book has the glyphs that make it another word when they follow: 家 before 庭.
  let notBefore: Range<Int>
  /// Where it has those that do so behind Arabic digits too: 单 before 元.
  let neverBefore: Range<Int>
  /// Where it has those next to which it counts after a numeral that else would not do: 面 before 锦.
  let beside: Range<Int>
  /// Whether it counts only there, and after large numbers: 路 behind 视频.
  let needsNeighbour: Bool
}

/// All units by their spellings.
///
/// A class that never changes once it is made: a rule that holds it is one word, and costs nothing to call.
final class UnitBook: Sendable {
  /// The spellings; their numbers lead into `units`.
  let lexicon: Lexicon
  /// The spellings that stand before a number, found from their end.
  let prefixes: Lexicon
  /// All spellings and their numbers, in the order of the packs.
  let spellings: [Lexicon.Entry]
  /// Those of `prefixes`.
  let prefixSpellings: [Lexicon.Entry]
  private let units: [Unit]
  /// The names of all units, one after the other.
  let names: [UInt8]
  private let glyphs: [Glyph]
  /// For each unit its parts and how many of them make one, later rows last; none for nearly all.
  let parts: [[(part: Int, count: Int)]]

  /// Reads the groups `[units kind=…]` and `[parts]` of packs; what comes later replaces what came before.
  init(_ packs: [Pack]) throws(PackFailure) {
    var reading = UnitReading()
    for pack in packs {
      for group in pack.groups { try reading.add(group, of: pack) }
    }
    units = reading.units
    names = reading.names
    glyphs = reading.glyphs
    spellings = reading.spellings
    prefixSpellings = reading.prefixes
    let lexicon = Lexicon(reading.spellings, .units)
    parts = try reading.parts(lexicon)
    self.lexicon = lexicon
    prefixes = Lexicon(reading.prefixes, .prefixes, backward: true)
  }

  /// The unit of a match's number.
  subscript(_ number: Int) -> Unit { units[number] }

  /// The number of distinct spellings.
  var count: Int { units.count }

  /// The first glyphs of the units that count, or of those that do not.
  func starts(ofCounts isCount: Bool) -> GlyphSet {
    var starts = GlyphSet()
    for unit in units where (unit.kind == .count) == isCount {
      if let first = unit.first { starts.insert(first) }
    }
    return starts
  }

  /// The longest unit at `i` that is not the start of another word.
  func unit(
    _ sentence: borrowing Sentence, at i: Int, afterDigits: Bool = false
  ) -> (range: Range<Int>, number: Int)? {
    var most = Int.max
    while let match = lexicon.match(sentence, at: i, most: most) {
      let next = sentence[match.range.upperBound]
      // A spelling in letters ends where the letters end: 5G is no 5 g.
      let last = sentence[match.range.upperBound - 1]
      let isCutWord =
        (last.isLetter || last == "%") && (next.isLetter || next.digit != nil)
      // After Arabic digits a classifier is nearly always one: 3名师生 are no 名师.
      let unit = units[match.value]
      let isFree = afterDigits && unit.kind == .count && unit.takesMasks
      if !isCutWord, !has(next, in: unit.neverBefore),
        isFree || !has(next, in: unit.notBefore)
      {
        return (match.range, match.value)
      }
      most = match.range.count - 1
      if most == 0 { break }
    }
    return nil
  }
}

extension UnitBook {
  /// Whether a glyph is among those that a unit's key lists.
  func has(_ glyph: Glyph, in listed: Range<Int>) -> Bool {
    for i in listed where glyphs[i] == glyph { return true }
    return false
  }
}

/// The units of packs while they are read.
private struct UnitReading {
  var units: [Unit] = []
  var names: [UInt8] = []
  var glyphs: [Glyph] = []
  var spellings: [Lexicon.Entry] = []
  var prefixes: [Lexicon.Entry] = []
  private var partRows: [(row: Pack.Row, keys: [String: String], pack: String)] = []

  private static let keys: Set<String> = [
    "kind", "as", "only", "times", "place", "not-before", "never-before", "beside", "iso", "of",
  ]

  mutating func add(_ group: Pack.Group, of pack: Pack) throws(PackFailure) {
    func failure(_ line: Int, _ reason: String) -> PackFailure {
      PackFailure(pack: pack.name, line: line, reason: reason)
    }
    if group.name == "parts" {
      if let word = group.words.first {
        throw failure(group.line, "[parts] takes keys alone; write \(word) in a row below it")
      }
      if let unknown = Self.unknownPartKey(group.keys) { throw failure(group.line, unknown) }
      for row in group.rows {
        partRows.append((row, group.keys.merging(row.keys) { _, own in own }, pack.name))
      }
      return
    }
    guard group.name == "units" else {
      throw failure(
        group.line, "[\(group.name)] is no group of a units pack; use [units kind=count] or [parts]"
      )
    }
    for row in group.rows {
      let keys = group.keys.merging(row.keys) { _, own in own }
      if let unknown = keys.keys.sorted().first(where: { !Self.keys.contains($0) }) {
        throw failure(row.line, "\(unknown)= is no key of a unit")
      }
      guard let kind = Kind(rawValue: keys["kind"] ?? "count") else {
        let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw failure(row.line, "kind= must be one of \(kinds)")
      }
      guard let factor = Int(keys["times"] ?? "1"), (1...1000).contains(factor) else {
        throw failure(row.line, "times= must be a whole number from 1 to 1000")
      }
      guard ["digits", "numerals", "beside", nil].contains(keys["only"]) else {
        throw failure(row.line, "only= must be digits, numerals or beside")
      }
      guard ["before", nil].contains(keys["place"]) else {
        throw failure(row.line, "place= must be before")
      }
      let notBefore = list(keys["not-before"])
      let neverBefore = list(keys["never-before"])
      let beside = list(keys["beside"])
      for word in row.words {
        guard !word.isEmpty else { throw failure(row.line, "a unit may not be empty") }
        let name = names.count
        names += (keys["as"] ?? word).utf8
        let unit = Unit(
          name: name..<names.count,
          first: word.unicodeScalars.first.map { Glyph($0) }, kind: kind,
          isWeak: keys["only"] != nil,
          takesMasks: keys["only"] != "numerals" && keys["only"] != "beside",
          factor: factor, isPrefix: keys["place"] == "before",
          notBefore: notBefore, neverBefore: neverBefore, beside: beside,
          needsNeighbour: keys["only"] == "beside")
        if unit.isPrefix {
          prefixes.append((word: word, value: units.count))
        } else {
          spellings.append((word: word, value: units.count))
        }
        units.append(unit)
      }
    }
  }

  /// Keeps the characters of a key, and says where.
  private mutating func list(_ characters: String?) -> Range<Int> {
    let start = glyphs.count
    glyphs += (characters ?? "").unicodeScalars.map { GlyphVariants.plain(Glyph($0)) }
    return start..<glyphs.count
  }

  private static func unknownPartKey(_ keys: [String: String]) -> String? {
    keys.keys.sorted().first { $0 != "of" && $0 != "count" }
      .map { "\($0)= is no key of a part; of and count are" }
  }

  /// The parts of each unit, once all spellings are known.
  func parts(_ lexicon: Lexicon) throws(PackFailure) -> [[(part: Int, count: Int)]] {
    var parts = [[(part: Int, count: Int)]](repeating: [], count: units.count)
    for (row, keys, pack) in partRows {
      func failure(_ reason: String) -> PackFailure {
        PackFailure(pack: pack, line: row.line, reason: reason)
      }
      func number(_ word: some StringProtocol) throws(PackFailure) -> Int {
        guard let number = lexicon.value(of: String(word)) else {
          throw failure(
            "\(word) is no unit behind its number; [parts] speaks of those that are listed")
        }
        return number
      }
      if let unknown = Self.unknownPartKey(keys) { throw failure(unknown) }
      guard let count = Int(keys["count"] ?? ""), (2...1_000_000).contains(count) else {
        throw failure("count= must be a whole number from 2 to 1000000")
      }
      let wholes = (keys["of"] ?? "").split(separator: " ")
      if wholes.isEmpty { throw failure("of= must name the unit that these are parts of") }
      for whole in wholes {
        let whole = try number(whole)
        for word in row.words {
          let part = try number(word)
          if part == whole { throw failure("\(word) cannot be a part of itself") }
          parts[whole].append((part, count))
        }
      }
    }
    return parts
  }
}
