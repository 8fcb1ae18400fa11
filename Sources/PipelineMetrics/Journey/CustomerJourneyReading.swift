internal import Diagnostics
internal import WorkspaceModel

/// Puts the journey of one customer together.
struct CustomerJourneyReading {
  /// Stage ids of a sale where no deal tells which they are.
  static let fallback = "new-business"

  let customer: Customer
  /// In the order of paths.
  let deals: [DealJourney]
  /// States over time, by the profile and its commits.
  let states: Track<String>
  /// The workflow of sales where there is no deal.
  let sales: Workflow
  /// Workflows of accounts.
  let workflows: [Workflow]
  let gate: StageGate
  let today: Day

  /// The finished journey.
  func journey() -> CustomerJourney {
    let purchase = purchase
    let renewal = isUnderContract ? RenewalWindow(customer, deals: deals, today: today) : nil
    return CustomerJourney(
      customer: customer.slug, purchase: purchase, buying: buying(purchase),
      account: AccountSteps(self, renewal: renewal, hasBought: hasBought(purchase)).steps, renewal: renewal,
      deals: deals)
  }

  /// Whether there is a contract that may end.
  var isUnderContract: Bool {
    switch customer.lifecycle {
    case .customer: true
    case nil: customer.accountStage.map { $0 != .churned } ?? (customer.renewalOn != nil)
    case .prospect, .former, .partner: false
    }
  }

  /// Whether it is, or was, a customer.
  private func hasBought(_ purchase: DealJourney?) -> Bool {
    switch customer.lifecycle {
    case .customer, .former: true
    case .prospect, .partner: false
    case nil: customer.accountStage != nil || purchase?.outcome == .won
    }
  }

  /// The first sale for customers; for others the sale that came furthest, and a paid trial only when there is no other.
  private var purchase: DealJourney? {
    let own = deals.filter { $0.part == .purchase }
    let isCustomer = customer.lifecycle != .prospect
    let won = own.filter { $0.outcome == .won }
    if isCustomer {
      let regular = won.filter { $0.type != .oneOff }
      if let first = (regular.isEmpty ? won : regular).min(by: Self.closedEarlier) { return first }
    }
    let open = own.filter { $0.outcome == .open }
    if let furthest = open.max(by: Self.reachesLess) { return furthest }
    return won.max(by: Self.closedEarlier) ?? own.max(by: Self.closedEarlier)
  }

  private static func closedEarlier(_ left: DealJourney, _ right: DealJourney) -> Bool {
    let (one, other) = (left.closedOn?.number ?? .max, right.closedOn?.number ?? .max)
    return one == other ? left.record < right.record : one < other
  }

  private static func reachesLess(_ left: DealJourney, _ right: DealJourney) -> Bool {
    let (one, other) = (left.type == .oneOff, right.type == .oneOff)
    if one != other { return one }
    return left.reach == right.reach ? right.record < left.record : left.reach < right.reach
  }

  /// The steps of the sale; without a deal they are unknown to those who bought, and still to come for others.
  private func buying(_ purchase: DealJourney?) -> [JourneyStep] {
    if let purchase { return purchase.steps }
    let isUnknown = hasBought(nil)
    let stages = sales.stages.filter { $0.category != .closed && !StageVisit.isClosed($0.id) }
    var steps = stages.map { JourneyStep($0.id, $0.name, isUnknown ? .unknown : .notReached) }
    if !isUnknown, !steps.isEmpty { steps[0].state = .next }
    let won = sales.stage("closed_won")?.name ?? Slug.title(of: "closed_won")
    return steps + [JourneyStep("closed_won", won, isUnknown ? .unknown : .notReached)]
  }
}
