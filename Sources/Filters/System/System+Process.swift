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
