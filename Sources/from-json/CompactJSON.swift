import Filters

/// A JSON value that is put together from its tokens, compactly, its texts and numbers as they stand.
struct CompactJSON: ~Copyable {
  /// The meta of one document may be as large as the largest line.
  private static let limit = 64 << 20

  /// What came so far.
  private(set) var text = ByteBuffer(capacity: 256)

  /// Begins the next value.
  mutating func removeAll() { text.removeAll() }

  /// Adds a token, given as its range of the line; false if the value grows too large.
  mutating func append(_ token: JSONReader.Token, _ inside: Span<UInt8>) -> Bool {
    if token != .endObject, token != .endArray {
      if followsAnother { text.append(UInt8(ascii: ",")) }
      guard text.count + inside.count <= Self.limit else { return false }
    }
    let isText = token == .string || token == .key
    if isText { text.append(UInt8(ascii: "\"")) }
    text.append(inside)
    if isText { text.append(UInt8(ascii: "\"")) }
    if token == .key { text.append(UInt8(ascii: ":")) }
    return true
  }

  /// True if the next name or value stands behind another one.
  private var followsAnother: Bool {
    guard text.count > 0 else { return false }
    let last = text.bytes[text.count - 1]
    return last != UInt8(ascii: "{") && last != UInt8(ascii: "[") && last != UInt8(ascii: ":")
  }
}
