// What --explain says of a removal:
//
//     report.txt:12:1: ad, beside debris: 需要的联系微信
//         +55  contact
//         +50  call      debris.pack:41  需要…联系
//         -20  report    debris.pack:133 群众
//         105 points; 90 are needed, or 70 at the head, at the tail and beside debris

import Filters

/// A removal with its evidence, for people.
struct Explanation {
  /// The document's ID.
  let document: [UInt8]
  /// Where the removed text stood.
  let place: Place
  /// The name of its rule.
  let rule: [UInt8]
  /// Why it went.
  let reason: Reason
  /// True for a terminal that shows colours.
  let hasColors: Bool

  /// Writes it down; `lines` has explained the line, if it is not blank.
  func write(
    _ text: Span<UInt8>, _ lines: LineJudge?, into output: inout SideOutput
  ) throws(Failure) {
    try output.write(document.span.harmless.span)
    try output.write(":")
    try output.write(number: place.line)
    try output.write(":")
    try output.write(number: place.column)
    try output.write(": ")
    try color("\u{1B}[1m", into: &output)
    try output.write(rule.span.harmless.span)
    try color("\u{1B}[m", into: &output)
    try output.write(reason.words)
    try output.write(": ")
    try color("\u{1B}[31m", into: &output)
    try output.write(text.harmless.span)
    try color("\u{1B}[m", into: &output)
    try output.write("\n")
    guard let lines else { return }
    let isMark = rule == lines.rules.names[lines.rules.markName]
    for clue in lines.clues where !isMark { try write(clue, into: &output) }
    if rule == lines.rules.names[lines.rules.adName] { try writeScore(lines, into: &output) }
  }

  private func write(_ clue: Clue, into output: inout SideOutput) throws(Failure) {
    try output.write("    ")
    try color(clue.weight < 0 ? "\u{1B}[32m" : "\u{1B}[33m", into: &output)
    if clue.weight > 0 { try output.write("+") }
    if clue.weight < 0 { try output.write("-") }
    if clue.weight != 0 {
      try output.write(number: abs(clue.weight))
      try output.write("  ")
    }
    try output.write(clue.kind.span.harmless.span)
    try color("\u{1B}[m", into: &output)
    for part in [clue.source, clue.text] where !part.isEmpty {
      try output.write("  ")
      try output.write(part.span.harmless.span)
    }
    try output.write("\n")
  }

  private func writeScore(_ lines: LineJudge, into output: inout SideOutput) throws(Failure) {
    try output.write("    ")
    try output.write(number: lines.verdict.score)
    try output.write(" points; ")
    try output.write(number: lines.verdict.needed)
    try output.write(" are needed, or ")
    try output.write(number: lines.verdict.neededBeside)
    try output.write(" at the head, at the tail and beside debris\n")
  }

  private func color(_ code: StaticString, into output: inout SideOutput) throws(Failure) {
    if hasColors { try output.write(code) }
  }
}

extension Reason {
  /// How an explanation says it, behind the name of the rule.
  var words: StaticString {
    switch self {
    case .itself: ""
    case .head: ", at the document's head"
    case .beside: ", beside debris"
    case .between: ", between debris"
    case .tail: ", with nothing but debris behind it"
    case .group: ", in a group of such rows"
    case .repeated: ", back beside the page numbers"
    case .blank: ", left by what went around it"
    }
  }
}
