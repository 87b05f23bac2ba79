/// What every filter of the project answers on its command line.
extension Check {
  static let commandLine: [Check] = [
    Check(
      "help", .full, needs: ["runs"], sinks: true,
      "-h, --help and --version print a page on standard output, status 0."
    ) { subject throws(Finding) in
      for page in ["-h", "--help", "--version"] {
        let outcome = try subject.run("", page)
        try outcome.expect(0, "for \(page)")
        if outcome.output.isEmpty { throw Finding("\(page) prints nothing") }
      }
    },
    Check(
      "describe", .full, needs: ["runs"], sinks: true,
      "--describe prints the program's name and its options as JSON, for programs."
    ) { subject throws(Finding) in
      let outcome = try subject.run("", "--describe")
      try outcome.expect(0, "for --describe")
      let page = outcome.output.text
      guard page.first == "{", page.contains("\"name\""), page.contains("\"options\""),
        outcome.output.hasSuffix("}\n")
      else { throw Finding("--describe printed \(outcome.output.shown)") }
    },
    Check(
      "unknown-option", .full, needs: ["runs"], sinks: true,
      "An option that does not exist is status 2 and a message; nothing is read or written."
    ) { subject throws(Finding) in
      let outcome = try subject.run(Sample.first, "--no-such-option")
      try outcome.expect(2, "for --no-such-option")
      if !outcome.output.isEmpty { throw Finding("it wrote \(outcome.output.shown)") }
      if outcome.errors.isEmpty { throw Finding("it said nothing of --no-such-option") }
    },
    Check(
      "operands", .full, needs: ["concatenation"], sinks: true,
      "Operands are files, - is standard input; of streams in files comes what comes of them joined."
    ) { subject throws(Finding) in
      try withFiles { path throws(Finding) in
        let wanted = try subject.output(of: Sample.first + Sample.second)
        let both = try subject.run("", path + "/first", path + "/second")
        try both.expect(0, "for two files")
        try expectSame(both.output, wanted, "two files")
        try expectSame(
          try subject.run(Sample.first, "-", path + "/second").output, wanted, "- and a file")
      }
    },
    Check(
      "missing-file", .full, needs: ["operands"], sinks: true,
      "A file that cannot be read is told, the others go on, and the status is 3."
    ) { subject throws(Finding) in
      try withFiles { path throws(Finding) in
        let wanted = try subject.output(of: Sample.first + Sample.second)
        let outcome = try subject.run("", path + "/first", path + "/nothing", path + "/second")
        try outcome.expect(3, "for a missing file among others")
        try expectSame(outcome.output, wanted, "the others")
        if !outcome.messages.contains("nothing") {
          throw Finding("the missing file is not named: \(outcome.errors.shown)")
        }
      }
    },
    Check(
      "directory", .full, needs: ["missing-file"], sinks: true,
      "A directory is an error, status 3."
    ) { subject throws(Finding) in
      try withFiles { path throws(Finding) in try subject.run("", path).expect(3, "for a directory")
      }
    },
    Check(
      "status-order", .full, needs: ["missing-file", "failed-status"], sinks: true,
      "The highest status wins: 3 for a file stands above 1 for a document."
    ) { subject throws(Finding) in
      try withFiles { path throws(Finding) in
        try subject.run(Sample.failed, path + "/nothing", "-")
          .expect(3, "for a missing file and a failed document")
      }
    },
    Check(
      "message-form", .full, needs: ["missing-file"], sinks: true,
      "A message is one line: the program's name, the place, what is wrong (keep 6)."
    ) { subject throws(Finding) in
      let cut = Sample.first.replacing("end\tok\n", with: "")
      for line in try subject.run(cut).errors.lines {
        let parts = line.text.split(separator: ":", maxSplits: 2)
        if parts.count < 3 || parts[0].contains(" ") || !parts[1].contains("甲.txt") {
          throw Finding("it said \(line.shown)")
        }
      }
    },
    Check(
      "expect", .full, needs: ["several-documents"], sinks: true,
      "--expect N makes the status 1 where other than N documents came."
    ) { subject throws(Finding) in
      let two = Sample.first + Sample.second
      try subject.run(two, "--expect", "2").expect(0, "for two of two documents")
      try subject.run(two, "--expect", "3").expect(1, "for two of three documents")
      try subject.run(Sample.first, "--expect", "2").expect(1, "for one of two documents")
    },
    Check(
      "output-file", .full, needs: ["same-again"], sinks: true,
      "-o FILE holds what standard output would have got, and nothing is left beside it."
    ) { subject throws(Finding) in
      try withFiles { path throws(Finding) in
        let before = Files.names(in: path).sorted()
        let wanted = try subject.output(of: Sample.first)
        let outcome = try subject.run(Sample.first, "-o", path + "/second")
        try outcome.expect(0, "with -o")
        try expectSame(Files.read(path + "/second") ?? [], wanted, "the file")
        if !outcome.output.isEmpty { throw Finding("standard output got bytes too") }
        if Files.names(in: path).sorted() != before { throw Finding("a file was left beside it") }
      }
    },
    Check(
      "output-file-kept", .full, needs: ["output-file", "failed-status"], sinks: true,
      "A run that fails leaves the file of -o as it was, and nothing beside it."
    ) { subject throws(Finding) in
      try withFiles { path throws(Finding) in
        let before = Files.names(in: path).sorted()
        for input in [Sample.failed, Sample.first + Sample.failed] {
          try subject.run(input, "-o", path + "/second").expect(1, "for a failed document")
          try expectSame(
            Files.read(path + "/second") ?? [], Array(Sample.second.utf8), "the old file")
        }
        if Files.names(in: path).sorted() != before { throw Finding("a file was left beside it") }
      }
    },
  ]

  /// Runs `body` with a folder that holds the files first and second, the samples of these names.
  static func withFiles(_ body: (String) throws(Finding) -> Void) throws(Finding) {
    try Files.withFolder { path throws(Finding) in
      Files.write(Array(Sample.first.utf8), to: path + "/first")
      Files.write(Array(Sample.second.utf8), to: path + "/second")
      try body(path)
    }
  }
}
