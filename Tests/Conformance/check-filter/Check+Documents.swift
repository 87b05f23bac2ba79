/// What one document has to do with the next: nothing.
extension Check {
  static let documents: [Check] = [
    Check(
      "several-documents", .stream, needs: ["valid-output"],
      "A stream holds any number of documents; each comes out with its doc and its end, in order."
    ) { subject throws(Finding) in
      let reading = try subject.reading(of: Sample.first + Sample.second + Sample.first)
      let ids = reading.documents.map { $0.lines[0].columns[2].text }
      if ids != ["甲.txt", "乙.txt", "甲.txt"] {
        throw Finding("the documents that came out: \(ids)")
      }
      if let fault = reading.fault { throw Finding(fault) }
    },
    Check(
      "concatenation", .stream, needs: ["runs", "same-again", "several-documents"], sinks: true,
      "Nothing is kept from one document for the next: what comes out of a behind b is the two joined (keep 4)."
    ) { subject throws(Finding) in
      let (a, b) = (try subject.output(of: Sample.first), try subject.output(of: Sample.second))
      try expectSame(
        try subject.output(of: Sample.first + Sample.second), a + b, "the second of two documents")
      try expectSame(
        try subject.output(of: Sample.second + Sample.first + Sample.first), b + a + a,
        "the third of three documents")
    },
    Check(
      "long-stream", .stream, needs: ["concatenation"], sinks: true,
      "However long the stream is, every document of it comes out."
    ) { subject throws(Finding) in
      let one = try subject.output(of: Sample.first)
      let wanted = Array([[UInt8]](repeating: one, count: 1500).joined())
      try expectSame(try subject.output(of: Sample.long), wanted, "1,500 documents")
    },
    Check(
      "failed-passed-on", .stream, needs: ["valid-output"],
      "A document that failed before comes out with its end record as it came."
    ) { subject throws(Finding) in
      let output = try subject.run(Sample.failed).output
      if output.lines.last != Array(Sample.failed.utf8).lines.last {
        throw Finding("the last record is \((output.lines.last ?? []).shown)")
      }
    },
    Check(
      "failed-status", .stream, needs: ["runs"], sinks: true,
      "A document that failed before makes the status 1, also with good ones behind it (keep 7)."
    ) { subject throws(Finding) in
      try subject.run(Sample.failed).expect(1, "for a document that ends failed")
      try subject.run(Sample.failed + Sample.first).expect(
        1, "for a failed document and a good one")
    },
    Check(
      "failed-alone", .stream, needs: ["concatenation", "failed-passed-on"],
      "A document that failed before harms no other."
    ) { subject throws(Finding) in
      let one = try subject.output(of: Sample.first)
      let bad = try subject.run(Sample.failed).output
      try expectSame(
        try subject.run(Sample.first + Sample.failed + Sample.first).output, one + bad + one,
        "a failed document between two good ones")
    },
    Check(
      "failed-quietly", .full, needs: ["quiet", "failed-status"], sinks: true,
      "Of a document that failed before, a filter has no message of its own."
    ) { subject throws(Finding) in
      let outcome = try subject.run(Sample.failed)
      if !outcome.errors.isEmpty { throw Finding("it said \(outcome.errors.shown)") }
    },
  ]
}
