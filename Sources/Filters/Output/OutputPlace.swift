/// What the name of an output file leads to, its links followed.
enum OutputPlace: Equatable {
  /// A descriptor that whoever started the process has opened: /dev/stdout, /dev/fd/3.
  case descriptor(Int32)
  /// A file, whether it is there yet or not.
  case file([UInt8])

  /// As many links are followed as Linux follows.
  private static let mostLinks = 40

  /// Follows the links of `path` one by one, for the last may lead nowhere yet.
  init(_ path: [UInt8]) throws(SystemFailure) {
    var path = path
    for _ in 0...Self.mostLinks {
      let (folder, name) = Self.split(path)
      guard !name.isEmpty, name != Array(".".utf8), name != Array("..".utf8),
        let home = System.resolved(folder)
      else {
        self = .file(System.resolve(path))
        return
      }
      if let number = Self.descriptor(name, in: home) {
        self = .descriptor(number)
        return
      }
      let slash = [UInt8(ascii: "/")]
      let place = home == slash ? home + name : home + slash + name
      guard let target = System.linkTarget(of: place) else {
        self = .file(place)
        return
      }
      path = target.starts(with: slash) ? target : home + slash + target
    }
    throw .tooManyLinks
  }

  private static func split(_ path: [UInt8]) -> (folder: [UInt8], name: [UInt8]) {
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else {
      return (Array(".".utf8), path)
    }
    return (Array(path[...slash]), Array(path[(slash + 1)...]))
  }

  /// The descriptor that `name` stands for in `folder`, which is resolved; nil in folders of files.
  private static func descriptor(_ name: [UInt8], in folder: [UInt8]) -> Int32? {
    let own = "/proc/\(System.processID)/"
    let text = String(decoding: folder, as: UTF8.self)
    guard text == "/dev/fd" || text.hasPrefix(own) && text.hasSuffix("/fd"),
      name.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
    else { return nil }
    return Int32(String(decoding: name, as: UTF8.self))
  }
}
