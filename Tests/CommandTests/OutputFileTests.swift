import Foundation
import Testing

/// `-o FILE`: the new output takes the old one's place whole, or not at all.
@Suite struct OutputFileTests {
  /// A folder with a text `r.txt`, a text `bad.txt` that fails, and an old `out`.
  private func folder() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(Sample.text, to: "r.txt")
    try sandbox.write("全镇有农户312户。\n\u{1}".utf8 + [0xFF, 0x0A], to: "bad.txt")
    try sandbox.write("旧\n", to: "out")
    return sandbox
  }

  @Test("The file holds what standard output would", arguments: Program.allCases)
  func fileHoldsTheOutput(_ program: Program) throws {
    let sandbox = try folder()
    let wanted = try sandbox.run("\(program.call) r.txt").output
    for option in ["-o out", "--output out", "--output=out", "-oout", "-o new"] {
      let outcome = try sandbox.run("\(program.call) r.txt \(option)")
      #expect(outcome.status == 0 && outcome.output == [] && outcome.messages == "")
      #expect(try sandbox.read(option.hasSuffix("new") ? "new" : "out") == wanted)
      try sandbox.write("旧\n", to: "out")
    }
    #expect(try sandbox.names() == ["bad.txt", "new", "out", "r.txt"])
  }

  @Test("The mode of the old file is kept", arguments: Program.allCases, ["600", "640", "444"])
  func modeIsKept(_ program: Program, _ mode: String) throws {
    let sandbox = try folder()
    let outcome = try sandbox.run(
      "chmod \(mode) out; \(program.call) r.txt -o out && ls -l out | cut -c 1-10; chmod 600 out")
    let shown = ["600": "-rw-------", "640": "-rw-r-----", "444": "-r--r--r--"]
    #expect(outcome.text == (shown[mode] ?? "") + "\n")
    #expect(try sandbox.text("out") != "旧\n")
  }

  @Test("A new file has the mode that the user's mask allows", arguments: Program.allCases)
  func newFileObeysTheMask(_ program: Program) throws {
    let sandbox = try folder()
    let outcome = try sandbox.run(
      "umask 027; \(program.call) r.txt -o new && ls -l new | cut -c 1-10")
    #expect(outcome.text == "-rw-r-----\n")
  }

  @Test("A symbolic link stays one, and the file behind it is written", arguments: Program.allCases)
  func linkIsFollowed(_ program: Program) throws {
    let sandbox = try folder()
    let wanted = try sandbox.run("\(program.call) r.txt").output
    let outcome = try sandbox.run(
      """
      mkdir deep; mv out deep/out; ln -s deep/out link; ln -s link second
      \(program.call) r.txt -o second && [ -L second ] && [ -L link ] && ls -A deep
      """)
    #expect(outcome.status == 0)
    #expect(outcome.text == "out\n")
    #expect(try sandbox.read("deep/out") == wanted)
  }

  @Test(
    "A link to a file that is not there stays one, and the file is made",
    arguments: Program.allCases, ["link", "second", "./folder/../second", "folder/up"])
  func danglingLinkIsFollowed(_ program: Program, _ place: String) throws {
    let sandbox = try folder()
    let wanted = try sandbox.run("\(program.call) r.txt").output
    let outcome = try sandbox.run(
      """
      mkdir folder; ln -s folder/new link; ln -s "$PWD/link" second; ln -s ../link folder/up
      \(program.call) r.txt -o \(place) && [ -L second ] && [ -L link ] && ls -A folder
      """)
    #expect(outcome.status == 0 && outcome.text == "new\nup\n")
    #expect(try sandbox.read("folder/new") == wanted)
    let failed = try sandbox.run("rm folder/new; \(program.call) bad.txt -o \(place)")
    #expect(failed.status == 1)
    #expect(try sandbox.run("ls -A folder").text == "up\n")
  }

  @Test("Links that lead in a circle, or to no folder, are told", arguments: Program.allCases)
  func badLinksAreTold(_ program: Program) throws {
    let sandbox = try folder()
    try sandbox.run("ln -s loop loop; ln -s second first; ln -s first second; ln -s no/new lost")
    let before = try sandbox.names()
    for place in ["loop", "first", "lost"] {
      let outcome = try sandbox.run("\(program.call) r.txt -o \(place)")
      #expect(outcome.status == 3, "\(place)")
      #expect(outcome.messages.hasPrefix("\(program.name): \(place): cannot be written: "))
      #expect(try sandbox.names() == before, "\(place)")
    }
  }

  @Test(
    "A descriptor is written to, and what its file held stays", arguments: Program.allCases,
    ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "/dev/../dev/fd/1", "/dev/fd/7", "link"])
  func descriptorIsWrittenTo(_ program: Program, _ place: String) throws {
    let sandbox = try folder()
    try sandbox.run("ln -s /dev/stdout link")
    let wanted = try sandbox.run("\(program.call) r.txt bad.txt")
    let outcome = try sandbox.run("\(program.call) -o \(place) r.txt bad.txt >>out 7>&1")
    #expect(outcome.status == 1 && outcome.messages == wanted.messages)
    #expect(try sandbox.read("out") == Array("旧\n".utf8) + wanted.output)
    let piped = try sandbox.run("\(program.call) -o \(place) r.txt bad.txt 7>&1 | cat")
    #expect(piped.output == wanted.output)
  }

  @Test("A descriptor that is closed, or open for reading, is told", arguments: Program.allCases)
  func badDescriptorIsTold(_ program: Program) throws {
    let sandbox = try folder()
    for redirection in ["7>&-", "7<out", "7>&1 >&- 1>&-"] {
      let number = redirection.hasPrefix("7>&1") ? 1 : 7
      let outcome = try sandbox.run("\(program.call) -o /dev/fd/\(number) r.txt \(redirection)")
      #expect(outcome.status == 3, "\(redirection)")
      #expect(outcome.messages.contains("/dev/fd/\(number): cannot be written: "))
      #expect(try sandbox.text("out") == "旧\n", "\(redirection)")
    }
  }

  @Test("A failed run leaves the old file and no draft", arguments: Program.allCases)
  func failedRunLeavesTheOldFile(_ program: Program) throws {
    let sandbox = try folder()
    let before = try sandbox.names()
    for operands in ["r.txt bad.txt", "bad.txt", "r.txt missing", "--expect 2 r.txt"] {
      let outcome = try sandbox.run("\(program.call) -o out \(operands)")
      #expect(outcome.status == (operands.contains("missing") ? 3 : 1), "\(operands)")
      #expect(outcome.messages.contains("\(program.name): out: left as it was"), "\(operands)")
      #expect(try sandbox.text("out") == "旧\n", "\(operands)")
      #expect(try sandbox.names() == before, "\(operands)")
      #expect(try sandbox.run("\(program.call) -o new \(operands)").status == outcome.status)
      #expect(try sandbox.names() == before, "\(operands): a file that was not there")
    }
  }

  @Test("--keep-going takes a run with failed documents, but none that could not read")
  func keepGoingTakesFailedDocuments() throws {
    for program in Program.allCases {
      let sandbox = try folder()
      let wanted = try sandbox.run("\(program.call) bad.txt r.txt")
      let outcome = try sandbox.run("\(program.call) --keep-going -o out bad.txt r.txt")
      #expect(outcome.status == 1)
      #expect(outcome.messages == wanted.messages)
      #expect(try sandbox.read("out") == wanted.output)
      try sandbox.write("旧\n", to: "out")
      #expect(try sandbox.run("\(program.call) --keep-going -o out missing r.txt").status == 3)
      #expect(try sandbox.text("out") == "旧\n")
    }
  }

  @Test("--keep-going is advised where it helps", arguments: Program.allCases)
  func adviceFits(_ program: Program) throws {
    let sandbox = try folder()
    for (arguments, isAdvised) in [
      ("bad.txt", true), ("missing r.txt", false), ("--keep-going missing r.txt", false),
      ("missing bad.txt", false),
    ] {
      let messages = try sandbox.run("\(program.call) -o out \(arguments)").messages
      #expect(messages.contains(": out: left as it was, because something failed"))
      #expect(messages.contains("--keep-going takes") == isAdvised, "\(arguments)")
    }
  }

  @Test("The output may be the input", arguments: Program.allCases)
  func outputMayBeTheInput(_ program: Program) throws {
    let sandbox = try folder()
    try sandbox.write(Sample.longText, to: "r.txt")
    let wanted = try sandbox.run("\(program.call) r.txt").output
    #expect(try sandbox.run("\(program.call) r.txt -o r.txt").status == 0)
    #expect(try sandbox.read("r.txt") == wanted)
  }

  @Test("A device or a pipe is written to, not replaced", arguments: Program.allCases)
  func deviceIsWrittenTo(_ program: Program) throws {
    let sandbox = try folder()
    let outcome = try sandbox.run("\(program.call) r.txt -o /dev/null && [ -c /dev/null ]")
    #expect(outcome.status == 0)
    let pipe = try sandbox.run(
      "mkfifo p; cat p >seen & \(program.call) r.txt -o p && wait && [ -p p ]")
    #expect(pipe.status == 0)
    #expect(try sandbox.read("seen") == (try sandbox.run("\(program.call) r.txt").output))
    let full = try sandbox.run("\(program.call) r.txt -o /dev/full")
    #expect(full.status == 3)
    #expect(full.messages.hasPrefix("\(program.name): /dev/full: cannot be written: "))
  }

  @Test("-o - is standard output", arguments: Program.allCases)
  func dashIsStandardOutput(_ program: Program) throws {
    let sandbox = try folder()
    let outcome = try sandbox.run("\(program.call) r.txt -o -")
    #expect(outcome.output == (try sandbox.run("\(program.call) r.txt").output))
    #expect(try sandbox.names() == ["bad.txt", "out", "r.txt"])
  }

  @Test(
    "A place that cannot be written is told before anything is read",
    arguments: Program.allCases, ["missing/out", "folder", "r.txt/out", "loop/out", ""])
  func badPlaceIsTold(_ program: Program, _ place: String) throws {
    let sandbox = try folder()
    try sandbox.run("mkdir folder; ln -s loop loop")
    let before = try sandbox.names()
    let outcome = try sandbox.run("\(program.call) r.txt -o '\(place)'")
    #expect(outcome.status == (place.isEmpty ? 2 : 3))
    #expect(outcome.messages.hasPrefix("\(program.name): "))
    #expect(place.isEmpty || outcome.messages.contains(place))
    #expect(try sandbox.names() == before)
  }

  @Test(
    "A killed run leaves the old file and no draft", arguments: Program.allCases, ["TERM", "HUP"])
  func killedRunLeavesNoDraft(_ program: Program, _ signal: String) throws {
    let sandbox = try folder()
    let outcome = try sandbox.run(
      """
      mkfifo pipe
      \(program.call) -o out <pipe &
      exec 3>pipe
      cat r.txt >&3
      until ls -A | grep -q tmp; do sleep 0.05; done
      kill -\(signal) $!
      wait $!
      """)
    #expect(outcome.status == 128 + (signal == "TERM" ? SIGTERM : SIGHUP))
    #expect(try sandbox.text("out") == "旧\n")
    #expect(try sandbox.names() == ["bad.txt", "out", "pipe", "r.txt"])
  }

  @Test("Long names have room for a draft beside them", arguments: Program.allCases)
  func longNamesHaveRoom(_ program: Program) throws {
    let sandbox = try folder()
    for name in [String(repeating: "n", count: 255), String(repeating: "名", count: 85)] {
      #expect(try sandbox.run("\(program.call) r.txt -o \(name)").status == 0)
      #expect(try sandbox.names().contains(name))
    }
  }
}
