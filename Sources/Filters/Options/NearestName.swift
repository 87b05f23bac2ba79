/// Finds the name that a misspelt one was meant to be.
enum NearestName {
  /// The nearest name within a third of the word's length, else the shortest that the word begins; the first of equals.
  static func of(_ word: [UInt8], among names: [String]) -> String? {
    guard !word.isEmpty, word.count <= 40 else { return nil }
    let bound = max(1, word.count / 3)
    var best: (name: String, distance: Int)?
    for name in names {
      let distance = distance(word, Array(name.utf8))
      if distance <= bound, distance < best?.distance ?? .max { best = (name, distance) }
    }
    if let best { return best.name }
    guard word.count > 1 else { return nil }
    let longer = names.filter { $0.utf8.starts(with: word) }
    return longer.min { $0.utf8.count < $1.utf8.count }
  }

  /// The least number of bytes put in, left out, changed or swapped with their neighbour.
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var least = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, beforeLast[j - 1] + 1)
        }
        row.append(least)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
