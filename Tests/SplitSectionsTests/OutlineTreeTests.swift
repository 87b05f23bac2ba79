import Filters
import Testing

@testable import split_sections

@Suite struct OutlineTreeTests {
  private let report = "某街道工作报告\n现将情况报告如下。\n一、做法\n正文五个字\n（一）学习。抓紧。\n二、\u{1B}[31m打算"

  @Test("The tree shows lines, depth and the length of the text that stands directly in a section")
  func tree() {
    #expect(
      SplitSections.rehearse("--outline", input: Array(report.utf8)).text == """
               1  某街道工作报告  9
               3    一、做法  5
               5      （一）学习  3
               6    二、?[31m打算

        """)
  }

  @Test("What is deeper than --max-depth counts for the section above it")
  func maxDepth() {
    let tree = SplitSections.rehearse("--outline", "--max-depth=1", input: Array(report.utf8)).text
    #expect(tree.split(separator: "\n")[1] == "       3    一、做法  14")
  }

  @Test("A segmented stream gives the same tree as its text")
  func stream() {
    let stream = SplitSections.rehearse(input: Array(report.utf8)).output
    #expect(
      SplitSections.rehearse("--outline", input: stream).output
        == SplitSections.rehearse("--outline", input: Array(report.utf8)).output)
  }

  @Test("A label that stands alone has the short line below it for its title")
  func titleBelow() {
    func tree(_ text: String) -> String {
      SplitSections.rehearse("--outline", input: Array("甲局文书。\n\(text)".utf8)).text
    }
    #expect(
      tree("第一章：\n总则\n正文。\n第二章\n\n附则\n") == """
               2    第一章：总则  3
               5    第二章附则

        """)
    for text in ["第一章\n正文写在这里。", "第一章\n一，二，三四五", "第一章\n2024", "第一章 总则\n正文"] {
      #expect(
        tree(text).split(separator: "\n").first?.hasSuffix(
          "  \(text.split(separator: "\n")[1].count)") == true, "\(text)")
    }
  }

  @Test("Of several documents the second and later ones stand apart, below their names")
  func several() {
    let stream =
      "doc\treport/1\ta\nline\t1\t1\t一、做法\nend\tok\ndoc\treport/1\tb\\0.txt\nend\tok\n"
      + "doc\treport/1\tc\nline\t1\t1\t一、打算\nend\tok\n"
    #expect(
      SplitSections.rehearse("--outline", input: Array(stream.utf8)).text == """
               1    一、做法

        b\u{FFFD}.txt

        c
               1    一、打算

        """)
  }

  @Test("Where the output is no terminal nothing is coloured")
  func plain() {
    let tree = SplitSections.rehearse("--outline", input: Array("某街道工作报告\n一、做法".utf8)).output
    #expect(!tree.contains(0x1B))
  }
}
