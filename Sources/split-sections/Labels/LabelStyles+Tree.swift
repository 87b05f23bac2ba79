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
    // A word in brackets stands near the document's start, where every line is looked at.
    partStarts = Array(Set((attachments + contents).compactMap(\.first))).filter {
      !opensBracket($0)
    }
    asideStarts = Array(Set(words(.aside).compactMap(\.first)))
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
    if alike.count == 1 { return buildChain(of: alike[0], from: depth) }
    let first = endings.count
    for form in alike where form.codes.count == depth { endings.append(form) }
    let last = endings.count
    // In the order in which they are met first: of two that fit alike the first wins.
    var groups: [[Form]] = []
    // Of few codes a search is quicker than a dictionary, and hardly any node has many.
    var leading: [UInt32] = []
    for form in alike where form.codes.count > depth {
      let code = codes[form.codes.lowerBound + depth]
      if let place = leading.firstIndex(of: code) {
        groups[place].append(form)
      } else {
        leading.append(code)
        groups.append([form])
      }
    }
    var children: [Edge] = []
    var characters: UInt64 = 0
    for (code, group) in zip(leading, groups) {
      children.append(Edge(code: code, node: build(group, from: depth + 1)))
      characters |= Self.bit(of: code)
    }
    let start = edges.count
    edges += children
    nodes.append(Node(edges: start..<edges.count, forms: first..<last, characters: characters))
    return nodes.count - 1
  }

  /// Builds the nodes of a pattern that shares its first `depth` codes with no other but those before it.
  private mutating func buildChain(of form: Form, from depth: Int) -> Int {
    let first = endings.count
    var start = edges.count
    var characters: UInt64 = 0
    if depth == form.codes.count {
      endings.append(form)
    } else {
      let code = codes[form.codes.lowerBound + depth]
      let child = buildChain(of: form, from: depth + 1)
      start = edges.count
      edges.append(Edge(code: code, node: child))
      characters = Self.bit(of: code)
    }
    let last = depth == form.codes.count ? endings.count : first
    nodes.append(Node(edges: start..<edges.count, forms: first..<last, characters: characters))
    return nodes.count - 1
  }

  /// The bit of a node's characters for a code.
  private static func bit(of code: UInt32) -> UInt64 {
    code == 0x20 || code >= numberBase ? .max : 1 &<< UInt64(code & 63)
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
