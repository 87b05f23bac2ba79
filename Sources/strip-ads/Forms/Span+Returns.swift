import Filters

extension Span where Element == UInt8 {
  /// Where the text of a line ends that carriage returns may follow.
  ///
  /// Behind a piece that goes, a carriage return comes to stand before the line feed and is part of the line's
  /// end for the next reader; so none at the end is ever part of what is judged.
  var endBeforeReturns: Int {
    var end = count
    while end > 0, self[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }
}
