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
  /// The parts of a decimal before the last, as one number.
  var outer = 0
}

extension LabelStyles {
  /// Whether some label may begin with the character `scalar`.
  @inline(__always)
  func mayBegin(_ scalar: UInt32, item: Bool) -> Bool {
    guard scalar < 0x10000 else { return false }
    let word = item ? itemStarts[Int(scalar &>> 6)] : headingStarts[Int(scalar &>> 6)]
    return word &>> UInt64(scalar & 63) & 1 != 0
  }

  /// The longest label that begins at `i`; `item` says whether of an enumeration or of a heading.
  func label(in text: Span<UInt8>, at i: Int, item: Bool) -> Label? {
    let (scalar, _) = text.scalar(at: i)
    guard mayBegin(scalar, item: item) else { return nil }
    var best: Label?
    let first = folded(scalar)
    for bucket in buckets where bucket.isItem == item {
      if bucket.code < Self.numberBase, bucket.code != first { continue }
      for form in bucket.forms {
        guard let label = match(forms[form], in: text, at: i) else { continue }
        if label.end > best?.end ?? i { best = label }
      }
    }
    return best
  }

  private func match(_ form: Form, in text: Span<UInt8>, at start: Int) -> Label? {
    var label = Label(style: form.style, ordinal: form.ordinal, start: start, end: start)
    for index in form.codes {
      let code = codes[index]
      var i = label.end
      if index > form.codes.lowerBound { i += blanks(in: text, at: i) }
      if code >= Self.numberBase {
        guard let kind = NumeralKind(rawValue: code - Self.numberBase),
          let number = text.numeral(kind, at: i)
        else { return nil }
        label.ordinal = number.value
        label.parts = number.parts
        label.outer = number.outer
        label.end = number.end
      } else {
        let (scalar, length) = text.scalar(at: i)
        guard length > 0, folded(scalar) == code else { return nil }
        label.end = i + length
      }
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
