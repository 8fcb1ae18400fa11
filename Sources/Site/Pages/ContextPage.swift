/// What assistants are given of a customer, to look at and to copy.
package struct ContextPage: PageModel {
  package static let layout = "context"

  /// The top of the page.
  package var head: PageHead
  /// Tokens, budget, what was left out, by which estimator.
  package var facts: [Fact]
  /// The compact pack as it is copied; missing when even that does not fit.
  package var text: String?
  /// How to get it for other purposes and in other sizes.
  package var commands: [CommandLine]
  /// Where the page comes from.
  package var provenance: Provenance
}
