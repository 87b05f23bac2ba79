import Testing

@testable import Filters

@Suite struct OptionsNearestNameTests {
  private static let names = Sample.command.options.map(\.long)

  @Test(
    "A slip finds the name that was meant",
    arguments: [
      ("recods", "records"), ("recrods", "records"), ("record", "records"), ("outptu", "output"),
      ("out", "output"), ("encodnig", "encoding"), ("maxline", "max-line"), ("inplace", "in-place"),
      ("max_line", "max-line"), ("line", "line-buffered"), ("hlep", "help"), ("gen", "generate"),
    ])
  func slips(_ word: String, _ name: String) {
    #expect(NearestName.of(Array(word.utf8), among: Self.names) == name)
  }

  @Test(
    "A word that is near nothing finds nothing",
    arguments: ["", "x", "zz", "frobnicate", "乱"])
  func strangers(_ word: String) {
    #expect(NearestName.of(Array(word.utf8), among: Self.names) == nil)
  }

  @Test("A word of a million letters is answered at once")
  func longWord() {
    let word = [UInt8](repeating: UInt8(ascii: "r"), count: 1_000_000)
    #expect(NearestName.of(word, among: Self.names) == nil)
  }

  @Test("Every name is nearest to itself with any one letter left out or two swapped")
  func everySlip() {
    for name in Self.names where name.utf8.count >= 6 {
      let bytes = Array(name.utf8)
      for index in bytes.indices.dropLast() {
        var shorter = bytes
        shorter.remove(at: index)
        #expect(NearestName.of(shorter, among: Self.names) == name)
        var swapped = bytes
        swapped.swapAt(index, index + 1)
        #expect(NearestName.of(swapped, among: Self.names) == name)
      }
    }
  }

  @Test(
    "The distance counts letters put in, left out, changed or swapped",
    arguments: [
      ("", "", 0), ("abc", "abc", 0), ("abc", "", 3), ("", "ab", 2), ("abc", "axc", 1),
      ("abc", "acb", 1), ("abcd", "badc", 2), ("kitten", "sitting", 3),
    ])
  func distances(_ a: String, _ b: String, _ distance: Int) {
    #expect(NearestName.distance(Array(a.utf8), Array(b.utf8)) == distance)
    #expect(NearestName.distance(Array(b.utf8), Array(a.utf8)) == distance)
  }
}
