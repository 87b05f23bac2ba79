import Filters

/// The words of which the navigation of web pages is made, such as 打印 and 返回顶部.
struct NavigationWords: Sendable {
  /// What a line is worth as navigation.
  struct Row: Equatable, Sendable {
    /// How many of the words it has.
    var words = 0
    /// What they are worth together.
    var points = 0
    /// True if one is worth what only words of web pages are.
    var isOwn = false
    /// True if one of them heads a list of other texts.
    var headsList = false
    /// True if it begins with a date, which only a page's head has beside such words.
    var hasDate = false
  }

  private typealias Word = (text: [UInt8], points: Int, headsList: Bool)

  private var buckets = [[Word]](repeating: [], count: 1024)

  private var openings = [[[UInt8]]](repeating: [], count: 1024)

  /// The key of a page's own data base, which pages print before links: so many digits at least.
  private static let keyLength = 24
  private static let keyPoints = 3
  /// A number of so many digits is no count of clicks.
  private static let addressLength = 7

  /// Adds a word that is worth `points`; 0 is a word that means nothing alone, such as 大.
  mutating func add(_ word: [UInt8], points: Int, headsList: Bool = false) {
    guard let bucket = Self.bucket(of: word.span, at: 0) else { return }
    buckets[bucket].append((word, points, headsList))
    buckets[bucket].sort { $0.text.count > $1.text.count }
  }

  /// Whether a word, or a line of `openings`, begins at `place`.
  func mayBegin(_ text: Span<UInt8>, at place: Int) -> Bool {
    guard let bucket = Self.bucket(of: text, at: place) else { return false }
    for entry in buckets[bucket] where text.starts(with: entry.text.span, at: place) { return true }
    for opening in openings[bucket] where text.starts(with: opening.span, at: place) { return true }
    return false
  }

  /// Notes that lines of other rules begin with `text`.
  mutating func note(opening text: [UInt8]) {
    if let bucket = Self.bucket(of: text.span, at: 0) { openings[bucket].append(text) }
  }

  /// Reads a folded line as a row of nothing but navigation words, numbers and signs; nil if it has anything else.
  func read(_ text: Span<UInt8>) -> Row? {
    var row = Row()
    var place = text.dateLength
    if place > 0 {
      row.words = 1
      row.hasDate = true
    }
    next: while place < text.count {
      if let bucket = Self.bucket(of: text, at: place) {
        for entry in buckets[bucket] where text.starts(with: entry.text.span, at: place) {
          row.words += 1
          row.points += entry.points
          row.isOwn = row.isOwn || entry.points >= Self.ownPoints
          row.headsList = row.headsList || entry.headsList
          place += entry.text.count
          continue next
        }
      }
      let key = text.hexadecimalLength(at: place)
      if key >= Self.keyLength {
        row.words += 1
        row.points += Self.keyPoints
        place += key
        continue
      }
      // 微信 12345678 is an address.
      if row.words > 0, text.digitsLength(at: place) >= Self.addressLength { return nil }
      // 、 and the sentence's own marks part words of a text, not of a row.
      let width = text[place].isDigit && row.words > 0 ? 1 : text.edgeLength(at: place)
      if width == 0 || text.isTextMark(at: place) { return nil }
      place += width
    }
    // 首页 > 政务公开, a line for each.
    if row.words == 0, text.isStep { row.points = 1 }
    return row
  }

  /// Reads a line as it stands as a row in which a name in four may be unknown, where another is one that only web
  /// pages have: 登录 | 注册 | 在线投稿 | 设为首页.
  func readWithUnknown(_ text: Span<UInt8>) -> Row? {
    var row = Row()
    var best = 0
    var unknown = 0
    var start = 0
    var isMenu = false
    while start < text.count {
      let end = text.endOfName(from: start)
      let name = text.extracting(start..<end)
      if start == 0 { isMenu = end >= 6 && text.starts(with: "首页", at: end - 6) }
      var folded: [UInt8] = []
      FoldedLine.append(foldedOf: name, to: &folded)
      if let known = read(folded.span) {
        row.words += known.words
        row.points += known.points
        row.hasDate = row.hasDate || known.hasDate
        best = max(best, known.points)
      } else {
        guard name.isShortName else { return nil }
        unknown += 1
      }
      start = end + text.nameGap(at: end)
    }
    if unknown == 0 { return row }
    if best >= Self.ownPoints, row.words >= Self.wordsPerUnknown * unknown { return row }
    // A site's menu begins so: 首页 本馆概况 读者服务 电子资源
    guard isMenu, row.words + unknown >= Self.menuNames else { return nil }
    return Row(words: 1, points: Self.ownPoints)
  }

  /// What a word is worth that only web pages have.
  private static let ownPoints = 3
  /// A site's menu has so many names.
  private static let menuNames = 4
  /// So many words must be known for each that is not.
  private static let wordsPerUnknown = 3

  private static func bucket(of text: Span<UInt8>, at place: Int) -> Int? {
    guard place < text.count else { return nil }
    var key = Int(text[place])
    if key >= 0xE0, place + 2 < text.count {
      key = key &* 31 ^ Int(text[place + 1]) &* 13 ^ Int(text[place + 2]) &* 7
    }
    return key & 1023
  }
}

extension Span where Element == UInt8 {
  /// Whether this is nothing but a sign that leads from one name of a page's place to the next.
  fileprivate var isStep: Bool {
    isEqual(to: ">") || isEqual(to: "›")
  }

  /// Where the name that begins at `start` ends: before a blank or a bar.
  func endOfName(from start: Int) -> Int {
    var end = start
    while end < count, nameGap(at: end) == 0 { end = nextCharacter(after: end) }
    return Swift.min(end, count)
  }

  /// The length of the blank or bar at `place`, or 0.
  func nameGap(at place: Int) -> Int {
    guard place < count else { return 0 }
    let (value, width) = scalar(at: place)
    switch value {
    // | ｜ │ 丨 · • and blanks
    case 0x20, 0x09, 0xA0, 0x3000, 0x7C, 0xFF5C, 0x2502, 0x4E28, 0xB7, 0x2022: return width
    default: return 0
    }
  }

  /// Whether the text is two to six ideographs.
  fileprivate var isShortName: Bool {
    guard count % 3 == 0, count >= 6, count <= 18 else { return false }
    for place in stride(from: 0, to: count, by: 3)
    where !(0x4E00...0x9FFF).contains(scalar(at: place).value) {
      return false
    }
    return true
  }

  /// The length of the date in digits that the text begins with, 2021-09-20 or 2021/9/20; 0 where it begins with none.
  var dateLength: Int {
    guard digitsLength(at: 0) == 4, count > 7, starts(with: "20") || starts(with: "19") else {
      return 0
    }
    let sign = self[4]
    let month = digitsLength(at: 5)
    guard "-/.".utf8.contains(sign), (1...2).contains(month), 5 + month < count,
      self[5 + month] == sign
    else { return 0 }
    let day = digitsLength(at: 6 + month)
    return (1...2).contains(day) ? 6 + month + day : 0
  }

  /// How many hexadecimal digits stand at `place`.
  func hexadecimalLength(at place: Int) -> Int {
    var end = place
    while end < count, self[end].isDigit || (self[end] >= 0x61 && self[end] <= 0x66) { end += 1 }
    return end - place
  }

  /// How many digits stand at `place`.
  func digitsLength(at place: Int) -> Int {
    var end = place
    while end < count, self[end].isDigit { end += 1 }
    return end - place
  }

  /// Whether 、 。 ， or ； stands at `place`.
  func isTextMark(at place: Int) -> Bool {
    switch scalar(at: place).value {
    case 0x2C, 0x3001, 0x3002, 0xFF0C, 0xFF1B: true
    default: false
    }
  }
}
