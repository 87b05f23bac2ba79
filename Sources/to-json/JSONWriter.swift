import Filters

/// JSON as jq prints it: two spaces a level or all on one line, in jq's colours or none.
///
/// It collects what is written; who uses it hands that over with `flush`, once a record.
struct JSONWriter: ~Copyable {
  /// All stands on one line.
  let isCompact: Bool
  /// In jq's colours.
  let isColored: Bool
  /// The objects and arrays that are open.
  var depth = 0
  /// True while nothing stands in the innermost open object or array.
  var isFirst = true

  /// What was written since the last `flush`.
  var bytes = ByteBuffer(capacity: 8192)

  init(_ style: JSONStyle) {
    isCompact = style.isCompact
    isColored = style.isColored
  }

  /// Hands over what was written.
  mutating func flush(_ output: inout Output) throws(Failure) {
    try output.write(bytes.bytes)
    bytes.removeAll()
  }

  // MARK: Objects and arrays

  /// Opens an object, as a value of its own or an array's next one.
  mutating func beginObject() {
    if depth > 0 { beginElement("{") } else { open("{") }
  }

  /// Opens an object as a member.
  mutating func beginObject(_ name: StaticString) {
    key(name)
    open("{")
  }

  /// Opens an array as a member.
  mutating func beginArray(_ name: StaticString) {
    key(name)
    open("[")
  }

  /// Closes the innermost object; behind the outermost one a line ends.
  mutating func endObject() {
    close("}")
    if depth == 0 { bytes.append("\n") }
  }

  /// Closes the innermost array.
  mutating func endArray() { close("]") }

  /// Writes an opening bracket.
  @inline(__always)
  mutating func open(_ bracket: Unicode.Scalar) {
    if isColored { bytes.append(Color.bracket) }
    bytes.append(UInt8(ascii: bracket))
    depth += 1
    isFirst = true
  }

  /// Writes an opening bracket as an array's next value.
  private mutating func beginElement(_ bracket: Unicode.Scalar) {
    if isColored {
      next()
      return open(bracket)
    }
    bytes.append(bracket: UInt8(ascii: bracket), afterComma: !isFirst, indent: indent)
    depth += 1
    isFirst = true
  }

  /// Writes a closing bracket, on a line of its own unless nothing stands before it.
  mutating func close(_ bracket: Unicode.Scalar) {
    depth -= 1
    if !isColored {
      bytes.append(
        bracket: UInt8(ascii: bracket), afterComma: false, indent: isFirst ? nil : indent)
      isFirst = false
      return
    }
    if !isFirst {
      breakLine()
      bytes.append(Color.bracket)
    }
    bytes.append(UInt8(ascii: bracket))
    bytes.append(Color.none)
    endValue()
    isFirst = false
  }

  /// The blanks before what stands on a line of its own now.
  private var indent: Int? { isCompact ? nil : 2 * depth }

  // MARK: Members

  /// Writes a member that is text; an empty one is left out.
  @inline(__always)
  mutating func member(_ name: StaticString, _ text: Span<UInt8>) {
    if !text.isEmpty { member(name, always: text) }
  }

  /// Writes a member that is text, also an empty one.
  @inline(__always)
  mutating func member(_ name: StaticString, always text: Span<UInt8>) {
    key(name)
    string(text)
  }

  /// Writes a member that is text without the blanks around it; an empty one is left out.
  mutating func member(_ name: StaticString, trimming text: Span<UInt8>) {
    member(name, text.extracting(text.trimmedRange))
  }

  /// Writes a member that is one of this form's own words.
  @inline(__always)
  mutating func member(_ name: StaticString, _ word: StaticString) {
    key(name)
    beginString()
    bytes.append(word)
    endString()
  }

  /// Writes a member that is a number.
  @inline(__always)
  mutating func member(_ name: StaticString, _ number: Int) {
    key(name)
    if isColored { bytes.append(Color.plain) }
    bytes.append(number: number)
    endScalar()
  }

  /// Writes a member that is a number as it stands, of any size.
  @inline(__always)
  mutating func member(_ name: StaticString, verbatim number: Span<UInt8>) {
    key(name)
    if isColored { bytes.append(Color.plain) }
    bytes.append(number)
    endScalar()
  }

  /// Writes a member that is null.
  mutating func null(_ name: StaticString) {
    key(name)
    if isColored { bytes.append(Color.null) }
    bytes.append("null")
    endScalar()
  }

  /// Writes an array's next value, text.
  mutating func element(_ text: Span<UInt8>) {
    next()
    string(text)
  }

  /// Writes a record's columns from `first` on as an array of texts; nothing where there are none.
  mutating func member(_ name: StaticString, columnsOf record: borrowing Record, from first: Int) {
    if record.columnCount <= first { return }
    beginArray(name)
    for index in first..<record.columnCount { element(record.column(index)) }
    endArray()
  }

  /// Writes the name of a member; its value must follow.
  @inline(__always)
  mutating func key(_ name: StaticString) {
    if !isColored {
      bytes.append(key: name, isFirst: isFirst, indent: indent)
      isFirst = false
      return
    }
    beginKey()
    bytes.append(name)
    endKey()
  }

  /// Writes the name of a member that no one foresaw; its value must follow.
  mutating func key(_ name: Span<UInt8>) {
    beginKey()
    bytes.append(escapingJSON: name)
    endKey()
  }

  /// Writes what stands before a name; the name must follow, then `endKey`.
  @inline(__always)
  mutating func beginKey() {
    if isColored {
      beginColoredKey()
    } else {
      if isCompact {
        bytes.append(isFirst ? "\"" : ",\"")
      } else {
        bytes.append(isFirst ? "\n" : ",\n")
        bytes.append(UInt8(ascii: " "), times: 2 * depth)
        bytes.append("\"")
      }
      isFirst = false
    }
  }

  private mutating func beginColoredKey() {
    next()
    bytes.append(Color.none)
    bytes.append(Color.key)
    bytes.append("\"")
  }

  /// Writes what stands between a name and its value.
  @inline(__always)
  mutating func endKey() {
    if isColored { endColoredKey() } else { bytes.append(isCompact ? "\":" : "\": ") }
  }

  private mutating func endColoredKey() {
    bytes.append("\"")
    bytes.append(Color.none)
    bytes.append(Color.bracket)
    bytes.append(isCompact ? ":" : ": ")
    bytes.append(Color.none)
  }

  /// Parts what follows from what stands before it in the same object or array.
  mutating func next() {
    if !isFirst { bytes.append(",") }
    isFirst = false
    breakLine()
  }

  private mutating func breakLine() {
    if isCompact { return }
    bytes.append("\n")
    bytes.append(UInt8(ascii: " "), times: 2 * depth)
  }

  /// What stands behind a number, text or word.
  @inline(__always)
  mutating func endScalar() {
    if isColored {
      bytes.append(Color.none)
      endValue()
    }
  }

  /// jq goes back to the colour of what is around a value.
  private mutating func endValue() {
    if isColored, depth > 0 { bytes.append(Color.bracket) }
  }

  // MARK: Strings

  /// Opens a string; `add` and `endString` follow.
  @inline(__always)
  mutating func beginString() {
    if isColored { bytes.append(Color.string) }
    bytes.append("\"")
  }

  /// Adds text to the string that is open.
  mutating func add(_ text: Span<UInt8>) { bytes.append(escapingJSON: text) }

  /// Closes the string.
  @inline(__always)
  mutating func endString() {
    bytes.append("\"")
    endScalar()
  }

  private mutating func string(_ text: Span<UInt8>) {
    if !isColored { return bytes.append(quotingJSON: text) }
    beginString()
    bytes.append(escapingJSON: text)
    endString()
  }
}

extension Span<UInt8> {
  /// The bytes without the blanks around them.
  var trimmedRange: Range<Int> {
    let start = indexOfTrimmedStart()
    return start..<Swift.max(start, indexOfTrimmedEnd())
  }
}
