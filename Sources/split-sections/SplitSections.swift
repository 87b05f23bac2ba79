import Filters

/// Turns lines into titles, sections and text.
@main struct SplitSections: Filter, ~Copyable {
  static let styles = Option(
    "styles", argument: "FILE", repeats: true,
    meaning: "read more label styles from FILE, a pack like the one of --print-styles",
    detail: "A style of a known name takes its place.", example: "--styles clauses.pack")
  static let maxDepth = Option(
    "max-depth", argument: "N", meaning: "take sections below depth N as text",
    example: "--max-depth 2")
  static let noItems = Option(
    "no-items", meaning: "leave 一是 … 二是 … and other enumerations in their paragraphs")

  static let unwrap = Option(
    "unwrap", meaning: "join lines that a page's width broke off, as in text from a PDF file",
    detail:
      "LINE is then the first of the lines that were joined, and COL counts in the joined line. Form feeds are "
      + "ends of pages and no text; page numbers go by strip-ads before it, or they part paragraphs. A label alone "
      + "in its line, as 第一章 may be, is joined with the title below it."
  )
  static let printStyles = Option(
    "print-styles", meaning: "print the built-in label styles: an example of what --styles reads")
  static let tree = Option(
    "outline", meaning: "draw the outline for eyes, with line numbers and lengths of text",
    detail:
      "From the second document on, a blank line and its name stand above it. A label alone in its line, as 第一章 "
      + "may be, is drawn with the title below it.",
    example: "--outline --max-depth 2")

  static let command = Command(
    name: "split-sections",
    summary: "segment Chinese reports into titles, headings and enumerations",
    about: """
      Finds the title, the numbered headings and the enumerations of each report and how they nest, and writes \
      them as records. Nothing is lost: LABEL, TITLE, STOP and TEXT of a line, put together in order, are the \
      line without its outer blanks.
      """,
    options: [tree, maxDepth, noItems, unwrap, styles, printStyles],
    examples: [
      Example("split-sections report.txt", "the records of a report"),
      Example("split-sections --outline report.txt", "its outline for eyes"),
      Example(
        "pdftotext report.pdf - | strip-ads | split-sections --unwrap", "a report in a PDF file"),
      Example("split-sections --no-items report.txt | to-json", "its headings as JSON"),
    ])

  private var segmenter: Segmenter
  private let drawsTree: Bool
  private var idle: IdleOptions

  static func page(for options: Options) throws(Misuse) -> [UInt8]? {
    options.has(printStyles) ? PackageResources.styles_pack : nil
  }

  init(_ options: Options) throws(Misuse) {
    let packs = try options.packs(of: Self.styles)
    let styles: LabelStyles
    do throws(PackFailure) {
      styles = try LabelStyles(
        [Pack(PackageResources.styles_pack, name: "styles.pack")] + packs)
    } catch {
      throw Misuse(error)
    }
    var outline = Outline(styles: styles)
    outline.findsItems = !options.has(Self.noItems)
    let deepest = try options.number(of: Self.maxDepth)
    outline.maxDepth = deepest ?? 1000
    drawsTree = options.has(Self.tree)
    // A tree is drawn of what is segmented already, too, and only so deep.
    idle = IdleOptions(
      maxDepth: drawsTree ? nil : deepest, findsItems: outline.findsItems)
    let tree = OutlineTree(maxDepth: outline.maxDepth, isColorful: options.isColorful)
    segmenter = Segmenter(
      outline, tree: drawsTree ? tree : nil, unwraps: options.has(Self.unwrap))
  }

  borrowing func form(of source: Source) -> Form { drawsTree ? .own : .stream }

  mutating func open(_ document: borrowing Document, into output: inout Output) throws(Failure) {
    try segmenter.open(document, into: &output)
  }

  mutating func receive(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    if idle.isWatching, let remark = idle.remark(on: record) { output.note(remark) }
    try segmenter.receive(record, into: &output)
  }

  mutating func close(_ ending: borrowing Ending, into output: inout Output) throws(Failure) {
    try segmenter.finish(into: &output)
  }
}
