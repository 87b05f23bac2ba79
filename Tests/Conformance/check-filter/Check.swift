/// How much is asked of a program.
enum Level: String, CaseIterable, Comparable {
  /// What a plug-in of a few lines must keep.
  case stream
  /// Everything that the filters of this project keep.
  case full

  static func < (a: Level, b: Level) -> Bool { a == .stream && b == .full }
}

/// One thing that is asked of a program.
struct Check: Sendable {
  /// Its name, as `--list` shows it and `--only` takes it.
  let name: String
  let level: Level
  /// The rule of the stream, or of a filter's manners, that is broken where it fails.
  let rule: String
  /// The checks that must hold before this one means anything.
  let needs: [String]
  /// True if it looks at no record of the output, so that a sink such as to-json can be asked too.
  let suitsSinks: Bool
  let body: @Sendable (Subject) throws(Finding) -> Void

  init(
    _ name: String, _ level: Level, needs: [String] = [], sinks: Bool = false, _ rule: String,
    _ body: @escaping @Sendable (Subject) throws(Finding) -> Void
  ) {
    self.name = name
    self.level = level
    self.rule = rule
    self.needs = needs
    suitsSinks = sinks
    self.body = body
  }

  /// All of them, in the order in which they are told.
  static let all =
    passing + meaning + documents + truncation + faults + reading + system
    + commandLine + text
}

/// What was seen where a check fails.
struct Finding: Error {
  let words: String
  init(_ words: String) { self.words = words }
}

/// The program that is looked at.
struct Subject: Sendable {
  let command: [String]
  /// So long a run may take.
  let seconds: Int

  /// Runs the program with these arguments behind its own.
  func run(_ launch: Launch, _ arguments: String...) throws(Finding) -> Outcome {
    try run(launch, arguments)
  }

  /// Runs the program with these arguments behind its own.
  func run(_ launch: Launch, _ arguments: [String]) throws(Finding) -> Outcome {
    guard let outcome = Child.run(command + arguments, launch, seconds: seconds) else {
      throw Finding("\(command[0]) cannot be started")
    }
    if outcome.status == nil { throw Finding("it did not end within \(seconds) seconds") }
    return outcome
  }

  /// Runs the program on a stream.
  func run(_ input: String, _ arguments: String...) throws(Finding) -> Outcome {
    try run(Launch(input: .bytes(Array(input.utf8))), arguments)
  }

  /// What comes out of a stream that nothing is wrong with.
  func output(of input: String) throws(Finding) -> [UInt8] {
    let outcome = try run(input)
    try outcome.expect(0, "for a stream that nothing is wrong with")
    return outcome.output
  }

  /// The same, taken apart.
  func reading(of input: String) throws(Finding) -> StreamReading {
    StreamReading(try output(of: input))
  }

  /// Wants the records of `input` to come out as they went in; records that begin with `x-` may be added.
  func expectPassed(_ input: String, _ version: String = "report/1") throws(Finding) {
    let whole = "doc\t\(version)\tr.txt\n" + input + "end\tok\n"
    let found = try output(of: whole).lines
    var rest = found[...]
    for line in Array(whole.utf8).lines {
      guard let place = rest.firstIndex(of: line) else {
        let isElsewhere = found.contains(line)
        throw Finding("\(line.shown) \(isElsewhere ? "came out elsewhere" : "did not come out")")
      }
      rest = rest[(place + 1)...]
    }
    let given = Array(whole.utf8).lines
    if let other = found.first(where: { !given.contains($0) && !$0.type.hasPrefix("x-") }) {
      throw Finding("\(other.shown) came out and did not go in")
    }
  }
}

extension Outcome {
  /// Wants this exit status.
  func expect(_ wanted: Int, _ why: String) throws(Finding) {
    guard status != wanted else { return }
    let said = messages.isEmpty ? "" : "; it said: " + Array(messages.utf8).shown
    throw Finding("status \(status ?? -1) \(why), and \(wanted) was expected\(said)")
  }

  /// Wants any status but 0.
  func expectFailure(_ why: String) throws(Finding) {
    if status == 0 { throw Finding("status 0 \(why)") }
  }
}

/// Wants two outputs to be the same.
func expectSame(_ found: [UInt8], _ wanted: [UInt8], _ why: String) throws(Finding) {
  guard found != wanted else { return }
  let (a, b) = (found.lines, wanted.lines)
  let index = zip(a, b).enumerated().first { $1.0 != $1.1 }?.offset ?? min(a.count, b.count)
  let left = index < a.count ? a[index].shown : "nothing"
  let right = index < b.count ? b[index].shown : "nothing"
  throw Finding("\(why): line \(index + 1) is \(left), and \(right) was expected")
}
