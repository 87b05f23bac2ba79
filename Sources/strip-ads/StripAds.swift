import Filters

/// Removes from reports what is not the report: marks, advertising, the furniture of pages and libraries.
@main struct StripAds: Filter, ~Copyable {
  static let sideFile: Option? = audit

  private let manner: Scribe.Manner
  /// Set up for the first document by the pack inside; at once where the user gives packs, to tell what is wrong in them.
  private var judge: DocumentJudge?

  init(_ options: Options) throws(Misuse) {
    let manner = try Self.manner(options)
    let judge = try Self.userJudge(options, manner)
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
      let rules = try DebrisRules(only.isEmpty ? [try .builtIn] + added : only + added)
      return DocumentJudge(rules, Scribe(manner, rules))
    } catch {
      throw Misuse(error)
    }
  }

  private mutating func prepare() throws(PackFailure) {
    if judge != nil { return }
    let rules = try DebrisRules.builtIn.get()
    judge = DocumentJudge(rules, Scribe(manner, rules))
  }

  static func page(for options: Options) throws(Misuse) -> [UInt8]? {
    options.has(printRules) ? PackageResources.debris_pack : nil
  }

  borrowing func form(of source: Source) -> Form {
    switch manner.form {
    case .asItCame: source == .text ? .own : .stream
    case .stream: .stream
    case .listing: .own
    }
  }

  mutating func start(into output: inout Output) throws(Failure) {
    if manner.audits { try output.aside.auditHeader() }
  }

  mutating func open(
    _ document: borrowing Document, into output: inout Output
  ) throws(Failure) {
    do throws(PackFailure) { try prepare() } catch {
      throw .document(line: 0, reason: Misuse(error).message)
    }
    try judge?.open(document, into: &output)
  }

  mutating func receive(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    try judge?.receive(record, into: &output)
  }

  mutating func close(_ ending: borrowing Ending, into output: inout Output) throws(Failure) {
    try judge?.close(ending, into: &output)
  }

  mutating func finish(into output: inout Output) throws(Failure) {
    if manner.counts { try (judge?.scribe.tally ?? Tally([])).write(into: &output.remarks) }
  }
}

extension Pack {
  /// The pack that strip-ads carries.
  static var builtIn: Pack {
    get throws(PackFailure) { try Pack(PackageResources.debris_pack, name: "debris.pack") }
  }
}

extension DebrisRules {
  /// The rules of that pack, set up once for all that a process reads.
  static let builtIn = Result { () throws(PackFailure) in try DebrisRules([.builtIn]) }
}
