import Testing

@testable import extract_metrics

@Suite struct ExtractMetricsTests {
}
