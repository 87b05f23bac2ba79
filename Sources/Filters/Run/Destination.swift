/// The files that a run writes: that of `--output` and that of the filter's `sideFile` option, if they are used.
struct Destination: ~Copyable {
  /// A file that cannot be written, and why.
  struct Fault: Error {
    let place: String
    let cause: SystemFailure
  }

  /// What messages call the place of the output.
  let place: String
  /// What messages call the place of the side file.
  let sidePlace: String
  /// Where the output goes, and where the side file's bytes go.
  let sink: ByteWriter.Sink
  let sideSink: ByteWriter.Sink
  /// True if the output comes to its place at the end, or not at all.
  let isHeld: Bool
  private var file: OutputFile?
  private var side: OutputFile?
  private let isMemory: Bool

  /// Opens the files; a side file that grows stays whatever becomes of the run.
  init(_ options: Options, side option: Option?, growing: Bool) throws(Fault) {
    let path = options.file(of: .output).flatMap { $0.isStandardInput ? nil : $0 }
    let sidePath = option.flatMap { options.file(of: $0) }
    place = path?.text ?? "standard output"
    sidePlace = sidePath?.text ?? ""
    isMemory = false
    var file: OutputFile?
    var sink = ByteWriter.Sink.descriptor(1)
    var isHeld = false
    do throws(SystemFailure) {
      if let path {
        let opened = try OutputFile(path.bytes)
        sink = opened.sink
        isHeld = opened.isDraft
        file = consume opened
      }
    } catch {
      throw Fault(place: place, cause: error)
    }
    var side: OutputFile?
    var sideSink = ByteWriter.Sink.nowhere
    do throws(SystemFailure) {
      if let bytes = sidePath?.bytes {
        let opened = growing ? try OutputFile(growing: bytes) : try OutputFile(bytes)
        sideSink = opened.sink
        side = consume opened
      }
    } catch {
      file.take()?.abandon()
      System.keepOnSignal()
      throw Fault(place: sidePlace, cause: error)
    }
    self.sink = sink
    self.sideSink = sideSink
    self.isHeld = isHeld
    self.file = file
    self.side = side
  }

  /// For tests of filters without a process.
  private init() {
    isMemory = true
    isHeld = false
    sink = .memory
    sideSink = .memory
    place = "standard output"
    sidePlace = ""
  }

  /// Nothing but memory, for tests of filters without a process.
  static var memory: Destination { Destination() }

  /// What messages call the place where writing failed.
  func place(of output: borrowing Output) -> String {
    if output.aside.hasFailed { return sidePlace }
    return output.remarks.hasFailed ? "standard error" : place
  }

  /// Puts the files in their places, or closes standard output.
  consuming func commit() throws(Fault) {
    // The output last: who sees it finds what belongs to it.
    do throws(SystemFailure) {
      try side.take()?.commit()
    } catch {
      file.take()?.abandon()
      System.keepOnSignal()
      throw Fault(place: sidePlace, cause: error)
    }
    do throws(SystemFailure) {
      if let file {
        try file.commit()
      } else if !isMemory {
        try System.close(1)
      }
    } catch {
      System.keepOnSignal()
      throw Fault(place: place, cause: error)
    }
    System.keepOnSignal()
  }

  /// Leaves the files in their places as they were.
  consuming func abandon() {
    file.take()?.abandon()
    side.take()?.abandon()
    System.keepOnSignal()
  }
}
