import Filters

/// A label read at some place of a text.
struct Label {
  /// What a label may be instead; the lines around it decide.
  enum Doubt: UInt8 {
    case none
    /// A list of numbers: 一、二季度, 五、六个人, 1、2号楼.
    case list
    /// A figure: 3.5万元, 5、7月15日.
    case figure
  }

  /// The index of its style.
  var style = -1
  /// Its number, or 0 where the style has none.
  var ordinal = 0
  /// The place where it begins.
  var start = 0
  /// The place after its last printed character.
  var end = 0
  /// The parts of a decimal number.
  var parts = 1
  /// What follows makes something else as likely.
  var doubt = Doubt.none
  /// It ends with a stop, so that what follows is another thing: 第一阶段：, but not 第一条.
  var isClosed = false
  /// The parts of a decimal before the last, as one number.
  var outer = 0

  /// Whether it is 第一篇：, the head of one of several reports.
  func isOfPiece(in text: Span<UInt8>) -> Bool {
    guard end - start > 6, isColon(text.scalar(at: end - 3).value) || text[end - 1] == 0x3A else {
      return false
    }
    let word = end - (text[end - 1] == 0x3A ? 4 : 6)
    return text.scalar(at: word).value == 0x7BC7
  }

  /// Whether bold type begins with it and goes on behind it: **一、.
  func isBold(in text: Span<UInt8>) -> Bool {
    text.isBoldMark(at: start) && !text.isBoldMark(at: end - 2)
  }
}

extension LabelStyles {
  /// The edges whose labels may begin with the character `scalar`.
  @inline(__always)
  private func beginnings(_ scalar: UInt32, item: Bool) -> Range<Int> {
    var place = Int(scalar) & (Self.slotCount - 1)
    while true {
      let slot = slots[place]
      if slot.scalar == scalar { return item ? slot.items : slot.headings }
      if slot.scalar == 0 { return 0..<0 }
      place = (place + 1) & (Self.slotCount - 1)
    }
  }

  /// The longest label that begins at `i`; `item` says whether of an enumeration or of a heading.
  @inline(__always)
  func label(in text: Span<UInt8>, at i: Int, item: Bool) -> Label? {
    let (scalar, _) = text.scalar(at: i)
    guard scalar < 0x10000 else { return nil }
    let word = item ? itemBits[Int(scalar &>> 6)] : headingBits[Int(scalar &>> 6)]
    guard word &>> UInt64(scalar & 63) & 1 != 0 else { return nil }
    return longest(of: beginnings(scalar, item: item), in: text, at: i, folded(scalar))
  }

  @inline(__always)
  private func longest(
    of found: Range<Int>, in text: Span<UInt8>, at i: Int, _ first: UInt32
  ) -> Label? {
    var best = Label(start: i, end: i)
    for number in found {
      let edge = edges[slotEdges[number]]
      if edge.code < Self.numberBase, edge.code != first { continue }
      var label = Label(start: i, end: i)
      if take(edge.code, in: text, into: &label) {
        descend(from: edge.node, label, in: text, &best)
      }
    }
    return best.end > i ? best : nil
  }

  /// Follows the tree from a node, a label being read so far; keeps the longest whole label.
  private func descend(
    from number: Int, _ label: Label, in text: Span<UInt8>, _ best: inout Label
  ) {
    let node = nodes[number]
    for ending in node.forms { finish(endings[ending], label, in: text, &best) }
    if node.edges.isEmpty { return }
    let blank = blanks(in: text, at: label.end)
    let (scalar, length) = text.scalar(at: label.end + blank)
    let next = folded(scalar)
    if node.characters &>> UInt64(next & 63) & 1 == 0 { return }
    for number in node.edges {
      let edge = edges[number]
      var further = label
      if edge.code == Self.word {
        if takeWord(before: nodes[edge.node].edges, in: text, into: &further) {
          descend(from: edge.node, further, in: text, &best)
        }
      } else if edge.code >= Self.numberBase {
        further.end += blank
        if take(edge.code, in: text, into: &further) {
          descend(from: edge.node, further, in: text, &best)
        }
      } else if edge.code == 0x20 ? blank > 0 : edge.code == next && length > 0 {
        further.end += edge.code == 0x20 ? blank : blank + length
        descend(from: edge.node, further, in: text, &best)
        // Of characters one fits at most.
        if node.characters != .max { return }
      }
    }
  }

  /// Takes a label that is whole as the best if it is longer than that.
  private func finish(
    _ form: Form, _ label: Label, in text: Span<UInt8>, _ best: inout Label
  ) {
    var end = label.end
    if form.tail != .nothing {
      let (scalar, length) = text.scalar(at: end)
      if isLabelStop(folded(scalar)) {
        end += length
      } else if form.tail == .stop {
        return
      }
    }
    // i. is the first Roman number rather than the ninth letter.
    guard end > best.end || (end == best.end && form.ordinal > 0) else { return }
    best = label
    best.end = end
    best.style = form.style
    if form.ordinal > 0 { best.ordinal = form.ordinal }
  }

  /// Reads the character or number of one code at a label's end; false if it does not stand there.
  private func take(_ code: UInt32, in text: Span<UInt8>, into label: inout Label) -> Bool {
    if code < Self.numberBase {
      label.end += text.scalar(at: label.end).length
      return true
    }
    guard let kind = NumeralKind(rawValue: code - Self.numberBase),
      let number = text.numeral(kind, at: label.end)
    else { return false }
    // Of 第三条之一 and 第3-1條 the first number is the one that counts.
    if label.ordinal == 0 { label.ordinal = number.value }
    label.parts = number.parts
    label.outer = number.outer
    label.end = number.end
    return true
  }

  /// Reads a word of one to four Chinese characters up to one of the codes `next`; it tells series
  /// apart.
  private func takeWord(
    before next: Range<Int>, in text: Span<UInt8>, into label: inout Label
  ) -> Bool {
    var hash = 0
    for count in 0..<5 {
      let (scalar, length) = text.scalar(at: label.end)
      let isEnd = count > 0 && edges[next].contains { $0.code == folded(scalar) }
      if isEnd {
        label.outer = hash
        return true
      }
      guard isIdeograph(scalar) else { return false }
      hash = (hash &* 0x1F1F + Int(scalar)) & 0xFFFF_FFFF
      label.end += length
    }
    return false
  }

  /// The blanks inside a label: at most two characters of them.
  private func blanks(in text: Span<UInt8>, at i: Int) -> Int {
    let first = text.blankLength(at: i)
    return first == 0 ? 0 : first + text.blankLength(at: i + first)
  }

  /// Whether `scalar` is one of the stops that belong to a label.
  func isLabelStop(_ scalar: UInt32) -> Bool {
    scalar == 0x2C || scalar == 0x3A || scalar == 0x3001
  }
}
