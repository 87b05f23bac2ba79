import Filters
import Testing

@testable import strip_ads

/// Numbers between two signs of the pack.
@Suite struct PageSignTests {
  private static let signs = ["-", "—", "－", "﹣", "~"].map { Array($0.utf8) }

  @Test(
    "A number alone between two of the signs is a page's",
    arguments: [
      "- 3 -", "-3-", "— 12 —", "——3——", "－３－", "﹣3﹣", "~ 3 ~", "  — 1024 —  ", "- 1 2 -", "—3-",
      "【- 3 -】",
    ])
  func isPage(line: String) {
    let text = Array(line.utf8)
    let isPage = text.span.isPageNumber(between: Self.signs)
    #expect(isPage)
  }

  @Test(
    "Other numbers are none",
    arguments: [
      "3", "-3", "3-", "-12345-", "- 三 -", "- 3 - 5 -", "-3-页", "—— ——", "(3)", "-(3)-", "·3·", "",
      "-",
    ])
  func isNone(line: String) {
    let text = Array(line.utf8)
    let isPage = text.span.isPageNumber(between: Self.signs)
    #expect(!isPage)
  }

  @Test("The signs are the pack's: without them such a line stays") func signsOfPack() throws {
    let line = Array("— 3 —".utf8)
    for (text, goes) in [("[marks]\n======\n", false), ("[page-signs]\n—\n", true)] {
      var judge = LineJudge(try DebrisRules([try Pack(Array(text.utf8), name: "test")]))
      let finding = judge.read(line.span)
      #expect((finding.lineClass == .debris) == goes)
    }
  }
}
