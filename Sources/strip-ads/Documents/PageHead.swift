// What stands above a page's text is held back until a line comes that can't be of it:
//
//     某某县人民政府          goes
//     首页                    goes
//     政务公开                goes
//     首页 > 政务公开         goes: the last line that only a page's head has
//     关于某事的报告          may be the title, and the head ends before it
//
// Names that the rules do not know go between lines that they do know, and nothing goes unless the head has the way to
// the page, or a menu.

import Filters

/// The records of a document before the first that can't stand above a page's text.
struct PageHead: ~Copyable {
  /// What one of them is.
  enum Part {
    /// A line that goes with the head, if that is a page's.
    case line(SiteMenu.Line)
    /// A blank line, or what goes by itself.
    case other
  }

  /// The records.
  fileprivate(set) var window = Window()
  /// What each is; nil for blank lines and for what goes by itself.
  private var lines: [SiteMenu.Line?] = []
  private var bytes = 0
  /// A line came that is neither blank nor goes by itself.
  private var hasBegun = false

  private static let mostLines = 128
  private static let mostBytes = 8 << 10
  /// So many names make a menu, with its first.
  private static let menuNames = 4
  /// So many lines must be known before the way to the page.
  private static let knownLines = 2
  /// So many short names below 首页, whatever they are, make a menu where the way to the page follows, or more of them.
  private static let namesBeforeWay = 5
  private static let namesAlone = 8

  /// Whether one more record may be of the head.
  func hasRoom(for record: borrowing Record) -> Bool {
    lines.count < Self.mostLines && bytes + record.raw.count <= Self.mostBytes
      && window.hasRoom(for: record)
  }

  /// Holds a record back; a name that nothing is known of may be the title where it comes first.
  mutating func hold(_ record: borrowing Record, _ line: SiteMenu.Line?) {
    let mayBeTitle = line == .name && !hasBegun
    hasBegun = hasBegun || line != nil
    window.append(record)
    lines.append(mayBeTitle ? nil : line)
    bytes += record.raw.count
  }

  /// Forgets all.
  mutating func removeAll() {
    window.removeAll()
    lines.removeAll(keepingCapacity: true)
    bytes = 0
    hasBegun = false
  }

  /// Whether a record of the head would go for standing in it.
  func isOfHead(_ index: Int) -> Bool { lines[index] != nil }

  /// How many of the records are the page's own.
  var length: Int {
    var length = 0
    var known = 0
    var unknown = 0
    var menu = 0
    var isOnWay = false
    var wayGoesOn = false
    var wasHome = false
    var names = 0
    for index in lines.indices {
      guard let line = lines[index] else { continue }
      let isNameOnWay = wayGoesOn
      let isBehindHome = wasHome
      wasHome = line == .home(names: 1)
      let below = names
      switch line {
      case .name, .menu, .site, .tool: names += isBehindHome || names > 0 ? 1 : 0
      case .way, .step, .home: names = 0
      }
      // The last two may be the title and who wrote it.
      if names > Self.namesAlone { length = max(length, index - 1) }
      wayGoesOn = false
      var isEnd = false
      switch line {
      case .way(let goesOn):
        let isMenu = below >= Self.namesBeforeWay
        isOnWay = known >= Self.knownLines || isMenu
        wayGoesOn = isOnWay && goesOn
        isEnd = isOnWay
        if isMenu { unknown = 0 }
      case .step:
        if isBehindHome, !isOnWay { isOnWay = known > Self.knownLines }
        wayGoesOn = isOnWay
        isEnd = isOnWay
      case .home where isNameOnWay, .menu where isNameOnWay, .tool where isNameOnWay: isEnd = true
      // It may be the title, unless the way goes on behind it.
      case .name where isNameOnWay: break
      case .home(let names):
        isOnWay = false
        known += 1
        menu += names
        isEnd = menu >= Self.menuNames
      case .menu:
        isOnWay = false
        known += 1
        if menu > 0 { menu += 1 }
        isEnd = menu >= Self.menuNames
      case .tool, .site:
        isOnWay = false
        known += 1
      case .name:
        isOnWay = false
        unknown += 1
      }
      if isEnd, unknown <= 2 * known + 1 { length = index + 1 }
    }
    return length
  }
}

extension DocumentJudge {
  /// Holds a record back that may stand above a page's text; false if the head is over, and all of it judged.
  mutating func holdHead(
    _ record: borrowing Record, into output: inout Output
  ) throws(Failure) -> Bool {
    guard head.hasRoom(for: record) else {
      try endHead(isWhole: false, into: &output)
      return false
    }
    var line: SiteMenu.Line?
    if record.kind.isAnnotated {
      guard record.kind != .section, let part = headPart(record) else {
        try endHead(isWhole: true, into: &output)
        return false
      }
      if case .line(let found) = part { line = found }
    }
    head.hold(record, line)
    return true
  }

  /// What a record is to a page's head; nil if it can't be of it.
  private mutating func headPart(_ record: borrowing Record) -> PageHead.Part? {
    lines.place = LinePlace(isFirst: true)
    let finding = lines.read(record.text)
    if finding.lineClass == .blank { return .other }
    let rest = lines.trimmed.bytes
    let line = siteLine(finding.isTrimmed ? rest.span : record.text)
    switch finding.lineClass {
    case .kept: return line.map { .line($0) }
    case .navigation: return .line(line ?? .tool)
    case .blank, .debris, .doubtful:
      if case .way(let goesOn)? = line { return .line(.way(goesOn: goesOn)) }
      return .other
    }
  }

  /// What `text` is among a site's own lines; nil if it is none of them.
  private func siteLine(_ text: Span<UInt8>) -> SiteMenu.Line? {
    let start = text.indexOfTrimmedStart()
    let end = text.indexOfTrimmedEnd(from: start)
    return lines.rules.menu.read(text.extracting(start..<end), by: lines.rules)
  }

  /// Judges what was held back, and takes the page's own lines from it if the document goes on, or ended as it should.
  mutating func endHead(isWhole: Bool, into output: inout Output) throws(Failure) {
    hasHead = false
    let length = isWhole ? head.length : 0
    var records = Window()
    swap(&records, &head.window)
    for index in 0..<records.count {
      let record = records.record(at: index)
      if index < length, head.isOfHead(index) {
        scribe.see(record)
        place = LinePlace(isFirst: true)
        lines.place = place
        try remove(
          record, Finding(lineClass: .navigation, name: lines.rules.navigationName), .group,
          into: &output)
      } else {
        try judge(record, into: &output)
      }
    }
    head.removeAll()
  }
}
