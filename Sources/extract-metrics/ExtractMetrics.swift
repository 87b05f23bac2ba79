@main struct ExtractMetrics {
  static func main() {}
}
