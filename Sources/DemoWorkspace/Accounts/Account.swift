/// One customer with all that is known about it.
struct Account: Sendable {
  /// What the company is to the vendor.
  enum Lifecycle: String, Sendable { case prospect, customer, former, partner }

  /// The position among all customers.
  var index: Int
  var name: String
  var slug: String
  /// The invented word of the name: what people call the company.
  var word: String
  /// The company's mail domain.
  var domain: String
  var region: Region
  var industry: Industry
  var city: String
  var siteCount: Int
  var employees: Int
  var tier: String
  var source: String
  var lifecycle: Lifecycle = .prospect
  var stage: String?
  var executive: String
  var care: String
  var engineer: String
  var formerNames: [String] = []
  var contract: Contract?
  var churn: (day: DemoDay, reason: String)?
  var noticeOn: DemoDay?
  var satisfaction: (score: Int, day: DemoDay)?
  var reviewedOn: DemoDay
  /// The four sections of the profile.
  var texts: [String] = []

  var contacts: [Contact] = []
  var deals: [Deal] = []
  var interactions: [Interaction] = []
  var insights: [Insight] = []
  var tasks: [SalesTask] = []
  var usage: [UsageWeek] = []
  var invoices: [Invoice] = []

  /// The folder of all its files.
  var folder: String { "customers/\(slug)" }
  /// Where the account stands among the sizes of companies.
  var segment: String { employees > 1500 ? "enterprise" : employees > 200 ? "mid_market" : "smb" }

  /// What was signed.
  struct Contract: Sendable {
    var yearly: Int
    var start: DemoDay
    var end: DemoDay
    var sites: Int
    var seats: Int
    var criteriaMet: Int
  }
}

extension Account {
  /// The bytes of profile.md.
  var profileFile: String {
    var lines = Lines()
    lines.add("---")
    lines.field("name", name)
    lines.field("legal_name", "\(name) \(region.legalForm)")
    lines.field("aliases", [word] + formerNames)
    lines.field("domains", [domain])
    lines.field("industry", industry.name)
    lines.add("employees: \(employees)")
    lines.field("country", raw: YAMLText.quoted(region.country))
    lines.add("segment: \(segment)")
    lines.add("tier: \(tier)")
    lines.add("lifecycle: \(lifecycle.rawValue)")
    lines.field("account_stage", raw: stage)
    let others = lifecycle == .prospect || lifecycle == .partner ? "" : ", csm: \(care)"
    lines.add("owners: {ae: \(executive)\(others), se: \(engineer)}")
    addContract(&lines)
    lines.field("cancellation_notice_on", noticeOn)
    lines.field("churned_on", churn?.day)
    lines.field("churn_reason", churn?.reason)
    lines.field("source", source)
    lines.field("reviewed_on", reviewedOn)
    lines.field("tags", industry.tags)
    let billing = invoices.isEmpty ? "" : ", stripe: \(YAMLText.quoted("cus_\(Slug.of(word))\(index)"))"
    lines.add("external_ids: {salesforce: \(YAMLText.quoted("0018d000\(1_000_000 + index)"))\(billing)}")
    lines.add("---")
    let headings = ["Who they are", "What they want from us", "Where we stand", "Watch out"]
    for (heading, text) in zip(headings, texts) {
      lines.add("\n## \(heading)\n\n\(linked(text, from: ""))")
    }
    return lines.text
  }

  private func addContract(_ lines: inout Lines) {
    guard let contract, lifecycle == .customer || lifecycle == .former else { return }
    if lifecycle == .customer {
      lines.add("arr: {value: \(contract.yearly), currency: \(region.currency), kind: ARR}")
      lines.field("contract_start", contract.start)
      lines.field("contract_end", contract.end)
      lines.field("renewal_on", contract.end)
      lines.add("notice_days: 90")
      lines.add("auto_renew: \(index % 3 != 0)")
      lines.add("sites_contracted: \(contract.sites)")
      lines.add("seats_purchased: \(contract.seats)")
    }
    if let satisfaction {
      let criteria = "criteria_agreed: 5, criteria_met: \(contract.criteriaMet)"
      lines.add("success: {nps: \(satisfaction.score), nps_on: \(satisfaction.day.iso), \(criteria)}")
    }
  }

  /// Replaces `@d0@` and `@i3@` by the way to a deal or an interaction; `up` leads to the customer's folder.
  func linked(_ text: String, from up: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    var result = ""
    for part in parts {
      let number = Int(part.dropFirst())
      if part.first == "d", let number, deals.indices.contains(number) {
        result += "\(up)\(deals[number].path)"
      } else if part.first == "i", let number, interactions.indices.contains(number) {
        result += "\(up)\(interactions[number].path)"
      } else {
        result += part
      }
    }
    return result
  }
}
