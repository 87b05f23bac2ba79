import Testing

/// Packs of rules that users write: told with file and line where they are wrong.
@Suite struct RulePackTests {
  /// Every option that takes a pack.
  static let options = [
    "strip-ads --rules", "strip-ads --only-rules", "split-sections --styles",
    "extract-metrics --units", "extract-metrics --phrases",
  ]

  @Test("A bad line of a pack is told with file and line, and nothing is read", arguments: options)
  func badLineIsTold(_ call: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write("# 说明\n\n[no-such-group\n某某\n", to: "open.pack")
    try sandbox.write("\n\n\n某某 \"没有收尾\n", to: "quote.pack")
    try sandbox.write("\n[no-such-group]\n某某\n", to: "group.pack")
    try sandbox.write(Array("# 说明\n".utf8) + [0xFF, 0x0A], to: "bytes.pack")
    try sandbox.write(Sample.text, to: "r.txt")
    for (pack, line) in [("open", 3), ("quote", 4), ("group", 2), ("bytes", 2)] {
      let outcome = try sandbox.run("\(call) \(pack).pack r.txt")
      let program = call.prefix { $0 != " " }
      #expect(outcome.status == 2, "\(pack)")
      #expect(outcome.output == [], "\(pack)")
      #expect(outcome.messages.hasPrefix("\(program): \(pack).pack:\(line): "), "\(pack)")
      #expect(outcome.messages.split(separator: "\n").count == 1, "\(pack)")
    }
  }

  @Test("A pack that is not there is told", arguments: options)
  func missingPackIsTold(_ call: String) throws {
    let outcome = try Sandbox().run("\(call) missing.pack </dev/null")
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("missing.pack: "))
    #expect(outcome.messages.contains("No such file"))
  }

  /// Every option that prints a built-in pack, and the one that reads it.
  static let printed = [
    (print: "strip-ads --print-rules", read: "strip-ads --records --only-rules"),
    (print: "split-sections --print-styles", read: "split-sections --styles"),
    (print: "extract-metrics --print-units", read: "extract-metrics --units"),
    (print: "extract-metrics --print-phrases", read: "extract-metrics --phrases"),
  ]

  @Test("A built-in pack that is printed can be read, and changes nothing", arguments: printed)
  func printedPackCanBeRead(_ way: (print: String, read: String)) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.first + Sample.second, to: "stream")
    let outcome = try sandbox.run("\(way.print) >own.pack && \(way.read) own.pack stream")
    #expect(outcome.status == 0 && outcome.messages == "")
    let program = way.read.prefix { $0 != " " }
    #expect(
      Difference("the output", try sandbox.run("\(program) stream").output, outcome.output) == nil)
  }
}
