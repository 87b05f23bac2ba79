/// What a program says on standard error: one line each, `name: place: what is wrong and what to do`.
struct Messages: ~Copyable {
  private let program: String
  private let isQuiet: Bool
  /// Kept instead of written, for tests of filters without a process.
  private var kept: String?

  init(program: String, isQuiet: Bool, isKept: Bool) {
    self.program = program
    self.isQuiet = isQuiet
    kept = isKept ? "" : nil
  }

  /// What was said, where it is kept.
  var text: String { kept ?? "" }

  /// Says that something failed.
  mutating func error(_ place: String, line: Int = 0, _ reason: String) {
    var message = program + ": "
    if !place.isEmpty { message += place + ":" }
    if line > 0 { message += "\(line):" }
    if message.hasSuffix(":") { message += " " }
    say(message + reason)
  }

  /// Says something that the user may like to know; not with `--quiet`.
  mutating func note(_ place: String, _ remark: String) {
    if !isQuiet { say(program + ": " + place + ": " + remark) }
  }

  private mutating func say(_ message: String) {
    let line = Self.harmless(message) + "\n"
    guard kept == nil else {
      kept? += line
      return
    }
    let bytes = Array(line.utf8)
    // Where even standard error is gone, the exit status still tells.
    try? System.write(2, bytes.span)
  }

  /// The message with what could steer a terminal made visible.
  private static func harmless(_ message: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in message.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      result.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }
}
