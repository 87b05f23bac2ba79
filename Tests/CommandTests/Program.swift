import Foundation
import Testing

/// A program of the pipeline, as it was built.
enum Program: String, CaseIterable, CustomTestStringConvertible {
  case stripAds = "strip-ads"
  case splitSections = "split-sections"
  case extractMetrics = "extract-metrics"
  case toJSON = "to-json"
  /// The example of a plug-in in docs/plugins.md, which must keep the same rules.
  case shoutTitles = "shout-titles"

  /// The programs whose output is a stream.
  static var streaming: [Program] { allCases.filter { $0 != .toJSON } }

  /// The four filters of the project, in the order of the pipeline.
  static let filters: [Program] = [.stripAds, .splitSections, .extractMetrics, .toJSON]

  /// The four in a row; an option behind it is to-json's.
  static var pipeline: String { filters.map(\.call).joined(separator: " | ") }

  /// The program's name.
  var name: String { rawValue }

  /// The call that takes any number of operands: `strip-ads` gives a stream for them only if told so.
  var call: String { self == .stripAds ? "strip-ads --records" : rawValue }

  var testDescription: String { rawValue }

  /// The folder of the built programs: where the bundle of these tests lies.
  static let folder: URL = {
    var place = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    while place.path != "/" {
      place.deleteLastPathComponent()
      let candidate = place.appendingPathComponent(toJSON.name).path
      if FileManager.default.isExecutableFile(atPath: candidate) { break }
    }
    return place
  }()
}
