/// Words with a number each, found longest first at a place in a sentence: a trie in one hash table.
///
/// A class, so that the rules which share lexicons are a few words each; it never changes once it is made.
final class Lexicon: Sendable {
  /// A word and its number.
  typealias Entry = (word: String, value: Int)

  /// A word found: where it stands and the number that it was added with.
  struct Match {
    /// The word's glyphs.
    let range: Range<Int>
    /// The number of the word.
    let value: Int
  }

  /// What sentences know the lexicon's first glyphs by.
  let role: Role
  /// The first glyph of each word (the last, where words are read backwards); some come more than once.
  let starts: [Glyph]
  private let trie: Trie
  private let isBackward: Bool

  /// Makes a lexicon; a later entry replaces an earlier one, and a backward one finds words by their last glyph.
  init(_ entries: [Entry], _ role: Role, backward: Bool = false) {
    self.role = role
    isBackward = backward
    var trie = Trie()
    var starts: [Glyph] = []
    for entry in entries {
      let glyphs = Self.glyphs(entry.word, backward)
      guard let first = glyphs.first else { continue }
      if starts.last != first { starts.append(first) }
      trie.insert(glyphs, entry.value)
    }
    self.trie = trie
    self.starts = starts
  }

  private static func glyphs(_ word: String, _ backward: Bool) -> [Glyph] {
    let glyphs = word.unicodeScalars.map { Glyph($0) }
    return backward ? glyphs.reversed() : glyphs
  }

  /// The number of exactly this word, or nil.
  func value(of word: String) -> Int? {
    var node = 0
    for glyph in Self.glyphs(word, isBackward) {
      guard let next = trie.child(of: node, glyph) else { return nil }
      node = next
    }
    return trie.value(node)
  }

  /// The longest word that starts at `i` and is at most `most` glyphs long.
  func match(_ sentence: borrowing Sentence, at i: Int, most: Int = .max) -> Match? {
    guard sentence.roles(i) & role.bit != 0 else { return nil }
    var node = 0
    var p = i
    var found: Match?
    while p < sentence.count, p - i < most, let next = trie.child(of: node, sentence[p]) {
      node = next
      p += 1
      if let value = trie.value(node) { found = Match(range: i..<p, value: value) }
    }
    return found
  }

  /// The longest word that ends before `end` and does not reach below `floor`, of a backward lexicon.
  func match(_ sentence: borrowing Sentence, endingAt end: Int, floor: Int = 0) -> Match? {
    guard end > floor, sentence.roles(end - 1) & role.bit != 0 else { return nil }
    var node = 0
    var p = end
    var found: Match?
    while p > floor, let next = trie.child(of: node, sentence[p - 1]) {
      node = next
      p -= 1
      if let value = trie.value(node) { found = Match(range: p..<end, value: value) }
    }
    return found
  }
}

/// The tree of a lexicon: nodes by number, edges in a hash table that is at most half full.
private struct Trie {
  private var values: [Int32] = [-1]
  private var keys = [UInt64](repeating: 0, count: 64)
  private var targets = [Int32](repeating: 0, count: 64)
  private var mask = 63

  mutating func insert(_ glyphs: [Glyph], _ value: Int) {
    var node = 0
    for glyph in glyphs { node = child(of: node, glyph) ?? addChild(of: node, glyph) }
    values[node] = Int32(value)
  }

  @inline(__always) func value(_ node: Int) -> Int? {
    values[node] >= 0 ? Int(values[node]) : nil
  }

  @inline(__always) func child(of node: Int, _ glyph: Glyph) -> Int? {
    let key = Self.key(node, glyph)
    var slot = slot(of: key)
    while true {
      let held = keys[slot]
      if held == key { return Int(targets[slot]) }
      if held == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }

  private static func key(_ node: Int, _ glyph: Glyph) -> UInt64 {
    UInt64(node) << 16 | UInt64(glyph.code) + 1
  }

  private func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
  }

  private mutating func addChild(of node: Int, _ glyph: Glyph) -> Int {
    if values.count * 2 >= keys.count { grow() }
    let target = Int32(values.count)
    put(Self.key(node, glyph), target)
    values.append(-1)
    return Int(target)
  }

  private mutating func put(_ key: UInt64, _ target: Int32) {
    var slot = slot(of: key)
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    targets[slot] = target
  }

  private mutating func grow() {
    let old = zip(keys, targets).filter { $0.0 != 0 }
    let size = keys.count * 2
    keys = [UInt64](repeating: 0, count: size)
    targets = [Int32](repeating: 0, count: size)
    mask = size - 1
    for (key, target) in old { put(key, target) }
  }
}
