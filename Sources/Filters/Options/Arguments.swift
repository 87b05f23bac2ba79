/// The arguments of the process.
enum Arguments {
  /// The arguments after the program's name, byte for byte; `CommandLine.arguments` would repair invalid UTF-8.
  static func bytes() -> [[UInt8]] {
    var words: [[UInt8]] = []
    let count = Int(CommandLine.argc)
    // The vector holds `argc` words that live as long as the process, each ended by a NUL.
    let vector = unsafe CommandLine.unsafeArgv
    var index = 1
    while index < count, let word = unsafe vector[index] {
      var length = 0
      while unsafe word[length] != 0 { length += 1 }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(length)
      for offset in 0..<length { bytes.append(UInt8(bitPattern: unsafe word[offset])) }
      words.append(bytes)
      index += 1
    }
    return words
  }
}
