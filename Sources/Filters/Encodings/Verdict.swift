/// How far bytes are good in an encoding, and why no further.
public struct Verdict: Equatable, Sendable {
  /// What follows the good bytes.
  public enum Ending: Equatable, Sendable {
    /// Nothing: every byte belongs to a whole, valid character.
    case whole
    /// The beginning of a character that more bytes could complete.
    case cut
    /// Bytes that no continuation makes valid: so many are to become one U+FFFD.
    case invalid(length: Int)
  }

  /// The length of the longest prefix of whole, valid characters.
  public var validCount: Int
  /// What stands behind this prefix.
  public var ending: Ending

  /// Says how far bytes are good and what follows.
  public init(validCount: Int, ending: Ending) {
    self.validCount = validCount
    self.ending = ending
  }

  /// True if nothing is wrong; a cut character at the end is allowed where more bytes may follow.
  func isGood(mayBeCut: Bool) -> Bool {
    switch ending {
    case .whole: true
    case .cut: mayBeCut
    case .invalid: false
    }
  }
}
