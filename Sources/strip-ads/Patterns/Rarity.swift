import Filters

/// How seldom six bytes are met in reports; literals are looked for by their rarest.
enum Rarity {
  /// How many bytes are looked at together: two Chinese characters.
  static let width = 6

  /// The place of the rarest window in `bytes`, which has at least six bytes, and how rare it is; more is rarer.
  static func rarestWindow(of bytes: Span<UInt8>) -> (offset: Int, rarity: Int) {
    var best = (offset: 0, rarity: rarity(of: bytes, at: 0))
    var offset = 1
    while offset + width <= bytes.count {
      if bytes[offset] & 0xC0 != 0x80 {
        let rarity = rarity(of: bytes, at: offset)
        if rarity > best.rarity { best = (offset, rarity) }
      }
      offset += 1
    }
    return best
  }

  /// How rare the rarest window of `literal` is; 0 where it is too short to have one.
  static func rarity(of literal: Span<UInt8>) -> Int {
    literal.count < width ? 0 : rarestWindow(of: literal).rarity
  }

  /// The six bytes at `place`, the first in the lowest bits.
  static func window(_ text: Span<UInt8>, _ place: Int) -> UInt64 {
    UInt64(text.word32(at: place))
      | UInt64(text[place + 4]) << 32 | UInt64(text[place + 5]) << 40
  }

  private static func rarity(of literal: Span<UInt8>, at offset: Int) -> Int {
    if isCommonWord(window(literal, offset)) { return 1 }
    var rarity = 2
    var place = offset
    while place < offset + width {
      let (value, length) = literal.scalar(at: place)
      if length == 3, place + 3 <= offset + width { rarity += isCommon(value) ? 1 : 3 }
      place += max(length, 1)
    }
    return rarity
  }

  private static func isCommonWord(_ window: UInt64) -> Bool {
    let place = bit(of: window)
    return commonBits[place / 64] >> UInt64(place % 64) & 1 != 0 && commonWords.contains(window)
  }

  /// A place among `commonBits`, which tell nearly all other words without a look at `commonWords`.
  private static func bit(of window: UInt64) -> Int { Int((window &* LiteralMatcher.factor) >> 53) }

  private static let commonBits: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 32)
    for word in commonWords { bits[bit(of: word) / 64] |= 1 << UInt64(bit(of: word) % 64) }
    return bits
  }()

  /// Words that fill reports.
  private static let commonWords = Set(
    """
    责任 教育 信息 文件 学习 持续 平台 需要 及时 负责 资源 升级 左右 内容 联系 办公 不得 贷款 材料 成为 使用 更多 \
    保护 优质 沟通 继续 数字 以下 通知 承担 处理 公众 特别 更新 追究 精准 关注 网站 内部 修改 任何 同意 亲自 进入 \
    购买 资料 许可 用户 文章 快速 了解 电话 禁止 严禁 免费 支持 发布 提供 整理 收集 制度 办法 点击 查看 专业 标准
    """.utf8.split(separator: UInt8(ascii: " ")).map { window(Array($0).span, 0) })

  /// One bit for each character that fills reports, from U+4E00 on.
  private static let common: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: (0xA000 - 0x4E00) / 64)
    let characters =
      """
      的一是在了和有大国人中上为以要会发作工展年全建设加新服务民实党理成生公动行推化管进政组织部高强地社区经\
      业产开安本关于活场力合学育重点体制度方面提升领导干群众活主个不这来到时分出对用过多
      """
    for character in characters.unicodeScalars {
      let index = Int(character.value) - 0x4E00
      bits[index / 64] |= 1 << UInt64(index % 64)
    }
    return bits
  }()

  private static func isCommon(_ value: UInt32) -> Bool {
    guard value >= 0x4E00, value < 0xA000 else { return false }
    let index = Int(value) - 0x4E00
    return common[index / 64] >> UInt64(index % 64) & 1 != 0
  }
}
