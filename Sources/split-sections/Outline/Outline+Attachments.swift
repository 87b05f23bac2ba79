import Filters

// 附件1： and its title, and the lists of attachments that stand below a text.

extension Outline {
  /// The place after the title of the attachment that the held line `index` opens; nil if it opens none here.
  func endOfAttachmentTitle(at index: Int) -> Int? {
    let next = lineAfter(index)
    if shapes[index].holdsAttachmentTitle {
      // 附件2：某某表 behind an attachment opens the next one, but not in a list or above a date.
      if hasAttachment {
        let isListed = next.map { !shapes[$0].traits.isDisjoint(with: [.attachment, .signOff]) }
        return isListed == false ? index + 1 : nil
      }
      // 附件：某某方案 above another title is a link of the page.
      let isLink = next.map { shapes[$0].traits.isSuperset(of: [.titleForm, .titleEnding]) }
      return isAtHead && isLink != true ? index + 1 : nil
    }
    guard hasBody || isAtHead, let next, shapes[next].traits.contains(.titleForm),
      shapes[next].label == nil, hasBody || isFirstTitle(at: next)
    else { return nil }
    return endOfTitle(at: next)
  }

  /// Whether the line belongs to a list of attachments below the text, 附件：1.… and then 2.….
  mutating func listsAttachments(at index: Int, _ text: Span<UInt8>) -> Bool {
    if let list = attachmentList {
      let shape = shapes[index]
      attachmentList = nil
      guard let label = shape.label, label.ordinal == list.ordinal + 1,
        list.style < 0 || list.style == label.style
          || styles.styles[list.style].like == label.style,
        shape.end - shape.start <= ShapeReader.mostTitleBytes
      else { return false }
      attachmentList = (label.style, label.ordinal)
      return true
    }
    guard shapes[index].label == nil,
      let start = attachmentColon(shapes[index].start..<shapes[index].end, text)
    else { return false }
    if start == shapes[index].end {
      attachmentList = (-1, 0)
    } else if let label = styles.label(in: text, at: start, item: false), label.ordinal == 1 {
      attachmentList = (label.style, 1)
    }
    return true
  }

  /// The place after 附件： at a line's start.
  private mutating func attachmentColon(_ line: Range<Int>, _ text: Span<UInt8>) -> Int? {
    let (first, _) = text.scalar(at: line.lowerBound)
    guard styles.partStarts.contains(first) else { return nil }
    for word in styles.attachments where word.first == first {
      guard let end = Self.end(of: word, in: text, line) else { continue }
      let i = text.indexOfTrimmedStart(from: end, to: line.upperBound)
      let (scalar, length) = text.scalar(at: i)
      if isColon(scalar) { return text.indexOfTrimmedStart(from: i + length, to: line.upperBound) }
    }
    return nil
  }
}
