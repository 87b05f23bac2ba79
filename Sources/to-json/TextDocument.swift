import Filters

// A document as one line of JSON for those who build corpora:
//
//     {"id": …, the meta's members, "text": "…", "error": …}
//
// The pieces of one line of the source are put together; lines are parted by a line feed. A meta that comes
// behind the first piece stands behind the text.

/// Writes one document as its clean text and its meta.
struct TextDocument: ~Copyable {
  /// The names of the two members that are ours.
  struct Names {
    var id = Array("id".utf8)
    var text = Array("text".utf8)
    /// The member that tells what went wrong.
    static let error = Array("error".utf8)
  }

  private let names: Names
  private var json: JSONWriter
  private var meta: MetaMembers
  private var hasText = false
  private var isInText = false
  private var line = 0

  init(_ names: Names, _ style: JSONStyle) {
    self.names = names
    json = JSONWriter(style)
    meta = MetaMembers()
  }

  /// Begins a document.
  mutating func open(_ document: borrowing Document, _ output: inout Output) throws(Failure) {
    json.beginObject()
    let name = names.id
    json.key(name.span)
    json.beginString()
    json.add(document.id)
    json.endString()
    try json.flush(&output)
  }

  /// Takes the next record.
  mutating func receive(_ record: borrowing Record, _ output: inout Output) throws(Failure) {
    switch record.kind {
    case .meta:
      try check(record.column(1))
      try meta.take(record)
    case .line, .title, .text:
      beginPiece(record.line)
      json.add(record.text)
    case .section:
      beginPiece(record.line)
      json.add(record.label)
      json.add(record.title)
      json.add(record.stop)
    case .cut, .metric, .comment, .other, .doc, .end:
      return
    }
    try json.flush(&output)
  }

  /// Ends the document; what went wrong stands last.
  mutating func close(_ ending: borrowing Ending, _ output: inout Output) throws(Failure) {
    if !isInText { beginText() }
    json.endString()
    meta.write(&json)
    if case .failed(let reason) = copy ending {
      json.member("error", always: Array(reason.utf8).span)
    }
    json.endObject()
    try json.flush(&output)
  }

  private mutating func beginText() {
    isInText = true
    meta.write(&json)
    let name = names.text
    json.key(name.span)
    json.beginString()
  }

  private mutating func beginPiece(_ number: Int) {
    if !isInText { beginText() }
    if hasText, number != line {
      let feed = [UInt8(ascii: "\n")]
      json.add(feed.span)
    }
    hasText = true
    line = number
  }

  /// A member of the meta must not take the place of one of ours.
  private func check(_ key: Span<UInt8>) throws(Failure) {
    let name = Array(copying: key)
    let advice: String
    if name == names.id {
      advice = "--id-field NAME gives the document's ID another name"
    } else if name == names.text {
      advice = "--text-field NAME gives the text another name"
    } else if name == Names.error {
      advice = "error is the name for what went wrong"
    } else {
      return
    }
    throw .document(
      line: 0,
      reason:
        "the meta record \(String(decoding: name, as: UTF8.self)) has the name of another member; "
        + advice)
  }
}
