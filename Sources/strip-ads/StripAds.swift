import Filters

/// Removes from reports what is not the report: marks, advertising, the furniture of pages and libraries.
@main struct StripAds: Filter, ~Copyable {
  static let records = Option(
    "records", short: "r",
    meaning: "write a report stream, with a cut record for every piece removed")
  static let cuts = Option(
    "cuts", meaning: "with --records: cut records for whole lines too",
    detail: "What is kept and what was cut are then together the input.")
  static let keepLines = Option(
    "keep-lines", short: "k", meaning: "leave a blank line where a line was removed")
  static let rules = Option(
    "rules", argument: "FILE", repeats: true, meaning: "add the rule pack in FILE")
  static let onlyRules = Option(
    "only-rules", argument: "FILE", repeats: true,
    meaning: "use the rule pack in FILE and not the built-in one")
  static let printRules = Option("print-rules", meaning: "print the built-in rule pack")

  static let command = Command(
    name: "strip-ads", summary: "remove what is not the report",
    about: """
      Removes pay-wall marks, advertising lines, the furniture of document libraries and web pages, and the blank \
      lines that remain of them. What stays comes out byte for byte; other encodings come out as UTF-8.

      Plain text gives plain text, a stream a stream. --records gives a stream for plain text too; it is needed \
      for several files.

      A line goes on combined evidence, never for one word. --print-rules shows every rule and how they are \
      weighed. A brand of your own takes two lines in a file for --rules:

        [brands]
        某某文库网
      """,
    writes: "plain text for plain text, else a report stream",
    options: [records, cuts, keepLines, rules, onlyRules, printRules],
    examples: [
      Example("strip-ads report.txt >clean.txt", "clean one report"),
      Example(
        "strip-ads --records *.txt | split-sections | to-json", "clean many for the pipeline"),
      Example(
        "strip-ads --records --cuts r.txt | grep '^cut'", "see what would go, and by which rule"),
    ])

  private let isText: Bool
  private let manner: Scribe.Manner
  /// Set up for the first document by the pack inside; at once where the user gives packs, to tell what is wrong in them.
  private var judge: DocumentJudge?

  init(_ options: Options) throws(Misuse) {
    let isText = !options.has(Self.records)
    if isText, options.operands.count > 1 {
      throw Misuse("several files need --records, so that their borders are not lost")
    }
    if isText, options.has(Self.cuts) { throw Misuse("--cuts needs --records") }
    let manner = Scribe.Manner(
      isText: isText, hasCuts: options.has(Self.cuts), keepsLines: options.has(Self.keepLines))
    let judge = try Self.userJudge(options, manner)
    self.isText = isText
    self.manner = manner
    self.judge = judge
  }

  private static func userJudge(
    _ options: Options, _ manner: Scribe.Manner
  ) throws(Misuse) -> DocumentJudge? {
    let only = try options.packs(of: onlyRules)
    let added = try options.packs(of: rules)
    if only.isEmpty, added.isEmpty { return nil }
    do throws(PackFailure) {
      return try judge(only.isEmpty ? [try ownPack] + added : only + added, manner)
    } catch {
      throw Misuse(error)
    }
  }

  private static var ownPack: Pack {
    get throws(PackFailure) { try Pack(PackageResources.debris_pack, name: "debris.pack") }
  }

  private static func judge(
    _ packs: [Pack], _ manner: Scribe.Manner
  ) throws(PackFailure) -> DocumentJudge {
    let rules = try DebrisRules(packs)
    return DocumentJudge(rules, Scribe(manner, rules))
  }

  static func page(for options: Options) throws(Misuse) -> [UInt8]? {
    options.has(printRules) ? PackageResources.debris_pack : nil
  }

  borrowing func form(of source: Source) -> Form { isText && source == .text ? .own : .stream }

  mutating func open(
    _ document: borrowing Document, into output: inout Output
  ) throws(Failure) {
    if judge == nil {
      do throws(PackFailure) {
        judge = try Self.judge([try Self.ownPack], manner)
      } catch {
        throw .document(line: 0, reason: Misuse(error).message)
      }
    }
    try judge?.open(document, into: &output)
  }

  mutating func receive(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    try judge?.receive(record, into: &output)
  }

  mutating func close(_ ending: borrowing Ending, into output: inout Output) throws(Failure) {
    try judge?.close(ending, into: &output)
  }
}
