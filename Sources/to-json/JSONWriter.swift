import Filters

/// JSON as jq prints it: two spaces a level or all on one line, in jq's colours or none.
///
/// It collects what is written; who uses it hands that over with `flush`, once a record.
struct JSONWriter: ~Copyable {
  private let isCompact: Bool
  private let isColored: Bool
  private var depth = 0
  /// True while nothing stands in the innermost open object or array.
  private var isFirst = true

  /// What was written since the last `flush`.
  private(set) var bytes = ByteBuffer(capacity: 8192)

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
    if depth > 0 { next() }
    open("{")
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

  private mutating func open(_ bracket: StaticString) {
    if isColored { bytes.append(Color.bracket) }
    bytes.append(bracket)
    depth += 1
    isFirst = true
  }

  private mutating func close(_ bracket: StaticString) {
    depth -= 1
    if !isFirst {
      breakLine()
      if isColored { bytes.append(Color.bracket) }
    }
    bytes.append(bracket)
    if isColored { bytes.append(Color.none) }
    endValue()
    isFirst = false
  }

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
    if !isCompact, !isColored {
      bytes.append(key: name, isFirst: isFirst, blanks: 2 * depth)
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

  @inline(__always)
  private mutating func beginKey() {
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

  @inline(__always)
  private mutating func endKey() {
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
  private mutating func next() {
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
  private mutating func endScalar() {
    if isColored {
      bytes.append(Color.none)
      endValue()
    }
  }

  /// jq goes back to the colour of what is around a value.
  private mutating func endValue() {
    if isColored, depth > 0 { bytes.append(Color.bracket) }
  }

  // MARK: Members that are written more than once

  /// Puts a member as it is written behind another one into `bytes`; an empty text gives none.
  mutating func keep(member name: StaticString, _ text: Span<UInt8>, in kept: inout ByteBuffer) {
    let start = bytes.count
    let wasFirst = isFirst
    isFirst = false
    // All rows are flat, so what stands between members is always the same.
    depth += 1
    member(name, text)
    depth -= 1
    isFirst = wasFirst
    keep(from: start, in: &kept)
    bytes.removeLast(bytes.count - start)
  }

  /// Puts what was written from `start` on into `kept`.
  mutating func keep(from start: Int, in kept: inout ByteBuffer) {
    kept.append(bytes.bytes(in: start..<bytes.count))
  }

  /// Adds members that were kept.
  mutating func add(written members: borrowing ByteBuffer) { bytes.append(members) }

  /// Adds a value as it stands where no layout is wanted, else in this writer's layout.
  mutating func add(value json: Span<UInt8>) {
    if isCompact, !isColored { bytes.append(json) } else { value(json) }
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
    beginString()
    bytes.append(escapingJSON: text)
    endString()
  }

  // MARK: JSON from elsewhere

  /// Writes a value that is given as valid JSON text, in this writer's layout.
  mutating func value(_ json: Span<UInt8>) {
    var reader = JSONReader(takesDoubleNames: true)
    reader.beginLine(json)
    // Behind a name a value stands where it is; in an array and for a name the place must be made.
    var isBehindName = true
    var arrays: [Bool] = []
    do throws(JSONReader.Fault) {
      while true {
        let token = try reader.next(json)
        let range = reader.range
        switch token {
        case .endOfLine: return
        case .key:
          key(inside: json.extracting(range))
          isBehindName = true
          continue
        case .endObject, .endArray:
          close(token == .endObject ? "}" : "]")
          arrays.removeLast()
          continue
        default: break
        }
        if !isBehindName, arrays.last == true { next() }
        isBehindName = false
        switch token {
        case .beginObject, .beginArray:
          open(token == .beginObject ? "{" : "[")
          arrays.append(token == .beginArray)
        case .string:
          beginString()
          bytes.append(json.extracting(range))
          endString()
        default:
          if isColored { bytes.append(token == .null ? Color.null : Color.plain) }
          bytes.append(json.extracting(range))
          endScalar()
        }
      }
    } catch {
      preconditionFailure("only values that were checked are written")
    }
  }

  /// Writes a name that is given as it stands between its quotes.
  private mutating func key(inside name: Span<UInt8>) {
    beginKey()
    bytes.append(name)
    endKey()
  }
}

/// How JSON is laid out.
struct JSONStyle {
  /// True for all on one line.
  var isCompact = false
  /// True for jq's colours.
  var isColored = false
}

/// The colours of jq 1.6, byte for byte.
private enum Color {
  static var none: StaticString { "\u{1B}[0m" }
  static var null: StaticString { "\u{1B}[1;30m" }
  /// Numbers, true and false.
  static var plain: StaticString { "\u{1B}[0;39m" }
  static var string: StaticString { "\u{1B}[0;32m" }
  static var bracket: StaticString { "\u{1B}[1;39m" }
  static var key: StaticString { "\u{1B}[34;1m" }
}

extension Span<UInt8> {
  /// The bytes without the blanks around them.
  var trimmedRange: Range<Int> {
    let start = indexOfTrimmedStart()
    return start..<Swift.max(start, indexOfTrimmedEnd())
  }
}
