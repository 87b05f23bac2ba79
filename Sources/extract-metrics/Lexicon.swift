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
  private let beginnings: Beginnings
  private let isBackward: Bool

  /// Makes a lexicon; a later entry replaces an earlier one, and a backward one finds words by their last glyph.
  init(_ entries: [Entry], _ role: Role, backward: Bool = false) {
    self.role = role
    isBackward = backward
    var trie = Trie()
    var starts: [Glyph] = []
    var beginnings = Beginnings()
    for entry in entries {
      let glyphs = Self.glyphs(entry.word, backward)
      guard let first = glyphs.first else { continue }
      if starts.last != first { starts.append(first) }
      trie.insert(glyphs, entry.value)
      beginnings.insert(first, glyphs.count > 1 ? glyphs[1] : "\0")
    }
    self.trie = trie
    self.beginnings = beginnings
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
  @inline(__always) func match(
    _ sentence: borrowing Sentence, at i: Int, most: Int = .max
  ) -> Match? {
    sentence.roles(i) & role.bit != 0 ? walk(sentence, at: i, most: most) : nil
  }

  /// The longest word that ends before `end` and does not reach below `floor`, of a backward lexicon.
  @inline(__always) func match(
    _ sentence: borrowing Sentence, endingAt end: Int, floor: Int = 0
  ) -> Match? {
    guard end > floor, sentence.roles(end - 1) & role.bit != 0 else { return nil }
    return walk(sentence, endingAt: end, floor: floor)
  }

  // The walks stand apart, so that a place where no word can start costs one look at its roles.
  @inline(never) private func walk(
    _ sentence: borrowing Sentence, at i: Int, most: Int
  ) -> Match? {
    guard beginnings.has(sentence[i], sentence[i + 1]) else { return nil }
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

  @inline(never) private func walk(
    _ sentence: borrowing Sentence, endingAt end: Int, floor: Int
  ) -> Match? {
    guard beginnings.has(sentence[end - 1], sentence[end - 2]) else { return nil }
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

/// The first two glyphs of words, hashed into four kilobytes: nearly every place where no word stands fails here.
private struct Beginnings {
  private var bits = [UInt64](repeating: 0, count: 512)

  /// Adds the beginning of a word; U+0000 stands for the second glyph of a word of one.
  mutating func insert(_ first: Glyph, _ second: Glyph) {
    let hash = Self.hash(first, second)
    bits[hash >> 6] |= 1 << UInt64(hash & 63)
  }

  /// Whether a word may begin with these glyphs, or be the first of them.
  @inline(__always) func has(_ first: Glyph, _ second: Glyph) -> Bool {
    let bits = bits.span
    let pair = Self.hash(first, second)
    let single = Self.hash(first, "\0")
    let hits = bits[pair >> 6] >> UInt64(pair & 63) | bits[single >> 6] >> UInt64(single & 63)
    return hits & 1 != 0
  }

  @inline(__always) private static func hash(_ first: Glyph, _ second: Glyph) -> Int {
    let mixed = (UInt32(first.code) << 16 | UInt32(second.code)) &* 0x9E37_79B1
    return Int(mixed >> 17)
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
