import Filters

/// Finds what leads out of a text: addresses, and names and numbers behind words like 微信 and 群.
struct NetNames {
  /// The best weight of a name or number with its label; 0 where there is none.
  private(set) var contact = 0
  /// How long the label of that one is, if it is no telephone's.
  private(set) var labelLength = 0
  /// The best weight of an address; 0 where there is none.
  private(set) var link = 0
  /// True if an address is one that is never advertising.
  private(set) var isOfficial = false

  /// What a mobile number is worth without a label, or a mail address.
  static let bareWeight = 25
  /// What a number with a label is worth whose digits stand apart: nobody who does not hide writes so.
  private static let brokenWeight = 90
  /// An address of the net has a label of so much, a telephone less.
  private static let labelledWeight = 55
  /// What an address is worth whose host is not known.
  static let addressWeight = 40
  fileprivate static let high: UInt64 = 0x8080_8080_8080_8080
  /// The fewest characters of a name or number.
  private static let shortest = 5

  /// Reads the folded `text`; `isBroken` where blanks stood between its digits.
  mutating func read(
    _ text: Span<UInt8>, rules: borrowing DebrisRules, isBroken: Bool = false
  ) {
    contact = 0
    labelLength = 0
    link = 0
    isOfficial = false
    var place = 0
    while place < text.count {
      // Names are of ASCII: what has none is passed over in words.
      if place + 8 <= text.count, text.word64(at: place) & Self.high == Self.high {
        place += 8
        continue
      }
      guard text[place].isDigit || text[place].isSmallLetter else {
        place += 1
        continue
      }
      var end = place
      var hasPoint = false
      var hasAt = false
      while end < text.count, Self.isAddressByte(text[end]) {
        if text[end] == UInt8(ascii: ".") { hasPoint = true }
        if text[end] == UInt8(ascii: "@") { hasAt = true }
        end += 1
      }
      if hasPoint, hasAt { contact = max(contact, Self.bareWeight) }
      if hasPoint, !hasAt { readAddress(text.extracting(place..<end), rules: rules) }
      readName(text, place..<end, rules: rules)
      place = end
    }
    if isBroken, contact >= Self.labelledWeight { contact = max(contact, Self.brokenWeight) }
  }

  private mutating func readAddress(_ address: Span<UInt8>, rules: borrowing DebrisRules) {
    let start = address.schemeLength
    var end = start
    while end < address.count, address[end] != UInt8(ascii: "/"), address[end] != UInt8(ascii: ":"),
      address[end] != UInt8(ascii: "?"), address[end] != UInt8(ascii: "#")
    {
      end += 1
    }
    while end > start, address[end - 1] == UInt8(ascii: ".") { end -= 1 }
    let known = rules.hosts.longest(endOf: address.extracting(start..<end))
    let weight = known?.weight ?? (start > 0 ? Self.addressWeight : 0)
    if weight < 0 { isOfficial = true }
    link = max(link, weight)
  }

  private mutating func readName(
    _ text: Span<UInt8>, _ run: Range<Int>, rules: borrowing DebrisRules
  ) {
    var start = run.lowerBound
    var end = run.lowerBound
    // The label itself may be of letters: vx:abc123, qq群123456.
    while start < run.upperBound {
      end = start
      var digits = 0
      while end < run.upperBound, text[end].isNameByte {
        if text[end].isDigit { digits += 1 }
        end += 1
      }
      let length = end - start
      if length >= Self.shortest || (length >= 3 && digits < length) {
        if let label = label(of: text, before: start, length: length, rules: rules),
          label.weight > contact
        {
          contact = label.weight
          labelLength = label.weight >= Self.labelledWeight ? label.text.count : 0
        }
      }
      if digits == 11, length == 11, text[start] == UInt8(ascii: "1"),
        text[start + 1] > UInt8(ascii: "2")
      {
        contact = max(contact, Self.bareWeight)
      }
      start = max(end, start) + 1
    }
  }

  /// The label that stands before `place`, at most four signs away.
  private func label(
    of text: Span<UInt8>, before place: Int, length: Int, rules: borrowing DebrisRules
  ) -> Labels.Label? {
    var end = place
    for _ in 0..<4 {
      let width = text.edgeLengthBefore(end)
      if width > 0 {
        end -= width
      } else if end >= 3, text.isCircledNumber(at: end - 3) {
        // 群①：
        end -= 3
      } else {
        break
      }
    }
    // A short name needs a sign between the label and itself.
    if length < Self.shortest, end == place { return nil }
    return rules.labels.label(in: text, endingAt: end)
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    byte.isNameByte || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "?")
      || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "%")
      || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "+")
  }
}

extension Span where Element == UInt8 {
  /// Whether seven digits or more stand one by one, with blanks between them: 7 1 2 3 4 5 6.
  var hasBrokenNumber: Bool {
    var digits = 0
    var place = 0
    while place < count {
      if place + 8 <= count, word64(at: place) & NetNames.high == NetNames.high {
        digits = 0
        place += 8
        continue
      }
      if self[place].isDigit {
        let isAlone = place == 0 || !self[place - 1].isDigit
        digits = isAlone ? digits + 1 : 0
        if digits >= 7, place + 1 == count || !self[place + 1].isDigit { return true }
      } else if self[place] != UInt8(ascii: " ") {
        digits = 0
      }
      place += 1
    }
    return false
  }

  /// Whether ①, ② or another of them stands at `place`.
  func isCircledNumber(at place: Int) -> Bool {
    self[place] == 0xE2 && (0x2460...0x2473).contains(scalar(at: place).value)
  }
}
