import Foundation
import Testing

@testable import Filters

@Suite struct GB18030Tests {
  /// What the system's own converter makes of the bytes.
  private func truth(_ bytes: [UInt8]) -> String? {
    // CFStringEncoding 0x632, GB_18030_2000, as a string encoding of Foundation.
    String(data: Data(bytes), encoding: String.Encoding(rawValue: 0x8000_0632))
  }

  private func decoded(_ bytes: [UInt8]) -> (String, Verdict) {
    var output: [UInt8] = []
    let verdict = GB18030.decode(bytes.span, atEnd: true, into: &output)
    return (String(decoding: output, as: UTF8.self), verdict)
  }

  /// The four bytes of a pointer.
  private func four(_ pointer: Int) -> [UInt8] {
    [
      UInt8(0x81 + pointer / 12600), UInt8(0x30 + pointer / 1260 % 10),
      UInt8(0x81 + pointer / 10 % 126), UInt8(0x30 + pointer % 10),
    ]
  }

  private static let trails = (UInt8(0x40)...0x7E).map { $0 } + (UInt8(0x80)...0xFE).map { $0 }

  @Test(arguments: UInt8(0x81)...0xFE)
  func `every pair of a lead byte is what the system's converter says`(_ lead: UInt8) throws {
    let row = Self.trails.flatMap { [lead, $0] }
    let expected = try #require(truth(row))
    let (text, verdict) = decoded(row)
    #expect(text.unicodeScalars.elementsEqual(expected.unicodeScalars))
    #expect(verdict == Verdict(validCount: row.count, ending: .whole))
    #expect(GB18030.check(row.span) == verdict)
  }

  @Test func `every four bytes up to U+FFFF are what the system's converter says`() throws {
    let bytes = (0..<39420).flatMap(four)
    let expected = try #require(truth(bytes))
    let (text, verdict) = decoded(bytes)
    #expect(text.unicodeScalars.elementsEqual(expected.unicodeScalars))
    #expect(verdict.ending == .whole)
  }

  @Test(arguments: [(189_000, 0x10000), (189_001, 0x10001), (1_237_575, 0x10FFFF)])
  func `four bytes beyond U+FFFF count through`(_ pointer: Int, _ scalar: Int) {
    let (text, verdict) = decoded(four(pointer))
    #expect(text.unicodeScalars.map { Int($0.value) } == [scalar])
    #expect(verdict == Verdict(validCount: 4, ending: .whole))
  }

  @Test(arguments: [39420, 100_000, 188_999, 1_237_576, 1_587_599])
  func `four bytes that stand for nothing are invalid together`(_ pointer: Int) {
    let bytes = [0x41] + four(pointer) + [0x42]
    let expected = Verdict(validCount: 1, ending: .invalid(length: 4))
    #expect(decoded(bytes).1 == expected)
    #expect(GB18030.check(bytes.span) == expected)
  }

  @Test func `every scalar of the plane can be written, but those that later editions moved`() {
    var seen: Set<UInt32> = []
    for lead in UInt8(0x81)...0xFE {
      seen.formUnion(decoded(Self.trails.flatMap { [lead, $0] }).0.unicodeScalars.map(\.value))
    }
    seen.formUnion(decoded((0..<39420).flatMap(four)).0.unicodeScalars.map(\.value))
    let missing = (0x80...0xFFFF).filter { !(0xD800...0xDFFF).contains($0) && !seen.contains($0) }
    #expect(missing.allSatisfy { (0xE000...0xF8FF).contains($0) })
    #expect(missing.count == 18 + 1)
  }

  @Test(
    arguments: [
      ([0x80], 1), ([0xFF], 1), ([0x80, 0x41], 1), ([0xB0, 0x20], 1), ([0xB0, 0x7F], 1),
      ([0xB0, 0x0A], 1), ([0xB0, 0xFF], 2), ([0x81, 0x30, 0x41], 1), ([0x81, 0x30, 0x81, 0x41], 1),
      ([0x81, 0x30, 0x80], 1), ([0x81, 0x3A], 1),
    ] as [([UInt8], Int)])
  func `what is wrong is as long as the Encoding Standard says`(_ bytes: [UInt8], _ length: Int) {
    for before in [[], [0x61], [0xB1, 0xA8]] as [[UInt8]] {
      let text = before + bytes + Array(", and so on".utf8)
      let expected = Verdict(validCount: before.count, ending: .invalid(length: length))
      #expect(GB18030.check(text.span) == expected)
      #expect(decoded(text).1 == expected)
    }
  }

  @Test(arguments: [[0xB0], [0x81, 0x30], [0x81, 0x30, 0x81]] as [[UInt8]])
  func `a cut character waits for more, and is an error of one byte at the end`(_ cut: [UInt8]) {
    let bytes = [0xB1, 0xA8, 0x61] + cut
    #expect(GB18030.check(bytes.span) == Verdict(validCount: 3, ending: .cut))
    var output: [UInt8] = []
    #expect(GB18030.decode(bytes.span, atEnd: false, into: &output).ending == .cut)
    #expect(String(decoding: output, as: UTF8.self) == "报a")
    #expect(decoded(bytes).1 == Verdict(validCount: 3, ending: .invalid(length: 1)))
  }
}
