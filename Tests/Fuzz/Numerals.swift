// The targets that need extract-metrics.

func makeTarget(_ name: String) -> (any Target)? {
  switch name {
  case "numerals": NumeralTarget()
  case "packs-units": PackTarget(option: "--units")
  case "packs-phrases": PackTarget(option: "--phrases")
  default: nil
  }
}

/// Figures stand where they say, apart from each other, and have values that are numbers.
private func examineMetrics(_ text: [UInt8], _ stand: inout Stand<ExtractMetrics>) {
  let found = stand.runInPieces(text)
  let reading = StreamReading(found.output)
  hold(reading.fault == nil, "the output is a stream: \(reading.fault ?? "")")
  hold(found.status == .success, "text has no figure that fails it")
  hold(stand.run(found.output).output == found.output, "a second run changes nothing")
  var line: [Unicode.Scalar] = []
  var lines: [[UInt8]] = []
  var free = 1
  for record in reading.documents.first?.lines.dropFirst() ?? [] {
    let columns = record.columns
    if record.type == "line" {
      lines.append(columns[3].unescaped)
      line = Array(columns[3].unescaped.text.unicodeScalars)
      free = 1
    }
    guard record.type == "metric", let column = columns[2].number else { continue }
    let printed = Array(columns[3].unescaped.text.unicodeScalars)
    hold(!printed.isEmpty && column >= free, "metrics are apart and in order: \(record.shown)")
    free = column + printed.count
    hold(
      free - 1 <= line.count && Array(line[(column - 1)..<(free - 1)]) == printed,
      "a metric stands where it says: \(record.shown)")
    hold(
      ["=", ">", ">=", "<", "<=", "~"].contains(columns[6].text)
        && ["count", "money", "percent", "measure", "duration", "age", "multiple"]
          .contains(columns[7].text)
        && ["", "+", "-"].contains(columns[9].text),
      "SIGN, KIND and CHANGE are of their few: \(record.shown)")
    hold(
      isValue(columns[4].text), "VALUE is a number, a range, a fraction or a mask: \(record.shown)")
  }
  hold(lines == text.textLines, "every line passes as it came")
}

private func isValue(_ value: String) -> Bool {
  if value.isEmpty { return false }
  // A mask is as printed.
  if value.unicodeScalars.contains(where: { "*×Xx＊○〇某几数□_＿XＸｘ".unicodeScalars.contains($0) }) {
    return true
  }
  let parts =
    value.contains("/")
    ? value.split(separator: "/", omittingEmptySubsequences: false)
    : value.replacing("..", with: "~").split(separator: "~", omittingEmptySubsequences: false)
  return parts.count <= 2
    && parts.allSatisfy { part in
      let number = part.hasPrefix("-") ? part.dropFirst() : part
      let halves = number.split(separator: ".", omittingEmptySubsequences: false)
      return halves.count <= 2
        && halves.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        && (halves[0].count == 1 || halves[0].first != "0")
    }
}

/// Numerals and units.
private struct NumeralTarget: Target {
  private static nonisolated(unsafe) var plain: Stand<ExtractMetrics> = {
    do throws(Misuse) { return try Stand([]) } catch { fatalError(error.message) }
  }()

  mutating func examine(_ input: [UInt8]) {
    if !input.isText || input.isStreamOrMarked || input.isEmpty { return }
    unsafe examineMetrics(input, &Self.plain)
  }

  mutating func work(_ input: [UInt8]) { _ = unsafe Self.plain.run(input) }
}

/// A pack of units or phrases of the user's.
private struct PackTarget: Target {
  let option: String
  static let text = Array("新增3个，增长5.2%，约三万余元，每月2次，甲乙丙12件。\n".utf8)

  mutating func examine(_ input: [UInt8]) {
    guard let path = load(input, option) else { return }
    do throws(Misuse) {
      var stand = try Stand<ExtractMetrics>([option, path])
      examineMetrics(Self.text, &stand)
    } catch {
      checkMisuse(error)
    }
  }

  mutating func work(_ input: [UInt8]) {
    // A long pack on a short text, and a short one on a long text.
    guard let path = load(input.isEven ? input : Array(input.prefix(8192)), option) else { return }
    do throws(Misuse) {
      var stand = try Stand<ExtractMetrics>([option, path])
      _ = stand.run(input.isEven ? Self.text : Self.text.repeated)
    } catch {}
  }
}
