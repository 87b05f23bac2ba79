import Testing

@testable import Filters

@Suite struct OptionsNumberTests {
  @Test(
    "Numbers of bytes may end in K, M or G",
    arguments: [
      ("0", 0), ("1", 1), ("4096", 4096), ("1K", 1024), ("512k", 512 << 10), ("64M", 64 << 20),
      ("2G", 2 << 30), ("3g", 3 << 30), ("9223372036854775807", Int.max), ("0G", 0),
    ])
  func bytes(_ word: String, _ number: Int) throws {
    #expect(try Sample.command.options("--max-line", word).number(of: .maxLine) == number)
  }

  @Test(
    "What is no canonical number is told with what was meant",
    arguments: [
      "", "K", "07", "00", "-1", "+1", "1.5M", "64MB", "64 M", "1e6", "0x10", "１２", "64T", "M64",
    ])
  func malformedBytes(_ word: String) {
    let message =
      "--max-line takes a number of bytes such as 4096, 512K, 64M or 2G, not '" + word + "'"
    #expect(throws: Misuse(message)) {
      try Sample.command.options("--max-line", word).number(of: .maxLine)
    }
  }

  @Test("A plain number has no suffix", arguments: ["1K", "07", "x", ""])
  func malformedNumbers(_ word: String) {
    #expect(throws: Misuse("--expect takes a number such as 0, 1 or 20, not '\(word)'")) {
      try Sample.command.options("--expect=\(word)").number(of: .expect)
    }
  }

  @Test(
    "What does not fit is told, not cut",
    arguments: ["9223372036854775808", "8589934592G", "99999999999999999999999"])
  func tooLarge(_ word: String) {
    #expect(throws: Misuse("--max-line: \(word) is too large; the most is \(Int.max)")) {
      try Sample.command.options("--max-line", word).number(of: .maxLine)
    }
  }
}
