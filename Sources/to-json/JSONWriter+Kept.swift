import Filters

/// Members that are written more than once.
extension JSONWriter {
  /// Puts a member as it is written behind another one into `bytes`; an empty text gives none.
  mutating func keep(member name: StaticString, _ text: Span<UInt8>, in kept: inout ByteBuffer) {
    let start = bytes.count
    let wasFirst = isFirst
    isFirst = false
    // All rows are flat, so what stands between members is always the same.
    depth += 1
    member(name, text)
    depth -= 1
    isFirst = wasFirst
    keep(from: start, in: &kept)
    bytes.removeLast(bytes.count - start)
  }

  /// Puts what was written from `start` on into `kept`.
  mutating func keep(from start: Int, in kept: inout ByteBuffer) {
    kept.append(bytes.bytes(in: start..<bytes.count))
  }

  /// Adds members that were kept.
  mutating func add(written members: borrowing ByteBuffer) { bytes.append(members) }
}
