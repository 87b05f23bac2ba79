import Filters

/// Finds, once in a run, that --max-depth or --no-items does nothing to sections that the stream has already.
struct IdleOptions {
  /// Sections deeper than this one would be text; nil where nothing was said, or where the depth still counts.
  private let maxDepth: Int?
  private let findsItems: Bool

  /// True while there is something to look for.
  private(set) var isWatching: Bool

  /// Watches what `maxDepth` and `findsItems` would keep out.
  init(maxDepth: Int?, findsItems: Bool) {
    self.maxDepth = maxDepth
    self.findsItems = findsItems
    isWatching = maxDepth != nil || !findsItems
  }

  /// What is to be said of a record as it came; nil for nearly all.
  mutating func remark(on record: borrowing Record) -> String? {
    guard record.kind == .section else { return nil }
    let isDeep = maxDepth.map { record.depth > $0 } ?? false
    guard isDeep || !findsItems && record.sectionKind.isEqual(to: "item") else { return nil }
    isWatching = false
    return (isDeep ? "--max-depth" : "--no-items")
      + " does nothing to what is segmented already; give it to the split-sections that reads the lines"
  }
}
