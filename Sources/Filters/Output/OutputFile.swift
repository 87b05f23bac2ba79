/// The file of `--output`: written beside its place and put there in one step when all went well.
struct OutputFile: ~Copyable {
  /// The open descriptor to write to.
  let descriptor: Int32
  /// Where the output belongs, links followed.
  private let path: [UInt8]
  /// What is written meanwhile; nil where the output goes straight to a device or a named pipe.
  private let draft: [UInt8]?

  /// Opens a draft beside `path`, or `path` itself where it is no regular file.
  init(_ path: [UInt8]) throws(SystemFailure) {
    let resolved = System.resolve(path)
    self.path = resolved
    if let kind = System.kind(of: resolved), kind != .regular, kind != .directory {
      descriptor = try System.open(writing: resolved)
      draft = nil
      return
    }
    let slash = resolved.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { Array(resolved[...$0]) } ?? []
    let name = slash.map { resolved[($0 + 1)...] } ?? resolved[...]
    var attempt = 0
    while true {
      let suffix = Array(".\(System.processID)-\(attempt).tmp".utf8)
      // A name of 255 bytes is the longest; what is cut off of it here does no harm.
      let candidate = folder + [UInt8(ascii: ".")] + name.prefix(200) + suffix
      if let opened = try System.createRemovedOnSignal(candidate) {
        descriptor = opened
        draft = candidate
        System.copyMode(of: resolved, to: opened)
        return
      }
      attempt += 1
    }
  }

  /// Puts the draft in its place.
  consuming func commit() throws(SystemFailure) {
    do throws(SystemFailure) {
      if draft != nil { try System.synchronize(descriptor) }
      try System.close(descriptor)
      if let draft { try System.rename(draft, to: path) }
    } catch {
      if let draft { System.remove(draft) }
      throw error
    }
    System.removeOnSignal(nil)
  }

  /// Deletes the draft; the file in its place stays as it was.
  consuming func abandon() {
    try? System.close(descriptor)
    if let draft { System.remove(draft) }
    System.removeOnSignal(nil)
  }
}
