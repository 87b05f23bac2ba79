// The targets that need strip-ads, and those that need no filter at all.

func makeTarget(_ name: String) -> (any Target)? {
  switch name {
  case "intake": IntakeTarget()
  case "records": RecordTarget()
  case "debris": DebrisTarget()
  case "packs-debris": PackTarget()
  default: nil
  }
}

/// A filter that passes everything on.
private struct Pass: Filter {
  static let command = Command(name: "pass", summary: "pass", about: "Passes everything on.")

  init(_ options: Options) {}

  mutating func receive(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    try output.pass(record)
  }
}

private func stand<Job: ~Copyable>(_ arguments: [String]) -> Stand<Job> {
  do throws(Misuse) { return try Stand(arguments) } catch { fatalError(error.message) }
}

/// Bytes to lines: encodings, marks, line ends, pieces.
private struct IntakeTarget: Target {
  static let settings: [[String]] = ["auto", "utf-8", "utf-16", "utf-16be", "gb18030"]
    .flatMap { encoding in
      [[], ["--invalid", "replace"]].flatMap { invalid in
        [[], ["--line-buffered"]].map { ["--encoding", encoding] + invalid + $0 }
      }
    }

  mutating func examine(_ input: [UInt8]) {
    let (choice, bytes) = input.chosen
    let arguments = Self.settings[choice % Self.settings.count]
    var pass: Stand<Pass> = stand(arguments)
    let found = pass.runInPieces(bytes)
    let reading = StreamReading(found.output)
    hold(reading.fault == nil, "the output is a stream: \(reading.fault ?? "")")
    hold((found.status == .success) == reading.documents.allSatisfy(\.isWhole), "the status tells")
    if arguments.contains("replace"), !bytes.isStreamOrMarked {
      hold(found.status == .success, "with --invalid replace nothing fails")
    }
    guard choice % Self.settings.count < 2, bytes.isText, !bytes.isStreamOrMarked, !bytes.isEmpty
    else { return }
    let lines = reading.documents.first?.lines.filter { $0.type == "line" } ?? []
    hold(lines.map { $0.columns[3].unescaped } == bytes.textLines, "no byte of UTF-8 is lost")
  }

  mutating func work(_ input: [UInt8]) {
    let (choice, bytes) = input.chosen
    var pass: Stand<Pass> = stand(Self.settings[choice % Self.settings.count])
    _ = pass.run(bytes)
  }
}

/// Lines to records: documents, versions, columns, numbers, escapes, and what is wrong with them.
private struct RecordTarget: Target {
  static let good = Array("doc\treport/1\tgood\ntext\t1\t1\t0\t好\nx-a\t\\q\n# c\nend\tok\n".utf8)

  mutating func examine(_ input: [UInt8]) {
    let (choice, rest) = input.chosen
    let bytes = choice % 2 == 0 ? rest : Array("doc\treport/1\tr\n".utf8) + rest
    var pass: Stand<Pass> = stand(["--input", "stream"])
    let found = pass.runInPieces(bytes)
    // The core trusts streams to be UTF-8, and passes on what is not.
    if bytes.isText {
      let reading = StreamReading(found.output)
      let fault = reading.faultBesidesKind
      hold(fault == nil, "the output is a stream: \(fault ?? "")")
      hold(
        found.status != .success || reading.documents.allSatisfy(\.isWhole), "the status tells")
    }
    let again = pass.run(found.output)
    hold(again.output == found.output, "what came out passes as it is")
    if !bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let behind = pass.run(bytes + [10] + Self.good).output
      hold(behind.suffix(Self.good.count) == Self.good[...], "no document harms the next")
    }
  }

  mutating func work(_ input: [UInt8]) {
    var pass: Stand<Pass> = stand(["--input", "stream"])
    _ = pass.run(Array("doc\treport/1\tr\n".utf8) + input)
  }
}

/// What is kept and what is cut are the input, and what was cleaned is clean.
private func examineDebris(
  _ text: [UInt8], records: inout Stand<StripAds>, plain: inout Stand<StripAds>
) {
  let reading = StreamReading(records.runInPieces(text).output)
  hold(reading.fault == nil, "the output is a stream: \(reading.fault ?? "")")
  var lines: [Int: [Unicode.Scalar]] = [:]
  for record in reading.documents.first?.lines.dropFirst() ?? [] where record.type != "end" {
    let columns = record.columns
    guard let number = columns[1].number, let column = columns[2].number else { continue }
    let piece = Array(columns[columns.count - 1].unescaped.text.unicodeScalars)
    hold(column - 1 <= lines[number]?.count ?? 0, "a cut stands within its line: \(record.shown)")
    lines[number, default: []].insert(contentsOf: piece, at: column - 1)
  }
  for (index, line) in text.textLines.enumerated() {
    hold(
      lines[index + 1] ?? [] == Array(line.text.unicodeScalars),
      "line \(index + 1) is what was kept and cut of it")
  }
  let once = plain.run(text).output
  // What remains may look like a stream, or begin with a mark; then it would be read as such.
  if once.isStreamOrMarked { return }
  let twice = plain.run(once).output
  hold(twice == once, "stripping twice is stripping once: \(once.shown) became \(twice.shown)")
}

/// Advertising and furniture.
private struct DebrisTarget: Target {
  // Set up once: the built-in rules take milliseconds.
  private static nonisolated(unsafe) var records: Stand<StripAds> = stand(["--records", "--cuts"])
  private static nonisolated(unsafe) var plain: Stand<StripAds> = stand([])

  mutating func examine(_ input: [UInt8]) {
    if !input.isText || input.isStreamOrMarked || input.contains(0) { return }
    unsafe examineDebris(input, records: &Self.records, plain: &Self.plain)
  }

  mutating func work(_ input: [UInt8]) { _ = unsafe Self.plain.run(input) }
}

/// A pack of rules of the user's: it loads or is told off with its line, and breaks no law.
private struct PackTarget: Target {
  static let text = Array("关注公众号\n一、甲乙##paid##丙\n\n\n加微信 abc123 领资料\n第3页\n".utf8)

  mutating func examine(_ input: [UInt8]) {
    if let pack = load(input, "--rules") { examine(pack) }
  }

  private func examine(_ path: String) {
    do throws(Misuse) {
      var records: Stand<StripAds> = try Stand(["--records", "--cuts", "--only-rules", path])
      let reading = StreamReading(records.runInPieces(Self.text).output)
      hold(reading.fault == nil, "the output is a stream: \(reading.fault ?? "")")
      hold(reading.documents.first?.isWhole == true, "a pack fails no document")
    } catch {
      checkMisuse(error)
    }
  }

  mutating func work(_ input: [UInt8]) {
    // A long pack on a short text, and a short one on a long text.
    guard let path = load(input.isEven ? input : Array(input.prefix(8192)), "--rules") else {
      return
    }
    do throws(Misuse) {
      var records: Stand<StripAds> = try Stand(["--only-rules", path])
      _ = records.run(input.isEven ? Self.text : Self.text.repeated)
    } catch {}
  }
}
