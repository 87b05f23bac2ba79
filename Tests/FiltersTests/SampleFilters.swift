@testable import Filters

/// Passes every record on; a stream that it passes on must come out as it went in.
struct PassFilter: Filter {
  static let command = Command(name: "pass", summary: "pass all records", about: "For tests.")

  init(_ options: Options) throws(Misuse) {}

  mutating func receive(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    try output.pass(record)
  }
}

/// Fails a document at a record whose TEXT is `FAIL`, when it opens if its ID is, and at its end if it said `LATE`.
struct FailingFilter: Filter {
  static let command = Command(name: "failing", summary: "fail on request", about: "For tests.")

  private var isLate = false

  init(_ options: Options) throws(Misuse) {}

  mutating func open(
    _ document: borrowing Document, into output: inout Output
  ) throws(Failure) {
    isLate = false
    if document.id.isEqual(to: "FAIL") { throw .document(line: 0, reason: "asked to at once") }
  }

  mutating func receive(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    if record.text.isEqual(to: "FAIL") {
      throw .document(line: record.line, reason: "asked to")
    }
    isLate = isLate || record.text.isEqual(to: "LATE")
    try output.pass(record)
  }

  mutating func close(
    _ ending: borrowing Ending, into output: inout Output
  ) throws(Failure) {
    if isLate { throw .document(line: 0, reason: "asked to at the end") }
  }
}

/// Holds back as many records as a window takes and writes them later; so nothing must change.
struct HoldingFilter: Filter, ~Copyable {
  static let command = Command(name: "holding", summary: "hold records", about: "For tests.")

  private var window = Window()

  init(_ options: Options) throws(Misuse) {}

  mutating func receive(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    while !window.hasRoom(for: record) {
      try output.pass(window.record(at: 0))
      window.removeFirst()
    }
    window.append(record)
  }

  mutating func close(
    _ ending: borrowing Ending, into output: inout Output
  ) throws(Failure) {
    for index in 0..<window.count { try output.pass(window.record(at: index)) }
    window.removeAll()
  }
}

/// Writes each record in a form of its own: plain text as it came, else kind, place and columns between bars.
struct CopyFilter: Filter {
  static let command = Command(name: "copy", summary: "show records", about: "For tests.")

  init(_ options: Options) throws(Misuse) {}

  func form(of source: Source) -> Form { .own }

  mutating func open(
    _ document: borrowing Document, into output: inout Output
  ) throws(Failure) {
    if document.source == .text {
      if document.hasByteOrderMark { try output.write("\u{FEFF}") }
    } else {
      try output.write("<")
      try output.write(document.id)
      try output.write("\n")
    }
  }

  mutating func receive(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    if record.isPlain {
      try output.write(record.raw)
      switch record.lineEnd {
      case .lf: try output.write("\n")
      case .crlf: try output.write("\r\n")
      case .none: break
      }
      return
    }
    for number in [record.line, record.column, record.depth] {
      try output.write(number: number)
      try output.write(byte: UInt8(ascii: " "))
    }
    for index in 0..<record.columnCount {
      try output.write(byte: UInt8(ascii: "|"))
      try output.write(record.column(index))
    }
    try output.write("|\n")
  }

  mutating func close(
    _ ending: borrowing Ending, into output: inout Output
  ) throws(Failure) {
    if case .failed(let reason) = copy ending {
      try output.write("failed: ")
      try output.write(Array(reason.utf8).span)
      try output.write("\n")
    }
  }
}

/// Writes each record with the TEXT `new`.
struct EditingFilter: Filter {
  static let command = Command(name: "editing", summary: "edit all texts", about: "For tests.")

  init(_ options: Options) throws(Misuse) {}

  mutating func receive(_ record: borrowing Record, into output: inout Output) throws(Failure) {
    let text = Array("n\te\\w".utf8)
    try output.pass(record, text: text.span)
  }
}
