import Foundation
import Testing

/// `--audit FILE` of strip-ads: what a filter writes beside its output is written as carefully.
@Suite struct SideFileTests {
  /// A folder with a text `r.txt` that has debris, a text `bad.txt` that fails, and an old `a.tsv`.
  private func folder() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("全镇有农户312户。\n下载本文档\n", to: "r.txt")
    try sandbox.write("下载本文档\n全镇有农户312户。\n\u{1}".utf8 + [0xFF, 0x0A], to: "bad.txt")
    try sandbox.write("旧\n", to: "a.tsv")
    return sandbox
  }

  private let row = "document\tline\tcolumn\trule\ttext\nr.txt\t2\t1\tpreview\t下载本文档\\n\n"

  @Test("It takes its place when the output does, with the old file's mode")
  func isReplaced() throws {
    let sandbox = try folder()
    try sandbox.run("chmod 640 a.tsv")
    let outcome = try sandbox.run(
      "strip-ads --audit a.tsv r.txt -o out && ls -l a.tsv | cut -c 1-10")
    #expect(outcome.text == "-rw-r-----\n" && outcome.messages == "")
    #expect(try sandbox.text("a.tsv") == row)
    #expect(try sandbox.text("out") == "全镇有农户312户。\n")
    #expect(try sandbox.names() == ["a.tsv", "bad.txt", "out", "r.txt"])
  }

  @Test("A run whose output is not taken leaves the old file, and no draft")
  func isLeft() throws {
    let sandbox = try folder()
    let outcome = try sandbox.run("strip-ads --records --audit a.tsv -o out r.txt bad.txt")
    #expect(outcome.status == 1)
    #expect(try sandbox.text("a.tsv") == "旧\n")
    #expect(try sandbox.names() == ["a.tsv", "bad.txt", "r.txt"])
  }

  @Test("What went to standard output has its audit, also where a document failed")
  func failedDocument() throws {
    let sandbox = try folder()
    let outcome = try sandbox.run("strip-ads --audit a.tsv bad.txt")
    #expect(outcome.status == 1 && outcome.text == "全镇有农户312户。\n")
    #expect(try sandbox.text("a.tsv").contains("bad.txt\t1\t1\tpreview"))
  }

  @Test(
    "A full disk and a place that cannot be written are told",
    arguments: ["/dev/full", "no/a.tsv", "."])
  func failures(place: String) throws {
    let sandbox = try folder()
    let outcome = try sandbox.run("strip-ads --audit \(place) r.txt -o out")
    #expect(outcome.status == 3)
    #expect(outcome.messages.hasPrefix("strip-ads: \(place): cannot be written: "))
    #expect(try sandbox.names() == ["a.tsv", "bad.txt", "r.txt"])
  }

  @Test("Standard error that cannot be written fails a run that was to tell something there")
  func standardError() throws {
    let sandbox = try folder()
    for option in ["--explain", "--stats"] {
      #expect(try sandbox.run("strip-ads \(option) r.txt 2>/dev/full").status == 3, "\(option)")
    }
  }

  @Test("It may not be the output or an input, and standard output is not its place")
  func conflicts() throws {
    let sandbox = try folder()
    for arguments in [
      "--audit r.txt r.txt", "--audit ./r.txt r.txt", "--audit a.tsv -o a.tsv r.txt",
      "--audit - r.txt",
    ] {
      let outcome = try sandbox.run("strip-ads \(arguments)")
      #expect(outcome.status == 2 && outcome.messages.contains("--audit"), "\(arguments)")
    }
    #expect(try sandbox.text("a.tsv") == "旧\n")
  }

  @Test(
    "It may not be the file behind standard output, by whatever name",
    arguments: [
      "--audit /dev/stdout r.txt >a.tsv", "--audit /dev/stdout r.txt >>a.tsv",
      "--audit a.tsv r.txt >>a.tsv", "--audit /dev/fd/1 r.txt -o - >>a.tsv",
      "--audit /proc/self/fd/1 r.txt >>a.tsv", "--audit a.tsv -o /dev/stdout r.txt >>a.tsv",
      "--audit /dev/stderr r.txt >>a.tsv 2>&1", "--audit /dev/fd/3 -o a.tsv r.txt 3>>a.tsv",
      "--audit new -o ./new r.txt", "--audit link -o new r.txt", "--audit b.tsv r.txt >>a.tsv",
    ])
  func isOneFileWithTheOutput(_ arguments: String) throws {
    let sandbox = try folder()
    try sandbox.run("ln -s new link; ln -s a.tsv b.tsv")
    let outcome = try sandbox.run("strip-ads \(arguments)")
    #expect(outcome.status == 2)
    let said = outcome.messages + (try sandbox.text("a.tsv"))
    #expect(said.contains("strip-ads: --audit and the output are one file; "))
    #expect(try sandbox.names() == ["a.tsv", "b.tsv", "bad.txt", "link", "r.txt"])
  }

  @Test("It may not be the file behind standard input")
  func isStandardInput() throws {
    let sandbox = try folder()
    let outcome = try sandbox.run("strip-ads --audit r.txt <r.txt")
    #expect(
      outcome.status == 2 && outcome.messages.contains("--audit names a file that is an input"))
  }

  @Test("A descriptor is written to, and what its file held stays")
  func descriptorIsWrittenTo() throws {
    for name in ["/dev/stderr", "/dev/fd/2", "/proc/self/fd/2", "link"] {
      let sandbox = try folder()
      try sandbox.run("ln -s /dev/stderr link")
      let outcome = try sandbox.run(
        "ls -i a.tsv | cut -d' ' -f1 >before; strip-ads --audit \(name) r.txt >out 2>>a.tsv;"
          + " ls -i a.tsv | cut -d' ' -f1 | cmp - before")
      #expect(outcome.status == 0 && outcome.text == "", "\(name)")
      #expect(try sandbox.text("a.tsv") == "旧\n" + row, "\(name)")
      #expect(try sandbox.text("out") == "全镇有农户312户。\n", "\(name)")
    }
  }

  @Test("In a pipe it stands with the output, and a device takes both")
  func pipesAndDevices() throws {
    let sandbox = try folder()
    let outcome = try sandbox.run("strip-ads --audit /dev/stdout r.txt | sort")
    #expect(outcome.lines.count == 3 && outcome.text.contains("全镇有农户312户。\n"))
    #expect(try sandbox.run("strip-ads --audit /dev/null r.txt >/dev/null").status == 0)
    #expect(try sandbox.run("strip-ads --audit /dev/null -o /dev/null r.txt").status == 0)
  }

  @Test("--in-place tells standard output what went, behind what stands there")
  func growsOnADescriptor() throws {
    let sandbox = try folder()
    let outcome = try sandbox.run("strip-ads --in-place --audit /dev/stdout bad.txt r.txt >>a.tsv")
    #expect(outcome.status == 1)
    #expect(try sandbox.text("a.tsv") == "旧\n" + row)
    #expect(try sandbox.text("r.txt") == "全镇有农户312户。\n")
  }

  @Test("A killed run leaves neither draft", arguments: ["TERM", "HUP"])
  func killed(signal: String) throws {
    let sandbox = try folder()
    let outcome = try sandbox.run(
      """
      mkfifo pipe
      strip-ads --records --audit a.tsv -o out <pipe &
      exec 3>pipe
      cat r.txt >&3
      until [ "$(ls -A | grep -c tmp)" = 2 ]; do sleep 0.05; done
      kill -\(signal) $!
      wait $!
      """)
    #expect(outcome.status == 128 + (signal == "TERM" ? SIGTERM : SIGHUP))
    #expect(try sandbox.text("a.tsv") == "旧\n")
    #expect(try sandbox.names() == ["a.tsv", "bad.txt", "pipe", "r.txt"])
  }
}
