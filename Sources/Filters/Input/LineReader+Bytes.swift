// The bytes of the lines: read, checked, and given up when their line is done with.

extension LineReader {
  /// Gives up the first bytes of `text`.
  @inline(__always)
  mutating func giveUp(_ count: Int) {
    text.removeFirst(count)
    if mode != .decoded { offset += count }
    good = max(0, good - count)
    valid = max(0, valid - count)
    searched = 0
  }

  /// Reads once, and finds out how much of it is good.
  mutating func readMore() throws(InputFault) {
    sourceEnded = try read(into: mode == .decoded) == 0
    admit()
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
  mutating func admit() {
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
}
