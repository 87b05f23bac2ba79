// A running line is a header or footer that a page-wise print repeats:
//
//     … the last words of page three.
//     河湾村2023年工作报告              the same short line, beside the page's number, page after page
//     — 3 —
//     The first words of page four …
//
// It goes when all of this speaks for it: it is short and neither sentence, heading nor label; it says what titles
// say, or is the document's own title; it stands beside a page number or a form feed; and it stands so at the next
// page too, with text between. The title itself, a repeated row of a table or a signature have no page beside them.

import Filters

/// Remembers which short lines stood beside the borders of pages.
struct RunningLines {
  /// Where a line stands on its page.
  enum Side: Equatable {
    /// Behind the border to the page before.
    case header
    /// Before the border to the next page.
    case footer
    /// It has the page's number in itself.
    case numbered
  }

  private struct Entry {
    var text: [UInt8]
    var side: Side
    var number: Int
    /// The border at which it stood last, and how much of the report had been kept by then.
    var border: Int
    var lines: Int
    /// How often it stood so, page after page.
    var count = 1
    var serial: Int
  }

  private var entries: [Entry] = []
  private var serial = 0
  /// The document's first line.
  private var title: [UInt8] = []
  private var lastNumber: Int?
  private var borders = 0
  /// True if nothing but debris and blank lines stands behind the last border.
  private(set) var isAtBorder = false

  /// The most lines that are remembered.
  private static let limit = 16
  /// The length of a line that may run, in bytes.
  private static let length = 12...120
  /// So many lines of the report stand at least between two pages' running lines.
  private static let distance = 5
  /// So often a line with a number in itself comes, where no border stands beside it.
  private static let lonelyCount = 3

  /// Forgets the last document.
  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    title.removeAll(keepingCapacity: true)
    lastNumber = nil
    borders = 0
    isAtBorder = false
  }

  /// A line of the report stands here, and no border.
  mutating func leaveBorder() { isAtBorder = false }

  /// Takes the first line that stays for the title.
  mutating func note(title line: Span<UInt8>) {
    if line.count <= Self.length.upperBound {
      title = Array(copying: line.extracting(line.runningRange))
    }
  }

  /// A page's border stands here; `number` is the page's, where one is printed.
  mutating func meetBorder(number: Int?) {
    if !isAtBorder { borders += 1 }
    isAtBorder = true
    guard let number else { return }
    // Where the numbers do not go on, another count of pages begins.
    if let last = lastNumber, !(0...2).contains(number - last) {
      entries.removeAll(keepingCapacity: true)
    }
    lastNumber = number
  }

  /// Whether a line has the length of a running one, and is neither sentence nor label.
  func hasShape(_ line: Span<UInt8>) -> Bool {
    let range = line.runningRange
    return range.count >= Self.length.lowerBound && !line.extracting(range).isSentenceOrLabel
  }

  /// Whether a line may be a running one, by what it says.
  func mayRun(_ line: Span<UInt8>, _ rules: borrowing DebrisRules) -> Bool {
    let text = line.extracting(line.runningRange)
    guard Self.length.contains(text.count), !text.isSentenceOrLabel else { return false }
    if text.isEqual(to: title.span) { return true }
    return rules.isOfTitles(text)
  }

  /// Whether an entry has not been met for so many pages that it will not come back.
  func isStale(_ serial: Int) -> Bool {
    guard let entry = entries.first(where: { $0.serial == serial }) else { return true }
    return entry.side != .numbered && borders - entry.border > 2
  }

  /// Notes that a line stands at its side of a page: its entry, and whether it runs.
  mutating func meet(
    _ line: Span<UInt8>, _ side: Side, number: Int = 0, lines: Int
  ) -> (serial: Int, runs: Bool) {
    let text = line.extracting(line.runningRange)
    guard
      let index = entries.firstIndex(where: { $0.side == side && $0.text.span.isEqual(to: text) })
    else {
      serial += 1
      if entries.count == Self.limit { entries.removeFirst() }
      entries.append(
        Entry(
          text: Array(copying: text), side: side, number: number, border: borders, lines: lines,
          serial: serial))
      return (serial, false)
    }
    let step = side == .numbered ? number - entries[index].number : borders - entries[index].border
    let goesOn = (1...2).contains(step) && lines - entries[index].lines >= Self.distance
    entries[index].count = goesOn ? entries[index].count + 1 : 1
    entries[index].border = borders
    entries[index].lines = lines
    entries[index].number = number
    let needed = side == .numbered && !isAtBorder ? Self.lonelyCount : 2
    return (entries[index].serial, entries[index].count >= needed)
  }
}
