/// What a filter is: all that its help, man page, completions and description are made from.
public struct Command: Sendable {
  /// The program's name, as typed.
  public let name: String
  /// The program's version.
  public let version: String
  /// What it does: one short line that starts small and has no full stop.
  public let summary: String
  /// Paragraphs parted by blank lines; lines that start with two spaces are shown as they are.
  public let about: String
  /// What it takes: a noun phrase.
  public let reads: String
  /// What it gives: a noun phrase.
  public let writes: String
  /// How its operands stand in the usage line; empty where it takes none.
  public let operands: String
  /// The options that are this filter's own.
  public let ownOptions: [Option]
  /// The options of every filter that would mean nothing to this one.
  let without: [Option]
  /// Command lines to learn from, the most usual first.
  public let examples: [Example]

  /// Describes a filter; the options of every filter need not be named.
  public init(
    name: String, version: String = Version.program, summary: String, about: String,
    reads: String = "plain text or a report stream", writes: String = "a report stream",
    operands: String = "[FILE]...", options: [Option] = [],
    without: [Option] = [], examples: [Example] = []
  ) {
    self.without = without
    self.name = name
    self.version = version
    self.summary = summary
    self.about = about
    self.reads = reads
    self.writes = writes
    self.operands = operands
    self.ownOptions = options
    self.examples = examples
  }

  /// Every option that the filter takes: its own, then those of every filter.
  public var options: [Option] { ownOptions + common }

  /// The options that the filter has in common with others.
  var common: [Option] { Option.common.filter { !without.contains($0) } }

  /// The usage line without its heading.
  var usage: String { name + " [OPTION]..." + (operands.isEmpty ? "" : " " + operands) }

  /// What `--version` prints, with its line feed.
  var versionLine: String { name + " " + version + " (" + Version.stream + ")\n" }
}

/// A command line worth showing, and what it does.
public struct Example: Sendable, Equatable {
  /// The command line, for a POSIX shell.
  public let line: String
  /// What it does: one line that starts small and has no full stop.
  public let meaning: String

  /// Pairs a command line with its meaning.
  public init(_ line: String, _ meaning: String) {
    self.line = line
    self.meaning = meaning
  }
}
