/// Where bytes come from.
struct ByteSource: ~Copyable {
  private enum Origin {
    case descriptor(Int32, isOurs: Bool)
    /// Bytes given out in pieces of the sizes named, the last size again and again; for tests.
    case memory([UInt8], pieces: [Int])
  }

  private let origin: Origin
  private var position = 0
  private var piece = 0

  /// Reads an open descriptor, and closes it in the end if it is ours.
  init(descriptor: Int32, isOurs: Bool) {
    origin = .descriptor(descriptor, isOurs: isOurs)
    System.enlargePipe(descriptor)
  }

  /// Gives out `bytes` in pieces of the given sizes.
  init(_ bytes: [UInt8], pieces: [Int] = [256 << 10]) {
    origin = .memory(bytes, pieces: pieces)
  }

  deinit {
    // Nothing was written there, so an error of close can lose nothing.
    if case .descriptor(let descriptor, isOurs: true) = origin { try? System.close(descriptor) }
  }

  /// Puts up to `count` bytes behind those in `buffer`; 0 at the end.
  mutating func read(_ count: Int, into buffer: inout ByteBuffer) throws(SystemFailure) -> Int {
    switch origin {
    case .descriptor(let descriptor, _):
      return try unsafe buffer.fill(count) { room throws(SystemFailure) in
        try unsafe System.read(descriptor, into: room)
      }
    case .memory(let bytes, let pieces):
      let size = min(count, pieces[min(piece, pieces.count - 1)], bytes.count - position)
      piece += 1
      let given = bytes.span.extracting(position..<position + size)
      buffer.append(given)
      position += size
      return size
    }
  }

  /// The same, but fewer only where the end comes before.
  mutating func readFully(
    _ count: Int, into buffer: inout ByteBuffer
  ) throws(SystemFailure) -> Int {
    var total = 0
    while total < count {
      let got = try read(count - total, into: &buffer)
      if got == 0 { break }
      total += got
    }
    return total
  }

  /// True if a read would not wait.
  var isReady: Bool {
    switch origin {
    case .descriptor(let descriptor, _): System.isReady(descriptor)
    case .memory: true
    }
  }
}
