internal import Diagnostics
internal import WorkspaceModel

/// Whether an account is a customer fits what it bought.
struct LifecycleContradictsDeals: Check {
  let id = "lifecycle-contradicts-deals"
  let group = CheckGroup.consistency
  let severity = Diagnostic.Severity.warning
  let rule = "customers bought something, and prospects pay nothing every year"
  let rationale = "Counts of customers, their value and their health start from the lifecycle of the profile."
  let examples = [
    CheckExample(
      """
      === customers/acme/profile.md
      ---
      lifecycle: ▶customer
      ---
      === customers/acme/deals/q3.md
      ---
      stage: discovery
      ---
      === customers/bolt/profile.md
      ---
      lifecycle: ▶prospect
      arr: {value: 12000, currency: EUR}
      ---
      """),
    CheckExample(
      """
      === customers/acme/profile.md
      ---
      lifecycle: customer
      contract_start: 2019-04-01
      ---
      === customers/acme/deals/q3.md
      ---
      stage: discovery
      ---
      === customers/bolt/profile.md
      ---
      lifecycle: customer
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    let deals = Dictionary(grouping: input.workspace.deals, by: \.customer)
    return input.workspace.customers.compactMap { customer in
      let place = customer.source.range(of: "lifecycle")
      switch customer.lifecycle {
      case .prospect:
        guard let arr = customer.arr, arr.amount > .zero else { return nil }
        return finding(
          "prospect with a yearly value of \(arr.amount.text) \(arr.currency)", at: place,
          help: "write 'lifecycle: customer', or take 'arr' out")
      case .customer:
        // A contract from before the records began is proof enough; an account without any deal tells nothing.
        guard let own = deals[customer.slug], !own.isEmpty, customer.contractStart == nil, customer.arr == nil,
          !own.contains(where: { $0.stage == "closed_won" })
        else { return nil }
        return finding(
          "customer without a won deal, a contract or a yearly value", at: place,
          help: "write 'lifecycle: prospect', or record what was bought")
      default: return nil
      }
    }
  }
}
