// A record is one line of a report stream:
//
//     type TAB column TAB column … LF        in a column \\ \t \n \r \0 stand for the characters that cannot
//
// docs/stream.md is the contract; this file is its reading half.

/// The types of record; `doc` and `end` open and close a document and reach no filter.
public enum RecordKind: Sendable {
  case doc, end
  case line, cut, title, section, text, metric, meta
  /// A line that starts with #.
  case comment
  /// A type that this version does not know: a plug-in's.
  case other

  /// The columns that a record of this kind must have, its type included.
  var width: Int {
    switch self {
    case .doc: 3
    case .end: 2
    case .meta: 3
    case .line, .title: 4
    case .cut, .text: 5
    case .section: 8
    case .metric: 11
    case .comment, .other: 1
    }
  }

  /// True for the kinds that metrics, cuts, comments and plug-ins' records annotate.
  public var isAnnotated: Bool {
    switch self {
    case .line, .title, .section, .text: true
    case .doc, .end, .cut, .metric, .meta, .comment, .other: false
    }
  }

  /// True for the kinds whose second and third columns are LINE and COL.
  var hasPosition: Bool {
    switch self {
    case .line, .cut, .title, .section, .text, .metric: true
    case .doc, .end, .meta, .comment, .other: false
    }
  }

  /// True for the kinds whose fourth column is DEPTH.
  var hasDepth: Bool { self == .section || self == .text }

  /// The column that holds TEXT; 0 where there is none.
  @usableFromInline var textColumn: Int {
    switch self {
    case .line, .title, .metric: 3
    case .cut, .text: 4
    case .doc, .end, .section, .meta, .comment, .other: 0
    }
  }
}

/// How a section stands in its text.
public enum SectionKind: Sendable {
  /// A heading on a line of its own.
  case heading
  /// A heading whose body follows on the same line.
  case runin
  /// A member of an enumeration inside a paragraph.
  case item

  var name: StaticString {
    switch self {
    case .heading: "heading"
    case .runin: "runin"
    case .item: "item"
    }
  }
}

/// What ended a line of plain text.
public enum LineEnd: Sendable {
  /// The document's end.
  case none
  /// A line feed.
  case lf
  /// A carriage return and a line feed.
  case crlf
}

/// Where a column lies in its record's unescaped bytes.
@usableFromInline struct Field {
  @usableFromInline var start: Int
  @usableFromInline var end: Int

  @inlinable init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }
}

/// A view of one record, valid until its reader goes on; a line of plain text is a record of kind `line`.
public struct Record: ~Escapable {
  /// What the record is.
  public let kind: RecordKind
  /// LINE; 0 where the kind has none.
  public let line: Int
  /// COL; 0 where the kind has none.
  public let column: Int
  /// DEPTH; 0 where the kind has none.
  public let depth: Int
  /// What ended the line; of a stream's record always `.lf`.
  public let lineEnd: LineEnd
  /// True for a line of plain text, false for a record of a stream.
  public let isPlain: Bool
  /// True if some column differs from what `raw` shows of it.
  let hasEscapes: Bool
  /// The line as it came, without its end.
  public let raw: Span<UInt8>
  @usableFromInline let decoded: Span<UInt8>
  @usableFromInline let fields: Span<Field>

  /// Views a record; `decoded` is `raw` itself unless the record has escapes.
  @_lifetime(copy raw, copy decoded, copy fields)
  init(
    _ head: RecordHead, lineEnd: LineEnd, isPlain: Bool, hasEscapes: Bool, raw: Span<UInt8>,
    decoded: Span<UInt8>, fields: Span<Field>
  ) {
    kind = head.kind
    line = head.line
    column = head.column
    depth = head.depth
    self.lineEnd = lineEnd
    self.isPlain = isPlain
    self.hasEscapes = hasEscapes
    self.raw = raw
    self.decoded = decoded
    self.fields = fields
  }

  var head: RecordHead { RecordHead(kind: kind, line: line, column: column, depth: depth) }

  /// The number of columns, the type included; more than the contract's where a newer version added some.
  @inlinable public var columnCount: Int { isPlain ? 4 : fields.count }

  /// The column `index` unescaped, 0 being the type; empty where the record has no such column.
  @_lifetime(copy self)
  @inlinable public func column(_ index: Int) -> Span<UInt8> {
    // A line of plain text has no columns to look up: all of it is TEXT.
    if isPlain, index == 3 { return decoded }
    guard index < fields.count else { return decoded.extracting(0..<0) }
    return decoded.extracting(fields[index].start..<fields[index].end)
  }

  /// TEXT of a line, title, text, cut or metric; empty for the other kinds.
  public var text: Span<UInt8> {
    @_lifetime(copy self)
    @inlinable get {
      let index = kind.textColumn
      return index == 0 ? decoded.extracting(0..<0) : column(index)
    }
  }

  /// KIND of a section, as printed.
  public var sectionKind: Span<UInt8> {
    @_lifetime(copy self) get { column(4) }
  }

  /// LABEL of a section, with its punctuation and blanks.
  public var label: Span<UInt8> {
    @_lifetime(copy self) get { column(5) }
  }

  /// TITLE of a section.
  public var title: Span<UInt8> {
    @_lifetime(copy self) get { column(6) }
  }

  /// STOP of a section: the punctuation after its title.
  public var stop: Span<UInt8> {
    @_lifetime(copy self) get { column(7) }
  }
}

/// A record's kind and numbers, without its bytes.
struct RecordHead {
  var kind: RecordKind
  var line = 0
  var column = 0
  var depth = 0
}
