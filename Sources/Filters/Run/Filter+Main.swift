extension Filter where Self: ~Copyable {
  /// Runs the filter as a program: reads the command line, filters, and ends the process.
  public static func main() {
    System.reserveStandardDescriptors()
    let wasIgnored = System.ignoreBrokenPipes()
    System.ignoreFileSizeLimits()
    let program = Program<Self>(on: .process)
    let outcome = program.run(Array(System.arguments.dropFirst()))
    if outcome.status == .brokenPipe { System.dieOfBrokenPipe(wasIgnored: wasIgnored) }
    System.end(outcome.status.rawValue)
  }

  /// Runs a command line in this process, with `input` as standard input; for tests.
  ///
  /// The input arrives in pieces of the given sizes, the last size again and again.
  public static func rehearse(
    _ arguments: String..., input: [UInt8], pieces: [Int] = [256 << 10]
  ) -> Rehearsal {
    rehearse(arguments, input: input, pieces: pieces)
  }

  /// The same, with the arguments in a list.
  public static func rehearse(
    _ arguments: [String], input: [UInt8], pieces: [Int] = [256 << 10]
  ) -> Rehearsal {
    let program = Program<Self>(on: .rehearsal(input: input, pieces: pieces))
    let outcome = program.run(arguments.map { Array($0.utf8) })
    return Rehearsal(
      status: outcome.status, output: outcome.output, aside: outcome.aside,
      messages: outcome.messages)
  }
}

/// What a filter did in a rehearsal.
public struct Rehearsal: Sendable {
  /// The status that the program would have ended with.
  public let status: ExitStatus
  /// What it wrote on standard output.
  public let output: [UInt8]
  /// What it wrote into the file of its `sideFile` option.
  public internal(set) var aside: [UInt8] = []
  /// What it wrote on standard error.
  public let messages: String

  /// The output as text.
  public var text: String { String(decoding: output, as: UTF8.self) }
}
