import Filters

/// The ends of host names that the packs know: those of advertising, and those of offices, which weigh less than nothing.
struct Hosts: Sendable {
  /// A host or the end of one, and what it is worth.
  typealias Host = (text: [UInt8], weight: Int)

  private(set) var names: [Host] = []

  /// The highest weight of a host, and at least `least`.
  func highestWeight(atLeast least: Int) -> Int { names.reduce(least) { max($0, $1.weight) } }

  /// The hosts of advertising that are whole names, and no endings.
  var wholeNames: [[UInt8]] {
    names.filter { $0.weight > 0 && $0.text.first != UInt8(ascii: ".") }.map(\.text)
  }

  /// Adds hosts.
  mutating func add(_ more: [Host]) { names += more }

  /// The longest of them that `host`, in small letters, is or ends with.
  func longest(endOf host: Span<UInt8>) -> Host? {
    var best: Host?
    for known in names where known.text.count > best?.text.count ?? 0 {
      let place = host.count - known.text.count
      guard place >= 0, host.starts(with: known.text.span, at: place) else { continue }
      // A domain ends in letters: 3.5.cc is one, 3.5 is none.
      let isWhole = known.text[0] == UInt8(ascii: ".") || place == 0
      if isWhole || host[place - 1] == UInt8(ascii: ".") { best = known }
    }
    return best
  }
}

extension Span where Element == UInt8 {
  /// The length of https:// or http:// at the start; 0 where neither stands there.
  var schemeLength: Int { starts(with: "https://") ? 8 : starts(with: "http://") ? 7 : 0 }
}
