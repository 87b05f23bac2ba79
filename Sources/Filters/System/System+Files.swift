#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// What a descriptor leads to.
enum FileKind: Equatable {
  case regular, directory, terminal, other
}

/// Tells one file from another, whatever its names are.
struct FileIdentity: Equatable {
  let device: UInt64
  let node: UInt64
}

extension System {
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
}

// The C names, which the functions above would hide inside `System`.
private func posixLink(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32 {
  unsafe link(old, new)
}
private func posixRename(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32 {
  unsafe rename(old, new)
}
