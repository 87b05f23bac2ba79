/// Words with a number each, found longest first at a place in a sentence: a trie in one hash table.
struct Lexicon {
  /// A word found: where it stands and the number that it was added with.
  struct Match {
    /// The word's glyphs.
    let range: Range<Int>
    /// The number of the word.
    let value: Int
  }

  private var values = [-1]
  private var keys: [UInt64] = []
  private var targets: [Int32] = []
  private var mask = 0
  private var edges = 0
  /// The glyphs that a word can start with (end with, where words are read backwards).
  private(set) var starts = GlyphSet()
  private let isBackward: Bool

  /// An empty lexicon; a backward one finds words by their last glyph.
  init(backward: Bool = false) {
    isBackward = backward
    resize(to: 256)
  }

  /// Adds a word; a later number replaces an earlier one.
  mutating func insert(_ word: String, _ value: Int) {
    var glyphs = word.unicodeScalars.map { Glyph($0) }
    if isBackward { glyphs.reverse() }
    guard let first = glyphs.first else { return }
    starts.insert(first)
    var node = 0
    for glyph in glyphs { node = child(of: node, glyph) ?? addChild(of: node, glyph) }
    values[node] = value
  }

  /// The number of exactly this word, or nil.
  func value(of word: String) -> Int? {
    var glyphs = word.unicodeScalars.map { Glyph($0) }
    if isBackward { glyphs.reverse() }
    var node = 0
    for glyph in glyphs {
      guard let next = child(of: node, glyph) else { return nil }
      node = next
    }
    return values[node] >= 0 ? values[node] : nil
  }

  /// The longest word that starts at `i` and is at most `most` glyphs long.
  func match(_ sentence: borrowing Sentence, at i: Int, most: Int = .max) -> Match? {
    guard starts.contains(sentence[i]) else { return nil }
    var node = 0
    var p = i
    var found: Match?
    while p < sentence.count, p - i < most, let next = child(of: node, sentence[p]) {
      node = next
      p += 1
      if values[node] >= 0 { found = Match(range: i..<p, value: values[node]) }
    }
    return found
  }

  /// The longest word that ends before `end` and does not reach below `floor`, of a backward lexicon.
  func match(_ sentence: borrowing Sentence, endingAt end: Int, floor: Int = 0) -> Match? {
    guard end > floor, starts.contains(sentence[end - 1]) else { return nil }
    var node = 0
    var p = end
    var found: Match?
    while p > floor, let next = child(of: node, sentence[p - 1]) {
      node = next
      p -= 1
      if values[node] >= 0 { found = Match(range: p..<end, value: values[node]) }
    }
    return found
  }

  private static func key(_ node: Int, _ glyph: Glyph) -> UInt64 {
    UInt64(node) << 16 | UInt64(glyph.code) + 1
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private func child(of node: Int, _ glyph: Glyph) -> Int? {
    let slot = slot(of: Self.key(node, glyph))
    return keys[slot] == 0 ? nil : Int(targets[slot])
  }

  private mutating func addChild(of node: Int, _ glyph: Glyph) -> Int {
    if edges * 2 >= keys.count { resize(to: keys.count * 2) }
    let key = Self.key(node, glyph)
    let slot = slot(of: key)
    keys[slot] = key
    targets[slot] = Int32(values.count)
    values.append(-1)
    edges += 1
    return values.count - 1
  }

  private mutating func resize(to size: Int) {
    let oldKeys = keys
    let oldTargets = targets
    keys = [UInt64](repeating: 0, count: size)
    targets = [Int32](repeating: 0, count: size)
    mask = size - 1
    for (i, key) in oldKeys.enumerated() where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      targets[slot] = oldTargets[i]
    }
  }
}
