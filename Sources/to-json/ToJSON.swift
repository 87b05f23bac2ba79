@main struct ToJSON {
  static func main() {}
}
