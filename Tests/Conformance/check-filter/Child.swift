// A program is started, fed, listened to, and killed when its time is up.

internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// What a program is run with.
struct Launch: Sendable {
  /// What standard input brings.
  enum Input: Sendable {
    /// These bytes, from a file.
    case bytes([UInt8])
    /// These bytes through a pipe, so many at a time, each piece only when the one before was taken.
    case pieces([UInt8], Int)
    /// These bytes through a pipe that stays open until a document came out, or a moment is over.
    case held([UInt8])
  }

  /// Where a descriptor leads.
  enum Place: Sendable {
    /// To us.
    case captured
    /// To a disk that has no room.
    case fullDisk
    /// To a pipe that nobody reads.
    case brokenPipe
    /// Nowhere: it is closed.
    case closed
  }

  var input = Input.bytes([])
  var output = Place.captured
  var errors = Place.captured
  /// NAME=VALUE of the environment; nil for our own.
  var environment: [String]?
}

/// What a run came to.
struct Outcome: Sendable {
  /// The exit status; 128 and its number for a signal, as in the shell; nil where it had to be killed.
  var status: Int?
  var output: [UInt8] = []
  var errors: [UInt8] = []
  /// True if with `held` a document came out before the input ended.
  var wasLive = false
  /// True if all of the input was taken; only pipes tell.
  var tookAll = true

  /// Standard error as text.
  var messages: String { String(decoding: errors, as: UTF8.self) }
}

/// A program that runs.
struct Child {
  private static let starts = Mutex(())

  private let id: pid_t
  private var feed: Int32 = -1
  private var output: Int32 = -1
  private var errors: Int32 = -1

  /// Runs `command` to its end, or kills it and all that it started after so many seconds.
  static func run(_ command: [String], _ launch: Launch, seconds: Int) -> Outcome? {
    // One start at a time: a pipe that another child got hold of before it was marked would not end.
    guard var child = starts.withLock({ _ in Child(command, launch) }) else { return nil }
    return child.finish(launch, seconds: seconds)
  }

  private init?(_ command: [String], _ launch: Launch) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    // What the child gets, and we have no use for.
    var given: [Int32] = []
    defer { for descriptor in given { close(descriptor) } }

    switch launch.input {
    case .bytes(let bytes):
      guard let file = Files.unnamed(bytes) else { return nil }
      given.append(file)
      unsafe posix_spawn_file_actions_adddup2(&actions, file, 0)
    case .pieces, .held:
      guard let ends = Self.makePipe() else { return nil }
      given.append(ends.reading)
      feed = ends.writing
      unsafe posix_spawn_file_actions_adddup2(&actions, ends.reading, 0)
    }
    for (place, number) in [(launch.output, Int32(1)), (launch.errors, 2)] {
      switch place {
      case .captured:
        guard let ends = Self.makePipe() else { return nil }
        given.append(ends.writing)
        if number == 1 { output = ends.reading } else { errors = ends.reading }
        unsafe posix_spawn_file_actions_adddup2(&actions, ends.writing, number)
      case .brokenPipe:
        guard let ends = Self.makePipe() else { return nil }
        close(ends.reading)
        given.append(ends.writing)
        unsafe posix_spawn_file_actions_adddup2(&actions, ends.writing, number)
      case .fullDisk:
        unsafe posix_spawn_file_actions_addopen(&actions, number, "/dev/full", O_WRONLY, 0)
      case .closed:
        unsafe posix_spawn_file_actions_addclose(&actions, number)
      }
    }

    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    unsafe sigemptyset(&usual)
    unsafe sigaddset(&usual, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
    // A group of its own, so that what it starts can be killed with it.
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

    var id: pid_t = 0
    let failure = unsafe Self.withWords(command) { arguments in
      guard let environment = launch.environment else {
        guard let program = unsafe arguments[0] else { return EINVAL }
        return unsafe posix_spawnp(&id, program, &actions, &attributes, arguments, environ)
      }
      return unsafe Self.withWords(environment) { words in
        guard let program = unsafe arguments[0] else { return EINVAL }
        return unsafe posix_spawnp(&id, program, &actions, &attributes, arguments, words)
      }
    }
    self.id = id
    if failure != 0 {
      for descriptor in [feed, output, errors] where descriptor >= 0 { close(descriptor) }
      return nil
    }
  }

  private mutating func finish(_ launch: Launch, seconds: Int) -> Outcome {
    var outcome = Outcome()
    let start = Self.now
    let limit = start + Double(seconds)
    var rest = Self.bytes(of: launch.input)[...]
    let hold = if case .held = launch.input { min(limit, start + 3) } else { start }
    while feed >= 0 || output >= 0 || errors >= 0 {
      if Self.now > limit { kill(-id, SIGKILL) }
      if feed >= 0 { pass(&rest, launch.input, outcome.output, until: hold) }
      Self.listen(&output, &outcome.output, feed >= 0 ? 0 : 50, also: errors)
      Self.listen(&errors, &outcome.errors, 0, also: -1)
      if case .held = launch.input, feed >= 0 { outcome.wasLive = Self.hasDocument(outcome.output) }
    }
    outcome.tookAll = rest.isEmpty
    outcome.status = reap(by: limit)
    return outcome
  }

  /// Feeds the child as much as it is to have now, or waits a moment where that is nothing.
  private mutating func pass(
    _ rest: inout ArraySlice<UInt8>, _ input: Launch.Input, _ output: [UInt8], until limit: Double
  ) {
    switch input {
    case .pieces(_, let size) where !rest.isEmpty && Self.isTaken(feed):
      write(&rest, atMost: size)
    case .pieces where rest.isEmpty:
      close(&feed)
    case .held where !rest.isEmpty:
      write(&rest, atMost: 4096)
    case .held where Self.hasDocument(output) || Self.now > limit:
      close(&feed)
    default:
      usleep(50)
    }
  }

  private static func hasDocument(_ output: [UInt8]) -> Bool { output.hasSuffix("end\tok\n") }

  private mutating func write(_ rest: inout ArraySlice<UInt8>, atMost size: Int) {
    // `Glibc.write` is what is meant, and a pipe without a reader ends the feeding.
    let part = Array(rest.prefix(size))
    let count = posixWrite(feed, part)
    if count < 0 { close(&feed) } else { rest = rest.dropFirst(count) }
  }

  private func reap(by limit: Double) -> Int? {
    var state: Int32 = 0
    var wasKilled = false
    while true {
      let found = unsafe waitpid(id, &state, WNOHANG)
      if found == id || found < 0 { break }
      if Self.now > limit {
        kill(-id, SIGKILL)
        wasKilled = true
      }
      usleep(200)
    }
    kill(-id, SIGKILL)  // what it may have left behind
    if wasKilled || (state & 0x7F == SIGKILL && Self.now > limit) { return nil }
    let signal = state & 0x7F
    return Int(signal == 0 ? (state >> 8) & 0xFF : 128 + signal)
  }

  // MARK: Small change

  private static func bytes(of input: Launch.Input) -> [UInt8] {
    switch input {
    case .bytes: []
    case .pieces(let bytes, _), .held(let bytes): bytes
    }
  }

  private static func listen(
    _ descriptor: inout Int32, _ bytes: inout [UInt8], _ pause: Int32, also other: Int32
  ) {
    var entries = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: other, events: Int16(POLLIN), revents: 0),
    ]
    guard unsafe poll(&entries, 2, pause) > 0, entries[0].revents != 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = unsafe read(descriptor, &buffer, buffer.count)
    if count > 0 { bytes += buffer[..<count] } else if count == 0 { close(&descriptor) }
  }

  /// True if no byte waits in the pipe.
  private static func isTaken(_ descriptor: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: 0, revents: 0)
    // Where the reader has gone, the next write tells.
    if unsafe poll(&entry, 1, 0) > 0 { return true }
    var waiting: CInt = 0
    guard unsafe ioctl(descriptor, UInt(FIONREAD), &waiting) == 0 else { return true }
    return waiting == 0
  }

  private static func makePipe() -> (reading: Int32, writing: Int32)? {
    var ends: [Int32] = [0, 0]
    // Closed in every child at once, or a pipe would never end.
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func withWords(
    _ words: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32
  ) -> Int32 {
    var list: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { for index in words.indices { unsafe free(list[index]) } }
    return unsafe list.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return EINVAL }
      return unsafe body(base)
    }
  }

  /// Seconds of a clock that only goes forward.
  static var now: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

private func close(_ descriptor: inout Int32) {
  close(descriptor)
  descriptor = -1
}
