import Filters

// What a line looks like, whatever its words are. By itself this says nothing: 谢谢大家！ and 守初心 | 担使命 | 抓落实
// are the report's.

extension Span where Element == UInt8 {
  /// Whether the text calls out to its reader: it ends in ！ or ~, or has a picture at its beginning or its end.
  var callsOut: Bool {
    let start = indexOfTrimmedStart()
    guard start < count else { return false }
    if Self.isPicture(scalar(at: start).value) { return true }
    var end = count
    while end > start {
      var place = end - 1
      while place > start, self[place] & 0xC0 == 0x80 { place -= 1 }
      let value = scalar(at: place).value
      if Self.isShout(value) || Self.isPicture(value) { return true }
      guard Self.mayFollow(value) || edgeLengthBefore(end) > 0 else { return false }
      end = place
    }
    return false
  }

  /// Whether the text speaks to its reader outside of quotation marks, as 您 or 你: a report speaks of people.
  var speaksToReader: Bool {
    var isQuoted = false
    var place = 0
    while place < count {
      let (value, width) = scalar(at: place)
      switch value {
      case 0x60A8, 0x4F60: if !isQuoted { return true }  // 您 你
      case 0x201C, 0x300C: isQuoted = true  // “ 「
      case 0x201D, 0x300D: isQuoted = false  // ” 」
      default: break
      }
      place += width
    }
    return false
  }

  /// Whether the text begins with a picture or a sign that lists on the net begin with: ✔ 在线答疑, ☞ 述职报告.
  var hasBullet: Bool {
    let start = indexOfTrimmedStart()
    guard start < count else { return false }
    let value = scalar(at: start).value
    switch value {
    // ▪ ▲ ▶ ► ▼ ◆ ◇ ● and ※; ■ □ ○ number a report's items.
    case 0x203B, 0x25AA, 0x25B2, 0x25B6, 0x25BA, 0x25BC, 0x25C6, 0x25C7, 0x25CF: return true
    default: return Self.isPicture(value)
    }
  }

  /// Whether the text begins with an emoji.
  var beginsWithEmoji: Bool {
    let start = indexOfTrimmedStart()
    return start < count && (0x1F300...0x1FAFF).contains(scalar(at: start).value)
  }

  /// Whether the text ends as the names of files do.
  var isFileName: Bool {
    let end = indexOfTrimmedEnd()
    var place = end
    while place > 0, end - place < 5, self[place - 1] | 0x20 >= 0x61, self[place - 1] < 0x80 {
      place -= 1
    }
    guard place > 1, self[place - 1] == UInt8(ascii: ".") else { return false }
    let names: [StaticString] = ["doc", "docx", "pdf", "ppt", "pptx", "wps", "rar", "zip"]
    var name: [UInt8] = []
    for index in place..<end { name.append(self[index] | 0x20) }
    return names.contains {
      $0.utf8CodeUnitCount == name.count && name.span.starts(with: $0, at: 0)
    }
  }

  /// Whether the text is a menu: three names or more between bars, without a sentence's marks.
  var isMenu: Bool {
    var place = indexOfTrimmedStart()
    let end = indexOfTrimmedEnd(from: place)
    var names = 1
    var letters = 0
    while place < end {
      let (value, width) = scalar(at: place)
      if Self.isBar(value) {
        // A row of a table begins with a bar.
        guard letters >= 2 else { return false }
        names += 1
        letters = 0
      } else if isTextMark(at: place) || Self.isShout(value) || value == 0xFF1A || value == 0x3A {
        return false
      } else if value > 0x7F, value != 0x3000 {
        letters += 1
        guard letters <= Self.longestEntry else { return false }
      } else if self[place].isDigit {
        return false
      }
      place += width
    }
    return names >= 3 && letters >= 2
  }

  /// Whether the text is an entry of a menu: a name with > behind it and a dot before it, or with >> behind it.
  var isEntry: Bool {
    var end = indexOfTrimmedEnd()
    var arrows = 0
    while end > 0, let width = arrowLength(before: end) {
      end -= width
      arrows += width == 2 ? 2 : 1
    }
    guard arrows > 0 else { return false }
    var place = indexOfTrimmedStart()
    if let width = dotLength(at: place) { place += width } else if arrows < 2 { return false }
    var ideographs = 0
    while place < end {
      let (value, width) = scalar(at: place)
      switch value {
      case 0x4E00...0x9FFF: ideographs += 1
      // Letters, blanks and /.
      case 0x41...0x5A, 0x61...0x7A, 0x20, 0x09, 0x3000, 0x2F: break
      default: return false
      }
      place += width
    }
    return ideographs >= 2 && ideographs <= Self.longestEntry
  }

  /// Whether the text is the way to a page of a site: three names or more with > between them, 文库 > 办公 > 总结.
  var isTrail: Bool {
    var place = indexOfTrimmedStart()
    let end = indexOfTrimmedEnd(from: place)
    var arrows = 0
    var letters = 0
    var isEnded = false
    var isBehindArrow = false
    while place < end {
      let (value, width) = scalar(at: place)
      switch value {
      case 0x4E00...0x9FFF, 0x41...0x5A, 0x61...0x7A: letters += 1
      case 0x20, 0x09, 0xA0, 0x3000:
        // Behind the last name there is nothing more.
        if arrows > 0, letters > 0 { isEnded = true }
        place += width
        continue
      // > » › ＞
      case 0x3E, 0xBB, 0x203A, 0xFF1E:
        // Two may stand for one: 首页 >> 总结.
        guard letters >= 2 || isBehindArrow else { return false }
        if !isBehindArrow { arrows += 1 }
        letters = 0
        isEnded = false
        isBehindArrow = true
        place += width
        continue
      default: return false
      }
      guard letters <= Self.longestEntry, !isEnded || letters == 0 else { return false }
      isBehindArrow = false
      place += width
    }
    return arrows >= 2 && letters >= 2
  }

  /// Whether the text is three short names or more with blanks or bars between them, as menus are: 校友会  教务处  图书馆.
  var isNameRow: Bool {
    var place = indexOfTrimmedStart()
    let end = indexOfTrimmedEnd(from: place)
    var names = 1
    var letters = 0
    while place < end {
      let (value, width) = scalar(at: place)
      if (0x4E00...0x9FFF).contains(value) {
        letters += 1
        guard letters <= 8 else { return false }
      } else if Self.isBar(value) || blankLength(at: place) > 0 {
        if letters == 1 { return false }
        if letters > 1 { names += 1 }
        letters = 0
      } else {
        return false
      }
      place += width
    }
    return names >= 3 && letters >= 2
  }

  /// Whether the text is nothing but tags, two or more: #年终总结 #述职报告.
  var isTagRow: Bool {
    let sign = UInt8(ascii: "#")
    let end = indexOfTrimmedEnd()
    var place = indexOfTrimmedStart()
    var tags = 0
    while place < end {
      guard self[place] == sign else { return false }
      place += 1
      let start = place
      while place < end, self[place] != sign, blankLength(at: place) == 0 { place += 1 }
      guard place - start >= 6, self[start] >= 0xE4 else { return false }
      tags += 1
      if place < end, self[place] == sign, place + 1 == end || blankLength(at: place + 1) > 0 {
        place += 1
      }
      while place < end, blankLength(at: place) > 0 { place += blankLength(at: place) }
    }
    return tags >= 2
  }

  /// The length of a dot that stands before an entry at `place`; nil where none does.
  private func dotLength(at place: Int) -> Int? {
    guard place < count else { return nil }
    let (value, width) = scalar(at: place)
    switch value {
    // · • ● ▪ ◦
    case 0xB7, 0x2022, 0x25CF, 0x25AA, 0x25E6: return width
    default: return nil
    }
  }

  /// The length of > » › or ＞ before `end`; nil where something else stands there.
  private func arrowLength(before end: Int) -> Int? {
    if self[end - 1] == UInt8(ascii: ">") { return 1 }
    if end >= 2, starts(with: "»", at: end - 2) { return 2 }
    return end >= 3 && (starts(with: "›", at: end - 3) || starts(with: "＞", at: end - 3)) ? 3 : nil
  }

  /// The most characters of a menu's names.
  private static var longestEntry: Int { 12 }

  private static func isBar(_ value: UInt32) -> Bool {
    switch value {
    // | ｜ │ ┃ 丨 · •
    case 0x7C, 0xFF5C, 0x2502, 0x2503, 0x4E28, 0xB7, 0x2022: true
    default: false
    }
  }

  private static func isShout(_ value: UInt32) -> Bool {
    value == 0x21 || value == 0xFF01 || value == 0x7E || value == 0xFF5E
  }

  /// Whether it is an emoji, or an arrow that points to what is beside the text.
  private static func isPicture(_ value: UInt32) -> Bool {
    switch value {
    case 0x2190...0x2193, 0x2B05...0x2B07, 0x2600...0x26FF, 0x2708...0x27BF, 0x1F300...0x1FAFF: true
    default: false
    }
  }

  /// Blanks, the signs that make letters fat, and what chooses an emoji's colours.
  private static func mayFollow(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x09, 0x0D, 0x2A, 0x3000, 0xFE0F, 0x60: true
    default: false
    }
  }
}
