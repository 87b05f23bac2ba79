import Filters

/// Tells, once in a run, that --max-depth or --no-items does nothing to sections that the stream has already.
struct IdleOptions {
  /// Sections deeper than this one would be text; nil where nothing was said, or where the depth still counts.
  private let maxDepth: Int?
  private let findsItems: Bool
  /// The name of the document at hand.
  private var name: [UInt8] = []

  /// True while there is something to look for.
  private(set) var isWatching: Bool

  /// Watches what `maxDepth` and `findsItems` would keep out.
  init(maxDepth: Int?, findsItems: Bool, isQuiet: Bool) {
    self.maxDepth = maxDepth
    self.findsItems = findsItems
    isWatching = !isQuiet && (maxDepth != nil || !findsItems)
  }

  /// Begins a document.
  mutating func open(_ name: Span<UInt8>) {
    self.name.removeAll(keepingCapacity: true)
    self.name.append(copying: name)
  }

  /// Looks at a record as it came.
  mutating func look(
    at record: borrowing Record, into output: inout Output
  ) throws(Failure) {
    guard record.kind == .section else { return }
    let isDeep = maxDepth.map { record.depth > $0 } ?? false
    guard isDeep || !findsItems && record.sectionKind.isEqual(to: "item") else { return }
    isWatching = false
    try output.remarks.write("split-sections: ")
    try output.remarks.write(name.span.harmless.span)
    try output.remarks.write(isDeep ? ": --max-depth" : ": --no-items")
    try output.remarks.write(
      " does nothing to what is segmented already; give it to the split-sections that reads the lines\n"
    )
  }
}
