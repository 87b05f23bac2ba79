import Filters

/// A line from which pieces are cut: what remains, and what went.
struct TrimmedLine {
  /// A piece that went.
  struct Cut: Equatable {
    /// Where it stood in the line.
    var range: Range<Int>
    /// The name of its rule.
    var name: Int
  }

  /// The bytes that remain.
  private(set) var bytes: [UInt8] = []
  /// The pieces that went, in order; no two of them touch.
  private(set) var cuts: [Cut] = []
  /// The pieces of the line that remain, in order.
  private var pieces: [Range<Int>] = []
  /// What `bytes` and `pieces` were before the removal at hand.
  private var bytesBefore: [UInt8] = []
  private var piecesBefore: [Range<Int>] = []

  /// Begins with the whole of `line`.
  mutating func begin(_ line: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(copying: line)
    pieces.removeAll(keepingCapacity: true)
    cuts.removeAll(keepingCapacity: true)
    if line.count > 0 { pieces.append(0..<line.count) }
  }

  /// Removes `marks` until none is left, those too that a removal makes; linear.
  mutating func removeMarks(_ marks: borrowing Marks, name: Int) {
    beginAnew()
    let text = bytesBefore
    var place = 0
    for piece in piecesBefore {
      let start = place
      let end = start + piece.count
      while place < end {
        let run = place
        while place < end, !marks.mayEnd(text.span, at: place) { place += 1 }
        let mayEnd = place < end
        // Where no mark can end, bytes go over in one piece, with the one behind them that may end one.
        place = min(place + 1, end)
        let origin = piece.lowerBound + run - start
        push(text.span.extracting(run..<place), origin)
        if mayEnd, let length = marks.length(atEndOf: bytes.span) {
          take(back: length, through: origin + place - run, name: name)
        }
      }
    }
  }

  /// Cuts pieces, counted in what remains; they are in order and do not touch.
  mutating func cut(_ parts: [Cut]) {
    beginAnew()
    let text = bytesBefore
    var place = 0
    var next = 0
    for piece in piecesBefore {
      let start = place
      let end = start + piece.count
      while place < end {
        let run = place
        place = next < parts.count ? min(parts[next].range.upperBound, end) : end
        let origin = piece.lowerBound + run - start
        push(text.span.extracting(run..<place), origin)
        if next < parts.count, place == parts[next].range.upperBound {
          take(
            back: parts[next].range.count, through: origin + place - run, name: parts[next].name)
          next += 1
        }
      }
    }
  }

  /// Puts what remains aside, from where it is taken again without what is to go.
  private mutating func beginAnew() {
    swap(&bytes, &bytesBefore)
    swap(&pieces, &piecesBefore)
    bytes.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
  }

  private mutating func push(_ run: Span<UInt8>, _ origin: Int) {
    bytes.append(copying: run)
    let end = origin + run.count
    if let last = pieces.last, last.upperBound == origin {
      pieces[pieces.count - 1] = last.lowerBound..<end
    } else {
      pieces.append(origin..<end)
    }
  }

  /// Takes the last `count` bytes back; with what went between them they are one cut.
  private mutating func take(back count: Int, through end: Int, name: Int) {
    bytes.removeLast(count)
    var left = count
    while left > 0, let last = pieces.popLast() {
      if last.count > left { pieces.append(last.lowerBound..<last.upperBound - left) }
      left -= min(left, last.count)
    }
    let start = pieces.last?.upperBound ?? 0
    let first = firstCut(endingAt: start)
    let next = cuts[first...].firstIndex { $0.range.lowerBound > end } ?? cuts.count
    var whole = start..<end
    for cut in cuts[first..<next] {
      let lower = min(whole.lowerBound, cut.range.lowerBound)
      whole = lower..<max(whole.upperBound, cut.range.upperBound)
    }
    cuts.replaceSubrange(first..<next, with: CollectionOfOne(Cut(range: whole, name: name)))
  }

  /// The first cut that ends at `place` or behind it; a search by halves, for a line may have a million cuts.
  private func firstCut(endingAt place: Int) -> Int {
    var low = 0
    var high = cuts.count
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle].range.upperBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension TrimmedLine {
  /// True if nothing but blanks remains.
  var isBlank: Bool {
    let end = bytes.span.endBeforeReturns
    return bytes.span.indexOfTrimmedStart(to: end) == end
  }

  /// True if nothing but blanks and punctuation remains.
  var hasNoText: Bool {
    var folded = FoldedLine()
    let text = bytes
    folded.fold(text.span.extracting(0..<text.span.endBeforeReturns))
    return folded.core.isEmpty
  }
}
