import Filters

/// The members that objects of the forms of to-json have.
enum Member: Int, CaseIterable {
  case type, doc, version, path, section, line, column, depth, kind, label, title, stop, text, rule
  case value, low, high, fraction, mask, unit, sign, per, change
  case key, raw, record, comment, status, error, fields, extra
  case report, id, meta, content, metrics

  /// The member's name.
  var name: StaticString {
    switch self {
    case .type: "type"
    case .doc: "doc"
    case .version: "version"
    case .path: "path"
    case .section: "section"
    case .line: "line"
    case .column: "column"
    case .depth: "depth"
    case .kind: "kind"
    case .label: "label"
    case .title: "title"
    case .stop: "stop"
    case .text: "text"
    case .rule: "rule"
    case .value: "value"
    case .low: "low"
    case .high: "high"
    case .fraction: "fraction"
    case .mask: "mask"
    case .unit: "unit"
    case .sign: "sign"
    case .per: "per"
    case .change: "change"
    case .key: "key"
    case .raw: "raw"
    case .record: "record"
    case .comment: "comment"
    case .status: "status"
    case .error: "error"
    case .fields: "fields"
    case .extra: "extra"
    case .report: "report"
    case .id: "id"
    case .meta: "meta"
    case .content: "content"
    case .metrics: "metrics"
    }
  }

  /// What its value must be.
  var form: JSONReader.Token {
    switch self {
    case .line, .column, .depth, .low, .high: .number
    case .fields, .extra, .content, .metrics: .beginArray
    case .meta: .beginObject
    default: .string
    }
  }

  /// What its value must be, in words.
  var formName: String {
    switch form {
    case .number: "a number"
    case .beginArray: "a list of texts"
    case .beginObject: "an object"
    default: "a text"
    }
  }
}

/// Some of the members.
struct MemberSet {
  private var bits: UInt64 = 0

  init(_ members: [Member] = []) {
    for member in members { insert(member) }
  }

  mutating func insert(_ member: Member) { bits |= 1 << UInt64(member.rawValue) }
  func contains(_ member: Member) -> Bool { bits >> UInt64(member.rawValue) & 1 == 1 }

  /// The first of these that is not among `others`.
  func first(outside others: MemberSet) -> Member? {
    let rest = bits & ~others.bits
    return rest == 0 ? nil : Member(rawValue: rest.trailingZeroBitCount)
  }
}

/// Finds members by their names.
struct MemberTable {
  /// The members by the length of their names, which tells most of them apart.
  private var byLength: [[Member]]
  private let names: [StaticString]

  init() {
    byLength = Array(repeating: [], count: 16)
    for member in Member.allCases { byLength[member.name.utf8CodeUnitCount].append(member) }
    names = Member.allCases.map(\.name)
  }

  /// The member of a name, given as it stands in its string.
  func member(_ inside: Span<UInt8>, hasEscapes: Bool) -> Member? {
    guard hasEscapes else { return member(inside) }
    var name = ByteBuffer(capacity: 64)
    name.append(unescapingJSON: inside)
    return member(name.bytes)
  }

  private func member(_ name: Span<UInt8>) -> Member? {
    guard name.count < byLength.count else { return nil }
    for member in byLength[name.count] where name.isEqual(to: names[member.rawValue]) {
      return member
    }
    return nil
  }
}
