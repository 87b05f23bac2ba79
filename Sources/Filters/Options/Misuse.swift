/// A command line or rule file that cannot be used: the program ends with status 2 before it reads a document.
public struct Misuse: Error, Equatable {
  /// What is wrong and what to do, without the program's name.
  public let message: String
  /// Whether the long help can help.
  let advisesHelp: Bool

  /// Says what is wrong with the command line.
  public init(_ message: String) {
    self.message = message
    self.advisesHelp = true
  }

  /// Says where a rule pack is wrong: `FILE:LINE: REASON`.
  public init(_ failure: PackFailure) {
    let place = failure.line > 0 ? failure.pack + ":" + String(failure.line) : failure.pack
    self.message = place + ": " + failure.reason
    self.advisesHelp = false
  }

  /// The lines for standard error.
  func report(program: String) -> String {
    let advice = advisesHelp ? "Try '" + program + " --help'.\n" : ""
    // The words of a rule pack stand in some messages.
    return program + ": " + message.harmless + "\n" + advice
  }
}
