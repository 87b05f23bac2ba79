import Filters
import Testing

@testable import split_sections

@Suite struct AnnotationTests {
  @Test("Metrics and cuts go to the piece that holds their column, others after the last piece")
  func places() {
    let stream = """
      doc\treport/1\tr.txt
      line\t1\t1\t一、收入5元。支出6元。一是甲7元；二是乙8元。
      metric\t1\t5\t5元\t5\t元\t=\tmoney\t\t\t
      x-note\tanything
      metric\t1\t10\t6元\t6\t元\t=\tmoney\t\t\t
      cut\t1\t14\tmark\t##
      metric\t1\t21\t8元\t8\t元\t=\tmoney\t\t\t
      # a comment
      line\t2\t1\t\u{3000}
      x-blank\t1
      end\tok

      """
    let output = SplitSections.rehearse(input: Array(stream.utf8)).text
    #expect(
      output.split(separator: "\n").map {
        $0.split(separator: "\t").prefix(3).joined(separator: " ")
      } == [
        "doc report/1 r.txt", "section 1 1", "metric 1 5", "text 1 8", "metric 1 10",
        "section 1 13", "cut 1 14", "section 1 19", "x-note anything", "metric 1 21", "# a comment",
        "x-blank 1", "end ok",
      ])
  }
}
