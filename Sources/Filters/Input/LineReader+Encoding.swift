// The encoding of plain text: named by an option, told by a byte order mark, or judged; and what is decoded from it.

extension LineReader {
  /// Finds the encoding of plain text; true if it is UTF-8 behind a byte order mark.
  mutating func beginText() throws(InputFault) -> Bool {
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

  /// Begins lines whose encoding is not asked; only invalid bytes are replaced where that is wished.
  mutating func takeAsIs() {
    keepsReturns = true
    if intake.replacesInvalid { return use(.utf8) }
    mode = .asIs
    admit()
  }

  /// Decides on the encoding by the line with the first byte beyond ASCII, once it is whole.
  mutating func judgeOpenLine() throws(InputFault) {
    let feed = text.bytes.firstIndex(of: UInt8(ascii: "\n"), from: good)
    if feed < text.count {
      judge(feed + 1)
    } else if sourceEnded || text.count >= Intake.judged {
      judge(text.count)
    } else {
      try readMore()
    }
  }

  /// Decides on the encoding by the first `count` bytes.
  private mutating func judge(_ count: Int) {
    // A character may be cut only where more of the document follows.
    let mayBeCut = !(sourceEnded && count == text.count)
    let verdict = UTF8Check.check(text.bytes(in: 0..<count))
    if verdict.isGood(mayBeCut: mayBeCut) {
      good = verdict.validCount
      return use(.utf8)
    }
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

  // MARK: Decoding

  /// So much is decoded at once; little behind an invalid byte, since each call makes room for all that
  /// it is given and gets no further than the next one.
  private static let decodeSizes = 64...(32 << 10)

  /// Decodes what was read, up to what is wrong with it.
  mutating func decode() {
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

extension TextEncoding {
  fileprivate var isUTF16: Bool {
    if case .utf16 = self { true } else { false }
  }
}
