// What sites print above a page's text: names of other sites, the day, a menu, the way to the page.
//
//     某某县人民政府
//     今天是：2024年3月5日 星期二
//     首页
//     政务公开
//     当前位置：首页 > 政务公开 > 部门动态

import Filters

/// The names in the menus of sites, such as 互动交流, with what the names of sites begin and end with.
struct SiteMenu: Sendable {
  /// What a line may be to the head of a page.
  enum Line: Equatable {
    /// The way to the page, 首页 > 政务公开; it goes on in the next line, or is whole.
    case way(goesOn: Bool)
    /// A sign between two names of the way: >.
    case step
    /// The menu's first name, or a row that begins with it, with how many names it has.
    case home(names: Int)
    /// A name that is known, or a row of such.
    case menu
    /// What a site is called, which a line of the title may be too.
    case site
    /// What readers may do with a page, which stands below its title too: 打印.
    case tool
    /// A short name, or a row of such.
    case name
  }

  private var words = NavigationWords()
  private var beginnings: [[UInt8]] = []
  private var endings: [[UInt8]] = []
  private var ways: [[UInt8]] = []

  /// The longest line of names.
  private static let longestLine = 120

  /// Adds a name, what names begin with (`name*`) or what they end with (`*name`); false if `word` is none of these.
  mutating func add(_ word: String, isWay: Bool) -> Bool {
    let begins = word.hasSuffix("*")
    let ends = !begins && word.hasPrefix("*")
    let name = begins ? word.dropLast() : ends ? word.dropFirst() : Substring(word)
    // Folding takes signs away that stand for stress.
    let folded = FoldedLine.fold(Array(name.utf8))
    guard !name.contains("*"), !folded.isEmpty, !isWay || !begins && !ends else { return false }
    if isWay {
      ways.append(folded)
    } else if begins {
      beginnings.append(folded)
    } else if ends {
      endings.append(folded)
    } else {
      words.add(folded, points: 1)
    }
    return true
  }

  /// What `text` is; nil if it can't stand above a page's text, or may be the title.
  func read(_ text: Span<UInt8>, by rules: DebrisRules) -> Line? {
    guard text.count <= Self.longestLine else { return nil }
    let folded = Self.folded(text)
    if ways.contains(where: { folded.span.starts(with: $0.span) }) || text.leadsFromHome {
      return .way(goesOn: text.endsInStep)
    }
    if text.isTrail { return .way(goesOn: false) }
    if text.isStepSign { return .step }
    if folded.span.isHome { return .home(names: 1) }
    if isKnown(folded.span, by: rules) { return .menu }
    if isCalledSite(folded.span) { return .site }
    if rules.navigation.read(folded.span) != nil { return .tool }
    var names = 0
    var known = 0
    var isHome = false
    var start = 0
    while start < text.count {
      let end = text.endOfName(from: start)
      let name = Self.folded(text.extracting(start..<end))
      if names == 0 { isHome = name.span.isHome }
      names += 1
      if isKnown(name.span, by: rules) {
        known += 1
      } else if rules.navigation.read(name.span) == nil, !isCalledSite(name.span) {
        // In a row that begins with 首页 they are no words of a title.
        guard name.span.isPlainName, isHome || !rules.isOfTitles(name.span) else { return nil }
      }
      start = end + text.nameGap(at: end)
    }
    if isHome { return .home(names: names) }
    return 2 * known >= names ? .menu : .name
  }

  private func isKnown(_ name: Span<UInt8>, by rules: DebrisRules) -> Bool {
    words.read(name) != nil
      || beginnings.contains { name.starts(with: $0.span) } && !rules.isOfTitles(name)
  }

  private func isCalledSite(_ name: Span<UInt8>) -> Bool {
    let name = name.extracting(0..<name.edgesStart)
    return endings.contains { name.ends(with: $0.span) }
  }

  /// Whether `text` may be a name, or what a site is called, in a list of links.
  func mayBeLink(_ text: Span<UInt8>) -> Bool {
    guard text.count <= Self.longestLine else { return false }
    let name = Self.folded(text)
    return name.span.isPlainName || isCalledSite(name.span)
  }

  private static func folded(_ text: Span<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    FoldedLine.append(foldedOf: text, to: &folded)
    return folded
  }
}

extension Span where Element == UInt8 {
  /// Whether the way to a page begins with this: 首页 > or 网站首页 /.
  fileprivate var leadsFromHome: Bool {
    var place = indexOfTrimmedStart()
    // Before it stands what the site is called, or nothing.
    let end = Swift.min(count, place + 24)
    while place < end, !starts(with: "首页", at: place) {
      guard scalar(at: place).value >= 0x4E00 else { return false }
      place = nextCharacter(after: place)
    }
    guard place < end else { return false }
    place += 6
    while blankLength(at: place) > 0 { place += blankLength(at: place) }
    return place < count && isStep(at: place)
  }

  /// Whether this is nothing but signs between names of the way, and blanks.
  fileprivate var isStepSign: Bool {
    var place = 0
    while place < count {
      let blank = blankLength(at: place)
      guard blank > 0 || isStep(at: place) else { return false }
      place = nextCharacter(after: place)
    }
    return true
  }

  /// Whether the first name of the way is all that stands here, 首页 > or 当前位置：; behind more than that may come the title.
  fileprivate var endsInStep: Bool {
    var place = 0
    while place < count, !isStep(at: place), !starts(with: "：", at: place),
      !starts(with: ":", at: place)
    {
      place = nextCharacter(after: place)
    }
    return place < count && nextCharacter(after: place) == count
  }

  /// Whether a sign stands there that leads from one name of the way to the next.
  private func isStep(at place: Int) -> Bool {
    switch scalar(at: place).value {
    // > » › ＞ → / ／ -
    case 0x3E, 0xBB, 0x203A, 0xFF1E, 0x2192, 0x2F, 0xFF0F, 0x2D: true
    default: false
    }
  }

  /// Whether a folded name is 首页 or 网站首页, whatever signs stand around it.
  fileprivate var isHome: Bool {
    let start = edgesLength
    var end = start
    if starts(with: "网站", at: start) { end += 6 }
    guard starts(with: "首页", at: end) else { return false }
    end += 6
    while end < count, edgeLength(at: end) > 0 { end += edgeLength(at: end) }
    return end == count
  }

  /// Whether a folded name is short, and has neither digits nor marks that the text of a report has.
  fileprivate var isPlainName: Bool {
    var width = 0
    var place = 0
    while place < count {
      let (value, length) = scalar(at: place)
      switch value {
      // 0-9 （ ） 《 》 “ ” 、 。 ， ； ： ！ ？ in either width
      case 0x30...0x39, 0x28, 0x29, 0xFF08, 0xFF09, 0x300A, 0x300B, 0x201C, 0x201D, 0x3001, 0x3002,
        0x2C, 0xFF0C, 0x3B, 0xFF1B, 0x3A, 0xFF1A, 0x21, 0xFF01, 0x3F, 0xFF1F:
        return false
      case 0x3000...0xFFFF: width += 2
      default: width += 1
      }
      place += length
    }
    return width <= 16
  }

  fileprivate func ends(with text: Span<UInt8>) -> Bool {
    count >= text.count && starts(with: text, at: count - text.count)
  }
}
