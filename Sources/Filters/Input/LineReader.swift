/// The lines of one operand: bytes read, judged, decoded to UTF-8 and checked.
///
/// A line is handed out only when all of it was found good; the fault stands at a line of its own.
struct LineReader: ~Copyable {
  /// What an operand turned out to be.
  enum Content: Equatable {
    /// Not one byte.
    case nothing
    case text(hasByteOrderMark: Bool)
    case stream
    /// A stream behind a byte order mark, which no stream has.
    case markedStream
  }

  /// What comes next.
  enum Step {
    /// A line, and what ended it.
    case line(LineEnd)
    /// Nothing: the operand is read.
    case end
    /// A line that cannot be had.
    case fault(InputFault)
  }

  /// What is done to the bytes before they are handed out.
  private enum Mode: Equatable {
    /// It is not known yet.
    case fresh
    /// Nothing: a stream was checked where it began.
    case asIs
    /// Only ASCII came so far, and the encoding is still open.
    case open
    case checked
    case decoded
  }

  private static let readSize = 256 << 10
  /// So much is decoded at once; little behind an invalid byte, since each call makes room for all that
  /// it is given and gets no further than the next one.
  private static let decodeSizes = 64...(32 << 10)

  private let intake: Intake
  private var source: ByteSource
  private var sourceEnded = false
  private var mode = Mode.fresh

  /// UTF-8 that is handed out line by line; the current line stands first.
  private var text = ByteBuffer(capacity: LineReader.readSize)
  /// How much of `text` is known to be good, and how much of that was searched for a line feed.
  private var good = 0
  private var searched = 0
  /// How much of `text` was found to be UTF-8 for those who asked; what a stream holds is not checked unasked.
  private var valid = 0
  /// What is wrong behind the good bytes.
  private var fault: String?
  /// Where `text` begins in the source; with a decoder, where `raw` does.
  private var offset = 0

  private var raw = ByteBuffer(capacity: 16)
  private var encoding = TextEncoding.utf8
  private var decoded: [UInt8] = []

  /// The length of the current line and of what ended it.
  private var lineLength = 0
  private var endLength = 0

  /// The current line's number, from 1.
  private(set) var lineNumber = 0
  /// The encoding that was judged to be the document's, where it is not UTF-8.
  private(set) var judgedEncoding: TextEncoding?
  /// How many bytes were read so far.
  private(set) var bytesRead = 0
  /// How many invalid sequences became U+FFFD.
  private(set) var replacements = 0

  init(_ source: consuming ByteSource, _ intake: Intake) {
    self.source = source
    self.intake = intake
  }

  /// The current line without its end.
  var line: Span<UInt8> {
    @_lifetime(borrow self) get { text.bytes(in: 0..<lineLength) }
  }

  /// Whether the current line is UTF-8, which is known of plain text and must be asked of a stream.
  ///
  /// All that was read is looked at together, for the check is fast on long texts only.
  mutating func lineIsUTF8() -> Bool {
    if lineLength > valid {
      valid += UTF8Check.check(text.bytes(in: valid..<good)).validCount
    }
    return lineLength <= valid
  }

  /// The encoding of plain text, where it is not UTF-8; known once it has begun, but of live text.
  var foreignEncoding: TextEncoding? { mode == .decoded && encoding != .utf8 ? encoding : nil }

  /// True if going on would not wait for input.
  var isReady: Bool { text.count > lineLength + endLength || source.isReady }

  // MARK: The beginning

  /// Tells what the operand holds, reading no more than that takes.
  mutating func begin() throws(InputFault) -> Content {
    while true {
      let opening = Opening(text.bytes)
      if text.isEmpty || (opening.isUndecided && intake.form != .text), !sourceEnded {
        try readMore()
        continue
      }
      // A stream of no bytes holds no document, also where it is a file.
      if text.isEmpty, sourceEnded { return intake.form == .stream ? .stream : .nothing }
      if intake.form == .stream || (intake.form == .auto && opening.isStream) {
        if opening.isMarked { giveUp(3) }
        mode = .asIs
        admit()
        return opening.isMarked ? .markedStream : .stream
      }
      return .text(hasByteOrderMark: try beginText())
    }
  }

  /// Begins lines that are handed out as they are, whatever they hold; only a byte order mark is left out.
  mutating func beginLines() throws(InputFault) {
    while text.count < 3, !sourceEnded { try readMore() }
    if text.bytes.starts(with: "\u{FEFF}") { giveUp(3) }
    mode = .asIs
    admit()
  }

  /// Finds the encoding of plain text; true if it is UTF-8 behind a byte order mark.
  private mutating func beginText() throws(InputFault) -> Bool {
    // A line that is typed must not wait for a mark that it cannot begin with.
    while text.count < 3, text.isEmpty || text.bytes[0] >= 0xEF, !sourceEnded { try readMore() }
    let mark = TextEncoding.mark(of: text.bytes)
    if let encoding = intake.encoding ?? mark?.encoding {
      var chosen = encoding
      var isMarked = false
      if let mark, mark.encoding == encoding || encoding.isUTF16 && mark.encoding.isUTF16 {
        // Of two byte orders the one that the document itself names is the right one.
        chosen = mark.encoding
        isMarked = true
        giveUp(mark.length)
      }
      use(chosen)
      return isMarked && chosen == .utf8
    }
    if intake.isLive {
      mode = .open
      admit()
    } else {
      while text.count < Intake.judged, !sourceEnded { try readMore() }
      judge(min(text.count, Intake.judged))
    }
    return false
  }

  /// Decides on the encoding by the first `count` bytes.
  private mutating func judge(_ count: Int) {
    // A character may be cut only where more of the document follows.
    let mayBeCut = !(sourceEnded && count == text.count)
    let verdict = UTF8Check.check(text.bytes(in: 0..<count))
    if verdict.isGood(mayBeCut: mayBeCut) { return use(.utf8) }
    if GB18030.check(text.bytes(in: 0..<count)).isGood(mayBeCut: mayBeCut) {
      judgedEncoding = .gb18030
      return use(.gb18030)
    }
    if intake.replacesInvalid { return use(.utf8) }
    mode = .checked
    good = verdict.validCount
    fault =
      "byte \(hexadecimal(text.bytes[good])) at offset \(offset + good) is not UTF-8, and the "
      + "text is not GB18030 either; name its encoding with --encoding, or give --invalid replace"
  }

  private mutating func use(_ encoding: TextEncoding) {
    if encoding == .utf8, !intake.replacesInvalid {
      mode = .checked
    } else {
      mode = .decoded
      self.encoding = encoding
      raw = ByteBuffer(capacity: max(text.count, Self.readSize))
      Self.move(&text, to: &raw)
      good = 0
      searched = 0
    }
    admit()
  }

  private static func move(_ from: inout ByteBuffer, to destination: inout ByteBuffer) {
    destination.append(from.bytes)
    from.removeAll()
  }

  // MARK: Lines

  /// Goes to the next line.
  mutating func next() -> Step {
    do throws(InputFault) {
      guard let end = try find() else { return .end }
      return .line(end)
    } catch {
      return .fault(error)
    }
  }

  /// Finds the next line and tells what ended it; nil after the last one.
  private mutating func find() throws(InputFault) -> LineEnd? {
    giveUp(lineLength + endLength)
    lineLength = 0
    endLength = 0
    while true {
      let feed = text.bytes(in: 0..<good).firstIndex(of: UInt8(ascii: "\n"), from: searched)
      if feed < good { return try take(feed, endLength: 1) }
      searched = good
      // In this order, or the pieces in which the line came would decide which fault is told.
      if good > intake.maximumLine { throw tooLong }
      if let fault { throw .invalid(line: lineNumber + 1, reason: fault) }
      if good < text.count, mode == .open {
        try judgeOpenLine()
      } else if !sourceEnded {
        try readMore()
      } else if text.isEmpty {
        return nil
      } else {
        return try take(text.count, endLength: 0)
      }
    }
  }

  /// Leaves out the rest of a line that is too long.
  mutating func skipLine() throws(InputFault) {
    lineNumber += 1
    while true {
      let feed = text.bytes.firstIndex(of: UInt8(ascii: "\n"), from: 0)
      if feed < text.count { return giveUp(feed + 1) }
      giveUp(text.count)
      if sourceEnded { return }
      try readMore()
    }
  }

  /// Reads to the end and keeps nothing, so that who writes into our pipe is not cut off.
  mutating func drain() {
    do throws(InputFault) {
      while !sourceEnded {
        text.removeAll()
        raw.removeAll()
        sourceEnded = try read(into: false) == 0
      }
    } catch {
      // The document has failed already; what cannot be drained changes nothing.
    }
  }

  private mutating func take(_ length: Int, endLength end: Int) throws(InputFault) -> LineEnd {
    if length > intake.maximumLine { throw tooLong }
    lineNumber += 1
    lineLength = length
    endLength = end
    if end == 0 { return .none }
    guard mode != .asIs, length > 0, text.bytes[length - 1] == UInt8(ascii: "\r") else {
      return .lf
    }
    lineLength -= 1
    endLength += 1
    return .crlf
  }

  private var tooLong: InputFault { .tooLong(line: lineNumber + 1, limit: intake.maximumLine) }

  /// Decides on the encoding by the line with the first byte beyond ASCII, once it is whole.
  private mutating func judgeOpenLine() throws(InputFault) {
    let feed = text.bytes.firstIndex(of: UInt8(ascii: "\n"), from: good)
    if feed < text.count {
      judge(feed + 1)
    } else if sourceEnded || text.count >= Intake.judged {
      judge(text.count)
    } else {
      try readMore()
    }
  }

  // MARK: Bytes

  private mutating func giveUp(_ count: Int) {
    text.removeFirst(count)
    if mode != .decoded { offset += count }
    good = max(0, good - count)
    valid = max(0, valid - count)
    searched = 0
  }

  private mutating func readMore() throws(InputFault) {
    sourceEnded = try read(into: mode == .decoded) == 0
    admit()
  }

  private mutating func read(into isRaw: Bool) throws(InputFault) -> Int {
    do throws(SystemFailure) {
      let count: Int
      if isRaw {
        count = try source.read(Self.readSize, into: &raw)
      } else {
        text.compact()
        count = try source.read(Self.readSize, into: &text)
      }
      bytesRead += count
      return count
    } catch {
      throw .unreadable(error)
    }
  }

  /// Finds out how much of what was read is good.
  private mutating func admit() {
    switch mode {
    case .fresh:
      break
    case .asIs:
      good = text.count
    case .open:
      good = text.bytes.firstIndexBeyondASCII(from: good)
    case .checked:
      guard fault == nil else { return }
      let verdict = UTF8Check.check(text.bytes(in: good..<text.count))
      good += verdict.validCount
      if !verdict.isGood(mayBeCut: !sourceEnded) {
        fault =
          "byte \(hexadecimal(text.bytes[good])) at offset \(offset + good) is not UTF-8; name the "
          + "text's encoding with --encoding, or give --invalid replace"
      }
    case .decoded:
      decode()
    }
  }

  private mutating func decode() {
    var size = Self.decodeSizes.upperBound
    while fault == nil {
      let count = min(raw.count, size)
      let isAll = count == raw.count
      let verdict = Self.decode(
        raw, count, as: encoding, atEnd: sourceEnded && isAll, into: &text, by: &decoded)
      raw.removeFirst(verdict.validCount)
      offset += verdict.validCount
      good = text.count
      guard case .invalid(let length) = verdict.ending else {
        if isAll { return }
        size = min(size * 2, Self.decodeSizes.upperBound)
        continue
      }
      if intake.replacesInvalid {
        size = Self.decodeSizes.lowerBound
        text.append("\u{FFFD}")
        replacements += 1
        raw.removeFirst(length)
        offset += length
      } else {
        fault =
          "byte \(hexadecimal(raw.bytes[0])) at offset \(offset) is not \(encoding.name); "
          + "name the text's encoding with --encoding, or give --invalid replace"
      }
    }
  }

  private static func decode(
    _ raw: borrowing ByteBuffer, _ count: Int, as encoding: TextEncoding, atEnd: Bool,
    into text: inout ByteBuffer, by decoded: inout [UInt8]
  ) -> Verdict {
    let verdict = encoding.decode(
      raw.bytes(in: 0..<count), atEnd: atEnd, into: &decoded)
    text.append(decoded.span)
    decoded.removeAll(keepingCapacity: true)
    return verdict
  }
}

/// A byte as messages show it: `0xB5`.
func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.count == 1 ? "0x0" + digits : "0x" + digits
}

extension TextEncoding {
  fileprivate var isUTF16: Bool {
    if case .utf16 = self { true } else { false }
  }
}

extension Verdict {
  /// True if nothing is wrong; a cut character at the end is allowed where more bytes may follow.
  fileprivate func isGood(mayBeCut: Bool) -> Bool {
    switch ending {
    case .whole: true
    case .cut: mayBeCut
    case .invalid: false
    }
  }
}
