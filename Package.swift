// swift-tools-version: 6.2
import PackageDescription

/// What every target is built with.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A filter: one folder, one program, and the rule packs that it carries.
func filter(_ name: String, packs: [String] = []) -> Target {
  .executableTarget(
    name: name,
    dependencies: ["Filters"],
    resources: packs.map { .embedInCode($0) },
    swiftSettings: house)
}

/// The tests of some targets, or of the built programs where none is named.
func tests(_ name: String, of targets: String..., excluding: [String] = []) -> Target {
  .testTarget(
    name: name,
    dependencies: ["Filters"] + targets.map { .init(stringLiteral: $0) },
    exclude: excluding,
    swiftSettings: house)
}

let package = Package(
  name: "report-filters",
  products: [.library(name: "Filters", targets: ["Filters"])],
  targets: [
    .target(
      name: "Filters",
      swiftSettings: house + [.enableExperimentalFeature("Lifetimes")]),
    filter("strip-ads", packs: ["debris.pack"]),
    filter("split-sections", packs: ["styles.pack"]),
    filter("extract-metrics", packs: ["units.pack", "phrases.pack"]),
    filter(
      "to-json",
      packs: ["report", "rows", "text"].map { "schema/\($0).schema.json" }),
    filter("from-json"),
    tests("FiltersTests"),
    tests("StripAdsTests", of: "strip-ads", excluding: ["Examples"]),
    tests("SplitSectionsTests", of: "split-sections"),
    tests("ExtractMetricsTests", of: "extract-metrics"),
    tests("ToJSONTests", of: "to-json"),
    tests("FromJSONTests", of: "from-json", "to-json"),
    tests("CommandTests", excluding: ["Cases", "PDF"]),
    // The example of docs/plugins.md, built and run by CommandTests.
    .executableTarget(
      name: "shout-titles",
      dependencies: ["Filters"],
      path: "Tests/Examples/shout-titles",
      swiftSettings: house),
    // The conformance test of scripts/check-filter.
    .executableTarget(
      name: "check-filter",
      path: "Tests/Conformance/check-filter",
      swiftSettings: house),
  ])
