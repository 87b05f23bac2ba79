/// Reads single records: types, columns, numbers, escapes.
struct RecordParser: ~Copyable {
  /// Why a line is no proper record.
  struct Fault: Error {
    let reason: String
  }

  /// DEPTH is at most this.
  static let maximumDepth = 1000
  /// A record has so many columns at most, so that a line of nothing but TABs takes no more memory than others.
  static let maximumColumns = 10_000

  /// The columns of the record, and behind them what is left of longer ones.
  private var fields = Array(repeating: Field(0, 0), count: 16)
  private var fieldCount = 0
  private var unescaped = ByteBuffer(capacity: 4096)
  private var hasEscapes = false
  private var head = RecordHead(kind: .comment)

  /// The kind of the record that was read last, also of one that is no proper record.
  var kind: RecordKind { head.kind }

  /// Reads `raw`, a line of a stream without its line feed.
  mutating func parse(_ raw: Span<UInt8>) throws(Fault) {
    if parseUsual(raw) { return }
    head = RecordHead(kind: .comment)
    fieldCount = 0
    hasEscapes = false
    let isReturned = raw.count > 0 && raw[raw.count - 1] == UInt8(ascii: "\r")
    let isComment = raw.count > 0 && raw[0] == UInt8(ascii: "#")
    var hasBackslash = false
    if !isComment {
      hasBackslash = split(raw)
      // Told in spite of a carriage return, so that a stream of such lines still has documents.
      let end = fields[0].end - (isReturned && fieldCount == 1 ? 1 : 0)
      head.kind = Self.kind(of: raw.extracting(0..<end))
    }
    if fieldCount > Self.maximumColumns {
      throw Fault(reason: "the record has more than \(Self.maximumColumns) columns")
    }
    if isReturned {
      throw Fault(reason: "the line ends in a carriage return; lines of a stream end in LF alone")
    }
    if isComment { return }
    let kind = head.kind
    if fields[0].end == 0 {
      throw Fault(reason: "a record starts with its type, and this one has none")
    }
    if hasBackslash { try unescape(raw, strictly: kind != .other) }
    if fieldCount < kind.width {
      throw Fault(
        reason: "a record of this type has \(kind.width) columns, and this one \(fieldCount)")
    }
    if kind.hasPosition {
      head.line = try number(raw, 1, "LINE", atLeast: 1)
      head.column = try number(raw, 2, "COL", atLeast: 1)
    }
    if kind.hasDepth {
      head.depth = try number(raw, 3, "DEPTH", atLeast: 0)
      if head.depth > Self.maximumDepth {
        throw Fault(reason: "DEPTH is \(head.depth), and \(Self.maximumDepth) is the most")
      }
    }
  }

  /// Takes the first columns of a usual record: where LINE, COL and DEPTH begin, and what is behind them.
  @inline(__always)
  mutating func take(_ head: RecordHead, line: Int, column: Int, depth: Int, rest: Int) {
    self.head = head
    hasEscapes = false
    var found = fields.mutableSpan
    found[0] = Field(0, line &- 1)
    found[1] = Field(line, column &- 1)
    found[2] = Field(column, depth &- 1)
    found[3] = Field(depth, rest &- 1)
    fieldCount = rest == depth ? 3 : 4
  }

  /// Takes all that is behind the columns taken as one column more.
  @inline(__always)
  mutating func takeLast(_ end: Int) {
    let last = fieldCount
    fields[last] = Field(fields[last &- 1].end &+ 1, end)
    fieldCount = last &+ 1
  }

  /// Takes what is behind the columns taken column by column; false where it is not as it usually is.
  mutating func takeColumns(_ raw: Span<UInt8>, from place: Int) -> Bool {
    let taken = fieldCount
    var found = fields.mutableSpan
    let (count, hasBackslash) = Self.split(raw, from: place, after: taken, into: &found)
    fieldCount = count
    return count >= head.kind.width && count <= fields.count && !hasBackslash
  }

  /// The record that was read last; `raw` is what it was read from.
  @_lifetime(borrow self, copy raw)
  func record(_ raw: Span<UInt8>) -> Record {
    let decoded = hasEscapes ? unescaped.bytes : raw
    return Record(
      head, lineEnd: .lf, isPlain: false, hasEscapes: hasEscapes, raw: raw, decoded: decoded,
      fields: fields.span.extracting(0..<fieldCount))
  }

  /// Finds the columns in one go; true if there is a backslash too.
  private mutating func split(_ raw: Span<UInt8>) -> Bool {
    while true {
      var found = fields.mutableSpan
      let (count, hasBackslash) = Self.split(raw, from: 0, after: 0, into: &found)
      fieldCount = count
      if count <= fields.count { return hasBackslash }
      // Rare: a record with more columns than any before it is looked at again.
      fields += Array(repeating: Field(0, 0), count: count - fields.count)
    }
  }

  /// Notes where the columns from `place` on lie, behind `count` others, as many as `fields` takes; tells how
  /// many there are with those (one too many where there are more than a record may have) and whether there
  /// is a backslash.
  private static func split(
    _ raw: Span<UInt8>, from place: Int, after count: Int, into fields: inout MutableSpan<Field>
  ) -> (count: Int, hasBackslash: Bool) {
    var count = count
    var start = place
    var hasBackslash = false
    var place = place
    func end(_ tab: Int) {
      if count < fields.count { fields[count] = Field(start, tab) }
      count &+= count > maximumColumns ? 0 : 1
      start = tab &+ 1
    }
    while place &+ 8 <= raw.count {
      let word = raw.word64(at: place)
      // The high bit of exactly those bytes that are wanted: sums of seven bits cannot carry over.
      let tabs = word ^ EachByte.all(UInt8(ascii: "\t"))
      var hits = ~(((tabs & ~EachByte.high) &+ ~EachByte.high) | tabs) & EachByte.high
      let slashes = word ^ EachByte.all(UInt8(ascii: "\\"))
      if (slashes &- EachByte.low) & ~slashes & EachByte.high != 0 { hasBackslash = true }
      let isBare = hits == 0
      while hits != 0 {
        end(place &+ hits.trailingZeroBitCount &>> 3)
        hits &= hits &- 1
      }
      place &+= 8
      // Long texts hold neither: 32 bytes at a time.
      if isBare {
        while place &+ 32 <= raw.count, !columnMarks.standIn(raw, at: place) {
          place &+= 32
        }
      }
    }
    while place < raw.count {
      if raw[place] == UInt8(ascii: "\t") { end(place) }
      if raw[place] == UInt8(ascii: "\\") { hasBackslash = true }
      place &+= 1
    }
    end(raw.count)
    return (count, hasBackslash)
  }

  /// What matters between the columns of a record; no other byte stops the search.
  @inline(__always) static var columnMarks: StopBytes {
    StopBytes(below: 0, UInt8(ascii: "\t"), UInt8(ascii: "\\"))
  }

  private static func kind(of type: Span<UInt8>) -> RecordKind {
    // One comparison, since a record's type is asked for more often than anything else.
    let kind: (RecordKind, StaticString) =
      switch (type.count, type.isEmpty ? 0 : type[0]) {
      case (3, UInt8(ascii: "d")): (.doc, "doc")
      case (3, UInt8(ascii: "e")): (.end, "end")
      case (3, UInt8(ascii: "c")): (.cut, "cut")
      case (4, UInt8(ascii: "l")): (.line, "line")
      case (4, UInt8(ascii: "t")): (.text, "text")
      case (4, UInt8(ascii: "m")): (.meta, "meta")
      case (5, UInt8(ascii: "t")): (.title, "title")
      case (6, UInt8(ascii: "m")): (.metric, "metric")
      case (7, UInt8(ascii: "s")): (.section, "section")
      default: (.other, "")
      }
    return type.isEqual(to: kind.1) ? kind.0 : .other
  }

  /// Puts the columns without their escapes into `unescaped`, and lets `fields` lead there.
  private mutating func unescape(_ raw: Span<UInt8>, strictly: Bool) throws(Fault) {
    hasEscapes = true
    unescaped.removeAll()
    for index in 0..<fieldCount {
      let field = fields[index]
      let start = unescaped.count
      var run = field.start
      while run < field.end {
        let mark = min(raw.firstIndex(of: UInt8(ascii: "\\"), from: run), field.end)
        unescaped.append(raw.extracting(run..<mark))
        if mark == field.end { break }
        run = mark + 1
        if run < field.end, let byte = Escape.meaning(of: raw[run]) {
          unescaped.append(byte)
          run += 1
        } else if strictly {
          throw Fault(
            reason: "a backslash stands before something other than \\ t n r 0; write it as \\\\")
        } else {
          unescaped.append(UInt8(ascii: "\\"))
        }
      }
      fields[index] = Field(start, unescaped.count)
    }
  }

  /// The canonical number in column `index`.
  private func number(
    _ raw: Span<UInt8>, _ index: Int, _ name: String, atLeast least: Int
  ) throws(Fault) -> Int {
    // Numbers hold no backslash, so with escapes elsewhere the unescaped bytes are the same ones.
    let bytes =
      hasEscapes
      ? unescaped.bytes(in: fields[index].start..<fields[index].end)
      : raw.extracting(fields[index].start..<fields[index].end)
    guard let value = bytes.canonicalNumber, value >= least else {
      throw Fault(reason: "\(name) must be a number from \(least), written without leading zeros")
    }
    return value
  }
}

extension Span<UInt8> {
  /// The number that the bytes write: `0`, or digits without a leading zero; nil otherwise.
  public var canonicalNumber: Int? {
    guard count > 0, count <= 18, count == 1 || self[0] != UInt8(ascii: "0") else { return nil }
    var value = 0
    for index in indices {
      let digit = self[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
