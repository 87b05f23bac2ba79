@main struct StripAds {
  static func main() {}
}
