import Filters

/// The options that show the packs and add to them.
enum LexiconOptions {
  /// `--units`.
  static let units = Option(
    "units", argument: "FILE", repeats: true, meaning: "add the units of this pack",
    detail: "Its spellings replace those of the pack inside.", example: "--units my-units.pack")
  /// `--phrases`.
  static let phrases = Option(
    "phrases", argument: "FILE", repeats: true, meaning: "add the phrases of this pack",
    example: "--phrases my-phrases.pack")
  /// `--print-units`.
  static let printUnits = Option("print-units", meaning: "print the units that are inside, and end")
  /// `--print-phrases`.
  static let printPhrases = Option(
    "print-phrases", meaning: "print the phrases that are inside, and end")

  /// All of them.
  static let all = [units, phrases, printUnits, printPhrases]

  /// True if the user gives packs.
  static func addsWords(_ options: Options) -> Bool { options.has(units) || options.has(phrases) }

  /// The pack that is asked for.
  static func page(for options: Options) -> [UInt8]? {
    if options.has(printUnits) { return PackageResources.units_pack }
    if options.has(printPhrases) { return PackageResources.phrases_pack }
    return nil
  }

  /// The units inside and those of the user's packs.
  static func units(_ options: Options) throws(Misuse) -> UnitBook {
    let own = try options.packs(of: units)
    do throws(PackFailure) {
      return own.isEmpty ? try UnitBook.builtIn.get() : try UnitBook([.units] + own)
    } catch {
      throw Misuse(error)
    }
  }

  /// The phrases inside and those of the user's packs.
  static func phrases(_ options: Options) throws(Misuse) -> PhraseBook {
    let own = try options.packs(of: phrases)
    do throws(PackFailure) {
      return own.isEmpty ? try PhraseBook.builtIn.get() : try PhraseBook([.phrases] + own)
    } catch {
      throw Misuse(error)
    }
  }
}

extension Pack {
  fileprivate static var units: Pack {
    get throws(PackFailure) { try Pack(PackageResources.units_pack, name: "units.pack") }
  }

  fileprivate static var phrases: Pack {
    get throws(PackFailure) { try Pack(PackageResources.phrases_pack, name: "phrases.pack") }
  }
}

extension UnitBook {
  /// The units inside, set up once for all that a process reads.
  fileprivate static let builtIn = Result { () throws(PackFailure) in try UnitBook([.units]) }
}

extension PhraseBook {
  /// The phrases inside, set up once likewise.
  fileprivate static let builtIn = Result { () throws(PackFailure) in try PhraseBook([.phrases]) }
}
