import Filters

/// Where a field of a raw document is: the names of members, from the outside in, parted by dots.
struct FieldPath {
  /// The names with their dots.
  let name: [UInt8]

  init(_ text: String) { name = Array(text.utf8) }

  /// How a member stands to the field; its name has those of the objects around it before it.
  enum Relation {
    case field
    /// An object that may hold the field.
    case around
    case other
  }

  /// Compares a member's full name.
  func relation(to member: Span<UInt8>) -> Relation {
    let own = name.span
    if own.isEqual(to: member) { return .field }
    let isAround =
      own.count > member.count && own.starts(with: member) && own[member.count] == UInt8(ascii: ".")
    return isAround ? .around : .other
  }
}
