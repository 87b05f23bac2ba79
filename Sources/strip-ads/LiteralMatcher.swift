// How a literal is found without looking at every byte:
//
//     literal   … 公 众 号 …        at least six bytes; its rarest six are its window
//     window    |-----6-----|
//     4-grams   |--4--|  |--4--|    at offsets 0, 1 and 2: one of the three begins at a multiple of three,
//                |--4--|            wherever the window stands, so every third place is looked at
//
// A bitmap of hashed 4-grams says no to nearly all places; the rest are compared with the windows of their
// bucket, then with the whole literal.

import Filters

/// Finds all occurrences of many literals in one pass.
struct LiteralMatcher: Sendable {
  /// Where a literal was found.
  struct Hit: Sendable {
    /// The literal's number.
    var literal: Int
    /// Its first byte.
    var place: Int
  }

  /// The fewest bytes of a literal.
  static let shortest = 6

  private struct Entry {
    var window: UInt64
    var next: Int32
    var literal: Int32
    /// From the 4-gram back to the window, and from the window back to the literal.
    var gram: Int8
    var offset: UInt16
  }

  private static let bits: UInt32 = 17
  private static let factor: UInt32 = 0x9E37_79B1
  private static let windowMask: UInt64 = 0x0000_FFFF_FFFF_FFFF

  private var bitmap = [UInt64](repeating: 0, count: 1 << (17 - 6))
  private var heads = [Int32](repeating: -1, count: 1 << 12)
  private var entries: [Entry] = []
  /// All literals one after the other, and where each begins; the last entry is the end.
  private var pool: [UInt8] = []
  private var starts: [Int32] = [0]

  /// A matcher for `literals`; each has at least six bytes.
  init(_ literals: [[UInt8]]) {
    for (index, literal) in literals.enumerated() {
      pool += literal
      starts.append(Int32(pool.count))
      let offset = Self.rarestWindow(of: literal)
      let bytes = literal.span
      var window: UInt64 = 0
      for k in 0..<Self.shortest { window |= UInt64(bytes[offset + k]) << (8 * UInt64(k)) }
      for gram in 0..<3 {
        let hash = Self.hash(UInt32(truncatingIfNeeded: window >> (8 * UInt64(gram))))
        bitmap[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
        let bucket = Int(hash >> 5)
        entries.append(
          Entry(
            window: window, next: heads[bucket], literal: Int32(index), gram: Int8(gram),
            offset: UInt16(truncatingIfNeeded: offset)))
        heads[bucket] = Int32(entries.count - 1)
      }
    }
  }

  @inline(__always)
  private static func hash(_ gram: UInt32) -> UInt32 { (gram &* factor) >> (32 - bits) }

  /// The number of bytes of `literal`.
  func length(of literal: Int) -> Int { Int(starts[literal + 1] - starts[literal]) }

  /// What a text has that folding changes.
  struct Oddities {
    /// Latin letters and signs beside them in ASCII.
    var letters = false
    /// Blanks or emoji.
    var gaps = false
  }

  /// Adds the occurrences in `text` to `hits`, in no particular order and some of them twice, and answers whether the text has
  /// what folding would change; linear.
  func scan(_ text: Span<UInt8>, into hits: inout [Hit]) -> Oddities {
    let map = bitmap.span
    let count = text.count
    var letters: UInt64 = 0
    var gaps: UInt64 = 0
    // In a text of Chinese characters a 4-gram from the second byte of one tells more than one from its
    // first, which would have but the lead of the next character.
    var place = 1
    while place &+ 8 <= count {
      let word = text.word64(at: place)
      letters |= Self.letters(word)
      gaps |= Self.gaps(word)
      let first = Self.hash(UInt32(truncatingIfNeeded: word))
      let second = Self.hash(UInt32(truncatingIfNeeded: word &>> 24))
      if (map[Int(first &>> 6)] &>> UInt64(first & 63)) & 1 != 0 {
        look(text, place, first, into: &hits)
      }
      if (map[Int(second &>> 6)] &>> UInt64(second & 63)) & 1 != 0 {
        look(text, place &+ 3, second, into: &hits)
      }
      // Back to the second byte of characters, where figures have shifted the stride: then the places
      // looked at are closer for once, never farther apart.
      place &+= word & 0xE0 == 0xE0 ? 1 : 6
    }
    if count > 0 {
      letters |= Self.letters(UInt64(text[0]))
      gaps |= Self.gaps(UInt64(text[0])) & 0xFF
    }
    var next = place
    while place < count {
      letters |= Self.letters(UInt64(text[place]))
      gaps |= Self.gaps(UInt64(text[place])) & 0xFF
      if place == next, place &+ 4 <= count {
        next &+= 3
        var gram: UInt32 = 0
        for k in 0..<4 { gram |= UInt32(text[place &+ k]) << UInt32(8 &* k) }
        look(text, place, Self.hash(gram), into: &hits)
      }
      place &+= 1
    }
    return Oddities(letters: letters != 0, gaps: gaps != 0)
  }

  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// Marks the bytes from 40 to 7F.
  @inline(__always)
  private static func letters(_ word: UInt64) -> UInt64 { ~word & (word &<< 1) & high }

  /// Marks the bytes from 20 to 23, which hold the blank, and from F0 on, which begin emoji.
  @inline(__always)
  private static func gaps(_ word: UInt64) -> UInt64 {
    let second = word &<< 1
    let third = word &<< 2
    let emoji = word & second & third & (word &<< 3)
    let blanks = ~(word | second) & third & ~((word &<< 3) | (word &<< 4) | (word &<< 5))
    return (emoji | blanks) & high
  }

  @inline(never)
  private func look(_ text: Span<UInt8>, _ place: Int, _ hash: UInt32, into hits: inout [Hit]) {
    var next = heads[Int(hash >> 5)]
    while next >= 0 {
      let entry = entries[Int(next)]
      next = entry.next
      let start = place - Int(entry.gram)
      guard start >= 0, start + Self.shortest <= text.count else { continue }
      guard Self.window(text, start) == entry.window else { continue }
      let origin = start - Int(entry.offset)
      let literal = Int(entry.literal)
      let bytes = pool.span.extracting(Int(starts[literal])..<Int(starts[literal + 1]))
      guard origin >= 0, text.starts(with: bytes, at: origin) else { continue }
      hits.append(Hit(literal: Int(entry.literal), place: origin))
    }
  }

  @inline(__always)
  private static func window(_ text: Span<UInt8>, _ start: Int) -> UInt64 {
    if start + 8 <= text.count { return text.word64(at: start) & windowMask }
    var window: UInt64 = 0
    for k in 0..<shortest { window |= UInt64(text[start + k]) << (8 * UInt64(k)) }
    return window
  }

  /// How seldom the rarest window of `literal` is met in reports; more is rarer.
  static func rarity(of literal: [UInt8]) -> Int {
    guard literal.count >= shortest else { return 0 }
    return windowRarity(literal, rarestWindow(of: literal))
  }

  private static func rarestWindow(of literal: [UInt8]) -> Int {
    var best = 0
    for offset in 0...literal.count - shortest
    where literal[offset] & 0xC0 != 0x80
      && windowRarity(literal, offset) > windowRarity(literal, best)
    { best = offset }
    return best
  }

  private static func windowRarity(_ literal: [UInt8], _ offset: Int) -> Int {
    if commonWords.contains(Array(literal[offset..<offset + shortest])) { return 1 }
    var rarity = 2
    var place = offset
    while place < offset + shortest {
      let (value, width) = literal.span.scalar(at: place)
      if width == 3, place + 3 <= offset + shortest { rarity += common.contains(value) ? 1 : 3 }
      place += max(width, 1)
    }
    return rarity
  }

  /// Words that fill reports.
  private static let commonWords = Set(
    """
    责任 教育 信息 文件 学习 持续 平台 需要 及时 负责 资源 升级 左右 内容 联系 办公 不得 贷款 材料 成为 使用 更多 \
    保护 优质 沟通 继续 数字 以下 通知 承担 处理 公众 特别 更新 追究 精准 关注 网站 内部 修改 任何 同意 亲自 进入 \
    购买 资料 许可 用户 文章 快速 了解 电话 禁止 严禁 免费 支持 发布 提供 整理 收集 制度 办法 点击 查看 专业 标准
    """.split(separator: " ").map { Array($0.utf8) })

  /// Characters that fill reports.
  private static let common = Set(
    """
    的一是在了和有大国人中上为以要会发作工展年全建设加新服务民实党理成生公动行推化管进政组织部高强地社区经\
    业产开安本关于活场力合学育重点体制度方面提升领导干群众活主个不这来到时分出对用过多
    """.unicodeScalars.map(\.value))
}
