import Filters

/// The numbers by which lines are judged.
extension LineJudge {
  /// A line of so many characters is judged as a whole; a longer one is a paragraph and stays.
  static let longestLine = 400
  /// Longer lines are searched for marks alone.
  static let longestFolded = 64 << 10
  /// Longer lines are not read with care for Latin letters alone.
  static let longestLettered = 400
  /// Without evidence only lines so short can be navigation.
  static let longestRow = LiteralMatcher.longestCounted
  /// Longer lines, in bytes, are no rows that say whence a text is.
  static let longestProvenance = 300
  /// The score of debris; each three characters over `longLine` add a point to it.
  static let debrisScore = 90
  /// The same where no more than `littleShield` speaks for the report.
  static let freeScore = 80
  /// A full stop, or a word that says little.
  static let littleShield = 15
  /// The score from which on a line is in doubt.
  static let doubtfulScore = 70
  /// See `debrisScore`.
  static let longLine = 100

  /// What debris of so many characters must score over `debrisScore`.
  static func extra(ofLength length: Int) -> Int { max(0, length - longLine) / 3 }

  /// Lines of so many characters are short: to be covered by evidence is worth points to them.
  static let shortLine = 40
  /// What it is worth to be covered whole.
  static let coverageScore = 35
  /// What is in doubt stays where more than this speaks for the report.
  static let doubtfulShield = 10
  /// Where so much speaks for the report, guarded templates do not count.
  static let guardingShield = 20
  /// So short a line without a name or address of the net is a label: 下载次数.
  static let longestLabel = 4
  /// So short a line that only names what might be offered is a heading: 资料下载.
  static let longestName = 8
  /// The weight of a name, number or address by which the reader is to come; a telephone's is less.
  static let wayOut = 45
  /// What it is worth that a line calls out, beside other evidence.
  static let shoutWeight = 20
  /// What it is worth that a line speaks to its reader, beside other evidence.
  static let readerWeight = 20
  /// Lines of more bytes are not looked at for that: they need more points with their length, and it takes time.
  static let longestAddress = 3 * longLine
  /// What it is worth that a line is a menu of goods, and what the goods must be worth themselves.
  static let menuWeight = 30
  static let menuGoods = 65
  /// What a short line must score to go between advertising, more where it only names what might be offered, with so
  /// much for the report at most; of one kind of evidence alone, more is asked for.
  static let weakScore = 40
  static let weakNaming = 60
  static let weakShield = 20
  static let weakLone = 50
  static let longestWeak = 60
  /// What a short line must score behind advertising where nothing of the report follows.
  static let tailScore = 20
  /// What may speak for the report there in a line for which twice as much speaks.
  static let tailShield = 50
  /// A line for which nothing speaks does not keep what stands before it there, if it is so short.
  static let longestUnknown = 24
  /// A number alone in its line is no row of a table there, if it has so many digits.
  static let leastCounter = 4
  /// With coverage, so much is enough of one kind of evidence.
  static let loneScore = 85
  /// A text of a lower score is nobody's advertising.
  static let innocentScore = 30
}
