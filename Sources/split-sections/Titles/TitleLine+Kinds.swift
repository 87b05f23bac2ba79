// Lines of titles' length that are something else: dates, dispatches, numbers of issues; and heads of reports.

extension TitleLine {
  /// Whether a date stands at its end, behind a blank and who issued it: 某局　2024年5月6日.
  var isDated: Bool {
    guard blanks > 0, scalars.last == 0x65E5, let year = scalars.lastIndex(of: 0x5E74) else {
      return false
    }
    let rest = scalars[(year + 1)...]
    return rest.count <= 6 && rest.contains(0x6708)
      && rest.allSatisfy { isPartOfNumber($0) || $0 == 0x6708 || $0 == 0x65E5 }
  }

  /// Whether it is what an agency or a paper puts before its news: 新华社北京3月17日电, 某某报讯.
  var isDispatch: Bool {
    let end = endWithoutBracket
    guard end > 2 else { return false }
    switch scalars[end - 1] {
    // 日电 日電
    case 0x7535, 0x96FB: return scalars[end - 2] == 0x65E5
    // 日讯 报讯 報訊 网讯 網訊 社讯
    case 0x8BAF, 0x8A0A:
      return [0x65E5, 0x62A5, 0x5831, 0x7F51, 0x7DB2, 0x793E].contains(scalars[end - 2])
    default: return false
    }
  }

  /// Whether it is the number of an issue: 第6期, 总第12期, 2024年第3期（总第40期）.
  var isIssueNumber: Bool {
    let end = endWithoutBracket
    guard end > 2, scalars[end - 1] == 0x671F, let mark = scalars[..<end].lastIndex(of: 0x7B2C)
    else { return false }
    // Behind 第 a number, and before it at most 年, 总 and numbers.
    return scalars[(mark + 1)..<(end - 1)].allSatisfy(isPartOfNumber)
      && scalars[..<mark].allSatisfy {
        isPartOfNumber($0) || $0 == 0x5E74 || $0 == 0x603B || $0 == 0x7E3D
      }
  }

  /// Whether it is the number of a page: 第9页, 第9页共99页.
  var isPageNumber: Bool {
    guard scalars.first == 0x7B2C, scalars.last == 0x9875 || scalars.last == 0x9801 else {
      return false
    }
    // 第 页 頁 共 / ,
    return scalars.allSatisfy {
      isPartOfNumber($0) || [0x7B2C, 0x9875, 0x9801, 0x5171, 0x2F, 0x2C].contains($0)
    }
  }

  /// Whether it is headed as one of several reports: 工作总结篇1, 述职报告（范文二）, 实施方案【第三篇】, 倡议书4.
  func isPiece(_ styles: LabelStyles) -> Bool {
    if beginsPiece { return true }
    var end = scalars.count
    // ) 】
    if scalars[end - 1] == 0x29 || scalars[end - 1] == 0x3011 { end -= 1 }
    let isCounted = scalars[end - 1] == 0x7BC7
    if isCounted { end -= 1 }
    let number = scalars[..<end].reversed().prefix(while: isPartOfNumber).count
    guard number > 0, number < 3, number < end else { return false }
    let word = end - number
    // 第一篇 is one of them, but 六篇 are all.
    if isCounted { return scalars[word - 1] == 0x7B2C }
    if ends(with: styles.pieces, before: word) { return true }
    // 措施1 is rather a heading.
    return end == scalars.count && end > 6 && scalars[word] < 0x80
      && ends(with: styles.titleEndings, before: word)
  }

  /// Whether it begins as one of several reports: 第一篇：述职报告, 【篇2】述职报告.
  var beginsPiece: Bool {
    let end = tagEnd
    let rest: ArraySlice<UInt32>
    if end > 0 {
      rest = scalars[1..<(end - 1)]
    } else if let colon = scalars.firstIndex(of: 0x3A), colon < 6 {
      rest = scalars[..<colon]
    } else {
      return false
    }
    // 第一篇, or in brackets also 篇1.
    guard rest.count > 1, let first = rest.first, let last = rest.last else { return false }
    if first == 0x7B2C, last == 0x7BC7 {
      return rest.count > 2 && rest.dropFirst().dropLast().allSatisfy(isPartOfNumber)
    }
    return end > 0 && first == 0x7BC7 && rest.dropFirst().allSatisfy(isPartOfNumber)
  }
}
