import Testing

@testable import Filters

/// What a filter and the options make of a stream.
@Suite struct DriverStreamTests {
  private static let next = "doc\treport/1\tnext\nline\t1\t1\ta\nend\tok\n"

  @Test(
    "A newer minor version is read as ours, and passes as it came",
    arguments: ["report/1.0", "report/1.3", "report/1.12"])
  func minorVersion(version: String) {
    let stream = "doc\t\(version)\ta\tnew\nline\t1\t1\tx\tnew\nfuture\t1\nend\tok\tnew\n"
    let run = PassFilter.rehearse(input: Array(stream.utf8))
    #expect(run.text == stream)
    #expect(run.status == .success)
  }

  @Test("A filter that fails a document fails no other")
  func failingFilter() {
    let stream =
      "doc\treport/1\ta\nline\t7\t1\tFAIL\nline\t8\t1\tx\nend\tok\n" + Self.next
      + "doc\treport/1\tFAIL\nline\t1\t1\tx\nend\tok\n" + Self.next
      + "doc\treport/1\tb\nline\t1\t1\tLATE\nend\tok\n" + Self.next
    let run = FailingFilter.rehearse(input: Array(stream.utf8))
    #expect(
      run.text == "doc\treport/1\ta\nend\tfailed\tline 7: asked to\n" + Self.next
        + "doc\treport/1\tFAIL\nend\tfailed\tasked to at once\n" + Self.next
        + "doc\treport/1\tb\nline\t1\t1\tLATE\nend\tfailed\tasked to at the end\n" + Self.next)
    #expect(
      run.told == [
        "failing: a:7: asked to", "failing: FAIL: asked to at once",
        "failing: b: asked to at the end",
      ])
    #expect(run.status == .failedDocument)
  }

  @Test("Other than the expected number of documents is an error")
  func expectation() {
    let stream = Self.next + Self.next + "doc\treport/1\tx\n"
    for (count, said) in [("3", 1), ("2", 2), ("4", 2)] {
      let run = PassFilter.rehearse("--expect", count, input: Array(stream.utf8))
      #expect(run.told.count == said)
      #expect(run.status == .failedDocument)
    }
    #expect(
      PassFilter.rehearse("--expect", "2", input: Array((Self.next + Self.next).utf8)).status
        == .success)
    #expect(PassFilter.rehearse("--expect", "0", input: []).status == .success)
    #expect(PassFilter.rehearse("--expect", "1", input: []).status == .failedDocument)
  }

  @Test("Nothing in gives nothing out", arguments: ["auto", "text", "stream"])
  func empty(form: String) {
    let run = PassFilter.rehearse("--input", form, input: [])
    #expect(run.output == [])
    #expect(run.messages == "")
    #expect(run.status == .success)
  }

  @Test("A text taken for a stream by force is left out with one message")
  func textAsStream() {
    let run = PassFilter.rehearse("--input", "stream", input: Array("工作总结\n\n一、概况\n\n".utf8))
    #expect(run.output == [])
    #expect(run.told.count == 1)
    #expect(run.status == .failedDocument)
  }

  @Test("A stream taken for a text by force is text")
  func streamAsText() {
    let run = PassFilter.rehearse("--input", "text", input: Array("doc\treport/1\ta\nend\tok".utf8))
    #expect(
      run.text
        == "doc\treport/1\t-\nline\t1\t1\tdoc\\treport/1\\ta\nline\t2\t1\tend\\tok\nend\tok\n")
    #expect(run.status == .success)
  }

  @Test("A filter sees the columns without their escapes")
  func columns() {
    let stream =
      "doc\treport/1\t\\t\nsection\t1\t2\t3\titem\t\\n\t\t\\\\\nx-a\t\\q\n# c\tc\nend\tfailed\tso\\n\n"
    let run = CopyFilter.rehearse(input: Array(stream.utf8))
    #expect(
      run.text == "<\t\n1 2 3 |section|1|2|3|item|\n||\\|\n0 0 0 |x-a|\\q|\n0 0 0 |\nfailed: so\n\n"
    )
  }
}

extension Rehearsal {
  /// What was told on standard error, line by line.
  var told: [Substring] { messages.split(separator: "\n") }
}
