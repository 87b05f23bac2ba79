import Foundation
import Testing

/// A folder that holds a command and what must come of it.
///
///     Cases/<filter>/<case>/cmd                a script of the POSIX shell, run in a copy of the folder
///                           input*             what it reads
///                           expected           its standard output, byte for byte
///                           expected.err       its standard error; empty where the file is absent
///                           expected.status    its exit status; 0 where the file is absent
///
/// scripts/cases-expected writes the expected files from what the programs do, for a human to review.
struct CommandCase: CustomTestStringConvertible {
  /// The case's folder.
  let folder: URL

  /// The filter and the case, as the folders are named.
  var testDescription: String { folder.pathComponents.suffix(2).joined(separator: "/") }

  /// Every case there is.
  static let all: [CommandCase] = {
    let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Cases")
    return folders(in: cases).flatMap(folders(in:)).map(CommandCase.init(folder:))
  }()

  private static func folders(in folder: URL) -> [URL] {
    let content = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (content ?? []).filter(\.hasDirectoryPath).sorted { $0.path < $1.path }
  }

  /// Runs the command in a copy of the folder.
  func run() throws -> Outcome {
    // The command must not see what is expected of it.
    try Sandbox(copying: folder).run("rm -f expected expected.*; exec sh ./cmd")
  }

  /// What is to come out; nil for a file that is absent.
  func expected(_ name: String) -> [UInt8]? {
    (try? Data(contentsOf: folder.appendingPathComponent(name))).map(Array.init)
  }

  /// The exit status that is to come out.
  var expectedStatus: Int32? {
    guard let bytes = expected("expected.status") else { return 0 }
    return Int32(String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines))
  }
}
