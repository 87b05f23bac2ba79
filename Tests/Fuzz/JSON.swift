// The target that needs to-json and from-json.

func makeTarget(_ name: String) -> (any Target)? { name == "json" ? JSONTarget() : nil }

private func stand<Job: ~Copyable>(_ arguments: [String]) -> Stand<Job> {
  do throws(Misuse) { return try Stand(arguments) } catch { fatalError(error.message) }
}

/// JSON in any form becomes a stream, and goes the whole way round.
private struct JSONTarget: Target {
  static let forms = ["auto", "nested", "rows", "raw"]

  mutating func examine(_ input: [UInt8]) {
    let (choice, bytes) = input.chosen
    let found = read(bytes, choice, pieces: [1 << 20])
    for pieces in [[1], [2, 3, 5, 1, 7], [64]] where pieces != [1] || bytes.count < 2000 {
      let other = read(bytes, choice, pieces: pieces)
      hold(
        other.output == found.output && other.status == found.status,
        "pieces of \(pieces) bytes change nothing")
    }
    let reading = StreamReading(found.output)
    let fault = reading.faultBesidesKind
    hold(fault == nil, "the output is a stream: \(fault ?? "")")
    hold(
      found.status != .success || reading.documents.allSatisfy(\.isWhole), "the status tells")
    if found.output.isEmpty { return }

    var rows: Stand<ToJSON> = stand(["--rows"])
    var rowsBack: Stand<FromJSON> = stand(["--from", "rows"])
    let flat = rows.run(found.output).output
    hold(flat.isText, "rows are UTF-8")
    let stream = rowsBack.run(flat).output
    hold(
      stream == found.output, "rows give the stream back: \(found.output.shown), \(stream.shown)")

    var nested: Stand<ToJSON> = stand(["-c"])
    var nestedBack: Stand<FromJSON> = stand(["--from", "nested"])
    let tree = nested.run(found.output).output
    hold(tree.isText, "nested JSON is UTF-8")
    let again = nested.run(nestedBack.run(tree).output).output
    hold(again == tree, "nested JSON gives itself again: \(tree.shown), \(again.shown)")
  }

  mutating func work(_ input: [UInt8]) {
    let (choice, bytes) = input.chosen
    _ = read(bytes, choice, pieces: [1 << 20])
  }

  /// A run of its own, because from-json counts the documents of a run.
  private func read(
    _ bytes: [UInt8], _ choice: Int, pieces: [Int]
  ) -> (output: [UInt8], status: ExitStatus) {
    var reader: Stand<FromJSON> = stand(choice % 4 == 0 ? [] : ["--from", Self.forms[choice % 4]])
    return reader.run(bytes, pieces: pieces)
  }
}
