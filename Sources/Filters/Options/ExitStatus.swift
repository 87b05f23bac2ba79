/// How a filter ends; where several hold, the highest wins.
public enum ExitStatus: Int32, Sendable, CaseIterable {
  /// Every document went well.
  case success = 0
  /// Some document failed.
  case failedDocument = 1
  /// The command line or a rule file is wrong.
  case misuse = 2
  /// Something could not be read or written.
  case inputOutput = 3
  /// Nobody reads the output any more.
  case brokenPipe = 141

  /// What the status tells, for the pages: starts small, has no full stop.
  var meaning: String {
    switch self {
    case .success: "all went well, also when nothing was found"
    case .failedDocument: "a document failed, or other than the expected number of them came"
    case .misuse: "the command line or a rule file is wrong; nothing was read"
    case .inputOutput: "a file could not be read, or the output could not be written"
    case .brokenPipe: "the reader of the output has gone; no message"
    }
  }
}
