import Filters
import Synchronization

@testable import extract_metrics

/// What a finder says of one line, as text.
struct Finding: CustomStringConvertible {
  var text: String
  var value: String
  var unit: String
  var sign: String
  var kind: String
  var per: String
  var change: String
  var label: String
  var bytes: Range<Int>
  var metric: Metric

  var description: String {
    "\(text) = \(sign) \(value) \(unit) (\(kind) \(per) \(change)) \(label)"
  }

  /// All figures of a line, by the packs inside and those given.
  static func all(
    in line: String, units: String = "", phrases: String = ""
  ) throws -> [Finding] {
    try all(in: Array(line.utf8), units: units, phrases: phrases)
  }

  /// All figures of a line of any bytes.
  static func all(
    in line: [UInt8], units: String = "", phrases: String = ""
  ) throws -> [Finding] {
    guard units.isEmpty, phrases.isEmpty else {
      var finder = try Self.finder(units: units, phrases: phrases)
      return finder.findings(in: line)
    }
    return try plain.withLock { held in
      var finder = try held.take() ?? Self.finder()
      let findings = finder.findings(in: line)
      held = consume finder
      return findings
    }
  }

  /// A finder with no packs but those inside, once it is set up: that takes far longer than a line.
  private static let plain = Mutex<MetricFinder?>(nil)

  static func finder(units: String = "", phrases: String = "") throws -> MetricFinder {
    MetricFinder(
      units: try UnitBook([
        Pack(PackageResources.units_pack, name: "units.pack"), Pack(Array(units.utf8), name: "u"),
      ]),
      phrases: try PhraseBook([
        Pack(PackageResources.phrases_pack, name: "phrases.pack"),
        Pack(Array(phrases.utf8), name: "p"),
      ]))
  }
}

extension Finding: Equatable {
  static func == (left: Finding, right: Finding) -> Bool {
    left.description == right.description && left.bytes == right.bytes
  }
}

extension MetricFinder {
  /// All figures of a line.

  mutating func findings(in line: [UInt8]) -> [Finding] {
    func part(_ range: Range<Int>) -> String { String(decoding: line[range], as: UTF8.self) }
    var findings: [Finding] = []
    begin()
    while findMore(in: line.span) {
      let values = Array(copying: text.bytes)
      func made(_ range: Range<Int>) -> String { String(decoding: values[range], as: UTF8.self) }
      findings += metrics.map { metric in
        Finding(
          text: part(metric.text), value: made(metric.value), unit: made(metric.unit),
          sign: metric.sign.rawValue, kind: metric.kind.rawValue, per: part(metric.per),
          change: "\(metric.change.symbol)", label: part(metric.label), bytes: metric.text,
          metric: metric)
      }
    }
    return findings
  }
}
