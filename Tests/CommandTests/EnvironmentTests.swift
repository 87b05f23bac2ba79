import Foundation
import Testing

/// The same input gives the same bytes, wherever and how often.
@Suite struct EnvironmentTests {
  @Test(
    "No environment, locale or folder changes the output", arguments: Program.allCases,
    [
      "env -i", "env LC_ALL=zh_CN.GB18030 LANG=xx", "env TZ=Asia/Shanghai HOME=/nowhere",
      "env NO_COLOR=1 TERM=dumb", "env POSIXLY_CORRECT=1 COLUMNS=10",
    ])
  func environmentChangesNothing(_ program: Program, _ environment: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.first + Sample.second, to: "stream")
    try sandbox.write(EncodingCommandTests.gb18030, to: "text")
    for file in ["stream", "text"] {
      let wanted = try sandbox.run("\(program.call) <\(file)")
      let path = Program.folder.appendingPathComponent(program.name).path
      let call = program.call.replacing(program.name, with: path, maxReplacements: 1)
      let found = try sandbox.run("f=$PWD/\(file); cd / && \(environment) \(call) <$f")
      #expect(found.status == 0)
      #expect(Difference("the output", wanted.output, found.output) == nil)
      #expect(found.messages == wanted.messages)
    }
  }

  @Test("A second run gives the same bytes", arguments: Program.allCases)
  func secondRunGivesTheSame(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.first + Sample.second, to: "stream")
    let first = try sandbox.run("\(program.name) stream")
    #expect(first.status == 0)
    for _ in 0..<5 { #expect(try sandbox.run("\(program.name) stream").output == first.output) }
  }

  @Test("Nothing is left behind in the folder", arguments: Program.allCases)
  func nothingIsLeftBehind(_ program: Program) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.first, to: "stream")
    try sandbox.run("HOME=$PWD \(program.name) stream")
    #expect(try sandbox.names() == ["stream"])
  }
}
