import Foundation
import Testing

/// Nothing that a document, a pack or a name holds steers a terminal.
@Suite struct TerminalTests {
  /// Escape sequences of 7 and 8 bits, a bell, a backspace, a NUL, a line end that is none.
  private static let steering = "\u{1B}[31m\u{1B}]0;t\u{07}\u{9B}2J\u{08}\u{7F}\0\u{85}"

  /// The control characters in what goes to a terminal, but for LF, the TABs of tables, and our own colours.
  private func controls(_ bytes: [UInt8], colours: Bool = false) -> [Unicode.Scalar] {
    var text = String(decoding: bytes, as: UTF8.self)
    if colours { text = text.replacing(#/\x1B\[[0-9;]*m/#, with: "") }
    return text.unicodeScalars.filter {
      $0 != "\n" && $0 != "\t" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value))
    }
  }

  @Test(
    "The words of a rule pack come to standard error without control characters",
    arguments: [
      "strip-ads --rules", "strip-ads --only-rules", "split-sections --styles",
      "extract-metrics --units", "extract-metrics --phrases",
    ])
  func packWords(_ call: String) throws {
    let sandbox = try Sandbox()
    let word = "a\(Self.steering)b"
    try sandbox.write("\(word)\n", to: "pack")
    let refused = try sandbox.run("\(call) pack </dev/null")
    #expect(refused.status == 2 && refused.messages.contains("pack:1:"))
    // Words that some packs take and others refuse.
    for pack in [
      "[brands]\n\(word)\n", "[\(word)]\n", "[x \(word)=\(word)]\ny\n", "[units]\n\(word)\n",
    ] {
      try sandbox.write(pack, to: "pack")
      #expect(controls(try sandbox.run("\(call) pack </dev/null").errors) == [])
    }
  }

  @Test("A document's lines come to eyes without control characters")
  func pagesForEyes() throws {
    let sandbox = try Sandbox()
    let line = "一、做法\(Self.steering)\n新修\(Self.steering)堤防12.6公里\(Self.steering)。\n"
    try sandbox.write(line, to: "r.txt")
    #expect(controls(try sandbox.run("split-sections --outline r.txt").output) == [])
    #expect(
      controls(try sandbox.run("extract-metrics --highlight r.txt").output, colours: true) == [])
  }

  @Test(
    "What strip-ads tells of its work comes to eyes without control characters",
    arguments: ["--explain", "--dry-run", "--stats"])
  func remarks(_ option: String) throws {
    let sandbox = try Sandbox()
    let line = "关注公众号\(Self.steering)，加微信 abc123 领取资料\(Self.steering)\n"
    try sandbox.write("工作总结\n" + line + line, to: "r\u{1B}[31m.txt")
    let outcome = try sandbox.run("strip-ads \(option) *.txt")
    #expect(!outcome.output.isEmpty)
    #expect(controls(outcome.errors) == [])
    if option.contains("dry-run") || option == "--explain" {
      #expect(controls(outcome.output) == [])
    }
  }

  @Test(
    "IDs, reasons and file names come to standard error without control characters",
    arguments: Program.allCases)
  func messages(_ program: Program) throws {
    let sandbox = try Sandbox()
    let id = "a\u{1B}[31m\u{07}\u{9B}b"
    try sandbox.write("doc\treport/1\t\(id)\ntext\t0\n", to: "bad-record")
    try sandbox.write("doc\treport/\(id)\t\(id)\nend\tok\n", to: "bad-version")
    try sandbox.write("doc\treport/1\t\(id)\nend\t\(id)\n", to: "bad-end")
    for file in ["bad-record", "bad-version", "bad-end", "'\(id)'"] {
      let outcome = try sandbox.run("\(program.name) \(file)")
      #expect(outcome.status != 0 && outcome.messages != "")
      #expect(controls(outcome.errors) == [])
    }
    let misuse = try sandbox.run("\(program.name) '--\(id)' '--input=\(id)'")
    #expect(misuse.status == 2 && controls(misuse.errors) == [])
  }
}
