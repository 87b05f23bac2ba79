// The targets that need split-sections.

func makeTarget(_ name: String) -> (any Target)? {
  switch name {
  case "outline": OutlineTarget()
  case "packs-styles": PackTarget()
  default: nil
  }
}

private func stand(_ arguments: [String]) -> Stand<SplitSections> {
  do throws(Misuse) { return try Stand(arguments) } catch { fatalError(error.message) }
}

/// The blanks that stand around a line and belong to no record.
private func trimmed(_ line: [UInt8]) -> [Unicode.Scalar] {
  let blanks: Set<Unicode.Scalar> = Set(
    ["\t", " ", "\u{A0}", "\u{3000}"] + (0x2000...0x200A).compactMap { Unicode.Scalar($0) })
  let scalars = Array(line.text.unicodeScalars)
  guard let first = scalars.firstIndex(where: { !blanks.contains($0) }),
    let last = scalars.lastIndex(where: { !blanks.contains($0) })
  else { return [] }
  return Array(scalars[first...last])
}

/// LABEL, TITLE, STOP and TEXT of a line, put together in order, are the line.
private func examineOutline(_ text: [UInt8], _ stand: inout Stand<SplitSections>, joins: Bool) {
  let found = stand.runInPieces(text)
  let reading = StreamReading(found.output)
  hold(reading.fault == nil, "the output is a stream: \(reading.fault ?? "")")
  hold(found.status == .success, "text has no outline that fails it")
  hold(stand.run(found.output).output == found.output, "what is segmented stays as it is")
  if joins { return }
  var lines: [Int: [Unicode.Scalar]] = [:]
  for record in reading.documents.first?.lines.dropFirst() ?? [] where record.type != "end" {
    let columns = record.columns
    guard let number = columns[1].number else { continue }
    let parts: ArraySlice<Line> =
      switch record.type {
      case "section": columns[5...7]
      case "text": columns[4...4]
      default: columns[3...3]
      }
    for part in parts { lines[number, default: []] += Array(part.unescaped.text.unicodeScalars) }
  }
  for (index, line) in text.textLines.enumerated() {
    hold(
      trimmed(Array(String(String.UnicodeScalarView(lines[index + 1] ?? [])).utf8))
        == trimmed(line),
      "line \(index + 1) is what its records hold")
  }
}

/// Titles, headings, enumerations.
private struct OutlineTarget: Target {
  private static nonisolated(unsafe) var plain = stand([])
  private static nonisolated(unsafe) var joining = stand(["--unwrap"])
  /// The first document, which alone has no name above it, was drawn already.
  private static nonisolated(unsafe) var drawing = {
    var drawing = stand(["--outline"])
    _ = drawing.run(Array("甲".utf8))
    return drawing
  }()

  mutating func examine(_ input: [UInt8]) {
    let (choice, text) = input.chosen
    if !text.isText || text.isStreamOrMarked || text.isEmpty { return }
    switch choice % 4 {
    case 0:
      unsafe examineOutline(text, &Self.joining, joins: true)
    case 1:
      let page = unsafe Self.drawing.runInPieces(text).output
      hold(
        !page.text.unicodeScalars.contains {
          ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
        }, "no control character gets into the outline for eyes: \(page.text.debugDescription)")
    default:
      unsafe examineOutline(text, &Self.plain, joins: false)
    }
  }

  mutating func work(_ input: [UInt8]) { _ = unsafe Self.plain.run(input) }
}

/// A pack of label styles of the user's.
private struct PackTarget: Target {
  static let text = Array("一、甲\n（一）乙。丙\n1.丁\n一是戊；二是己。\n第一章 庚\n".utf8)

  mutating func examine(_ input: [UInt8]) {
    guard let path = load(input, "--styles") else { return }
    do throws(Misuse) {
      var stand = try Stand<SplitSections>(["--styles", path])
      examineOutline(Self.text, &stand, joins: false)
    } catch {
      checkMisuse(error)
    }
  }

  mutating func work(_ input: [UInt8]) {
    // A long pack on a short text, and a short one on a long text.
    guard let path = load(input.isEven ? input : Array(input.prefix(8192)), "--styles") else {
      return
    }
    do throws(Misuse) {
      var stand = try Stand<SplitSections>(["--styles", path])
      _ = stand.run(input.isEven ? Self.text : Self.text.repeated)
    } catch {}
  }
}
