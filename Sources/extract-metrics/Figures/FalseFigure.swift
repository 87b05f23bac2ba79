/// Rules of form for numerals that state no figure: codes, ordinals, idioms, numbers of documents.
enum FalseFigure {
  /// PM2.5, G20, COVID-19, wsx2023, 3·15: the end of a code whose digits start at `i`.
  static func codeEnd(_ sentence: borrowing Sentence, at i: Int) -> Int? {
    guard sentence[i].digit != nil else { return nil }
    let before = sentence[i - 1]
    let isCode =
      before.isLetter || before.digit != nil || before == "_"
      || (before == "-" && sentence[i - 2].isLetter)
      || ((before == "." || before == "·") && sentence[i - 2].digit != nil)
      || before == "#" || before == "=" || before == "&"
      || (before == "%" && sentence[i - 2].digit != nil)
    return isCode ? alphanumericEnd(sentence, at: i) : nil
  }

  private static func alphanumericEnd(_ sentence: borrowing Sentence, at i: Int) -> Int {
    var p = i
    // K46+300 is a place on a road, but of 3A+2 nothing is known.
    let isStake = sentence[i - 1] == "K" || sentence[i - 1] == "k"
    while sentence[p].digit != nil || sentence[p].isLetter || sentence[p] == "_"
      || (sentence[p] == "." || sentence[p] == "-" || sentence[p] == "+" && isStake)
        && sentence[p + 1].digit != nil
    {
      p += 1
    }
    return max(p, i + 1)
  }

  /// 5栋2单元302室, 12号楼603室: the end of an address whose digits end at `i`.
  static func addressEnd(_ sentence: borrowing Sentence, at i: Int) -> Int? {
    var p = sentence[i + 1] == "楼" ? i + 2 : i + 1
    while sentence[p].digit != nil {
      while sentence[p].digit != nil { p += 1 }
      switch sentence[p] {
      case "室", "房", "号": return p + 1
      case "单": p += 2
      case "层", "楼": p += 1
      default: return nil
      }
    }
    return nil
  }

  /// Whether an address may go on with a glyph behind its first number.
  @inline(__always) static func isBuilding(_ glyph: Glyph) -> Bool {
    glyph == "栋" || glyph == "幢" || glyph == "座" || glyph == "号"
  }

  /// Past a row of digits that is no numeral.
  static func digitsEnd(_ sentence: borrowing Sentence, at i: Int) -> Int {
    var p = i + 1
    while sentence[i].digit != nil, sentence[p].digit != nil { p += 1 }
    return p
  }

  /// 10:30, 2023.5.1, 010-88886666, 192.168.0.1, 1+5: the end of a run of digits and marks.
  static func runEnd(
    _ sentence: borrowing Sentence, at i: Int, _ numeral: Numeral
  ) -> Int? {
    guard !numeral.isHan else { return nil }
    switch sentence[numeral.end] {
    case ":", "：", "∶", ".", "/", "+", "^", "=", "@":
      guard sentence[numeral.end + 1].digit != nil else { return nil }
    case "-":
      // A second dash makes a telephone number or a date.
      var p = numeral.end + 1
      while sentence[p].digit != nil { p += 1 }
      guard p > numeral.end + 1, sentence[p] == "-" || p - numeral.end > 7 else { return nil }
    default: return nil
    }
    var p = numeral.end
    while sentence[p].digit != nil || isMark(sentence[p], next: sentence[p + 1]) { p += 1 }
    return p
  }

  private static func isMark(_ glyph: Glyph, next: Glyph) -> Bool {
    switch glyph {
    case ":", "：", "∶", ".", "/", "+", "-", "^", "=", "@": next.digit != nil
    default: false
    }
  }

  /// 一村一品, 一条一条, 三个一: the end of an idiom whose first numeral starts at `i`.
  static func idiomEnd(
    _ sentence: borrowing Sentence, at i: Int, _ numeral: Numeral
  ) -> Int? {
    guard numeral.isHan, numeral.end == i + 1, !numeral.hasPower else { return nil }
    let first = sentence[i]
    guard first == "一" || first == "两" else { return nil }
    for p in (i + 1)...(i + 5) {
      let glyph = sentence[p]
      if glyph == first, p > i + 1 { return min(p + 2, sentence.count) }
      guard glyph.isHan, HanNumeral.digit(glyph) == nil else { return nil }
    }
    return nil
  }

  /// Whether what reads like a figure is none where it stands.
  static func refuses(
    _ figure: Figure, in sentence: borrowing Sentence, _ numeral: Numeral, _ phrases: PhraseBook
  ) -> Bool {
    let start = figure.range.lowerBound
    let end = figure.range.upperBound
    if isOrdinal(sentence, before: start, phrases) { return true }
    if sentence[start - 1] == "每" { return true }
    if isRoad(sentence, numeral, end) || isCoordinate(sentence, start) { return true }
    if numeral.isHan, phrases.isA(.pronouns, sentence[start - 1]),
      figure.kind == .count || figure.kind == .duration
    {
      return true
    }
    if numeral.isBare, figure.kind == .duration || figure.kind == .age || figure.kind == .percent {
      return true
    }
    // 万元产值能耗, 千亩示范片: a bare power leads to a name unless something says that it is reached.
    if numeral.isBare, figure.kind == .money || figure.kind == .measure,
      isPartOfName(sentence, start, end, phrases)
    {
      return true
    }
    // 1.2023年完成投资: a label and a year.
    if figure.kind == .duration, numeral.hasPoint, Clause.yearEnd(sentence, at: end - 5) == end,
      sentence[end - 6] == ".", sentence.opensLine(start)
    {
      return true
    }
    // 4.2 建议: a label and a title.
    if figure.kind == .count, numeral.hasPoint, !numeral.hasPower,
      sentence[numeral.end].isBlank ? sentence[end - 1] != "个" : end > numeral.end + 1,
      sentence.opensLine(start)
    {
      return true
    }
    // 7×24小时 is round the clock.
    if figure.kind == .duration, sentence[start - 1].isTimes, sentence[start - 2].digit != nil {
      return true
    }
    // 15分钟健身圈, 一小时通勤圈
    if figure.kind == .duration, isCircle(sentence, from: end) { return true }
    // 翻一番; 一番事业 is no multiple.
    if sentence[end - 1] == "番", figure.value == Decimal(1) {
      let isNear = sentence[start - 1] == "近" || sentence[start - 1] == "约"
      let before = sentence[isNear ? start - 2 : start - 1]
      if before != "翻", before != "了" { return true }
    }
    // 十分 is an adverb.
    if numeral.isHan, end == start + 2, sentence[start] == "十", sentence[start + 1] == "分" {
      return true
    }
    guard numeral.isHan, figure.form == .number else { return false }
    // 一个个, 一件件.
    if sentence[end] == sentence[end - 1], sentence[end].isHan { return true }
    // 三个一, 两个100
    if figure.kind == .count, end - start <= 3, !numeral.hasPower,
      HanNumeral.digit(sentence[end]) != nil
    {
      return true
    }
    // 一 with a classifier is an article, unless things are listed so: 新建文化广场一座、水井一口.
    if figure.kind == .count, figure.value == Decimal(1), !numeral.hasPower {
      return !isListing(sentence, start, end, phrases)
    }
    // 十一届三次全会, 十一届全国人大四次会议.
    guard sentence[end - 1] == "次" else { return false }
    switch sentence[start - 1] {
    case "届": return true
    case "大", "协": return sentence.has(StaticGlyphs("会", "议"), at: end)
    default: return sentence.has(StaticGlyphs("全", "会"), at: end)
    }
  }

  /// Whether a number stands behind the name of a coordinate: 东经120.5度, 北纬30°.
  private static func isCoordinate(_ sentence: borrowing Sentence, _ start: Int) -> Bool {
    switch (sentence[start - 2], sentence[start - 1]) {
    case ("东", "经"), ("西", "经"), ("南", "纬"), ("北", "纬"): true
    default: false
    }
  }

  /// Whether a number names a road: 57省道, but 3县道路.
  private static func isRoad(
    _ sentence: borrowing Sentence, _ numeral: Numeral, _ end: Int
  ) -> Bool {
    guard !numeral.isHan, sentence[end] == "道", sentence[end + 1] != "路" else { return false }
    switch sentence[end - 1] {
    case "国", "省", "县", "乡", "村": return true
    default: return false
    }
  }

  /// Whether 一 and the classifier of something that can be touched end an item behind its name.
  private static func isListing(
    _ sentence: borrowing Sentence, _ start: Int, _ end: Int, _ phrases: PhraseBook
  ) -> Bool {
    guard end == start + 2, Clause.isBorder(sentence, at: end) || sentence[end] == "、" else {
      return false
    }
    return phrases.isA(.touchables, sentence[end - 1]) && start > 1 && sentence[start - 1].isHan
      && sentence[start - 2].isHan && !phrases.isA(.articles, sentence[start - 1])
  }

  /// Whether a bare power with its unit stands right before a noun, and behind no word for a level.
  private static func isPartOfName(
    _ sentence: borrowing Sentence, _ start: Int, _ end: Int, _ phrases: PhraseBook
  ) -> Bool {
    sentence[end].isHan && !phrases.isA(.followers, sentence[end])
      && !phrases.isA(.levels, sentence[start - 1])
  }

  /// Whether a name that ends in 圈 goes on from `i`.
  private static func isCircle(_ sentence: borrowing Sentence, from i: Int) -> Bool {
    var p = i
    while p < i + 7, sentence[p].isHan {
      if sentence[p] == "圈", p > i { return true }
      p += 1
    }
    return false
  }

  /// 第三个, 第1、2批, 前五名.
  static func isOrdinal(
    _ sentence: borrowing Sentence, before start: Int, _ phrases: PhraseBook
  ) -> Bool {
    var p = start - 1
    if sentence[p] == " " { p -= 1 }
    if isInOrdinals(sentence, p) { return true }
    switch sentence[p] {
    case "第": return true
    case "前":
      // 2012年前11个月, 今年前8个月
      return Clause.endsInTime(sentence, p)
        || !phrases.isA(.fronts, sentence[p - 1])
    case "后", "头":
      // 术后3天 and 探头5个 end in a noun; 后5名 and 列后三位 name a place.
      return phrases.isA(.ranks, sentence[p - 1]) || !sentence[p - 1].isHan
    default: return false
    }
  }

  /// Whether 第 opens the list of numerals whose last mark or word is at `i`.
  private static func isInOrdinals(_ sentence: borrowing Sentence, _ i: Int) -> Bool {
    var p = i
    while Clause.joins(sentence[p]), Clause.isEnumerating(sentence[p - 1]), i - p < 16 {
      p -= 1
      while Clause.isEnumerating(sentence[p]), i - p < 16 { p -= 1 }
    }
    return p < i && sentence[p] == "第"
  }

  /// Past 第 and its numeral, with the unit after it.
  static func ordinalEnd(
    _ sentence: borrowing Sentence, at i: Int, _ reader: borrowing FigureReader
  ) -> Int? {
    let start = sentence[i + 1] == " " ? i + 2 : i + 1
    guard let numeral = reader.numerals.read(sentence, at: start) else { return nil }
    var end = numeral.end
    // 第1/3页
    if let joint = sentence[end] == "/" ? 1 : RangeRule.joint(sentence, at: end),
      let upper = reader.numerals.read(sentence, at: end + joint)
    {
      end = upper.end
    }
    return reader.units.unit(sentence, at: end)?.range.upperBound ?? end
  }
}
