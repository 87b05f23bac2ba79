import Filters

extension DebrisRules {
  /// A word of sentences that lead up to advertising.
  struct Pitch: Sendable {
    /// The word.
    let text: [UInt8]
    /// What the report must say to have it all the same.
    let weight: Int
    /// Its characters, as bits of `Choice`; a text without them has not the word.
    let bits: UInt64

    /// A pitch by a folded word.
    init(_ word: [UInt8], weight: Int) {
      bits = word.span.characterBits
      text = word
      self.weight = weight
    }
  }
}
