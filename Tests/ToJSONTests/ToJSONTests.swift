import Testing

@testable import to_json

@Suite struct ToJSONTests {
}
