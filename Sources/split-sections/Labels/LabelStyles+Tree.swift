import Filters

// How patterns are found fast: a tree of their codes, so that what many have in common (第{一}) is read
// once, and for each character the edges of the tree's roots that may begin with it.

extension LabelStyles {
  /// Builds the tree and notes what it begins with.
  mutating func index() throws(PackFailure) {
    var beginnings: [UInt32: (headings: [Int], items: [Int])] = [:]
    for isItem in [false, true] {
      let root = build(forms.filter { styles[$0.style].isItem == isItem }, from: 0)
      for edge in nodes[root].edges {
        let code = edges[edge].code
        let wide = code > 0x20 && code < 0x7F ? code + 0xFEE0 : code
        for scalar in Set((starts(of: code) + [wide...wide]).joined()) where scalar < 0x110000 {
          if isItem {
            beginnings[scalar, default: ([], [])].items.append(edge)
          } else {
            beginnings[scalar, default: ([], [])].headings.append(edge)
          }
        }
      }
    }
    partStarts = (attachments + contents).compactMap(\.first)
    asideStarts = Array(Set(asides.compactMap(\.first)))
    noteSeconds()
    for last in titleEndings.compactMap(\.last) {
      titleLastBits[Int(last &>> 6) & 63] |= 1 &<< UInt64(last & 63)
    }
    sieve = MarkSieve(starts: beginnings.lazy.filter { !$0.value.items.isEmpty }.map(\.key))
    guard beginnings.count <= Self.slotCount / 2 else {
      throw PackFailure(
        pack: "styles", line: 0, reason: "labels begin with more than 2,048 different characters")
    }
    for (scalar, found) in beginnings {
      if scalar < 0x10000 {
        let bit = UInt64(1) << UInt64(scalar & 63)
        if !found.headings.isEmpty { headingBits[Int(scalar >> 6)] |= bit }
        if !found.items.isEmpty { itemBits[Int(scalar >> 6)] |= bit }
      }
      var place = Int(scalar) & (Self.slotCount - 1)
      while slots[place].scalar != 0 { place = (place + 1) & (Self.slotCount - 1) }
      let start = slotEdges.count
      slotEdges += found.headings + found.items
      let border = start + found.headings.count
      slots[place] = Slot(scalar: scalar, headings: start..<border, items: border..<slotEdges.count)
    }
  }

  /// Builds the node where the first `depth` codes of all of `alike` have been read; gives its number.
  private mutating func build(_ alike: [Form], from depth: Int) -> Int {
    let first = endings.count
    endings += alike.filter { $0.codes.count == depth }
    let last = endings.count
    // In the order in which they are met first: of two that fit alike the first wins.
    var groups: [[Form]] = []
    var places: [UInt32: Int] = [:]
    for form in alike where form.codes.count > depth {
      let code = codes[form.codes.lowerBound + depth]
      if let place = places[code] {
        groups[place].append(form)
      } else {
        places[code] = groups.count
        groups.append([form])
      }
    }
    var children: [Edge] = []
    var characters: UInt64 = 0
    for group in groups {
      let code = codes[group[0].codes.lowerBound + depth]
      children.append(Edge(code: code, node: build(group, from: depth + 1)))
      characters |=
        code == 0x20 || code >= Self.numberBase ? .max : 1 &<< UInt64(code & 63)
    }
    let start = edges.count
    edges += children
    nodes.append(Node(edges: start..<edges.count, forms: first..<last, characters: characters))
    return nodes.count - 1
  }

  /// The characters that a code may begin with.
  private func starts(of code: UInt32) -> [ClosedRange<UInt32>] {
    code < Self.numberBase
      ? [code...code] : NumeralKind(rawValue: code - Self.numberBase)?.starts ?? []
  }

  /// Notes what may come second in the labels of items; a blank always may, and is not among them.
  private mutating func noteSeconds() {
    func note(_ ranges: [ClosedRange<UInt32>]) {
      for scalar in ranges.joined() where scalar < 0x10000 {
        itemSecondBits[Int(scalar >> 6)] |= UInt64(1) << UInt64(scalar & 63)
      }
    }
    for form in forms where styles[form.style].isItem {
      let first = form.codes.lowerBound
      guard starts(of: codes[first]).contains(where: { isIdeograph($0.lowerBound) }) else {
        continue
      }
      // Numbers go on with their own characters.
      if codes[first] >= Self.numberBase { note(starts(of: codes[first])) }
      if form.codes.count > 1, codes[first + 1] != Self.word, codes[first + 1] != 0x20 {
        let code = codes[first + 1]
        note(starts(of: code))
        // ）, too, where the pattern has it or ).
        if code > 0x20, code < 0x7F { note([code + 0xFEE0...code + 0xFEE0]) }
      } else {
        itemSecondBits = [UInt64](repeating: .max, count: 1024)
      }
    }
  }
}
