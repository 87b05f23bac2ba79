/// Files that must not be one and the same.
extension Program where Job: ~Copyable {
  /// The side file must not be the output or an input.
  func checkPlaces(_ options: Options) throws(Misuse) {
    guard let option = Job.sideFile, let side = options.file(of: option) else { return }
    if side.isStandardInput {
      throw Misuse(option.longName + " takes the name of a file; /dev/stderr is one too")
    }
    if isOutput(side, options) {
      throw Misuse(
        option.longName + " and the output are one file; give one of them another: " + side.text)
    }
    if isInput(side, options.operands) {
      throw Misuse(option.longName + " names a file that is an input: " + side.text)
    }
  }

  private func isInput(_ side: Operand, _ operands: [Operand]) -> Bool {
    if operands.isEmpty || operands.contains(where: \.isStandardInput), !isRehearsal,
      let file = System.identity(of: side.bytes), file == System.identity(of: 0)
    {
      return true
    }
    return operands.contains { !$0.isStandardInput && isOneFile(side, $0) }
  }

  /// Whether the output goes to the file of `side`; files that are rewritten are inputs.
  private func isOutput(_ side: Operand, _ options: Options) -> Bool {
    if isRehearsal || options.has(.inPlace) { return false }
    if let output = options.file(of: .output), !output.isStandardInput {
      return isOneFile(side, output)
    }
    guard let file = System.identity(of: side.bytes) else { return false }
    return file == System.identity(of: 1)
  }

  /// Whether two names lead to one file, or would to a new one; what is written into a device or a pipe replaces nothing.
  private func isOneFile(_ one: Operand, _ other: Operand) -> Bool {
    if System.kind(of: one.bytes) != nil || System.kind(of: other.bytes) != nil {
      guard let file = System.identity(of: one.bytes) else { return false }
      return file == System.identity(of: other.bytes)
    }
    do throws(SystemFailure) {
      return try OutputPlace(one.bytes) == OutputPlace(other.bytes)
    } catch {
      // The links lead in a circle, which is told where the file is opened.
      return false
    }
  }
}
