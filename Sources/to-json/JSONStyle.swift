/// How JSON is laid out.
struct JSONStyle {
  /// True for all on one line.
  var isCompact = false
  /// True for jq's colours.
  var isColored = false
}

/// The colours of jq 1.6, byte for byte.
enum Color {
  /// Back to no colour.
  static var none: StaticString { "\u{1B}[0m" }
  /// Of null.
  static var null: StaticString { "\u{1B}[1;30m" }
  /// Of numbers, true and false.
  static var plain: StaticString { "\u{1B}[0;39m" }
  /// Of texts.
  static var string: StaticString { "\u{1B}[0;32m" }
  /// Of brackets, and of the commas and colons between them.
  static var bracket: StaticString { "\u{1B}[1;39m" }
  /// Of names.
  static var key: StaticString { "\u{1B}[34;1m" }
}
