import Testing

@testable import Filters

@Suite struct ByteBufferTests {
  @Test("It holds what an array would hold", arguments: 0..<20 as Range<UInt64>)
  func model(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var buffer = ByteBuffer(capacity: 0)
    var model: [UInt8] = []
    for step in 0..<300 {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0, 1:
        let bytes = (0..<Int.random(in: 0...50, using: &generator)).map {
          UInt8(truncatingIfNeeded: $0 + step)
        }
        buffer.append(bytes.span)
        model += bytes
      case 2:
        buffer.append(UInt8(truncatingIfNeeded: step))
        model.append(UInt8(truncatingIfNeeded: step))
      case 3:
        buffer.append("字")
        model += Array("字".utf8)
      case 4:
        let count = Int.random(in: 0...model.count, using: &generator)
        buffer.removeFirst(count)
        model.removeFirst(count)
      case 5: buffer.compact()
      case 6: buffer.reserve(Int.random(in: 0...100, using: &generator))
      default:
        if generator.once(in: 10) {
          buffer.removeAll()
          model = []
        }
      }
      let held = Array(copying: buffer.bytes)
      #expect(held == model, "seed \(seed), step \(step)")
      let start = model.count / 3
      let part = Array(copying: buffer.bytes(in: start..<model.count))
      #expect(part == Array(model[start...]), "seed \(seed), step \(step)")
      let isRight = buffer.isEmpty == model.isEmpty && buffer.capacity >= buffer.count
      #expect(isRight)
    }
  }

  @Test(
    "Numbers are written in decimal",
    arguments: [0, 1, 9, 10, 99, 100, 12345, -1, -10, .max, .min, 999_999_999_999_999_999])
  func numbers(_ number: Int) {
    var buffer = ByteBuffer(capacity: 16)
    buffer.append(number: number)
    buffer.append(number: number)
    let written = Array(copying: buffer.bytes)
    #expect(written == Array("\(number)\(number)".utf8))
  }

  @Test("Memory stays near what is held, however much goes through")
  func bounded() {
    var buffer = ByteBuffer(capacity: 1000)
    let piece = [UInt8](repeating: 7, count: 100)
    for _ in 0..<10000 {
      buffer.append(piece.span)
      if buffer.count > 700 { buffer.removeFirst(450) }
    }
    let capacity = buffer.capacity
    #expect(capacity <= 4000)
  }

  @Test("A source may give less than there is room for, or nothing")
  func fill() throws {
    struct Refusal: Error {}
    var buffer = ByteBuffer(capacity: 16)
    let given = unsafe buffer.fill(100) { (room: UnsafeMutableRawBufferPointer) in
      unsafe room.storeBytes(of: 65, as: UInt8.self)
      return 1
    }
    #expect(given == 1)
    let nothing = unsafe buffer.fill(100) { (_: UnsafeMutableRawBufferPointer) in 0 }
    #expect(nothing == 0)
    do throws(Refusal) {
      _ = try unsafe buffer.fill(1) { (_: UnsafeMutableRawBufferPointer) throws(Refusal) in
        throw Refusal()
      }
      Issue.record("the refusal was lost")
    } catch {}
    let held = Array(copying: buffer.bytes)
    #expect(held == [65])
  }
}
