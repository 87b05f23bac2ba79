import Filters
import Testing

@testable import split_sections

@Suite struct IdleOptionsTests {
  private static let sections =
    "section\t1\t1\t1\theading\t一、\t做法\t\nsection\t2\t1\t2\titem\t一是\t学\t。\n"

  private func messages(of stream: String, _ options: String...) -> String {
    let input = Array(stream.utf8)
    return switch options.count {
    case 0: SplitSections.rehearse(input: input).messages
    case 1: SplitSections.rehearse(options[0], input: input).messages
    default: SplitSections.rehearse(options[0], options[1], input: input).messages
    }
  }

  private func document(_ name: String, _ records: String) -> String {
    "doc\treport/1\t\(name)\n\(records)end\tok\n"
  }

  @Test(
    "What an option cannot keep out of a segmented stream is told once",
    arguments: ["--max-depth=1", "--no-items"])
  func told(option: String) {
    let stream = document("a\u{1B}", Self.sections) + document("b", Self.sections)
    #expect(
      messages(of: stream, option) == """
        split-sections: a\\x1b: \(option.prefix { $0 != "=" }) does nothing to what is segmented already; \
        give it to the split-sections that reads the lines

        """)
    #expect(messages(of: stream, option, "--quiet").isEmpty)
  }

  @Test(
    "Nothing is told where the option changes nothing, or does its work",
    arguments: ["--max-depth=2", "--unwrap"])
  func untold(option: String) {
    #expect(messages(of: document("a", Self.sections), option).isEmpty)
    #expect(messages(of: document("a", Self.sections), "--outline", "--max-depth=1").isEmpty)
    #expect(messages(of: "一、做法\n一是学。二是干。\n", "--no-items").isEmpty)
    #expect(messages(of: "一、做法\n一是学。二是干。\n", "--max-depth=1").isEmpty)
    #expect(
      messages(of: document("a", "section\t1\t1\t1\theading\t一、\t做法\t\n"), "--no-items").isEmpty)
  }
}
