// What every fuzz target stands on. scripts/fuzz compiles these files, the core and one filter as one module,
// so that the targets see the inside of both.

internal import Glibc

/// Wants a law to hold; where it does not, the fuzzer keeps the input.
func hold(_ holds: Bool, _ law: @autoclosure () -> String) {
  if holds { return }
  fatalError("BROKEN LAW: " + law())
}

/// A filter that is set up once and run on one input after the other, each as standard input.
struct Stand<Job: Filter & ~Copyable>: ~Copyable {
  private var driver: Driver<Job>
  private let intake: Intake

  /// Sets the filter up as this command line says; throws what the filter has against it.
  init(_ arguments: [String]) throws(Misuse) {
    let options = try Self.options(arguments)
    let intake = try Intake(options)
    let job = try Job(options)
    self.intake = intake
    driver = Driver(
      job, output: Output(.memory), messages: Self.messages, isLive: intake.isLive)
  }

  private static func options(_ arguments: [String]) throws(Misuse) -> Options {
    switch try Job.command.parse(arguments.map { Array($0.utf8) }) {
    case .run(let options): return options
    case .show: fatalError("these arguments print a page")
    }
  }

  private static var messages: Messages {
    Messages(program: Job.command.name, isQuiet: false, isWatched: false, isKept: true)
  }

  /// What comes out, and the exit status.
  mutating func run(
    _ input: [UInt8], pieces: [Int] = [1 << 20]
  ) -> (output: [UInt8], status: ExitStatus) {
    driver.output.redirect(to: .memory)
    driver.messages = Self.messages
    var reader = LineReader(ByteSource(input, pieces: pieces), intake)
    do throws(Failure) {
      try driver.run(&reader, Operand([UInt8(ascii: "-")]))
      try driver.output.flush()
    } catch {
      fatalError("nothing is written but to memory")
    }
    let said = driver.messages.text
    hold(
      !said.unicodeScalars.contains {
        ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
      },
      "no control character gets into a message: \(said.debugDescription)")
    return (driver.output.kept, driver.takeStatus())
  }

  /// The same; wants what comes out to be the same in whatever pieces the input comes.
  mutating func runInPieces(_ input: [UInt8]) -> (output: [UInt8], status: ExitStatus) {
    let whole = run(input)
    for pieces in [[1], [2, 3, 5, 1, 7], [64]] where pieces != [1] || input.count < 2000 {
      let found = run(input, pieces: pieces)
      hold(
        found.output == whole.output && found.status == whole.status,
        "pieces of \(pieces) bytes change nothing: \(whole.output.shown) became \(found.output.shown)"
      )
    }
    return whole
  }
}

/// Looks at one input.
protocol Target {
  /// Wants the laws to hold for an input.
  mutating func examine(_ input: [UInt8])
  /// Only works on an input, for the measuring of time.
  mutating func work(_ input: [UInt8])
}

/// CPU seconds of this process.
private var used: Double {
  var time = timespec()
  _ = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

private nonisolated(unsafe) var target: (any Target)?
private nonisolated(unsafe) var calls = 0

/// Wants time to grow no faster than the input: the input again and again, up to 128 KiB, and on many lines.
private func holdTime(_ target: inout any Target, _ input: [UInt8]) {
  guard !input.isEmpty else { return }
  for separator in [[], [UInt8(ascii: "\n")]] {
    var long: [UInt8] = []
    while long.count < 128 << 10 { long += input + separator }
    let start = used
    target.work(long)
    let seconds = used - start
    // Instrumented code takes up to a microsecond a byte; what is quadratic takes minutes.
    hold(seconds < 1 + Double(long.count) * 2e-5, "\(long.count) bytes took \(seconds) seconds")
  }
}

/// What the fuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  if unsafe target == nil {
    guard let name = unsafe getenv("FUZZ_TARGET") else {
      fatalError("FUZZ_TARGET names the target")
    }
    unsafe target = makeTarget(unsafe String(cString: name))
  }
  guard var found = unsafe target else { fatalError("there is no such target") }
  found.examine(input)
  unsafe calls += 1
  if unsafe calls % 2000 == 1 { holdTime(&found, input) }
  unsafe target = found
  return 0
}

extension [UInt8] {
  /// The input without its first byte, and that byte, which chooses settings.
  var chosen: (settings: Int, rest: [UInt8]) {
    isEmpty ? (0, []) : (Int(self[0]), Array(dropFirst()))
  }

  /// True for one half of all inputs.
  var isEven: Bool { count % 2 == 0 }

  /// The bytes again and again, 128 KiB of them.
  var repeated: [UInt8] {
    Array([[UInt8]](repeating: self, count: (128 << 10) / Swift.max(count, 1)).joined())
  }

  /// True if the bytes are UTF-8.
  var isText: Bool { String(validating: self, as: UTF8.self) != nil }

  /// True if a reader would take the bytes for a stream, or would leave a mark out.
  var isStreamOrMarked: Bool {
    starts(with: [0xEF, 0xBB, 0xBF]) || starts(with: [0xFE, 0xFF]) || starts(with: [0xFF, 0xFE])
      || Array("doc\treport/".utf8).starts(with: prefix(11)) && count >= 4
      || starts(with: Array("doc\treport/".utf8))
  }

  /// A column's text without its escapes.
  var unescaped: [UInt8] {
    var result: [UInt8] = []
    var rest = self[...]
    while let byte = rest.popFirst() {
      guard byte == 0x5C, let letter = rest.popFirst() else {
        result.append(byte)
        continue
      }
      switch letter {
      case UInt8(ascii: "t"): result.append(9)
      case UInt8(ascii: "n"): result.append(10)
      case UInt8(ascii: "r"): result.append(13)
      case UInt8(ascii: "0"): result.append(0)
      default: result.append(letter)
      }
    }
    return result
  }

  /// The lines of plain text: ended by LF or CRLF and nothing else.
  var textLines: [[UInt8]] {
    let lines = lines
    return lines.enumerated().map { index, line in
      let isEnded = index < lines.count - 1 || last == 10
      return isEnded && line.last == 13 ? Array(line.dropLast()) : line
    }
  }
}

extension StreamReading {
  /// What is wrong; what a KIND says is for those who use it, and passes.
  var faultBesidesKind: String? { fault?.contains("KIND") == true ? nil : fault }
}
