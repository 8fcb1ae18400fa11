import Intelligence
import Testing

/// What a token costs, and that parts add up.
@Suite struct TokenEstimatorTests {
  @Test func linesCountByWhatTheyAreMadeOf() {
    let safe = TokenEstimator.safe
    let prose = String(repeating: "words of plain English ", count: 30)
    // 690 characters at three a token, and five in a hundred on top.
    #expect(safe.tokens(prose) == 242)
    #expect(safe.tokens("") == 0)
    #expect(safe.tokens("- \(prose)") > safe.tokens(prose))
    #expect(safe.tokens("{\"a\": 1, \"b\": 2}") > safe.tokens("a is 1 and b is"))
    #expect(safe.tokens("https://example.org/some/path") == 17)
    #expect(safe.tokens("四半期の報告") == 7)
    #expect(safe.tokens("👍👍") == 7)
  }

  @Test func profilesDiffer() {
    let text = "The peak report per quay must be in the order form.\n- with a date\n"
    #expect(TokenEstimator.safe.tokens(text) > TokenEstimator.older.tokens(text))
    #expect(TokenEstimator.flat.tokens("1234567") == 2)
    #expect(TokenEstimator.named("older-2025") == .older)
    #expect(TokenEstimator.named("none") == nil)
  }

  @Test func aWholeIsNeverMoreThanItsLines() {
    let lines = (0..<200).map { "- line \($0) [interactions/2026-01-0\($0 % 9)-call]: some words, €\($0)\n" }
    let sum = lines.reduce(0) { $0 + TokenEstimator.safe.tokens($1) }
    let whole = TokenEstimator.safe.tokens(lines.joined())
    #expect(whole <= sum)
    #expect(whole > sum - 200)
  }
}
