// The files of this folder are the only ones that touch the C library. Every system call of the project is made here: checked,
// retried after a signal, and turned into a typed error.

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

/// System calls, retried where a signal or a full non-blocking pipe interrupts them.
enum System {
  /// Runs `call` again as long as a signal interrupts it; a negative result becomes an error.
  static func retry<Result: SignedInteger>(
    _ call: () -> Result
  ) throws(SystemFailure) -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw SystemFailure.last }
    }
  }

  /// Calls `body` with the path as the C library wants it, which ends with a NUL.
  static func withPath<Result, Failure: Error>(
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
}
