import Filters

/// How texts are searched.
extension LiteralMatcher {
  /// The hash of a window.
  @inline(__always)
  static func hash(_ window: UInt64) -> UInt64 { (window & windowMask) &* factor }

  /// The two bits of a hash in its word of the filter.
  @inline(__always)
  static func filterBit(_ hash: UInt64) -> UInt64 {
    1 &<< (hash &>> 47 & 63)
  }

  @inline(__always)
  private static func passes(_ filter: Span<UInt64>, _ hash: UInt64) -> Bool {
    let word = filter[Int(truncatingIfNeeded: hash &>> 53)]
    return word &>> (hash &>> 47 & 63) & 1 != 0
  }

  /// Adds the occurrences in `text` to `hits`, in the order of their windows, and answers what else it has; linear.
  func scan(_ text: Span<UInt8>, into hits: inout [Hit]) -> Traits {
    let filter = self.filter.span
    let count = text.count
    var traits = Traits()
    var place = 0
    while place &+ 11 <= count {
      let word = text.word64(at: place)
      let hash = Self.hash(word)
      if word & Self.twoMask == Self.two {
        let next = Self.hash(text.word64(at: place &+ 3))
        if Self.passes(filter, hash) { look(text, place, hash, &hits, &traits) }
        if Self.passes(filter, next) { look(text, place &+ 3, next, &hits, &traits) }
        place &+= 6
      } else {
        if Self.passes(filter, hash) { look(text, place, hash, &hits, &traits) }
        if word & Self.oneMask == Self.one {
          place &+= 3
        } else {
          traits.note(UInt8(truncatingIfNeeded: word))
          place &+= 1
        }
      }
    }
    while place < count {
      if place &+ Self.shortest <= count {
        let hash = Self.hash(Rarity.window(text, place))
        if Self.passes(filter, hash) { look(text, place, hash, &hits, &traits) }
      }
      traits.note(text[place])
      place &+= 1
    }
    return traits
  }

  @inline(never)
  private func look(
    _ text: Span<UInt8>, _ place: Int, _ hash: UInt64, _ hits: inout [Hit], _ traits: inout Traits
  ) {
    let window = Rarity.window(text, place)
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
  fileprivate mutating func note(_ byte: UInt8) {
    // XX社区 is how reports leave a name out, and no literal is of X alone.
    if byte & 0xC0 == 0x40, byte | 0x20 != UInt8(ascii: "x") { letters = true }
    if byte & 0xFC == 0x20 || byte >= 0xF0 { gaps = true }
  }
}
