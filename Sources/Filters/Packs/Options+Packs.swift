extension Options {
  /// The rule packs in the files that `option` names, in order.
  public func packs(of option: Option) throws(Misuse) -> [Pack] {
    var packs: [Pack] = []
    for file in files(of: option) {
      do throws(PackFailure) {
        packs.append(try Pack(try Self.contents(of: file), name: file.text))
      } catch {
        throw Misuse(error)
      }
    }
    return packs
  }

  private static func contents(of file: Operand) throws(PackFailure) -> [UInt8] {
    do throws(SystemFailure) {
      let descriptor =
        file.isStandardInput ? 0 : try System.open(reading: file.bytes)
      var source = ByteSource(descriptor: descriptor, isOurs: !file.isStandardInput)
      var buffer = ByteBuffer(capacity: 64 << 10)
      while try source.read(64 << 10, into: &buffer) > 0 {
        if buffer.count > Pack.maximumSize {
          throw SystemFailure.tooLarge
        }
      }
      return Array(copying: buffer.bytes)
    } catch {
      throw PackFailure(
        pack: file.text, line: 0, reason: "the rule pack cannot be read: \(error.text)")
    }
  }
}
