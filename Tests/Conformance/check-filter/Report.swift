/// What the checks came to.
struct Report: Sendable {
  /// What one check came to.
  enum Verdict: Sendable {
    case holds
    case fails(String)
    /// A check that it needs does not hold, or this system cannot ask.
    case notAsked(String)
  }

  private var verdicts: [(check: Check, verdict: Verdict)] = []

  /// How many failed.
  var failures: Int {
    verdicts.count { if case .fails = $0.verdict { true } else { false } }
  }

  /// Asks the checks, a few at the same time, each behind those that it needs.
  init(of checks: [Check], on subject: Subject) async {
    var found: [String: Verdict] = [:]
    var waiting = checks
    let names = Set(checks.map(\.name))
    await withTaskGroup(of: (String, Verdict).self) { group in
      var running = 0
      while !waiting.isEmpty || running > 0 {
        waiting.removeAll { check in
          let needs = check.needs.filter(names.contains)
          guard needs.allSatisfy({ found[$0] != nil }) else { return false }
          if let bad = needs.first(where: { found[$0]?.isHeld != true }) {
            found[check.name] = .notAsked("\(bad) does not hold")
          } else if check.name.hasPrefix("full-disk"), !Files.hasFullDisk {
            found[check.name] = .notAsked("this system has no /dev/full")
          } else {
            running += 1
            group.addTask { (check.name, Self.ask(check, subject)) }
          }
          return true
        }
        if running == 0 { continue }
        if let (name, verdict) = await group.next() {
          found[name] = verdict
          running -= 1
        }
      }
    }
    verdicts = checks.map { ($0, found[$0.name] ?? .notAsked("it was lost")) }
  }

  private static func ask(_ check: Check, _ subject: Subject) -> Verdict {
    do throws(Finding) {
      try check.body(subject)
      return .holds
    } catch {
      return .fails(error.words)
    }
  }

  /// A line for each check that does not hold, and a summary.
  func text(of command: String, _ level: Level) -> String {
    var text = ""
    var skipped = 0
    for (check, verdict) in verdicts {
      switch verdict {
      case .holds: break
      case .fails(let words): text += "FAILED \(check.name): \(words). The rule: \(check.rule)\n"
      case .notAsked(let why):
        skipped += 1
        text += "not asked \(check.name): \(why)\n"
      }
    }
    text +=
      "check-filter: \(verdicts.count - failures - skipped) of \(verdicts.count) checks of level "
    text += "\(level) hold for: \(command)\n"
    guard failures > 0 else { return text }
    return text
      + "(keep N) is the Nth rule under \u{201C}What a filter must keep\u{201D} in docs/stream.md.\n"
  }
}

extension Report.Verdict {
  fileprivate var isHeld: Bool { if case .holds = self { true } else { false } }
}
