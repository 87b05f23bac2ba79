/// What JSON strings say, and how they say it.
extension ByteBuffer {
  // The name of a member is what JSON has most of: one look at the room for all of it.

  /// Adds `,` unless it is the first of its object, and the name of a member with its colon; with an indent
  /// both stand on a line of their own behind so many blanks.
  @inlinable @inline(__always)
  public mutating func append(key name: StaticString, isFirst: Bool, indent: Int?) {
    let length = name.utf8CodeUnitCount
    // Sixteen blanks are stored at once, some of which may not be wanted.
    let most = length + (indent ?? 0) + 32
    if capacity - tail < most { reserve(most) }
    let start = unsafe memory + tail
    var place = unsafe start
    if !isFirst {
      unsafe place.storeBytes(of: UInt8(ascii: ","), as: UInt8.self)
      unsafe place += 1
    }
    if let indent { unsafe Self.breakLine(&place, indent) }
    unsafe place.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
    unsafe (place + 1).copyMemory(from: name.utf8Start, byteCount: length)
    unsafe place += length + 1
    unsafe place.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
    unsafe place.storeBytes(of: UInt8(ascii: ":"), toByteOffset: 1, as: UInt8.self)
    unsafe place.storeBytes(of: UInt8(ascii: " "), toByteOffset: 2, as: UInt8.self)
    unsafe place += indent == nil ? 2 : 3
    tail += unsafe place - start
  }

  /// Adds a bracket, behind a comma where one is wanted; with an indent on a line of its own behind so many blanks.
  @inlinable
  public mutating func append(bracket: UInt8, afterComma: Bool, indent: Int?) {
    let most = (indent ?? 0) + 32
    if capacity - tail < most { reserve(most) }
    let start = unsafe memory + tail
    var place = unsafe start
    if afterComma {
      unsafe place.storeBytes(of: UInt8(ascii: ","), as: UInt8.self)
      unsafe place += 1
    }
    if let indent { unsafe Self.breakLine(&place, indent) }
    unsafe place.storeBytes(of: bracket, as: UInt8.self)
    tail += unsafe place + 1 - start
  }

  /// Puts a line feed and blanks at a place behind which there is room for sixteen blanks more.
  @inlinable @inline(__always)
  static func breakLine(_ place: inout UnsafeMutableRawPointer, _ indent: Int) {
    unsafe place.storeBytes(of: UInt8(ascii: "\n"), as: UInt8.self)
    unsafe place += 1
    for blanks in stride(from: 0, to: indent, by: 16) {
      unsafe place.storeBytes(
        of: SIMD16(repeating: UInt8(ascii: " ")), toByteOffset: blanks, as: SIMD16<UInt8>.self)
    }
    unsafe place += indent
  }

  /// Adds what the inside of a JSON string means; it was read and found good.
  public mutating func append(unescapingJSON inside: Span<UInt8>) {
    var run = 0
    while run < inside.count {
      let mark = inside.firstIndex(of: UInt8(ascii: "\\"), from: run)
      append(inside.extracting(run..<mark))
      guard mark + 1 < inside.count else { return }
      run = mark + 2
      switch inside[mark + 1] {
      case UInt8(ascii: "b"): append(0x08)
      case UInt8(ascii: "f"): append(0x0C)
      case UInt8(ascii: "n"): append(0x0A)
      case UInt8(ascii: "r"): append(0x0D)
      case UInt8(ascii: "t"): append(0x09)
      case UInt8(ascii: "u"):
        guard var scalar = inside.fourHexDigits(at: run) else { return }
        run += 4
        if scalar & 0xFC00 == 0xD800, let low = inside.fourHexDigits(at: run + 2) {
          scalar = 0x10000 + (scalar & 0x3FF) << 10 + low & 0x3FF
          run += 6
        }
        append(scalar: scalar)
      case let same: append(same)
      }
    }
  }

  /// Adds text as it stands inside a JSON string, with the shortest escapes of RFC 8259.
  public mutating func append(escapingJSON text: Span<UInt8>) {
    if append(plainJSON: text) { return }
    var run = 0
    while true {
      let mark = text.firstIndexOfJSONStop(from: run)
      append(text.extracting(run..<mark))
      if mark == text.count { return }
      appendJSONEscape(of: text[mark])
      run = mark + 1
    }
  }

  /// Adds text as a JSON string, between its quotes.
  public mutating func append(quotingJSON text: Span<UInt8>) {
    append(UInt8(ascii: "\""))
    append(escapingJSON: text)
    append(UInt8(ascii: "\""))
  }

  private mutating func appendJSONEscape(of byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    default:
      append("\\u00")
      append(UInt8(ascii: "0") + byte >> 4)
      let low = byte & 15
      append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
    }
  }

  private mutating func append(scalar: UInt32) {
    func continuation(_ shift: UInt32) -> UInt8 {
      UInt8(truncatingIfNeeded: 0x80 | (scalar >> shift) & 0x3F)
    }
    switch scalar {
    case 0..<0x80:
      append(UInt8(truncatingIfNeeded: scalar))
      return
    case 0..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    case 0..<0x10000:
      append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      append(continuation(6))
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      append(continuation(12))
      append(continuation(6))
    }
    append(continuation(0))
  }
}

extension Span<UInt8> {
  /// The number that four hexadecimal digits at `start` write; nil where they are not there.
  func fourHexDigits(at start: Int) -> UInt32? {
    guard start >= 0, start + 4 <= count else { return nil }
    var value: UInt32 = 0
    for index in start..<start + 4 {
      let byte = self[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: return nil
      }
    }
    return value
  }
}
