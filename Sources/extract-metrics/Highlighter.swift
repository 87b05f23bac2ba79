import Filters

/// The text of `--highlight`: lines for a terminal, each figure in the colour of its kind.
enum Highlighter {
  /// `--highlight`.
  static let option = Option(
    "highlight", meaning: "write the text with its figures coloured by kind, for a terminal",
    detail: """
      Counts are green, money yellow, shares cyan, measures blue, durations and ages magenta, multiples bright \
      cyan; masked figures are red.
      """,
    example: "extract-metrics --highlight report.txt | less -R")

  /// Writes a line with the figures that are wanted in colour.
  static func write(
    _ line: Span<UInt8>, _ finder: inout MetricFinder, _ choice: MetricChoice,
    _ output: inout Output
  ) throws(Failure) {
    var end = 0
    finder.begin()
    while finder.findMore(in: line) {
      for metric in finder.metrics where choice.takes(metric) {
        try output.write(line.extracting(end..<metric.text.lowerBound))
        try output.write(metric.isMasked ? "\u{1B}[31m" : colour(of: metric.kind))
        try output.write(line.extracting(metric.text))
        try output.write("\u{1B}[0m")
        end = metric.text.upperBound
      }
    }
    try output.write(line.extracting(end..<line.count))
    try output.write(byte: UInt8(ascii: "\n"))
  }

  private static func colour(of kind: Kind) -> StaticString {
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
