import Filters

// Numerals that are known to state no figure by what stands right at them: parts of words and quotations,
// ordinals, years. The sentence would say so too; told from the bytes it need not be read.

extension HitTest {
  /// Past a hit that is part of a word, an ordinal, or opens a quotation; nil where it is none of these.
  func end(ofWordAt i: Int, _ glyph: Glyph, _ length: Int, in line: Span<UInt8>) -> Int? {
    // 三会一课; the numerals further on in the word are hits of their own.
    if marks[Int(glyph.code)] & Mark.word != 0 {
      let next =
        i + length < line.count ? line.glyph(at: i + length, before: line.count).glyph : "\0"
      if isPair(glyph, next, plane: 2) || isPair(glyph, "\0", plane: 2),
        let end = words.end(line, at: i), !goesOn(line, from: i + length, behind: end)
      {
        return i + length
      }
    }
    guard i >= 3 else { return nil }
    switch line.glyph(before: i) {
    case "第":
      return glyph.isHan ? ordinalEnd(line, from: i) : digitsEnd(line, glyph, from: i + length)
    case "“": return quotationEnd(line, from: i)
    case let before:
      // 队|伍
      guard marks[Int(before.code)] & Mark.word != 0, before.code >= 0x800,
        isPair(before, glyph, plane: 2)
      else { return nil }
      return words.end(line, at: i - 3, least: 2) == nil ? nil : i + length
    }
  }

  /// Whether a figure that starts in a word may reach beyond it: 三公|里, 一点|五亿.
  private func goesOn(_ line: Span<UInt8>, from start: Int, behind end: Int) -> Bool {
    guard end < line.count else { return false }
    let last = line.glyph(before: end)
    let next = line.glyph(at: end, before: line.count).glyph
    return isPair(last, next)
      || HanNumeral.isPoint(last) && marks[Int(next.code)] & Mark.numeral != 0
  }

  /// Whether what may be a bare power of ten ends its clause at `end` and is said to be reached: 逾万，票房破亿.
  @inline(never) func isLevel(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    HanNumeral.isReached(behind: line.glyph(before: start))
      && (endsClause(line, at: end) || line[end] == UInt8(ascii: "."))
  }

  /// Whether a noun that no pack has may be counted: 三大主导产业, or 5领域 up to a mark.
  func mayCount(_ first: Glyph, _ line: Span<UInt8>, _ start: Int) -> Bool {
    if first == "大" { return true }
    guard first.isHan, line[start - 1] >= 0x30, line[start - 1] < 0x3A else { return false }
    var p = start
    for _ in 0..<6 where p < line.count {
      let (glyph, length) = line.glyph(at: p, before: line.count)
      if !glyph.isHan { return p > start + 3 }
      p += length
    }
    return p == line.count
  }

  /// Past the rest of a row of digits; nil where it is none.
  private func digitsEnd(_ line: Span<UInt8>, _ first: Glyph, from start: Int) -> Int? {
    guard first.digit != nil else { return nil }
    var p = start
    while p < line.count {
      let (next, length) = line.glyph(at: p, before: line.count)
      guard next.digit != nil else { break }
      p += length
    }
    return p
  }

  /// Past a numeral as ordinals have them, 三 to 九十九; nil for any other, which the sentence must tell.
  private func ordinalEnd(_ line: Span<UInt8>, from start: Int) -> Int? {
    var p = start
    var hasTen = false
    var isDigit = false
    while p < line.count {
      let (glyph, length) = line.glyph(at: p, before: line.count)
      guard marks[Int(glyph.code)] & Mark.numeral != 0 else { break }
      if HanNumeral.power(glyph) == 1, !hasTen {
        hasTen = true
        isDigit = false
      } else if let digit = HanNumeral.digit(glyph), digit > 0, !isDigit {
        isDigit = true
      } else {
        return nil
      }
      p += length
    }
    return p > start ? p : nil
  }

  /// Past a quotation of at most 16 glyphs without a mark in it.
  private func quotationEnd(_ line: Span<UInt8>, from i: Int) -> Int? {
    var p = i
    for _ in 0..<17 where p < line.count {
      let (glyph, length) = line.glyph(at: p, before: line.count)
      p += length
      if glyph == "”" { return p }
      if marks[Int(glyph.code)] & Mark.border != 0 { return nil }
    }
    return nil
  }

  /// Whether what follows 年 makes a plain number of years the name of a time: 五年来, 三年以前, 98年底.
  static func isNamedYear(_ line: Span<UInt8>, _ i: Int) -> Bool {
    guard i < line.count else { return false }
    let (glyph, length) = line.glyph(at: i, before: line.count)
    switch glyph {
    case "度", "级", "代", "末", "初", "底", "版", "来", "前", "后", "间", "期", "规", "计": return true
    case "以":
      guard i + length < line.count else { return false }
      let next = line.glyph(at: i + length, before: line.count).glyph
      return next == "来" || next == "前" || next == "后"
    default: return false
    }
  }

  /// Past the digits of a year, a month or a day, the numbers that most texts have most of.
  static func dateEnd(_ glyph: Glyph, _ line: Span<UInt8>, at i: Int) -> Int? {
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
      // 10日元 is money, 60日 and 5日内 are lengths.
      guard p - i <= 2, p + 5 < line.count, line[p + 3] != 0xE5, line[p + 3] != 0xE4,
        p - i == 1 || line[i] < 0x33 || line[i] == 0x33 && line[i + 1] < 0x32
      else { return nil }
      return p + 3
    default: return nil
    }
  }
}
