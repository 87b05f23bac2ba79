/// How input comes, and where output goes.
extension Check {
  static let reading: [Check] = [
    Check(
      "one-byte-pieces", .stream, needs: ["same-again"], sinks: true,
      "In what pieces the input comes changes nothing."
    ) { subject throws(Finding) in try expectPieces(subject, [1]) },
    Check(
      "any-pieces", .full, needs: ["one-byte-pieces"], sinks: true,
      "In what pieces the input comes changes nothing, at no border of characters, lines or records."
    ) { subject throws(Finding) in try expectPieces(subject, [2, 3, 5, 7, 11, 13, 31, 64]) },
    Check(
      "input-drained", .full, needs: ["truncated-status"], sinks: true,
      "After a document's error the input is read to its end, so that the writer is not cut off."
    ) { subject throws(Finding) in
      let input = "doc\treport/1\ta\ntext\n" + Sample.long
      let outcome = try subject.run(Launch(input: .pieces(Array(input.utf8), 1 << 16)))
      if !outcome.tookAll { throw Finding("it stopped reading behind a bad record") }
    },
    Check(
      "live", .full, needs: ["runs"],
      "What is ready at a document's end goes out when no more input waits."
    ) { subject throws(Finding) in
      let outcome = try subject.run(Launch(input: .held(Array(Sample.first.utf8))))
      if !outcome.wasLive { throw Finding("nothing came out before the input ended") }
    },
  ]

  private static func expectPieces(_ subject: Subject, _ sizes: [Int]) throws(Finding) {
    let input = Sample.first + Sample.second
    let wanted = try subject.output(of: input)
    for size in sizes {
      let outcome = try subject.run(Launch(input: .pieces(Array(input.utf8), size)))
      try outcome.expect(0, "for input in pieces of \(size) bytes")
      try expectSame(outcome.output, wanted, "input in pieces of \(size) bytes")
    }
  }

  static let system: [Check] = [
    Check(
      "broken-pipe", .stream, needs: ["runs"], sinks: true,
      "Where the reader of the output has gone, a filter ends at once, and not with status 0."
    ) { subject throws(Finding) in
      let outcome = try subject.run(
        Launch(input: .bytes(Array(Sample.long.utf8)), output: .brokenPipe))
      try outcome.expectFailure("though nobody read the output")
    },
    Check(
      "broken-pipe-quiet", .full, needs: ["broken-pipe"], sinks: true,
      "Where the reader of the output has gone, a filter ends as SIGPIPE ends it (141), without a word."
    ) { subject throws(Finding) in
      let outcome = try subject.run(
        Launch(input: .bytes(Array(Sample.long.utf8)), output: .brokenPipe))
      try outcome.expect(141, "where nobody reads the output")
      if !outcome.errors.isEmpty { throw Finding("it said \(outcome.errors.shown)") }
    },
    Check(
      "full-disk", .stream, needs: ["runs"], sinks: true,
      "Output that cannot be written is never status 0."
    ) { subject throws(Finding) in
      for input in [Sample.first, Sample.long] {
        try subject.run(Launch(input: .bytes(Array(input.utf8)), output: .fullDisk))
          .expectFailure("on a full disk")
      }
    },
    Check(
      "full-disk-status", .full, needs: ["full-disk"], sinks: true,
      "Output that cannot be written is status 3 and a message."
    ) { subject throws(Finding) in
      for input in [Sample.first, Sample.long] {
        let outcome = try subject.run(
          Launch(input: .bytes(Array(input.utf8)), output: .fullDisk))
        try outcome.expect(3, "on a full disk")
        if outcome.errors.isEmpty { throw Finding("it said nothing on a full disk") }
      }
    },
    Check(
      "closed-output", .full, needs: ["full-disk-status"], sinks: true,
      "A closed standard output is status 3, as any other that cannot be written."
    ) { subject throws(Finding) in
      for input in [Sample.first, Sample.long] {
        try subject.run(Launch(input: .bytes(Array(input.utf8)), output: .closed))
          .expect(3, "with a closed standard output")
      }
    },
    Check(
      "closed-errors", .full, needs: ["failed-status", "truncated-answered"], sinks: true,
      "Where standard error is closed, the status still tells."
    ) { subject throws(Finding) in
      let cut = Sample.first.replacing("end\tok\n", with: "")
      let outcome = try subject.run(Launch(input: .bytes(Array(cut.utf8)), errors: .closed))
      try outcome.expect(1, "for a cut stream, with a closed standard error")
    },
    Check(
      "quiet", .full, needs: ["runs"], sinks: true,
      "Where all is well, nothing is said."
    ) { subject throws(Finding) in
      let outcome = try subject.run(Sample.first + Sample.second)
      if !outcome.errors.isEmpty { throw Finding("it said \(outcome.errors.shown)") }
    },
    Check(
      "environment", .stream, needs: ["same-again"], sinks: true,
      "No locale, time zone or other variable changes the output."
    ) { subject throws(Finding) in
      let path = "PATH=" + (Files.environment("PATH") ?? "/usr/bin:/bin")
      let wanted = try subject.output(of: Sample.first + Sample.second)
      let input = Launch.Input.bytes(Array((Sample.first + Sample.second).utf8))
      for variables in [
        [], ["LC_ALL=C"], ["LC_ALL=zh_CN.GB18030", "LANG=xx"], ["LC_ALL=C.UTF-8"],
        ["TZ=Asia/Shanghai", "COLUMNS=10", "TERM=xterm", "HOME=/nowhere", "POSIXLY_CORRECT=1"],
      ] {
        let outcome = try subject.run(Launch(input: input, environment: [path] + variables))
        try outcome.expect(0, "with \(variables)")
        try expectSame(outcome.output, wanted, "with \(variables)")
      }
    },
    Check(
      "empty-environment", .full, needs: ["environment"], sinks: true,
      "A filter needs no environment at all, not even PATH."
    ) { subject throws(Finding) in
      let wanted = try subject.output(of: Sample.first)
      let outcome = try subject.run(
        Launch(input: .bytes(Array(Sample.first.utf8)), environment: []))
      try outcome.expect(0, "with an empty environment")
      try expectSame(outcome.output, wanted, "with an empty environment")
    },
  ]
}
