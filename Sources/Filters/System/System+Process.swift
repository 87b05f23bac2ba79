#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

extension System {
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

  /// Ends the process.
  static func end(_ status: Int32) -> Never {
    exit(status)
  }
}

// MARK: Signals

extension System {
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
}

/// The output and what a filter writes beside it.
private let maximumDrafts = 2

/// What a signal handler deletes; it changes only while signals wait.
private nonisolated(unsafe) let filesToRemove = {
  let slots = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: maximumDrafts)
  unsafe slots.initialize(repeating: nil, count: maximumDrafts)
  return unsafe slots
}()
