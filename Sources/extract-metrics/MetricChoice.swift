import Filters

/// Which figures the user wants.
struct MetricChoice {
  /// `--kinds`.
  static let kinds = Option(
    "kinds", argument: "LIST", meaning: "only figures of these kinds, parted by commas",
    detail: "The kinds are " + Kind.allCases.map(\.rawValue).joined(separator: ", ") + ".",
    example: "--kinds money,percent")
  /// `--min-value`.
  static let minimum = Option(
    "min-value", argument: "NUMBER", meaning: "no figures below this number",
    detail: "A range counts by its upper end; a masked figure, whose value nobody knows, stays.",
    example: "--min-value 10000")
  /// `--no-masked`.
  static let noMasked = Option("no-masked", meaning: "no figures that are masked")

  /// The options that make a choice.
  static let options = [kinds, minimum, noMasked]

  private var wanted = Set(Kind.allCases)
  private var least: Decimal?
  private let takesMasks: Bool
  private let takesAll: Bool

  /// Reads the options.
  init(_ options: Options) throws(Misuse) {
    takesMasks = !options.has(Self.noMasked)
    takesAll = takesMasks && !options.has(Self.kinds) && !options.has(Self.minimum)
    if let list = options.value(of: Self.kinds) {
      wanted = []
      for name in list.split(separator: ",", omittingEmptySubsequences: false) {
        guard let kind = Kind(rawValue: String(name)) else {
          let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
          throw Misuse("--kinds: '\(name)' is no kind of figure; the kinds are \(kinds)")
        }
        wanted.insert(kind)
      }
    }
    if let text = options.value(of: Self.minimum) {
      guard let number = Decimal(text) else {
        throw Misuse("--min-value takes a number such as 0, 100 or 2.5, not '\(text)'")
      }
      least = number
    }
  }

  /// Whether a metric is wanted.
  func takes(_ metric: Metric) -> Bool {
    if takesAll { return true }
    guard wanted.contains(metric.kind), takesMasks || !metric.isMasked else { return false }
    guard let least, let size = metric.size else { return true }
    return !size.isBelow(least)
  }
}
