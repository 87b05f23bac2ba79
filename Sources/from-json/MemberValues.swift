import Filters

/// The values of an object's members while it is read, and the records that are made of them.
struct MemberValues: ~Copyable {
  /// What a value is, and where it stands among the bytes.
  private struct Value {
    var token = JSONReader.Token.null
    var start = 0
    var end = 0
  }

  /// The values, one after the other.
  private(set) var bytes = ByteBuffer(capacity: 4096)
  private var values = [Value](repeating: Value(), count: Member.allCases.count)
  /// Where the texts of `fields` and `extra` end in `bytes`.
  private var fieldEnds: [Int] = []
  private var extraEnds: [Int] = []
  /// The members that the object has.
  private(set) var present = MemberSet()

  /// The record that is being put together.
  private(set) var record = ByteBuffer(capacity: 4096)

  /// Forgets everything.
  mutating func removeAll() {
    bytes.removeAll()
    present = MemberSet()
    fieldEnds.removeAll(keepingCapacity: true)
    extraEnds.removeAll(keepingCapacity: true)
  }

  /// Takes a member's value: a string without its quotes, or JSON as it stands.
  mutating func take(
    _ member: Member, _ token: JSONReader.Token, _ text: Span<UInt8>, hasEscapes: Bool
  ) {
    let start = bytes.count
    if token == .string, hasEscapes {
      bytes.append(unescapingJSON: text)
    } else {
      bytes.append(text)
    }
    values[member.rawValue] = Value(token: token, start: start, end: bytes.count)
    present.insert(member)
  }

  /// Takes a member without its value.
  mutating func note(_ member: Member) {
    values[member.rawValue] = Value(token: .string, start: 0, end: 0)
    present.insert(member)
  }

  /// Begins `fields` or `extra`.
  mutating func beginTexts(of member: Member) {
    values[member.rawValue] = Value(token: .beginArray, start: bytes.count, end: bytes.count)
    present.insert(member)
  }

  /// Takes the next text of `fields` or `extra`.
  mutating func take(textOf member: Member, _ text: Span<UInt8>, hasEscapes: Bool) {
    if hasEscapes { bytes.append(unescapingJSON: text) } else { bytes.append(text) }
    if member == .fields { fieldEnds.append(bytes.count) } else { extraEnds.append(bytes.count) }
  }

  /// What a member's value is; nil where it is absent.
  func token(_ member: Member) -> JSONReader.Token? {
    present.contains(member) ? values[member.rawValue].token : nil
  }

  /// Where a member's value stands in `bytes`; empty where it is absent.
  func range(_ member: Member) -> Range<Int> {
    guard present.contains(member) else { return 0..<0 }
    return values[member.rawValue].start..<values[member.rawValue].end
  }

  /// True if a member's value is this word.
  func has(_ member: Member, _ word: StaticString) -> Bool {
    bytes.bytes(in: range(member)).isEqual(to: word)
  }

  /// True if the type can be that of a record: not empty, and no comment's.
  var hasPlainType: Bool {
    let range = range(.type)
    return !range.isEmpty && bytes.bytes[range.lowerBound] != UInt8(ascii: "#")
  }

  // MARK: Records

  /// Begins a record of a type.
  mutating func begin(_ type: StaticString) {
    record.removeAll()
    record.append(type)
  }

  /// Begins a record of the type that `type` names.
  mutating func beginNamed() {
    record.removeAll()
    Self.copy(bytes, values[Member.type.rawValue].start, values[Member.type.rawValue].end, &record)
  }

  /// Adds a member's value as a column; an absent one is an empty column.
  mutating func column(_ member: Member) {
    record.append(UInt8(ascii: "\t"))
    guard present.contains(member) else { return }
    let value = values[member.rawValue]
    Self.copy(bytes, value.start, value.end, &record)
  }

  /// Adds a word as a column.
  mutating func column(_ word: StaticString) {
    record.append(UInt8(ascii: "\t"))
    record.append(word)
  }

  /// Adds a number as a column.
  mutating func column(_ number: Int) {
    record.append(UInt8(ascii: "\t"))
    record.append(number: number)
  }

  /// Adds the texts of `fields` or `extra` as columns.
  mutating func columns(of member: Member) {
    guard present.contains(member) else { return }
    var start = values[member.rawValue].start
    for end in member == .fields ? fieldEnds : extraEnds {
      record.append(UInt8(ascii: "\t"))
      Self.copy(bytes, start, end, &record)
      start = end
    }
  }

  /// Adds the text of a comment behind its mark.
  mutating func appendComment() {
    let value = values[Member.comment.rawValue]
    if present.contains(.comment) { Self.copyRaw(bytes, value.start, value.end, &record) }
  }

  /// Takes the line of `record` for the record.
  mutating func useRecord() {
    let value = values[Member.record.rawValue]
    record.removeAll()
    Self.copyRaw(bytes, value.start, value.end, &record)
  }

  /// Adds a metric's columns from TEXT on; what is wrong with them, if anything is.
  mutating func metricColumns() -> String? {
    column(.text)
    let forms: [Member] = [.low, .fraction, .mask]
    let given = forms.filter { present.contains($0) }
    if given.count > 1 { return "a metric has one of value, low and high, fraction, or mask" }
    if present.contains(.low) != present.contains(.high) {
      return "a range has both low and high"
    }
    for member in [Member.value, .low, .high] where hasPower(member) {
      return "a metric's \(member.name) is a plain decimal, without a power of ten"
    }
    let hasNumber = token(.value) == .number
    if hasNumber, !given.isEmpty { return "a metric with a value has no other form of one" }
    if !hasNumber, token(.value) != nil, token(.value) != .null {
      return "a metric's value is a number or null"
    }
    if hasNumber {
      column(.value)
    } else if present.contains(.low) {
      column(.low)
      record.append("..")
      Self.copy(
        bytes, values[Member.high.rawValue].start, values[Member.high.rawValue].end, &record)
    } else {
      column(given.first ?? .fraction)
    }
    for member in [Member.unit, .sign, .kind, .per, .change, .label] { column(member) }
    return nil
  }

  private func hasPower(_ member: Member) -> Bool {
    guard token(member) == .number else { return false }
    for index in range(member) where bytes.bytes[index] | 0x20 == UInt8(ascii: "e") { return true }
    return false
  }

  private static func copyRaw(
    _ bytes: borrowing ByteBuffer, _ start: Int, _ end: Int, _ record: inout ByteBuffer
  ) {
    record.append(bytes.bytes(in: start..<end))
  }

  private static func copy(
    _ bytes: borrowing ByteBuffer, _ start: Int, _ end: Int, _ record: inout ByteBuffer
  ) {
    record.append(escaping: bytes.bytes(in: start..<end))
  }
}
