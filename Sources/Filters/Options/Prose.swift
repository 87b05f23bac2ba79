/// Running text of the pages: paragraphs parted by blank lines, and lines to be shown as they are.
enum Prose {
  /// A piece of text that is laid out in one way.
  enum Block: Equatable {
    /// Words to be filled into lines.
    case paragraph(String)
    /// Lines that started with two spaces, without these.
    case verbatim([String])
  }

  /// The blocks of a text.
  static func blocks(_ text: String) -> [Block] {
    var blocks: [Block] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy({ $0 == " " }) {
        isOpen = false
      } else if line.hasPrefix("  ") {
        let kept = String(line.dropFirst(2))
        if isOpen, case .verbatim(let lines) = blocks.last {
          blocks[blocks.count - 1] = .verbatim(lines + [kept])
        } else {
          blocks.append(.verbatim([kept]))
        }
        isOpen = true
      } else {
        if isOpen, case .paragraph(let words) = blocks.last {
          blocks[blocks.count - 1] = .paragraph(words + " " + line)
        } else {
          blocks.append(.paragraph(String(line)))
        }
        isOpen = true
      }
    }
    return blocks
  }

  /// Fills words into lines of at most `width` columns; a longer word stands alone.
  static func fill(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, columns(line) + 1 + columns(word) > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The text's blocks as lines with a margin, a blank line between blocks.
  static func lay(_ text: String, margin: Int, width: Int = 80) -> String {
    let blank = String(repeating: " ", count: margin)
    return blocks(text).map { block in
      let lines =
        switch block {
        case .paragraph(let words): fill(words, width: width - margin)
        case .verbatim(let lines): lines.map { "  " + $0 }
        }
      return lines.map { blank + $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  /// A phrase that starts small, as a sentence.
  static func sentence(_ phrase: String) -> String {
    phrase.prefix(1).uppercased() + phrase.dropFirst() + "."
  }

  /// The columns that a terminal takes for a text: two for East Asian wide characters.
  static func columns(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
