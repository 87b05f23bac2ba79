import Filters

extension Span where Element == UInt8 {
  /// The sentences of the text, side by side from its beginning to its end.
  ///
  /// A sentence ends behind 。！？；or …… and the brackets and quotation marks closed there; none ends inside of these.
  /// The last may have no end.
  func findSentences(into sentences: inout [Range<Int>]) {
    sentences.removeAll(keepingCapacity: true)
    var start = 0
    var place = 0
    var depth = 0
    var isEnded = false
    while place < count {
      let (value, width) = scalar(at: place)
      switch value {
      case 0x3002, 0xFF01, 0xFF1B, 0xFF1F: isEnded = true
      case 0x2026:
        // Of 。…… the dots begin what follows: they stand for what is left out.
        if isEnded, depth == 0, sentenceEnd(before: place) == 0x3002 {
          sentences.append(start..<place)
          start = place
        }
        isEnded = place >= 3 && scalar(at: place - 3).value == 0x2026
      case 0x201C, 0x2018, 0x28, 0x5B, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016,
        0xFF08, 0xFF3B:
        if isEnded, depth == 0 {
          sentences.append(start..<place)
          start = place
        }
        isEnded = false
        depth += 1
      case 0x201D, 0x2019, 0x29, 0x5D, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017,
        0xFF09, 0xFF3D:
        depth = max(0, depth - 1)
      default:
        if isEnded, depth == 0 {
          sentences.append(start..<place)
          start = place
        }
        isEnded = false
      }
      place += width
    }
    if start < count { sentences.append(start..<count) }
  }

  /// Whether no sentence ends in the text but at its end, and one comma stands in it at most.
  var isOneClause: Bool {
    var commas = 0
    for place in 0..<Swift.max(0, edgesStart - 2) where self[place] >= 0xE3 {
      if starts(with: "。", at: place) || starts(with: "；", at: place) { return false }
      if starts(with: "，", at: place) { commas += 1 }
    }
    return commas <= 1
  }

  /// The character before `place`, of three bytes; 0 where there is none.
  private func sentenceEnd(before place: Int) -> UInt32 {
    place >= 3 ? scalar(at: place - 3).value : 0
  }

  /// The characters of the text as bits of `Choice`: what is no part of it mostly has a bit that these have not.
  var characterBits: UInt64 {
    var bits: UInt64 = 0
    var place = 0
    while place < count {
      bits |= Choice.firstBit(self, at: place)
      place += 1
      while place < count, self[place] & 0xC0 == 0x80 { place += 1 }
    }
    return bits
  }

  /// Whether `word` stands somewhere in the text.
  func contains(_ word: Span<UInt8>) -> Bool {
    guard word.count > 0, word.count <= count else { return false }
    let first = word[0]
    for place in 0...count - word.count where self[place] == first {
      if starts(with: word, at: place) { return true }
    }
    return false
  }
}
