import Filters

/// Where the records that annotate a line go when pieces take its place: metrics and cuts to the piece
/// that holds their column, all others after the last piece.
struct Annotations {
  private struct Placed {
    let index: Int
    let column: Int
    var isWritten = false
  }

  private var placed: [Placed] = []
  private var first = 0

  /// Whether some record has not been written yet.
  var remain: Bool { first < placed.count }

  /// Takes the records `range` of a window, which follow the line of the number `line`.
  mutating func place(_ window: borrowing Window, _ range: Range<Int>, of line: Int) {
    // Most lines have none, and what does nothing must cost nothing.
    if !placed.isEmpty { placed.removeAll(keepingCapacity: true) }
    first = 0
    // A cut's column is the source's; what earlier cuts of the line took must come off it.
    var removed = 0
    for index in range {
      let record = window.record(at: index)
      var column = Int.max
      if record.line == line {
        if record.kind == .metric { column = record.column }
        if record.kind == .cut {
          column = max(record.column - removed, 1)
          removed += record.text.scalarCount(0..<record.text.count)
        }
      }
      placed.append(Placed(index: index, column: column))
    }
  }

  /// The next record whose column lies before `limit`, in the order of the stream; every one with `all`.
  mutating func next(before limit: Int, all: Bool) -> Int? {
    var number = first
    while number < placed.count {
      if !placed[number].isWritten, all || placed[number].column < limit {
        placed[number].isWritten = true
        while first < placed.count, placed[first].isWritten { first += 1 }
        return placed[number].index
      }
      number += 1
    }
    return nil
  }
}
