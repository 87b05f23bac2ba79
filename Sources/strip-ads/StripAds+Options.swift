import Filters

/// The command line of strip-ads.
extension StripAds {
  /// A stream in place of plain text.
  static let records = Option(
    "records", short: "r",
    meaning: "write a report stream, with a cut record for every piece removed")
  /// Whole lines that went in the stream.
  static let cuts = Option(
    "cuts", meaning: "with --records: cut records for whole lines too",
    detail: "What is kept and what was cut are then together the input.")
  /// Blank lines in place of what went.
  static let keepLines = Option(
    "keep-lines", short: "k", meaning: "leave a blank line where a line was removed")
  /// Only what would go.
  static let dryRun = Option(
    "dry-run", short: "n", meaning: "print what would go, with its place, and nothing else",
    detail: "Each line is FILE:LINE:COLUMN:TEXT, with U+FFFD for control characters.")
  /// A table of what went.
  static let audit = Option(
    "audit", argument: "FILE", meaning: "write a table of everything removed to FILE",
    detail: """
      A row of names, then for each removal the columns document, line, column, rule and text, parted by TAB; in the \
      text \\\\, \\t, \\n, \\r and \\0 stand for a backslash, TAB, line feed, carriage return and NUL. The text of a whole \
      line has its line end, that of a piece from inside a line has none: what was kept and the audit are together \
      the input, byte for byte. FILE may not be the output's or an input. It takes its place when the output does, \
      at the end of a run; with --in-place it grows file by file, so that a run that is cut short has told what it \
      did.
      """,
    example: "--audit removed.tsv")
  /// The evidence of each removal.
  static let explain = Option(
    "explain", meaning: "tell on standard error why each piece goes",
    detail: """
      The rule, what stands beside it, each find with its weight and the pack and line of its rule; on a terminal in \
      colour.
      """)
  /// Numbers of what went.
  static let stats = Option(
    "stats", meaning: "count on standard error what went, rule by rule",
    detail: """
      A table with the columns rule, documents, lines, pieces and bytes, parted by TAB, after the last document: a row \
      for each rule that removed something, a row (removed) for all of them and a row (read) for all that was \
      read. Lines went whole, pieces from inside lines; bytes count both, and line ends.
      """)
  /// Packs besides the built-in one.
  static let rules = Option(
    "rules", argument: "FILE", repeats: true, meaning: "add the rule pack in FILE")
  /// Packs in place of the built-in one.
  static let onlyRules = Option(
    "only-rules", argument: "FILE", repeats: true,
    meaning: "use the rule pack in FILE and not the built-in one")
  /// The built-in pack.
  static let printRules = Option("print-rules", meaning: "print the built-in rule pack")

  static let command = Command(
    name: "strip-ads", summary: "remove what is not the report",
    about: """
      Removes pay-wall marks, advertising lines, the furniture of document libraries and web pages, page numbers with \
      the headers and footers that come back beside them, and the blank lines that remain of all this. What stays comes out byte for byte; other encodings come out as UTF-8.

      Plain text gives plain text, a stream a stream. Several files need --records, which makes one stream of \
      them, or --in-place, which rewrites each.

      A line goes on combined evidence; a phrase alone takes only a line that it fills. Where \
      sentences of the report stand in the same line, they stay, and only the advertising before or behind them \
      goes. --print-rules shows every rule and how they are weighed, --dry-run what would go, --explain why. A brand of your own takes two lines in a file for --rules:

        [brands]
        某某文库网
      """,
    writes: "plain text for plain text, else a report stream",
    options: [
      records, cuts, keepLines, dryRun, audit, explain, stats, .inPlace, .toUTF8, rules, onlyRules,
      printRules,
    ],
    examples: [
      Example("strip-ads report.txt >clean.txt", "clean one report"),
      Example("strip-ads --dry-run *.txt", "see what would go"),
      Example("strip-ads --in-place=.bak --audit removed.tsv *.txt", "clean a folder, with proof"),
      Example(
        "strip-ads --records *.txt | split-sections | to-json", "clean many for the pipeline"),
    ])

  /// What the options say about what leaves.
  static func manner(_ options: Options) throws(Misuse) -> Scribe.Manner {
    let lists = options.has(dryRun)
    for other in [records, keepLines, .inPlace] where lists && options.has(other) {
      throw Misuse("--dry-run writes nothing but what would go; leave " + other.longName + " out")
    }
    for other in [Option.inPlace] where options.has(records) && options.has(other) {
      throw Misuse("--records would make a stream of each file; leave it or --in-place out")
    }
    let isText = !options.has(records) && !lists
    if isText, options.operands.count > 1, !options.has(.inPlace) {
      throw Misuse(
        "several files need --records, which makes one stream of them, or --in-place, which rewrites "
          + "each")
    }
    if options.has(cuts), !options.has(records) { throw Misuse("--cuts needs --records") }
    return Scribe.Manner(
      form: lists ? .listing : isText ? .asItCame : .stream, hasCuts: options.has(cuts),
      keepsLines: options.has(keepLines), audits: options.has(audit),
      explains: options.has(explain), colors: options.isColorfulBeside,
      counts: options.has(stats), takesBack: options.has(.inPlace),
      showsFailed: !options.has(.inPlace) && (!options.has(.output) || options.has(.keepGoing)))
  }
}
