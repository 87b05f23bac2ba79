import Filters

/// Writes the Latin letters of titles in upper case.
@main struct ShoutTitles: Filter {
  static let command = Command(
    name: "shout-titles", summary: "upper-case the Latin letters of titles",
    about: "Titles of a report stream come out in upper case; everything else as it came.")

  private var title: [UInt8] = []
  private var isInTitle = false

  init(_ options: Options) {}

  mutating func receive(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    if record.kind.isAnnotated { isInTitle = record.kind == .title }
    // Who edits a TEXT deletes its metrics, for their words may no longer stand there.
    if isInTitle, record.kind == .metric { return }
    guard record.kind == .title else { return try output.pass(record) }
    title = Array(copying: record.text)
    for index in title.indices where (0x61...0x7A).contains(title[index]) { title[index] -= 0x20 }
    try output.pass(record, text: title.span)
  }
}
