/// The shapes of the records that are held, oldest first; the oldest go without moving the others.
struct HeldShapes: RandomAccessCollection {
  private var all: [LineShape] = []
  private var gone = 0

  /// So many shapes go before the memory is put in order.
  private static let batch = 1024

  var startIndex: Int { 0 }
  var endIndex: Int { all.count - gone }

  /// A shape by its place among those that are held.
  subscript(index: Int) -> LineShape {
    get { all[gone + index] }
    set { all[gone + index] = newValue }
  }

  /// The one held last.
  var newest: LineShape {
    get { all[all.count - 1] }
    _modify { yield &all[all.count - 1] }
  }

  /// Holds another one.
  mutating func append(_ shape: LineShape) { all.append(shape) }

  /// Gives up the oldest ones.
  mutating func removeFirst(_ count: Int) {
    gone += count
    if gone == all.count {
      removeAll()
    } else if gone >= Self.batch, gone * 2 >= all.count {
      all.removeFirst(gone)
      gone = 0
    }
  }

  /// Gives up all.
  mutating func removeAll() {
    all.removeAll(keepingCapacity: true)
    gone = 0
  }
}
