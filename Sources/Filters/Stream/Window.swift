/// Records that a filter holds back while it looks ahead: at most 256 of them and 256 KiB.
///
/// A single record that is larger may stand in it alone, so memory is bounded by the longest line.
public struct Window: ~Copyable {
  /// The most records that may be held.
  public static let maximumCount = 256
  /// The most bytes that may be held in more than one record.
  public static let maximumBytes = 256 << 10

  private struct Entry {
    var head: RecordHead
    var lineEnd: LineEnd
    var isPlain: Bool
    /// Counted from the first byte that the window ever held.
    var raw: Range<Int>
    var decoded: Range<Int>
    var fields: Range<Int>
  }

  private var entries: [Entry] = []
  private var fields: [Field] = []
  private var bytes = ByteBuffer(capacity: 4096)
  /// Entries at the front of the arrays that are no longer held, and what has gone of bytes and fields.
  private var gone = 0
  private var goneBytes = 0
  private var goneFields = 0

  /// An empty window.
  public init() {}

  /// The number of records held.
  public var count: Int { entries.count - gone }
  /// True if no record is held.
  public var isEmpty: Bool { count == 0 }

  /// True if `record` may be held with those that are; always so for an empty window.
  public func hasRoom(for record: borrowing Record) -> Bool {
    isEmpty || (count < Self.maximumCount && heldBytes + record.raw.count <= Self.maximumBytes)
  }

  /// What the records held take; what has gone but not yet been given up does not count.
  private var heldBytes: Int {
    isEmpty ? 0 : goneBytes + bytes.count - entries[gone].raw.lowerBound
  }

  /// Holds a copy of `record`, behind the others.
  public mutating func append(_ record: borrowing Record) {
    let start = goneBytes + bytes.count
    bytes.append(record.raw)
    let end = goneBytes + bytes.count
    var decoded = start..<end
    if record.hasEscapes {
      bytes.append(record.decoded)
      decoded = end..<goneBytes + bytes.count
    }
    let firstField = goneFields + fields.count
    if !record.isPlain {
      for index in record.fields.indices { fields.append(record.fields[index]) }
    }
    entries.append(
      Entry(
        head: record.head, lineEnd: record.lineEnd, isPlain: record.isPlain, raw: start..<end,
        decoded: decoded, fields: firstField..<goneFields + fields.count))
  }

  /// The record `index`, counted from the oldest one held.
  @_lifetime(borrow self)
  public func record(at index: Int) -> Record {
    precondition(index >= 0 && index < count)
    let entry = entries[gone + index]
    let from = goneBytes
    let columns = entry.fields.lowerBound - goneFields..<entry.fields.upperBound - goneFields
    return Record(
      entry.head, lineEnd: entry.lineEnd, isPlain: entry.isPlain,
      hasEscapes: entry.decoded != entry.raw,
      raw: bytes.bytes(in: entry.raw.lowerBound - from..<entry.raw.upperBound - from),
      decoded: bytes.bytes(in: entry.decoded.lowerBound - from..<entry.decoded.upperBound - from),
      fields: fields.span.extracting(columns))
  }

  /// Gives up the oldest records.
  public mutating func removeFirst(_ number: Int = 1) {
    precondition(number >= 0 && number <= count)
    gone += number
    if gone == entries.count {
      removeAll()
      return
    }
    // Each compaction moves far fewer entries than have gone since the last one, or comes after many
    // bytes.
    let first = entries[gone]
    let isDue =
      gone >= 4 * Self.maximumCount || first.raw.lowerBound - goneBytes >= Self.maximumBytes / 4
    guard isDue else { return }
    bytes.removeFirst(first.raw.lowerBound - goneBytes)
    fields.removeFirst(first.fields.lowerBound - goneFields)
    goneBytes = first.raw.lowerBound
    goneFields = first.fields.lowerBound
    entries.removeFirst(gone)
    gone = 0
  }

  /// Gives up all records.
  public mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    bytes.removeAll()
    gone = 0
    goneBytes = 0
    goneFields = 0
  }
}
