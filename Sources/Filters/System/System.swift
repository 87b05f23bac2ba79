// The files of this folder are the only ones that touch the C library. Every system call of the project is made here: checked,
// retried after a signal, and turned into a typed error.

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

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
