import Testing

@testable import split_sections

@Suite struct SplitSectionsTests {
}
