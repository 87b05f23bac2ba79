import Testing

@testable import strip_ads

/// How finds of one kind and of several add up.
@Suite struct EvidenceTests {
  private func evidence(
    _ finds: [(weight: Int, kind: Int, range: Range<Int>)]
  ) -> Evidence {
    var evidence = Evidence()
    evidence.begin(3)
    for find in finds {
      evidence.cover(find.range, kind: find.kind, isPhrase: false)
      evidence.add(find.weight, to: find.kind)
    }
    evidence.settle()
    return evidence
  }

  @Test("The best of a kind counts in full, others by a third")
  func thirds() {
    #expect(evidence([(50, 0, 0..<6), (30, 0, 0..<9)]).score == 60)
    #expect(evidence([(30, 0, 0..<9), (50, 0, 0..<6)]).score == 60)
  }

  @Test("Finds in each other add up to half of the best, finds at three places to as much")
  func places() {
    #expect(evidence((0..<9).map { (50, 0, $0..<20) }).score == 75)
    #expect(evidence((0..<9).map { (50, 0, $0 % 2 * 20..<$0 % 2 * 20 + 9) }).score == 75)
    #expect(evidence((0..<9).map { (50, 0, $0 * 20..<$0 * 20 + 9) }).score == 100)
  }

  @Test("The order of finds does not matter")
  func order() {
    let finds = [0..<20, 0..<9, 9..<18, 30..<36, 31..<40].map { (50, 0, $0) }
    for first in finds.indices {
      let turned = Array(finds[first...] + finds[..<first])
      #expect(evidence(turned).score == evidence(finds).score)
      #expect(evidence(turned.reversed()).score == evidence(finds).score)
    }
    #expect(evidence(finds).score == 100)
  }

  @Test("What has no place may stand beside all others, so that a first look never says too little")
  func unsettled() {
    var limit = Evidence()
    limit.begin(1)
    for _ in 0..<9 { limit.add(50, to: 0) }
    #expect(limit.score == 100)
  }

  @Test("Kinds add up in full and are counted")
  func kinds() {
    let evidence = evidence([(50, 0, 0..<6), (40, 1, 6..<9), (50, 0, 9..<15)])
    #expect(evidence.score == 106)
    #expect(evidence.kinds == 2)
  }

  @Test("What is part of a phrase is known, what stands in a gap of one is not")
  func phrases() {
    var evidence = Evidence()
    evidence.begin(1)
    evidence.cover(0..<12, kind: 0, isPhrase: true)
    evidence.cover(20..<60, kind: 0, isPhrase: false)
    #expect(evidence.isInPhrase(3..<9))
    #expect(!evidence.isInPhrase(9..<15))
    #expect(!evidence.isInPhrase(30..<36))
    #expect(evidence.covered() == 52)
  }
}
