import Filters

/// The `meta` records of a document, to be written as members.
struct MetaMembers: ~Copyable {
  /// Keys and values, one after the other, and where each ends.
  private var bytes = ByteBuffer(capacity: 256)
  private var ends: [Int] = []
  private var keys: Set<[UInt8]>

  /// The meta of one document may be as large as the largest line.
  private static let maximumSize = 64 << 20
  /// Values nest less deep than a reader takes, for they stand inside other values here.
  static let maximumDepth = JSONReader.maximumDepth - 2

  /// Takes no record of the names in `taken`.
  init(besides taken: [[UInt8]] = []) { keys = Set(taken) }

  /// True if there is none to be written.
  var isEmpty: Bool { ends.isEmpty }

  /// Takes a `meta` record.
  mutating func take(_ record: borrowing Record) throws(Failure) {
    let key = Array(copying: record.column(1))
    do throws(JSONReader.Fault) {
      try JSONReader.check(record.column(2), maximumDepth: Self.maximumDepth)
    } catch {
      throw .document(
        line: 0, reason: "the meta record \(Self.shown(key)) holds no JSON value: \(error.reason)")
    }
    guard keys.insert(key).inserted else {
      throw .document(line: 0, reason: "the meta record \(Self.shown(key)) stands twice")
    }
    guard bytes.count + record.raw.count <= Self.maximumSize else {
      throw .document(line: 0, reason: "the meta records are larger than 64 MiB together")
    }
    bytes.append(key.span)
    ends.append(bytes.count)
    bytes.append(record.column(2))
    ends.append(bytes.count)
  }

  /// Writes the members; the next ones may be taken behind them.
  mutating func write(_ json: inout JSONWriter) {
    var start = 0
    for index in stride(from: 0, to: ends.count, by: 2) {
      json.key(bytes.bytes(in: start..<ends[index]))
      json.value(bytes.bytes(in: ends[index]..<ends[index + 1]))
      start = ends[index + 1]
    }
    bytes.removeAll()
    ends.removeAll()
  }

  private static func shown(_ key: [UInt8]) -> String {
    String(decoding: key.prefix(200), as: UTF8.self)
  }
}
