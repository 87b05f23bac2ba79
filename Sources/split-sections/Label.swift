import Filters

/// A label read at some place of a text.
struct Label {
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
  /// What follows makes a list of numbers as likely: 一、二季度, 五、六个人.
  var needsProof = false
  /// The parts of a decimal before the last, as one number.
  var outer = 0
}

extension LabelStyles {
  /// The buckets whose labels may begin with the character `scalar`.
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

  private func longest(
    of found: Range<Int>, in text: Span<UInt8>, at i: Int, _ first: UInt32
  ) -> Label? {
    var best: Label?
    var end = i
    for number in found {
      let bucket = buckets[slotBuckets[number]]
      // What the forms of a bucket have in common is read once.
      guard let opened = open(bucket.code, first, in: text, at: i) else { continue }
      let (next, _) = text.scalar(at: opened.end + blanks(in: text, at: opened.end))
      let second = folded(next)
      var secondNumber: (code: UInt32, label: Label?) = (0, nil)
      for number in bucket.forms {
        let form = bucketForms[number]
        if form.second != 0, form.second != second { continue }
        var start: (label: Label, codes: Range<Int>) = (opened, form.codes.dropFirst())
        if let code = start.codes.first.map({ codes[$0] }), code >= Self.numberBase,
          code != Self.word
        {
          // So is the number that many of them have next: 第{一}章 第{一}节.
          if secondNumber.code != code {
            var label = opened
            label.end += blanks(in: text, at: label.end)
            secondNumber = (code, take(code, in: text, into: &label) ? label : nil)
          }
          guard let label = secondNumber.label else { continue }
          start = (label, start.codes.dropFirst())
        }
        if let label = match(form, start.codes, after: start.label, in: text), label.end > end {
          best = label
          end = label.end
        }
      }
    }
    return best
  }

  @inline(__always)
  private func open(
    _ code: UInt32, _ first: UInt32, in text: Span<UInt8>, at i: Int
  ) -> Label? {
    if code < Self.numberBase, code != first { return nil }
    var label = Label(start: i, end: i)
    return take(code, in: text, into: &label) ? label : nil
  }

  /// Reads one code at a label's end; false if it does not stand there.
  @inline(__always)
  private func take(_ code: UInt32, in text: Span<UInt8>, into label: inout Label) -> Bool {
    if code < Self.numberBase {
      if code == 0x20 {
        label.end += text.blankLength(at: label.end)
        return text.blankLengthBefore(label.end) > 0
      }
      let (scalar, length) = text.scalar(at: label.end)
      guard length > 0, folded(scalar) == code else { return false }
      label.end += length
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

  /// Reads a word of one to four Chinese characters up to the code `next`; it tells series apart.
  private func takeWord(
    before next: Int, in text: Span<UInt8>, into label: inout Label
  ) -> Bool {
    var hash = 0
    for count in 0..<5 {
      let (scalar, length) = text.scalar(at: label.end)
      if count > 0, next < codes.count, folded(scalar) == codes[next] {
        label.outer = hash
        return true
      }
      guard isIdeograph(scalar) else { return false }
      hash = (hash &* 0x1F1F + Int(scalar)) & 0xFFFF_FFFF
      label.end += length
    }
    return false
  }

  /// Reads the rest of a form's codes.
  private func match(
    _ form: Form, _ rest: Range<Int>, after opened: Label, in text: Span<UInt8>
  ) -> Label? {
    var label = opened
    label.style = form.style
    if form.ordinal > 0 { label.ordinal = form.ordinal }
    for index in rest {
      if codes[index] == Self.word {
        guard takeWord(before: index + 1, in: text, into: &label) else { return nil }
        continue
      }
      if codes[index] != 0x20 { label.end += blanks(in: text, at: label.end) }
      guard take(codes[index], in: text, into: &label) else { return nil }
    }
    if form.tail != .nothing {
      let (scalar, length) = text.scalar(at: label.end)
      if isLabelStop(folded(scalar)) {
        label.end += length
      } else if form.tail == .stop {
        return nil
      }
    }
    return label
  }

  /// The blanks inside a label: at most two characters of them.
  private func blanks(in text: Span<UInt8>, at i: Int) -> Int {
    let first = text.blankLength(at: i)
    return first == 0 ? 0 : first + text.blankLength(at: i + first)
  }

  private func isLabelStop(_ scalar: UInt32) -> Bool {
    scalar == 0x2C || scalar == 0x3A || scalar == 0x3001
  }
}
