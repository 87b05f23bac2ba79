/// What passes on as it came.
extension Check {
  static let passing: [Check] = [
    Check(
      "runs", .stream, sinks: true,
      "A filter reads a stream on standard input and ends with status 0 if all is well."
    ) { subject throws(Finding) in
      let outcome = try subject.run(Sample.first)
      try outcome.expect(0, "for a stream that nothing is wrong with")
      if outcome.output.isEmpty { throw Finding("nothing came out of a document") }
    },
    Check(
      "valid-output", .stream, needs: ["runs"],
      "Standard output carries a valid stream and nothing else."
    ) { subject throws(Finding) in
      for sample in [Sample.first, Sample.second, Sample.first + Sample.second] {
        if let fault = try subject.reading(of: sample).fault { throw Finding(fault) }
      }
    },
    Check(
      "same-again", .stream, needs: ["runs"], sinks: true,
      "The same input gives the same bytes, so that a task can be tried again."
    ) { subject throws(Finding) in
      let wanted = try subject.output(of: Sample.first + Sample.second)
      for _ in 0..<3 {
        try expectSame(
          try subject.output(of: Sample.first + Sample.second), wanted, "another run differs")
      }
    },
    Check(
      "empty-input", .stream, needs: ["runs"], sinks: true,
      "No bytes on standard input hold no document: nothing comes out, status 0."
    ) { subject throws(Finding) in
      let outcome = try subject.run("")
      try outcome.expect(0, "for no input")
      if !outcome.output.isEmpty { throw Finding("\(outcome.output.shown) came out of no input") }
    },
    Check(
      "empty-document", .stream, needs: ["valid-output"],
      "A document of no records passes: its doc, its end, nothing lost and nothing but x- added."
    ) { subject throws(Finding) in try subject.expectPassed("") },
    Check(
      "unknown-records", .stream, needs: ["valid-output"],
      "Records of types that a filter does not know are passed on in order (keep 1)."
    ) { subject throws(Finding) in
      try subject.expectPassed("x-mood\t1\t平稳\nfrobnicate\t你好\nx-mood\t2\tcalm\nlines\t1\n")
    },
    Check(
      "unknown-escapes", .stream, needs: ["unknown-records"],
      "An unknown escape in a record of an unknown type is no error; the record passes byte for byte."
    ) { subject throws(Finding) in
      try subject.expectPassed(
        "x-path\tC:\\temp\\new\\é\nx-path\t\\\\srv\\\nx-path\ta\\tb\\nc\\0d\n")
    },
    Check(
      "odd-characters", .stream, needs: ["unknown-records"],
      "A line ends in LF alone, and every other character is passed on as it stands (keep 1)."
    ) { subject throws(Finding) in
      try subject.expectPassed(
        """
        x-odd\ta\u{2028}b\u{2029}c\u{85}d
        x-odd\ta\u{0B}b\u{0C}c\u{1C}d\u{1E}e
        x-odd\ta\rb
        x-odd\t100%d %s %n & $1 `id` "q" 'q' * ~
        -n\t-e\t--
        x-odd\t\u{FEFF}e\u{301}é\u{1F1E8}\u{1F1F3}

        """)
    },
    Check(
      "blanks", .stream, needs: ["unknown-records"],
      "Blanks at the borders of a line and of a column are part of it (keep 1)."
    ) { subject throws(Finding) in
      try subject.expectPassed("x-blank\t  a  b \t　丙　\t \nx-blank\t \u{A0}\n x-blank \ta \n")
    },
    Check(
      "empty-columns", .stream, needs: ["unknown-records"],
      "Columns without text are columns, at the end too (keep 1)."
    ) { subject throws(Finding) in
      let many = String(repeating: "\ta", count: 900)
      try subject.expectPassed("x-empty\t\t\ta\t\t\nx-empty\nx-empty\t\nx-many\(many)\t\n")
    },
    Check(
      "long-record", .stream, needs: ["unknown-records"],
      "A line may be long; none is cut or parted."
    ) { subject throws(Finding) in
      try subject.expectPassed("x-long\t" + String(repeating: "长abc", count: 100_000) + "\n")
    },
    Check(
      "comments", .stream, needs: ["valid-output"],
      "A line that begins with # is a comment; it is passed on where it stands (keep 1)."
    ) { subject throws(Finding) in
      try subject.expectPassed("# 由录入员核对\n#\n#\ta\\b\n")
    },
    Check(
      "meta", .stream, needs: ["valid-output"],
      "What is known about a document is passed on: meta records come out as they came."
    ) { subject throws(Finding) in
      try subject.expectPassed("meta\tyear\t2023\nmeta\tfrom\t\"a \\\\\"b\\\\\"\"\n")
    },
    Check(
      "extra-columns", .stream, needs: ["valid-output"],
      "Columns behind those that a filter knows are kept on every record that it passes on (keep 1)."
    ) { subject throws(Finding) in
      let input = """
        doc\treport/1\tr.txt\tnew
        meta\tyear\t2023\tnew
        title\t1\t1\t工作总结\tnew\t\tnewer
        section\t3\t1\t1\theading\t一、\t主要工作\t\tnew
        text\t4\t1\t1\t走访群众。\tnew\\t\t
        end\tok\tnew

        """
      let given = Array(input.utf8).lines
      for line in try subject.output(of: input).lines {
        let key = line.columns.prefix(["doc", "end"].contains(line.type) ? 2 : 3)
        guard let origin = given.first(where: { $0.columns.starts(with: key) }),
          let width = StreamReading.widths[line.type]
        else { continue }
        let extra = { (record: Line) in Array(record.columns.dropFirst(width)) }
        // An end has no third column unless it says why.
        let wanted = line.type == "end" ? origin.columns.count : extra(origin).count
        let found = line.type == "end" ? line.columns.count : extra(line).count
        if wanted != found || (line.type != "end" && extra(line) != extra(origin)) {
          throw Finding("\(origin.shown) became \(line.shown)")
        }
      }
    },
    Check(
      "minor-version", .stream, needs: ["empty-document"],
      "A newer minor version, report/1.3, is read as ours and keeps its name."
    ) { subject throws(Finding) in
      try subject.expectPassed("", "report/1.3")
    },
    Check(
      "ids", .stream, needs: ["empty-document"],
      "A document keeps its ID, whatever it holds."
    ) { subject throws(Finding) in
      for id in ["", "-", "a b", "a\\tb\\\\c", "目录/报告 (1).txt", "--help", "100%", "$HOME"] {
        let output = try subject.output(of: "doc\treport/1\t\(id)\nend\tok\n")
        if output.lines.first != Array("doc\treport/1\t\(id)".utf8) {
          throw Finding("the ID \(Array(id.utf8).shown) came out as \(output.shown)")
        }
      }
    },
  ]
}
