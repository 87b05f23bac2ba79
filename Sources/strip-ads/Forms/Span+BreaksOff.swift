import Filters

extension Span where Element == UInt8 {
  /// The fewest bytes of a line that a page's width broke off: 22 Chinese characters.
  private static var narrowestPage: Int { 66 }

  /// Whether this is a line of prose that ends without a stop, as lines of a page do.
  var breaksOff: Bool {
    let end = indexOfTrimmedEnd(to: endBeforeReturns)
    guard end >= Self.narrowestPage, extracting(0..<end).edgesStart == end else { return false }
    // A heading has neither ， nor 。 nor ；.
    for place in 0..<end - 2 {
      switch (self[place], self[place + 1], self[place + 2]) {
      case (0xEF, 0xBC, 0x8C), (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x9B): return true
      default: break
      }
    }
    return false
  }
}
