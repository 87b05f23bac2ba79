import Testing

@testable import Filters

@Suite struct PackTests {
  private func pack(_ text: String) throws -> Pack { try Pack(Array(text.utf8), name: "my.pack") }

  private func failure(_ bytes: [UInt8]) -> String? {
    do throws(PackFailure) {
      _ = try Pack(bytes, name: "my.pack")
      return nil
    } catch {
      return "\(error.pack):\(error.line): \(error.reason)"
    }
  }

  @Test("Groups, rows, words and keys stand where they were written")
  func whole() throws {
    let pack = try pack(
      """
      # comment
      [first deep kind=money]   # more
      a "b c" key=value # rest
      \u{3000}\t二\u{3000}三 x-1="q \\" \\\\ \\t"

      [second]
      [ third ]
      "#" "[x" "k=v" a#b k= ""
      """)
    #expect(pack.name == "my.pack")
    #expect(pack.groups.map(\.name) == ["first", "second", "third"])
    #expect(pack.groups.map(\.line) == [2, 6, 7])
    #expect(pack.groups[0].words == ["deep"])
    #expect(pack.groups[0].keys == ["kind": "money"])
    #expect(pack.groups[0].rows.map(\.line) == [3, 4])
    #expect(pack.groups[0].rows.map(\.words) == [["a", "b c"], ["二", "三"]])
    #expect(pack.groups[0].rows.map(\.keys) == [["key": "value"], ["x-1": "q \" \\ \t"]])
    #expect(pack.groups[1].rows.isEmpty)
    #expect(pack.groups[2].rows.map(\.words) == [["#", "[x", "k=v", "a#b", ""]])
    #expect(pack.groups[2].rows.map(\.keys) == [["k": ""]])
  }

  @Test("Line ends, a byte order mark and a missing last end change nothing")
  func lineEnds() throws {
    for text in ["[a]\nb\nc\n", "[a]\r\nb\r\nc\r\n", "\u{FEFF}[a]\nb\nc", "[a]\nb\r\nc"] {
      let pack = try pack(text)
      #expect(pack.groups.map(\.name) == ["a"], "\(text.debugDescription)")
      #expect(pack.groups[0].rows.map(\.words) == [["b"], ["c"]])
      #expect(pack.groups[0].rows.map(\.line) == [2, 3])
    }
    #expect(try pack("").groups.isEmpty)
    #expect(try pack("# only\n\n \t\n").groups.isEmpty)
  }

  @Test(
    "Each mistake is told with its line",
    arguments: [
      ("a\n", "my.pack:1: this row stands before the first group; open one with [name]"),
      ("\n[]\n", "my.pack:2: a group needs a name: [name]"),
      ("[k=v]", "my.pack:1: a group needs a name: [name]"),
      ("[a\n", "my.pack:1: the ] of the group's header is missing"),
      ("[a # ]", "my.pack:1: the ] of the group's header is missing"),
      ("[a] b\n", "my.pack:1: nothing may follow the ] of a group's header"),
      ("[a]\nb \"c\n", "my.pack:2: the closing \" is missing"),
      ("[a]\nb \"c\\", "my.pack:2: the closing \" is missing"),
      ("[a]\n\n\"\\n\"\n", "my.pack:3: inside quotes only \\\" \\\\ and \\t are escapes"),
      ("[a]\nk=1 k=2\n", "my.pack:2: the key k stands twice"),
      ("[a k=1 k=1]\n", "my.pack:1: the key k stands twice"),
    ])
  func mistakes(text: String, message: String) {
    #expect(failure(Array(text.utf8)) == message)
  }

  @Test("What is not UTF-8 is told with its line")
  func notUTF8() {
    let said = failure(Array("[a]\nb ".utf8) + [0xB1, 0xA8, 0x0A])
    #expect(said == "my.pack:2: this line is not UTF-8; save the pack as UTF-8")
  }

  @Test("No bytes are a trap", arguments: 0..<40 as Range<UInt64>)
  func anyBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = Array("[a k=v]\nb \"c d\" # e\nf=\"\\t\" \u{3000}g\n[h] # i\n".utf8)
    for _ in 0..<50 { _ = failure(generator.damaged(generator.damaged(text))) }
    for length in 0..<30 {
      _ = failure((0..<length).map { _ in generator.pick(Array("[]\"\\=# \na\u{E3}\u{80}".utf8)) })
    }
  }
}
