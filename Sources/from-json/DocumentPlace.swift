import Filters

/// Where a document is in the input, as messages say it.
struct DocumentPlace {
  /// The line of the input, from 1.
  let line: Int
  /// The document's number, from 1.
  let document: Int

  /// The ID of a document whose own cannot be read.
  var standIn: [UInt8] { Array("line:\(line)".utf8) }

  /// What is wrong with the document.
  func reason(_ reason: String) -> String { "document \(document): \(reason)" }

  /// What is wrong with the line of the document.
  func reason(_ fault: JSONReader.Fault) -> String {
    "document \(document), byte \(fault.offset) of the line: \(fault.reason)"
  }
}
