/// What a filter writes beside its output: into the file of its `sideFile` option, or on standard error.
public struct SideOutput: ~Copyable {
  private var writer: ByteWriter
  private let sink: ByteWriter.Sink
  /// True if this is where writing failed.
  private(set) var hasFailed = false
  /// How much of a file belongs to documents that are done.
  private var settled = 0

  init(_ sink: ByteWriter.Sink) {
    self.sink = sink
    writer = ByteWriter(sink, capacity: 4096)
  }

  /// What was written, where it goes to memory.
  var kept: [UInt8] { writer.kept }

  /// Writes bytes as they are.
  public mutating func write(_ bytes: Span<UInt8>) throws(Failure) {
    do throws(SystemFailure) { try writer.append(bytes) } catch { throw fail(error) }
  }

  /// Writes text as a column of a stream: TAB, line ends, NUL and backslash escaped.
  public mutating func write(escaping bytes: Span<UInt8>) throws(Failure) {
    do throws(SystemFailure) { try writer.append(escaping: bytes) } catch { throw fail(error) }
  }

  /// Writes a literal.
  public mutating func write(_ literal: StaticString) throws(Failure) {
    writer.append(literal)
    try flushIfFull()
  }

  /// Writes a number in decimal digits.
  public mutating func write(number: Int) throws(Failure) {
    writer.append(number: number)
    try flushIfFull()
  }

  private mutating func flushIfFull() throws(Failure) {
    do throws(SystemFailure) { try writer.flushIfFull() } catch { throw fail(error) }
  }

  /// Writes all that is collected.
  mutating func flush() throws(Failure) {
    do throws(SystemFailure) { try writer.flush() } catch { throw fail(error) }
  }

  /// Has all that was written stay.
  mutating func settle() throws(Failure) {
    try flush()
    if case .descriptor(let descriptor, _) = sink {
      settled = System.position(descriptor) ?? 0
    }
  }

  /// Takes back what was written since `settle`; what has gone into a pipe, or where others write too, stays there.
  mutating func takeBack() throws(Failure) {
    writer.drop()
    guard case .descriptor(let descriptor, isShared: false) = sink else { return }
    do throws(SystemFailure) { try System.truncate(descriptor, to: settled) } catch {
      throw fail(error)
    }
  }

  private mutating func fail(_ cause: SystemFailure) -> Failure {
    hasFailed = true
    return .output(cause)
  }
}
