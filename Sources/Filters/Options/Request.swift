/// What a command line asks for.
public enum Request: Sendable {
  /// Filter the operands.
  case run(Options)
  /// Print this text on standard output and end well.
  case show(String)
}

extension Command {
  /// Reads the arguments after the program's name; the first that asks for a page ends the reading.
  ///
  /// GNU habits: options and operands mix, short flags bundle, `--` ends the options, `-` is an operand, the last
  /// use wins. Long names cannot be cut short: a script that did so would break when an option is added.
  public func parse(_ arguments: [[UInt8]]) throws(Misuse) -> Request {
    var parser = ArgumentParser(command: self, arguments: arguments)
    return try parser.parse()
  }

  /// The options of a command line written in code, for tests; one that asks for a page is a misuse.
  public func options(_ words: String...) throws(Misuse) -> Options {
    switch try parse(words.map { Array($0.utf8) }) {
    case .run(let options): return options
    case .show: throw Misuse("this command line asks for a page")
    }
  }
}
