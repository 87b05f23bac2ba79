import Filters

/// One thing that spoke for a line's being debris or against it, as `--explain` shows it.
struct Clue: Equatable {
  /// The kind of evidence, or what else it is.
  let kind: [UInt8]
  /// What it added to the score; 0 of a template, which asks for none.
  let weight: Int
  /// The pack and the line of its rule; empty where it has none.
  let source: [UInt8]
  /// What was found, folded.
  let text: [UInt8]
}

extension LineJudge {
  /// Reads a line and gathers in `clues` what speaks for and against it.
  mutating func explain(_ line: Span<UInt8>) {
    clues.removeAll(keepingCapacity: true)
    evidence.begin(rules.kinds.count)
    collectsClues = true
    _ = read(line)
    collectsClues = false
  }

  /// Notes that a rule found something at `range` of the folded text.
  mutating func addClue(of number: Int, at range: Range<Int>) {
    let rule = rules.rules[number]
    let (kind, weight): (String, Int) =
      switch rule.effect {
      case .evidence(let kind, let weight): (rules.kinds[kind], weight)
      case .shield(let weight, _): ("report", -weight)
      case .line: ("template", 0)
      case .inline: ("piece", 0)
      }
    let source =
      rules.packNames[rule.source.pack] + Array(":\(rule.source.line)".utf8)
    clues.append(
      Clue(
        kind: Array(kind.utf8), weight: weight, source: source, text: Array(folded.bytes[range])))
  }

  /// Notes that the line begins or ends as lines of the report do.
  mutating func addEdgeClue(_ weight: Int, _ text: [UInt8], _ edge: String) {
    clues.append(
      Clue(kind: Array("report".utf8), weight: -weight, source: Array(edge.utf8), text: text))
  }

  /// Notes a word of tails of advertising.
  mutating func addTailClue(_ weight: Int, _ text: [UInt8]) {
    clues.append(Clue(kind: Array("tail".utf8), weight: weight, source: [], text: text))
  }

  /// Notes that the line looks like `kind`.
  mutating func addFormClue(_ kind: String, _ weight: Int) {
    let none: [UInt8] = []
    clues.append(Clue(kind: Array(kind.utf8), weight: weight, source: none, text: none))
  }

  /// Notes the names, numbers and addresses of the net.
  mutating func addNetClues() {
    let none: [UInt8] = []
    for (kind, weight) in [("contact", netNames.contact), ("link", netNames.link)] where weight > 0
    {
      clues.append(Clue(kind: Array(kind.utf8), weight: weight, source: none, text: none))
    }
    if netNames.isOfficial {
      clues.append(
        Clue(kind: Array("report".utf8), weight: -60, source: none, text: Array("address".utf8)))
    }
  }
}
