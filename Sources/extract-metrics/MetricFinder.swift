/// Finds the metrics of one line at a time.
///
/// A scan looks at each character once, for those that a figure can start with; only where one is followed by
/// something that a figure can go on with is its sentence decoded and read. Arrays are kept from line to line.
struct MetricFinder: ~Copyable {
  /// The metrics of the last line, in order.
  private(set) var metrics: [Metric] = []
  /// Values and units of the last line's metrics.
  private(set) var text: [UInt8] = []

  /// The number of metrics of the last line.
  var count: Int { metrics.count }

  /// The metric at an index, in order of place.
  func metric(_ index: Int) -> Metric { metrics[index] }

  private let units: UnitBook
  private let phrases: PhraseBook
  private let reader: FigureReader
  private let signs: SignRule
  private let changes: ChangeRule
  private let rates: RateRule
  private let labelRule: LabelRule

  private let hits: HitTest
  private let followers: GlyphSet
  private let followersOfOne: GlyphSet
  private let roles: RoleTable
  private var sentence = Sentence()
  private var figures: [Figure] = []
  private var ends: [Int] = []
  private var labels: [Range<Int>] = []

  /// How many bytes before a first figure its sentence is read.
  static let lookBehind = 1500
  /// How many bytes from there a sentence is read at most.
  static let lookAhead = 6000

  /// A finder with these units and phrases.
  init(units: UnitBook, phrases: PhraseBook) {
    self.units = units
    self.phrases = phrases
    reader = FigureReader(units, bases: phrases.rates)
    signs = SignRule(phrases)
    changes = ChangeRule(phrases)
    rates = RateRule(phrases)
    labelRule = LabelRule(phrases)
    let starts = HanNumeral.starts + Mask.starts + "半对對"
    hits = HitTest(units, starts: starts)
    let followers = GlyphSet(HanNumeral.starts + "余餘多来來点點分又个個半- —–~～至到 ")
    // 一个 and 一项 are articles: after 一 only what measures, or goes on with the numeral, can make a figure.
    followersOfOne = followers.union(units.starts(ofCounts: false))
    self.followers = followers.union(units.starts(ofCounts: true)).union(followersOfOne)
    var roles = RoleTable()
    for lexicon in phrases.lexicons + [units.lexicon, units.prefixes] { roles.add(lexicon) }
    roles.add(starts, .trigger)
    roles.add("“《（(\"第", .opening)
    roles.add(.opening, whereHas: .trigger)
    roles.add(.opening, whereHas: .notFigures)
    roles.add("，,。；;：:！!？?…\0|\t\n\u{3000}", .border)
    roles.add("“《（", .quotation)
    roles.add("。；！？", .stop)
    self.roles = roles
  }

  /// Finds the metrics of a line.
  mutating func find(in line: Span<UInt8>) {
    metrics.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    var sentenceStart = 0
    // The first hit of the sentence, where nothing has made it worth reading yet.
    var first: Int?
    // Whether a figure may start before it that alone is no reason to read: 负一项, $三.
    var isLatent = false
    var i = 0
    while true {
      switch hits.next(in: line, from: &i) {
      case .none: return
      case .stop:
        i += 3
        sentenceStart = i
        first = nil
        isLatent = false
      case .trigger(let glyph, let length):
        // Where a sentence may be read after all, 12月 may go on: 12月龄.
        if let past = Self.dateEnd(glyph, line, at: i), first == nil || line[past - 3] == 0xE5 {
          i = past
          continue
        }
        let next = i + length
        guard first != nil || isPromising(glyph, line, next, line.count) else {
          isLatent =
            isLatent || hits.end(ofHarmless: glyph, length: length, in: line, at: i) == nil
          i = next
          continue
        }
        let hit = first ?? i
        let start = max(sentenceStart, hit - Self.lookBehind)
        // What is read must not hang on how far the first hit that counts is from the first of all.
        if !isLatent, i - start < Self.lookAhead,
          let end = hits.end(ofHarmless: glyph, length: length, in: line, at: i)
        {
          first = hit
          i = end
          continue
        }
        i = readSentence(line, from: start, hit: hit)
        sentenceStart = i
        first = nil
        isLatent = false
      }
    }
  }

  /// Past the digits of a year, a month or a day, the numbers that most texts have most of.
  private static func dateEnd(_ glyph: Glyph, _ line: Span<UInt8>, at i: Int) -> Int? {
    guard glyph.code < 0x3A, glyph.code > 0x2F else { return nil }
    var p = i + 1
    while p < line.count, p - i < 5, line[p] >= 0x30, line[p] < 0x3A { p += 1 }
    guard p - i <= 4, p + 2 < line.count, i == 0 || line[i - 1] != 0x2E && line[i - 1] != 0x2C
    else { return nil }
    switch line.glyph(at: p, before: line.count).glyph {
    case "年": return p - i == 4 && (line[i] == 0x31 || line[i] == 0x32) ? p + 3 : nil
    case "月":
      // 6月龄 is an age.
      guard p - i <= 2, p + 5 < line.count, line[p + 3] != 0xE9 else { return nil }
      return p + 3
    case "日":
      // 10日元 is money.
      guard p - i <= 2, p + 5 < line.count, line[p + 3] != 0xE5 else { return nil }
      return p + 3
    default: return nil
    }
  }

  /// Whether what follows a trigger can make a figure of it: most 一 are no numeral.
  private func isPromising(
    _ glyph: Glyph, _ line: Span<UInt8>, _ next: Int, _ end: Int
  ) -> Bool {
    guard next < end else { return true }
    if glyph.digit != nil || !glyph.isHan { return true }
    let follower = line.glyph(at: next, before: end).glyph
    return glyph == "一" ? followersOfOne.contains(follower) : followers.contains(follower)
  }

  /// Reads the sentence around a hit and returns where the scan goes on.
  private mutating func readSentence(_ line: Span<UInt8>, from start: Int, hit: Int) -> Int {
    var first = start
    // Never start inside a character.
    while first < hit, line[first] & 0xC0 == 0x80 { first += 1 }
    let end = sentence.decode(line, from: first, past: hit, reach: Self.lookAhead, roles)
    readFigures()
    return max(end, hit + 1)
  }

  private mutating func readFigures() {
    figures.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
    var i = 0
    var floor = 0
    while i < sentence.count {
      i = sentence.next(Role.opening.bit, from: i, before: sentence.count)
      guard i < sentence.count else { break }
      if let end = skipEnd(at: i) {
        i = end
        continue
      }
      guard sentence.has(.trigger, at: i) else {
        i += 1
        continue
      }
      switch reader.read(sentence, at: i, floor: floor) {
      case .figure(let figure):
        figures.append(figure)
        floor = figure.range.upperBound
        i = floor
      case .none(let resume): i = max(i + 1, resume)
      }
    }
    describe()
  }

  /// Past a phrase, a short quotation, a title of a document, or a label in brackets.
  private func skipEnd(at i: Int) -> Int? {
    switch sentence[i] {
    case "“": return quotationEnd(at: i, closing: "”", most: 18)
    case "\"": return quotationEnd(at: i, closing: "\"", most: 14)
    case "《": return quotationEnd(at: i, closing: "》", most: 60)
    case "（", "(":
      guard let numeral = reader.numerals.read(sentence, at: i + 1),
        sentence[numeral.end] == "）" || sentence[numeral.end] == ")"
      else { return nil }
      return numeral.end + 1
    case "第": return FalseFigure.ordinalEnd(sentence, at: i, reader)
    default: break
    }
    return phrases.notFigures.match(sentence, at: i)?.range.upperBound
  }

  private func quotationEnd(at i: Int, closing: Glyph, most: Int) -> Int? {
    var p = i + 1
    while p < min(sentence.count, i + most) {
      if sentence[p] == closing { return p + 1 }
      if sentence.has(.border, at: p) { return nil }
      p += 1
    }
    return nil
  }

  /// Whether the sentence is a seller's.
  private var isAdvertisement: Bool {
    guard sentence.allRoles & Role.advertising.bit != 0 else { return false }
    var i = 0
    while true {
      i = sentence.next(Role.advertising.bit, from: i, before: sentence.count)
      guard i < sentence.count else { return false }
      if phrases.advertising.match(sentence, at: i) != nil { return true }
      i += 1
    }
  }

  /// Says of each figure what it means.
  private mutating func describe() {
    guard !figures.isEmpty, !isAdvertisement else { return }
    var kept = 0
    for k in figures.indices {
      let floor = kept > 0 ? ends[kept - 1] : 0
      let (sign, end) = signs.sign(of: figures[k], in: sentence, floor: floor)
      figures[k].sign = sign
      ends.append(end)
      kept += 1
    }
    var change = Change.none
    for k in figures.indices {
      let figure = figures[k]
      let floor = k > 0 ? ends[k - 1] : 0
      let label = labelRule.label(of: k, among: figures, ends: ends, labels: labels, in: sentence)
      labels.append(label)
      let clause = Clause.start(sentence, before: figure.range.lowerBound, floor: floor)
      let own = changes.change(of: figure, in: sentence, floor: clause)
      let goesOn =
        k > 0 && clause == floor
        && (sentence[floor] == "、" || sentence[floor] == "和" || sentence[floor] == "，")
      if own != .none || !goesOn || !carries(change, to: figure, from: figures[k - 1], floor) {
        change = own
      }
      append(figure, label, change, rates.base(of: figure, in: sentence, floor: clause))
    }
  }

  /// Whether a change goes on over a list: 分别增长5%、6%; 新增企业3家、院士5人.
  private func carries(_ change: Change, to figure: Figure, from last: Figure, _ floor: Int) -> Bool
  {
    guard change != .none else { return false }
    if figure.range.lowerBound == floor + 1 { return figure.unit == last.unit }
    return figure.kind == .count && last.kind == .count && sentence[floor] == "、"
  }

  private mutating func append(
    _ figure: Figure, _ label: Range<Int>, _ change: Change, _ per: Range<Int>
  ) {
    let start = text.count
    switch figure.form {
    case .number: figure.value.write(to: &text)
    case .range:
      figure.value.write(to: &text)
      text.append(UInt8(ascii: "."))
      text.append(UInt8(ascii: "."))
      figure.other.write(to: &text)
    case .fraction:
      figure.value.write(to: &text)
      text.append(UInt8(ascii: "/"))
      figure.other.write(to: &text)
    case .mask: write(figure.mask)
    }
    let middle = text.count
    if let unit = figure.unit {
      text.append(contentsOf: units[unit].name)
    } else {
      write(figure.unitRange)
    }
    metrics.append(
      Metric(
        text: sentence.bytes(figure.range), value: start..<middle, unit: middle..<text.count,
        sign: figure.sign ?? .equal, kind: figure.kind, per: sentence.bytes(per), change: change,
        label: sentence.bytes(label), size: figure.size))
  }

  private mutating func write(_ glyphs: Range<Int>) {
    for i in glyphs {
      if let scalar = Unicode.Scalar(sentence[i].code), let units = UTF8.encode(scalar) {
        text.append(contentsOf: units)
      }
    }
  }
}
