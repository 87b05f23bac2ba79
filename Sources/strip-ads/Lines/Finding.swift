/// What one line is by itself.
struct Finding: Equatable, Sendable {
  /// The classes of lines.
  enum Class: Sendable {
    /// Nothing but blanks.
    case blank
    /// Part of the report.
    case kept
    /// Debris where it stands alone, too.
    case debris
    /// Debris at the head or the tail of a document, or beside debris.
    case doubtful
    /// A row of navigation words.
    case navigation
  }

  /// What the line is.
  var lineClass: Class
  /// The name of the rule that says so, an index into the names of the rules.
  var name = 0
  /// True if pieces were cut from it; the reader's `trimmed` has what remains.
  var isTrimmed = false
  /// True of a line in doubt that only names what might be offered: it goes beside debris and nowhere else.
  var isHint = false
  /// True of a line in doubt for which little speaks: it goes between advertising and nowhere else.
  var isWeak = false
  /// True of a line in doubt that goes with debris at the document's end and nowhere else.
  var isTail = false
  /// True of a line of such a kind for which nothing speaks but where it stands.
  var isUnknown = false
  /// What speaks for its being advertising.
  var score = 0
  /// What it is worth as navigation.
  var row = NavigationWords.Row()
}
