import Filters

/// The text of `--highlight`: lines for a terminal, each figure in the colour of its kind.
///
/// What a document holds itself to steer a terminal is shown as ^[ or <U+009B>.
struct Highlighter {
  /// `--highlight`.
  static let option = Option(
    "highlight", meaning: "write the text with its figures coloured by kind, for a terminal",
    detail: """
      Counts are green, money yellow, shares cyan, measures blue, durations and ages magenta, multiples bright \
      cyan; masked figures are red. It is coloured on a terminal, unless NO_COLOR is set or TERM is dumb. Control \
      characters of the text are shown as ^[ or <U+009B>.
      """,
    example: "--highlight")
  /// `--color`.
  static let color = Option(
    "color", short: "C", meaning: "with --highlight: colour, also where it is no terminal",
    example: "--highlight -C report.txt | less -R")
  /// `--monochrome`.
  static let monochrome = Option("monochrome", short: "M", meaning: "with --highlight: no colours")

  /// The options that say how the text is shown.
  static let options = [option, color, monochrome]

  private let isColored: Bool

  /// Reads the options; nil where no text is to be shown.
  init?(_ options: Options) throws(Misuse) {
    let isForced = options.has(Self.color)
    guard options.has(Self.option) else {
      if isForced || options.has(Self.monochrome) {
        throw Misuse("--color and --monochrome are for the text of --highlight; add it")
      }
      return nil
    }
    isColored = !options.has(Self.monochrome) && (isForced || options.isColorful)
  }

  /// Writes a line with the figures that are wanted in colour.
  func write(
    _ line: Span<UInt8>, _ finder: inout MetricFinder, _ choice: MetricChoice,
    _ output: inout Output
  ) throws(Failure) {
    var end = 0
    finder.begin()
    while isColored, finder.findMore(in: line) {
      for metric in finder.metrics where choice.takes(metric) {
        try show(line.extracting(end..<metric.text.lowerBound), &output)
        try output.write(metric.isMasked ? "\u{1B}[31m" : colour(of: metric.kind))
        try show(line.extracting(metric.text), &output)
        try output.write("\u{1B}[0m")
        end = metric.text.upperBound
      }
    }
    try show(line.extracting(end..<line.count), &output)
    try output.write(byte: UInt8(ascii: "\n"))
  }

  /// Writes text, and what would command a terminal so that it can be seen.
  private func show(_ text: Span<UInt8>, _ output: inout Output) throws(Failure) {
    var run = 0
    var i = 0
    while i < text.count {
      let (code, length) = text.scalar(at: i)
      if Self.isShown(code, length) {
        i += length
        continue
      }
      try output.write(text.extracting(run..<i))
      if code < 0x80 {
        // ^[ for ESC, ^? for DEL.
        try output.write(byte: UInt8(ascii: "^"))
        try output.write(byte: UInt8(code) ^ 0x40)
      } else {
        let isByte = length == 1
        try output.write(isByte ? "<" : "<U+")
        try write(hexadecimal: isByte ? UInt32(text[i]) : code, digits: isByte ? 2 : 4, &output)
        try output.write(byte: UInt8(ascii: ">"))
      }
      i += length
      run = i
    }
    try output.write(text.extracting(run..<text.count))
  }

  /// Whether a character does nothing to a terminal but stand there: no control, no turn of direction, valid.
  private static func isShown(_ code: UInt32, _ length: Int) -> Bool {
    switch code {
    case 0x09: true
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: false
    default: length > 1 || code < 0x80
    }
  }

  private func write(
    hexadecimal number: UInt32, digits: UInt32, _ output: inout Output
  ) throws(Failure) {
    for place in stride(from: digits, to: 0, by: -1) {
      let digit = UInt8(truncatingIfNeeded: number >> (4 * (place - 1)) & 0xF)
      try output.write(
        byte: digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "A"))
    }
  }

  private func colour(of kind: Kind) -> StaticString {
    switch kind {
    case .count: "\u{1B}[32m"
    case .money: "\u{1B}[33m"
    case .percent: "\u{1B}[36m"
    case .measure: "\u{1B}[34m"
    case .duration, .age: "\u{1B}[35m"
    case .multiple: "\u{1B}[96m"
    }
  }
}
