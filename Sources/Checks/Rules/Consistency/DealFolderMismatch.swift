internal import Diagnostics
internal import WorkspaceModel

/// A deal names the customer in whose folder it lies.
struct DealFolderMismatch: Check {
  let id = "deal-folder-mismatch"
  let group = CheckGroup.consistency
  let severity = Diagnostic.Severity.error
  let rule = "a deal that names its customer lies in that customer's folder"
  let rationale = "The folder decides to whom a deal belongs, so the page of the customer that it names lacks it."
  let examples = [
    CheckExample(
      "=== customers/acme/deals/q3.md\n---\ncustomer: ▶bolt\nstage: lead\n---\n=== customers/bolt/profile.md\n# Bolt\n"),
    CheckExample("=== customers/acme/deals/q3.md\n---\ncustomer: acme\nstage: lead\n---\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    let customers = Set(input.workspace.customers.map(\.slug))
    return input.workspace.deals.compactMap { deal in
      guard let named = deal.source.fields?["customer"]?.text, named != deal.customer, customers.contains(named) else {
        return nil
      }
      let range = deal.source.range(of: "customer")
      return finding(
        "deal names '\(named)' and lies in the folder of '\(deal.customer)'", at: range,
        help: "move the file to customers/\(named)/deals, or correct the field")
    }
  }
}
