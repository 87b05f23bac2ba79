/// A quantity found in a sentence, before its sentence is asked what it means.
///
/// It is large, so readers fill one in where it stands and hand none round.
struct Figure {
  /// What sort of value it has.
  enum Form { case number, range, fraction, mask }

  /// Its text: number, multiplier and unit.
  var range: Range<Int>
  /// Where its unit starts, and the text's end where there is none.
  var unitStart: Int
  /// What sort of value it has.
  var form = Form.number
  /// The number, the lower end of a range, or the upper part of a fraction.
  var value = Decimal.zero
  /// The upper end of a range, or the lower part of a fraction.
  var other = Decimal.zero
  /// The glyphs of a mask as printed, its multiplier included.
  var mask = 0..<0
  /// The unit's number in the book, or nil: the glyphs of `unitRange` are the unit.
  var unit: Int?
  /// The unit's glyphs where it is none of the book (元/人).
  var unitRange = 0..<0
  /// What it measures.
  var kind = Kind.count
  /// The qualifier inside it: 余, 多.
  var sign: Sign?
  /// Where its qualifier after it ends, or it itself.
  var end = 0
  /// What it counts.
  var label = 0..<0
  /// Its number, the upper end of a range, the whole part of a fraction; nil for a mask.
  var size: Decimal? {
    switch form {
    case .number: value
    case .range: other
    case .fraction: value.isLess(than: other) ? .zero : value
    case .mask: nil
    }
  }
  /// The noun that is its unit and no classifier: the name of what is counted where nothing else is; empty for most.
  var noun = 0..<0
  /// Whether it compares: a percentage or a multiple.
  var isRelative: Bool { kind == .percent || kind == .multiple }
  /// Whether it has a unit that is written, not 百分之.
  var hasUnit: Bool { unitStart < range.upperBound }
}

/// A metric: what a `metric` record says.
///
/// Ranges of the line's bytes, except value, unit and columns (of the finder's text).
struct Metric {
  /// The quantity as printed.
  let text: Range<Int>
  /// The value, in the finder's text.
  let value: Range<Int>
  /// The unit, in the finder's text.
  let unit: Range<Int>
  /// Value, unit, sign and kind as columns of a record, in the finder's text.
  let columns: Range<Int>
  /// How it is meant.
  let sign: Sign
  /// What it measures.
  let kind: Kind
  /// The base of a rate.
  let per: Range<Int>
  /// Whether it is a rise or a fall.
  let change: Change
  /// What is counted.
  let label: Range<Int>
  /// The number itself, or the upper end of a range; nil for masks.
  let size: Decimal?
  /// Whether its value is a mask.
  var isMasked: Bool { size == nil }
}
