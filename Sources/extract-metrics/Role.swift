/// What a glyph can begin or end: one bit for each lexicon, and for the marks that loops look for.
///
/// A sentence keeps the roles of its glyphs, so that a loop over them reads memory in order and asks a lexicon
/// only where a word can stand.
enum Role: UInt32 {
  case units, prefixes, notFigures, advertising, signsBefore, signsAfter, changes, clauseChanges
  case links, rates, averages, labelFront, labelInner, labelTail, labelCut, labelStop, labelGeneric
  case labelVerbs, trigger, opening, border, quotation, stop

  /// The role's bit.
  @inline(__always) var bit: UInt32 { 1 << rawValue }
}

/// The roles of every glyph.
struct RoleTable {
  /// The roles of each code point.
  private(set) var bits = [UInt32](repeating: 0, count: 1 << 16)

  /// The roles of a glyph, as bits.
  @inline(__always) subscript(_ glyph: Glyph) -> UInt32 { bits[Int(glyph.code)] }

  /// Gives a role to the glyphs that a lexicon's words start with (end with, if it is read backwards).
  mutating func add(_ lexicon: Lexicon) {
    for glyph in lexicon.starts { bits[Int(glyph.code)] |= lexicon.role.bit }
  }

  /// Gives a role to the characters of a text.
  mutating func add(_ text: String, _ role: Role) {
    for scalar in text.unicodeScalars { bits[Int(Glyph(scalar).code)] |= role.bit }
  }

  /// Gives a role to all glyphs that have another.
  mutating func add(_ role: Role, whereHas other: Role) {
    for code in bits.indices where bits[code] & other.bit != 0 { bits[code] |= role.bit }
  }
}
