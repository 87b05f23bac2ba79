import Filters

/// Every label style of a pack, made ready for matching.
///
/// A pattern is a run of codes: a character's scalar with its width folded, or `numberBase` and a kind.
struct LabelStyles {
  /// One style: what its labels have in common.
  struct Style {
    let isItem: Bool
    /// The customary order of styles; the outermost is 1.
    let rank: Int
    /// What follows the label.
    let body: Body
    /// What must be about a label of the style for it to be taken.
    let need: Need
    /// The style that counts on for this one.
    var like: Int
    /// Labels carry a number.
    let isNumbered: Bool
    /// Labels are bare digits, with a point or without: what decimals stand below.
    let isPlain: Bool
    /// Labels begin with 第.
    let isOrdinalWord: Bool
  }

  /// What follows a label; the words of a pack.
  enum Body: String {
    case title = ""
    /// Body rather than a title, unless it is short.
    case clause
    /// Body, however short: who belongs to a group.
    case entry
  }

  /// What must be about a label for it to be taken; the words of a pack.
  enum Need: String {
    case nothing = ""
    /// It looks like a heading, and another of its series stands near.
    case sequence
    /// It goes on from the one before, or the next of its series stands near, whatever they look like.
    case series
    /// Another of its series stands in the same part.
    case neighbour
    /// Another of its style stands near, and a heading is open above it.
    case above
    /// The same, and the first of a list stands right below a heading: advertisements begin with such signs too.
    case below
    /// A blank follows.
    case blank
    /// Nothing follows: the label is the whole line and its own title.
    case alone
    /// A first member stands behind a stop or a word that leads to it.
    case lead

    /// Whether the lines around it decide.
    var isOfSeries: Bool {
      switch self {
      case .sequence, .series, .neighbour, .above, .below: true
      default: false
      }
    }
  }

  /// What must follow a pattern.
  enum Tail: UInt8 { case nothing, stop, maybeStop }

  /// One way of writing a style's label.
  struct Form {
    let style: Int
    let codes: Range<Int>
    /// The ordinal of a word that carries no number; 0 where a number is read.
    let ordinal: Int
    let tail: Tail
  }

  /// The ordinal of a word that may close any series.
  static let last = 999_999
  static let numberBase: UInt32 = 0x20_0000
  /// The code of {…}: a word of one to four characters that all labels of a series share.
  static let word: UInt32 = 0x30_0000

  var styles: [Style] = []
  /// The styles' names; apart from them so that a style has no memory to be counted.
  var names: [String] = []
  /// For each style the name of the one that counts on for it, and what to say if there is none.
  var likes: [(name: String?, failure: PackFailure)] = []
  var forms: [Form] = []
  /// The style of the label 1., which a decimal may be instead.
  var pointed: Int?
  var codes: [UInt32] = []
  /// One bit for each character of the first plane that begins a heading's label, and an item's: small
  /// enough to stay near while the text runs by.
  var headingBits = [UInt64](repeating: 0, count: 1024)
  var itemBits = [UInt64](repeating: 0, count: 1024)
  /// Finds where labels of item styles may begin.
  var sieve = MarkSieve(starts: [])
  /// What may begin with each character, by a part of its scalar and then onwards to the next free place.
  var slots = [Slot](repeating: Slot(), count: LabelStyles.slotCount)
  /// The edges from the tree's two roots that the slots name.
  var slotEdges: [Int] = []
  /// Words that a title ends with, that open an attachment, that open a table of contents, and after
  /// which the first member of an enumeration needs no stop.
  var titleEndings: [[UInt32]] = []
  /// A bit for the low bits of each last character of `titleEndings`.
  var titleLastBits = [UInt64](repeating: 0, count: 64)
  var attachments: [[UInt32]] = []
  var contents: [[UInt32]] = []
  var leads: [[UInt32]] = []
  /// The first characters of `attachments` and `contents`.
  var partStarts: [UInt32] = []
  /// What a speech opens with.
  var greetings: [[UInt32]] = []
  /// The first characters of `asides`, each once.
  var asideStarts: [UInt32] = []
  /// What stands before the number of one of several reports.
  var pieces: [[UInt32]] = []
  /// What stands about a report's first lines, by `Opening`; in one list, as these styles are copied now and then.
  var openings = [[[UInt32]]](repeating: [], count: Opening.allCases.count)
  /// What stands before the colon of a note below a title.
  var notes: [[UInt32]] = []
  /// The first characters of units: a bare number before one is a quantity.
  var units: Set<UInt32> = []
  /// The tree of all patterns: an edge for each code, and the forms that end at each node.
  var nodes: [Node] = []
  var edges: [Edge] = []
  var endings: [Form] = []

  /// Words about a report's first lines.
  enum Opening: Int, CaseIterable {
    /// What an editor's note above a report begins with, before a colon or in brackets.
    case editorial
    /// What stands before a title in its line, and a colon.
    case headline
    /// What a report's first sentence begins with.
    case preface
    /// What a web page has around a report.
    case frame
    /// What only an editor writes, above the report that is presented.
    case aside
    /// What ends a remark in brackets that belongs to the title above it.
    case titleNote
  }

  /// The words of one kind about a report's first lines.
  func words(_ opening: Opening) -> [[UInt32]] { openings[opening.rawValue] }

  /// A place in the tree of patterns.
  struct Node {
    var edges: Range<Int>
    var forms: Range<Int>
    /// A bit for the low bits of each character that an edge leads on with; all where an edge is no character.
    var characters: UInt64
  }

  /// A code that leads on to a node.
  struct Edge {
    let code: UInt32
    let node: Int
  }

  /// What may begin with one character.
  struct Slot {
    /// The character, 0 for none.
    var scalar: UInt32 = 0
    var headings = 0..<0
    var items = 0..<0
  }

  /// A power of two, several times the number of characters that begin labels.
  static let slotCount = 4096

  /// One bit for each character that may come second in an item's label whose first is an ideograph.
  var itemSecondBits = [UInt64](repeating: 0, count: 1024)

  /// Whether dates, notes, attachments and tables of contents may begin with `scalar`.
  func opensPart(_ scalar: UInt32) -> Bool {
    switch scalar {
    // ( 0-9 〇 ○ 一 二
    case 0x28, 0x30...0x39, 0x3007, 0x25CB, 0x4E00, 0x4E8C: true
    default: partStarts.contains(scalar)
    }
  }

  /// Whether some of `titleEndings` may end with `scalar`.
  func mayEndTitle(_ scalar: UInt32) -> Bool {
    titleLastBits[Int(scalar &>> 6) & 63] &>> UInt64(scalar & 63) & 1 != 0
  }

  /// Reads the styles of packs; a style of a known name takes the place of the earlier one, and a pattern that an earlier
  /// pack has belongs to the later one.
  init(_ packs: [Pack]) throws(PackFailure) {
    for pack in packs {
      let known = styles.count
      try add(pack)
      if known > 0 { giveUpForms(of: known) }
    }
    try link()
    try index()
  }
}

/// A full-width form of an ASCII character as that character; any other as it is.
@inline(__always)
func folded(_ scalar: UInt32) -> UInt32 {
  scalar >= 0xFF01 && scalar <= 0xFF5E ? scalar - 0xFEE0 : scalar
}
