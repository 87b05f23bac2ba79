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

  @Test("What must be escaped is seen at every place of a text of any length")
  func escapes() {
    for length in 0...70 {
      for place in 0..<length {
        for byte: UInt8 in [0x00, 0x0D, 0x0E, 0x1F, 0x22, 0x5B, 0x5C, 0x5D, 0x7F, 0x80, 0xFF] {
          var text = [UInt8](repeating: 0xE4, count: length)
          text[place] = byte
          let column: [UInt8: String] = [0x00: "\\0", 0x0D: "\\r", 0x5C: "\\\\"]
          let json: [UInt8: String] = [
            0x00: "\\u0000", 0x0D: "\\r", 0x0E: "\\u000e", 0x1F: "\\u001f", 0x22: "\\\"",
            0x5C: "\\\\",
          ]
          var escaped = ByteBuffer(capacity: 16)
          escaped.append(escaping: text.span)
          let isColumn = Array(copying: escaped.bytes) == expected(text, place, column[byte])
          var string = ByteBuffer(capacity: 16)
          string.append(escapingJSON: text.span)
          let isString = Array(copying: string.bytes) == expected(text, place, json[byte])
          #expect(isColumn && isString, "byte \(byte) at \(place) of \(length)")
        }
      }
    }
  }

  private func expected(_ text: [UInt8], _ place: Int, _ escape: String?) -> [UInt8] {
    guard let escape else { return text }
    return text[..<place] + Array(escape.utf8) + text[(place + 1)...]
  }

  @Test(
    "The same byte many times is that many bytes", arguments: [0, 1, 7, 8, 9, 16, 63, 64, 1000])
  func times(count: Int) {
    var buffer = ByteBuffer(capacity: 16)
    buffer.append(0x61)
    buffer.append(0x20, times: count)
    buffer.append(0x62)
    let held = Array(copying: buffer.bytes)
    #expect(held == [0x61] + [UInt8](repeating: 0x20, count: count) + [0x62])
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

  @Test("A record's head is written, whatever its numbers and whatever there is room for")
  func heads() {
    let numbers = [0, 1, 9, 10, 99, 12_345_678, 99_999_999, 100_000_000, Int.max, -1]
    for line in numbers {
      for column in numbers {
        for held in 0..<24 {
          var buffer = ByteBuffer(capacity: 16)
          buffer.append(UInt8(ascii: "x"), times: held)
          buffer.append(head: "section", line, column)
          let expected = String(repeating: "x", count: held) + "section\t\(line)\t\(column)"
          if Array(copying: buffer.bytes) != Array(expected.utf8) {
            Issue.record("\(line) and \(column) behind \(held) bytes")
          }
        }
      }
    }
  }

  @Test("A member's name is written with its indent, whatever the buffer has room for")
  func keys() {
    for indent in Array(0...70) + [nil] as [Int?] {
      for isFirst in [true, false] {
        for held in 0..<40 {
          var buffer = ByteBuffer(capacity: 16)
          buffer.append(UInt8(ascii: "x"), times: held)
          buffer.append(key: "column", isFirst: isFirst, indent: indent)
          let lead = indent.map { "\n" + String(repeating: " ", count: $0) } ?? ""
          let expected =
            String(repeating: "x", count: held) + (isFirst ? "" : ",") + lead + "\"column\":"
            + (indent == nil ? "" : " ")
          if Array(copying: buffer.bytes) != Array(expected.utf8) {
            Issue.record("\(String(describing: indent)) behind \(held) bytes")
          }
        }
      }
    }
  }

  @Test("All numbers of five digits are written in decimal, and those around each power of ten")
  func manyNumbers() {
    var numbers = Array(0..<100_000)
    var power = 100_000
    while power < Int.max / 10 {
      numbers += [power - 1, power, power + 1, power * 7 + 5]
      power *= 10
    }
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<100_000 { numbers.append(Int.random(in: .min ... .max, using: &generator)) }
    for number in numbers {
      var buffer = ByteBuffer(capacity: 16)
      buffer.append(number: number)
      if Array(copying: buffer.bytes) != Array("\(number)".utf8) {
        Issue.record("\(number) is written otherwise")
      }
    }
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
