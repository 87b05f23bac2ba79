import Filters

/// How packs are read; docs/packs.md lists the groups.
extension DebrisRules {
  /// Adds the rows of a group.
  mutating func add(_ group: Pack.Group, of pack: Pack) throws(PackFailure) {
    try Self.check(group, of: pack)
    let word = group.words.first ?? ""
    switch group.name {
    case "marks":
      for row in group.rows { try addMarks(row, of: pack) }
    case "evidence":
      let number = self.kind(word)
      if try !pack.flag("alone", of: group, usual: "yes") { isNaming[number] = true }
      try addPatterns(group, of: pack, name: "ad", wholeLine: false) { weight, _ in
        .evidence(kind: number, weight: weight)
      }
    case "brands":
      let number = self.kind("brand")
      try addPatterns(group, of: pack, name: "ad", wholeLine: false) { weight, _ in
        .evidence(kind: number, weight: weight)
      }
    case "shield":
      let isForNotices = try pack.flag("notices", of: group, usual: "no")
      try addPatterns(group, of: pack, name: "shield", wholeLine: false) { weight, _ in
        .shield(weight: weight, isForNotices: isForNotices)
      }
    case "lines":
      // Without the key those are guarded that begin with *, which may stand for a sentence of the report.
      let isGuarded = try pack.flag("guarded", of: group, usual: "no")
      let isOpen = group.keys["guarded"] == nil
      try addPatterns(group, of: pack, name: word, wholeLine: true) { _, pattern in
        .line(isGuarded: isGuarded || isOpen && pattern.hasPrefix("*"))
      }
    case "inline":
      try addPatterns(group, of: pack, name: word, wholeLine: false) { _, _ in .inline }
    case "labels": labels.add(try Self.weighed(group, of: pack, 40))
    case "hosts": hosts.add(try Self.weighed(group, of: pack, 60))
    case "navigation":
      let headsList = try pack.flag("list", of: group, usual: "no")
      for word in try Self.weighed(group, of: pack, by: "points", 1) {
        navigation.add(word.text, points: word.weight, headsList: headsList)
      }
    case "menu":
      let isWay = try pack.flag("way", of: group, usual: "no")
      for row in group.rows { try addMenu(row, isWay: isWay, of: pack) }
    case "provenance":
      for row in group.rows { try addProvenance(row, of: pack) }
    case "openings": openings += try Self.weighed(group, of: pack, 20)
    case "endings": endings += try Self.weighed(group, of: pack, 20)
    case "pitches":
      for word in try Self.weighed(group, of: pack, 60) {
        pitches.append(Pitch(word.text, weight: word.weight))
      }
    case "tail": tailWords += try Self.weighed(group, of: pack, 20)
    case "teasers":
      for row in group.rows { teasers += row.words.map { FoldedLine.fold(Array($0.utf8)) } }
    case "running":
      for row in group.rows { try addRunning(row, of: pack) }
    case "page-signs":
      for row in group.rows { try addSigns(row, of: pack) }
    case "notices":
      for row in group.rows { for word in row.words { notices.add(ending: Array(word.utf8)) } }
    default: break  // There is no other.
    }
  }

  private mutating func addMarks(_ row: Pack.Row, of pack: Pack) throws(PackFailure) {
    for word in row.words {
      guard word.utf8.count >= LiteralMatcher.shortest else {
        throw PackFailure(
          pack: pack.name, line: row.line, reason: "a mark needs at least six bytes: \(word)")
      }
      marks.add(Array(word.utf8))
    }
  }

  private mutating func addMenu(
    _ row: Pack.Row, isWay: Bool, of pack: Pack
  ) throws(PackFailure) {
    for word in row.words where !menu.add(word, isWay: isWay) {
      let forms = isWay ? "name" : "name, name* or *name"
      throw PackFailure(pack: pack.name, line: row.line, reason: "write \(forms): \(word)")
    }
  }

  private mutating func addProvenance(_ row: Pack.Row, of pack: Pack) throws(PackFailure) {
    for word in row.words {
      if word.hasSuffix(":") || word.hasSuffix("：") {
        throw PackFailure(
          pack: pack.name, line: row.line, reason: "write the label without its colon: \(word)")
      }
      provenance.add(Array(word.utf8))
    }
  }

  private mutating func addSigns(_ row: Pack.Row, of pack: Pack) throws(PackFailure) {
    for word in row.words {
      let sign = Array(word.utf8)
      guard sign.span.isSign else {
        throw PackFailure(
          pack: pack.name, line: row.line,
          reason: "a page's sign is one sign, and no letter: \(word)")
      }
      pageSigns.append(sign)
    }
  }

  private mutating func addRunning(_ row: Pack.Row, of pack: Pack) throws(PackFailure) {
    for word in row.words {
      guard word.utf8.count >= LiteralMatcher.shortest else {
        throw PackFailure(
          pack: pack.name, line: row.line,
          reason: "a word of running lines needs two Chinese characters: \(word)")
      }
      runningWords.append(Array(word.utf8))
    }
  }

  private mutating func addPatterns(
    _ group: Pack.Group, of pack: Pack, name: String, wholeLine: Bool,
    effect: (_ weight: Int, _ pattern: String) -> Effect
  ) throws(PackFailure) {
    let name = self.name(name)
    var pattern = Pattern()
    for row in group.rows {
      let weight = try Self.number("weight", row, group, of: pack, 40)
      for word in row.words {
        do throws(PatternFault) {
          for source in try Pattern.writtenOut(word) {
            try pattern.read(source, wholeLine: wholeLine)
            patterns.add(pattern)
            let number = rules.count
            rules.append(
              Rule(
                effect: effect(weight, source), name: name,
                neighbours: patterns.neighbours(of: number),
                beginning: patterns.beginning(of: number), ending: patterns.ending(of: number),
                source: (packNames.count - 1, row.line)))
          }
        } catch {
          throw PackFailure(pack: pack.name, line: row.line, reason: "\(word): \(error.reason)")
        }
      }
    }
  }

  /// The folded words of a group, each with what it is worth.
  private static func weighed(
    _ group: Pack.Group, of pack: Pack, by key: String = "weight", _ usual: Int
  ) throws(PackFailure) -> [(text: [UInt8], weight: Int)] {
    var words: [(text: [UInt8], weight: Int)] = []
    for row in group.rows {
      let weight = try number(key, row, group, of: pack, usual)
      words += row.words.map { (FoldedLine.fold(Array($0.utf8)), weight) }
    }
    return words
  }

  private static func number(
    _ key: String, _ row: Pack.Row, _ group: Pack.Group, of pack: Pack, _ usual: Int
  ) throws(PackFailure) -> Int {
    guard let text = row.keys[key] ?? group.keys[key] else { return usual }
    guard let number = Int(text), abs(number) <= 1000 else {
      throw PackFailure(
        pack: pack.name, line: row.keys[key] == nil ? group.line : row.line,
        reason: "\(key)=\(text): write a number up to 1000")
    }
    return number
  }
}
