import Filters

/// Finds the metrics of a line, sentence by sentence, so that what is held of them stays small on lines of any length.
///
/// A scan looks at each character once, for those that a figure can start with; only where one is followed by
/// something that a figure can go on with is its sentence decoded and read. Arrays are kept from line to line.
struct MetricFinder: ~Copyable {
  /// The metrics of the last sentence that has some, in order.
  var metrics: [Metric] = []
  /// Values and units of these metrics.
  var text = ByteBuffer(capacity: 1024)

  /// What it finds them by.
  let rules: MetricRules
  /// The sentence that was read last.
  var sentence: Sentence
  /// The sentence's figures.
  var figures: [Figure] = []
  /// Where in the line the scan goes on.
  private var place = 0

  /// How many bytes before a first figure its sentence is read.
  static let lookBehind = 1500
  /// How many bytes from there a sentence is read at most.
  static let lookAhead = 6000

  /// A finder with these units and phrases.
  init(units: UnitBook, phrases: PhraseBook) {
    rules = MetricRules(units: units, phrases: phrases)
    sentence = Sentence(MetricRules.roles(units: units, phrases: phrases))
  }

  /// The number of metrics of the last sentence.
  var count: Int { metrics.count }

  /// Begins a line.
  mutating func begin() { place = 0 }

  /// Finds the metrics of the next sentence of a line that has some; false where the line has no more.
  mutating func findMore(in line: Span<UInt8>) -> Bool {
    metrics.removeAll(keepingCapacity: true)
    text.removeAll()
    while metrics.isEmpty, let hit = nextHit(in: line) {
      readSentence(line, from: hit.start, hit: hit.first)
    }
    return !metrics.isEmpty
  }

  /// The next place where a figure may start, as the first hit of its sentence and where that is read from.
  private mutating func nextHit(in line: Span<UInt8>) -> (first: Int, start: Int)? {
    var sentenceStart = place
    // The first hit of the sentence, where nothing has made it worth reading yet.
    var first = -1
    // Whether a figure may start before it that alone is no reason to read: 负一项, $三.
    var isLatent = false
    var i = place
    while true {
      switch rules.hits.next(in: line, from: &i) {
      case .none: return nil
      case .stop:
        i += 3
        sentenceStart = i
        first = -1
        isLatent = false
      case .trigger(let glyph, let length):
        // Where a sentence may be read after all, 12月 may go on: 12月龄.
        if let past = HitTest.dateEnd(glyph, line, at: i), first < 0 || line[past - 3] == 0xE5 {
          i = past
          continue
        }
        let next = i + length
        guard first >= 0 || rules.hits.isPromising(glyph, line, next) else {
          isLatent =
            isLatent || rules.hits.end(ofHarmless: glyph, length: length, in: line, at: i) == nil
          i = next
          continue
        }
        let hit = first < 0 ? i : first
        let start = max(sentenceStart, hit - Self.lookBehind)
        // What is read must not hang on how far the first hit that counts is from the first of all.
        guard !isLatent, i - start < Self.lookAhead,
          let end = rules.hits.end(ofHarmless: glyph, length: length, in: line, at: i)
        else { return (hit, start) }
        first = hit
        i = end
      }
    }
  }

  /// Reads the sentence around a hit; the scan goes on behind it.
  private mutating func readSentence(_ line: Span<UInt8>, from start: Int, hit: Int) {
    var first = start
    // Never start inside a character.
    while first < hit, line[first] & 0xC0 == 0x80 { first += 1 }
    let end = sentence.decode(line, from: first, past: hit, reach: Self.lookAhead)
    readFigures()
    if !figures.isEmpty { describe(line) }
    place = max(end, hit + 1)
  }
}
