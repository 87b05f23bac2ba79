/// What a filter may do with the records that it knows.
extension Check {
  /// A document with annotations, to be changed or not.
  private static let annotated = """
    doc\treport/1\tr.txt
    title\t1\t1\t城关镇 Report 2024
    section\t3\t1\t1\theading\t一、\t联系 Contact\t
    x-note\tA
    text\t4\t1\t1\t请拨打 13800138000 或 010-62345678，办理 12 件，Mail a@b.cn。
    metric\t4\t21\t12 件\t12\t件\t=\tcount\t\t\t办理
    x-note\tB
    # C
    section\t5\t1\t2\trunin\t（一）\t内部 secret\t。
    x-note\tD
    text\t5\t9\t2\t联系电话：13900139000。
    section\t6\t1\t2\titem\t一是\t其他\t，
    text\t6\t6\t2\t完成 3 项。
    x-note\tE
    section\t8\t1\t1\theading\t二、\t重点 Plan\t
    text\t9\t1\t1\t建成 5 座。
    x-note\tF
    end\tok

    """

  private static let pieces = ["line", "title", "section", "text"]

  static let meaning: [Check] = [
    Check(
      "own-types", .stream, needs: ["valid-output"],
      "A plug-in adds records of types that begin with x-; no other new type is its to make (keep 2)."
    ) { subject throws(Finding) in
      let input = annotated + Sample.second
      let given = Array(input.utf8).lines.map(\.type)
      for line in try subject.output(of: input).lines {
        let type = line.type
        if type.hasPrefix("x-") || type.hasPrefix("#") || given.contains(type) { continue }
        if StreamReading.widths[type] == nil {
          throw Finding("\(line.shown) is of a type of its own")
        }
      }
    },
    Check(
      "line-numbers", .stream, needs: ["valid-output"],
      "LINE is the line of the source and never changes on the way."
    ) { subject throws(Finding) in
      let input = annotated
      let given = Array(input.utf8).lines.filter { pieces.contains($0.type) }.map { $0.columns[1] }
      let found = try subject.output(of: input).lines.filter { pieces.contains($0.type) }
      if let line = found.first(where: { !given.contains($0.columns[1]) }) {
        throw Finding("\(line.shown) stands on a line that the source has not")
      }
      let numbers = found.compactMap { $0.columns[1].number }
      if numbers != numbers.sorted() { throw Finding("LINE goes back on the way: \(numbers)") }
    },
    Check(
      "annotations", .stream, needs: ["line-numbers", "unknown-records", "comments"],
      "x- records and comments come out byte for byte behind the same piece, or go with it (keep 3)."
    ) { subject throws(Finding) in
      // Which piece, by LINE and COL, each annotation stands behind; ours have each its own letter.
      func owners(_ lines: [Line]) -> [Line: Line] {
        var owner: Line = []
        var result: [Line: Line] = [:]
        for line in lines {
          if pieces.contains(line.type) { owner = line.columns[1] }
          if line.type == "x-note" || line.first == 35 { result[line] = owner }
        }
        return result
      }
      let given = owners(Array(annotated.utf8).lines)
      let lines = try subject.output(of: annotated).lines
      for (line, owner) in owners(lines) {
        guard let wanted = given[line] else {
          if line.type == "x-note" { throw Finding("\(line.shown) did not go in so") }
          continue
        }
        if owner != wanted {
          throw Finding("\(line.shown) of line \(wanted.text) came out behind line \(owner.text)")
        }
      }
      // What stands behind a piece that is still there is still there.
      let kept = Set(lines.filter { pieces.contains($0.type) }.map { Array($0.columns[1...2]) })
      var owner: [Line] = []
      for line in Array(annotated.utf8).lines {
        if pieces.contains(line.type) { owner = Array(line.columns[1...2]) }
        guard line.type == "x-note" || line.first == 35, kept.contains(owner) else { continue }
        if !lines.contains(line) { throw Finding("\(line.shown) is gone, its piece is not") }
      }
    },
    Check(
      "edited-text", .stream, needs: ["line-numbers"],
      "Who changes a TEXT deletes its metrics, whose words may no longer stand there (keep 3)."
    ) { subject throws(Finding) in
      let given = Array(annotated.utf8).lines
      let metric = given.first { $0.type == "metric" }
      var before: Line = []
      for line in try subject.output(of: annotated).lines {
        if pieces.contains(line.type) { before = line }
        if line == metric, !given.contains(before) {
          throw Finding("\(before.shown) was changed, and its metric \(line.shown) still stands")
        }
      }
    },
    Check(
      "deleted-section", .stream, needs: ["line-numbers"],
      "Who deletes a section deletes all up to the next of the same or a smaller depth (keep 3)."
    ) { subject throws(Finding) in
      let lines = try subject.output(of: annotated).lines
      let found = Set(lines.filter { pieces.contains($0.type) }.map { Array($0.columns[1...2]) })
      let notes = Set(lines.filter { $0.type == "x-note" })
      var gone: (line: Line, depth: Int)?
      for line in Array(annotated.utf8).lines {
        let columns = line.columns
        if line.type == "section", let depth = columns[3].number {
          if let open = gone, depth <= open.depth { gone = nil }
          if gone == nil, !found.contains(Array(columns[1...2])) { gone = (line, depth) }
        }
        guard let gone else { continue }
        let isThere =
          pieces.contains(line.type)
          ? found.contains(Array(columns[1...2])) : line.type == "x-note" && notes.contains(line)
        if isThere { throw Finding("\(gone.line.shown) is gone, and \(line.shown) in it is not") }
      }
    },
    Check(
      "annotations-kept", .full, needs: ["annotations"],
      "Who replaces a record takes along what belongs to it, in order (keep 3)."
    ) { subject throws(Finding) in
      let input =
        annotated
        + "doc\treport/1\tl\nline\t1\t1\t甲\nx-note\tG\n# H\nline\t2\t1\t乙\nx-note\tI\nend\tok\n"
      let isNote = { (line: Line) in line.type == "x-note" || line.first == 35 }
      let given = Array(input.utf8).lines.filter(isNote)
      let found = try subject.output(of: input).lines.filter(isNote)
      if given != found {
        throw Finding("\(given.count) annotations went in, and came out as \(found.map(\.text))")
      }
    },
  ]
}
