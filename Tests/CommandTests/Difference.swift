/// How two texts differ, for the reader of a failed test: the lines around the first difference.
struct Difference: CustomStringConvertible, Equatable {
  let description: String

  /// Compares byte for byte; nil where nothing differs.
  init?(_ name: String, _ expected: [UInt8], _ actual: [UInt8]) {
    if expected == actual { return nil }
    let wanted = Self.lines(expected)
    let found = Self.lines(actual)
    var same = 0
    while same < min(wanted.count, found.count), wanted[same] == found[same] { same += 1 }
    var text = "\(name) differs in line \(same + 1)"
    for line in wanted[max(0, same - 2)..<same] { text += "\n    " + Self.show(line) }
    for line in wanted[same...].prefix(5) { text += "\n  - " + Self.show(line) }
    for line in found[same...].prefix(5) { text += "\n  + " + Self.show(line) }
    description = text
  }

  /// The lines with their line feeds, so that a missing one is seen.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private static func show(_ line: ArraySlice<UInt8>) -> String {
    var text = ""
    for scalar in String(decoding: line.prefix(400), as: UTF8.self).unicodeScalars {
      text += scalar.value < 0x20 ? scalar.escaped(asASCII: true) : String(scalar)
    }
    return line.count > 400 ? text + "…" : text
  }
}
