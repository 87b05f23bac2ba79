import Testing

@testable import Filters
@testable import from_json

@Suite struct NestedReaderTests {
  private func run(_ json: String) -> Rehearsal {
    FromJSON.rehearse("--from=nested", input: Array(json.utf8))
  }

  @Test(
    "A document that is wrong says where and why, and the next one goes on",
    arguments: [
      ("\"id\":\"a\"}", "byte 1", "report is the first member of a document", "line:1"),
      ("\"report\":1}", "byte 10", "report is a text", "line:1"),
      (
        "\"report\":\"2\"}", "byte 10",
        "version: the document is not of report version 1; newer filters may read it", "line:1"
      ),
      ("\"report\":\"1\",\"id\":1}", "byte 19", "id is a text", "line:1"),
      ("\"report\":\"1\",\"id\":\"a\",\"meta\":[]}", "byte 30", "meta is an object", "a"),
      (
        "\"report\":\"1\",\"meta\":{},\"id\":\"a\"}", "byte 29",
        "id must stand before what it describes: report, id, meta, content", ""
      ),
      (
        "\"report\":\"1\",\"id\":\"a\",\"contents\":[]}", "byte 23",
        "there is no member contents here", "a"
      ),
      (
        "\"report\":\"1\",\"id\":\"a\",\"depth\":1}", "byte 31", "a document has no member depth",
        "a"
      ),
      (
        "\"report\":\"1\",\"id\":\"a\",\"content\":[1]}", "byte 34",
        "content is a list of objects, and the nodes of depth 0 hold something else", "a"
      ),
      (
        "\"report\":\"1\",\"id\":\"a\",\"content\":[{\"text\":\"t\",\"line\":1,\"column\":1,\"label\":\"x\"}]}",
        "byte 77",
        "a node with these members has no member label; a section has a depth", "a"
      ),
      (
        "\"report\":\"1\",\"id\":\"a\",\"content\":[{\"line\":1,\"column\":1,\"content\":[",
        "byte 65",
        "only a section, which has a depth, has content", "a"
      ),
      (
        "\"report\":\"1\",\"id\":\"a\",\"content\":[{\"type\":\"end\"}]}", "byte 47",
        "a node's type is that of a record inside a document", "a"
      ),
      (
        "\"report\":\"1\",\"id\":\"a\",\"content\":[{\"type\":\"#\"}]}", "byte 45",
        "a node's type is that of a record inside a document", "a"
      ),
      (
        "\"report\":\"1\",\"id\":\"a\",\"content\":[{\"type\":\"x\",\"fields\":[1]}]}", "byte 56",
        "fields is a list of texts", "a"
      ),
    ])
  func faults(json: String, byte: String, reason: String, id: String) {
    let result = run("{" + json + "\n  \"more\": {\n}\n{\"report\":\"1\",\"id\":\"b\"}\n")
    let said = "document 1, \(byte) of the line: \(reason)"
    #expect(result.messages.hasPrefix("from-json: -:1: \(said)\n"), "\(result.messages)")
    #expect(result.text.contains("doc\treport/1\t\(id)\n"))
    #expect(result.text.contains("end\tfailed\tline 1: \(said)\n"))
    #expect(result.text.hasSuffix("doc\treport/1\tb\nend\tok\n"))
    #expect(result.status == .failedDocument)
  }

  private func content(_ nodes: String) -> String {
    run("{\"report\":\"1\",\"content\":[\(nodes)]}").text
  }

  @Test(
    "What describes a node stands before its metrics and content",
    arguments: [
      (
        "{\"line\":1,\"column\":1,\"metrics\":[],\"text\":\"t\"}",
        "text stands behind metrics or content, and must stand before"
      ),
      (
        "{\"depth\":1,\"line\":1,\"column\":1,\"content\":[],\"title\":\"t\"}",
        "title stands behind metrics or content, and must stand before"
      ),
      (
        "{\"depth\":1,\"line\":1,\"column\":1,\"content\":[],\"metrics\":[]}",
        "metrics stands behind content, and must stand before"
      ),
      (
        "{\"depth\":2,\"line\":1,\"column\":1,\"content\":[{\"depth\":2,\"line\":2,\"column\":1}]}",
        "a section's depth is a number greater than that of the section around it"
      ),
      (
        "{\"depth\":2,\"line\":1,\"column\":1,\"content\":[{\"kind\":\"title\",\"line\":2,\"column\":1}]}",
        "a title stands in the document's content, not in a section's"
      ),
      ("{\"depth\":1,\"column\":1}", "LINE must be a number from 1, written without leading zeros"),
      (
        "{\"line\":1,\"column\":1,\"metrics\":[{\"text\":\"a\",\"score\":1}]}",
        "there is no member score here"
      ),
      (
        "{\"line\":1,\"column\":1,\"metrics\":[{\"value\":\"1\"}]}",
        "a metric's value is a number or null"
      ),
      ("{\"line\":1,\"column\":1,\"metrics\":[1]}", "metrics is a list of objects"),
      ("{\"line\":1,\"column\":1,\"line\":2}", "the name \"line\" stands twice in one object"),
    ])
  func order(nodes: String, reason: String) {
    #expect(content(nodes).contains(reason))
    #expect(content(nodes).contains("\nend\tfailed\tline 1: document 1"))
  }

  @Test("Nodes become their records, a text with the depth of its section")
  func nodes() {
    #expect(
      content(
        "{\"kind\":\"title\",\"title\":\"T\",\"line\":1,\"column\":2},{\"text\":\"a\",\"line\":2,\"column\":1},"
          + "{\"label\":\"一、\",\"title\":\"A\",\"stop\":\"。\",\"kind\":\"runin\",\"depth\":3,\"line\":3,\"column\":1,"
          + "\"metrics\":[{\"text\":\"3\",\"low\":1,\"high\":2.50,\"line\":3,\"column\":4}],"
          + "\"content\":[{\"text\":\"b\",\"line\":3,\"column\":9},{\"type\":\"x-a\",\"fields\":[\"\",\"\\\\\"]}]}"
      )
        == "doc\treport/1\t\ntitle\t1\t2\tT\ntext\t2\t1\t0\ta\nsection\t3\t1\t3\trunin\t一、\tA\t。\n"
        + "metric\t3\t4\t3\t1..2.50\t\t\t\t\t\t\ntext\t3\t9\t3\tb\nx-a\t\t\\\\\nend\tok\n")
  }

  @Test("Documents may follow each other on one line, and may be spread over many")
  func layout() {
    #expect(
      run("{\"report\":\"1\",\"id\":\"a\"}{\"report\":\"1\"\n,\n\n\"id\"\n:\n\"b\"\n}\n{\"report\"")
        .text
        == "doc\treport/1\ta\nend\tok\ndoc\treport/1\tb\nend\tok\n"
        + "doc\treport/1\tline:8\nend\tfailed\ttruncated: the input ends inside this document\n")
  }

  @Test("Meta of any layout becomes compact, its texts and numbers as they stand")
  func meta() {
    #expect(
      run(
        "{\"report\":\"1\",\"meta\":{\n \"k\\t\" : { \"a\" : [ 1.50e+400 ,\n { } , \"\\u4e2d\" ] , \"b\":null } , \"e\": [ ]\n}}"
      ).text
        == "doc\treport/1\t\nmeta\tk\\t\t{\"a\":[1.50e+400,{},\"\\\\u4e2d\"],\"b\":null}\nmeta\te\t[]\nend\tok\n"
    )
  }

  @Test("Nesting is bounded, and takes no stack", arguments: [1000, 5000, 200_000])
  func depth(count: Int) {
    let open = String(repeating: "{\"depth\":1,\"line\":1,\"column\":1,\"content\":[", count: count)
    #expect(content(open).contains("end\tfailed\t"))
    let meta = "{\"report\":\"1\",\"meta\":{\"k\":" + String(repeating: "[", count: count)
    #expect(run(meta).text.contains("end\tfailed\t"))
  }
}
