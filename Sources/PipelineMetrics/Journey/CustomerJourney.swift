/// The whole way of a customer: from the first lead to the sale, and from the sale to renewal or to the end.
///
/// What follows the sale are states of the account with dates of their own; deals of other pipelines run beside them.
package struct CustomerJourney: Sendable {
  /// Slug.
  package let customer: String
  /// The deal by which it became a customer, or is to become one; nil when there is none.
  package let purchase: DealJourney?
  /// From the first stage to the sale.
  package let buying: [JourneyStep]
  /// From onboarding to renewal; the end of the relation too, where it came or was announced.
  package let account: [JourneyStep]
  /// Nil for who has no contract to renew.
  package let renewal: RenewalWindow?
  /// Of all pipelines, in the order of paths.
  package let deals: [DealJourney]

  /// All steps in order.
  package var steps: [JourneyStep] { buying + account }
  /// Where the customer is; nil when nobody noted.
  package var current: JourneyStep? { steps.last { $0.state == .current } }
}
