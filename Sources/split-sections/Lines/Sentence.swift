import Filters

/// The sentence that begins at some place of a line: what a title may be taken from.
struct Sentence {
  /// What ends it.
  enum Stop { case none, period, semicolon, colon }

  var start = 0
  /// The place of its stop, which a question mark is not; or the line's end.
  var end = 0
  /// The place after its stop.
  var stopEnd = 0
  var stop = Stop.none
  var hasBlank = false
  /// A title may end at its first blank, as where a web page lost the end of a line: 编制目的 为做好….
  var hasTitleBlank = false
  /// Its characters without blanks.
  var length = 0
  var commas = 0
  /// The place of its first colon before any comma, and the characters before it; 0 if none.
  var colon = 0
  var lengthToColon = 0
  /// The place of its first comma outside brackets, and the characters before it; 0 if none.
  var comma = 0
  var lengthToComma = 0
  /// True if nothing follows the stop.
  var endsLine = false
}

extension Sentence {
  /// Takes the ** with which bold type ends for a part of the stop, at the line's end or behind the stop.
  mutating func takeBold(_ text: Span<UInt8>) {
    if stop != .none, !endsLine, text.isBoldMark(at: stopEnd) {
      stopEnd += 2
    } else if end > start + 2, text.isBoldMark(at: end - 2) {
      end -= 2
      length -= 2
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether ** stands at `i`.
  func isBoldMark(at i: Int) -> Bool {
    i >= 0 && i + 1 < count && self[i] == 0x2A && self[i + 1] == 0x2A
  }

  /// The sentence from `start` that ends at the latest at `end`, the line's end without blanks.
  ///
  /// Stops inside quotations and brackets do not count, unless the bracket stays open. With
  /// `semicolons`, a semicolon ends a sentence as a period does; else only one that ends the line.
  func sentence(from start: Int, to end: Int, semicolons: Bool) -> Sentence {
    var sentence = Sentence(start: start, end: end, stopEnd: end)
    var i = start
    var open = 0
    var opened = 0
    var inner: Sentence?
    while i < end {
      let byte = self[i]
      if byte >= 0xE4, byte <= 0xE9 {
        // Most characters are no punctuation.
        sentence.length += 1
        i += 3
        continue
      }
      let (scalar, step) = scalar(at: i)
      let length = Swift.max(step, 1)
      if endsSentence(scalar) && !isDash(at: i + length) || semicolons && isSemicolon(scalar)
        || isPoint(scalar) && isStop(at: i, length, to: end)
      {
        var found = sentence
        // A question stays one without what follows it.
        found.end = isQuestionMark(scalar) ? Swift.min(i + length, end) : i
        found.stopEnd = Swift.min(i + length, end)
        found.stop = isSemicolon(scalar) ? .semicolon : .period
        if open == 0 { return finished(found, to: end) }
        if inner == nil { inner = found }
      } else if opensBracket(scalar) {
        if open == 0 { opened = i }
        open += 1
        sentence.length += 1
      } else if closesBracket(scalar) {
        open = Swift.max(open - 1, 0)
        if open == 0 { inner = nil }
        sentence.length += 1
      } else if isComma(scalar) {
        if sentence.comma == 0, open == 0 {
          sentence.comma = i
          sentence.lengthToComma = sentence.length
        }
        sentence.commas += 1
        sentence.length += 1
      } else if isColon(scalar) {
        if sentence.colon == 0, sentence.commas == 0, open == 0 {
          sentence.colon = i
          sentence.lengthToColon = sentence.length
        }
        sentence.length += 1
      } else if blankLength(at: i) == 0 {
        sentence.length += 1
      } else if !sentence.hasBlank {
        sentence.hasBlank = true
        sentence.hasTitleBlank =
          sentence.commas == 0 && open == 0 && endsTitle(atBlank: i, sentence.length, to: end)
      }
      i += length
      // A bracket that stays open for long was never meant to close.
      if open > 0, i - opened > 600 {
        if let inner { return finished(inner, to: end) }
        open = 0
      }
    }
    return finished(inner ?? sentence, to: end)
  }

  /// Whether this line may be the title of a label that stands alone in the line above it.
  var isTitleBelowLabel: Bool {
    let start = indexOfTrimmedStart()
    let end = indexOfTrimmedEnd(from: start)
    guard (start..<end).contains(where: { self[$0] >= 0xE4 && self[$0] <= 0xE9 }) else {
      return false
    }
    let sentence = sentence(from: start, to: end, semicolons: true)
    return sentence.stop == .none && sentence.commas < 2 && sentence.length <= Outline.longestTitle
  }

  /// Whether the point at `i` stands for 。: behind a Chinese character, at the line's end or before a blank.
  private func isStop(at i: Int, _ length: Int, to end: Int) -> Bool {
    guard i >= 3, isIdeograph(scalar(at: i - 3).value) else { return false }
    return i + length >= end || blankLength(at: i + length) > 0
  }

  /// Whether a dash stands at `i`, with which a title goes on behind its question.
  private func isDash(at i: Int) -> Bool { scalar(at: i).value == 0x2014 }

  /// Whether a title of `length` characters may end at the blank at `i`: more than three, with Chinese ones on both sides
  /// of it, or the year that a body begins with behind it.
  private func endsTitle(atBlank i: Int, _ length: Int, to end: Int) -> Bool {
    guard length > 3, length <= Outline.longestPhrase, isIdeograph(scalar(at: i - 3).value) else {
      return false
    }
    let next = indexOfTrimmedStart(from: i, to: end)
    let (first, _) = scalar(at: next)
    // 《 and “
    return isIdeograph(first) || first == 0x300A || first == 0x201C || isYear(at: next)
  }

  /// The place behind a sentence's first blank.
  func placeBehindBlank(of sentence: Sentence) -> Int {
    var i = sentence.start
    while i < sentence.end, blankLength(at: i) == 0 { i += Swift.max(scalar(at: i).length, 1) }
    return indexOfTrimmedStart(from: i, to: sentence.end)
  }

  /// Takes the stop that ends the line where none ended the sentence, and the rest of a run of stops.
  private func finished(_ sentence: Sentence, to end: Int) -> Sentence {
    var result = sentence
    if result.stop == .none, end > result.start {
      var last = end - 1
      while last > result.start, self[last] & 0xC0 == 0x80 { last -= 1 }
      let (scalar, _) = scalar(at: last)
      if isColon(scalar) || isSemicolon(scalar) || isComma(scalar) {
        result.end = last
        result.stop = isColon(scalar) ? .colon : .semicolon
        result.length -= 1
      }
    }
    while result.stop == .period, result.stopEnd < end {
      let (scalar, length) = scalar(at: result.stopEnd)
      guard endsSentence(scalar) else { break }
      let isQuestion = isQuestionMark(scalar) && result.end == result.stopEnd
      result.stopEnd = Swift.min(result.stopEnd + length, end)
      if isQuestion { result.end = result.stopEnd }
    }
    result.endsLine = result.stopEnd >= end
    return result
  }
}
