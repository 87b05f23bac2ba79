import Testing

@testable import Filters
@testable import to_json

@Suite struct MetricValueTests {
  @Test(
    "A value is told by its form",
    arguments: [
      ("", .none), ("0", .number), ("84", .number), ("-0.5", .number),
      ("123456789012345678901234567890.5", .number),
      ("1e5", .mask), ("1E5", .mask), ("007", .mask), ("1.", .mask), (".5", .mask), ("+1", .mask),
      ("1,000", .mask),
      ("3..5", .range(dots: 1)), ("1.5..2.25", .range(dots: 3)), ("-3..-1", .range(dots: 2)),
      ("3..", .mask), ("..5", .mask),
      ("3...5", .mask), ("3..5..7", .mask), ("..", .mask), (".", .mask), ("3. .5", .mask),
      ("03..5", .mask), ("3..x", .mask),
      ("1/3", .fraction), ("10/3", .fraction), ("/3", .mask), ("1/", .mask), ("/", .mask),
      ("1/2/3", .mask), ("1/x", .mask),
      ("1.5/3", .mask), ("**", .mask), ("*万", .mask), ("5*", .mask), ("某", .mask), (" 1", .mask),
      ("1 ", .mask), ("-", .mask),
    ] as [(String, MetricValue)])
  func forms(text: String, form: MetricValue) {
    let bytes = Array(text.utf8)
    #expect(MetricValue(bytes.span) == form)
  }

  @Test(
    "Each form has its members",
    arguments: [
      ("123456789012345678901234567890.50", "\"value\":123456789012345678901234567890.50"),
      ("-0", "\"value\":-0"),
      ("3..5.10", "\"low\":3,\"high\":5.10"), ("1/3", "\"value\":null,\"fraction\":\"1/3\""),
      ("*\"", "\"value\":null,\"mask\":\"*\\\"\""), ("1e5", "\"value\":null,\"mask\":\"1e5\""),
    ])
  func members(value: String, json: String) {
    let stream =
      "doc\treport/1\tx\ntext\t4\t1\t0\ta\nmetric\t4\t2\tt\t\(value)\t元\t>=\tmoney\t月\t+\t福\\t利\nend\tok\n"
    #expect(
      ToJSON.rehearse("-c", input: Array(stream.utf8)).text
        == "{\"report\":\"1\",\"id\":\"x\",\"content\":[{\"text\":\"a\",\"line\":4,\"column\":1,\"metrics\":["
        + "{\"text\":\"t\",\(json),\"unit\":\"元\",\"sign\":\">=\",\"kind\":\"money\",\"per\":\"月\",\"change\":\"+\","
        + "\"label\":\"福\\t利\",\"line\":4,\"column\":2}]}]}\n")
  }

  @Test("Members without a value are left out")
  func emptyMembers() {
    let stream = "doc\treport/1\tx\ntext\t4\t1\t0\ta\nmetric\t4\t2\t\t\t\t\t\t\t\t\nend\tok\n"
    #expect(
      ToJSON.rehearse("-c", input: Array(stream.utf8)).text.hasSuffix(
        "\"metrics\":[{\"line\":4,\"column\":2}]}]}\n"))
  }
}
