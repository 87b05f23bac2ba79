/// Plain text, which every filter of the project takes as well as a stream.
extension Check {
  static let text: [Check] = [
    Check(
      "plain-text", .full, needs: ["runs"], sinks: true,
      "Plain text is one document, status 0, whatever ends its last line."
    ) { subject throws(Finding) in
      for text in [Sample.text, Sample.text.replacing("\n", with: "\r\n"), "甲", "\n"] {
        let outcome = try subject.run(text)
        try outcome.expect(0, "for plain text")
        if outcome.output.isEmpty { throw Finding("nothing came out of \(Array(text.utf8).shown)") }
      }
    },
    Check(
      "empty-file", .full, needs: ["operands"], sinks: true,
      "An empty file is an empty document, status 0."
    ) { subject throws(Finding) in
      try Files.withFolder { path throws(Finding) in
        Files.write([], to: path + "/empty")
        try subject.run("", path + "/empty").expect(0, "for an empty file")
      }
    },
    Check(
      "encodings", .full, needs: ["plain-text"], sinks: true,
      "Text in GB18030 or UTF-16 gives what the same text in UTF-8 gives, and UTF-8 comes out."
    ) { subject throws(Finding) in
      // 工作总结 in each encoding.
      let gb18030: [UInt8] = [0xB9, 0xA4, 0xD7, 0xF7, 0xD7, 0xDC, 0xBD, 0xE1, 0x0A]
      let units = "\u{FEFF}工作总结\n".utf16
      let utf16: [UInt8] = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      let wanted = try subject.output(of: "工作总结\n")
      for bytes in [gb18030, utf16] {
        let outcome = try subject.run(Launch(input: .bytes(bytes)))
        try outcome.expect(0, "for text in another encoding")
        try expectSame(outcome.output, wanted, "text in another encoding")
      }
    },
    Check(
      "invalid-text", .full, needs: ["plain-text"], sinks: true,
      "Bytes that are no text fail the document: status 1, and the message names the line."
    ) { subject throws(Finding) in
      let outcome = try subject.run(Launch(input: .bytes(Array("甲\n乙\n".utf8) + [0xFF, 0x0A])))
      try outcome.expect(1, "for a byte 0xFF in text")
      if !outcome.messages.contains(":3:") {
        throw Finding("line 3 is not named: \(outcome.errors.shown)")
      }
    },
    Check(
      "invalid-replaced", .full, needs: ["invalid-text"], sinks: true,
      "--invalid replace writes U+FFFD for bytes that are no text, status 0."
    ) { subject throws(Finding) in
      let outcome = try subject.run(
        Launch(input: .bytes(Array("甲".utf8) + [0xFF, 0x0A])), "--invalid", "replace")
      try outcome.expect(0, "with --invalid replace")
      if !outcome.output.text.contains("\u{FFFD}") { throw Finding("no U+FFFD came out") }
    },
    Check(
      "long-line", .full, needs: ["plain-text"], sinks: true,
      "A line of megabytes takes linear time, and a line beyond --max-line fails its document."
    ) { subject throws(Finding) in
      let line = String(repeating: "走访群众，听取意见。", count: 100_000)
      try subject.run(line + "\n").expect(0, "for a line of 3 MB")
      try subject.run(line + "\n", "--max-line", "1M").expect(1, "for a line beyond --max-line")
    },
  ]
}
