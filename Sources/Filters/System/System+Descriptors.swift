#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

extension System {
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

  /// Waits until `descriptor` is ready for `events`.
  private static func wait(for descriptor: Int32, _ events: Int32) throws(SystemFailure) {
    var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    _ = try retry { unsafe poll(&entry, 1, -1) }
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
}

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
