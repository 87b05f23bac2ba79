import Filters
import Testing

@testable import extract_metrics

@Suite struct DecimalTests {
  private func text(_ decimal: Decimal?) -> String? {
    guard let decimal else { return nil }
    var bytes = ByteBuffer(capacity: 64)
    decimal.write(to: &bytes)
    return String(decoding: Array(copying: bytes.bytes), as: UTF8.self)
  }

  @Test func `reading and writing are inverse`() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2_000 {
      let digits = UInt128.random(in: 0...(1 << 100), using: &random)
      let exponent = Int.random(in: -20...6, using: &random)
      let decimal = Decimal(digits, exponent: exponent)
      let written = try #require(text(decimal))
      let again = try #require(Decimal(written))
      #expect(text(again) == written)
      #expect(!again.isLess(than: decimal) && !decimal.isLess(than: again))
      #expect(!written.contains(".") || !written.hasSuffix("0"))
    }
  }

  @Test func `sums agree with whole numbers`() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<2_000 {
      let left = Int.random(in: 0...(1 << 40), using: &random)
      let right = Int.random(in: 0...(1 << 40), using: &random)
      let places = Int.random(in: 0...3, using: &random)
      let size = [1, 10, 100, 1000][places]
      let sum = Decimal(UInt128(left), exponent: places).plus(Decimal(UInt128(right)))
      #expect(text(sum) == String(left * size + right))
    }
  }

  @Test(arguments: ["", ".", "1.", ".5", "-", "1.2.3", "+1", "1e5", " 1", "--1"])
  func `what is no plain number is none`(text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test(arguments: [("-1", "0"), ("-2", "-1"), ("0.5", "0.50001"), ("9.99", "10")])
  func `order heeds signs and points`(low: String, high: String) throws {
    let low = try #require(Decimal(low))
    let high = try #require(Decimal(high))
    #expect(low.isBelow(high) && !high.isBelow(low) && !low.isBelow(low))
  }
}
