/// The names in the objects that are open, to find one that stands twice.
///
/// Few names are compared one by one; those of a large object are sorted once, where it ends. So the time is
/// at most n log n, whatever the names are.
struct JSONNames: ~Copyable {
  private struct Name {
    let hash: UInt64
    let start: Int
    let end: Int
  }

  private static let fewNames = 32

  private var bytes = ByteBuffer(capacity: 1024)
  private var names: [Name] = []
  /// Where the names of each open object begin.
  private var firsts: [Int] = []

  mutating func removeAll() {
    bytes.removeAll()
    names.removeAll(keepingCapacity: true)
    firsts.removeAll(keepingCapacity: true)
  }

  /// An object begins.
  mutating func open() { firsts.append(names.count) }

  /// Adds a name, given as it stands in its string; true if the innermost object is known to have it already.
  mutating func add(_ inside: Span<UInt8>, hasEscapes: Bool) -> Bool {
    let start = bytes.count
    if hasEscapes { bytes.append(unescapingJSON: inside) } else { bytes.append(inside) }
    let name = Name(
      hash: Self.hash(bytes.bytes(in: start..<bytes.count)), start: start, end: bytes.count)
    let first = firsts[firsts.count - 1]
    var isKnown = false
    if names.count - first <= Self.fewNames {
      for index in first..<names.count where names[index].hash == name.hash {
        if isSame(names[index], name) { isKnown = true }
      }
    }
    names.append(name)
    return isKnown
  }

  /// An object ends; the name that stands twice in it, if there is one that was not found before.
  mutating func close() -> [UInt8]? {
    let first = firsts.removeLast()
    var double: [UInt8]?
    if names.count - first > Self.fewNames, let name = doubleName(from: first) {
      double = Array(copying: bytes.bytes(in: name.start..<name.end))
    }
    if first < names.count {
      bytes.removeLast(bytes.count - names[first].start)
      names.removeLast(names.count - first)
    }
    return double
  }

  private func doubleName(from first: Int) -> Name? {
    var sorted = Array(names[first...])
    sorted.sort { isLess($0, $1) }
    for index in 1..<sorted.count where isSame(sorted[index - 1], sorted[index]) {
      return sorted[index]
    }
    return nil
  }

  private func isSame(_ one: Name, _ other: Name) -> Bool {
    one.hash == other.hash
      && bytes.bytes(in: one.start..<one.end).isEqual(to: bytes.bytes(in: other.start..<other.end))
  }

  private func isLess(_ one: Name, _ other: Name) -> Bool {
    if one.hash != other.hash { return one.hash < other.hash }
    let (a, b) = (one.end - one.start, other.end - other.start)
    if a != b { return a < b }
    for place in 0..<a {
      let (x, y) = (bytes.bytes[one.start + place], bytes.bytes[other.start + place])
      if x != y { return x < y }
    }
    return false
  }

  private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var place = 0
    while place + 8 <= bytes.count {
      hash = mixed(hash ^ bytes.word64(at: place))
      place += 8
    }
    var rest: UInt64 = 0
    while place < bytes.count {
      rest = rest << 8 | UInt64(bytes[place])
      place += 1
    }
    return mixed(hash ^ rest)
  }

  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word &* 0xD6E8_FEB8_6659_FD93
    return product ^ product >> 32
  }
}
