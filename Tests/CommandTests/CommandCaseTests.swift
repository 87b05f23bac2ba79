import Foundation
import Testing

@Suite struct CommandCaseTests {
  @Test("A command does what its case expects", arguments: CommandCase.all)
  func commandDoesWhatItsCaseExpects(_ one: CommandCase) throws {
    let outcome = try one.run()
    let output = try #require(one.expected("expected"), "the case has no file named expected")
    #expect(Difference("standard output", output, outcome.output) == nil)
    #expect(
      Difference("standard error", one.expected("expected.err") ?? [], outcome.errors) == nil)
    #expect(outcome.status == one.expectedStatus)
  }

  @Test("Every filter has cases") func everyFilterHasCases() {
    let names = Set(CommandCase.all.map { $0.folder.deletingLastPathComponent().lastPathComponent })
    #expect(names.isSuperset(of: Program.filters.map(\.name)))
  }
}
