// Files, and what the tool itself asks of the system.

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Files that a check needs, in a folder of their own.
enum Files {
  /// The folder of temporary files.
  static let place = environment("TMPDIR") ?? "/tmp"

  /// An open file of these bytes that has no name.
  static func unnamed(_ bytes: [UInt8]) -> Int32? {
    var path = Array((place + "/check-filter-XXXXXX").utf8CString)
    let file = unsafe mkstemp(&path)
    guard file >= 0 else { return nil }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    _ = unsafe unlink(path)
    var written = 0
    while written < bytes.count {
      let count = posixWrite(file, Array(bytes[written...]))
      if count <= 0 { return nil }
      written += count
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  /// Makes a folder, hands its path to `body`, and takes all away again.
  static func withFolder<Failure: Error>(
    _ body: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var name = Array((place + "/check-filter-XXXXXX").utf8CString)
    guard unsafe mkdtemp(&name) != nil else { return }
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer {
      for file in names(in: path) { _ = unsafe unlink(path + "/" + file) }
      _ = unsafe rmdir(path)
    }
    try body(path)
  }

  /// Writes a file.
  static func write(_ bytes: [UInt8], to path: String) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { return }
    _ = posixWrite(file, bytes)
    close(file)
  }

  /// The bytes of a file; nil where there is none.
  static func read(_ path: String) -> [UInt8]? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = posixRead(file, &buffer)
      if count <= 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// The names in a folder.
  static func names(in path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { letters in
          unsafe String(cString: letters)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The value of an environment variable.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The absolute path of a command, as the shell would find it.
  static func path(of command: String) -> String {
    if command.contains("/") {
      guard let full = unsafe realpath(command, nil) else { return command }
      defer { unsafe free(full) }
      return unsafe String(cString: full)
    }
    for folder in (environment("PATH") ?? "").split(separator: ":") {
      let candidate = folder + "/" + command
      if unsafe access(String(candidate), X_OK) == 0 { return String(candidate) }
    }
    return command
  }

  /// True if there is a disk that is always full.
  static var hasFullDisk: Bool { unsafe access("/dev/full", W_OK) == 0 }
}

/// What the program itself is asked of the system.
enum OwnProcess {
  /// Makes a write to a pipe without a reader an error instead of a death.
  static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Writes on standard output or standard error.
  static func say(_ text: String, on descriptor: Int32) {
    _ = posixWrite(descriptor, Array(text.utf8))
  }

  /// Ends the process.
  static func end(_ status: Int32) -> Never { exit(status) }
}

extension [UInt8] {
  /// True if the bytes end in these.
  func hasSuffix(_ text: String) -> Bool {
    count >= text.utf8.count && suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}

/// Writes to a descriptor, whose C name would be hidden inside a type.
func posixWrite(_ descriptor: Int32, _ bytes: [UInt8]) -> Int {
  unsafe write(descriptor, bytes, bytes.count)
}

private func posixRead(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
  unsafe read(descriptor, &buffer, buffer.count)
}
