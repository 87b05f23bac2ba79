/// Streams that checks are made of.
///
/// No digits and no advertising: nothing here asks to be changed.
enum Sample {
  /// A document that is segmented already.
  static let first = """
    doc\treport/1\t甲.txt
    title\t1\t1\t甲村工作总结
    section\t3\t1\t1\theading\t一、\t主要工作\t
    text\t4\t1\t1\t走访群众，听取意见。
    end\tok

    """

  /// A document of lines that nobody has segmented.
  static let second = """
    doc\treport/1\t乙.txt
    line\t1\t1\t乙村工作总结
    line\t3\t1\t走访群众，听取意见。
    end\tok

    """

  /// A document that failed on the way.
  static let failed = """
    doc\treport/1\t丙.txt
    text\t1\t1\t0\t丙村
    end\tfailed\tline 9: 读不出来

    """

  /// Two short documents, to be cut at every byte.
  static let short = """
    doc\treport/1\ta
    text\t1\t1\t0\t好
    end\tok
    doc\treport/1\tb
    line\t1\t1\t好
    end\tok

    """

  /// A document in plain text.
  static let text = "甲村工作总结\n\n一、主要工作\n走访群众，听取意见。\n"

  /// More of a stream than a pipe holds.
  static let long = String(repeating: first, count: 1500)

  /// A document of these records between a title and a text.
  static func document(_ records: String, id: String = "r.txt") -> String {
    "doc\treport/1\t\(id)\ntext\t1\t1\t0\t开头。\n\(records)text\t90\t1\t0\t结尾。\nend\tok\n"
  }
}
