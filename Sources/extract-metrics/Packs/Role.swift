/// What a glyph can begin or end: one bit for each lexicon, and for the marks that loops look for.
///
/// A sentence keeps the roles of its glyphs, so that a loop over them reads memory in order and asks a lexicon
/// only where a word can stand.
enum Role: UInt32 {
  case units, prefixes, notFigures, mottoes, advertising, signsBefore, signsAfter, changes,
    clauseChanges
  case links, rates, averages, labelFront, labelInner, labelTail, labelCut, labelStop, labelGeneric
  case labelVerbs, labelBound, trigger, opening, border, quotation, stop, closing, each, listing,
    of, office
  case hinge, variant

  /// The role's bit.
  @inline(__always) var bit: UInt32 { 1 << rawValue }
}

/// The roles of every glyph, and of every two that words begin with.
struct RoleTable {
  /// The roles of each code point.
  private(set) var bits = [UInt32](repeating: 0, count: 1 << 16)
  /// The lexicons in which a word begins with two glyphs, by their hash: nearly every place where none stands
  /// fails here.
  private var pairs = [UInt32](repeating: 0, count: 1 << 14)

  /// The lexicons that may have words of two glyphs or more that begin like this, or the first alone as a word.
  @inline(__always) func beginnings(_ first: Glyph, _ second: Glyph) -> UInt32 {
    let pairs = pairs.span
    return pairs[Self.hash(first, second)] | pairs[Self.hash(first, "\0")]
  }

  @inline(__always) private static func hash(_ first: Glyph, _ second: Glyph) -> Int {
    let mixed = (UInt32(first.code) << 16 | UInt32(second.code)) &* 0x9E37_79B1
    return Int(mixed >> 18)
  }

  /// Gives a lexicon's role to the glyphs that its words start with (end with, if it is read backwards).
  mutating func add(_ lexicon: Lexicon) {
    for (first, second) in lexicon.beginnings {
      bits[Int(first.code)] |= lexicon.role.bit
      pairs[Self.hash(first, second)] |= lexicon.role.bit
    }
  }

  /// Gives a role to the characters of a text.
  mutating func add(_ text: String, _ role: Role) {
    for scalar in text.unicodeScalars { bits[Int(Glyph(scalar).code)] |= role.bit }
  }

  /// Gives a role to a glyph.
  mutating func add(_ role: Role, _ glyph: Glyph) { bits[Int(glyph.code)] |= role.bit }

  /// Gives a role to all glyphs that have another.
  mutating func add(_ role: Role, whereHas other: Role) {
    for code in bits.indices where bits[code] & other.bit != 0 { bits[code] |= role.bit }
  }
}
