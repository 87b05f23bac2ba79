/// Collects bytes and writes them 64 or 128 KiB at a time; every write is checked.
struct ByteWriter: ~Copyable {
  /// Where the bytes go.
  enum Sink {
    /// If others write there too, nothing is taken back.
    case descriptor(Int32, isShared: Bool = false)
    /// Kept, for tests of filters without a process.
    case memory
    /// Lost: nobody asked for them.
    case nowhere
  }

  /// As much as any pipe takes at once.
  static let pieceSize = 64 << 10
  /// Half of an enlarged pipe: its reader empties one half while the other is filled.
  static let largePieceSize = 128 << 10

  private let sink: Sink
  /// So much is written at once.
  private let pieceSize: Int
  private var buffer: ByteBuffer
  private(set) var kept: [UInt8] = []

  init(_ sink: Sink, capacity: Int? = nil) {
    // Known first: the compiler of Swift 6.3.1 destroys a buffer that is set behind a branch before it is set.
    let size = Self.pieceSize(of: sink)
    self.sink = sink
    pieceSize = size
    buffer = ByteBuffer(capacity: capacity ?? 2 * size)
  }

  private static func pieceSize(of sink: Sink) -> Int {
    guard case .descriptor(let descriptor, _) = sink, System.enlargePipe(descriptor) else {
      return pieceSize
    }
    return largePieceSize
  }

  /// Adds bytes; full pieces of a large one are written at once, without a copy.
  mutating func append(_ bytes: Span<UInt8>) throws(SystemFailure) {
    if bytes.count >= pieceSize, case .descriptor(let descriptor, _) = sink {
      try flush()
      let count = bytes.count / pieceSize * pieceSize
      try send(bytes.extracting(0..<count), to: descriptor)
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
    if bytes.count < pieceSize, buffer.append(plain: bytes) { return try flushIfFull() }
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
    if buffer.count >= pieceSize { try writePieces() }
  }

  /// Writes full pieces; the rest waits, because a small write would wake the reader of a pipe for little.
  private mutating func writePieces() throws(SystemFailure) {
    guard case .descriptor(let descriptor, _) = sink else { return try flush() }
    let count = buffer.count / pieceSize * pieceSize
    try send(buffer.bytes(in: 0..<count), to: descriptor)
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
    case .descriptor(let descriptor, _):
      try send(buffer.bytes, to: descriptor)
    case .nowhere:
      break
    }
    buffer.removeAll()
  }

  /// Forgets what is collected.
  mutating func drop() { buffer.removeAll() }

  private func send(_ bytes: Span<UInt8>, to descriptor: Int32) throws(SystemFailure) {
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + pieceSize)
      try System.write(descriptor, bytes.extracting(start..<end))
      start = end
    }
  }
}
