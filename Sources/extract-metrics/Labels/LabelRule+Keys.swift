// Rows of names and figures, as forms and the heads of pages have them.

extension LabelRule {
  /// How long the name in such a row may be.
  private static let reachOverKey = 12

  /// The name before the colon that a figure at `start` stands behind, in a row whose names are parted by blanks:
  /// 资产总额：35万元　|负债：4万元; empty where it is no such row, or the name is none.
  func key(_ sentence: borrowing Sentence, before start: Int, floor: Int) -> Range<Int> {
    var end = start
    while end > floor, sentence[end - 1].isBlank { end -= 1 }
    guard end > floor, Self.isColon(sentence[end - 1]) else { return start..<start }
    end -= 1
    var first = end
    while first > max(floor, end - Self.reachOverKey), sentence[first - 1].isHan { first -= 1 }
    guard first > 0, sentence[first - 1].isBlank else { return start..<start }
    let name = strippedTail(sentence, strippedFront(sentence, first..<end).range)
    return name.count > 1 ? name : start..<start
  }

  /// Whether a mark parts a name from what belongs to it.
  static func isColon(_ glyph: Glyph) -> Bool { glyph == "：" || glyph == ":" }
}
