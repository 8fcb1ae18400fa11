internal import Diagnostics
internal import WorkspaceModel

/// A mail domain belongs to one customer, or to a group of companies.
struct DuplicateDomain: Check {
  let id = "duplicate-domain"
  let group = CheckGroup.duplicates
  let severity = Diagnostic.Severity.warning
  let rule = "a mail domain belongs to one customer and its subsidiaries"
  let rationale = "Mail from the domain would be filed with whichever of the two comes first."
  let examples = [
    CheckExample(
      """
      === customers/acme/profile.md
      ---
      domains: [acme.example]
      ---
      === customers/bolt/profile.md
      ---
      domains: [bolt.example, ▶acme.example]
      ---
      """),
    CheckExample(
      """
      === customers/acme/profile.md
      ---
      domains: [acme.example]
      ---
      === customers/acme-france/profile.md
      ---
      domains: [acme.example]
      parent: acme
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var owners: [String: Customer] = [:]
    var findings: [Diagnostic] = []
    for customer in input.workspace.customers {
      for (index, domain) in customer.domains.enumerated() {
        let domain = domain.lowercased()
        guard let owner = owners[domain] else {
          owners[domain] = customer
          continue
        }
        if owner.slug == customer.slug || Self.areRelated(owner, customer) { continue }
        findings.append(
          finding(
            "\(domain) also belongs to \(owner.name) ('\(owner.slug)')",
            at: customer.source.range(of: "domains[\(index)]"),
            help: "name one the 'parent' of the other, or take the domain from one of them"))
      }
    }
    return findings
  }

  private static func areRelated(_ first: Customer, _ second: Customer) -> Bool {
    first.parent == second.slug || second.parent == first.slug || first.parent != nil && first.parent == second.parent
  }
}
