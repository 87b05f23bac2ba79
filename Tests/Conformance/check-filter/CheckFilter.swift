/// The conformance test for any program that claims to be a filter; docs/plugins.md tells more.
@main enum CheckFilter {
  private static let usage = """
    check-filter: does a program keep the rules of docs/stream.md?

      scripts/check-filter [OPTION]... COMMAND [ARGUMENT]...

      --level stream   what a plug-in of a few lines must keep (the default)
      --level full     everything that the filters of this project keep
      --sink           leave out the checks of what comes out: for programs that end a pipeline
      --only NAME      this check alone and those that it needs; may be given more than once
      --seconds N      so long one run of the program may take; 20 by default
      --list           print the checks, and what each asks

    Prints a line for each check that fails: what was seen, and the rule. The status is 0 if
    all hold, 1 if one fails, 2 for a wrong command line.

    """

  static func main() async {
    OwnProcess.ignoreBrokenPipes()
    var words = CommandLine.arguments.dropFirst()
    var level = Level.stream
    var isSink = false
    var only: Set<String> = []
    var seconds = 20
    while let word = words.first, word.hasPrefix("-") {
      words.removeFirst()
      switch word {
      case "-h", "--help":
        OwnProcess.say(usage, on: 1)
        return
      case "--list":
        let rows = Check.all.map { "\($0.name)\t\($0.level)\t\($0.rule)\n" }
        OwnProcess.say(rows.joined(), on: 1)
        return
      case "--sink": isSink = true
      case "--level":
        guard let found = Level(rawValue: words.popFirst() ?? "") else {
          fail("--level is stream or full")
        }
        level = found
      case "--only":
        let name = words.popFirst() ?? ""
        if !Check.all.contains(where: { $0.name == name }) { fail("there is no check \(name)") }
        only.insert(name)
      case "--seconds":
        guard let number = Int(words.popFirst() ?? ""), number > 0 else {
          fail("--seconds needs a number")
        }
        seconds = number
      case "--":
        break
      default:
        fail("unknown option \(word)")
      }
      if word == "--" { break }
    }
    guard let program = words.first else { fail("a COMMAND is needed") }
    let subject = Subject(
      command: [Files.path(of: program)] + words.dropFirst(), seconds: seconds)

    let chosen = Check.all.filter { check in
      check.level <= level && (!isSink || check.suitsSinks)
        && (only.isEmpty || only.contains(check.name) || isNeeded(check.name, by: only))
    }
    let report = await Report(of: chosen, on: subject)
    OwnProcess.say(report.text(of: words.joined(separator: " "), level), on: 1)
    OwnProcess.end(report.failures == 0 ? 0 : 1)
  }

  private static func isNeeded(_ name: String, by wanted: Set<String>) -> Bool {
    Check.all.contains { check in
      check.needs.contains(name)
        && (wanted.contains(check.name) || isNeeded(check.name, by: wanted))
    }
  }

  private static func fail(_ reason: String) -> Never {
    OwnProcess.say("check-filter: \(reason); --help tells more\n", on: 2)
    OwnProcess.end(2)
  }
}
