import Testing

@testable import Filters

@Suite struct MessagesTests {
  private func messages(isQuiet: Bool = false, isWatched: Bool = false) -> Messages {
    Messages(program: "strip-ads", isQuiet: isQuiet, isWatched: isWatched, isKept: true)
  }

  @Test("A message names program, place and line where it has them")
  func places() {
    var messages = messages()
    messages.error("r.txt", line: 12, "wrong")
    messages.error("r.txt", "wrong")
    messages.error("", "wrong")
    #expect(
      messages.text
        == "strip-ads: r.txt:12: wrong\nstrip-ads: r.txt: wrong\nstrip-ads: wrong\n")
  }

  @Test("What could steer a terminal is made visible")
  func controlCharacters() {
    var messages = messages()
    messages.error("a\u{1B}[2J\nb\u{9B}", "wrong\u{7F}")
    #expect(messages.text == "strip-ads: a\u{FFFD}[2J\u{FFFD}b\u{FFFD}: wrong\u{FFFD}\n")
  }

  @Test("Quiet drops notes and keeps errors")
  func quiet() {
    var messages = messages(isQuiet: true, isWatched: true)
    messages.note("r.txt", "a remark")
    messages.progress(bytes: Messages.firstProgress, documents: 1)
    messages.error("r.txt", "wrong")
    #expect(messages.text == "strip-ads: r.txt: wrong\n")
  }

  @Test("Progress shows only to a person, only in long work, and goes before the next message")
  func progress() {
    var unwatched = messages()
    unwatched.progress(bytes: 1 << 40, documents: 1)
    #expect(unwatched.text == "")

    var watched = messages(isWatched: true)
    watched.progress(bytes: Messages.firstProgress - 1, documents: 1)
    #expect(watched.text == "")
    watched.progress(bytes: Messages.firstProgress, documents: 3)
    watched.progress(bytes: Messages.firstProgress + 1, documents: 3)
    watched.error("r.txt", "wrong")
    watched.endProgress()
    #expect(
      watched.text
        == "\rstrip-ads: 256 MiB read, document 3\r\u{1B}[Kstrip-ads: r.txt: wrong\n")
  }
}
