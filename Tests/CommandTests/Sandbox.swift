import Foundation
import Testing

/// An empty folder for one test, in which it runs shell scripts; it goes with the test.
final class Sandbox {
  /// The folder that scripts run in.
  let folder: URL
  private let root: URL

  /// Makes the folder, with copies of the files in `template` if one is named.
  init(copying template: URL? = nil) throws {
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("filters-" + UUID().uuidString)
    folder = root.appendingPathComponent("work")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    if let template {
      try FileManager.default.copyItem(at: template, to: folder)
    } else {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// Writes a file of bytes.
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    try Data(bytes).write(to: folder.appendingPathComponent(name))
  }

  /// Writes a file of text, as UTF-8.
  func write(_ text: String, to name: String) throws {
    try write(text.utf8, to: name)
  }

  /// The bytes of a file.
  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// The text of a file.
  func text(_ name: String) throws -> String {
    String(decoding: try read(name), as: UTF8.self)
  }

  /// The names of the files in the folder, hidden ones too.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  /// For what hangs, not for what is slow: a machine that others use too takes ten times as long.
  private static let limit = 600

  /// Runs a script of the POSIX shell to its end; what hangs is killed with all that it started.
  ///
  /// Its output goes to files, so that no pipe of ours can be full. Standard input is empty, and the
  /// environment holds nothing but what the script needs to find programs.
  @discardableResult
  func run(_ script: String) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": Program.folder.path + ":/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C",
    ]
    let output = root.appendingPathComponent("stdout")
    let errors = root.appendingPathComponent("stderr")
    let sinks = [try Self.create(output), try Self.create(errors)]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = sinks[0]
    process.standardError = sinks[1]
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    // The script has its own. Foundation keeps ours for as long as the tests run, and thousands of them are too many.
    for sink in sinks { try sink.close() }
    if ended.wait(timeout: .now() + .seconds(Self.limit)) == .timedOut {
      // A process of Foundation leads a group of its own.
      kill(-process.processIdentifier, SIGKILL)
      ended.wait()
      Issue.record("the script did not end within \(Self.limit) seconds:\n\(script)")
    }
    let died = process.terminationReason == .uncaughtSignal
    return Outcome(
      status: process.terminationStatus + (died ? 128 : 0), isSignal: died,
      output: Array(try Data(contentsOf: output)), errors: Array(try Data(contentsOf: errors)))
  }

  private static func create(_ file: URL) throws -> FileHandle {
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }
}

/// What a script came to.
struct Outcome {
  /// The exit status; 128 and the signal's number where a signal ended it, as in the shell.
  let status: Int32
  /// True if a signal ended the shell, or what it became by `exec`.
  let isSignal: Bool
  /// What it wrote on standard output.
  let output: [UInt8]
  /// What it wrote on standard error.
  let errors: [UInt8]

  /// Standard output as text.
  var text: String { String(decoding: output, as: UTF8.self) }
  /// Standard error as text.
  var messages: String { String(decoding: errors, as: UTF8.self) }
  /// The lines of standard output.
  var lines: [Substring] { text.split(separator: "\n") }
}
