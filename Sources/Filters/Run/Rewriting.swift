/// How files are rewritten where they stand, as `--in-place` says.
struct Rewriting {
  /// What is added to the name under which the old file stays; nil where it does not.
  let suffix: [UInt8]?
  /// True if text in other encodings may become UTF-8.
  let takesEncodings: Bool

  /// What the options say; nil where files stay as they are.
  init?(_ options: Options) throws(Misuse) {
    guard options.has(.inPlace) else {
      if options.has(.toUTF8) { throw Misuse("--to-utf8 needs --in-place") }
      return nil
    }
    for other in [Option.output, .keepGoing, .lineBuffered] where options.has(other) {
      throw Misuse(other.longName + " and --in-place do not go together")
    }
    if options.operands.isEmpty { throw Misuse("--in-place needs the names of files") }
    if options.operands.contains(where: \.isStandardInput) {
      throw Misuse("--in-place cannot rewrite standard input; name files")
    }
    let suffix = options.value(of: .inPlace)
    if let suffix, suffix.isEmpty || suffix.utf8.contains(UInt8(ascii: "/")) {
      throw Misuse("--in-place= takes an ending for the old file's name, such as .bak")
    }
    self.suffix = suffix.map { Array($0.utf8) }
    takesEncodings = options.has(.toUTF8)
  }
}

extension Program where Job: ~Copyable {
  /// Runs each operand by itself and puts what comes out in its place; one that fails stays as it was.
  func rewrite(
    _ driver: inout Driver<Job>, _ operands: [Operand], _ intake: Intake, _ rewriting: Rewriting
  ) throws(Failure) {
    driver.keepsEncoding = !rewriting.takesEncodings
    try driver.output.aside.settle()
    var status = ExitStatus.success
    for operand in operands {
      do throws(Failure) {
        try rewrite(&driver, operand, intake, rewriting)
      } catch {
        guard case .output(let cause) = error, !driver.output.aside.hasFailed,
          !driver.output.remarks.hasFailed
        else { throw error }
        driver.drop()
        try driver.output.aside.takeBack()
        driver.messages.error(operand.text, "cannot be written: \(cause.text)")
        driver.raise(.inputOutput)
      }
      let own = driver.takeStatus()
      if own.rawValue > status.rawValue { status = own }
    }
    driver.output.redirect(to: .nowhere)
    driver.raise(status)
  }

  private func rewrite(
    _ driver: inout Driver<Job>, _ operand: Operand, _ intake: Intake, _ rewriting: Rewriting
  ) throws(Failure) {
    // A named pipe is not even opened: that waits for somebody who writes to it.
    if System.kind(of: operand.bytes) == .other { return refuse(operand, &driver) }
    guard let source = open(operand, &driver) else { return }
    guard isReplaceable(operand) else { return refuse(operand, &driver) }
    let file: OutputFile
    do throws(SystemFailure) {
      file = try OutputFile(operand.bytes)
    } catch {
      throw .output(error)
    }
    defer { System.keepOnSignal() }
    try replace(file, &driver, LineReader(source, intake), operand, rewriting)
  }

  private func refuse(_ operand: Operand, _ driver: inout Driver<Job>) {
    driver.messages.error(operand.text, "is no regular file, so --in-place leaves it")
    driver.raise(.inputOutput)
  }

  /// Whether it is a file that has a name of its own; an open descriptor has none that lasts.
  private func isReplaceable(_ operand: Operand) -> Bool {
    guard System.kind(of: operand.bytes) == .regular,
      case .file = try? OutputPlace(operand.bytes)
    else { return false }
    return true
  }

  private func replace(
    _ file: consuming OutputFile, _ driver: inout Driver<Job>, _ reader: consuming LineReader,
    _ operand: Operand, _ rewriting: Rewriting
  ) throws(Failure) {
    var isGood = false
    do throws(Failure) {
      isGood = try fill(&driver, file.descriptor, reader, operand)
    } catch {
      file.abandon()
      throw error
    }
    // What would change nothing is not put in its place, so that the old file's date stays.
    if !isGood || file.isUnchanged { return file.abandon() }
    do throws(SystemFailure) {
      try file.commit(keepingOldWith: rewriting.suffix)
    } catch {
      throw .output(error)
    }
  }

  /// Writes what comes of one operand; false if something failed.
  private func fill(
    _ driver: inout Driver<Job>, _ descriptor: Int32, _ reader: consuming LineReader,
    _ operand: Operand
  ) throws(Failure) -> Bool {
    driver.output.redirect(to: .descriptor(descriptor))
    try driver.run(&reader, operand)
    guard driver.status == .success else {
      try driver.output.aside.takeBack()
      driver.messages.error(operand.text, "left as it was, because something failed")
      return false
    }
    try driver.output.flush()
    // Who finds the file changed finds told what went.
    try driver.output.aside.settle()
    return true
  }
}
