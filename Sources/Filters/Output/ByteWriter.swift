/// Collects bytes and writes them 64 KiB at a time; every write is checked.
struct ByteWriter: ~Copyable {
  /// Where the bytes go.
  enum Sink {
    case descriptor(Int32)
    /// Kept, for tests of filters without a process.
    case memory
    /// Lost: nobody asked for them.
    case nowhere
  }

  /// As much as any pipe takes at once.
  static let pieceSize = 64 << 10

  private let sink: Sink
  private var buffer: ByteBuffer
  private(set) var kept: [UInt8] = []

  init(_ sink: Sink, capacity: Int = 2 * ByteWriter.pieceSize) {
    self.sink = sink
    buffer = ByteBuffer(capacity: capacity)
    if case .descriptor(let descriptor) = sink { System.enlargePipe(descriptor) }
  }

  /// Adds bytes; full pieces of a large one are written at once, without a copy.
  mutating func append(_ bytes: Span<UInt8>) throws(SystemFailure) {
    if bytes.count >= Self.pieceSize, case .descriptor(let descriptor) = sink {
      try flush()
      let count = bytes.count / Self.pieceSize * Self.pieceSize
      try Self.send(bytes.extracting(0..<count), to: descriptor)
      buffer.append(bytes.extracting(count..<bytes.count))
    } else {
      buffer.append(bytes)
      try flushIfFull()
    }
  }

  // The small additions never flush, so that they cost nothing; who makes them calls `flushIfFull`.

  mutating func append(_ byte: UInt8) { buffer.append(byte) }
  mutating func append(_ literal: StaticString) { buffer.append(literal) }
  mutating func append(number: Int) { buffer.append(number: number) }
  @inline(__always)
  mutating func append(head type: StaticString, _ line: Int, _ column: Int) {
    buffer.append(head: type, line, column)
  }

  /// Adds a column's text, escaped.
  mutating func append(escaping bytes: Span<UInt8>) throws(SystemFailure) {
    if bytes.count < Self.pieceSize, buffer.append(plain: bytes) { return try flushIfFull() }
    var run = 0
    while true {
      let mark = Escape.next(in: bytes, from: run)
      try append(bytes.extracting(run..<mark))
      guard mark < bytes.count, let letter = Escape.letter(for: bytes[mark]) else { return }
      buffer.append(UInt8(ascii: "\\"))
      buffer.append(letter)
      run = mark + 1
    }
  }

  /// Writes what is collected if it is enough for a write.
  @inline(__always)
  mutating func flushIfFull() throws(SystemFailure) {
    if buffer.count >= Self.pieceSize { try writePieces() }
  }

  /// Writes full pieces; the rest waits, because a small write would wake the reader of a pipe for little.
  private mutating func writePieces() throws(SystemFailure) {
    guard case .descriptor(let descriptor) = sink else { return try flush() }
    let count = buffer.count / Self.pieceSize * Self.pieceSize
    try Self.send(buffer.bytes(in: 0..<count), to: descriptor)
    buffer.removeFirst(count)
    buffer.compact()
  }

  /// Writes all that is collected.
  mutating func flush() throws(SystemFailure) {
    guard !buffer.isEmpty else { return }
    switch sink {
    case .memory:
      let copy = Array(copying: buffer.bytes)
      kept += copy
    case .descriptor(let descriptor):
      try Self.send(buffer.bytes, to: descriptor)
    case .nowhere:
      break
    }
    buffer.removeAll()
  }

  /// Forgets what is collected.
  mutating func drop() { buffer.removeAll() }

  private static func send(_ bytes: Span<UInt8>, to descriptor: Int32) throws(SystemFailure) {
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + pieceSize)
      try System.write(descriptor, bytes.extracting(start..<end))
      start = end
    }
  }
}
