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
