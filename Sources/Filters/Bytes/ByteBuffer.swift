/// Bytes that grow at the end and are given up at the front; the one owner of raw memory in the core.
@safe public struct ByteBuffer: ~Copyable {
  @usableFromInline var memory: UnsafeMutableRawPointer
  private var head = 0
  @usableFromInline var tail = 0
  /// The bytes that the memory can hold.
  public private(set) var capacity: Int

  /// An empty buffer with room for `capacity` bytes.
  public init(capacity: Int) {
    self.capacity = max(capacity, 16)
    unsafe memory = .allocate(byteCount: self.capacity, alignment: 16)
  }

  deinit { unsafe memory.deallocate() }

  /// The number of bytes held.
  @inlinable public var count: Int { end - start }
  /// True if nothing is held.
  @inlinable public var isEmpty: Bool { end == start }

  @usableFromInline var start: Int { head }
  @usableFromInline var end: Int { tail }

  /// All bytes held.
  public var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    get { view(head, tail) }
  }

  /// The bytes of `range`, counted from the first byte held.
  @_lifetime(borrow self)
  public func bytes(in range: Range<Int>) -> Span<UInt8> {
    precondition(range.lowerBound >= 0 && range.upperBound <= tail - head)
    return view(head + range.lowerBound, head + range.upperBound)
  }

  // Every view is made here, after its bounds were checked against what the memory holds.
  @_lifetime(borrow self)
  private func view(_ from: Int, _ to: Int) -> Span<UInt8> {
    let part = unsafe UnsafeRawBufferPointer(start: memory + from, count: to - from)
    let span = unsafe Span<UInt8>(_unsafeBytes: part)
    return unsafe _overrideLifetime(span, borrowing: self)
  }

  /// Sees to it that `extra` more bytes fit behind those held.
  public mutating func reserve(_ extra: Int) {
    if capacity - tail >= extra { return }
    let held = tail - head
    // Moving down is worth it only where it frees at least as much as it moves.
    if head >= held, capacity - held >= extra {
      unsafe memory.copyMemory(from: memory + head, byteCount: held)
    } else {
      let larger = max(capacity * 2, held + extra)
      let fresh = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
      unsafe fresh.copyMemory(from: memory + head, byteCount: held)
      unsafe memory.deallocate()
      unsafe memory = fresh
      capacity = larger
    }
    head = 0
    tail = held
  }

  /// Moves what is held to the front of the memory, where that is cheap.
  public mutating func compact() {
    let held = tail - head
    guard head >= held, held <= 4096 else { return }
    unsafe memory.copyMemory(from: memory + head, byteCount: held)
    head = 0
    tail = held
  }

  /// Adds what another buffer holds.
  public mutating func append(_ other: borrowing ByteBuffer) { append(other.bytes) }

  /// Adds bytes at the end.
  public mutating func append(_ bytes: Span<UInt8>) {
    let count = bytes.count
    if count == 0 { return }
    if capacity - tail < count { reserve(count) }
    unsafe bytes.withUnsafeBytes { source in
      guard let from = source.baseAddress else { return }
      unsafe (memory + tail).copyMemory(from: from, byteCount: count)
    }
    tail += count
  }

  // Inlined into filters, a short literal is one or two stores: measured on to-json, where the calls took a
  // fifth of the time.

  /// Adds one byte at the end.
  @inlinable @inline(__always) public mutating func append(_ byte: UInt8) {
    if tail == capacity { reserve(1) }
    unsafe (memory + tail).storeBytes(of: byte, as: UInt8.self)
    tail += 1
  }

  /// Adds the same byte `count` times, sixteen at once.
  @inlinable public mutating func append(_ byte: UInt8, times count: Int) {
    // Room for the last sixteen, some of which are not wanted.
    if capacity - tail < count + 16 { reserve(count + 16) }
    let bytes = SIMD16<UInt8>(repeating: byte)
    let end = tail + count
    var place = tail
    while place < end {
      unsafe (memory + place).storeBytes(of: bytes, as: SIMD16<UInt8>.self)
      place += 16
    }
    tail = end
  }

  /// Adds the bytes of a literal at the end.
  @inlinable @inline(__always) public mutating func append(_ literal: StaticString) {
    let count = literal.utf8CodeUnitCount
    if capacity - tail < count { reserve(count) }
    unsafe (memory + tail).copyMemory(from: literal.utf8Start, byteCount: count)
    tail += count
  }

  /// Adds text as a column of a stream: TAB, line ends, NUL and backslash escaped.
  public mutating func append(escaping text: Span<UInt8>) {
    if append(plain: text) { return }
    var run = 0
    while true {
      let mark = Escape.next(in: text, from: run)
      append(text.extracting(run..<mark))
      guard mark < text.count, let letter = Escape.letter(for: text[mark]) else { return }
      append(UInt8(ascii: "\\"))
      append(letter)
      run = mark + 1
    }
  }

  /// Adds what a column of a stream says, its escapes undone.
  public mutating func append(unescaping column: Span<UInt8>) {
    var run = 0
    while true {
      let mark = column.firstIndex(of: UInt8(ascii: "\\"), from: run)
      append(column.extracting(run..<mark))
      if mark == column.count { return }
      run = mark + 1
      if run < column.count, let byte = Escape.meaning(of: column[run]) {
        append(byte)
        run += 1
      } else {
        append(UInt8(ascii: "\\"))
      }
    }
  }

  /// Gives up bytes at the front.
  public mutating func removeFirst(_ count: Int) {
    precondition(count >= 0 && count <= tail - head)
    head += count
    if head == tail { removeAll() }
  }

  /// Gives up bytes at the end.
  public mutating func removeLast(_ count: Int) {
    precondition(count >= 0 && count <= tail - head)
    tail -= count
    if head == tail { removeAll() }
  }

  /// Gives up everything.
  public mutating func removeAll() {
    head = 0
    tail = 0
  }

  /// Has up to `count` bytes put behind those held; `source` says how many it gave.
  mutating func fill<Failure: Error>(
    _ count: Int, from source: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) -> Int {
    reserve(count)
    let room = unsafe UnsafeMutableRawBufferPointer(start: memory + tail, count: count)
    let given = try unsafe source(room)
    precondition(given >= 0 && given <= count)
    tail += given
    return given
  }
}
