import Testing

@testable import Filters

@Suite struct PackTests {
}
