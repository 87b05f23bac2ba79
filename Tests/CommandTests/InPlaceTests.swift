import Foundation
import Testing

/// `--in-place`: each file is the old one or the new one, whatever happens to the run.
@Suite struct InPlaceTests {
  private let dirty = "全镇有农户312户。\n下载本文档\n"
  private let clean = "全镇有农户312户。\n"

  /// A folder with two texts that have debris, one that has none, one that fails and one in GB18030.
  private func folder() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(dirty, to: "a.txt")
    try sandbox.write(dirty, to: "b.txt")
    try sandbox.write(clean, to: "clean.txt")
    try sandbox.write(dirty.utf8 + [0xFF, 0x0A], to: "bad.txt")
    // 全年\n in GB18030.
    try sandbox.write([0xC8, 0xAB, 0xC4, 0xEA, 0x0A], to: "gb.txt")
    return sandbox
  }

  @Test("Every file is rewritten where it stands, and nothing goes to standard output")
  func rewrites() throws {
    let sandbox = try folder()
    let outcome = try sandbox.run("strip-ads --in-place a.txt b.txt clean.txt")
    #expect(outcome.status == 0 && outcome.output == [] && outcome.messages == "")
    for name in ["a.txt", "b.txt", "clean.txt"] { #expect(try sandbox.text(name) == clean) }
    #expect(try sandbox.names() == ["a.txt", "b.txt", "bad.txt", "clean.txt", "gb.txt"])
  }

  @Test("A suffix keeps the old file, also in the place of an older one")
  func backup() throws {
    let sandbox = try folder()
    try sandbox.write("旧\n", to: "a.txt.bak")
    #expect(try sandbox.run("strip-ads --in-place=.bak a.txt clean.txt").status == 0)
    #expect(try sandbox.text("a.txt") == clean)
    #expect(try sandbox.text("a.txt.bak") == dirty)
    #expect(
      try sandbox.names() == ["a.txt", "a.txt.bak", "b.txt", "bad.txt", "clean.txt", "gb.txt"],
      "a file of which nothing went has no backup")
  }

  @Test("A file of which nothing goes is not touched, not even its date")
  func untouched() throws {
    let sandbox = try folder()
    let outcome = try sandbox.run(
      "ls -i clean.txt >before; strip-ads --in-place clean.txt; ls -i clean.txt | cmp - before")
    #expect(outcome.status == 0, "\(outcome.messages)")
  }

  @Test("Mode and links stay", arguments: ["600", "640", "444"])
  func modeAndLinks(mode: String) throws {
    let sandbox = try folder()
    let outcome = try sandbox.run(
      """
      mkdir deep; mv a.txt deep; ln -s deep/a.txt link; chmod \(mode) deep/a.txt
      strip-ads --in-place=.old link && [ -L link ] && ls -l deep/a.txt | cut -c 1-10; ls deep
      """)
    let shown = ["600": "-rw-------", "640": "-rw-r-----", "444": "-r--r--r--"]
    #expect(outcome.text == (shown[mode] ?? "") + "\na.txt\na.txt.old\n")
    #expect(try sandbox.text("link") == clean)
  }

  @Test("A document that fails leaves its file, and the others are done")
  func failures() throws {
    let sandbox = try folder()
    let outcome = try sandbox.run("strip-ads --in-place a.txt bad.txt missing . b.txt")
    #expect(outcome.status == 3)
    #expect(outcome.messages.contains("strip-ads: bad.txt: left as it was"))
    #expect(!outcome.messages.contains("the output ends"))
    #expect(try sandbox.text("a.txt") == clean && sandbox.text("b.txt") == clean)
    #expect(try sandbox.read("bad.txt") == dirty.utf8 + [0xFF, 0x0A])
    #expect(try sandbox.run("strip-ads --in-place bad.txt").status == 1)
    #expect(try sandbox.names() == ["a.txt", "b.txt", "bad.txt", "clean.txt", "gb.txt"])
  }

  @Test("A named pipe is left, and nobody is waited for")
  func namedPipe() throws {
    let sandbox = try folder()
    let outcome = try sandbox.run("mkfifo pipe; strip-ads --in-place pipe a.txt")
    #expect(outcome.status == 3)
    #expect(
      outcome.messages == "strip-ads: pipe: is no regular file, so --in-place leaves it\n")
    #expect(try sandbox.text("a.txt") == clean)
  }

  @Test("Another encoding is refused, unless it may become UTF-8")
  func encodings() throws {
    let sandbox = try folder()
    let refused = try sandbox.run("strip-ads --in-place gb.txt")
    #expect(refused.status == 1 && refused.messages.contains("--to-utf8"))
    #expect(try sandbox.read("gb.txt") == [0xC8, 0xAB, 0xC4, 0xEA, 0x0A])
    #expect(try sandbox.run("strip-ads --in-place --to-utf8 gb.txt").status == 0)
    #expect(try sandbox.text("gb.txt") == "全年\n")
    #expect(try sandbox.run("strip-ads --in-place --encoding gb18030 a.txt").status == 1)
    #expect(try sandbox.text("a.txt") == dirty)
  }

  @Test("A byte order mark, CRLF and a missing last line end stay")
  func bytesStay() throws {
    let sandbox = try folder()
    try sandbox.write("\u{FEFF}下载本文档\r\n全年。\r\n\r\n二", to: "w.txt")
    #expect(try sandbox.run("strip-ads --in-place w.txt").status == 0)
    #expect(try sandbox.read("w.txt") == Array("\u{FEFF}全年。\r\n\r\n二".utf8))
  }

  @Test("A stream is rewritten as a stream")
  func stream() throws {
    let sandbox = try folder()
    let outcome = try sandbox.run(
      "strip-ads --records a.txt >wanted; split-sections a.txt >s; strip-ads <s >wanted; strip-ads --in-place s && cmp s wanted"
    )
    #expect(outcome.status == 0, "\(outcome.messages)")
  }

  @Test(
    "What cannot be rewritten is refused before anything is read",
    arguments: [
      "-", "", "a.txt -", "-o x a.txt", "--records a.txt", "--keep-going a.txt", "--dry-run a.txt",
      "--line-buffered a.txt",
    ])
  func misuse(arguments: String) throws {
    let sandbox = try folder()
    let outcome = try sandbox.run("strip-ads --in-place \(arguments)")
    #expect(outcome.status == 2 && outcome.messages.hasPrefix("strip-ads: "))
    #expect(try sandbox.text("a.txt") == dirty)
  }

  @Test(
    "A suffix that is none is refused", arguments: ["--in-place=", "--in-place=/b", "--to-utf8"])
  func badSuffix(option: String) throws {
    let sandbox = try folder()
    #expect(try sandbox.run("strip-ads \(option) a.txt").status == 2)
    #expect(try sandbox.text("a.txt") == dirty)
  }

  @Test("A device or a pipe is no file to rewrite")
  func notRegular() throws {
    let sandbox = try folder()
    #expect(try sandbox.run("strip-ads --in-place /dev/null && [ -c /dev/null ]").status == 3)
  }

  @Test("A folder in which no draft can be made leaves its files, and the others are done")
  func unwritableFolder() throws {
    let sandbox = try folder()
    let outcome = try sandbox.run(
      "mkdir d; mv a.txt d; chmod 555 d; strip-ads --in-place d/a.txt b.txt; s=$?; chmod 755 d; exit $s"
    )
    // A superuser writes everywhere.
    let isRoot = try sandbox.run("id -u").text == "0\n"
    #expect(outcome.status == (isRoot ? 0 : 3))
    #expect(try sandbox.text("d/a.txt") == (isRoot ? clean : dirty))
    #expect(try sandbox.text("b.txt") == clean)
  }

  @Test("The audit grows file by file, and has nothing of a file that was left")
  func audit() throws {
    let sandbox = try folder()
    let outcome = try sandbox.run("strip-ads --in-place --audit t.tsv a.txt bad.txt gb.txt b.txt")
    #expect(outcome.status == 1)
    #expect(
      try sandbox.text("t.tsv")
        == "document\tline\tcolumn\trule\ttext\na.txt\t2\t1\tpreview\t下载本文档\\n\nb.txt\t2\t1\tpreview\t下载本文档\\n\n"
    )
    let stats = try sandbox.run(
      "cp bad.txt c.txt; strip-ads --stats --in-place c.txt 2>&1 >/dev/null | grep removed")
    #expect(stats.text == "(removed)\t0\t0\t0\t0\n")
  }

  @Test(
    "A run that is killed leaves each file old or new, and no draft", arguments: ["TERM", "KILL"])
  func killed(signal: String) throws {
    let sandbox = try folder()
    let long = String(repeating: dirty, count: 400)
    let rest = String(repeating: clean, count: 400)
    for number in 1...40 { try sandbox.write(long, to: "k\(number).txt") }
    let outcome = try sandbox.run(
      """
      (until [ "$(wc -c <k10.txt)" != \(long.utf8.count) ]; do :; done; kill -\(signal) $(cat pid)) &
      sh -c 'echo $$ >pid; exec strip-ads --in-place k*.txt' || true
      """)
    #expect(outcome.status == 0)
    for number in 1...40 { #expect(try [long, rest].contains(sandbox.text("k\(number).txt"))) }
    // Nobody can clean up after a KILL; a draft of it is no file of the user's.
    let drafts = try sandbox.names().filter { $0.hasSuffix(".tmp") }
    #expect(signal == "KILL" ? drafts.count <= 1 : drafts.isEmpty)
  }
}
