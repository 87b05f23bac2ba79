import Filters

/// JSON as jq prints it: two spaces a level, or all on one line.
struct JSONWriter {
  private let isCompact: Bool
  private var depth = 0
  /// True while nothing stands in the innermost open object or array.
  private var isFirst = true

  init(isCompact: Bool) { self.isCompact = isCompact }

  // MARK: Objects and arrays

  /// Opens an object, as a value of its own or an array's next one.
  mutating func beginObject(_ output: inout Output) throws(Failure) {
    if depth > 0 { try next(&output) }
    try open("{", &output)
  }

  /// Opens an object as a member.
  mutating func beginObject(_ name: StaticString, _ output: inout Output) throws(Failure) {
    try key(name, &output)
    try open("{", &output)
  }

  /// Opens an array as a member.
  mutating func beginArray(_ name: StaticString, _ output: inout Output) throws(Failure) {
    try key(name, &output)
    try open("[", &output)
  }

  /// Closes the innermost object; behind the outermost one a line ends.
  mutating func endObject(_ output: inout Output) throws(Failure) {
    try close("}", &output)
    if depth == 0 { try output.write("\n") }
  }

  /// Closes the innermost array.
  mutating func endArray(_ output: inout Output) throws(Failure) {
    try close("]", &output)
  }

  private mutating func open(_ bracket: StaticString, _ output: inout Output) throws(Failure) {
    try output.write(bracket)
    depth += 1
    isFirst = true
  }

  private mutating func close(_ bracket: StaticString, _ output: inout Output) throws(Failure) {
    depth -= 1
    if !isFirst { try breakLine(&output) }
    try output.write(bracket)
    isFirst = false
  }

  // MARK: Members

  /// Writes a member that is text; an empty one is left out.
  mutating func member(
    _ name: StaticString, _ text: Span<UInt8>, _ output: inout Output
  ) throws(Failure) {
    if text.isEmpty { return }
    try key(name, &output)
    try string(text, &output)
  }

  /// Writes a member that is text without the blanks around it; an empty one is left out.
  mutating func member(
    _ name: StaticString, trimming text: Span<UInt8>, _ output: inout Output
  ) throws(Failure) {
    try member(name, text.extracting(text.trimmedRange), &output)
  }

  /// Writes a member that is one of this form's own words.
  mutating func member(
    _ name: StaticString, _ word: StaticString, _ output: inout Output
  ) throws(Failure) {
    try key(name, &output)
    try output.write("\"")
    try output.write(word)
    try output.write("\"")
  }

  /// Writes a member that is a number.
  mutating func member(
    _ name: StaticString, _ number: Int, _ output: inout Output
  ) throws(Failure) {
    try key(name, &output)
    try output.write(number: number)
  }

  /// Writes a member that is JSON as it stands: a number of any size, or null.
  mutating func member(
    _ name: StaticString, verbatim json: Span<UInt8>, _ output: inout Output
  ) throws(Failure) {
    try key(name, &output)
    try output.write(json)
  }

  /// Writes a member that is null.
  mutating func null(_ name: StaticString, _ output: inout Output) throws(Failure) {
    try key(name, &output)
    try output.write("null")
  }

  /// Writes an array's next value, text.
  mutating func element(_ text: Span<UInt8>, _ output: inout Output) throws(Failure) {
    try next(&output)
    try string(text, &output)
  }

  /// Writes the name of a member; its value must follow.
  mutating func key(_ name: StaticString, _ output: inout Output) throws(Failure) {
    try next(&output)
    try output.write("\"")
    try output.write(name)
    try output.write(isCompact ? "\":" : "\": ")
  }

  /// Writes the name of a member that no one foresaw; its value must follow.
  mutating func key(_ name: Span<UInt8>, _ output: inout Output) throws(Failure) {
    try next(&output)
    try string(name, &output)
    try output.write(isCompact ? ":" : ": ")
  }

  /// Parts what follows from what stands before it in the same object or array.
  private mutating func next(_ output: inout Output) throws(Failure) {
    if !isFirst { try output.write(",") }
    isFirst = false
    try breakLine(&output)
  }

  private func breakLine(_ output: inout Output) throws(Failure) {
    if isCompact { return }
    try output.write("\n")
    for _ in 0..<depth { try output.write("  ") }
  }

  // MARK: Strings

  private func string(_ text: Span<UInt8>, _ output: inout Output) throws(Failure) {
    try output.write("\"")
    try JSONString.write(text, &output)
    try output.write("\"")
  }

  // MARK: JSON from elsewhere

  /// Writes a value that is given as valid JSON text, in this writer's layout.
  mutating func value(_ json: Span<UInt8>, _ output: inout Output) throws(Failure) {
    // Behind a bracket or a comma the next value or key stands on a line of its own.
    var isNext = false
    var place = 0
    while place < json.count {
      let byte = json[place]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        place += 1
      case UInt8(ascii: ","):
        isNext = true
        place += 1
      case UInt8(ascii: ":"):
        try output.write(isCompact ? ":" : ": ")
        place += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        try close(byte == UInt8(ascii: "}") ? "}" : "]", &output)
        isNext = false
        place += 1
      default:
        if isNext { try next(&output) }
        isNext = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
        if isNext {
          try open(byte == UInt8(ascii: "{") ? "{" : "[", &output)
          place += 1
        } else {
          let end = JSONText.endOfScalar(json, from: place)
          try output.write(json.extracting(place..<end))
          place = end
        }
      }
    }
  }
}

extension Span<UInt8> {
  /// The bytes without the blanks around them.
  var trimmedRange: Range<Int> {
    let start = indexOfTrimmedStart()
    return start..<Swift.max(start, indexOfTrimmedEnd())
  }
}
