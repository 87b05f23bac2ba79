// The one file that touches the C library. Every system call of the project is made here: checked, retried
// after a signal, and turned into a typed error.

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A system call that failed.
public struct SystemFailure: Error, Equatable, Sendable {
  /// The value of `errno`.
  public let code: Int32

  /// The system's own words for the error.
  public var text: String {
    guard let words = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: words)
  }

  /// True where the reader of our output has gone.
  public var isBrokenPipe: Bool { code == EPIPE }

  /// True where the name is another file's already.
  var isTaken: Bool { code == EEXIST }

  /// Links that lead in a circle.
  static var tooManyLinks: SystemFailure { SystemFailure(code: ELOOP) }

  /// Too many bytes for what they are to be.
  static var tooLarge: SystemFailure { SystemFailure(code: EFBIG) }

  static var last: SystemFailure { SystemFailure(code: errno) }
}

/// What a descriptor leads to.
enum FileKind: Equatable {
  case regular, directory, terminal, other
}

/// Tells one file from another, whatever its names are.
struct FileIdentity: Equatable {
  let device: UInt64
  let node: UInt64
}

/// System calls, retried where a signal or a full non-blocking pipe interrupts them.
enum System {
  /// Runs `call` again as long as a signal interrupts it; a negative result becomes an error.
  private static func retry<Result: SignedInteger>(
    _ call: () -> Result
  ) throws(SystemFailure) -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw SystemFailure.last }
    }
  }

  /// Waits until `descriptor` is ready for `events`.
  private static func wait(for descriptor: Int32, _ events: Int32) throws(SystemFailure) {
    var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    _ = try retry { unsafe poll(&entry, 1, -1) }
  }

  /// The place of the first `byte` at or after `from`, which is at most the count, or the count.
  static func firstIndex(of byte: UInt8, in bytes: Span<UInt8>, from: Int) -> Int {
    let count = bytes.count
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, from < count,
        let found = unsafe memchr(base + from, Int32(byte), count - from)
      else { return count }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  // MARK: Reading and writing

  /// Reads up to the buffer's size; 0 at the end of the input.
  static func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemFailure) -> Int {
    while true {
      let count = unsafe posixRead(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      switch errno {
      case EINTR: continue
      case EAGAIN: try wait(for: descriptor, Int32(POLLIN))
      default: throw SystemFailure.last
      }
    }
  }

  /// Writes every byte.
  static func write(_ descriptor: Int32, _ bytes: Span<UInt8>) throws(SystemFailure) {
    var written = 0
    while written < bytes.count {
      let rest = bytes.extracting(written..<bytes.count)
      let count = unsafe rest.withUnsafeBytes { part in
        unsafe posixWrite(descriptor, part.baseAddress, part.count)
      }
      if count >= 0 {
        written += count
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: try wait(for: descriptor, Int32(POLLOUT))
      default: throw SystemFailure.last
      }
    }
  }

  /// True if a read would not block: bytes are there, or the end is.
  static func isReady(_ descriptor: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&entry, 1, 0) != 0
  }

  /// Asks for a pipe of 256 KiB, which may be refused; true if it is at least that large now.
  @discardableResult static func enlargePipe(_ descriptor: Int32) -> Bool {
    #if os(Linux)
      let setPipeSize: Int32 = 1031  // F_SETPIPE_SZ, which the importer leaves out
      return fcntl(descriptor, setPipeSize, Int32(256 << 10)) >= 256 << 10
    #else
      return false
    #endif
  }

  // MARK: Opening and closing

  /// Opens a file for reading.
  static func open(reading path: [UInt8]) throws(SystemFailure) -> Int32 {
    try unsafe withPath(path) { name throws(SystemFailure) in
      try retry { unsafe posixOpen(name, O_RDONLY | O_CLOEXEC) }
    }
  }

  /// Opens a file that exists (a device, a named pipe) for writing.
  static func open(writing path: [UInt8]) throws(SystemFailure) -> Int32 {
    try unsafe withPath(path) { name throws(SystemFailure) in
      try retry { unsafe posixOpen(name, O_WRONLY | O_CLOEXEC) }
    }
  }

  /// Makes a new file of a name that nobody has, beside `path`; nil where the name is taken.
  static func create(_ path: [UInt8]) throws(SystemFailure) -> Int32? {
    do throws(SystemFailure) {
      return try unsafe withPath(path) { name throws(SystemFailure) in
        try retry { unsafe posixOpen(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
      }
    } catch {
      if error.code == EEXIST { return nil }
      throw error
    }
  }

  /// Opens a file for writing from its beginning; what it held is gone.
  static func open(overwriting path: [UInt8]) throws(SystemFailure) -> Int32 {
    try unsafe withPath(path) { name throws(SystemFailure) in
      try retry { unsafe posixOpen(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }
    }
  }

  /// A descriptor of our own for what the process was given open for writing as `descriptor`; both have one place in it.
  static func duplicate(given descriptor: Int32) throws(SystemFailure) -> Int32 {
    let flags = try retry { fcntl(descriptor, F_GETFD) }
    let mode = try retry { fcntl(descriptor, F_GETFL) }
    // What we opened ourselves closes when a program is started; what was given does not.
    guard flags & FD_CLOEXEC == 0, mode & O_ACCMODE != O_RDONLY else {
      throw SystemFailure(code: EBADF)
    }
    return try retry { fcntl(descriptor, F_DUPFD_CLOEXEC, Int32(3)) }
  }

  /// Where the next byte of an open file goes; nil where it has no places, as a pipe.
  static func position(_ descriptor: Int32) -> Int? {
    let place = lseek(descriptor, 0, SEEK_CUR)
    return place >= 0 ? Int(place) : nil
  }

  /// Cuts an open file at `length` and goes on there; of a pipe or a device nothing can be cut.
  static func truncate(_ descriptor: Int32, to length: Int) throws(SystemFailure) {
    guard kind(of: descriptor) == .regular else { return }
    _ = try retry { ftruncate(descriptor, off_t(length)) }
    _ = try retry { lseek(descriptor, off_t(length), SEEK_SET) }
  }

  /// Closes a descriptor; a delayed write error shows here.
  static func close(_ descriptor: Int32) throws(SystemFailure) {
    // Linux frees the descriptor even when a signal interrupts, so there is nothing to retry.
    if posixClose(descriptor) != 0, errno != EINTR { throw SystemFailure.last }
  }

  /// Sees to it that the descriptors 0 to 2 are open, so that no file of ours takes their place.
  static func reserveStandardDescriptors() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      // The wrong direction on purpose: a use of what was closed must still fail.
      _ = unsafe posixOpen("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  // MARK: Files

  /// What `descriptor` leads to.
  static func kind(of descriptor: Int32) -> FileKind {
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { return .other }
    if isatty(descriptor) == 1 { return .terminal }
    return kind(mode: info.st_mode)
  }

  /// What `path` leads to, its links followed; nil where there is nothing.
  static func kind(of path: [UInt8]) -> FileKind? {
    unsafe withPath(path) { name in
      var info = stat()
      guard unsafe stat(name, &info) == 0 else { return nil }
      return kind(mode: info.st_mode)
    }
  }

  private static func kind(mode: mode_t) -> FileKind {
    switch mode & S_IFMT {
    case S_IFREG: .regular
    case S_IFDIR: .directory
    default: .other
    }
  }

  /// Which regular file `descriptor` leads to; nil where it is none.
  static func identity(of descriptor: Int32) -> FileIdentity? {
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { return nil }
    return identity(info)
  }

  /// Which regular file `path` leads to; nil where it is none.
  static func identity(of path: [UInt8]) -> FileIdentity? {
    unsafe withPath(path) { name in
      var info = stat()
      guard unsafe stat(name, &info) == 0 else { return nil }
      return identity(info)
    }
  }

  private static func identity(_ info: stat) -> FileIdentity? {
    guard kind(mode: info.st_mode) == .regular else { return nil }
    return FileIdentity(
      device: UInt64(truncatingIfNeeded: info.st_dev),
      node: UInt64(truncatingIfNeeded: info.st_ino))
  }

  /// Gives an open file the permissions of the file at `path`, if there is one.
  static func copyMode(of path: [UInt8], to descriptor: Int32) {
    unsafe withPath(path) { name in
      var info = stat()
      if unsafe stat(name, &info) == 0 {
        _ = fchown(descriptor, uid_t.max, info.st_gid)
        _ = fchmod(descriptor, info.st_mode & 0o7777)
      }
    }
  }

  /// The path with its links followed; the path itself where it does not exist yet.
  static func resolve(_ path: [UInt8]) -> [UInt8] { resolved(path) ?? path }

  /// The path with its links followed; nil where there is nothing.
  static func resolved(_ path: [UInt8]) -> [UInt8]? {
    unsafe withPath(path) { name in
      guard let resolved = unsafe realpath(name, nil) else { return nil }
      defer { unsafe free(resolved) }
      return unsafe Array(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
    }
  }

  /// What the symbolic link at `path` says; nil where there is none.
  static func linkTarget(of path: [UInt8]) -> [UInt8]? {
    unsafe withPath(path) { name in
      var target = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = unsafe readlink(name, &target, target.count)
      return count < 0 ? nil : target[..<count].map { UInt8(bitPattern: $0) }
    }
  }

  /// Brings a file's bytes to the disk.
  static func synchronize(_ descriptor: Int32) throws(SystemFailure) {
    do throws(SystemFailure) {
      _ = try retry { fsync(descriptor) }
    } catch {
      if error.code != EINVAL { throw error }  // a file system without it
    }
  }

  /// Puts `old` in the place of `new`, in one step.
  static func rename(_ old: [UInt8], to new: [UInt8]) throws(SystemFailure) {
    try unsafe withPath(old) { from throws(SystemFailure) in
      try unsafe withPath(new) { to throws(SystemFailure) in
        _ = try retry { unsafe posixRename(from, to) }
      }
    }
  }

  /// Gives the file at `old` the further name `new`.
  static func link(_ old: [UInt8], to new: [UInt8]) throws(SystemFailure) {
    try unsafe withPath(old) { from throws(SystemFailure) in
      try unsafe withPath(new) { to throws(SystemFailure) in
        _ = try retry { unsafe posixLink(from, to) }
      }
    }
  }

  /// Deletes a file; that it is gone already is no error.
  static func remove(_ path: [UInt8]) {
    unsafe withPath(path) { name in _ = unsafe unlink(name) }
  }

  private static func withPath<Result, Failure: Error>(
    _ path: [UInt8], _ body: (UnsafePointer<CChar>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let terminated = path.map { CChar(bitPattern: $0) } + [0]
    var result: Swift.Result<Result, Failure>?
    unsafe terminated.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      do throws(Failure) {
        result = .success(try unsafe body(base))
      } catch {
        result = .failure(error)
      }
    }
    guard let result else { preconditionFailure("an array with an element has an address") }
    return try result.get()
  }

  // MARK: The process

  /// The command line, program name first, byte for byte.
  static var arguments: [[UInt8]] {
    var list: [[UInt8]] = []
    for index in 0..<Int(CommandLine.argc) {
      guard let argument = unsafe CommandLine.unsafeArgv[index] else { break }
      let bytes = unsafe UnsafeRawBufferPointer(start: argument, count: strlen(argument))
      list.append(unsafe Array(bytes))
    }
    return list
  }

  /// The value of an environment variable.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The number of this process.
  static var processID: Int { Int(getpid()) }

  /// Makes a write to a pipe without a reader an error instead of a death; true if it was one already.
  static func ignoreBrokenPipes() -> Bool {
    guard let old = signal(SIGPIPE, SIG_IGN) else { return false }
    return unsafe unsafeBitCast(old, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Makes a write beyond the limit of a file's size an error instead of a death, which would leave a draft behind.
  static func ignoreFileSizeLimits() {
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// Ends the process as a broken pipe does.
  static func dieOfBrokenPipe(wasIgnored: Bool) -> Never {
    if !wasIgnored {
      _ = signal(SIGPIPE, SIG_DFL)
      _ = raise(SIGPIPE)
    }
    exit(141)
  }

  /// Makes a new file as `create` does, and has it deleted if the user or the system ends the process.
  ///
  /// A signal that comes between the two waits, so that it never finds a file which it does not delete.
  static func createRemovedOnSignal(_ path: [UInt8]) throws(SystemFailure) -> Int32? {
    try holdingSignals { () throws(SystemFailure) in
      let descriptor = try create(path)
      if descriptor != nil { removeOnSignal(path) }
      return descriptor
    }
  }

  /// Has the files that `createRemovedOnSignal` made stay from now on.
  ///
  /// All of them, for a signal finds no draft once one of a run was put in its place.
  static func keepOnSignal() {
    holdingSignals {
      for number in stopSignals { _ = signal(number, SIG_DFL) }
      for index in 0..<maximumDrafts {
        unsafe filesToRemove[index]?.deallocate()
        unsafe filesToRemove[index] = nil
      }
    }
  }

  private static var stopSignals: [Int32] { [SIGINT, SIGTERM, SIGHUP] }

  /// Signals that come meanwhile wait.
  private static func holdingSignals<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var held = sigset_t()
    var before = sigset_t()
    _ = unsafe sigemptyset(&held)
    for number in stopSignals { _ = unsafe sigaddset(&held, number) }
    _ = unsafe sigprocmask(SIG_BLOCK, &held, &before)
    defer { _ = unsafe sigprocmask(SIG_SETMASK, &before, nil) }
    return try body()
  }

  private static func removeOnSignal(_ path: [UInt8]) {
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: path.count + 1)
    for (index, byte) in path.enumerated() { unsafe copy[index] = CChar(bitPattern: byte) }
    unsafe copy[path.count] = 0
    var slot = 0
    while slot < maximumDrafts - 1, unsafe filesToRemove[slot] != nil { slot += 1 }
    unsafe filesToRemove[slot] = copy
    for number in stopSignals where !isIgnored(number) {
      _ = signal(number) { received in
        for index in 0..<maximumDrafts {
          if let path = unsafe filesToRemove[index] { _ = unsafe unlink(path) }
        }
        _ = signal(received, SIG_DFL)
        _ = raise(received)
      }
    }
  }

  /// True if the process was started with `number` ignored, as nohup does.
  ///
  /// It only asks: to ignore a signal for a moment, and look, would lose one that waits.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      let handler = unsafe action.__sigaction_u.__sa_handler
    #elseif canImport(Musl)
      let handler = unsafe action.__sa_handler.sa_handler
    #else
      let handler = unsafe action.__sigaction_handler.sa_handler
    #endif
    return unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Ends the process.
  static func end(_ status: Int32) -> Never {
    exit(status)
  }
}

/// The output and what a filter writes beside it.
private let maximumDrafts = 2

/// What a signal handler deletes; it changes only while signals wait.
private nonisolated(unsafe) let filesToRemove = {
  let slots = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: maximumDrafts)
  unsafe slots.initialize(repeating: nil, count: maximumDrafts)
  return unsafe slots
}()

// The C names, which the functions above would hide inside `System`.
private func posixRead(_ fd: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  unsafe read(fd, buffer, count)
}
private func posixWrite(_ fd: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(fd, buffer, count)
}
private func posixOpen(_ path: UnsafePointer<CChar>, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
  unsafe open(path, flags, mode)
}
private func posixClose(_ fd: Int32) -> Int32 { close(fd) }
private func posixLink(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32 {
  unsafe link(old, new)
}
private func posixRename(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32 {
  unsafe rename(old, new)
}
