/// Why a line goes.
enum Reason: Sendable {
  /// For what it is.
  case itself
  /// In doubt, and at the document's very beginning.
  case head
  /// In doubt, and beside debris.
  case beside
  /// In doubt, and between debris.
  case between
  /// In doubt, and nothing but debris follows it.
  case tail
  /// Navigation, and in a group of such rows.
  case group
  /// It comes back beside the page numbers.
  case repeated
  /// Blank, and beside debris.
  case blank
}

/// What is known of a record that is held back.
struct Held {
  /// What becomes of it.
  enum State {
    /// It stays.
    case kept
    /// It goes.
    case removed
    /// Nothing but blanks: it goes with the debris before it, or with debris at a document's end.
    case blank
    /// It goes if nothing but debris follows, or debris beside it.
    case doubtful
    /// Part of a group of navigation rows that may still grow.
    case row
    /// Part of a group of navigation rows: it goes if the document ends soon.
    case foot
    /// It goes if it comes back beside the next page's number.
    case margin
    /// It annotates the record before it and goes its way.
    case note
  }

  /// What becomes of it, as far as is known.
  var state: State
  /// Why it goes, if it does.
  var reason = Reason.itself
  /// The name of the rule that would remove it.
  var name = 0
  /// True if it goes beside debris alone.
  var isHint = false
  /// What it is worth as navigation.
  var points = 0
  /// True if it goes between advertising alone.
  var isWeak = false
  /// True if it goes with debris at the document's end alone.
  var isTail = false
  /// True if nothing speaks for its being debris but where it stands.
  var isUnknown = false
  /// True if it is navigation with debris just before it, or weak, or of the tail, with advertising there.
  var followsDebris = false
  /// Of a margin: its number among the running lines; 0 while it is not known whether a border follows.
  var entry = 0
  /// How many lines had been kept before it, and how many bytes.
  var lines = 0
  /// See `lines`.
  var bytes = 0
  /// True if pieces go from inside it.
  var isTrimmed = false
  /// The bytes of what stays of it, if it stays.
  var length = 0
  /// True if that is a paragraph.
  var isBody = false
  /// Where it stands.
  var place = LinePlace()
}

extension Held {
  /// Whether it is not known yet that it stays, or goes.
  var isInDoubt: Bool {
    switch state {
    case .doubtful, .row, .foot, .margin: !isUnknown
    case .kept, .removed, .blank, .note: false
    }
  }
}

/// What the lines before one mean for how it is read, also when it is read once more to be written down.
struct LinePlace {
  /// True if it begins with the rest of a sentence.
  var isRest = false
  /// True if no line before it stays for certain.
  var isFirst = false
  /// True if the lines before it say that the document is the notice of an office.
  var isNotice = false
  /// True if advertising stands just before it.
  var followsAd = false
}
