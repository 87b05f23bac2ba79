/// What the version in a `doc` record means to this program.
enum StreamVersion {
  case readable, newer, unknown

  /// Why a document of this version is not read; nil if it is.
  var refusal: String? {
    switch self {
    case .readable: nil
    case .newer: "version: this document's stream is newer than report/1; use newer filters for it"
    case .unknown: "version: a doc record names report/1, and this one does not"
    }
  }

  init(_ version: borrowing Span<UInt8>) {
    self = .unknown
    guard version.starts(with: "report/") else { return }
    var place = 7
    while place < version.count, version[place] != UInt8(ascii: ".") { place += 1 }
    guard let major = version.extracting(7..<place).canonicalNumber, major >= 1 else { return }
    if place < version.count {
      // A newer minor version only adds columns, so it is read as ours.
      let minor = version.extracting((place + 1)..<version.count)
      guard minor.canonicalNumber != nil else { return }
    }
    self = major == 1 ? .readable : .newer
  }
}
