import Testing

@testable import Filters

@Suite struct OptionsParserTests {
  private func operands(_ options: Options) -> [String] { options.operands.map(\.text) }

  @Test(
    "Every spelling of an argument gives the same",
    arguments: [
      ["--mark=x"], ["--mark", "x"], ["-mx"], ["-m", "x"], ["-rm", "x"], ["-rmx"],
      ["--mark", "y", "--mark=x"],
    ])
  func spellings(_ words: [String]) throws {
    #expect(try parse(words).value(of: Sample.mark) == "x")
    #expect(try parse(words).operands.isEmpty)
  }

  @Test(
    "What an option takes is not looked into",
    arguments: [
      (["--mark="], ""), (["--mark==="], "=="), (["--mark", "--records"], "--records"),
      (["-m", "--"], "--"), (["-m-"], "-"), (["-m=x"], "=x"), (["--mark", ""], ""),
    ])
  func rawArguments(_ words: [String], _ value: String) throws {
    #expect(try parse(words).value(of: Sample.mark) == value)
    #expect(try !parse(words).has(Sample.records))
  }

  @Test(
    "Options and operands mix and -- ends the options",
    arguments: [
      (["a", "-r", "b"], ["a", "b"], true),
      (["-r", "--", "-r", "--mark"], ["-r", "--mark"], true),
      (["--", "-r"], ["-r"], false),
      (["-", "--", "-", "--"], ["-", "-", "--"], false),
      (["", "a=b"], ["", "a=b"], false),
      ([], [], false),
    ])
  func operands(_ words: [String], _ expected: [String], _ hasRecords: Bool) throws {
    let options = try parse(words)
    #expect(operands(options) == expected)
    #expect(options.has(Sample.records) == hasRecords)
  }

  @Test("Short flags bundle, and the bundle's last may take an argument")
  func bundles() throws {
    let options = try parse(["-rqo", "out", "in"])
    #expect(options.has(Sample.records) && options.has(.quiet))
    #expect(options.value(of: .output) == "out")
    #expect(operands(options) == ["in"])
  }

  @Test("An optional argument must be joined")
  func optionalArgument() throws {
    let apart = try parse(["--in-place", ".bak"])
    #expect(apart.has(Sample.inPlace) && apart.value(of: Sample.inPlace) == nil)
    #expect(operands(apart) == [".bak"])
    #expect(try parse(["--in-place=.bak"]).value(of: Sample.inPlace) == ".bak")
    #expect(try parse(["-i.bak"]).value(of: Sample.inPlace) == ".bak")
    #expect(try parse(["-ri"]).has(Sample.inPlace))
  }

  @Test("The last use wins, and a repeating option keeps all")
  func repetition() throws {
    let options = try parse(["--hold=1", "-R", "a", "--rules=b", "--hold", "2", "-Rc"])
    #expect(options.value(of: Sample.hold) == "2")
    #expect(options.values(of: Sample.rules) == ["a", "b", "c"])
    #expect(options.files(of: Sample.rules).map(\.text) == ["a", "b", "c"])
    #expect(options.file(of: Sample.rules)?.text == "c")
  }

  @Test("A default holds where the option is not used")
  func defaults() throws {
    let options = try parse([])
    #expect(options.value(of: .encoding) == "auto" && !options.has(.encoding))
    #expect(options.values(of: Sample.shape) == ["nested"])
    #expect(options.value(of: .output) == nil && options.values(of: .output).isEmpty)
    #expect(try options.number(of: .maxLine) == 64 << 20)
    #expect(try options.number(of: .expect) == nil)
  }

  @Test(
    "Choices and their other names are taken in any case",
    arguments: [
      ("GBK", "gb18030"), ("gb2312", "gb18030"), ("GB18030", "gb18030"), ("UTF-8", "utf-8"),
      ("utf8", "utf-8"), ("Utf-16LE", "utf-16le"), ("AUTO", "auto"),
    ])
  func choices(_ word: String, _ choice: String) throws {
    #expect(try parse(["--encoding", word]).value(of: .encoding) == choice)
  }

  @Test("File names that are not UTF-8 survive byte for byte")
  func rawNames() throws {
    let name: [UInt8] = [0xB1, 0xA8, 0x2E, 0x0A]
    let words: [[UInt8]] = [name, Array("-o".utf8) + name, Array("--rules=".utf8) + name]
    guard case .run(let options) = try Sample.command.parse(words) else {
      Issue.record("a page was shown")
      return
    }
    #expect(options.operands.map(\.bytes) == [name])
    #expect(options.file(of: .output)?.bytes == name)
    #expect(options.file(of: Sample.rules)?.bytes == name)
    #expect(options.operands.first?.text == "\u{FFFD}\u{FFFD}.\\x0a")
  }

  @Test("The arguments of this very process are read")
  func processArguments() {
    let words = System.arguments.map { String(decoding: $0, as: UTF8.self) }
    #expect(words == CommandLine.arguments)
    #expect(!words.isEmpty)
  }

  @Test("Only a lone hyphen is standard input")
  func standardInput() throws {
    #expect(
      try parse(["-", "--", "-", "--"]).operands.map(\.isStandardInput) == [true, true, false])
  }

  @Test(
    "Each misuse is named",
    arguments: [
      (["--recods"], "unknown option --recods; did you mean --records?"),
      (["--recods=1"], "unknown option --recods; did you mean --records?"),
      (["--rec"], "unknown option --rec; did you mean --records?"),
      (["--keep"], "unknown option --keep; did you mean --keep-going?"),
      (["--zzzzzz"], "unknown option --zzzzzz"),
      (["--=x"], "unknown option --"),
      (["---r"], "unknown option ---r"),
      (["--a\nb"], "unknown option --a\\x0ab"),
      (["-x"], "unknown option -x"),
      (["-rx"], "unknown option -x"),
      (["-O", "f"], "unknown option -O; did you mean -o?"),
      (["-é"], "unknown option -é"),
      (["-encoding=gbk"], "unknown option -encoding; did you mean --encoding?"),
      (["--mark"], "--mark needs an argument: --mark TEXT"),
      (["-rm"], "-m needs an argument: -m TEXT"),
      (["--records=yes"], "--records takes no argument"),
      (["--records="], "--records takes no argument"),
      (["--shape", "round"], "--shape takes flat or nested, not 'round'"),
      (["--input="], "--input takes auto, text or stream, not ''"),
      (["-o", ""], "-o takes the name of a file, not an empty word"),
      (["--rules="], "--rules takes the name of a file, not an empty word"),
      (["--bad", "--help"], "unknown option --bad"),
    ])
  func misuses(_ words: [String], _ message: String) {
    #expect(throws: Misuse(message)) { try parse(words) }
  }

  @Test("A command without operands names the one that came")
  func noOperands() {
    let command = Command(name: "none", summary: "x", about: "", operands: "")
    #expect(throws: Misuse("unexpected operand 'a'; none takes none")) {
      try command.options("a")
    }
  }

  @Test(
    "The first request for a page wins over all that follows",
    arguments: [
      (["-h"], \Command.shortHelp), (["--help", "--bad"], \.longHelp),
      (["-rh", "--help"], \.shortHelp), (["a", "--version", "-h"], \.versionLine),
      (["--describe"], \.description), (["--generate", "json"], \.description),
      (["--generate=MAN"], \.manPage), (["--generate=bash"], \.bashCompletion),
      (["--generate=zsh"], \.zshCompletion), (["--generate=fish"], \.fishCompletion),
      (["--generate=markdown"], \.markdownPage),
    ])
  func pages(_ words: [String], _ page: any KeyPath<Command, String> & Sendable) throws {
    guard case .show(let text) = try Sample.command.parse(words.map { Array($0.utf8) }) else {
      Issue.record("no page was shown")
      return
    }
    #expect(text == Sample.command[keyPath: page])
  }

  @Test("The version line names the program and the stream")
  func version() {
    #expect(Sample.command.versionLine == "try-out 0.1.0 (report/1)\n")
  }

  @Test("After -- and as an argument, the words of help are only words")
  func wordsOfHelp() throws {
    #expect(try operands(parse(["--", "--help"])) == ["--help"])
    #expect(try parse(["--mark", "--help"]).value(of: Sample.mark) == "--help")
  }

  @Test("A misuse of options advises the help, a pack's does not")
  func reports() {
    #expect(Misuse("bad").report(program: "p") == "p: bad\nTry 'p --help'.\n")
    let pack = PackFailure(pack: "a.pack", line: 3, reason: "no")
    #expect(Misuse(pack).report(program: "p") == "p: a.pack:3: no\n")
    let whole = PackFailure(pack: "a.pack", line: 0, reason: "no")
    #expect(Misuse(whole).message == "a.pack: no")
  }

  private func parse(_ words: [String]) throws -> Options {
    guard case .run(let options) = try Sample.command.parse(words.map { Array($0.utf8) }) else {
      throw Misuse("a page was shown")
    }
    return options
  }
}
