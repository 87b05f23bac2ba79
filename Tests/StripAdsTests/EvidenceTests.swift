import Testing

@testable import strip_ads

/// How finds of one kind and of several add up.
@Suite struct EvidenceTests {
  private func score(_ finds: [(weight: Int, kind: Int, range: Range<Int>)]) -> Evidence {
    var evidence = Evidence()
    evidence.begin(3)
    for find in finds { evidence.add(find.weight, to: find.kind, at: find.range) }
    return evidence
  }

  @Test("The best of a kind counts in full, others by a third")
  func thirds() {
    #expect(score([(50, 0, 0..<6), (30, 0, 0..<9)]).score == 60)
    #expect(score([(30, 0, 0..<9), (50, 0, 0..<6)]).score == 60)
  }

  @Test("Phrases in each other add up to half of the best, phrases side by side to as much")
  func places() {
    let inside = score((0..<9).map { (50, 0, $0..<20) })
    #expect(inside.score == 75)
    let beside = score((0..<9).map { (50, 0, $0 * 20..<$0 * 20 + 9) })
    #expect(beside.score == 100)
  }

  @Test("Kinds add up in full and are counted")
  func kinds() {
    let evidence = score([(50, 0, 0..<6), (40, 1, 6..<9), (50, 0, 9..<15)])
    #expect(evidence.score == 106)
    #expect(evidence.kinds == 2)
  }

  @Test("What is part of a phrase is known, what stands in a gap of one is not")
  func phrases() {
    var evidence = score([])
    evidence.cover(0..<12, isPhrase: true)
    evidence.cover(20..<60, isPhrase: false)
    #expect(evidence.isInPhrase(3..<9))
    #expect(!evidence.isInPhrase(9..<15))
    #expect(!evidence.isInPhrase(30..<36))
    #expect(evidence.covered() == 52)
  }
}
