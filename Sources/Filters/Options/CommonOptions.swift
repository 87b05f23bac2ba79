/// The options of every filter; the core obeys them, a filter need not look at any.
extension Option {
  /// Where the output goes.
  public static let output = Option(
    "output", short: "o", argument: "FILE", meaning: "write to FILE instead of standard output",
    detail: """
      The output is written beside FILE and takes its place only when all went well, so a run \
      that fails or is killed leaves the old FILE as it was. The mode of an old FILE is kept and \
      symbolic links are followed. FILE may be one of the inputs. Devices and pipes are written to, and so is an \
      open descriptor: /dev/stdout, /dev/fd/3.
      """,
    example: "--output clean.txt")

  /// Whether output with failed documents takes its place too.
  public static let keepGoing = Option(
    "keep-going", meaning: "with -o: take the output even if documents failed",
    detail: "The exit status tells of the failed documents all the same.",
    example: "--keep-going -o all.stream")

  /// Whether the operands are rewritten; for filters whose output can stand where their input stood.
  public static let inPlace = Option(
    "in-place", argument: "SUFFIX", isArgumentOptional: true,
    meaning: "rewrite each FILE; the old one stays as FILE+SUFFIX",
    detail: """
      Each FILE is written beside its place and put there in one step, so that after a crash it is the old one \
      or the new one. Its mode is kept, symbolic links are followed, and a FILE of which nothing goes is not \
      touched. A FILE that fails stays as it was, and so does one that is not UTF-8 unless --to-utf8 is given. \
      Without SUFFIX the old FILE is not kept.
      """,
    example: "--in-place=.bak a.txt b.txt")

  /// Whether rewritten files may change their encoding.
  public static let toUTF8 = Option(
    "to-utf8", meaning: "with --in-place: let other encodings become UTF-8",
    example: "--in-place --to-utf8 gbk.txt")

  /// What the input is taken for.
  public static let input = Option(
    "input", argument: "KIND", choices: ["auto", "text", "stream"], default: "auto",
    meaning: "take the input for text or a stream, or look",
    detail: """
      With auto, an input whose first bytes are doc, TAB, report/ is a report stream and any other \
      is plain text.
      """,
    example: "--input text")

  /// The encoding of plain text.
  public static let encoding = Option(
    "encoding", argument: "NAME",
    choices: ["auto", "utf-8", "utf-16", "utf-16le", "utf-16be", "gb18030"],
    aliases: ["utf8": "utf-8", "utf16": "utf-16", "gbk": "gb18030", "gb2312": "gb18030"],
    default: "auto", meaning: "the encoding of plain text",
    detail: """
      With auto, each document goes by its byte order mark, else it is UTF-8 if all of it is valid, \
      else GB18030 if all of it is valid, which is said on standard error; else it fails. Output is \
      always UTF-8.
      """,
    example: "--encoding gb18030")

  /// What becomes of bytes that the encoding does not allow.
  public static let invalid = Option(
    "invalid", argument: "HOW", choices: ["error", "replace"], default: "error",
    meaning: "fail at invalid bytes, or write U+FFFD for them",
    detail: """
      With error, the message names the document, the line and the offset of the byte. Of a stream, which is UTF-8 \
      by its rules and not checked again, only to-json fails at one, and replace mends it for every filter.
      """,
    example: "--invalid replace")

  /// The longest line that is read.
  public static let maxLine = Option(
    "max-line", argument: "BYTES", default: "64M", meaning: "fail a document at a longer line",
    detail: """
      Memory grows with the longest line. K, M and G stand for powers of 1024.
      """,
    example: "--max-line 1G")

  /// Whether each line goes out at once.
  public static let lineBuffered = Option(
    "line-buffered", meaning: "write each line as soon as it is complete",
    detail: """
      For live input; costs speed. Otherwise output goes out when a buffer is full, and at the end \
      of a document when no more input is waiting.
      """)

  /// How many documents must come.
  public static let expect = Option(
    "expect", argument: "N", meaning: "status 1 if other than N documents came",
    detail: """
      A stream that was cut between two documents looks whole; this option notices.
      """,
    example: "--expect 12")

  /// Whether only errors are told.
  public static let quiet = Option(
    "quiet", short: "q", meaning: "no warnings, notes or progress; errors are still told")

  /// The help in two lengths: `-h` and `--help`.
  public static let help = Option(
    "help", short: "h", meaning: "show help; -h is short, --help starts with examples")

  /// The versions of the program and of the stream.
  public static let version = Option(
    "version", meaning: "show the version, and that of the stream")

  /// A page made from the option table.
  public static let generate = Option(
    "generate", argument: "FORM", choices: GeneratedPage.allCases.map(\.rawValue),
    meaning: "print a man page, completions or the like",
    detail: """
      man is a page for man(1), markdown the same for the web; bash, zsh and fish are completions \
      for these shells; json is a description for programs.
      """,
    example: "--generate bash")

  /// The description for programs.
  public static let describe = Option(
    "describe", meaning: "the same as --generate json")

  /// The options of every filter, in the order of the pages.
  public static let common: [Option] = [
    output, keepGoing, input, encoding, invalid, maxLine, lineBuffered, expect, quiet, help,
    version, generate, describe,
  ]
}
