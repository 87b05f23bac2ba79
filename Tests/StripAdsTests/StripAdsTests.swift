import Testing

@testable import strip_ads

@Suite struct StripAdsTests {
}
