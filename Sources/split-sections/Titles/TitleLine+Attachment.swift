// What opens an attachment: 附件1：, with its title in the next line or, at a document's head and behind an attachment,
// in the same.

extension TitleLine {
  /// `.attachment` for 附件1： alone; together with `.quotedTitleForm` where the title follows in the line.
  func attachmentTraits(_ styles: LabelStyles) -> LineShape.Traits {
    guard let first = scalars.first, styles.partStarts.contains(first) else { return [] }
    for word in styles.attachments where scalars.starts(with: word) {
      let end = numberEnd(from: word.count)
      guard end - word.count <= Self.longestNumber else { continue }
      let rest = scalars[end...]
      if rest.isEmpty || rest.elementsEqual([0x3A]) { return .attachment }
      if rest.first == 0x3A, Self.isTitle(rest.dropFirst(), styles) {
        return [.attachment, .quotedTitleForm]
      }
    }
    return []
  }

  /// The most characters of an attachment's number: 10-1.
  private static let longestNumber = 4

  private func numberEnd(from start: Int) -> Int {
    scalars[start...].firstIndex { !isAttachmentNumber($0) } ?? scalars.count
  }

  private func isAttachmentNumber(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || (scalar >= 0x41 && scalar <= 0x5A)
      || isPartOfNumber(scalar) && scalar != 0x3007 && scalar != 0x25CB && scalar != 0x767E
  }

  /// Whether a title stands behind the colon, and no entry of a list: 1.某某方案.
  private static func isTitle(_ rest: ArraySlice<UInt32>, _ styles: LabelStyles) -> Bool {
    let line = TitleLine(scalars: Array(rest), blanks: 0)
    let number = rest.prefix(while: line.isPartOfNumber)
    if let next = rest[number.endIndex...].first, !number.isEmpty, next == 0x2E || next == 0x3001 {
      return false
    }
    return line.hasTitleForm(styles) && line.endsLikeTitle(styles)
  }
}
