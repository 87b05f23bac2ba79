import Filters

@main struct StripAds {
  static func main() {
    do throws(PackFailure) {
      let pack = try Pack(PackageResources.debris_pack, name: "debris.pack")
      let rules = try DebrisRules([pack])
      if CommandLine.arguments.contains("--count") {
        print(rules.rules.count, rules.anchored.count)
        return
      }
      var judge = LineJudge(rules)
      while let line = readLine() {
        let bytes = Array(line.utf8)
        let finding = judge.read(bytes.span)
        let name = String(decoding: rules.names[finding.name], as: UTF8.self)
        print(finding.lineClass, name, judge.explanation, finding.row.points, line, finding.isTrimmed ? String(decoding: judge.trimmed.bytes, as: UTF8.self) : "", separator: "\t")
      }
    } catch { print(error) }
  }
}
