/// A filter as a program: the command line, the operands one by one, the output put in its place.
struct Program<Job: Filter & ~Copyable>: ~Copyable {
  /// Where input, output and messages are; the process's own, or a rehearsal's.
  enum Stage {
    case process
    case rehearsal(input: [UInt8], pieces: [Int])
  }

  /// What a run came to.
  struct Outcome {
    var status: ExitStatus
    var output: [UInt8] = []
    var messages = ""
  }

  private let stage: Stage

  init(on stage: Stage) { self.stage = stage }

  private var isRehearsal: Bool {
    if case .rehearsal = stage { true } else { false }
  }

  /// Runs a command line, the program's name left out.
  func run(_ arguments: [[UInt8]]) -> Outcome {
    do throws(Misuse) {
      switch try Job.command.parse(arguments) {
      case .show(let page):
        return show(Array(page.utf8))
      case .run(let options):
        if let page = try Job.page(for: options) { return show(page) }
        if options.operands.isEmpty, !isRehearsal, System.kind(of: 0) == .terminal {
          return fail(.misuse, Job.command.shortHelp)
        }
        return try run(options)
      }
    } catch {
      return fail(.misuse, error.report(program: Job.command.name))
    }
  }

  /// True if standard error is a terminal that understands control characters, and the output goes elsewhere.
  private var isWatched: Bool {
    !isRehearsal && System.kind(of: 2) == .terminal && System.kind(of: 1) != .terminal
      && System.environment("TERM") ?? "dumb" != "dumb"
  }

  /// True if standard output is a terminal that shows colours, and NO_COLOR does not forbid them.
  private var isColorful: Bool {
    !isRehearsal && System.kind(of: 1) == .terminal
      && System.environment("TERM") ?? "dumb" != "dumb"
      && (System.environment("NO_COLOR") ?? "").isEmpty
  }

  // MARK: Pages

  private func show(_ page: [UInt8]) -> Outcome {
    var output = Output(isRehearsal ? .memory : .descriptor(1))
    do throws(Failure) {
      try output.write(page.span)
      try output.flush()
      return Outcome(status: .success, output: output.kept)
    } catch {
      return failedOutput(error, "standard output")
    }
  }

  private func fail(_ status: ExitStatus, _ text: String) -> Outcome {
    // Where even standard error is gone, the exit status still tells.
    if !isRehearsal { try? System.write(2, Array(text.utf8).span) }
    return Outcome(status: status, messages: text)
  }

  private func failedOutput(_ failure: Failure, _ place: String) -> Outcome {
    if case .output(let cause) = failure {
      if cause.isBrokenPipe { return Outcome(status: .brokenPipe) }
      return fail(
        .inputOutput, "\(Job.command.name): \(place): cannot be written: \(cause.text)\n")
    }
    preconditionFailure("outside a document only the output fails")
  }

  // MARK: Documents

  private func run(_ options: Options) throws(Misuse) -> Outcome {
    let intake = try Intake(options)
    let expected = try options.number(of: .expect)
    var options = options
    options.isColorful = isColorful && !options.has(.output)
    let job = try Job(options)
    let messages = Messages(
      program: Job.command.name, isQuiet: options.has(.quiet), isWatched: isWatched,
      isKept: isRehearsal)
    guard let path = options.file(of: .output), !path.isStandardInput else {
      var driver = Driver(
        job, output: Output(isRehearsal ? .memory : .descriptor(1)), messages: messages,
        isLive: intake.isLive)
      do throws(Failure) {
        try drive(&driver, options, intake, expected)
        if !isRehearsal { try close(1) }
      } catch {
        return failedOutput(error, "standard output")
      }
      return Outcome(
        status: driver.status, output: driver.output.kept, messages: driver.messages.text)
    }
    let file: OutputFile
    do throws(SystemFailure) {
      file = try OutputFile(path.bytes)
    } catch {
      return failedOutput(.output(error), path.text)
    }
    var driver = Driver(
      job, output: Output(.descriptor(file.descriptor)), messages: messages, isLive: intake.isLive)
    do throws(Failure) {
      try drive(&driver, options, intake, expected)
    } catch {
      file.abandon()
      return failedOutput(error, path.text)
    }
    let isWanted =
      driver.status == .success
      || (driver.status == .failedDocument && options.has(.keepGoing))
    guard isWanted else {
      file.abandon()
      driver.messages.error(
        path.text,
        "left as it was, because something failed; --keep-going takes output with failed documents")
      return Outcome(status: driver.status, messages: driver.messages.text)
    }
    do throws(SystemFailure) {
      try file.commit()
    } catch {
      return failedOutput(.output(error), path.text)
    }
    return Outcome(status: driver.status, messages: driver.messages.text)
  }

  private func drive(
    _ driver: inout Driver<Job>, _ options: Options, _ intake: Intake, _ expected: Int?
  ) throws(Failure) {
    let operands =
      options.operands.isEmpty ? [Operand([UInt8(ascii: "-")])] : options.operands
    for operand in operands {
      guard let source = open(operand, &driver) else { continue }
      var reader = LineReader(source, intake)
      try driver.run(&reader, operand)
    }
    driver.messages.endProgress()
    try driver.output.flush()
    if let expected, expected != driver.documents {
      driver.messages.error("", "\(driver.documents) documents came, and \(expected) were expected")
      driver.raise(.failedDocument)
    }
  }

  private func open(_ operand: Operand, _ driver: inout Driver<Job>) -> ByteSource? {
    do throws(SystemFailure) {
      if operand.isStandardInput {
        if case .rehearsal(let input, let pieces) = stage {
          return ByteSource(input, pieces: pieces)
        }
        if System.kind(of: 0) != .directory { return ByteSource(descriptor: 0, isOurs: false) }
      } else {
        let descriptor = try System.open(reading: operand.bytes)
        let source = ByteSource(descriptor: descriptor, isOurs: true)
        if System.kind(of: descriptor) != .directory { return source }
      }
      driver.messages.error(operand.text, "is a directory; name the files in it")
    } catch {
      driver.messages.error(operand.text, "cannot be opened: \(error.text)")
    }
    driver.raise(.inputOutput)
    return nil
  }

  private func close(_ descriptor: Int32) throws(Failure) {
    do throws(SystemFailure) {
      try System.close(descriptor)
    } catch {
      throw .output(error)
    }
  }
}

extension Intake {
  /// What the common options say about reading.
  init(_ options: Options) throws(Misuse) {
    switch options.value(of: .input) {
    case "text": form = .text
    case "stream": form = .stream
    default: form = .auto
    }
    switch options.value(of: .encoding) {
    // Without a mark the order of most such files: what Windows writes.
    case "utf-16": encoding = .utf16(littleEndian: true)
    case let name: encoding = name.flatMap { TextEncoding(named: $0) }
    }
    replacesInvalid = options.value(of: .invalid) == "replace"
    isLive = options.has(.lineBuffered)
    if let limit = try options.number(of: .maxLine) { maximumLine = limit }
  }
}
