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
    /// Five digits in a row, or with the hyphens between them five.
    var number = false
    /// How long the row that was seen last is.
    var digits = 0
    /// Where its last digit or hyphen stands.
    var lastDigit = -1
  }

  /// The fewest bytes of a literal.
  static let shortest = Rarity.width
  /// The most bytes of a text of which strays are told.
  static let longestCounted = 120

  /// A place of the table of windows.
  struct Slot {
    /// The window; 0 in an empty slot.
    var window: UInt64 = 0
    /// Its entries; the first is -1 in an empty slot, and the last of a chain while literals are added.
    var first: Int32 = -1
    /// Behind its last entry.
    var end: Int32 = 0
    /// What stands beside the window in one of its literals, or must stand beside the literal.
    var beside = Neighbours(after: 0, before: 0)
  }

  /// A byte of a literal outside its window, which is looked at before the rest.
  struct Probe {
    /// Where it stands, counted from the window.
    var place: Int32
    /// What stands there.
    var byte: UInt8
  }

  /// A literal that has a window.
  struct Entry {
    /// What must stand beside it.
    var neighbours: Neighbours
    /// Its number.
    var literal: Int32
    /// From the window back to the literal's beginning.
    var offset: Int32
    /// Its bytes.
    var length: Int32
    /// The entry of the same window that was added before.
    var previous: Int32
    /// The byte of it that is looked at first.
    var probe: Probe
  }

  /// The words of the filter, of which the highest eleven bits of a hash choose one.
  static let filterWords = 1 << 11
  /// What windows are multiplied with to be hashed.
  static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// What the lead and the two other bytes of a character have in common, for one character and for two.
  static let oneMask: UInt64 = 0xC0C0F0
  /// See `oneMask`.
  static let one: UInt64 = 0x8080E0
  /// See `oneMask`.
  static let twoMask: UInt64 = 0xC0C0_F0C0_C0F0
  /// See `oneMask`.
  static let two: UInt64 = 0x8080_E080_80E0

  /// Says no to nearly all windows.
  var filter = [UInt64](repeating: 0, count: filterWords)
  /// The table of windows.
  var slots: [Slot]
  /// A hash shifted so far is the number of a slot.
  let slotShift: UInt64
  /// By literal while they are added, by slot afterwards.
  var entries: [Entry] = []
  /// The probes of `entries`, for themselves, since most places are done with by them.
  var probes: [Probe] = []
  /// All literals one after the other, and where each begins; the last entry is the end.
  var pool: [UInt8] = []
  /// See `pool`.
  var starts: [Int32] = [0]

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
    for literal in literals { _ = add(literal.span) }
    finish()
  }

  /// The number of literals.
  var count: Int { starts.count - 1 }

  /// Adds `literal`, of at least six bytes, unless it is known, and answers its number.
  mutating func add(_ literal: Span<UInt8>, _ neighbours: Neighbours = Neighbours()) -> Int {
    let offset = Rarity.rarestWindow(of: literal).offset
    let window = Rarity.window(literal, offset)
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
    for place in literal.indices { pool.append(literal[place]) }
    starts.append(Int32(pool.count))
    return number
  }

  private func text(of number: Int, is literal: Span<UInt8>) -> Bool {
    pool.span.extracting(Int(starts[number])..<Int(starts[number + 1])).isEqual(to: literal)
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

  /// The number of bytes of `literal`.
  func length(of literal: Int) -> Int { Int(starts[literal + 1] - starts[literal]) }
}
