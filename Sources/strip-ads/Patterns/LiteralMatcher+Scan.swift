import Filters

/// How texts are searched.
extension LiteralMatcher {
  /// The hash of the window that the lowest six bytes are.
  @inline(__always)
  static func hash(_ window: UInt64) -> UInt64 { (window &<< 16) &* factor }

  /// The two bits of a hash in its word of the filter.
  @inline(__always)
  static func filterBit(_ hash: UInt64) -> UInt64 {
    1 &<< (hash &>> 47 & 63)
  }

  /// 1 if a window of this hash may be one of a literal, else 0.
  @inline(__always)
  private static func passes(_ filter: Span<UInt64>, _ hash: UInt64) -> UInt64 {
    filter[Int(truncatingIfNeeded: hash &>> 53)] &>> (hash &>> 47 & 63) & 1
  }

  /// Adds the occurrences in `text` to `hits`, in the order of their windows, and answers what else it has; linear.
  func scan(_ text: Span<UInt8>, into hits: inout [Hit]) -> Traits {
    let filter = self.filter.span
    // Known once, it need not be asked at each look.
    precondition(filter.count == Self.filterWords)
    let count = text.count
    var traits = Traits()
    var place = 0
    while true {
      // Four Chinese characters at once, without a call or a guess as long as no window passes.
      while place &+ 20 <= count {
        let block = text.extracting(place..<place &+ 20)
        let first = block.word64(at: 0)
        let third = block.word64(at: 6)
        guard first & Self.twoMask == Self.two, third & Self.twoMask == Self.two else { break }
        let passed =
          Self.passes(filter, Self.hash(first))
          | Self.passes(filter, Self.hash(block.word64(at: 3))) &<< 3
          | Self.passes(filter, Self.hash(third)) &<< 6
          | Self.passes(filter, Self.hash(block.word64(at: 9))) &<< 9
        if passed != 0 { look(text, at: passed, from: place, &hits, &traits) }
        place &+= 12
      }
      guard place < count else { return traits }
      place &+= step(text, place, filter, &hits, &traits)
    }
  }

  /// Looks at one character, and answers its length.
  @inline(__always)
  private func step(
    _ text: Span<UInt8>, _ place: Int, _ filter: Span<UInt64>, _ hits: inout [Hit],
    _ traits: inout Traits
  ) -> Int {
    let left = text.count &- place
    let word =
      left >= 8 ? text.word64(at: place) : left >= Self.shortest ? Rarity.window(text, place) : 0
    if left >= Self.shortest, Self.passes(filter, Self.hash(word)) != 0 {
      look(text, at: 1, from: place, &hits, &traits)
    }
    if word & Self.oneMask == Self.one { return 3 }
    traits.note(text[place], at: place)
    return 1
  }

  /// Looks up the windows that the bits of `passed` say, counted in bytes from `start`.
  @inline(never)
  private func look(
    _ text: Span<UInt8>, at passed: UInt64, from start: Int, _ hits: inout [Hit],
    _ traits: inout Traits
  ) {
    var passed = passed
    while passed != 0 {
      look(text, start &+ passed.trailingZeroBitCount, &hits, &traits)
      passed &= passed &- 1
    }
  }

  @inline(__always)
  private func look(
    _ text: Span<UInt8>, _ place: Int, _ hits: inout [Hit], _ traits: inout Traits
  ) {
    let window = Rarity.window(text, place)
    let hash = Self.hash(window)
    let slots = self.slots.span
    var slot = Int(hash >> slotShift)
    while slots[slot].window != window {
      if slots[slot].first < 0 { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    // In a long text it does not matter whether a literal strays.
    if text.count > Self.longestCounted,
      !slots[slot].beside.stand(in: text, beside: place..<place + Self.shortest)
    {
      return
    }
    let probes = self.probes.span
    for index in Int(slots[slot].first)..<Int(slots[slot].end) {
      let probed = place + Int(probes[index].place)
      guard probed >= 0, probed < text.count, text[probed] == probes[index].byte else { continue }
      compare(index, text, place, &hits, &traits)
    }
  }

  @inline(__always)
  private func compare(
    _ index: Int, _ text: Span<UInt8>, _ place: Int, _ hits: inout [Hit], _ traits: inout Traits
  ) {
    let entries = self.entries.span
    let length = Int(entries[index].length)
    let origin = place - Int(entries[index].offset)
    guard origin >= 0, origin + length <= text.count else { return }
    if length > Self.shortest {
      let start = Int(starts[Int(entries[index].literal)])
      guard text.starts(with: pool.span.extracting(start..<start + length), at: origin)
      else { return }
    }
    if entries[index].neighbours.stand(in: text, beside: origin..<origin + length) {
      hits.append(Hit(literal: Int(entries[index].literal), place: origin))
    } else {
      traits.strays = true
    }
  }
}

extension LiteralMatcher.Neighbours {
  /// Whether they stand beside `range`; a quick look, which may say yes where it is no.
  @inline(__always)
  func stand(in text: Span<UInt8>, beside range: Range<Int>) -> Bool {
    if after != .max {
      let end = range.upperBound
      guard end < text.count, after & Choice.firstBit(text, at: end) != 0 else { return false }
    }
    if before != .max {
      let start = range.lowerBound
      guard start > 0, before & Choice.lastBit(text, before: start) != 0 else { return false }
    }
    return true
  }

  /// Widens them by those of `other`.
  mutating func formUnion(_ other: Self) {
    after |= other.after
    before |= other.before
  }
}

extension LiteralMatcher.Traits {
  /// Takes note of a byte outside of Chinese characters.
  @inline(__always)
  fileprivate mutating func note(_ byte: UInt8, at place: Int) {
    if byte.isLetterSign { letters = true }
    if byte & 0xFC == 0x20 || byte >= 0xF0 { gaps = true }
    let isNext = place == lastDigit &+ 1
    if byte.isDigit || byte == UInt8(ascii: "-") && isNext {
      digits = isNext ? digits &+ 1 : 1
      lastDigit = place
      if digits >= 5 { number = true }
    }
  }
}

extension UInt8 {
  /// Whether it is a Latin letter or one of the signs beside them in ASCII, but no X: XX社区 is how reports leave a
  /// name out, and where a short line has one, it is looked at in another place.
  @inline(__always)
  var isLetterSign: Bool { self & 0xC0 == 0x40 && self | 0x20 != UInt8(ascii: "x") }
}
