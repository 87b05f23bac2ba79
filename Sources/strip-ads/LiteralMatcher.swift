// How a literal is found without comparing it at every character:
//
//     literal   … 公 众 号 …        at least six bytes; its rarest six are its window
//     window    |-----6-----|       it begins where a character does
//
// The six bytes at each character are hashed. A bit of a small filter says no to nearly all places; the others
// are looked up in a table of windows, then compared with the whole literals of the window.

import Filters

/// Finds all occurrences of many literals in one pass.
struct LiteralMatcher: Sendable {
  /// Where a literal was found.
  struct Hit: Sendable {
    /// The literal's number.
    var literal: Int
    /// Its first byte.
    var place: Int
  }

  /// What must stand beside a literal for it to count, as bits of `Choice`; all bits where anything may.
  struct Neighbours: Sendable {
    /// Just behind it.
    var after = UInt64.max
    /// Just before it.
    var before = UInt64.max
  }

  /// What a text has besides the literals that count.
  struct Traits {
    /// Latin letters other than X, and signs beside them in ASCII.
    var letters = false
    /// Blanks or emoji.
    var gaps = false
    /// Literals beside which something else stands than must; told of texts of up to `longestCounted` bytes.
    var strays = false
  }

  /// The fewest bytes of a literal.
  static let shortest = Rarity.width
  /// The most bytes of a text of which strays are told.
  static let longestCounted = 120

  private struct Slot {
    var window: UInt64 = 0
    /// Its entries; the first is -1 in an empty slot, and the last of a chain while literals are added.
    var first: Int32 = -1
    var end: Int32 = 0
    /// What stands beside the window in one of its literals, or must stand beside the literal.
    var beside = Neighbours(after: 0, before: 0)
  }

  /// A byte of a literal outside its window, which is looked at before the rest.
  private struct Probe {
    /// Counted from the window.
    var place: Int32
    var byte: UInt8
  }

  private struct Entry {
    var neighbours: Neighbours
    var literal: Int32
    /// From the window back to the literal's beginning.
    var offset: Int32
    var length: Int32
    /// The entry of the same window that was added before.
    var previous: Int32
    var probe: Probe
  }

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let windowMask: UInt64 = 0x0000_FFFF_FFFF_FFFF
  /// What the lead and the two other bytes of a character have in common, for one character and for two.
  private static let oneMask: UInt64 = 0xC0C0F0
  private static let one: UInt64 = 0x8080E0
  private static let twoMask: UInt64 = 0xC0C0_F0C0_C0F0
  private static let two: UInt64 = 0x8080_E080_80E0

  private var filter = [UInt64](repeating: 0, count: 1 << 11)
  private var slots: [Slot]
  /// A hash shifted so far is the number of a slot.
  private let slotShift: UInt64
  /// By literal while they are added, by slot afterwards.
  private var entries: [Entry] = []
  /// The probes of `entries`, for themselves, since most places are done with by them.
  private var probes: [Probe] = []
  /// All literals one after the other, and where each begins; the last entry is the end.
  private var pool: [UInt8] = []
  private var starts: [Int32] = [0]

  /// A matcher without literals that has room for `capacity` of them; `finish` makes it ready.
  init(capacity: Int) {
    var bits: UInt64 = 4
    while 1 << bits < capacity * 2 { bits += 1 }
    slotShift = 64 - bits
    slots = [Slot](repeating: Slot(), count: 1 << Int(bits))
    entries.reserveCapacity(capacity)
    starts.reserveCapacity(capacity + 1)
  }

  /// A matcher for `literals`; equal ones count once.
  init(_ literals: [[UInt8]]) {
    self.init(capacity: literals.count)
    for literal in literals { _ = add(literal) }
    finish()
  }

  /// The number of literals.
  var count: Int { starts.count - 1 }

  /// Adds `literal`, of at least six bytes, unless it is known, and answers its number.
  mutating func add(_ literal: [UInt8], _ neighbours: Neighbours = Neighbours()) -> Int {
    let offset = Rarity.rarestWindow(of: literal).offset
    let window = Rarity.window(literal.span, offset)
    let hash = Self.hash(window)
    var slot = Int(hash >> slotShift)
    while slots[slot].first >= 0, slots[slot].window != window {
      slot = (slot + 1) & (slots.count - 1)
    }
    var known = slots[slot].first
    while known >= 0 {
      if text(of: Int(known), is: literal) {
        entries[Int(known)].neighbours.formUnion(neighbours)
        return Int(known)
      }
      known = entries[Int(known)].previous
    }
    filter[Int(hash >> 53)] |= Self.filterBit(hash)
    let beside = offset + Self.shortest < literal.count ? offset + Self.shortest + 2 : offset - 1
    let place = min(max(beside, 0), literal.count - 1)
    let number = count
    entries.append(
      Entry(
        neighbours: neighbours, literal: Int32(number), offset: Int32(offset),
        length: Int32(literal.count), previous: slots[slot].first,
        probe: Probe(place: Int32(place - offset), byte: literal[place])))
    slots[slot].window = window
    slots[slot].first = Int32(number)
    pool += literal
    starts.append(Int32(pool.count))
    return number
  }

  private func text(of number: Int, is literal: [UInt8]) -> Bool {
    pool.span.extracting(Int(starts[number])..<Int(starts[number + 1])).isEqual(to: literal.span)
  }

  /// Puts the entries of each window side by side.
  mutating func finish() {
    var sorted: [Entry] = []
    sorted.reserveCapacity(entries.count)
    for slot in slots.indices where slots[slot].first >= 0 {
      var next = slots[slot].first
      slots[slot].first = Int32(sorted.count)
      while next >= 0 {
        slots[slot].beside.formUnion(besideWindow(of: Int(next)))
        sorted.append(entries[Int(next)])
        next = entries[Int(next)].previous
      }
      slots[slot].end = Int32(sorted.count)
    }
    entries = sorted
    probes = entries.map(\.probe)
  }

  private func besideWindow(of number: Int) -> Neighbours {
    let entry = entries[number]
    let text = pool.span.extracting(Int(starts[number])..<Int(starts[number + 1]))
    let start = Int(entry.offset)
    let end = start + Self.shortest
    return Neighbours(
      after: end == text.count ? entry.neighbours.after : Choice.firstBit(text, at: end),
      before: start == 0 ? entry.neighbours.before : Choice.lastBit(text, before: start))
  }

  @inline(__always)
  private static func hash(_ window: UInt64) -> UInt64 { (window & windowMask) &* factor }

  @inline(__always)
  private static func filterBit(_ hash: UInt64) -> UInt64 {
    1 &<< (hash &>> 47 & 63)
  }

  @inline(__always)
  private static func passes(_ filter: Span<UInt64>, _ hash: UInt64) -> Bool {
    let word = filter[Int(truncatingIfNeeded: hash &>> 53)]
    return word &>> (hash &>> 47 & 63) & 1 != 0
  }

  /// The number of bytes of `literal`.
  func length(of literal: Int) -> Int { Int(starts[literal + 1] - starts[literal]) }

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
