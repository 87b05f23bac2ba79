/// A file of output: written beside its place and put there in one step when all went well.
struct OutputFile: ~Copyable {
  /// The open descriptor to write to.
  let descriptor: Int32
  /// Where the output belongs, links followed.
  private let path: [UInt8]
  /// What is written meanwhile; nil where the output goes straight to its place.
  private let draft: [UInt8]?

  /// True if others write there too, by the descriptor from which ours was made.
  let isShared: Bool

  /// Opens a draft beside `path`, or `path` itself where it is no regular file; a descriptor is what it is.
  init(_ path: [UInt8]) throws(SystemFailure) {
    switch try OutputPlace(path) {
    case .descriptor(let number): try self.init(given: number, path)
    case .file(let place): try self.init(beside: place)
    }
  }

  private init(given number: Int32, _ path: [UInt8]) throws(SystemFailure) {
    self.path = path
    isShared = true
    draft = nil
    descriptor = try System.duplicate(given: number)
  }

  private init(beside resolved: [UInt8]) throws(SystemFailure) {
    self.path = resolved
    isShared = false
    if let kind = System.kind(of: resolved), kind != .regular, kind != .directory {
      descriptor = try System.open(writing: resolved)
      draft = nil
      return
    }
    var attempt = 0
    while true {
      let candidate = Self.draftName(of: resolved, attempt)
      if let opened = try System.createRemovedOnSignal(candidate) {
        descriptor = opened
        draft = candidate
        System.copyMode(of: resolved, to: opened)
        return
      }
      attempt += 1
    }
  }

  /// Opens `path` itself: what is written stays, however the run ends.
  init(growing path: [UInt8]) throws(SystemFailure) {
    switch try OutputPlace(path) {
    case .descriptor(let number): try self.init(given: number, path)
    case .file(let place): try self.init(at: place)
    }
  }

  private init(at path: [UInt8]) throws(SystemFailure) {
    self.path = path
    isShared = false
    descriptor = try System.open(overwriting: path)
    draft = nil
  }

  private static func draftName(of path: [UInt8], _ attempt: Int) -> [UInt8] {
    let slash = path.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { Array(path[...$0]) } ?? []
    let name = slash.map { path[($0 + 1)...] } ?? path[...]
    let suffix = Array(".\(System.processID)-\(attempt).tmp".utf8)
    // A name of 255 bytes is the longest; what is cut off of it here does no harm.
    return folder + [UInt8(ascii: ".")] + name.prefix(200) + suffix
  }

  /// True if nothing stands in its place before `commit`.
  var isDraft: Bool { draft != nil }

  /// Where the bytes go.
  var sink: ByteWriter.Sink { .descriptor(descriptor, isShared: isShared) }

  /// True if what was written is what stands in its place already.
  var isUnchanged: Bool {
    guard let draft else { return false }
    do throws(SystemFailure) {
      var old = ByteSource(descriptor: try System.open(reading: path), isOurs: true)
      var new = ByteSource(descriptor: try System.open(reading: draft), isOurs: true)
      var ours = ByteBuffer(capacity: 64 << 10)
      var theirs = ByteBuffer(capacity: 64 << 10)
      while true {
        let count = try old.readFully(64 << 10, into: &ours)
        guard try new.readFully(64 << 10, into: &theirs) == count else { return false }
        guard ours.bytes.isEqual(to: theirs.bytes) else { return false }
        if count == 0 { return true }
        ours.removeAll()
        theirs.removeAll()
      }
    } catch {
      return false
    }
  }

  /// Puts the draft in its place; what stood there keeps the name with `suffix` added, if one is given.
  consuming func commit(keepingOldWith suffix: [UInt8]? = nil) throws(SystemFailure) {
    do throws(SystemFailure) {
      if draft != nil { try System.synchronize(descriptor) }
      try System.close(descriptor)
      if let draft {
        if let suffix { try Self.keep(path, as: path + suffix) }
        try System.rename(draft, to: path)
      }
    } catch {
      if let draft { System.remove(draft) }
      throw error
    }
  }

  /// Gives a file a second name, which another file may have had; the first one is never gone.
  private static func keep(_ path: [UInt8], as backup: [UInt8]) throws(SystemFailure) {
    var attempt = 0
    while true {
      let name = draftName(of: backup, attempt)
      do throws(SystemFailure) {
        try System.link(path, to: name)
      } catch {
        guard error.isTaken else { throw error }
        attempt += 1
        continue
      }
      do throws(SystemFailure) {
        try System.rename(name, to: backup)
      } catch {
        System.remove(name)
        throw error
      }
      // Two names of one file are not renamed into each other: then the link is still there.
      System.remove(name)
      return
    }
  }

  /// Deletes the draft; the file in its place stays as it was.
  consuming func abandon() {
    try? System.close(descriptor)
    if let draft { System.remove(draft) }
  }
}
