import Filters

/// What a row's type says about its members, in the order of the record's columns.
enum RowKind {
  case line, cut, title, section, text, metric, meta, comment, other

  init(_ type: Span<UInt8>) {
    if type.isEqual(to: "line") {
      self = .line
    } else if type.isEqual(to: "text") {
      self = .text
    } else if type.isEqual(to: "section") {
      self = .section
    } else if type.isEqual(to: "metric") {
      self = .metric
    } else if type.isEqual(to: "title") {
      self = .title
    } else if type.isEqual(to: "cut") {
      self = .cut
    } else if type.isEqual(to: "meta") {
      self = .meta
    } else if type.isEqual(to: "#") {
      self = .comment
    } else {
      self = .other
    }
  }

  /// The members that a row of this kind may have beside those of every row.
  var members: [Member] {
    switch self {
    case .line: Self.lineMembers
    case .title: Self.lineMembers
    case .cut: Self.cutMembers
    case .section: Self.sectionMembers
    case .text: Self.textMembers
    case .metric: Self.metricMembers
    case .meta: Self.metaMembers
    case .comment: Self.commentMembers
    case .other: Self.otherMembers
    }
  }

  // Stored, or each row would make its list anew.
  private static let lineMembers: [Member] = [.line, .column, .text, .extra]
  private static let cutMembers: [Member] = [.line, .column, .rule, .text, .extra]
  private static let sectionMembers: [Member] = [
    .line, .column, .depth, .kind, .label, .title, .stop, .extra,
  ]
  private static let textMembers: [Member] = [.line, .column, .depth, .text, .extra]
  private static let metricMembers: [Member] = [
    .line, .column, .text, .value, .low, .high, .fraction, .mask, .unit, .sign, .kind, .per,
    .change, .label, .extra,
  ]
  private static let metaMembers: [Member] = [.key, .value, .raw, .extra]
  private static let commentMembers: [Member] = [.comment]
  private static let otherMembers: [Member] = [.fields]
}
