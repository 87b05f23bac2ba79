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
    var aside: [UInt8] = []
    var messages = ""
  }

  private let stage: Stage

  init(on stage: Stage) { self.stage = stage }

  var isRehearsal: Bool {
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
  private var isColorful: Bool { !isRehearsal && showsColors(1) }

  /// True if standard error is a terminal that shows colours, and NO_COLOR does not forbid them.
  private var isColorfulBeside: Bool { !isRehearsal && showsColors(2) }

  private func showsColors(_ descriptor: Int32) -> Bool {
    System.kind(of: descriptor) == .terminal
      && !["", "dumb"].contains(System.environment("TERM") ?? "")
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
    let rewriting = try Rewriting(options)
    if options.has(.keepGoing), !options.has(.output) {
      throw Misuse("--keep-going needs -o; standard output is never left as it was")
    }
    try checkPlaces(options)
    var options = options
    options.isColorful = isColorful && !options.has(.output)
    options.isColorfulBeside = isColorfulBeside
    let job = try Job(options)
    let messages = Messages(
      program: Job.command.name, isQuiet: options.has(.quiet), isWatched: isWatched,
      isKept: isRehearsal)
    var destination: Destination
    do throws(Destination.Fault) {
      destination =
        isRehearsal
        ? Destination.memory
        : try Destination(options, side: Job.sideFile, growing: rewriting != nil)
    } catch {
      return failedOutput(.output(error.cause), error.place)
    }
    var driver = Driver(
      job,
      output: Output(
        destination.sink, aside: destination.sideSink,
        remarks: isRehearsal ? .memory : .descriptor(2)
      ), messages: messages, isLive: intake.isLive)
    do throws(Failure) {
      try driver.filter.start(into: &driver.output)
      if let rewriting {
        try rewrite(&driver, options.operands, intake, rewriting)
      } else {
        try drive(&driver, options, intake)
      }
      try finish(&driver, expected)
    } catch {
      let place = destination.place(of: driver.output)
      destination.abandon()
      return failedOutput(error, place)
    }
    let isWanted =
      driver.status == .success
      || (driver.status == .failedDocument && options.has(.keepGoing))
    if destination.isHeld, !isWanted {
      // What could not be read or written is not what --keep-going takes.
      let advice =
        driver.status == .failedDocument
        ? "; --keep-going takes output with failed documents" : ""
      driver.messages.error(
        destination.place, "left as it was, because something failed" + advice)
      destination.abandon()
    } else {
      do throws(Destination.Fault) {
        try destination.commit()
      } catch {
        return failedOutput(.output(error.cause), error.place)
      }
    }
    return Outcome(
      status: driver.status, output: driver.output.kept, aside: driver.output.aside.kept,
      messages: driver.messages.text + String(decoding: driver.output.remarks.kept, as: UTF8.self))
  }

  private func drive(
    _ driver: inout Driver<Job>, _ options: Options, _ intake: Intake
  ) throws(Failure) {
    let operands =
      options.operands.isEmpty ? [Operand([UInt8(ascii: "-")])] : options.operands
    for operand in operands {
      guard let source = open(operand, &driver) else { continue }
      var reader = LineReader(source, intake)
      try driver.run(&reader, operand)
    }
  }

  private func finish(_ driver: inout Driver<Job>, _ expected: Int?) throws(Failure) {
    driver.messages.endProgress()
    try driver.filter.finish(into: &driver.output)
    try driver.output.flush()
    try driver.output.flushBeside()
    if let expected, expected != driver.documents {
      let came = driver.documents == 1 ? "document" : "documents"
      let were = expected == 1 ? "was" : "were"
      driver.messages.error(
        "", "\(driver.documents) \(came) came, and \(expected) \(were) expected")
      driver.raise(.failedDocument)
    }
  }

  func open(_ operand: Operand, _ driver: inout Driver<Job>) -> ByteSource? {
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
    if let limit = try options.number(of: .maxLine) {
      if limit == 0 { throw Misuse("--max-line 0 would take no line; the least is 1") }
      maximumLine = limit
    }
  }
}
