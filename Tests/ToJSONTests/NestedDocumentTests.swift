import Foundation
import Testing

@testable import Filters
@testable import to_json

@Suite struct NestedDocumentTests {
  private func compact(_ records: String, _ ending: String = "ok") -> String {
    ToJSON.rehearse("-c", input: Array("doc\treport/1\tx\n\(records)end\t\(ending)\n".utf8)).text
  }

  /// The content of a document of these records.
  private func content(_ records: String) -> String {
    let json = compact(records)
    let start = "{\"report\":\"1\",\"id\":\"x\",\"content\":["
    #expect(json.hasPrefix(start))
    #expect(json.hasSuffix("]}\n"))
    return String(json.dropFirst(start.count).dropLast(3))
  }

  private func section(_ depth: Int, _ title: String) -> String {
    "section\t1\t1\t\(depth)\titem\t\t\(title)\t\n"
  }

  /// The titles of a tree: `a(b c(d))`.
  private func outline(_ nodes: Any?) -> String {
    let nodes = nodes as? [[String: Any]] ?? []
    return nodes.map { node in
      let name =
        node["title"] as? String ?? node["text"] as? String ?? node["type"] as? String ?? "?"
      return node["content"] == nil ? name : "\(name)(\(outline(node["content"])))"
    }.joined(separator: " ")
  }

  private func outline(of records: String) throws -> String {
    let json = try JSONSerialization.jsonObject(with: Data(compact(records).utf8)) as? [String: Any]
    return outline(json?["content"])
  }

  @Test("A section nests under the nearest earlier one of smaller depth")
  func nesting() throws {
    let cases: [([Int], String)] = [
      ([1, 2, 3], "s1(s2(s3))"), ([3, 2, 1], "s1 s2 s3"), ([1, 3, 2], "s1(s2 s3)"),
      ([1, 1000, 1000, 2, 5], "s1(s2 s3 s4(s5))"),
      ([2, 5, 3, 9, 4, 1, 7], "s1(s2 s3(s4 s5)) s6(s7)"), ([0, 1, 0], "s1(s2) s3"),
    ]
    for (depths, expected) in cases {
      let records = depths.enumerated().map { section($0.element, "s\($0.offset + 1)") }.joined()
      #expect(try outline(of: records) == expected)
    }
  }

  @Test("The tree is that of the rule, for any depths", arguments: 0..<40 as Range<UInt64>)
  func anyNesting(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var records = ""
    // The path to the last section, by the contract's own words: each nests under the nearest earlier smaller one.
    var depths: [Int] = []
    var parents: [Int] = []
    for number in 0..<Int.random(in: 1...25, using: &generator) {
      let depth = generator.pick([1, 2, 3, 4, 9, 50, 1000])
      records += section(depth, "s\(number)")
      parents.append(depths.lastIndex { $0 < depth } ?? -1)
      depths.append(depth)
    }
    func tree(_ parent: Int) -> String {
      depths.indices.filter { parents[$0] == parent }.map { number in
        let inside = tree(number)
        return inside.isEmpty ? "s\(number)" : "s\(number)(\(inside))"
      }.joined(separator: " ")
    }
    #expect(try outline(of: records) == tree(-1), "seed \(seed)")
  }

  @Test("A text stands in the nearest open section whose depth is not greater")
  func texts() throws {
    func text(_ depth: Int, _ text: String) -> String { "text\t1\t1\t\(depth)\t\(text)\n" }
    #expect(
      try outline(
        of: text(0, "a") + section(1, "A") + text(1, "b") + section(3, "B") + text(3, "c")
          + text(2, "d") + text(9, "e")
          + text(0, "f") + text(1, "g")) == "a A(b B(c) d e) f g")
  }

  @Test("A title after the body begins a new part")
  func parts() throws {
    #expect(
      try outline(of: "title\t1\t1\tT\n" + section(1, "A") + "title\t5\t1\tU\n" + section(2, "B"))
        == "T A U B")
  }

  @Test("The titles before the body are the document's title, a blank only between Latin words")
  func title() {
    let body = "text\t9\t1\t0\tb\ntitle\t10\t1\tlater\n"
    for (titles, joined) in [
      (["关于", "　工作 "], "关于工作"), (["Work", "report"], "Work report"), (["报告A", "B"], "报告A B"),
      (["A", "报"], "A报"),
    ] {
      let records = titles.map { "title\t1\t1\t\($0)\n" }.joined()
      #expect(
        compact(records + body).hasPrefix(
          "{\"report\":\"1\",\"id\":\"x\",\"title\":\"\(joined)\",\"content\":[{\"kind\":\"title\","
        ))
      // Comments, cut lines and plug-ins' records are no body.
      #expect(
        compact("# c\ncut\t1\t1\tr\tt\nx-a\n" + records + body).contains(
          "\"title\":\"\(joined)\",\"content\":[{\"type\":\"cut\""))
    }
    #expect(compact(body).hasPrefix("{\"report\":\"1\",\"id\":\"x\",\"content\":[{\"text\""))
  }

  @Test("Labels and titles lose the blanks around them, texts do not")
  func blanks() {
    #expect(
      content("section\t4\t1\t2\trunin\t（一） \t 抓 学\u{3000}\t。\ntext\t4\t8\t2\t a \n")
        == "{\"label\":\"（一）\",\"title\":\"抓 学\",\"stop\":\"。\",\"kind\":\"runin\",\"depth\":2,\"line\":4,\"column\":1,"
        + "\"content\":[{\"text\":\" a \",\"line\":4,\"column\":8}]}")
  }

  @Test("Lines are texts, blank ones nothing")
  func lines() {
    #expect(
      content("line\t1\t1\t \nline\t2\t1\ta\nline\t3\t1\t\n")
        == "{\"text\":\"a\",\"line\":2,\"column\":1}")
    #expect(
      ToJSON.rehearse("-c", input: Array("a\n\n\tb".utf8)).text
        == "{\"report\":\"1\",\"id\":\"-\",\"content\":[{\"text\":\"a\",\"line\":1,\"column\":1},"
        + "{\"text\":\"\\tb\",\"line\":3,\"column\":1}]}\n")
  }

  @Test("Records of other types are nodes, where they stand or behind a node's metrics")
  func unforeseen() {
    let metric = "metric\t1\t1\tt\t1\t\t=\tcount\t\t\t\n"
    let figure =
      "{\"text\":\"t\",\"value\":1,\"sign\":\"=\",\"kind\":\"count\",\"line\":1,\"column\":1}"
    #expect(
      content(
        "text\t1\t1\t0\ta\n" + metric + "x-mood\tgood\\t\t\n" + metric + "text\t2\t1\t0\tb\nx-a\n")
        == "{\"text\":\"a\",\"line\":1,\"column\":1,\"metrics\":[\(figure),\(figure)]},"
        + "{\"type\":\"x-mood\",\"fields\":[\"good\\t\",\"\"]},{\"text\":\"b\",\"line\":2,\"column\":1},{\"type\":\"x-a\"}"
    )
    #expect(
      content(section(1, "A") + "x-a\n" + metric + "text\t1\t1\t1\tb\n")
        == "{\"title\":\"A\",\"kind\":\"item\",\"depth\":1,\"line\":1,\"column\":1,\"metrics\":[\(figure)],"
        + "\"content\":[{\"type\":\"x-a\"},{\"text\":\"b\",\"line\":1,\"column\":1}]}")
  }

  @Test("A metric with nothing to stand in is a node")
  func loneMetric() {
    #expect(
      content("metric\t1\t2\tt\t1\t\t=\tcount\t\t\t\n").hasPrefix(
        "{\"type\":\"metric\",\"fields\":[\"1\",\"2\",\"t\",\"1\""))
  }

  @Test("More records behind a node than a window holds are all there")
  func manyAnnotations() throws {
    var records = "text\t1\t1\t0\ta\n"
    for number in 0..<600 {
      records += "x-a\t\(number)\nmetric\t1\t1\tt\t\(number)\t\t=\tcount\t\t\t\n"
    }
    let json = compact(records)
    #expect(json.components(separatedBy: "\"type\":\"x-a\"").count == 601)
    #expect(
      json.components(separatedBy: "\"type\":\"metric\"").count - 1
        + json.components(separatedBy: "\"value\":").count - 1 == 600)
    _ = try JSONSerialization.jsonObject(with: Data(json.utf8))
  }

  @Test("Meta values are JSON as they came, in the layout of the document")
  func meta() {
    let records = "meta\tk\\t\t{ \"a\" : [ 1 , {\"b\":[]}, [2] ],\"c\":1.50e+400}\nmeta\tl\tnull\n"
    #expect(
      compact(records)
        == "{\"report\":\"1\",\"id\":\"x\",\"meta\":{\"k\\t\":{\"a\":[1,{\"b\":[]},[2]],\"c\":1.50e+400},\"l\":null}}\n"
    )
    #expect(
      ToJSON.rehearse(input: Array("doc\treport/1\tx\n\(records)end\tok\n".utf8)).text == """
        {
          "report": "1",
          "id": "x",
          "meta": {
            "k\\t": {
              "a": [
                1,
                {
                  "b": []
                },
                [
                  2
                ]
              ],
              "c": 1.50e+400
            },
            "l": null
          }
        }

        """)
  }

  @Test(
    "A meta that is no JSON, or stands twice, fails the document",
    arguments: [
      (
        "meta\tk\t[\n",
        "the meta record k holds no JSON value: the text ends, and a value or ] should follow"
      ),
      ("meta\tk\t1\nmeta\tk\t2\n", "the meta record k stands twice"),
    ])
  func badMeta(records: String, reason: String) {
    let run = ToJSON.rehearse("-c", input: Array("doc\treport/1\tx\n\(records)end\tok\n".utf8))
    #expect(run.status == .failedDocument)
    #expect(run.messages == "to-json: x: \(reason)\n")
    #expect(run.text.hasSuffix("\"error\":\"\(reason)\"}\n"))
  }

  @Test("What failed says so last, with its content before it")
  func failed() {
    #expect(
      compact("text\t1\t1\t0\ta\n", "failed\tso \\t\"")
        == "{\"report\":\"1\",\"id\":\"x\",\"content\":[{\"text\":\"a\",\"line\":1,\"column\":1}],\"error\":\"so \\t\\\"\"}\n"
    )
    #expect(compact("", "failed\tx") == "{\"report\":\"1\",\"id\":\"x\",\"error\":\"x\"}\n")
    #expect(compact("") == "{\"report\":\"1\",\"id\":\"x\"}\n")
  }
}
