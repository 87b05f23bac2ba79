/// A parsed command line.
public struct Options: Sendable {
  /// One use of an option, its argument byte for byte.
  struct Use: Sendable {
    let long: String
    let argument: [UInt8]?
  }

  /// The operands in order, `-` among them; those after `--` too.
  public let operands: [Operand]
  /// The uses of options in order; an argument out of choices is the choice as the table writes it.
  let uses: [Use]
  /// True if the output goes to a terminal that shows colours, and the environment does not speak against them.
  public internal(set) var isColorful = false
  /// The same for standard error.
  public internal(set) var isColorfulBeside = false

  init(operands: [Operand], uses: [Use]) {
    self.operands = operands
    self.uses = uses
  }

  /// Whether the option was used.
  public func has(_ option: Option) -> Bool {
    uses.contains { $0.long == option.long }
  }

  /// The argument of the last use, else the default; nil if the last use left its optional argument out.
  public func value(of option: Option) -> String? {
    guard let use = uses.last(where: { $0.long == option.long }) else { return option.default }
    return use.argument.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The arguments of all uses in order; without any use the default, if there is one.
  public func values(of option: Option) -> [String] {
    guard has(option) else { return option.default.map { [$0] } ?? [] }
    return uses.compactMap { use in
      guard use.long == option.long, let argument = use.argument else { return nil }
      return String(decoding: argument, as: UTF8.self)
    }
  }

  /// The file named by the last use, byte for byte; nil if the option was not used.
  public func file(of option: Option) -> Operand? {
    files(of: option).last
  }

  /// The files named by all uses in order, byte for byte.
  public func files(of option: Option) -> [Operand] {
    uses.compactMap { use in
      guard use.long == option.long, let argument = use.argument else { return nil }
      return Operand(argument)
    }
  }
}
