/// A stream that ends too early never looks whole.
extension Check {
  /// Where the sample may end: at its beginning and behind each document.
  private static let borders: Set<Int> = {
    var result: Set = [0]
    var place = 0
    for line in Array(Sample.short.utf8).lines {
      place += line.count + 1
      if line.type == "end" { result.insert(place) }
    }
    return result
  }()

  /// The cuts that are none of these; up to three bytes at the beginning are plain text, not a stream.
  private static let cuts = (4..<Sample.short.utf8.count).filter { !borders.contains($0) }

  private static func cut(_ subject: Subject, at count: Int) throws(Finding) -> Outcome {
    try subject.run(Launch(input: .bytes(Array(Sample.short.utf8.prefix(count)))))
  }

  static let truncation: [Check] = [
    Check(
      "truncated-status", .stream, needs: ["stray-record"], sinks: true,
      "A stream that ends anywhere but between two documents gives a status that is not 0."
    ) { subject throws(Finding) in
      for count in cuts {
        // Only the last LF is missing: nothing is lost, and awk cannot see it.
        if borders.contains(count + 1) { continue }
        try cut(subject, at: count).expectFailure("for a stream cut behind byte \(count)")
      }
    },
    Check(
      "truncated-output", .stream, needs: ["valid-output", "same-again"],
      "A document that was cut never comes out looking whole, and those before it come out as ever."
    ) { subject throws(Finding) in
      let documents = try subject.reading(of: Sample.short).documents
      for count in cuts where !borders.contains(count + 1) {
        let found = StreamReading(try cut(subject, at: count).output).documents
        let whole = borders.filter { $0 > 0 && $0 < count }.count
        let isRight =
          found.count >= whole && Array(found.prefix(whole)) == Array(documents.prefix(whole))
          && found.dropFirst(whole).allSatisfy { !$0.isWhole }
        if !isRight {
          throw Finding(
            "cut behind byte \(count), \(found.filter(\.isWhole).count) documents look whole")
        }
      }
    },
    Check(
      "truncated-answered", .full, needs: ["truncated-output", "truncated-status"],
      "A document that was cut anywhere ends with end failed truncated, status 1."
    ) { subject throws(Finding) in
      for count in cuts {
        let outcome = try cut(subject, at: count)
        try outcome.expect(1, "for a stream cut behind byte \(count)")
        let reading = StreamReading(outcome.output)
        if let fault = reading.fault { throw Finding("cut behind byte \(count): \(fault)") }
        guard reading.documents.last?.failure?.hasPrefix("truncated") == true else {
          throw Finding(
            "cut behind byte \(count), it ends \((outcome.output.lines.last ?? []).shown)")
        }
      }
    },
    Check(
      "open-document", .stream, needs: ["runs"], sinks: true,
      "A doc record while a document is open means that the open one was cut: the status is not 0."
    ) { subject throws(Finding) in
      let cut = Sample.first.replacing("end\tok\n", with: "")
      try subject.run(cut + Sample.second).expectFailure("for doc inside a document")
    },
    Check(
      "open-document-answered", .full, needs: ["open-document", "concatenation"],
      "A doc record while a document is open closes that one with end failed truncated, and opens the next."
    ) { subject throws(Finding) in
      let cut = Sample.first.replacing("end\tok\n", with: "")
      let outcome = try subject.run(cut + Sample.second)
      try outcome.expect(1, "for doc inside a document")
      try expectAnswered(outcome, "truncated", subject)
    },
    Check(
      "stray-record", .stream, needs: ["several-documents"], sinks: true,
      "A record outside a document is an error: the status is not 0."
    ) { subject throws(Finding) in
      try subject.run(Sample.first + "text\t1\t1\t0\t流浪\n")
        .expectFailure("for a record outside a document")
    },
    Check(
      "stray-record-left-out", .full, needs: ["stray-record", "concatenation"],
      "A record or comment outside a document is left out; status 1."
    ) { subject throws(Finding) in
      let clean = try subject.output(of: Sample.first + Sample.second)
      for stray in ["text\t1\t1\t0\t流浪\n", "# 流浪\n", "x-stray\t1\n", "end\tok\n"] {
        let outcome = try subject.run(Sample.first + stray + Sample.second)
        try outcome.expect(1, "for \(Array(stray.utf8).shown) outside a document")
        try expectSame(outcome.output, clean, "around \(Array(stray.utf8).shown)")
      }
    },
  ]

  /// Wants the first of two documents to have failed for `reason`, and the second to be as ever.
  static func expectAnswered(
    _ outcome: Outcome, _ reason: String, _ subject: Subject
  ) throws(Finding) {
    let reading = StreamReading(outcome.output)
    if let fault = reading.fault { throw Finding(fault) }
    guard reading.documents.count == 2, let failure = reading.documents[0].failure else {
      throw Finding("what came out: \(reading.documents.map { $0.lines[$0.lines.count - 1].text })")
    }
    if !failure.contains(reason) {
      throw Finding("the document's message is “\(failure)”, without “\(reason)”")
    }
    if reading.documents[1] != (try subject.reading(of: Sample.second)).documents.first {
      throw Finding("the document behind it did not come out as ever")
    }
  }
}
