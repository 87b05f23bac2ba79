/// Words with a number each, found longest first at a place in a sentence: a trie in one hash table.
///
/// A class, so that the rules which share lexicons are a few words each; it never changes once it is made.
final class Lexicon: Sendable {
  /// A word and its number.
  typealias Entry = (word: String, value: Int)

  /// A word that goes into lexicons: where its glyphs stand among those of many, and its number.
  struct Word {
    /// Its glyphs.
    let glyphs: Range<Int>
    /// Its number.
    var value: Int

    /// Puts a word behind the glyphs of others.
    init(_ word: String, _ value: Int, among glyphs: inout [Glyph]) {
      let start = glyphs.count
      for scalar in word.unicodeScalars { glyphs.append(Glyph(scalar)) }
      self.glyphs = start..<glyphs.count
      self.value = value
    }
  }

  /// A word found: where it stands and the number that it was added with.
  struct Match {
    /// The word's glyphs.
    let range: Range<Int>
    /// The number of the word.
    let value: Int
  }

  /// What sentences know the lexicon's first glyphs by.
  let role: Role
  /// The first two glyphs of each word (the last two, where words are read backwards), U+0000 for a second that is
  /// missing; some come more than once.
  let beginnings: [(Glyph, Glyph)]
  private let trie: Trie
  private let isBackward: Bool

  /// Makes a lexicon; a later entry replaces an earlier one, and a backward one finds words by their last glyph.
  convenience init(_ entries: [Entry], _ role: Role, backward: Bool = false) {
    var glyphs: [Glyph] = []
    var words: [Word] = []
    for entry in entries { words.append(Word(entry.word, entry.value, among: &glyphs)) }
    GlyphVariants.makePlain(&glyphs)
    self.init(words, of: glyphs, role, backward: backward)
  }

  /// Makes a lexicon of words whose glyphs stand among those of many.
  init(_ words: [Word], of glyphs: [Glyph], _ role: Role, backward: Bool = false) {
    self.role = role
    isBackward = backward
    var trie = Trie(wordCount: words.count)
    var beginnings: [(Glyph, Glyph)] = []
    beginnings.reserveCapacity(words.count)
    for word in words where !word.glyphs.isEmpty {
      trie.insert(glyphs, word, backward: backward)
      let first = backward ? word.glyphs.upperBound - 1 : word.glyphs.lowerBound
      let second = backward ? first - 1 : first + 1
      beginnings.append((glyphs[first], word.glyphs.count > 1 ? glyphs[second] : "\0"))
    }
    self.trie = trie
    self.beginnings = beginnings
  }

  /// The number of exactly this word, or nil.
  func value(of word: String) -> Int? {
    let glyphs = word.unicodeScalars.map { GlyphVariants.plain(Glyph($0)) }
    var edge = Trie.Edge.root
    for glyph in isBackward ? glyphs.reversed() : glyphs {
      guard let next = trie.edge(from: edge, glyph) else { return nil }
      edge = next
    }
    return edge.value < 0 ? nil : Int(edge.value)
  }

  /// The longest word that starts at `i` and is at most `most` glyphs long.
  @inline(__always) func match(
    _ sentence: borrowing Sentence, at i: Int, most: Int = .max
  ) -> Match? {
    sentence.mayBegin(role, at: i, next: i &+ 1) ? walk(sentence, at: i, most: most) : nil
  }

  /// The longest word that ends before `end` and does not reach below `floor`, of a backward lexicon.
  @inline(__always) func match(
    _ sentence: borrowing Sentence, endingAt end: Int, floor: Int = 0
  ) -> Match? {
    guard end > floor, sentence.mayBegin(role, at: end &- 1, next: end &- 2) else { return nil }
    return walk(sentence, endingAt: end, floor: floor)
  }

  /// Where the longest word that starts at byte `i` of a line ends; nil where none of `least` glyphs or more does.
  func end(_ line: Span<UInt8>, at i: Int, least: Int = 1) -> Int? {
    var edge = Trie.Edge.root
    var end: Int?
    var p = i
    var count = 0
    while p < line.count {
      let (glyph, length) = line.glyph(at: p, before: line.count)
      guard let next = trie.edge(from: edge, glyph) else { break }
      edge = next
      count += 1
      p += length
      if edge.value >= 0, count >= least { end = p }
    }
    return end
  }

  // The walks stand apart, so that a place where no word can start costs one look at its roles.
  @inline(never) private func walk(
    _ sentence: borrowing Sentence, at i: Int, most: Int
  ) -> Match? {
    let limit = min(sentence.count, most < sentence.count ? i + most : .max)
    var edge = Trie.Edge.root
    var p = i
    var end = i
    var value: Int32 = -1
    while p < limit, let next = trie.edge(from: edge, sentence[p]) {
      edge = next
      p &+= 1
      if edge.value >= 0 {
        value = edge.value
        end = p
      }
    }
    return value < 0 ? nil : Match(range: i..<end, value: Int(value))
  }

  @inline(never) private func walk(
    _ sentence: borrowing Sentence, endingAt end: Int, floor: Int
  ) -> Match? {
    var edge = Trie.Edge.root
    var p = end
    var start = end
    var value: Int32 = -1
    while p > floor, let next = trie.edge(from: edge, sentence[p &- 1]) {
      edge = next
      p &-= 1
      if edge.value >= 0 {
        value = edge.value
        start = p
      }
    }
    return value < 0 ? nil : Match(range: start..<end, value: Int(value))
  }
}

/// The tree of a lexicon: its edges in a hash table that is at most half full, each with what its end says.
private struct Trie {
  /// The way from one node to the next by a glyph.
  struct Edge {
    /// The node it starts from and its glyph; 0 in an empty slot.
    var key: UInt64
    /// The node it leads to.
    var target: UInt32
    /// The number of the word that ends there, or -1.
    var value: Int32

    /// What leads to the node that all words start from.
    static let root = Edge(key: 0, target: 0, value: -1)
  }

  private var edges: [Edge]
  private var count = 0

  /// An empty tree with room for about so many words.
  init(wordCount: Int) {
    var size = 64
    while size < wordCount * 4 { size *= 2 }
    edges = [Edge](repeating: .root, count: size)
  }

  mutating func insert(_ glyphs: [Glyph], _ word: Lexicon.Word, backward: Bool) {
    var slot = 0
    var node: UInt32 = 0
    let end = word.glyphs.upperBound - 1
    for i in word.glyphs {
      slot = place(Self.key(node, glyphs[backward ? end - (i - word.glyphs.lowerBound) : i]))
      node = edges[slot].target
    }
    edges[slot].value = Int32(word.value)
  }

  /// The edge that goes on from another's end by a glyph.
  @inline(__always) func edge(from last: Edge, _ glyph: Glyph) -> Edge? {
    let edges = edges.span
    let key = Self.key(last.target, glyph)
    var slot = Self.slot(of: key, in: edges.count)
    while true {
      let held = edges[slot]
      if held.key == key { return held }
      if held.key == 0 { return nil }
      slot = (slot &+ 1) & (edges.count &- 1)
    }
  }

  @inline(__always) private static func key(_ node: UInt32, _ glyph: Glyph) -> UInt64 {
    UInt64(node) << 16 | UInt64(glyph.code) &+ 1
  }

  @inline(__always) private static func slot(of key: UInt64, in size: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (size &- 1)
  }

  /// The slot of an edge, which is made where there is none.
  private mutating func place(_ key: UInt64) -> Int {
    if count * 2 >= edges.count { grow() }
    var slot = Self.slot(of: key, in: edges.count)
    while edges[slot].key != 0 {
      if edges[slot].key == key { return slot }
      slot = (slot + 1) & (edges.count - 1)
    }
    count += 1
    edges[slot] = Edge(key: key, target: UInt32(count), value: -1)
    return slot
  }

  private mutating func grow() {
    let old = edges
    edges = [Edge](repeating: .root, count: old.count * 2)
    for edge in old where edge.key != 0 {
      var slot = Self.slot(of: edge.key, in: edges.count)
      while edges[slot].key != 0 { slot = (slot + 1) & (edges.count - 1) }
      edges[slot] = edge
    }
  }
}
