@main struct SplitSections {
  static func main() {}
}
