/// How the operands are to be read, as the command line says.
struct Intake: Sendable {
  /// What an operand is taken for.
  enum Form: Sendable {
    case auto, text, stream
  }

  var form = Form.auto
  /// The encoding of plain text; nil to judge it.
  var encoding: TextEncoding?
  /// True if what is not valid becomes U+FFFD.
  var replacesInvalid = false
  /// The longest line that is read.
  var maximumLine = 64 << 20
  /// True if lines are wanted as soon as they come, so that the encoding is judged early.
  var isLive = false

  /// Plain text is judged on so many bytes at its start.
  static let judged = 1 << 20
}

/// Why the next line cannot be had.
enum InputFault: Error, Equatable {
  /// The line is not valid text; the reason names byte and offset.
  case invalid(line: Int, reason: String)
  /// The line is longer than is read.
  case tooLong(line: Int, limit: Int)
  /// The system refuses to read on.
  case unreadable(SystemFailure)

  /// The line that is to blame; 0 where none is.
  var line: Int {
    switch self {
    case .invalid(let line, _), .tooLong(let line, _): line
    case .unreadable: 0
    }
  }

  /// What is wrong and what to do.
  var reason: String {
    switch self {
    case .invalid(_, let reason): reason
    case .tooLong(_, let limit): "the line is longer than \(limit) bytes; --max-line takes more"
    case .unreadable(let failure): "cannot be read to its end: \(failure.text)"
    }
  }
}
