import Filters

// The outline for eyes: a line for each title and section, with its line number, indented by depth, and
// with the characters of the text that stands directly in it.
//
//        1  某街道党建工作报告
//        3    一、主要做法  120
//        4      （一）健全制度  88
//
// A label that stands alone, 第一章, has the short line right below it for its title.
// A blank line and a document's name stand between it and the one before it.

/// Draws sections as an indented tree; text is only counted.
struct OutlineTree {
  /// Sections of greater depth are not drawn, and what stands in them counts for the one above.
  let maxDepth: Int
  /// Numbers stand back and titles stand out, for a terminal that shows colours.
  let isColorful: Bool
  /// The section drawn last, kept until its text is counted.
  private var pending: [UInt8] = []
  private var length = 0
  private var isOpen = false
  private var isBold = false
  /// The line of the section drawn last while nothing is known of it but a label; else 0.
  private var bareLine = 0
  /// A document was drawn before.
  private var hasDocument = false

  private static let faint: [UInt8] = Array("\u{1B}[2m".utf8)
  private static let bold: [UInt8] = Array("\u{1B}[1m".utf8)
  private static let plain: [UInt8] = Array("\u{1B}[0m".utf8)

  /// Draws sections down to a depth.
  init(maxDepth: Int, isColorful: Bool = false) {
    self.maxDepth = maxDepth
    self.isColorful = isColorful
  }

  /// Begins a document, apart from the one before it.
  mutating func open(_ name: Span<UInt8>, into output: inout Output) throws(Failure) {
    if hasDocument {
      try output.write("\n")
      if isColorful { try output.write(Self.bold.span) }
      try output.write(name.harmless.span)
      if isColorful { try output.write(Self.plain.span) }
      try output.write("\n")
    }
    hasDocument = true
  }

  /// Takes a title or section.
  mutating func take(
    _ line: Int, depth: Int, label: Span<UInt8>, title: Span<UInt8>, into output: inout Output
  ) throws(Failure) {
    if depth > maxDepth {
      length += characters(label) + characters(title)
      bareLine = 0
      return
    }
    try flush(into: &output)
    isOpen = true
    let number = String(line).utf8
    pending.append(contentsOf: repeatElement(0x20, count: max(8 - number.count, 0)))
    style(Self.faint)
    pending.append(contentsOf: number)
    style(Self.plain)
    pending.append(contentsOf: repeatElement(0x20, count: 2 + 2 * min(depth, 40)))
    isBold = depth < 2
    if isBold { style(Self.bold) }
    append(label)
    append(title)
    if isBold { style(Self.plain) }
    bareLine = title.isEmpty ? line : 0
  }

  /// Counts body text of a line.
  mutating func count(_ line: Int, _ text: Span<UInt8>) {
    let isTitle = bareLine > 0 && line > bareLine && text.isTitleBelowLabel
    bareLine = 0
    guard isTitle else {
      length += characters(text)
      return
    }
    if isBold { style(Self.bold) }
    append(text)
    if isBold { style(Self.plain) }
  }

  /// Writes the section at hand with the length of its text.
  mutating func flush(into output: inout Output) throws(Failure) {
    if isOpen {
      if length > 0 {
        pending.append(contentsOf: [0x20, 0x20])
        style(Self.faint)
        pending.append(contentsOf: String(length).utf8)
        style(Self.plain)
      }
      pending.append(0x0A)
      try output.write(pending.span)
    }
    pending.removeAll(keepingCapacity: true)
    length = 0
    isOpen = false
    bareLine = 0
  }

  private mutating func style(_ sequence: [UInt8]) {
    if isColorful { pending += sequence }
  }

  private func characters(_ text: Span<UInt8>) -> Int { text.scalarCount(0..<text.count) }

  /// Appends text; what could steer a terminal becomes a question mark.
  private mutating func append(_ text: Span<UInt8>) {
    for i in text.indices {
      let byte = text[i]
      let isControl = byte < 0x20 || byte == 0x7F
      let isUpperControl = i > 0 && text[i - 1] == 0xC2 && byte < 0xA0
      pending.append(isControl || isUpperControl ? 0x3F : byte)
    }
  }
}
