/// Keys that a pack has and its groups do not know: most are misspelt, and would change nothing without a word.
extension Pack {
  /// Refuses a key of `group`, or of one of its rows, that is not among those that it knows.
  public func check(
    _ group: Group, knows keys: [String], inRows rowKeys: [String]
  ) throws(PackFailure) {
    try check(group.keys, at: group.line, among: keys, of: "[\(group.name)]")
    for row in group.rows {
      try check(row.keys, at: row.line, among: rowKeys, of: "a row of [\(group.name)]")
    }
  }

  /// The value of a key of `group` that is yes or no, and `usual` where it is left out.
  public func flag(_ key: String, of group: Group, usual: String) throws(PackFailure) -> Bool {
    let value = group.keys[key] ?? usual
    guard value == "yes" || value == "no" else {
      throw PackFailure(pack: name, line: group.line, reason: "\(key)=\(value): write yes or no")
    }
    return value == "yes"
  }

  private func check(
    _ keys: [String: String], at line: Int, among known: [String], of owner: String
  ) throws(PackFailure) {
    guard let key = keys.keys.sorted().first(where: { !known.contains($0) }) else { return }
    let rest = known.isEmpty ? "it has none" : Self.list(known)
    throw PackFailure(pack: name, line: line, reason: "\(key)= is no key of \(owner); \(rest)")
  }

  private static func list(_ keys: [String]) -> String {
    let last = keys[keys.count - 1]
    guard keys.count > 1 else { return last + " is" }
    return keys.dropLast().joined(separator: ", ") + " and " + last + " are"
  }
}
