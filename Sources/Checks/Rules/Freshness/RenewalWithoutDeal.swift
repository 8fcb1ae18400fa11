internal import Diagnostics
internal import WorkspaceModel

/// A contract that ends soon has a renewal deal.
struct RenewalWithoutDeal: Check {
  let id = "renewal-without-deal"
  let group = CheckGroup.freshness
  let severity = Diagnostic.Severity.warning
  let rule = "a customer whose contract renews within 120 days has a renewal deal"
  let rationale = "A renewal that nobody works on is the customer's to end, and no forecast shows it."
  let examples = [
    CheckExample("=== customers/acme/profile.md\n---\nlifecycle: customer\nrenewal_on: ▶2027-02-28\n---\n"),
    CheckExample(
      """
      === customers/acme/profile.md
      ---
      lifecycle: customer
      renewal_on: 2027-02-28
      ---
      === customers/acme/deals/renewal-2027.md
      ---
      type: renewal
      stage: qualification
      ---
      === customers/bolt/profile.md
      ---
      lifecycle: customer
      renewal_on: 2027-06-30
      ---
      """),
  ]

  /// Days before the end at which the deal is to be opened.
  private let lead = 120

  func findings(in input: CheckInput) -> [Diagnostic] {
    let renewals = Dictionary(
      grouping: input.workspace.deals.filter { $0.type == .renewal || $0.pipeline == "renewal" }, by: \.customer)
    return input.workspace.customers.compactMap { customer in
      guard customer.lifecycle == .customer, let day = customer.renewalOn, customer.cancellationNoticeOn == nil,
        (0...lead).contains(day.days(since: input.today))
      else { return nil }
      // A deal that was decided for this date counts as well; the one of a year before does not.
      let isCovered = (renewals[customer.slug] ?? []).contains { deal in
        deal.isOpen || deal.closedOn.map { day.days(since: $0) <= 2 * lead } ?? false
      }
      if isCovered { return nil }
      return finding(
        "contract renews in \(FieldWords.days(day.days(since: input.today))) and there is no renewal deal",
        at: customer.source.range(of: "renewal_on"),
        help: "open one under customers/\(customer.slug)/deals with 'type: renewal'")
    }
  }
}
