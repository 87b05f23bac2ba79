/// What a program says on standard error: one line each, `name: place: what is wrong and what to do`.
struct Messages: ~Copyable {
  private let program: String
  private let isQuiet: Bool
  /// True if a person is watching, so that long work may show how far it is.
  private let showsProgress: Bool
  /// Kept instead of written, for tests of filters without a process.
  private var kept: String?
  private var nextProgress = Messages.firstProgress
  private var isProgressShown = false

  /// Work is long from so many bytes on, and shows itself again after so many more.
  static let firstProgress = 256 << 20
  static let furtherProgress = 64 << 20

  init(program: String, isQuiet: Bool, isWatched: Bool, isKept: Bool) {
    self.program = program
    self.isQuiet = isQuiet
    showsProgress = isWatched && !isQuiet
    kept = isKept ? "" : nil
  }

  /// Shows how far long work is, on a line that the next message takes away.
  mutating func progress(bytes: Int, documents: Int) {
    guard bytes >= nextProgress else { return }
    nextProgress = bytes + Self.furtherProgress
    guard showsProgress else { return }
    isProgressShown = true
    write("\r\(program): \(bytes >> 20) MiB read, document \(documents)")
  }

  /// Takes the line of `progress` away.
  mutating func endProgress() {
    guard isProgressShown else { return }
    isProgressShown = false
    write("\r\u{1B}[K")
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
    endProgress()
    write(message.harmless + "\n")
  }

  private mutating func write(_ text: String) {
    guard kept == nil else {
      kept? += text
      return
    }
    let bytes = Array(text.utf8)
    // Where even standard error is gone, the exit status still tells.
    try? System.write(2, bytes.span)
  }
}
