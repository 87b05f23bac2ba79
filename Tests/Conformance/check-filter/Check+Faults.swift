/// What is wrong inside a stream, one thing after the other.
extension Check {
  static let faults: [Check] =
    [
      Check(
        "newer-version-shows", .stream, needs: ["runs"],
        "A newer major version must not come out as if it had been ours."
      ) { subject throws(Finding) in
        let newer = Sample.first.replacing("report/1", with: "report/2")
        for document in StreamReading(try subject.run(newer).output).documents {
          if document.lines[0].columns.dropFirst().first == Array("report/1".utf8), document.isWhole
          {
            throw Finding("report/2 came out as report/1, ended ok")
          }
        }
      },
      version("newer-version", "report/2", "A newer major version"),
      version("older-version", "report/0", "An older version, or none,"),
      fault(
        "byte-order-mark",
        "A byte order mark in front of a stream is an error: the first document fails.",
        "byte order mark", in: { "\u{FEFF}" + $0 }),
      fault(
        "bad-end", "An end record says ok or failed; with anything else its document fails.", "",
        in: { $0.replacing("end\tok", with: "end\tperhaps") }),
    ]
    + [
      (
        "too-few-columns", ["text\t5\t1\t1", "section\t5\t1\t1\theading\t一、\t甲", "meta\tyear"],
        "A known record with too few columns fails its document at once, with line and reason."
      ),
      (
        "bad-number",
        ["text\t05\t1\t1\t甲", "text\t5\t0\t1\t甲", "text\t5\t1\t1001\t甲", "text\t\t1\t1\t甲"],
        "LINE and COL count from 1, DEPTH to 1000, without leading zeros; else the document fails."
      ),
      (
        "bad-escape", ["text\t5\t1\t1\t甲\\x", "text\t5\t1\t1\t甲\\"],
        "A known record knows five escapes; any other backslash fails its document."
      ),
      (
        "carriage-return", ["text\t5\t1\t1\t甲\r", "x-mood\t1\r"],
        "A line ends in LF alone; a CR before it fails its document."
      ),
      (
        "no-type", ["", "\t5\t1\t1\t甲"],
        "A record begins with its type; a line without one fails its document."
      ),
      (
        "too-many-columns", ["x-many" + String(repeating: "\t", count: 10_001)],
        "A record has at most 10,000 columns; more fail its document."
      ),
    ].map { name, records, rule in
      Check(name, .full, needs: ["concatenation"], rule) { subject throws(Finding) in
        for record in records {
          let bad = Sample.first.replacing("end\tok", with: "\(record)\nend\tok")
          let outcome = try subject.run(bad + Sample.second)
          try outcome.expect(1, "for \(Array(record.utf8).shown)")
          try expectAnswered(outcome, "line 5", subject)
        }
      }
    }

  private static func version(_ name: String, _ version: String, _ words: String) -> Check {
    Check(
      name, .full,
      needs: ["concatenation"] + (version == "report/2" ? ["newer-version-shows"] : []),
      "\(words) is answered with a doc record in ours and end failed version…; the next goes on."
    ) { subject throws(Finding) in
      let other = Sample.first.replacing("report/1", with: version)
      let outcome = try subject.run(other + Sample.second)
      try outcome.expect(1, "for \(version)")
      try expectAnswered(outcome, "version", subject)
      guard outcome.output.lines[0] == Array("doc\treport/1\t甲.txt".utf8),
        StreamReading(outcome.output).documents[0].lines.count == 2
      else { throw Finding("the document begins \(outcome.output.lines[0].shown)") }
    }
  }

  private static func fault(
    _ name: String, _ rule: String, _ words: String,
    in change: @escaping @Sendable (String) -> String
  ) -> Check {
    Check(name, .full, needs: ["concatenation"], rule) { subject throws(Finding) in
      let outcome = try subject.run(change(Sample.first) + Sample.second)
      try outcome.expect(1, "for this input")
      try expectAnswered(outcome, words, subject)
    }
  }
}
