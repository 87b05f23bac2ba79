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
  enum Mode: Equatable {
    /// It is not known yet.
    case fresh
    /// Nothing: a stream was checked where it began.
    case asIs
    /// Only ASCII came so far, and the encoding is still open.
    case open
    case checked
    case decoded
  }

  /// So much is read at once.
  static let readSize = 256 << 10

  /// How the operand is to be read.
  let intake: Intake
  /// Where the bytes come from.
  var source: ByteSource
  /// True if the source has no more bytes.
  var sourceEnded = false
  /// What is done to the bytes now.
  var mode = Mode.fresh
  /// True if a carriage return before the line feed is the line's own.
  var keepsReturns = false

  /// UTF-8 that is handed out line by line; the current line stands first.
  var text = ByteBuffer(capacity: LineReader.readSize)
  /// How much of `text` is known to be good.
  var good = 0
  /// How much of that was searched for a line feed.
  var searched = 0
  /// How much of `text` was found to be UTF-8 for those who asked; what a stream holds is not checked unasked.
  var valid = 0
  /// What is wrong behind the good bytes.
  var fault: String?
  /// Where `text` begins in the source; with a decoder, where `raw` does.
  var offset = 0

  /// Bytes that are to be decoded.
  var raw = ByteBuffer(capacity: 16)
  /// What they are decoded from.
  var encoding = TextEncoding.utf8
  /// What a decoder gave last; kept for its room.
  var decoded: [UInt8] = []

  /// The length of the current line and of what ended it.
  private var lineLength = 0
  private var endLength = 0

  /// The current line's number, from 1.
  private(set) var lineNumber = 0
  /// The encoding that was judged to be the document's, where it is not UTF-8.
  var judgedEncoding: TextEncoding?
  /// How many bytes were read so far.
  var bytesRead = 0
  /// How many invalid sequences became U+FFFD.
  var replacements = 0

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
        takeAsIs()
        return opening.isMarked ? .markedStream : .stream
      }
      return .text(hasByteOrderMark: try beginText())
    }
  }

  /// Begins lines that are handed out as they are, whatever they hold; only a byte order mark is left out.
  mutating func beginLines() throws(InputFault) {
    while text.count < 3, !sourceEnded { try readMore() }
    if text.bytes.starts(with: "\u{FEFF}") { giveUp(3) }
    takeAsIs()
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

  @inline(__always)
  private mutating func take(_ length: Int, endLength end: Int) throws(InputFault) -> LineEnd {
    if length > intake.maximumLine { throw tooLong }
    lineNumber += 1
    lineLength = length
    endLength = end
    if end == 0 { return .none }
    guard !keepsReturns, length > 0, text.bytes[length - 1] == UInt8(ascii: "\r") else {
      return .lf
    }
    lineLength -= 1
    endLength += 1
    return .crlf
  }

  private var tooLong: InputFault { .tooLong(line: lineNumber + 1, limit: intake.maximumLine) }
}
